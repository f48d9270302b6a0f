"""Messages that the channel or somebody is owed beside the calendar: where a post is talked about, what failed."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.moments import local_day
from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.posts import SOON
from bot.domain.reminders.reminder import Reminder, delivery_of, key_of
from bot.domain.strategy import Strategy
from bot.ports import Transaction

THREAD_AHEAD = timedelta(days=7)
"""When a post gets its message in the channel: soon enough to be talked about, late enough to matter."""
FRESH = timedelta(hours=1)
"""A week before is told within this; what nobody looked at for longer does not come all at once afterwards."""
AT_ONCE = 3
"""So many posts that come in together have their messages at once; of more, each has its own an hour before."""
COMES_BY = frozenset({"added", "imported", "moved", "drafted", "reopened"})


class NoticeTopic(StrEnum):
    """What a notice is about; the first word of its key's revision."""

    HANDED_OVER = "handed"  # this one and the next two were written by the version before: see `changes`
    APPROVED = "approved"
    CHANGES_ASKED = "changes"
    THREAD = "thread"  # in the channel, for everybody to talk under


def threads_owed(posts: Iterable[Post], strategy: Strategy, *, last: datetime, now: datetime) -> list[Reminder]:
    """The messages under which the channel talks about *posts*, of those that have none yet. Never many at once.

    Each is owed a week before its post is due. A post that came in later than that, since the *last* look, has its
    message at once, unless many came together; what was there when threads were turned on has it an hour before.
    """
    waiting = [each for each in posts if wants_thread(each, strategy, now=now)]
    came = [each for each in waiting if _came_since(each, last)]
    at_once = came if len(came) <= AT_ONCE else []
    return [thread_of(each, strategy, now=now) for each in waiting if each in at_once or _is_time(each, now)]


def wants_thread(post: Post, strategy: Strategy, *, now: datetime) -> bool:
    """Whether its message may stand in the channel by now: the plan wants one, and its day is near."""
    if not strategy.plan.thread_per_post or post.state is PostState.IDEA or not post.is_open:
        return False
    return post.due is not None and now <= post.due.at < now + THREAD_AHEAD


def _is_time(post: Post, now: datetime) -> bool:
    if post.due is None:
        return False
    is_week_before = post.due.at - THREAD_AHEAD > now - FRESH
    return is_week_before or post.due.at - SOON <= now


def _came_since(post: Post, last: datetime) -> bool:
    """Into the calendar, or to the day that it has now."""
    return any(each.what in COMES_BY and each.at > last for each in post.history)


def thread_of(post: Post, strategy: Strategy, *, now: datetime) -> Reminder:
    day = local_day(post.created_at or (post.due.at if post.due else now), strategy.zone)
    return Reminder(
        key=key_of(ReminderKind.NOTICE, strategy.id, post.id, strategy.channel_id, day, f"{NoticeTopic.THREAD}-0"),
        kind=ReminderKind.NOTICE,
        strategy_id=strategy.id,
        subject=post.id,
        recipient_id=strategy.channel_id,
        owed_at=now,
        expires_at=over_at(ReminderKind.NOTICE, now, zone=strategy.zone),
    )


def can_have_thread(tx: Transaction, post: Post, strategy: Strategy, *, now: datetime) -> bool:
    """Whether it is still to get one, and may be asked for it now."""
    is_ahead = post.due is not None and post.due.at >= now
    if not (strategy.plan.thread_per_post and post.is_open and is_ahead) or post.state is PostState.IDEA:
        return False
    return tx.deliveries.find(thread_of(post, strategy, now=now).key) is None


def owe_thread(tx: Transaction, post: Post, strategy: Strategy, *, now: datetime) -> None:
    """Now, because somebody asked for it; twice is once."""
    if can_have_thread(tx, post, strategy, now=now):
        tx.deliveries.put(delivery_of(thread_of(post, strategy, now=now)))


def told_of(delivery: Delivery) -> tuple[NoticeTopic, int] | None:
    """What a notice about a post tells, and which line of its history; None for a notice about a failed message."""
    what, _, line = delivery.key.rpartition(":")[2].partition("-")
    return (NoticeTopic(what), int(line)) if what in set(NoticeTopic) and line.isdecimal() else None
