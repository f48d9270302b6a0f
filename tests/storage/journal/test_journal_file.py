"""The file that lines are written to: opened, it ends where the durable lines end, and is touched only for that."""

import os

import pytest

from storage.journal import disk
from storage.journal.journal_file import JournalFile

LINES = b"one\ntwo\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "calendar.json.journal"


@pytest.mark.parametrize(
    ("behind", "cuts"), [(b"", 0), (b"\0", 1), (b"torn", 1)], ids=["as it should be", "room", "a torn line"]
)
def test_what_is_behind_the_durable_lines_is_cut_off_once(path, monkeypatch, behind, cuts):
    synced = []
    monkeypatch.setattr(disk, "sync_with_size", synced.append)
    path.write_bytes(LINES + behind)

    JournalFile(path, end=len(LINES)).close()

    assert path.read_bytes() == LINES
    assert len(synced) == cuts


@pytest.mark.parametrize("step", ["sync_folder", "sync_with_size"])
def test_a_file_that_cannot_be_made_ready_is_not_held_open(path, monkeypatch, step):
    def refused(*given):
        raise OSError("refused")

    path.write_bytes(LINES + b"torn")
    monkeypatch.setattr(disk, step, refused)
    before = len(os.listdir("/dev/fd"))

    with pytest.raises(OSError, match="refused"):
        JournalFile(path, end=len(LINES))

    assert len(os.listdir("/dev/fd")) == before
