"""The journal as a store: what is committed is read, also by the next process; one holder at a time."""

import json
import os
import stat
import threading

import pytest

from storage.journal import disk
from storage.journal.faults import StoreLocked, StoreTooNew, WriteRefused
from storage.journal.recovery import journal_path
from storage.journal.rows import SameKeyError
from tests.storage.journal.raw import Journal


@pytest.fixture
def path(tmp_path):
    return tmp_path / "calendar.json"


@pytest.fixture
def journal(path):
    journal = Journal(path)
    yield journal
    journal.close()


def abandoned(path, **options):
    """A journal whose process is gone without a clean stop."""
    journal = Journal(path, **options)
    os.close(journal._lock_fd)
    return journal


def reopened(journal):
    journal.close()
    return Journal(journal.path)


def test_a_committed_document_is_read_by_its_key(journal):
    journal.commit([("posts", "P1", {"id": "P1", "text": "Hello"})])

    assert journal.get("posts", "P1") == {"id": "P1", "text": "Hello"}


def test_a_document_without_an_id_gets_its_key_there(journal):
    journal.commit([("posts", "P1", {"text": "Hello"})])

    assert journal.get("posts", "P1") == {"id": "P1", "text": "Hello"}


def test_a_document_whose_id_is_not_its_key_is_refused(journal):
    with pytest.raises(ValueError, match="is not the key"):
        journal.commit([("posts", "P1", {"id": "P2"})])


def test_what_is_not_there_is_none(journal):
    assert journal.get("posts", "P1") is None
    assert list(journal.rows("posts")) == []
    assert journal.count("posts") == 0


def test_a_deleted_document_is_gone(journal):
    journal.commit([("posts", "P1", {})])

    journal.commit([("posts", "P1", None)])

    assert journal.get("posts", "P1") is None
    assert journal.tables() == []


def test_deleting_what_is_not_there_is_no_error(journal):
    journal.commit([("posts", "P1", None)])

    assert journal.count("posts") == 0


def test_readers_get_copies(journal):
    journal.commit([("posts", "P1", {"tags": ["a"]})])

    journal.get("posts", "P1")["tags"].append("b")
    next(journal.rows("posts"))["tags"].append("b")

    assert journal.get("posts", "P1")["tags"] == ["a"]


def test_the_writer_may_change_its_document_afterwards(journal):
    document = {"id": "P1", "tags": ["a"]}
    journal.commit([("posts", "P1", document)])

    document["tags"].append("b")

    assert journal.get("posts", "P1")["tags"] == ["a"]


def test_rows_that_are_gone_through_stay_as_they_were_at_the_start(journal):
    journal.commit([("posts", "P1", {"n": 1}), ("posts", "P2", {"n": 1})])
    rows = journal.rows("posts")

    next(rows)
    journal.commit([("posts", "P2", None), ("posts", "P3", {"n": 1})])

    assert [row["id"] for row in rows] == ["P2"]


def test_a_refused_change_takes_the_whole_commit_with_it(journal):
    with pytest.raises(TypeError):
        journal.commit([("posts", "P1", {"n": 1}), ("posts", "P2", {"n": object()})])

    assert journal.count("posts") == 0


@pytest.mark.parametrize("close", [Journal.close, lambda journal: os.close(journal._lock_fd)])
def test_what_was_committed_is_there_after_a_restart(path, close):
    journal = Journal(path)
    journal.commit([("posts", "P1", {"text": "é\n\u2028"}), ("members", "U1", {"zone": "Europe/Paris"})])
    journal.commit([("posts", "P2", {"n": 1.5}), ("posts", "P1", {"text": "later"})])
    journal.commit([("posts", "P2", None)])

    close(journal)

    with_what_was_written = Journal(path)
    assert list(with_what_was_written.rows("posts")) == [{"id": "P1", "text": "later"}]
    assert list(with_what_was_written.rows("members")) == [{"id": "U1", "zone": "Europe/Paris"}]
    with_what_was_written.close()


def test_an_undo_of_a_refused_commit_is_not_seen_after_a_restart(path):
    journal = Journal(path)
    journal.add_index("posts", "due", lambda document: document["due"])
    journal.commit([("posts", "P1", {"due": "2026-01-01"})])
    journal.range("posts", "due", None, None)
    with pytest.raises(SameKeyError):
        journal.commit([("posts", "P1", {"due": "2026-01-02"}), ("posts", 9, {"id": "P1", "due": "2026-01-03"})])

    assert journal.range("posts", "due", None, None) == [{"id": "P1", "due": "2026-01-01"}]
    again = reopened(journal)
    assert list(again.rows("posts")) == [{"id": "P1", "due": "2026-01-01"}]
    again.close()


def test_a_line_of_megabytes_and_what_follows_it_survive_a_restart(path):
    journal = Journal(path)
    many = [("posts", f"P{n}", {"text": "x" * 1_000}) for n in range(2_000)]
    journal.commit([("posts", "P5", {"text": "before"})])
    journal.commit(many)
    journal.commit([("posts", "P7", {"text": "after"}), ("posts", "P9", None)])
    os.close(journal._lock_fd)

    again = Journal(path)

    assert again.count("posts") == 1_999
    assert [again.get("posts", key) for key in ("P5", "P7")] == [
        {"id": "P5", "text": "x" * 1_000},
        {"id": "P7", "text": "after"},
    ]
    again.close()


