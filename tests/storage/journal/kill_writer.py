"""A process that writes until it is killed.

`python -m tests.storage.journal.kill_writer STORE THREADS COMPACT_AFTER [COPY]`

Each acknowledged transaction is a line `thread n` on standard output. With COPY one more thread takes snapshots.
"""

import os
import sys
import threading
from itertools import count
from pathlib import Path

from tests.storage.journal.kill_model import last_written, transaction
from tests.storage.journal.raw import Journal


def write(journal, thread):
    for n in count(last_written(journal, thread) + 1):
        journal.commit(transaction(thread, n))
        os.write(1, b"%d %d\n" % (thread, n))


def copy(journal, path):
    while True:
        journal.snapshot_to(path)


def main(path, threads, compact_after, copy_to=None):
    journal = Journal(Path(path), compact_after=int(compact_after))
    jobs = [threading.Thread(target=write, args=(journal, thread)) for thread in range(int(threads))]
    if copy_to:
        jobs.append(threading.Thread(target=copy, args=(journal, Path(copy_to))))
    for job in jobs:
        job.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
