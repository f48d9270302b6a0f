"""What somebody else did with a post that its owner has to know of: told once, in a message of its own."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.deliveries import Delivery
from bot.domain.moments import local_day
from bot.domain.people import Member, ReminderKind
from bot.domain.posts import Post, PostState
from bot.domain.reminders import WINDOWS, Reminder, key_of
from bot.domain.strategy import Strategy
from bot.ports import Transaction

THREAD_AHEAD = timedelta(days=7)
"""When a post gets its message in the channel: soon enough to be talked about, late enough to matter."""


class Told(StrEnum):
    """What a notice is about; the first word of its key's revision."""

    HANDED_OVER = "handed"
    APPROVED = "approved"
    CHANGES_ASKED = "changes"
    THREAD = "thread"  # in the channel, for everybody to talk under


def tell_owner(
    tx: Transaction,
    post: Post,
    strategy: Strategy,
    what: Told,
    *,
    by: Member,
    now: datetime,
    along: Iterable[Post] = (),
) -> None:
    """Nobody is told what they did themselves; the last line of the history says what it was.

    *along*: posts to which the same was done at once, named by how many they are.
    """
    owner = tx.members.find(post.owner_id) if post.owner_id else None
    if owner is None or owner.id == by.id or not owner.can_be_messaged or not owner.wants(ReminderKind.NOTICE):
        return
    revision = f"{what}-{len(post.history)}"
    key = key_of(ReminderKind.NOTICE, strategy.id, post.id, owner.id, strategy.today(now), revision)
    if tx.deliveries.find(key) is None:
        tx.deliveries.put(
            Delivery(
                key=key,
                kind=ReminderKind.NOTICE,
                strategy_id=strategy.id,
                subject=post.id,
                recipient_id=owner.id,
                owed_at=now,
                expires_at=now + WINDOWS[ReminderKind.NOTICE],
                parts=tuple(each.id for each in along),
            )
        )


def thread_of(post: Post, strategy: Strategy, *, now: datetime) -> Reminder | None:
    """The message of the channel under which a post is talked about; None where the plan wants none."""
    if not strategy.plan.thread_per_post or post.state is PostState.IDEA or not post.is_open:
        return None
    if post.due is None or not now <= post.due.at < now + THREAD_AHEAD:
        return None
    day = local_day(post.created_at or post.due.at, strategy.zone)
    return Reminder(
        key=key_of(ReminderKind.NOTICE, strategy.id, post.id, strategy.channel_id, day, f"{Told.THREAD}-0"),
        kind=ReminderKind.NOTICE,
        strategy_id=strategy.id,
        subject=post.id,
        recipient_id=strategy.channel_id,
        owed_at=now,
        expires_at=now + WINDOWS[ReminderKind.NOTICE],
    )


def told_of(delivery: Delivery) -> tuple[Told, int] | None:
    """What a notice about a post tells, and which line of its history; None for a notice about a failed message."""
    what, _, line = delivery.key.rpartition(":")[2].partition("-")
    return (Told(what), int(line)) if what in set(Told) and line.isdecimal() else None