def test_numbers_of_documents_survive_a_restart(path):
    journal = abandoned(path)
    journal.commit([("posts", f"P{n}", {}) for n in range(3)])
    journal.commit([("posts", "P1", None)])

    journal = reopened(Journal(path))

    assert list(journal.encoded("posts")) == [1, 3]
    journal.close()


def test_a_second_opening_is_refused_and_names_the_holder(journal):
    with pytest.raises(StoreLocked) as refusal:
        Journal(journal.path)

    assert refusal.value.pid == os.getpid()
    assert refusal.value.path == journal.path


def test_a_closed_store_can_be_opened_again(journal):
    journal.commit([("posts", "P1", {"id": "P1"})])

    again = reopened(journal)

    assert again.get("posts", "P1") == {"id": "P1"}
    again.close()


def test_a_closed_store_refuses_writes(journal):
    journal.close()

    with pytest.raises(WriteRefused) as refusal:
        journal.commit([("posts", "P1", {})])

    assert refusal.value.what == "closed"


def test_what_was_staged_but_not_waited_for_is_written_at_the_end(journal):
    ticket = journal.stage_changes([("posts", "P1", {"n": 1})])

    again = reopened(journal)

    journal.wait(ticket)
    assert again.get("posts", "P1") == {"id": "P1", "n": 1}
    again.close()


class Turnstile:
    """A lock that, the first time it is let go, has somebody else come in before its last holder goes on."""

    def __init__(self, lock, come_in):
        self._lock = lock
        self._come_in = [come_in]

    def __enter__(self):
        self._lock.acquire()

    def __exit__(self, *error):
        self._lock.release()
        if self._come_in:
            self._come_in.pop()()


def test_a_writer_that_comes_while_the_store_is_closed_is_told_what_a_restart_finds(path, monkeypatch):
    journal = Journal(path)
    ticket = journal.stage_changes([("posts", "P1", {})])
    told, met, closed = [], threading.Event(), threading.Event()

    def write():
        try:
            journal.wait(ticket)
            told.append("P1")
        except WriteRefused as refusal:
            told.append(refusal.what)
        met.set()

    def sync_late(fd, sync=disk.sync):
        met.set()
        assert closed.wait(10)
        sync(fd)

    def come_in():
        monkeypatch.setattr(disk, "sync", sync_late)
        writer.start()
        assert met.wait(10)

    writer = threading.Thread(target=write)
    journal._io = Turnstile(journal._io, come_in)
    journal.close()
    closed.set()
    writer.join()

    monkeypatch.undo()
    again = Journal(path)
    assert told == [row["id"] for row in again.rows("posts")] == ["P1"]
    again.close()


def test_the_files_can_be_read_by_their_owner_only(journal):
    journal.commit([("posts", "P1", {})])
    journal.path.chmod(0o644)
    journal.compact()
    journal.snapshot_to(journal.path.with_name("copy.json"))

    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in journal.path.parent.iterdir()}

    assert set(modes.values()) == {0o600}
    assert len(modes) == 4


def test_the_meta_table_is_the_stores_own(journal):
    with pytest.raises(ValueError, match="_meta"):
        journal.commit([("_meta", "1", {})])


def test_a_snapshot_is_a_store_of_its_own(journal):
    journal.commit([("posts", "P1", {"n": 1})])
    copy = journal.path.with_name("copy.json")

    journal.snapshot_to(copy)

    journal.commit([("posts", "P1", {"n": 2})])
    restored = Journal(copy)
    assert restored.get("posts", "P1") == {"id": "P1", "n": 1}
    restored.close()


def test_a_newer_schema_is_refused_and_not_touched(path):
    Journal(path, schema=3).close()
    before = path.read_bytes()

    with pytest.raises(StoreTooNew) as refusal:
        Journal(path, schema=2)

    assert (refusal.value.found, refusal.value.known) == (3, 2)
    assert path.read_bytes() == before


def test_an_older_schema_is_upgraded_and_a_copy_is_kept(path):
    journal = abandoned(path)
    journal.commit([("posts", "P1", {"title": "Hello"})])

    def rename(old, documents):
        assert old == 1
        for document in documents["posts"].values():
            document["text"] = document.pop("title")

    journal = Journal(path, schema=2, upgrade=rename)

    assert journal.get("posts", "P1") == {"id": "P1", "text": "Hello"}
    journal.close()
    assert json.loads(path.read_text())["_meta"]["1"]["schema"] == 2
    kept = Journal(path.with_name("calendar.schema-1.json"))
    assert kept.get("posts", "P1") == {"id": "P1", "title": "Hello"}
    kept.close()


@pytest.mark.parametrize("is_there", [False, True])
def test_the_name_of_the_journal_is_durable_before_anything_is_written_in_it(path, monkeypatch, is_there):
    Journal(path).close()
    if is_there:  # as a kill leaves it that came right after it was made
        journal_path(path).touch()
    synced = []
    monkeypatch.setattr(disk, "sync_folder", lambda folder: synced.append((folder, journal_path(path).read_bytes())))

    journal = Journal(path)

    assert (path.parent, b"") in synced
    journal.close()


def test_the_folder_of_a_new_store_is_made(tmp_path):
    journal = Journal(tmp_path / "a" / "b" / "calendar.json")

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o700
    journal.close()
