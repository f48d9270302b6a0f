"""What is told as a line of another message: taken along when that leaves, set free where it does not arrive.

Each thing owed has its row of the ledger. A line's row says into which message it went; while it is in one that is
on its way, or may have arrived, no other takes it along.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.reminder_columns import Told
from bot.domain.reminder_kinds import ReminderKind, row_of
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.ports import Transaction


def is_line(delivery: Delivery) -> bool:
    """Whether it waits for its reader's morning instead of being sent by itself."""
    return row_of(delivery.kind).told is Told.LINE


def goes_with_earlier(delivery: Delivery, ready: Iterable[Delivery]) -> bool:
    """Whether another of *ready* takes it along: the first of its kind for the same reader."""
    if row_of(delivery.kind).told is not Told.TOGETHER:
        return False
    same = [each for each in ready if each.kind is delivery.kind and each.recipient_id == delivery.recipient_id]
    return min(same, key=_place).key != delivery.key


def _place(delivery: Delivery) -> tuple[datetime, str]:
    return delivery.owed_at, delivery.key


def with_lines(ready: Sequence[Delivery], waiting: Iterable[Delivery]) -> list[Delivery]:
    """*ready*, in the order in which they leave, each with the keys of those of *waiting* that it may take along."""
    by_reader: dict[str, list[Delivery]] = {}
    for each in waiting:
        if row_of(each.kind).told is not Told.ALONE:
            by_reader.setdefault(each.recipient_id, []).append(each)
    return [replace(each, lines=_lines_of(each, by_reader)) for each in ready] if by_reader else list(ready)


def _lines_of(carrier: Delivery, by_reader: Mapping[str, list[Delivery]]) -> tuple[str, ...]:
    wanted = _taken_by(carrier.kind)
    others = (each for each in by_reader.get(carrier.recipient_id, ()) if each.key != carrier.key)
    return tuple(each.key for each in others if row_of(each.kind).told is wanted and _go_together(carrier, each))


def _go_together(carrier: Delivery, other: Delivery) -> bool:
    """Only its like goes with what is told together."""
    return row_of(other.kind).told is not Told.TOGETHER or other.kind is carrier.kind


def _taken_by(kind: ReminderKind) -> Told | None:
    """The morning takes its lines; what is live about a post, what is due near it; what goes together, its like."""
    if kind is ReminderKind.AGENDA:
        return Told.LINE
    if row_of(kind).told is Told.TOGETHER:
        return Told.TOGETHER
    return Told.NEAR if row_of(kind).gives_way else None


def take_along(tx: Transaction, leaving: Delivery) -> Delivery:
    """*leaving* with those of its lines that nobody took meanwhile, which are told in it from now on."""
    free = [each for each in map(tx.deliveries.find, leaving.lines) if each and each.state is DeliveryState.PENDING]
    for each in free:
        tx.deliveries.put(replace(each, state=DeliveryState.MERGED, merged_into=leaving.key))
    return replace(leaving, lines=tuple(each.key for each in free))


def leave_lines(tx: Transaction, left: Delivery) -> Delivery:
    """*left*, which certainly did not arrive: what it would have told waits for another message."""
    for each in map(tx.deliveries.find, left.lines):
        if each and each.state is DeliveryState.MERGED and each.merged_into == left.key:
            tx.deliveries.put(replace(each, state=DeliveryState.PENDING, merged_into=""))
    return replace(left, lines=())


def lines_in(tx: Transaction, carrier: Delivery) -> list[Delivery]:
    """What is told in *carrier* beside what it is about, in the order in which it was owed."""
    found = [each for each in map(tx.deliveries.find, carrier.lines) if each]
    return sorted(found, key=_place)
