"""Backups are whole, thin out with time and lead back; what a restore replaces is put aside."""

import contextlib
import os
import stat
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from storage.copies.backup import back_up, restore
from storage.copies.check import check
from storage.copies.daily_backup import back_up_daily
from storage.journal import disk
from storage.journal.backup_files import backups_of
from storage.journal.faults import StoreDamaged, StoreLocked, StoreTooNew
from storage.memory import MemoryStore
from storage.tiny import TinyStore
from tests.storage.store_samples import DAY, HOUR, NOON, a_delivery, a_post


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calendar.json"


@pytest.fixture
def store(path: Path) -> Iterator[TinyStore]:
    made = TinyStore(path)
    add(made, 1)
    yield made
    made.close()


def add(store: TinyStore, *numbers: int) -> None:
    with store.transaction() as tx:
        for number in numbers:
            tx.posts.put(a_post(number, due_at=NOON))


def posts_in(path: Path) -> list[str]:
    store = TinyStore(path)
    try:
        with store.transaction() as tx:
            return [post.id for post in tx.posts.all()]
    finally:
        store.close()


def posts_after_a_write_and_a_kill(path: Path) -> list[str]:
    store = TinyStore(path)
    add(store, 9)
    os.close(store.journal._lock_fd)
    return posts_in(path)


# Copies


def test_a_running_store_is_copied_with_what_is_only_in_its_journal(path, store):
    made = back_up(store, now=NOON)

    assert made == path.parent / "backups" / "calendar-2026-11-24T120000Z.kept.json"
    assert posts_in(made) == ["P1"]


def test_the_file_of_a_running_bot_is_copied_by_another_process_without_its_lock(path, store):
    add(store, 2)

    made = back_up(path, now=NOON)

    assert posts_in(made) == ["P1", "P2"]


def test_a_copy_goes_where_it_is_wanted_and_is_the_owners_alone(tmp_path, store):
    made = back_up(store, now=NOON, to=tmp_path / "usb" / "mine.json")

    assert posts_in(made) == ["P1"]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600


def test_there_is_one_backup_a_day_however_often_it_is_asked_for(path, store):
    first = back_up_daily(store, now=NOON)

    assert first is not None
    assert back_up_daily(store, now=NOON + timedelta(hours=11)) is None
    assert back_up_daily(store, now=NOON + DAY) is not None


def test_a_store_that_is_no_file_has_no_backups():
    assert back_up_daily(MemoryStore(), now=NOON) is None


def test_seven_days_and_four_weeks_are_kept_and_what_was_asked_for_stays(path, store):
    asked = back_up(store, now=NOON)

    for day in range(60):
        back_up_daily(store, now=NOON + day * DAY)

    made = [each.made_at for each in backups_of(path) if not each.is_kept]
    last = NOON + 59 * DAY
    assert made[:7] == [last - day * DAY for day in range(7)]
    assert [moment.isocalendar()[:2] for moment in made[7:]] == [(2027, 1), (2026, 53)]
    assert last.isocalendar()[:2] == (2027, 3)
    assert asked.exists()


def test_a_clock_that_was_ahead_costs_no_backup_once_it_is_right(path, store):
    for day in range(30, 38):
        back_up_daily(store, now=NOON + day * DAY + HOUR)

    for day in range(40):
        made = back_up_daily(store, now=NOON + day * DAY)

        assert made is not None
        assert made.exists()
        kept = [each.made_at for each in backups_of(path) if each.made_at <= NOON + day * DAY]
        assert len(kept) >= min(day + 1, 7)


def test_backups_of_a_calendar_whose_name_begins_alike_are_not_this_ones(path, store, tmp_path):
    other = TinyStore(tmp_path / "calendar-old.json")
    back_up(other, now=NOON)
    other.close()

    assert backups_of(path) == []


# The way back


def test_a_restore_brings_the_backup_back_and_puts_the_present_aside(path):
    store = TinyStore(path)
    add(store, 1)
    made = back_up(store, now=NOON)
    add(store, 2)
    store.close()

    restored = restore(made, path, now=NOON + DAY)

    assert posts_in(path) == ["P1"]
    assert restored.aside is not None
    assert posts_in(restored.aside / path.name) == ["P1", "P2"]
    assert restored.checked.counts == {"posts": 1}


