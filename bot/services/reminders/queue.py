"""What is sent next: the urgent first; what came too late is told in one message for each person."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.reminder_columns import Joined, Reader, Stale, Told
from bot.domain.reminder_kinds import KINDS, ReminderKind, over_at, row_of
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.posts import Phase, phase_of
from bot.domain.reminders.reminder import TOGETHER, key_of
from bot.ports import Store, Transaction
from bot.services.reminders.deliveries import LATE, is_late, put_notice, strategy_of
from bot.services.reminders.lines import goes_with_earlier, is_line, with_lines
from bot.services.reminders.silences import SUBJECT, revision_of

logger = logging.getLogger(__name__)

Silence = Mapping[str, datetime]
"""Until when each of some members is in do-not-disturb; the others are not."""
SilenceOf = Callable[[Sequence[str]], Silence]

CEILING = 60
"""Messages of one tick: Slack wants about one a second of a workspace, and short bursts at most."""
MOST_WAITING = 5000
_BY_DEEDS = frozenset({ReminderKind.CHANGE, ReminderKind.SHARE_KIT})
"""What the calendar owes is placed around a silence when it is written; a notice is needed to mend things."""


def next_to_send(
    store: Store, *, now: datetime, ceiling: int = CEILING, silence_of: SilenceOf | None = None
) -> list[Delivery]:
    """Settle what is too late, and name what is to be sent now, most urgent first; nothing is claimed yet.

    Each has as its lines the keys of what it may take along.

    A catch-up, and what people's deeds wrote, waits for the end of its reader's silence, as *silence_of* tells it.
    """
    with store.transaction() as tx:
        asked = {each.recipient_id for each in _pending(tx, now) if _may_wait_for_silence(each, now)}
    silence = silence_of(sorted(asked)) if asked and silence_of else {}  # asked of Slack: outside of any transaction
    with store.transaction() as tx:
        ready = _settle(tx, _after_silence(tx, _pending(tx, now), silence), silence, now=now)
        soon = _together_soon(tx, ready, now=now)
    for kind in sorted({each.kind for each in ready} - KINDS.keys()):
        logger.error("bug in a message (%s): its kind has no row", kind)
    leaving = [each for each in ready if not (is_line(each) or goes_with_earlier(each, ready))]
    return with_lines(in_order(leaving), [*ready, *soon])[:ceiling]


def _together_soon(tx: Transaction, ready: Sequence[Delivery], *, now: datetime) -> list[Delivery]:
    """What one of *ready* takes along although it would wait a while for others by itself."""
    if not any(row_of(each.kind).told is Told.TOGETHER for each in ready):
        return []
    known = {each.key for each in ready}
    coming = [each for each in _pending(tx, now + TOGETHER) if each.key not in known]
    return [each for each in coming if row_of(each.kind).told is Told.TOGETHER]


def to_look_up(store: Store, *, now: datetime, limit: int = CEILING) -> list[Delivery]:
    """Those that Slack may have: claimed by somebody who is gone, or sent without an answer."""
    with store.transaction() as tx:
        ready = tx.deliveries.ready(now, limit=MOST_WAITING)
    return in_order(each for each in ready if each.state is not DeliveryState.PENDING)[:limit]


def is_anything_waiting(store: Store, *, now: datetime) -> bool:
    """Whether messages are to be sent now, or may have been."""
    with store.transaction() as tx:
        return any(not is_line(each) for each in tx.deliveries.ready(now, limit=MOST_WAITING))


def _pending(tx: Transaction, now: datetime) -> list[Delivery]:
    return [each for each in tx.deliveries.ready(now, limit=MOST_WAITING) if each.state is DeliveryState.PENDING]


def in_order(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """By urgency; within one urgency everybody's first message before anybody's second."""
    seen: dict[tuple[str, int], int] = {}
    ranked = []
    for each in sorted(deliveries, key=lambda each: (each.owed_at, each.key)):
        turn = (each.recipient_id, row_of(each.kind).urgency)
        seen[turn] = seen.get(turn, 0) + 1
        ranked.append(((row_of(each.kind).urgency, seen[turn]), each))
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def _may_be_caught_up(delivery: Delivery, now: datetime) -> bool:
    return row_of(delivery.kind).joined is not None and is_late(delivery, now=now) and not is_line(delivery)


def _may_wait_for_silence(delivery: Delivery, now: datetime) -> bool:
    return _may_be_caught_up(delivery, now) or delivery.kind in _BY_DEEDS


def _after_silence(tx: Transaction, pending: Sequence[Delivery], silence: Silence) -> list[Delivery]:
    """*pending* without what waits for the end of its reader's silence from now on."""
    waiting = [each for each in pending if _waits(tx, each, silence)]
    for each in waiting:
        until = silence[each.recipient_id]
        tx.deliveries.put(replace(each, owed_at=until, ready_at=until))  # waiting for a silence is not being late
    return [each for each in pending if each not in waiting]


