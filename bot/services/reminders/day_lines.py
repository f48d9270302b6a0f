"""What a team did on a day, as the one line of it in the thread of the week; counts and posts, no person."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.moments import at_local, local_day
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders.daily import DETAILS
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.reminder import TOGETHER, key_of
from bot.domain.strategy import Strategy
from bot.ports import Transaction

LASTS = timedelta(days=8)
"""For how long a digest is the message of the week: until the next one is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDone:
    """*rounds* of that local day of whoever did them; posts of the strategy's day, by number."""

    day: date
    rounds: int
    added: tuple[Post, ...]
    moved: tuple[Post, ...]
    live: tuple[Post, ...]

    @property
    def is_nothing(self) -> bool:
        return not (self.rounds or self.added or self.moved or self.live)


def owe_day_line(tx: Transaction, strategy: Strategy, *, now: datetime) -> None:
    """Something was done: the thread of the week says so, once what can be undone is settled.

    A day of which all was undone has its line again when more is done. Where no digest stands in the channel yet
    there is no thread, and the first digest tells of the week.
    """
    week_message = _digest_in(tx, strategy, now=now)
    if week_message is None or strategy.is_archived:
        return
    day, kind = strategy.today(now), ReminderKind.DAY_LINE
    key = key_of(kind, strategy.id, day.isoformat(), strategy.channel_id, day)
    known = tx.deliveries.find(key)
    if known is not None and known.state is not DeliveryState.EXPIRED:
        return
    at = now + TOGETHER
    line = Delivery(
        key=key,
        kind=kind,
        strategy_id=strategy.id,
        subject=day.isoformat(),
        recipient_id=strategy.channel_id,
        owed_at=at,
        ready_at=at,
        expires_at=over_at(kind, at, zone=strategy.zone),
        parts=(week_message.key,),
    )
    tx.deliveries.put(replace(line, rev=known.rev) if known else line)


def _digest_in(tx: Transaction, strategy: Strategy, *, now: datetime) -> Delivery | None:
    """The latest that stands in the channel, if it is of this week."""
    told = tx.deliveries.owed_between(now - LASTS, now, recipient_id=strategy.channel_id)
    sent = [
        each
        for each in told
        if each.kind is ReminderKind.DIGEST
        and each.strategy_id == strategy.id
        and each.state is DeliveryState.SENT
        and not each.subject.endswith(DETAILS)
    ]
    return max(sent, key=lambda each: each.owed_at, default=None)


def day_done(tx: Transaction, strategy: Strategy, day: date) -> DayDone:
    """As it stands now: what was taken back does not count."""
    start, end = (at_local(each, time(), strategy.zone) for each in (day, day + timedelta(days=1)))
    posts = tx.posts.of_strategy(strategy.id)
    return DayDone(
        day=day,
        rounds=len(tx.check_ins.between(strategy.id, day, day)),
        added=tuple(each for each in posts if _was_added_on(each, strategy, day)),
        moved=tuple(each for each in posts if _was_moved_on(each, strategy, day)),
        live=tuple(tx.posts.published_between(start, end, strategy_id=strategy.id)),
    )


def _was_added_on(post: Post, strategy: Strategy, day: date) -> bool:
    is_there = not post.history or 0 in post.not_taken_back
    return is_there and post.created_at is not None and local_day(post.created_at, strategy.zone) == day


def _was_moved_on(post: Post, strategy: Strategy, day: date) -> bool:
    """A post that is new to the calendar that day is added, not moved."""
    moves = (each for each in post.changes_not_taken_back if each.what == "moved")
    is_moved = any(local_day(each.at, strategy.zone) == day for each in moves)
    return is_moved and not _was_added_on(post, strategy, day)
