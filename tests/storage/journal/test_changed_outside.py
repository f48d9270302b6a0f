"""Files that somebody or something changed: read where they can be, never in silence, and kept as they were found."""

import os
import re
from pathlib import Path
from zlib import crc32

import pytest

from storage import erase_store, open_store
from storage.copies.backup import back_up, restore
from storage.journal.backup_files import last_found_changed
from storage.journal.faults import StoreDamaged, StoreTooNew, WriteRefused
from storage.journal.recovery import journal_path
from storage.journal.snapshot import read_snapshot
from storage.tiny import TinyStore
from tests.storage.journal.raw import Journal
from tests.storage.left import add, found_changed, killed, posts_in, stopped
from tests.storage.store_samples import DAY, NOON

SPRING = b'"title":"Post 1"'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calendar.json"


# Changed, and read all the same


def test_an_edit_by_hand_is_taken_over_told_and_kept_as_it_was_read(path, caplog):
    stopped(path, 1)
    edited = path.read_bytes().replace(SPRING, b'"title":"By hand"')
    path.write_bytes(edited)

    assert posts_in(path) == ["By hand"]

    [kept] = found_changed(path)
    assert (kept / path.name).read_bytes() == edited
    assert re.search(r"calendar\.json was changed outside of the bot .* kept in .*\.found$", caplog.text.strip())


def test_it_is_told_once(path, caplog):
    stopped(path, 1)
    path.write_bytes(path.read_bytes().replace(SPRING, b'"title":"By hand"'))
    posts_in(path)
    caplog.clear()

    assert posts_in(path) == ["By hand"]

    assert caplog.text == ""
    assert len(found_changed(path)) == 1


