"""SIGKILL at random moments, a Slack that fails, a laptop that sleeps: nothing is lost, nothing comes twice.

The long form, of 600 messages and 30 kills, is `python -m tests.torture_deliveries`.
"""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.e2e.kill_day import Day
from tests.e2e.kill_run import Run
from tests.e2e.kill_verdict import Verdict


def lived(folder: Path, seed: int, **more: object) -> Verdict:
    run = Run(day=Day(count=20, members=4, seed=seed, hours=1), folder=folder, kills=6, **more)
    verdict = run.live()
    assert run.killed == 6
    return verdict


@pytest.mark.parametrize(("mode", "seed"), [("socket", 1), ("http", 2)])
def test_killed_again_and_again_every_message_of_the_day_arrives_once(tmp_path: Path, mode: str, seed: int) -> None:
    verdict = lived(tmp_path, seed, mode=mode)

    assert verdict.faults() == {}, verdict.counts()


def test_asleep_for_three_days_in_the_middle_of_a_message_the_bot_tells_what_was_missed_once_and_that_it_is_late(
    tmp_path: Path,
) -> None:
    run = Run(day=Day(count=12, members=3, seed=5, hours=1), folder=tmp_path, nap=timedelta(days=3))

    faults = run.live().faults()

    agendas = [key for key in faults.get("lost", []) if key.startswith("agenda:")]  # of days that are over
    assert {name: found for name, found in faults.items() if found != agendas} == {}


def test_a_bot_that_writes_before_it_sends_loses_messages(tmp_path: Path) -> None:
    assert lived(tmp_path, 3, sender="record-first").lost()


def test_a_bot_that_sends_before_it_writes_doubles_messages(tmp_path: Path) -> None:
    assert lived(tmp_path, 4, sender="send-first").doubled()