def _waits(tx: Transaction, delivery: Delivery, silence: Silence) -> bool:
    until = silence.get(delivery.recipient_id)
    if until is None or delivery.kind not in _BY_DEEDS or until >= delivery.expires_at:
        return False
    post = tx.posts.find(delivery.subject) if row_of(delivery.kind).is_about_post else None
    return post is None or post.due is None or post.due.at > until or not post.is_open


def _goes_along(delivery: Delivery) -> bool:
    """A line that a catch-up can tell; the others wait for the next morning."""
    return is_line(delivery) and row_of(delivery.kind).joined is not None


def _settle(tx: Transaction, pending: list[Delivery], silence: Silence, *, now: datetime) -> list[Delivery]:
    expired = [each for each in pending if each.expires_at <= now]
    alive = [each for each in pending if each.expires_at > now]
    late = [each for each in alive if _may_be_caught_up(each, now)]
    lines = [each for each in alive if _goes_along(each) and is_late(each, now=now)]
    merged: set[str] = set()
    for recipient_id in dict.fromkeys(each.recipient_id for each in [*expired, *late]):
        lost = [each for each in expired if each.recipient_id == recipient_id]
        missed = [each for each in late if each.recipient_id == recipient_id]
        along = [each for each in lines if each.recipient_id == recipient_id]
        catch_up = _put_catch_up(tx, lost, missed, along, silence, now=now)
        if catch_up:
            merged |= {each.key for each in (*missed, *along)}
            alive += [] if catch_up.ready_at else [catch_up]
    return [each for each in alive if each.key not in merged]


def _put_catch_up(
    tx: Transaction,
    lost: list[Delivery],
    missed: list[Delivery],
    lines: list[Delivery],
    silence: Silence,
    *,
    now: datetime,
) -> Delivery | None:
    """One message for one person about all that came too late; None where a single late one says so itself.

    *lines* of a morning that is late go along; by themselves they wait for the next one.
    """
    told = [each for each in lost if _is_worth_telling(each)]
    parts = sorted([*told, *missed, *lines], key=lambda each: each.owed_at)
    catch_up = tx.deliveries.put(_catch_up(tx, parts, silence, now=now)) if told or len(missed) > 1 else None
    into = catch_up.key if catch_up else ""
    for each in lost:
        gone = replace(each, state=DeliveryState.EXPIRED, merged_into=into if each in told else "", error=LATE)
        tx.deliveries.put(gone)
        if row_of(each.kind).reader is Reader.CHANNEL and row_of(each.kind).stale is not Stale.ALWAYS:
            put_notice(tx, gone, now=now)
    for each in (*missed, *lines) if catch_up else ():
        tx.deliveries.put(replace(each, state=DeliveryState.MERGED, merged_into=into))
    return catch_up


def _is_worth_telling(delivery: Delivery) -> bool:
    row = row_of(delivery.kind)
    if row.stale is Stale.BEFOREHAND:
        return phase_of(delivery) is not Phase.SOON
    return row.joined is not None and row.stale is not Stale.ALWAYS


def _catch_up(tx: Transaction, parts: list[Delivery], silence: Silence, *, now: datetime) -> Delivery:
    first = parts[0]
    until = silence.get(first.recipient_id)
    strategy = next((found for found in (strategy_of(tx, each) for each in parts) if found), None)
    strategy_id = strategy.id if strategy else ""
    revision = revision_of(first.key, now=now)
    key = key_of(ReminderKind.CATCH_UP, strategy_id, SUBJECT, first.recipient_id, now.date(), revision)
    return Delivery(
        key=key,
        kind=ReminderKind.CATCH_UP,
        strategy_id=strategy_id,
        subject=SUBJECT,
        recipient_id=first.recipient_id,
        owed_at=until or now,
        ready_at=until,
        expires_at=over_at(ReminderKind.CATCH_UP, until or now),
        parts=tuple(dict.fromkeys(key for each in parts for key in _told_by(each))),
    )


def _told_by(delivery: Delivery) -> tuple[str, ...]:
    return delivery.parts if row_of(delivery.kind).joined is Joined.PARTS else (delivery.key,)
