"""The sandbox clock: forward only, stopped or running, with a stepper that goes first."""

from datetime import UTC, datetime, timedelta

import pytest
from freezegun import freeze_time

from bot.sandbox.clock import SandboxClock

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_running_clock_keeps_real_time():
    with freeze_time(NOON) as real:
        clock = SandboxClock()
        real.tick(HOUR)

        assert clock.now() == NOON + HOUR


def test_a_stopped_clock_stands():
    with freeze_time(NOON) as real:
        clock = SandboxClock(stopped_at=NOON)
        real.tick(HOUR)

        assert clock.now() == NOON


def test_a_clock_runs_on_from_where_it_was_stopped():
    with freeze_time(NOON) as real:
        clock = SandboxClock(stopped_at=NOON + 24 * HOUR)
        clock.run()
        real.tick(HOUR)

        assert clock.now() == NOON + 25 * HOUR


def test_a_running_clock_that_is_moved_keeps_running():
    with freeze_time(NOON) as real:
        clock = SandboxClock()
        clock.move_to(NOON + 5 * HOUR)
        real.tick(HOUR)

        assert clock.now() == NOON + 6 * HOUR


def test_it_never_goes_back():
    clock = SandboxClock(stopped_at=NOON)

    for move in (clock.move_to, clock.set, clock.stop_at):
        with pytest.raises(ValueError, match="only moves forward"):
            move(NOON - HOUR)


def test_a_moment_without_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        SandboxClock(stopped_at=datetime(2026, 11, 23))  # noqa: DTZ001


def test_the_stepper_goes_first_and_finds_the_clock_where_it_was():
    clock = SandboxClock(stopped_at=NOON)
    stops = []
    clock.stepper = lambda goal: stops.append((clock.now(), goal))

    clock.move_to(NOON + HOUR)

    assert stops == [(NOON, NOON + HOUR)]
    assert clock.now() == NOON + HOUR


def test_a_stepper_may_bring_the_clock_there_itself():
    clock = SandboxClock(stopped_at=NOON)
    clock.stepper = clock.set

    clock.move_to(NOON + HOUR)

    assert clock.now() == NOON + HOUR


def test_whoever_listens_hears_of_every_move():
    clock = SandboxClock(stopped_at=NOON)
    heard = []
    clock.on_move.append(lambda: heard.append(clock.now()))

    clock.set(NOON + HOUR)
    clock.run()

    assert heard[0] == NOON + HOUR
    assert len(heard) == 2
