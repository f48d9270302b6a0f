"""The long form of the storage tests, `python -m tests.torture [SEED]`: minutes, not seconds. Ends with 1 on a fault.

Kill: SIGKILL of a writing process. Power: the disk after a power cut, from recorded system calls, where plain
TinyDB and SQLite without a sync per commit run beside and must fail.
"""

import sys
import tempfile
from pathlib import Path

from tests.storage.journal.kill_model import dice, torn_copy
from tests.storage.journal.power_loss import can_record, losses
from tests.storage.journal.test_kill import faults_after_a_restore, faults_of_life, lives_cut_short, round_faults
from tests.storage.journal.test_power_loss import MUST_LOSE

KILL_ROUNDS = 300
POWER_POINTS = 400


def killed(folder, threads, rounds, seed):
    """Faults after *rounds* kills of the same store, half of them with a snapshot going on."""
    chance = dice(threads + 100 * seed)
    for number in range(rounds):
        copy = folder / "copy.json" if number % 2 else None
        options = {"after": chance.randrange(1, 400), "compact_after": chance.choice([2, 5, 40, 400])}
        yield from round_faults(folder / "calendar.json", chance, threads=threads, copy=copy, **options)
        yield from torn_copy(folder / "copy.json", range(threads))


def report(name, found, must_fail=False):
    """Print one line; whether it is as it should be."""
    faults = list(found)
    unreadable = sum("unreadable" in fault for fault in faults)
    right = bool(faults) == must_fail
    print(
        f"{'ok ' if right else 'BAD'} {name}: {len(faults)} faults, {unreadable} unreadable",
        *faults[:2],
        sep="\n      ",
    )
    return right


def kill_reports(seed):
    for threads in (1, 5):
        with tempfile.TemporaryDirectory() as folder:
            found = killed(Path(folder), threads, KILL_ROUNDS, seed)
            yield report(f"killed {KILL_ROUNDS} times, {threads} threads", found)


def step_reports():
    """Short lives, killed at every single disk call."""
    lives = (
        ("upgrade", faults_of_life, "upgrade and snapshots among them"),
        ("restore", faults_after_a_restore, "a restore and what is written after it"),
    )
    for kind, faults_of, what in lives:
        with tempfile.TemporaryDirectory() as folder:
            cut_short = lives_cut_short(kind, Path(folder))
            found = [fault for life in cut_short for fault in faults_of(life)]
            yield report(f"killed at each of {len(cut_short)} disk calls, {what}", found)


def power_reports(seed):
    for kind, threads in (("journal", 1), ("journal", 6), ("sqlite-full", 1), ("tinydb", 1), ("sqlite-normal", 1)):
        with tempfile.TemporaryDirectory() as folder:
            found = losses(kind, Path(folder), threads=threads, count=120 // threads, points=POWER_POINTS, seed=seed)
            yield report(f"power cut {POWER_POINTS} times, {kind}, {threads} threads", found, kind in MUST_LOSE)


def main(seed=0):
    results = [*kill_reports(seed), *step_reports()]
    if can_record():
        results += power_reports(seed)
    else:
        print("BAD power: strace is not here or may not trace")
        results.append(False)
    sys.exit(not all(results))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
