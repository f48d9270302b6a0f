"""Transactions in place: nobody else sees inside, and one that raises, or that the disk refuses, never was."""

import errno
import os
import threading
from contextlib import contextmanager, suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.journal import disk
from storage.journal.faults import WriteRefused
from tests.storage.journal import raw
from tests.storage.journal.disks import BadDisk, numbers
from tests.storage.journal.raw import InMemory, Journal


@pytest.fixture
def path(tmp_path):
    return tmp_path / "calendar.json"


@pytest.fixture
def journal(path):
    journal = Journal(path, indexes={"posts": {"n": lambda row: row.get("n")}})
    journal.commit([("posts", f"P{n}", {"n": n}) for n in range(1, 6)])
    journal.range("posts", "n", None, None)
    yield journal
    journal.close()


def put(changes, journal, key, **fields):
    raw.put(
        changes, journal.table("posts"), key, b'{"id":"%b","n":%d}' % (key.encode(), fields["n"]) if fields else None
    )


def change_a_lot(journal, changes):
    """A delete in the middle, one that comes back as another document, a move, a new one."""
    put(changes, journal, "P2")
    put(changes, journal, "P3")
    put(changes, journal, "P3", n=33)
    put(changes, journal, "P1", n=11)
    put(changes, journal, "P9", n=9)


def everything(journal):
    """To the byte and in order, with what an order finds."""
    tables = {name: list(journal.encoded(name).items()) for name in journal.tables()}
    return tables, [row["id"] for row in journal.range("posts", "n", None, None)]


# Undone


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt])
def test_what_a_block_that_raises_did_is_undone_to_the_byte(journal, error):
    before = everything(journal)

    def stumble():
        with journal.transaction() as changes:
            change_a_lot(journal, changes)
            assert [row["id"] for row in journal.range("posts", "n", None, None)] == ["P4", "P5", "P9", "P1", "P3"]
            raise error

    with pytest.raises(error):
        stumble()

    assert everything(journal) == before


def test_what_the_disk_refuses_is_undone_to_the_byte(journal, monkeypatch):
    before = everything(journal)

    with monkeypatch.context() as patch:
        bad = BadDisk(patch, "sync")
        bad.error = errno.EIO
        with pytest.raises(WriteRefused), journal.transaction() as changes:
            change_a_lot(journal, changes)

    assert everything(journal) == before
    assert [row["id"] for row in journal.rows("posts")] == ["P1", "P2", "P3", "P4", "P5"]


def test_a_refused_write_leaves_the_order_of_the_documents_in_the_file_too(journal, path):
    with suppress(ZeroDivisionError), journal.transaction() as changes:
        change_a_lot(journal, changes)
        raise ZeroDivisionError

    journal.close()

    assert numbers(path) == ["P1", "P2", "P3", "P4", "P5"]


WRITES = st.lists(st.tuples(st.sampled_from("ABCDE"), st.none() | st.integers(0, 3)), max_size=12)


@given(kept=WRITES, undone=WRITES, within=WRITES)
def test_whatever_is_undone_leaves_what_was_there_before(kept, undone, within):
    documents = InMemory()
    documents.add_index("posts", "n", lambda row: row["n"])
    documents.commit([("posts", key, None if n is None else {"n": n}) for key, n in kept])
    documents.range("posts", "n", None, None)
    before = everything(documents)

    with suppress(ZeroDivisionError), documents.transaction():
        write(documents, undone)
        half = everything(documents)
        with suppress(ZeroDivisionError), documents.transaction():
            write(documents, within)
            raise ZeroDivisionError
        assert everything(documents) == half
        raise ZeroDivisionError

    assert everything(documents) == before


def write(documents, writes):
    documents.stage_changes([("posts", key, None if n is None else {"n": n}) for key, n in writes])


# Seen by nobody


def test_a_reader_sees_a_write_of_another_thread_only_when_it_is_decided(journal):
    inside, seen = threading.Event(), []

    def read():
        assert inside.wait(10)
        seen.append(journal.get("posts", "P1")["n"])

    reader = threading.Thread(target=read)
    reader.start()
    with suppress(ZeroDivisionError), journal.transaction() as changes:
        put(changes, journal, "P1", n=77)
        inside.set()
        reader.join(0.05)
        assert seen == []
        raise ZeroDivisionError
    reader.join()

    assert seen == [1]


