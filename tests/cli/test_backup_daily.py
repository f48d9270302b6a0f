"""The backup of the day: made while the bot runs, once, and never in the way of a tick."""

import errno
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.errors import UserError
from bot.ticker import Ticker
from storage.copies.check import check
from storage.copies.daily_backup import DailyBackup
from storage.journal import disk
from storage.journal.backup_files import backups_of
from storage.memory import MemoryStore
from storage.tiny import TinyStore
from tests.storage.store_samples import a_post

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Clock:
    def __init__(self) -> None:
        self.at = NOON

    def now(self) -> datetime:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TinyStore]:
    made = TinyStore(tmp_path / "cal.json")
    with made.transaction() as tx:
        tx.posts.put(a_post(1))
    yield made
    made.close()


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    def refuse(*args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(disk, "replace_file", refuse)
        yield patch


def made(store: TinyStore) -> list[str]:
    return [f"{each.made_at:%m-%d %H}" for each in backups_of(store.path)]


def test_a_day_has_one_backup_however_often_the_metronome_asks(store, clock):
    backup = DailyBackup(store, clock)

    for _ in range(50):
        backup.run()
        clock.at += HOUR

    assert made(store) == ["11-26 00", "11-25 00", "11-24 12"]
    assert check(backups_of(store.path)[0].path).counts == {"posts": 1}


def test_a_restart_on_the_same_day_makes_no_second_one(store, clock):
    DailyBackup(store, clock).run()
    clock.at += HOUR

    DailyBackup(store, clock).run()

    assert made(store) == ["11-24 12"]


def test_a_failure_is_told_once_a_day_and_tried_again_until_it_works(store, clock, full_disk, caplog):
    backup = DailyBackup(store, clock)

    for _ in range(14):
        backup.run()
        clock.at += HOUR
    told = [record.getMessage() for record in caplog.records]
    full_disk.undo()
    backup.run()

    assert len(told) == 2
    assert "No space left" in told[0]
    assert made(store) == ["11-25 02"]


def test_a_store_without_a_file_is_left_alone(clock):
    store = MemoryStore()

    DailyBackup(store, clock).run()

    with store.transaction() as tx:
        assert tx.notes.all() == []


def test_the_metronome_makes_the_backup_at_its_start_and_ticks_meanwhile(store, clock):
    ticked, backed_up = threading.Event(), threading.Event()

    def back_up_slowly() -> None:
        assert ticked.wait(10)
        backed_up.set()

    ticker = Ticker(ticked.set, back_up_slowly)
    ticker.start()

    assert backed_up.wait(10)
    ticker.stop()


def test_a_backup_that_fails_otherwise_leaves_the_ticks_alone():
    ticks = threading.Semaphore(0)

    def break_down() -> None:
        raise ValueError("a bug")

    ticker = Ticker(ticks.release, break_down)
    ticker.start()
    assert ticks.acquire(timeout=10)
    ticker.nudge()

    assert ticks.acquire(timeout=10)
    ticker.stop()


def test_a_tick_that_is_refused_is_told_once_and_again_after_one_that_worked(caplog):
    refused = iter([True, True, False, True])

    def tick() -> None:
        if next(refused):
            raise UserError("store-write", path="cal.json", what="full")

    ticker = Ticker(tick, lambda: None)

    for _ in range(4):
        ticker.beat()

    assert len(caplog.records) == 2
    assert "full" in caplog.text
