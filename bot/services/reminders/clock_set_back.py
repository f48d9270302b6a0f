"""A clock that was ahead has been set right: what it put off into a future that is no more waits no longer."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.reminder_columns import Hour
from bot.domain.reminder_kinds import row_of
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.ports import Transaction
from bot.services.reminders.deliveries import LEASE

TOLERANCE = timedelta(minutes=1)
"""The clocks of two machines differ by seconds; that is no setting back."""
LONGEST_WAIT = timedelta(days=1)
MANY = 5000


def is_clock_set_back(last: datetime, *, now: datetime) -> bool:
    """Whether the look at *last* cannot have been before *now*."""
    return last > now + TOLERANCE


def wait_no_longer(tx: Transaction, *, ahead: datetime, now: datetime) -> None:
    """Mend what was written while the clock went up to *ahead*."""
    for each in tx.deliveries.ready(ahead + LONGEST_WAIT, limit=MANY):
        mended = _with_lease(each, now=now) if each.state is not DeliveryState.PENDING else _pending(each, now=now)
        if mended != each:
            tx.deliveries.put(mended)


def _with_lease(delivery: Delivery, *, now: datetime) -> Delivery:
    until = now + LEASE
    return replace(delivery, lease_until=min(delivery.lease_until or until, until))


def _pending(delivery: Delivery, *, now: datetime) -> Delivery:
    if row_of(delivery.kind).hour is Hour.NOW:
        return replace(delivery, owed_at=min(delivery.owed_at, now), ready_at=None)
    if delivery.owed_at > now:  # found too early
        return replace(delivery, ready_at=delivery.owed_at)
    return replace(delivery, ready_at=None) if delivery.ready_at and delivery.ready_at > now else delivery
