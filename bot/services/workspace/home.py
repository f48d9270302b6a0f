"""What a member's Home tab shows."""

from dataclasses import dataclass
from datetime import datetime, time

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question
from bot.domain.members import Absence, Member
from bot.domain.moments import at_local
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.settings import posts_elsewhere
from bot.services.people.sight import seen_by
from bot.services.post.lists import Overview, overview_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeFacts:
    """What a member's Home tab shows. *planned* and *live* count the strategy's posts of this month.

    *elsewhere*: the member's open posts of each other strategy they see, in the order of their moments.
    *questions* are the member's own that wait in this strategy, the oldest first; *asked_elsewhere* theirs of each
    other strategy they see.
    """

    member: Member
    strategy: Strategy | None
    overview: Overview | None
    check_in: CheckIn | None
    in_round: bool
    absences: tuple[Absence, ...]
    planned: int
    live: int
    elsewhere: tuple[tuple[Strategy, tuple[Post, ...]], ...] = ()
    questions: tuple[Question, ...] = ()
    asked_elsewhere: tuple[tuple[Strategy, tuple[Question, ...]], ...] = ()


def home_of(store: Store, member: Member, strategy: Strategy | None, *, now: datetime) -> HomeFacts:
    absences = tuple(each for each in member.absences if each.last >= member.today(now))
    with store.transaction() as tx:
        elsewhere = posts_elsewhere(tx, member, strategy)
        asked_elsewhere = questions_elsewhere(tx, member, strategy)
    if strategy is None:
        return HomeFacts(
            member=member,
            strategy=None,
            overview=None,
            check_in=None,
            in_round=False,
            absences=absences,
            planned=0,
            live=0,
            elsewhere=elsewhere,
            asked_elsewhere=asked_elsewhere,
        )
    today = CheckIn(strategy_id=strategy.id, member_id=member.id, day=member.today(now))
    with store.transaction() as tx:
        check_in = tx.check_ins.find(today.id)
        questions = _waiting_for(tx, member, strategy)
        planned, live = month_at_a_glance(tx, strategy, now)
    return HomeFacts(
        member=member,
        strategy=strategy,
        overview=overview_of(store, strategy=strategy, by=member, now=now),
        check_in=check_in,
        in_round=member.id in strategy.round_ids,
        absences=absences,
        planned=planned,
        live=live,
        elsewhere=elsewhere,
        questions=questions,
        asked_elsewhere=asked_elsewhere,
    )


def questions_elsewhere(
    tx: Transaction, member: Member, strategy: Strategy | None
) -> tuple[tuple[Strategy, tuple[Question, ...]], ...]:
    """A guest keeps to the channel they are in: for them there is no elsewhere."""
    others = () if member.is_guest else [each for each in seen_by(tx, member) if each.id != (strategy and strategy.id)]
    found = [(each, _waiting_for(tx, member, each)) for each in others]
    return tuple((each, questions) for each, questions in found if questions)


def _waiting_for(tx: Transaction, member: Member, strategy: Strategy) -> tuple[Question, ...]:
    return tuple(each for each in tx.questions.open_of(strategy.id) if each.owner_id == member.id)


def month_at_a_glance(tx: Transaction, strategy: Strategy, now: datetime) -> tuple[int, int]:
    """How many posts of the strategy's present month are still planned, and how many are live."""
    first = strategy.today(now).replace(day=1)
    after = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    start, end = (at_local(day, time(), strategy.zone) for day in (first, after))
    planned = tx.posts.open_due_between(start, end, strategy_id=strategy.id)
    return len(planned), len(tx.posts.published_between(start, end, strategy_id=strategy.id))
