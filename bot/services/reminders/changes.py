"""Tells whom it concerns what somebody else did to a post: a row of the ledger for each change and reader."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders.changes import AT_ONCE, CONCERNS, NEAR, ChangeTopic, concerned, is_near, topics_of
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.reminder import TOGETHER, key_of
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.people.sight import is_shut_out
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.day_lines import owe_day_line
from bot.services.reminders.live import live_ones


def tell_of_change(tx: Transaction, was: Post, post: Post, *, what: str, by: str, now: datetime) -> None:
    """*post*, which was *was*: the last line of its history is the deed, by the member *by*."""
    strategy = tx.strategies.find(post.strategy_id)
    if strategy is None:
        return
    if what == "added" or {ChangeTopic.MOVED, ChangeTopic.PUBLISHED} & set(topics_of(was, post, what)):
        owe_day_line(tx, strategy, now=now)
    told: set[str] = {by}
    for topic in topics_of(was, post, what):
        for member_id in concerned(topic, was, post):
            reader = None if member_id in told else _reader(tx, member_id, strategy)
            if reader is not None:
                _tell(tx, topic, was, post, strategy, reader, now=now)
                told |= {member_id} if topic is ChangeTopic.GOT else set()  # who gets it reads it as it is


def _reader(tx: Transaction, member_id: str, strategy: Strategy) -> Member | None:
    """None where they cannot be told, want none of it, or do not see the strategy."""
    member = tx.members.find(member_id)
    if member is None or not member.can_be_messaged or not member.wants(ReminderKind.CHANGE):
        return None
    return None if is_shut_out(tx, member.id, strategy) else member


def _tell(
    tx: Transaction, topic: ChangeTopic, was: Post, post: Post, strategy: Strategy, reader: Member, *, now: datetime
) -> None:
    """In the live message where there is one, in a message of its own, or as a line of the morning."""
    own, near = CONCERNS[topic].is_own, is_near(was, post, now=now, within=NEAR)
    kind = ReminderKind.CHANGE if _is_worth_a_message(reader, own=own, near=near, now=now) else ReminderKind.CHANGE_LINE
    at = now if is_near(was, post, now=now, within=AT_ONCE) else now + TOGETHER
    revision = f"{topic}-{len(post.history)}"
    delivery = Delivery(
        key=key_of(kind, strategy.id, post.id, reader.id, strategy.today(now), revision),
        kind=kind,
        strategy_id=strategy.id,
        subject=post.id,
        recipient_id=reader.id,
        owed_at=at,
        ready_at=at,
        expires_at=over_at(kind, at, zone=reader.zone),
        parts=_named(topic, was, post),
    )
    stands_in_live = not own and bool(live_ones(tx, delivery))
    if not stands_in_live and tx.deliveries.find(delivery.key) is None:
        tx.deliveries.put(delivery)


def _is_worth_a_message(reader: Member, *, own: bool, near: bool, now: datetime) -> bool:
    """Who is away reads it on their first morning back; so does who has a day off, but for what is near."""
    today = reader.today(now)
    return (near and not reader.is_away(today)) or (own and reader.works_on(today, is_holiday))


def tell_of_pause(
    tx: Transaction, strategy: Strategy, member_ids: Iterable[str], revision: str, *, at: datetime
) -> None:
    """As a line of their next morning after *at*; what it says is found out when that is drawn."""
    for reader in [each for each in (_reader(tx, one, strategy) for one in dict.fromkeys(member_ids)) if each]:
        kind = ReminderKind.CHANGE_LINE
        key = key_of(kind, strategy.id, strategy.id, reader.id, strategy.today(at), revision)
        over = over_at(kind, at, zone=reader.zone)
        line = Delivery(
            key=key,
            kind=kind,
            strategy_id=strategy.id,
            subject=strategy.id,
            recipient_id=reader.id,
            owed_at=at,
            ready_at=at,
            expires_at=over,
        )
        if tx.deliveries.find(key) is None:
            tx.deliveries.put(line)


def _named(topic: ChangeTopic, was: Post, post: Post) -> tuple[str, ...]:
    """What stood there, or who has it now, where the sentence says so: it stays true whatever comes later."""
    if topic is ChangeTopic.MOVED:
        return (was.due.at.isoformat(),) if was.due else ()
    if topic is ChangeTopic.LOST:
        return (post.owner_id,) if post.owner_id else ()
    return (was.platform.value,) if topic is ChangeTopic.PLATFORM else ()


def change_told(delivery: Delivery) -> tuple[ChangeTopic, int]:
    """What it tells, and which line of the post's history, counted from 1."""
    what, _, line = delivery.key.rpartition(":")[2].rpartition("-")
    return ChangeTopic(what), int(line)
