"""The same short life of a store, again and again, killed one disk call later each time.

`python -m tests.storage.journal.kill_steps KIND FOLDER` makes FOLDER/0, FOLDER/1, … until a life ends by itself; in
each `acknowledged` holds the last n that was acknowledged. Odd numbers die after half of a write, not before it.
KIND `upgrade` also compacts and takes snapshots; after a `restore` another process writes once and is killed too.
"""

import os
import signal
import sys
from itertools import count
from pathlib import Path

from storage.copies.backup import put_in_place
from storage.records import SCHEMA
from tests.storage.journal.kill_model import transaction
from tests.storage.journal.raw import Journal

CALLS = ("open", "pwrite", "fsync", "fdatasync", "ftruncate", "replace", "unlink")


def upgrade(old, documents):
    for post in documents.get("posts", {}).values():
        post["upgraded"] = post.get("upgraded", 0) + 1


def first_life(path):
    """Three writes in the first schema, left in the journal."""
    journal = Journal(path)
    for n in (1, 2, 3):
        journal.commit([("posts", f"P{n}", {"n": n})])
    os._exit(0)


def upgrading_life(folder):
    acknowledged = os.open(folder / "acknowledged", os.O_WRONLY)
    journal = Journal(folder / "calendar.json", schema=2, upgrade=upgrade)
    for n in range(1, 9):
        journal.commit(transaction(0, n))
        os.write(acknowledged, b"%d\n" % n)
        if n % 4 == 0:
            journal.compact()
        if n % 3 == 0:
            journal.snapshot_to(folder / "copy.json")
    journal.close()
    os._exit(0)


def restoring_life(folder):
    put_in_place(folder / "calendar.json", {"posts": {1: b'{"id":"R1"}'}})
    os._exit(0)


def life_after_a_restore(folder):
    journal = Journal(folder / "calendar.json", schema=SCHEMA)
    journal.commit([("posts", "P9", {})])
    (folder / "acknowledged").write_text("9\n")
    os._exit(0)


LIVES = {"upgrade": [upgrading_life], "restore": [restoring_life, life_after_a_restore]}


def die_at(last):
    """Let *last* // 2 disk calls happen, then die; with an odd *last* halfway through the next write."""
    calls = count()

    def counted(call):
        def run(*args, **options):
            if next(calls) == last // 2:
                if last % 2 and call is pwrite:
                    call(args[0], args[1][: len(args[1]) // 2], args[2])
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **options)

        return run

    pwrite = os.pwrite
    for name in CALLS:
        setattr(os, name, counted(getattr(os, name)))


def live(life, *args, before=lambda: None):
    pid = os.fork()
    if pid == 0:
        before()
        life(*args)
    return os.waitpid(pid, 0)[1]


def main(kind, folder):
    dying, *after = LIVES[kind]
    for last in count():
        here = Path(folder) / str(last)
        here.mkdir()
        (here / "acknowledged").touch()
        live(first_life, here / "calendar.json")
        status = live(dying, here, before=lambda last=last: die_at(last))
        for life in after:
            live(life, here)
        if status == 0:
            return


if __name__ == "__main__":
    main(*sys.argv[1:])
