"""SIGKILL at random moments and at every single disk call: nothing acknowledged is lost, nothing is half there."""

import os
import signal
import subprocess
import sys

import pytest

from storage.journal.faults import StoreDamaged
from storage.records import SCHEMA
from tests.storage.journal.kill_model import dice, faults, torn_copy
from tests.storage.journal.kill_steps import upgrade
from tests.storage.journal.raw import Journal


def acknowledged(lines):
    last = {}
    for line in lines:
        thread, n = map(int, line.split())
        last[thread] = n
    return last


def killed_round(path, *, threads, after, compact_after, copy=None):
    """Start a writer, kill it once *after* writes were acknowledged; thread → last acknowledged n."""
    command = [sys.executable, "-m", "tests.storage.journal.kill_writer", path, str(threads), str(compact_after)]
    writer = subprocess.Popen(command + ([copy] if copy else []), stdout=subprocess.PIPE)
    lines = [writer.stdout.readline() for _ in range(after)]
    os.kill(writer.pid, signal.SIGKILL)
    lines += writer.stdout.readlines()
    writer.stdout.close()
    writer.wait()
    return acknowledged(line for line in lines if line.endswith(b"\n"))


def round_faults(path, chance, **options):
    last = killed_round(path, **options)
    journal = Journal(path)
    try:
        return list(faults(journal, last))
    finally:
        if chance.random() < 0.5:
            journal.close()
        else:
            os.close(journal._lock_fd)


@pytest.mark.parametrize("threads", [1, 5])
def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path, threads):
    chance = dice(threads)
    path = tmp_path / "calendar.json"

    for _ in range(6):
        options = {"threads": threads, "after": chance.randrange(1, 250), "compact_after": chance.choice([2, 5, 40])}
        assert round_faults(path, chance, **options) == []


def test_a_writer_killed_during_backups_leaves_a_whole_backup(tmp_path):
    chance = dice(0)
    path, copy = tmp_path / "calendar.json", tmp_path / "copy.json"

    for _ in range(4):
        options = {"threads": 2, "after": chance.randrange(50, 200), "compact_after": 5, "copy": copy}
        assert round_faults(path, chance, **options) == []
        assert torn_copy(copy, range(2)) == []


def test_every_disk_call_may_be_the_last_one_also_in_an_upgrade_and_a_compaction(tmp_path):
    lives = lives_cut_short("upgrade", tmp_path)

    assert len(lives) > 100
    for life in lives:
        assert faults_of_life(life) == [], life.name


def test_a_restore_killed_at_any_disk_call_leaves_a_calendar_whose_next_write_stays(tmp_path):
    lives = lives_cut_short("restore", tmp_path)

    assert len(lives) > 20
    for life in lives:
        assert faults_after_a_restore(life) == [], life.name


def lives_cut_short(kind, folder):
    subprocess.run([sys.executable, "-m", "tests.storage.journal.kill_steps", kind, folder], check=True)
    return sorted(folder.iterdir(), key=lambda each: int(each.name))


def faults_of_life(folder):
    lines = (folder / "acknowledged").read_text().split()
    journal = Journal(folder / "calendar.json", schema=2, upgrade=upgrade)
    try:
        posts = [journal.get("posts", f"P{n}") for n in (1, 2, 3)]
        expected = [{"id": f"P{n}", "n": n, "upgraded": 1} for n in (1, 2, 3)]
        wrong = [] if posts == expected else [f"upgraded to {posts}"]
        wrong += torn_copy(folder / "copy.json", [0], schema=2)
        return wrong + list(faults(journal, {0: int(lines[-1]) if lines else 0}))
    finally:
        journal.close()


def faults_after_a_restore(folder):
    """What was there or what was restored must stand there, and with either what was written afterwards."""
    if (folder / "acknowledged").read_text() != "9\n":
        return ["nothing could be written"]
    try:
        journal = Journal(folder / "calendar.json", schema=SCHEMA)
    except StoreDamaged as error:
        return [f"unreadable: {error}"]
    found = [row["id"] for row in journal.rows("posts")]
    journal.close()
    return [] if found in (["P1", "P2", "P3", "P9"], ["R1", "P9"]) else [f"{found} are there"]
