"""The store of a calendar that lives in one TinyDB file. Knows where it is; how it lasts is the journal's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from storage.drafts import Change
from storage.journal.backup_files import newest_backup
from storage.journal.documents import Ticket
from storage.journal.faults import StoreDamaged, StoreError
from storage.journal.journal import Journal
from storage.kinds import ORDERS
from storage.orders import UnreadableKeyError
from storage.records import SCHEMA, upgrade
from storage.refusals import refusal_of
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
        super().__init__(self.journal)


class _Journal(Journal):
    """The journal as transactions use it: with rows that are encoded already, and refusals in words."""

    def stage_on(self, seen: Ticket | None, changes: Sequence[Change]) -> Ticket:
        """As `stage`, but refused when *seen*, which the changes were decided on, was undone in between."""
        with self._memory:
            try:
                if seen is not None and seen.error is not None:
                    raise self._refusal(seen.error) from seen.error
                self._refuse_if_over()
            except StoreError as error:
                raise refusal_of(error) from error
            return self._stage(changes)

    def wait(self, ticket: Ticket) -> None:
        try:
            super().wait(ticket)
        except StoreError as error:
            raise refusal_of(error) from error


def _open(path: Path, compact_after: int | None) -> _Journal:
    try:
        return _Journal(
            path,
            compact_after=compact_after,
            schema=SCHEMA,
            upgrade=upgrade,
            indexes=ORDERS,
        )
    except UnreadableKeyError as error:
        where = f"{error.table} {error.key}"
        raise StoreDamaged(path, "not_a_record", where=where, backup=newest_backup(path)) from error
    except StoreDamaged as error:
        error.backup = newest_backup(path)
        raise