def test_writes_go_on_after_a_restore(path):
    store = TinyStore(path)
    add(store, 1)
    made = back_up(store, now=NOON)
    store.close()
    restore(made, path, now=NOON)

    store = TinyStore(path)
    add(store, 2)
    store.close()

    assert posts_in(path) == ["P1", "P2"]


def test_a_calendar_that_a_bot_holds_is_not_replaced(path, store):
    made = back_up(store, now=NOON)

    with pytest.raises(StoreLocked):
        restore(made, path, now=NOON)


def test_a_damaged_calendar_can_be_replaced_and_its_files_are_kept_as_they_are(path):
    made = _killed_with_a_backup(path)
    path.write_text("no calendar")
    journal = path.with_name("calendar.json.journal").read_bytes()

    restored = restore(made, path, now=NOON + DAY)

    assert posts_in(path) == ["P1"]
    assert restored.aside is not None
    assert (restored.aside / "calendar.json").read_text() == "no calendar"
    assert (restored.aside / "calendar.json.journal").read_bytes() == journal


def test_where_there_was_no_calendar_one_is_made(tmp_path, store):
    made = back_up(store, now=NOON)

    restored = restore(made, tmp_path / "elsewhere" / "parution.json", now=NOON)

    assert restored.aside is None
    assert posts_in(tmp_path / "elsewhere" / "parution.json") == ["P1"]


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        ("{", StoreDamaged),
        ('{"_meta": {"1": {"schema": 99, "sequence": 1}}}', StoreTooNew),
        ('{"posts": {"1": {"id": "P1", "title": "No strategy"}}}', StoreDamaged),
    ],
)
def test_a_backup_that_cannot_be_read_whole_replaces_nothing(path, tmp_path, content, refusal):
    store = TinyStore(path)
    add(store, 1)
    store.close()
    bad = tmp_path / "bad.json"
    bad.write_text(content)

    with pytest.raises(refusal):
        restore(bad, path, now=NOON)

    assert posts_in(path) == ["P1"]


@pytest.mark.parametrize("is_damaged", [False, True])
@pytest.mark.parametrize("step", range(6))
def test_a_restore_interrupted_anywhere_leaves_the_old_calendar_or_the_restored_one_to_be_written_in(
    path, monkeypatch, step, is_damaged
):
    made = _killed_with_a_backup(path)
    if is_damaged:
        path.write_text("no calendar")
    old = [path.read_bytes()]
    calls = iter(range(1000))

    def interrupted(folder: Path, sync=disk.sync_folder) -> None:
        sync(folder)
        if next(calls) == step:
            raise InterruptedError

    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync_folder", interrupted)
        with contextlib.suppress(InterruptedError):
            restore(made, path, now=NOON + DAY)

    if [path.read_bytes()] != old:
        assert posts_after_a_write_and_a_kill(path) == ["P1", "P9"]
    elif not is_damaged:
        assert posts_after_a_write_and_a_kill(path) == ["P1", "P2", "P9"]


# The check


def test_a_check_counts_and_names_what_cannot_be_read(path):
    store = TinyStore(path)
    add(store, 1, 2)
    with store.transaction() as tx:
        tx.deliveries.put(a_delivery())
    store.close()
    path.write_text(path.read_text().replace('"title":"Post 2"', '"ttile":"Post 2"'))

    checked = check(path)

    assert checked.counts == {"posts": 2, "deliveries": 1}
    assert [(each.table, each.key, each.what, each.detail) for each in checked.problems[:2]] == [
        ("posts", "P2", "unreadable", "'title'"),
        ("posts", "P2", "unknown_field", "ttile"),
    ]
    assert not checked.is_readable


def test_a_calendar_in_use_is_checked_without_its_lock(path, store):
    assert check(path).is_readable


def _killed_with_a_backup(path: Path) -> Path:
    """A calendar with P1 in its backup, and P2 only in the journal as a kill leaves it."""
    store = TinyStore(path)
    add(store, 1)
    made = back_up(store, now=NOON)
    add(store, 2)
    files = {each: each.read_bytes() for each in (path, path.with_name("calendar.json.journal"))}
    store.close()
    for each, content in files.items():
        each.write_bytes(content)
    return made


def test_the_day_of_a_backup_is_that_of_its_moment_in_utc(path, store):
    evening_in_montreal = datetime.fromisoformat("2026-11-24T20:00:00-05:00")

    made = back_up_daily(store, now=evening_in_montreal)

    assert made is not None
    assert made.name == "calendar-2026-11-25T010000Z.json"