def test_killed_while_it_was_kept_it_is_kept_once(path, monkeypatch):
    stopped(path, 1)
    path.write_bytes(path.read_bytes().replace(SPRING, b'"title":"By hand"'))
    with monkeypatch.context() as patch:
        patch.setattr("storage.journal.main_file.MainFile.write", lambda *args: 1 // 0)
        with pytest.raises(ZeroDivisionError):
            TinyStore(path)

    assert posts_in(path) == ["By hand"]

    assert len(found_changed(path)) == 1


def test_a_second_edit_does_not_write_over_the_copy_of_the_first(path):
    for title in (b"One", b"Two"):
        stopped(path)
        path.write_bytes(b'{"posts": {"1": {"id": "P1", "strategy_id": "S1", "title": "%b", "platform": "x"}}}' % title)
        os.utime(path, (NOON.timestamp(), NOON.timestamp()))
        posts_in(path)

    assert [b"One" in (each / path.name).read_bytes() for each in found_changed(path)] == [True, False]


def test_a_changed_bit_anywhere_in_the_main_file_is_never_taken_for_what_was_written(path):
    stopped(path, 1, 2)
    content = path.read_bytes()
    last_lines = range(content.index(b'"_meta"') * 8, len(content) * 8)
    silent = []

    for bit in (*range(0, last_lines.start, 61), *last_lines[::3]):
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        path.write_bytes(changed)
        try:
            found = read_snapshot(path)
        except StoreDamaged:
            continue
        silent += [] if found is None or found.is_edited else [bit]

    assert silent == []


def test_a_file_of_an_earlier_version_stands_as_it_was_written(path):
    tables = b'{\n"posts": {\n"1": {"id":"P1"}\n},\n'
    meta = b'"_meta": {\n"1": {"schema":1,"sequence":3,"crc32":"%08x"}\n}\n}\n' % crc32(tables)
    path.write_bytes(tables + meta)

    found = read_snapshot(path)

    assert found is not None
    assert not found.is_edited
    assert (found.meta.schema, found.meta.sequence) == (1, 3)


def test_a_changed_bit_in_the_journal_is_never_read_in_silence(path, caplog):
    killed(path, 1, 2)
    files = {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    content = files[journal_path(path)].rstrip(b"\0")
    silent = []

    for bit in range(0, len(content) * 8, 301):
        for each, whole in files.items():
            each.write_bytes(whole)
        changed = bytearray(content)
        changed[bit // 8] ^= 1 << bit % 8
        journal_path(path).write_bytes(changed)
        caplog.clear()
        try:
            posts_in(path)
        except StoreDamaged:
            continue
        silent += [] if "was left out" in caplog.text else [bit]

    assert silent == []
    kept = {(each / journal_path(path).name).read_bytes() for each in found_changed(path)}
    assert kept
    assert all(len(each) == len(content) for each in kept)


def test_an_edit_while_the_bot_runs_is_written_over_but_kept(path, caplog):
    store = TinyStore(path)
    add(store, 1)
    path.write_text("{}")

    store.close()

    assert posts_in(path) == ["Post 1"]
    assert [(each / path.name).read_text() for each in found_changed(path)] == ["{}"]
    assert "changed outside of the bot while it ran" in caplog.text


def test_a_backup_that_was_changed_can_be_brought_back_and_says_so(path):
    stopped(path, 1)
    backup = back_up(path, now=NOON)
    backup.write_bytes(backup.read_bytes().replace(SPRING, b'"title":"By hand"'))

    restored = restore(backup, path, now=NOON + DAY)

    assert restored.checked.is_edited
    assert posts_in(path) == ["By hand"]
    assert found_changed(path) == []


def test_what_was_found_changed_can_be_brought_back_with_its_journal(path):
    stopped(path, 1)
    killed(path, 2)
    path.write_bytes(path.read_bytes().replace(SPRING, b'"title":"By hand"'))
    posts_in(path)
    stopped(path, 3)

    [kept] = found_changed(path)
    restore(kept / path.name, path, now=NOON)

    assert posts_in(path) == ["By hand", "Post 2"]


# While the bot runs


def test_a_journal_that_vanishes_under_a_running_bot_is_put_back_with_the_next_write(path, caplog):
    store = TinyStore(path)
    add(store, 1)
    journal_path(path).unlink()

    add(store, 2)
    os.close(store.journal._lock_fd)

    assert posts_in(path) == ["Post 1", "Post 2"]
    assert "had vanished while the bot ran; it was put back" in caplog.text


@pytest.mark.parametrize("rewritten", [False, True])
def test_a_journal_that_was_replaced_under_a_running_bot_refuses_to_write_over_it(path, rewritten):
    journal = Journal(path)
    journal.commit([("posts", "P1", {})])
    if rewritten:
        journal.compact()
    other = path.with_name("other")
    other.write_bytes(journal_path(path).read_bytes())
    other.replace(journal_path(path))

    with pytest.raises(WriteRefused) as refusal:
        journal.commit([("posts", "P2", {})])

    assert refusal.value.what == "taken"
    assert [row["id"] for row in journal.rows("posts")] == ["P1"]
    os.close(journal._lock_fd)


def test_a_main_file_that_vanishes_under_a_running_bot_is_there_after_its_end(path, caplog):
    store = TinyStore(path)
    add(store, 1)
    path.unlink()

    store.close()

    assert posts_in(path) == ["Post 1"]
    assert "had vanished while the bot ran" in caplog.text


# With all the rest


def test_what_was_found_changed_goes_when_everything_goes(path):
    stopped(path, 1)
    path.write_bytes(path.read_bytes().replace(SPRING, b'"title":"By hand"'))
    posts_in(path)

    assert erase_store(f"tinydb://{path}") == []

    assert [each.name for each in path.parent.iterdir()] == ["calendar.json.lock"]
    open_store(f"tinydb://{path}").close()


def test_the_moment_of_the_change_is_known(path):
    stopped(path, 1)
    path.write_bytes(path.read_bytes().replace(SPRING, b'"title":"By hand"'))
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    posts_in(path)

    found = last_found_changed(path)

    assert found is not None
    assert found[1] == NOON


def test_a_newer_versions_file_is_told_as_such_and_left_alone(path):
    path.write_text('{"_meta": {"1": {"schema": 99, "sequence": 1}}}')

    with pytest.raises(StoreTooNew):
        TinyStore(path)

    assert found_changed(path) == []
