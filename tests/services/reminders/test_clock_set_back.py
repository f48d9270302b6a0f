"""A clock that was ahead: what it put off into a future that is none any more."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.services.reminders.clock_set_back import LONGEST_WAIT, is_clock_set_back, wait_no_longer
from storage.memory import MemoryStore

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
AHEAD = NOW + timedelta(days=3)
EARLIER, SOON = NOW - timedelta(hours=1), NOW + timedelta(hours=1)


def mended(kind: ReminderKind, *, owed_at: datetime, ready_at: datetime | None) -> Delivery:
    waiting = Delivery(
        key=f"{kind.value}:S1:P1:UAMY",
        kind=kind,
        strategy_id="S1",
        subject="P1",
        recipient_id="UAMY",
        owed_at=owed_at,
        ready_at=ready_at,
        expires_at=owed_at + timedelta(days=7),
    )
    store = MemoryStore()
    with store.transaction() as tx:
        tx.deliveries.put(waiting)
        wait_no_longer(tx, ahead=AHEAD, now=NOW)
        return tx.deliveries.get(waiting.key)


@pytest.mark.parametrize("kind", [ReminderKind.NOTICE, ReminderKind.CATCH_UP])
@pytest.mark.parametrize("owed_at", [EARLIER, AHEAD])
def test_what_is_born_of_the_moment_is_told_now(kind: ReminderKind, owed_at: datetime) -> None:
    found = mended(kind, owed_at=owed_at, ready_at=AHEAD + LONGEST_WAIT)

    assert (found.owed_at, found.ready_at) == (min(owed_at, NOW), None)


@pytest.mark.parametrize("ready_at", [None, AHEAD])
def test_what_has_a_moment_of_its_own_waits_for_it(ready_at: datetime | None) -> None:
    found = mended(ReminderKind.DUE, owed_at=SOON, ready_at=ready_at)

    assert (found.owed_at, found.ready_at) == (SOON, SOON)


@pytest.mark.parametrize(("ready_at", "then"), [(AHEAD, None), (None, None), (EARLIER, EARLIER)])
def test_what_was_owed_before_waits_for_nothing_in_the_future(ready_at: datetime | None, then: datetime | None) -> None:
    found = mended(ReminderKind.DUE, owed_at=EARLIER, ready_at=ready_at)

    assert (found.owed_at, found.ready_at) == (EARLIER, then)


@pytest.mark.parametrize(("seconds", "expected"), [(59, False), (60, False), (61, True)])
def test_seconds_between_two_machines_are_no_setting_back(seconds: int, expected: bool) -> None:
    assert is_clock_set_back(NOW + timedelta(seconds=seconds), now=NOW) is expected
