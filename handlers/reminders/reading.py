"""What a message may tell its reader: the strategies they see, the posts of those, what they may do about them."""

from collections.abc import Callable, Iterable, Mapping

from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.routing import Roster
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.people.sight import insiders, is_shut_out
from bot.services.people.who_may import Action, may
from bot.services.plan.holidays import is_holiday


def strategy_for(tx: Transaction, delivery: Delivery) -> Strategy | None:
    """What a message to a member is about; None where that is over, or they do not see it any more."""
    strategy = tx.strategies.find(delivery.strategy_id)
    if strategy is None or strategy.is_archived or is_shut_out(tx, delivery.recipient_id, strategy):
        return None
    return strategy


def strategies_for(tx: Transaction, reader_id: str) -> dict[str, Strategy]:
    return {each.id: each for each in tx.strategies.all() if not is_shut_out(tx, reader_id, each)}


def posts_in(tx: Transaction, post_ids: Iterable[str], strategies: Mapping[str, Strategy]) -> list[Post]:
    found = [post for post in map(tx.posts.find, post_ids) if post]
    return [post for post in found if post.strategy_id in strategies]


def may_change_by(reader: Member, strategies: Mapping[str, Strategy]) -> Callable[[Post], bool]:
    return lambda post: may(reader, Action.CHANGE_POST, strategies[post.strategy_id], post)


def roster_of(tx: Transaction, strategy: Strategy) -> Roster:
    """Who may be told of *strategy*, as when the agenda was decided on."""
    return Roster(people=insiders(tx, tx.members.all(), strategy), is_holiday=is_holiday)
