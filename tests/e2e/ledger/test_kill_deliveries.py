"""SIGKILL at random moments, a Slack that fails, a laptop that sleeps: nothing is lost, nothing comes twice.

The long form, of 600 messages and 30 kills, is `python -m tests.torture_deliveries`.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.e2e.ledger.kill_day import Day
from tests.e2e.ledger.kill_run import Nursery, Run
from tests.e2e.ledger.kill_verdict import Verdict


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    with Nursery() as process:
        yield process


def lived(folder: Path, nursery: Nursery, seed: int, **more: object) -> Verdict:
    run = Run(day=Day(count=16, members=4, seed=seed, hours=1), folder=folder, nursery=nursery, kills=6, **more)
    run.slack.faults.plan("chat.postMessage", "ok", "500", "drop_after", "429", "500_after", "drop_before")
    verdict = run.live()
    assert run.killed == 6
    return verdict


@pytest.mark.parametrize(("mode", "seed"), [("socket", 1), ("http", 2)])
def test_killed_again_and_again_every_message_of_the_day_arrives_once(
    tmp_path: Path, nursery: Nursery, mode: str, seed: int
) -> None:
    verdict = lived(tmp_path, nursery, seed, mode=mode)

    assert verdict.faults() == {}, verdict.counts()


def test_asleep_for_three_days_in_the_middle_of_a_message_the_bot_tells_what_was_missed_once_and_that_it_is_late(
    tmp_path: Path, nursery: Nursery
) -> None:
    run = Run(day=Day(count=12, members=3, seed=5, hours=1), folder=tmp_path, nursery=nursery, nap=timedelta(days=3))

    faults = run.live().faults()

    agendas = [key for key in faults.get("lost", []) if key.startswith("agenda:")]  # of days that are over
    assert {name: found for name, found in faults.items() if found != agendas} == {}


def test_a_bot_that_writes_before_it_sends_loses_messages(tmp_path: Path, nursery: Nursery) -> None:
    assert lived(tmp_path, nursery, 3, sender="record-first").lost()


def test_a_bot_that_sends_before_it_writes_doubles_messages(tmp_path: Path, nursery: Nursery) -> None:
    assert lived(tmp_path, nursery, 4, sender="send-first").doubled()
