"""What the disk can refuse: the write is undone and said in words, and the store goes on."""

import errno
import os
import subprocess

import pytest

from storage.journal import disk
from storage.journal.faults import WriteRefused
from tests.storage.journal.disks import numbers
from tests.storage.journal.raw import Journal


@pytest.fixture
def path(tmp_path):
    return tmp_path / "calendar.json"


class Failing:
    """Lets calls through until it is told to fail: always, or *times* times."""

    def __init__(self, monkeypatch, name, error=errno.EIO, module=disk):
        self.times = 0
        self.calls = 0
        self._call = getattr(module, name)
        self._error = error
        monkeypatch.setattr(module, name, self)

    def __call__(self, *args):
        if self.times:
            self.times -= 1
            raise OSError(self._error, os.strerror(self._error))
        self.calls += 1
        return self._call(*args)


@pytest.fixture
def journal(path):
    journal = Journal(path)
    journal.commit([("posts", "P1", {"n": 1})])
    yield journal
    journal.close()


def refused(journal, *changes):
    with pytest.raises(WriteRefused) as refusal:
        journal.commit(changes)
    return refusal.value


@pytest.mark.parametrize(
    ("name", "error", "what"),
    [("sync", errno.EIO, "failed"), ("write_at", errno.EIO, "failed"), ("sync", errno.ENOSPC, "full")],
)
def test_a_write_the_disk_refuses_is_undone_and_the_next_one_works(journal, monkeypatch, name, error, what):
    failing = Failing(monkeypatch, name, error)
    failing.times = 1

    refusal = refused(journal, ("posts", "P1", {"n": 2}), ("posts", "P2", {"n": 2}))

    assert refusal.what == what
    assert list(journal.rows("posts")) == [{"id": "P1", "n": 1}]
    journal.commit([("posts", "P3", {"n": 3})])
    os.close(journal._lock_fd)
    assert numbers(journal.path) == ["P1", "P3"]
    journal._lock_fd = os.open(os.devnull, os.O_RDONLY)


def test_a_full_disk_refuses_until_there_is_room(journal, monkeypatch):
    failing = Failing(monkeypatch, "write_at", errno.ENOSPC)

    for number in range(3):
        failing.times = 2  # the second time without the room in advance
        journal._file._room_until = journal._file.end
        assert refused(journal, ("posts", f"P{number}", {"n": 2})).what == "full"
        assert failing.times == 0

    journal.commit([("posts", "P9", {"n": 3})])
    assert [row["id"] for row in journal.rows("posts")] == ["P1", "P9"]


def test_a_disk_with_room_for_the_line_only_takes_the_line(journal, monkeypatch):
    failing = Failing(monkeypatch, "write_at", errno.ENOSPC)
    failing.times = 1
    journal._file._room_until = journal._file.end

    journal.commit([("posts", "P2", {})])

    assert journal.count("posts") == 2
    assert failing.times == 0


def test_what_was_staged_on_top_of_a_failed_write_is_undone_too(journal, monkeypatch):
    sync = disk.sync
    later = []

    def fail(fd):
        monkeypatch.setattr(disk, "sync", sync)
        later.append(journal.stage_changes([("posts", "P1", {"n": 3}), ("posts", "P2", {"n": 3})]))
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(disk, "sync", fail)

    refused(journal, ("posts", "P1", {"n": 2}))

    assert list(journal.rows("posts")) == [{"id": "P1", "n": 1}]
    with pytest.raises(WriteRefused):
        journal.wait(later[0])


def test_a_barrier_is_told_when_what_it_could_read_was_undone(journal, monkeypatch):
    Failing(monkeypatch, "sync").times = 1
    journal.stage_changes([("posts", "P1", {"n": 2})])
    assert journal.get("posts", "P1")["n"] == 2

    with pytest.raises(WriteRefused):
        journal.commit([])


def test_an_interrupted_write_is_undone(journal, monkeypatch):
    def interrupt(fd):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(disk, "sync", interrupt)
        with pytest.raises(KeyboardInterrupt):
            journal.commit([("posts", "P1", {"n": 2})])

    journal.commit([("posts", "P2", {"n": 2})])
    assert [row["n"] for row in journal.rows("posts")] == [1, 2]


