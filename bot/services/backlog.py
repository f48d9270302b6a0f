"""What is sent next: the urgent first; what came too late is told in one message for each person."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.people import ReminderKind
from bot.domain.reminders import WINDOWS, Phase, key_of, phase_of
from bot.ports import Store, Transaction
from bot.services.deliveries import LATE, is_late, put_notice, strategy_of

CEILING = 60
"""Messages of one tick: Slack wants about one a second of a workspace, and short bursts at most."""
BACKLOG = 5000

URGENCY = {
    ReminderKind.DUE: 0,
    ReminderKind.OVERDUE: 1,
    ReminderKind.CATCH_UP: 1,
    ReminderKind.NOTICE: 2,
    ReminderKind.REVIEW: 2,
    ReminderKind.AGENDA: 3,
    ReminderKind.CHECK_IN: 3,
    ReminderKind.DIGEST: 3,
    ReminderKind.UNOWNED: 4,
    ReminderKind.RADAR: 4,
    ReminderKind.MEASURE: 4,
}
_ALONE = frozenset({ReminderKind.DIGEST, ReminderKind.NOTICE, ReminderKind.RADAR})
"""Never told in a catch-up; a catch-up that did not get through is part of the next one."""
_STALE = frozenset({ReminderKind.AGENDA, ReminderKind.UNOWNED})
"""Not worth telling once their day is over: the next one says how things stand."""


def next_to_send(store: Store, *, now: datetime, ceiling: int = CEILING) -> list[Delivery]:
    """Settle what is too late, and name what is to be sent now, most urgent first; nothing is claimed yet."""
    with store.transaction() as tx:
        ready = _settled(tx, tx.deliveries.ready(now, limit=BACKLOG), now=now)
    return in_order(ready)[:ceiling]


def in_order(deliveries: Iterable[Delivery]) -> list[Delivery]:
    """By urgency; within one urgency everybody's first message before anybody's second."""
    seen: dict[tuple[str, int], int] = {}
    ranked = []
    for each in sorted(deliveries, key=lambda each: (each.owed_at, each.key)):
        turn = (each.recipient_id, URGENCY[each.kind])
        seen[turn] = seen.get(turn, 0) + 1
        ranked.append(((URGENCY[each.kind], seen[turn]), each))
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def _settled(tx: Transaction, ready: list[Delivery], *, now: datetime) -> list[Delivery]:
    unclear = [each for each in ready if each.state is not DeliveryState.PENDING]
    pending = [each for each in ready if each.state is DeliveryState.PENDING]
    expired = [each for each in pending if each.expires_at <= now]
    alive = [each for each in pending if each.expires_at > now]
    late = [each for each in alive if each.kind not in _ALONE and is_late(each, now=now)]
    merged: set[str] = set()
    for recipient_id in dict.fromkeys(each.recipient_id for each in [*expired, *late]):
        lost = [each for each in expired if each.recipient_id == recipient_id]
        missed = [each for each in late if each.recipient_id == recipient_id]
        catch_up = _caught_up(tx, lost, missed, now=now)
        if catch_up:
            merged |= {each.key for each in missed}
            alive.append(catch_up)
    return [*unclear, *(each for each in alive if each.key not in merged)]


def _caught_up(tx: Transaction, lost: list[Delivery], missed: list[Delivery], *, now: datetime) -> Delivery | None:
    """One message for one person about all that came too late; None where a single late one says so itself."""
    told = [each for each in lost if _is_worth_telling(each)]
    parts = sorted([*told, *missed], key=lambda each: each.owed_at)
    catch_up = tx.deliveries.put(_catch_up(tx, parts, now=now)) if told or len(missed) > 1 else None
    into = catch_up.key if catch_up else ""
    for each in lost:
        gone = replace(each, state=DeliveryState.EXPIRED, merged_into=into if each in told else "", error=LATE)
        tx.deliveries.put(gone)
        if each.kind is ReminderKind.DIGEST:
            put_notice(tx, gone, now=now)
    for each in missed if catch_up else ():
        tx.deliveries.put(replace(each, state=DeliveryState.MERGED, merged_into=into))
    return catch_up


def _is_worth_telling(delivery: Delivery) -> bool:
    if delivery.kind is ReminderKind.DUE:
        return phase_of(delivery) is not Phase.SOON
    return delivery.kind not in _ALONE | _STALE


def _catch_up(tx: Transaction, parts: list[Delivery], *, now: datetime) -> Delivery:
    first = parts[0]
    strategy = next((found for found in (strategy_of(tx, each) for each in parts) if found), None)
    strategy_id = strategy.id if strategy else ""
    moment = now.isoformat(timespec="seconds").replace(":", "")
    key = key_of(ReminderKind.CATCH_UP, strategy_id, "late", first.recipient_id, now.date(), moment)
    return Delivery(
        key=key,
        kind=ReminderKind.CATCH_UP,
        strategy_id=strategy_id,
        subject="late",
        recipient_id=first.recipient_id,
        owed_at=now,
        expires_at=now + WINDOWS[ReminderKind.CATCH_UP],
        parts=tuple(dict.fromkeys(key for each in parts for key in _told_by(each))),
    )


def _told_by(delivery: Delivery) -> tuple[str, ...]:
    return delivery.parts if delivery.kind is ReminderKind.CATCH_UP else (delivery.key,)
