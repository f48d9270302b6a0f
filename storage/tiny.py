"""The store of a calendar that lives in one TinyDB file. Knows where it is; how it lasts is the journal's."""

from __future__ import annotations

from pathlib import Path

from storage.journal.backup_files import newest_backup
from storage.journal.faults import StoreDamaged
from storage.journal.journal import Journal
from storage.kinds import ORDERS
from storage.orders import UnreadableKeyError
from storage.records import SCHEMA, upgrade
from storage.tinydb_storage import JournaledDB
from storage.transactions import DocumentStore


class TinyStore(DocumentStore):
    """One journal record per transaction; transactions of several threads share their fsyncs."""

    def __init__(self, path: Path, *, compact_after: int | None = None) -> None:
        """Open or create the store of this process.

        Raises `StoreLocked`, `StoreDamaged`, `StoreTooNew`; `WriteRefused` where the disk can't be written.
        Transactions raise `UserError("store-write")` when what they wrote didn't become durable.
        """
        self.path = path.resolve()
        self.journal = _open(self.path, compact_after)
        super().__init__(JournaledDB(self.journal), self.journal)


def _open(path: Path, compact_after: int | None) -> Journal:
    try:
        return Journal(path, compact_after=compact_after, schema=SCHEMA, upgrade=upgrade, indexes=ORDERS)
    except UnreadableKeyError as error:
        where = f"{error.table} {error.key}"
        raise StoreDamaged(path, "not_a_record", where=where, backup=newest_backup(path)) from error
    except StoreDamaged as error:
        error.backup = newest_backup(path)
        raise
