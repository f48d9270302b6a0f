"""Draws what is told about one post: that it is due, overdue, to be read, or lacks numbers."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.reviews import is_asked_still, reviewer_of, tells_of_absence
from bot.domain.reminders.routing import is_there
from bot.domain.strategy import Strategy
from bot.i18n import translator_for
from bot.ports import Outgoing, Transaction
from bot.services.people.sight import is_shut_out
from bot.services.people.who_may import Action, may
from bot.services.post.echo import echoes_of, texts_beside
from bot.services.post.reviews import who_is_asked
from bot.services.reminders.lines import lines_in
from bot.services.reminders.live import is_followed
from handlers.context import House
from handlers.reminders.reading import strategy_for
from handlers.views.reminders.post import Ping, due_message, measure_message, owed_to
from handlers.views.reminders.reviews import ReviewTold, review_told, reviews_message
from handlers.views.reminders.rounds import RoundLine


def render_due(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    found = ping_of(house, delivery, now)
    return due_message(translator_for(found[0], now), found[1]) if found else None


def render_review(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    """One with its text; several that were asked within ten minutes below each other, as they stand."""
    with house.store.transaction() as tx:
        rows = [delivery, *(replace(each, sent_at=delivery.sent_at) for each in lines_in(tx, delivery))]
    found = [each for each in (_review_told(house, row, now) for row in rows) if each]
    if not found:
        return None
    t = translator_for(found[0][0], now)
    told = [each for _, each in found]
    return review_told(t, told[0]) if len(rows) == 1 else reviews_message(t, told)


def _review_told(house: House, delivery: Delivery, now: datetime) -> tuple[Member, ReviewTold] | None:
    found = ping_of(house, delivery, now)
    if found is None:
        return None
    reader, ping = found
    if not tells_of_absence(delivery) or not is_asked_still(ping.post, delivery):
        return reader, ReviewTold(ping=ping)
    with house.store.transaction() as tx:
        return reader, ReviewTold(ping=ping, away=who_is_asked(tx, ping.post, ping.strategy, at=now))


def render_measure(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    found = ping_of(house, delivery, now)
    return measure_message(translator_for(found[0], now), found[1]) if found else None


def ping_of(house: House, delivery: Delivery, now: datetime) -> tuple[Member, Ping] | None:
    with house.store.transaction() as tx:
        reader, post = tx.members.find(delivery.recipient_id), tx.posts.find(delivery.subject)
        strategy = strategy_for(tx, delivery)
        if reader is None or post is None or strategy is None:
            return None
        ping = Ping(
            delivery=delivery,
            post=post,
            strategy=strategy,
            now=now,
            is_followed=is_followed(tx, delivery),
            is_measured=post.id in tx.measurements.latest_of([post.id]),
            can_change=may(reader, Action.CHANGE_POST, strategy, post),
            why=_why_instead(tx, _expected(delivery, post, strategy), strategy),
            is_lead_there=is_there(tx.members.find(strategy.manager_id), at=delivery.sent_at or now),
        )
        others, rounds = texts_beside(tx, post), _rounds_along(tx, delivery, today=reader.today(now))
    return reader, replace(ping, echoes=echoes_of(post, others), rounds=rounds)


def _rounds_along(tx: Transaction, delivery: Delivery, *, today: date) -> list[RoundLine]:
    """Those whose invitation is a line of this message; of a day that is over, what was done of them."""
    found = [(each, tx.strategies.find(each.strategy_id)) for each in lines_in(tx, delivery)]
    every = [
        RoundLine(
            strategy=strategy,
            day=date.fromisoformat(each.subject),
            check_in=tx.check_ins.find(f"{strategy.id}:{each.recipient_id}:{each.subject}"),
        )
        for each, strategy in found
        if strategy and each.kind is ReminderKind.CHECK_IN
    ]
    return [each for each in every if each.check_in or each.day >= today]


def _expected(delivery: Delivery, post: Post, strategy: Strategy) -> str:
    """Who was to read it: of a review whoever is to give it, though somebody else was owed it in their place."""
    is_review = delivery.kind is ReminderKind.REVIEW
    return (reviewer_of(post, strategy) if is_review else None) or owed_to(delivery)


def _why_instead(tx: Transaction, person: str, strategy: Strategy) -> str:
    """The text that says why somebody else gets what is owed to *person*."""
    member = tx.members.find(person)
    if member is not None and not member.can_be_messaged:
        return "due-unreachable"
    return "due-outsider" if person and is_shut_out(tx, person, strategy) else "due-stand-in"
