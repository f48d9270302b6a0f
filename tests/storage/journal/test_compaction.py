"""The journal rewritten: compaction, in the background too, and many writers at once."""

import json
import threading

import pytest

from storage.journal.lines import read_lines
from storage.journal.recovery import journal_path
from tests.storage.journal.raw import Journal
from tests.storage.journal.test_journal import abandoned, reopened


@pytest.fixture
def path(tmp_path):
    return tmp_path / "calendar.json"


@pytest.fixture
def journal(path):
    journal = Journal(path)
    yield journal
    journal.close()


def test_compaction_moves_everything_to_the_main_file(journal):
    journal.commit([("posts", "P1", {"n": 1})])

    journal.compact()

    on_disk = json.loads(journal.path.read_text())
    assert on_disk["posts"] == {"1": {"id": "P1", "n": 1}}
    assert on_disk["_meta"]["1"].items() >= {"schema": 1, "sequence": 1}.items()
    lines, _ = read_lines(journal_path(journal.path).read_bytes())
    assert [line.changes for line in lines] == [[]]


def test_each_document_stands_on_a_line_of_its_own(journal):
    journal.commit([("posts", "P1", {"text": "a\nb"}), ("posts", "P2", {})])

    journal.compact()

    assert '\n"1": {"id":"P1","text":"a\\nb"},\n"2": {"id":"P2"}\n' in journal.path.read_text()


def test_a_long_journal_is_compacted_in_the_background(path):
    journal = Journal(path, compact_after=3)

    for number in range(10):
        journal.commit([("posts", "P1", {"n": number})])
    journal._worker.join()

    assert json.loads(path.read_text())["posts"]["1"]["n"] >= 2
    journal.close()
    assert json.loads(path.read_text())["posts"]["1"]["n"] == 9


def test_lines_written_during_a_compaction_stay(path, monkeypatch):
    journal = abandoned(path)
    journal.commit([("posts", "P1", {"n": 1})])
    capture = journal._capture

    def capture_then_write():
        captured = capture()
        journal.commit([("posts", "P2", {"n": 2})])
        return captured

    monkeypatch.setattr(journal, "_capture", capture_then_write)
    journal.compact()

    journal = Journal(path)
    assert [row["n"] for row in journal.rows("posts")] == [1, 2]
    journal.close()


def test_writers_that_wait_together_share_one_fsync(journal, monkeypatch):
    lines = []
    append = journal._file.append
    monkeypatch.setattr(journal._file, "append", lambda line: (lines.append(line), append(line)))

    tickets = [journal.stage_changes([("posts", f"P{n}", {})]) for n in range(5)]
    for ticket in tickets:
        journal.wait(ticket)

    assert len(lines) == 1
    assert journal.count("posts") == 5


def test_threads_lose_none_of_their_writes(path):
    journal = Journal(path, compact_after=7)

    def write(name):
        for number in range(50):
            journal.commit([("posts", f"{name}-{number}", {}), ("counters", name, {"n": number})])

    threads = [threading.Thread(target=write, args=(f"T{n}",)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    journal = reopened(journal)
    assert journal.count("posts") == 250
    assert [row["n"] for row in journal.rows("counters")] == [49] * 5
    journal.close()


def test_an_empty_commit_waits_until_all_that_could_be_read_is_durable(journal):
    ticket = journal.stage_changes([("posts", "P1", {})])

    journal.commit([])

    assert ticket.settled


def test_writing_what_is_there_already_costs_no_line(journal):
    journal.commit([("posts", "P1", {"n": 1})])
    end = journal._file.end

    journal.commit([("posts", "P1", {"n": 1})])

    assert journal._file.end == end