def test_a_disk_that_cannot_be_put_back_makes_the_store_read_only(journal, monkeypatch):
    with monkeypatch.context() as patch:
        Failing(patch, "sync").times = 1
        Failing(patch, "sync_with_size").times = 1
        refused(journal, ("posts", "P1", {"n": 2}))

    assert refused(journal, ("posts", "P1", {"n": 2})).what == "read_only"
    assert journal.get("posts", "P1") == {"id": "P1", "n": 1}


@pytest.mark.parametrize(
    ("module", "name"), [(os, "replace"), (disk, "sync_with_size"), (disk, "write_at"), (disk, "sync_folder")]
)
def test_a_compaction_that_fails_loses_nothing(path, monkeypatch, caplog, module, name):
    journal = Journal(path)
    journal.commit([("posts", "P1", {"n": 1})])
    with monkeypatch.context() as patch:
        Failing(patch, name, errno.ENOSPC, module).times = 1
        journal.close()

    assert "was not rewritten" in caplog.text
    assert numbers(path) == ["P1"]


def test_a_compaction_that_fails_halfway_leaves_the_journal_of_use(journal, monkeypatch):
    replace = Failing(monkeypatch, "replace", module=os)
    drop = journal._file.drop_before

    def fail(byte, *, first):
        replace.times = 1
        drop(byte, first=first)

    monkeypatch.setattr(journal._file, "drop_before", fail)
    with pytest.raises(OSError, match="Input/output"):
        journal.compact()

    journal.commit([("posts", "P2", {})])
    os.close(journal._lock_fd)
    assert numbers(journal.path) == ["P1", "P2"]
    journal._lock_fd = os.open(os.devnull, os.O_RDONLY)


def test_a_folder_that_may_not_be_written_is_refused_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "open", Failing(monkeypatch, "open", errno.EROFS, os))
    os.open.times = 1

    with pytest.raises(WriteRefused) as refusal:
        Journal(tmp_path / "calendar.json")

    assert refusal.value.what == "forbidden"


def test_a_compaction_that_keeps_failing_is_not_tried_with_every_write(path, monkeypatch, caplog):
    journal = Journal(path, compact_after=5)
    with monkeypatch.context() as patch:
        failing = Failing(patch, "replace", errno.ENOSPC, os)
        failing.times = 100
        for number in range(20):
            journal.commit([("posts", "P1", {"n": number})])
            if journal._worker:
                journal._worker.join()

    assert 100 - failing.times == 4  # after 5, 10, 15 and 20 lines
    journal.close()
    assert numbers(path) == ["P1"]


def test_a_write_is_durable_also_where_no_thread_can_be_started(path, monkeypatch, caplog):
    def refuse(thread):
        raise RuntimeError("can't start new thread")

    journal = Journal(path, compact_after=1)
    monkeypatch.setattr("threading.Thread.start", refuse)

    journal.commit([("posts", "P1", {"n": 1})])

    assert "can't start new thread" in caplog.text
    journal.close()
    assert numbers(path) == ["P1"]


@pytest.fixture
def small_disk(tmp_path):
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk can't be mounted here")
    yield folder
    subprocess.run(["umount", folder], check=True)


def written_until_refused(journal):
    """How many documents were taken, and the refusal of the next."""
    for number in range(500):
        try:
            journal.commit([("posts", f"P{number}", {"text": "x" * 2000})])
        except WriteRefused as refusal:
            return number, refusal
    raise AssertionError("the disk never was full")


def test_on_a_disk_that_is_really_full_the_store_waits_for_room(small_disk):
    journal = Journal(small_disk / "calendar.json")
    filler = small_disk / "filler"
    filler.write_bytes(bytes(200_000))
    count, refusal = written_until_refused(journal)
    assert refusal.what == "full"
    assert journal.count("posts") == count

    filler.unlink()
    journal.commit([("posts", "last", {})])
    journal.close()

    assert numbers(small_disk / "calendar.json") == [*[f"P{number}" for number in range(count)], "last"]
