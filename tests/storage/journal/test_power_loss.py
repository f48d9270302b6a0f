"""The power is cut at random moments of a recorded writer: what it acknowledged is on the disk.

`tests/torture.py` is the long form. The stores that are known to lose must lose here too: a check that passes
everything proves nothing.
"""

import pytest

from tests.needed import leave_out_unless
from tests.storage.journal.power_loss import can_record, losses

MUST_LOSE = ("tinydb", "sqlite-normal")

leave_out_unless(can_record(), "strace is not here or may not trace")


@pytest.mark.parametrize("threads", [1, 6])
def test_nothing_acknowledged_is_lost_when_the_power_is_cut(tmp_path, threads):
    assert list(losses("journal", tmp_path, threads=threads, count=60 // threads, points=40)) == []


def test_a_journal_that_was_just_made_is_there_after_the_first_write(tmp_path):
    assert list(losses("journal", tmp_path, threads=1, count=6, points=60)) == []


def test_plain_tinydb_is_found_unreadable(tmp_path):
    found = list(losses("tinydb", tmp_path, threads=1, count=60, points=80))

    assert any("unreadable" in problem for problem in found)


def test_sqlite_that_does_not_sync_each_commit_loses_some(tmp_path):
    assert list(losses("sqlite-normal", tmp_path, threads=1, count=40, points=20))


def test_sqlite_that_syncs_each_commit_loses_nothing(tmp_path):
    assert list(losses("sqlite-full", tmp_path, threads=1, count=40, points=20)) == []