def test_sums_that_no_transaction_changes_are_seen_by_every_reader(path):
    journal = Journal(path, compact_after=20)
    journal.commit([("posts", f"P{n}", {"n": 10}) for n in range(4)])
    wrong, over = [], threading.Event()

    def move(thread):
        for turn in range(60):
            with suppress(ZeroDivisionError), journal.transaction() as changes:
                for key, by in ((f"P{(thread + turn) % 4}", -1), (f"P{turn % 4}", 1)):
                    put(changes, journal, key, n=journal.get("posts", key)["n"] + by)
                    if turn % 5 == 0:
                        raise ZeroDivisionError

    def read():
        while not over.is_set():
            total = sum(row["n"] for row in journal.rows("posts"))
            wrong.extend([total] if total != 40 else [])

    writers = [threading.Thread(target=move, args=(thread,)) for thread in (1, 2, 3)]
    reader = threading.Thread(target=read)
    for each in (reader, *writers):
        each.start()
    for each in writers:
        each.join()
    over.set()
    reader.join()
    os.close(journal._lock_fd)

    again = Journal(path)
    assert wrong == []
    assert sum(row["n"] for row in again.rows("posts")) == 40
    again.close()


@pytest.mark.parametrize("what", ["snapshot_to", "compact", "close"])
def test_what_asks_for_the_disk_is_refused_inside_of_a_transaction(journal, path, what):
    def ask():
        with journal.transaction() as changes:
            put(changes, journal, "P6", n=6)
            getattr(journal, what)(*([path.with_name("copy.json")] if what == "snapshot_to" else []))

    with pytest.raises(RuntimeError, match="inside of a transaction"):
        ask()

    assert journal.count("posts") == 5
    journal.commit([("posts", "P8", {"n": 8})])
    assert not path.with_name("copy.json").exists()


def test_others_take_a_snapshot_of_what_is_decided(journal, path):
    copy = path.with_name("copy.json")
    taking = threading.Thread(target=journal.snapshot_to, args=(copy,))

    with journal.transaction() as changes:
        put(changes, journal, "P1")
        taking.start()
        taking.join(0.05)
        put(changes, journal, "P2")
    taking.join()

    assert numbers(copy) in (["P1", "P2", "P3", "P4", "P5"], ["P3", "P4", "P5"])


# What is waited for


class Gate:
    """A lock that, the first time it is let go of for good, lets somebody else do something before anything else."""

    def __init__(self, lock, then):
        self._lock, self._then, self._depth = lock, [then], 0

    def acquire(self):
        self._lock.acquire()
        self._depth += 1

    def __enter__(self):
        self.acquire()

    def __exit__(self, *error):
        self.release()

    def release(self):
        self._depth -= 1
        is_free = not self._depth
        self._lock.release()
        if is_free and self._then:
            self._then.pop()()


@pytest.mark.parametrize("writes", [True, False])
def test_a_write_that_somebody_else_failed_to_make_durable_is_told_to_its_writer_and_to_a_reader(
    journal, monkeypatch, writes
):
    @contextmanager
    def bad_disk():
        with monkeypatch.context() as patch:
            bad = BadDisk(patch, "sync")
            bad.error = errno.EIO
            yield

    def fail():
        """As another thread does that is the first to come to the disk."""
        with bad_disk(), pytest.raises(WriteRefused):
            journal.wait(journal._last)

    if not writes:
        journal.stage_changes([("posts", "P1", {"n": 2})])

    def write_or_read():
        with journal.transaction() as changes:
            if writes:
                put(changes, journal, "P1", n=2)
            assert journal.get("posts", "P1")["n"] == 2

    journal.memory = Gate(journal.memory, fail)
    with pytest.raises(WriteRefused):
        write_or_read()

    assert journal.get("posts", "P1")["n"] == 1


def test_keys_that_changed_places_are_read_back(path):
    journal = Journal(path)
    journal.commit([("posts", 1, {"id": "A"}), ("posts", 2, {"id": "B"})])
    with journal.transaction():
        for number, key in ((1, "C"), (2, "A"), (1, "B")):
            journal.stage_changes([("posts", number, {"id": key})])
    os.close(journal._lock_fd)

    assert numbers(path) == ["B", "A"]


def test_a_transaction_is_one_line_with_each_document_once(journal, monkeypatch):
    lines = []
    append = journal._file.append
    monkeypatch.setattr(journal._file, "append", lambda line: (lines.append(line), append(line)))
    monkeypatch.setattr(disk, "sync", lambda fd: None)

    with journal.transaction() as changes:
        for n in (7, 8, 9):
            put(changes, journal, "P1", n=n)

    assert [line[9:] for line in lines] == [b'[2,[["posts",1,{"id":"P1","n":9}]]]\n']
