"""Read beside a process that goes on meanwhile: whatever comes between two reads, what was acknowledged is there."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.copies.backup import back_up, restore
from storage.copies.check import check, read_beside
from storage.journal import disk
from storage.journal.faults import StoreDamaged, StoreTooNew
from storage.tiny import TinyStore
from tests.storage.store_samples import DAY, NOON, a_post

Between = Callable[[Callable[[], object]], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calendar.json"


@pytest.fixture
def journal(path: Path) -> Path:
    return path.with_name("calendar.json.journal")


@pytest.fixture
def store(path: Path) -> Iterator[TinyStore]:
    made = TinyStore(path)
    add(made, 1, 2)
    yield made
    made.close()


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Between:
    """Lets something happen once, after the first of the two files was read."""
    read, waiting = Path.read_bytes, []

    def reading(each: Path) -> bytes:
        content = read(each)
        if waiting:
            waiting.pop()()
        return content

    monkeypatch.setattr(Path, "read_bytes", reading)
    return waiting.append


def add(store: TinyStore, *numbers: int) -> None:
    for number in numbers:
        with store.transaction() as tx:
            tx.posts.put(a_post(number))


def abandoned(path: Path, *numbers: int) -> None:
    """A calendar as a kill leaves it, its writes in the journal."""
    store = TinyStore(path)
    add(store, *numbers)
    os.close(store.journal._lock_fd)


def posts_beside(path: Path) -> list[str]:
    rows = check(path).tables.get("posts", {})
    return sorted(str(row["id"]) for row in rows.values())


def test_a_compaction_between_the_reads_hides_nothing_from_a_backup(path, store, between):
    between(store.journal.compact)

    made = back_up(path, now=NOON)

    assert posts_beside(made) == ["P1", "P2"]


def test_a_clean_stop_and_a_new_start_between_the_reads_hide_nothing(path, between):
    store = TinyStore(path)
    add(store, 1, 2)

    def stop_and_go_on() -> None:
        store.close()
        abandoned(path, 3)

    between(stop_and_go_on)

    assert posts_beside(path) in (["P1", "P2"], ["P1", "P2", "P3"])


def test_what_was_written_during_a_compaction_is_there_whichever_file_is_met(path, store, between, monkeypatch):
    def meanwhile(main: Path, chunks, replace=disk.replace_file) -> None:
        add(store, 3)
        between(lambda: replace(main, chunks))
        seen.append(posts_beside(path))

    seen: list[list[str]] = []
    with monkeypatch.context() as patch:
        patch.setattr(disk, "replace_file", meanwhile)
        store.journal.compact()
    seen.append(posts_beside(path))

    assert seen == [["P1", "P2", "P3"]] * 2


@pytest.mark.parametrize("is_damaged", [False, True])
def test_a_restore_between_the_reads_gives_the_old_calendar_or_the_restored_one(path, between, is_damaged):
    store = TinyStore(path)
    add(store, 1)
    made = back_up(store, now=NOON)
    add(store, 2)
    os.close(store.journal._lock_fd)
    if is_damaged:
        path.write_text("no calendar")

    between(lambda: restore(made, path, now=NOON + DAY))

    assert posts_beside(path) in ([["P1"]] if is_damaged else [["P1"], ["P1", "P2"]])


def test_a_journal_read_while_a_line_was_being_written_is_read_again(path, journal, store, monkeypatch):
    read = Path.read_bytes
    torn = [read(journal).replace(b'"title":"Post 1"', bytes(16))]
    monkeypatch.setattr(Path, "read_bytes", lambda each: torn.pop() if each == journal and torn else read(each))

    assert posts_beside(path) == ["P1", "P2"]


def test_damage_that_stays_is_told(path, journal):
    abandoned(path, 1, 2)
    journal.write_bytes(journal.read_bytes().replace(b'"title":"Post 1"', b'"title":"Post x"'))

    with pytest.raises(StoreDamaged, match="bad_line"):
        read_beside(path)


def test_a_newer_format_is_told_before_a_journal_that_this_version_cannot_read(path, journal):
    path.write_text('{"_meta": {"1": {"schema": 999, "sequence": 1}}}')
    journal.write_text("a line\nof another kind\n")

    with pytest.raises(StoreTooNew):
        read_beside(path)
