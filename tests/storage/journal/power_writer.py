"""A process whose system calls are recorded: `python -m tests.storage.journal.power_writer KIND FOLDER THREADS COUNT`.

Each acknowledged transaction is a line `thread n` in FOLDER/acknowledged. COUNT 0 only makes the empty store.
"""

import os
import sqlite3
import sys
import threading
from pathlib import Path

import orjson
from tinydb import TinyDB, where

from tests.storage.journal.kill_model import last_written, transaction
from tests.storage.journal.raw import Journal


class OwnStore:
    def __init__(self, folder):
        self._journal = Journal(folder / "store.json", compact_after=8)
        self.get, self.commit, self.close = self._journal.get, self._journal.commit, self._journal.close


class PlainTinyDB:
    def __init__(self, folder):
        self._db = TinyDB(folder / "store.json")
        self._turn = threading.Lock()
        self.close = self._db.close

    def get(self, table, key):
        return self._db.table(table).get(where("id") == key)

    def commit(self, changes):
        with self._turn:
            for table, key, document in changes:
                rows = self._db.table(table)
                if document is None:
                    rows.remove(where("id") == key)
                else:
                    rows.upsert({"id": key, **document}, where("id") == key)


class Sqlite:
    def __init__(self, folder, synchronous):
        self._connection = sqlite3.connect(folder / "store.db", check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute(f"PRAGMA synchronous={synchronous}")
        self._connection.execute("PRAGMA wal_autocheckpoint=20")
        self._connection.execute("CREATE TABLE IF NOT EXISTS rows (name, key, body, PRIMARY KEY (name, key))")
        self._turn = threading.Lock()
        self.close = self._connection.close

    def get(self, table, key):
        found = self._connection.execute("SELECT body FROM rows WHERE name = ? AND key = ?", (table, key)).fetchone()
        return found and orjson.loads(found[0])

    def commit(self, changes):
        rows = [(table, key, orjson.dumps({"id": key, **row})) for table, key, row in changes if row is not None]
        gone = [(table, key) for table, key, row in changes if row is None]
        with self._turn:
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?, ?)", rows)
            self._connection.executemany("DELETE FROM rows WHERE name = ? AND key = ?", gone)
            self._connection.execute("COMMIT")


KINDS = {
    "journal": OwnStore,
    "tinydb": PlainTinyDB,
    "sqlite-full": lambda folder: Sqlite(folder, "FULL"),
    "sqlite-normal": lambda folder: Sqlite(folder, "NORMAL"),
}


def write(store, thread, count, acknowledged):
    start = last_written(store, thread)
    for n in range(start + 1, start + count + 1):
        store.commit(transaction(thread, n))
        os.write(acknowledged, b"%d %d\n" % (thread, n))


def main(kind, folder, threads, count):
    store = KINDS[kind](Path(folder))
    acknowledged = os.open(Path(folder) / "acknowledged", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    jobs = [
        threading.Thread(target=write, args=(store, thread, int(count), acknowledged)) for thread in range(int(threads))
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
