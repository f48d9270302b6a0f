"""Files of a calendar that vanished or were emptied: damage, told with the way back, and no new calendar."""

from collections.abc import Callable
from pathlib import Path

import pytest

from storage import erase_store
from storage.copies.backup import back_up, restore
from storage.copies.check import check
from storage.journal.backup_files import newest_backup
from storage.journal.faults import StoreDamaged
from storage.journal.recovery import journal_path
from storage.tiny import TinyStore
from tests.storage.left import killed, posts_in, stopped
from tests.storage.store_samples import DAY, NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calendar.json"


@pytest.mark.parametrize("is_empty", [False, True])
def test_a_main_file_that_is_missing_or_empty_beside_a_backup_is_damage(path, is_empty):
    stopped(path, 1)
    backup = back_up(path, now=NOON)
    path.write_bytes(b"") if is_empty else path.unlink()

    for opening in (TinyStore, check):
        with pytest.raises(StoreDamaged) as damage:
            opening(path)
        assert damage.value.what == ("empty" if is_empty else "gone")

    assert newest_backup(path) == backup
    restore(backup, path, now=NOON)
    assert posts_in(path) == ["Post 1"]


@pytest.mark.parametrize("content", [b"", b"\n \n"])
def test_an_empty_file_that_nothing_speaks_for_is_a_new_calendar(path, content):
    path.write_bytes(content)

    assert posts_in(path) == []


def test_a_calendar_that_was_moved_away_after_a_stop_makes_room_for_a_new_one(path):
    stopped(path, 1)
    path.rename(path.with_name("old.json"))

    assert posts_in(path) == []
    assert posts_in(path.with_name("old.json")) == ["Post 1"]


def taken_away(journal: Path) -> None:
    journal.unlink()


def emptied(journal: Path) -> None:
    journal.write_bytes(b"")


def zeroed(journal: Path) -> None:
    journal.write_bytes(bytes(journal.stat().st_size))


@pytest.mark.parametrize("vanish", [taken_away, emptied, zeroed])
def test_a_journal_that_vanished_after_a_kill_is_damage_and_one_can_go_on_without_it(path, vanish):
    stopped(path, 1)
    killed(path, 2)
    vanish(journal_path(path))
    before = path.read_bytes()

    for opening in (TinyStore, check):
        with pytest.raises(StoreDamaged, match="journal_gone"):
            opening(path)

    assert path.read_bytes() == before
    restored = restore(path, path, now=NOON)
    assert posts_in(path) == ["Post 1"]
    assert (restored.aside / path.name).read_bytes() == before


def test_a_journal_put_back_is_read(path):
    killed(path, 1)
    elsewhere = path.with_name("elsewhere")
    journal_path(path).rename(elsewhere)
    with pytest.raises(StoreDamaged):
        TinyStore(path)

    elsewhere.rename(journal_path(path))

    assert posts_in(path) == ["Post 1"]


def test_killed_before_anything_was_written_nothing_is_missed(path):
    killed(path)

    assert posts_in(path) == []


def test_the_file_of_a_bot_that_was_stopped_can_be_replaced_by_an_older_one(path):
    stopped(path, 1)
    older = path.read_bytes()
    stopped(path, 2)

    path.write_bytes(older)

    assert posts_in(path) == ["Post 1"]


def test_a_file_alone_is_opened_wherever_it_was_copied_from(path, tmp_path):
    killed(path, 1)
    posts_in(path)

    elsewhere = tmp_path / "elsewhere.json"
    elsewhere.write_bytes(path.read_bytes())

    assert posts_in(elsewhere) == ["Post 1"]


@pytest.mark.parametrize("what", ["bad_line", "gap"])
def test_with_a_damaged_journal_one_can_go_on_with_the_file_and_the_journal_is_put_aside(path, what):
    stopped(path, 1)
    killed(path, 2, 3)
    lines = journal_path(path).read_bytes().rstrip(b"\0").splitlines(keepends=True)
    lines[1] = b"" if what == "gap" else b"x" + lines[1][1:]
    journal_path(path).write_bytes(b"".join(lines))
    with pytest.raises(StoreDamaged, match=what):
        TinyStore(path)

    restored = restore(path, path, now=NOON)

    assert posts_in(path) == ["Post 1"]
    assert journal_path(restored.aside / path.name).read_bytes() == b"".join(lines)


def test_a_restore_of_the_calendar_itself_loses_nothing_of_a_whole_journal(path):
    killed(path, 1)

    restore(path, path, now=NOON)

    assert posts_in(path) == ["Post 1"]


def test_an_empty_backup_replaces_nothing_and_is_not_offered(path):
    stopped(path, 1)
    good, empty = back_up(path, now=NOON), back_up(path, now=NOON + DAY)
    empty.write_bytes(b"")

    with pytest.raises(StoreDamaged, match="empty"):
        restore(empty, path, now=NOON + 2 * DAY)

    assert newest_backup(path) == good
    assert posts_in(path) == ["Post 1"]


@pytest.mark.parametrize("stop", range(8))
def test_a_deletion_that_is_killed_anywhere_can_be_taken_up_again(path, monkeypatch, stop):
    killed(path, 1)
    stopped(path, 2)
    back_up(path, now=NOON)
    steps = iter(range(100))
    unlink: Callable[..., None] = Path.unlink

    def dying(each: Path, **more: bool) -> None:
        if next(steps) == stop:
            raise KeyboardInterrupt
        unlink(each, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", dying)
        try:
            erase_store(f"tinydb://{path}")
        except KeyboardInterrupt:
            assert posts_in(path) == ["Post 1", "Post 2"]

    assert erase_store(f"tinydb://{path}") == []
    assert posts_in(path) == []
