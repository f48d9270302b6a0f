"""The store of the tests and of whoever wants nothing kept: the repositories over documents in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from storage.drafts import Change
from storage.journal.documents import Documents, Ticket
from storage.kinds import ORDERS
from storage.transactions import DocumentStore


class _Volatile(Documents):
    """Documents without a disk: what is staged is settled."""

    def fill(self, table: str, rows: Mapping[int, bytes]) -> None:
        """Raises `SameKeyError`."""
        self._rows(table).load(list(rows), list(rows.values()))

    def stage_on(self, seen: Ticket | None, changes: Sequence[Change]) -> Ticket:
        with self._memory:
            ticket = self._stage(changes)
            self._pending = Ticket()
        ticket.settled = True
        return ticket

    def wait(self, ticket: Ticket) -> None:
        pass

    def close(self) -> None:
        pass


class MemoryStore(DocumentStore):
    """Like the durable stores in everything but durability: values go through the same records."""

    def __init__(self, rows: Mapping[str, Mapping[int, bytes]] | None = None) -> None:
        """*rows* are the documents to start with: table → TinyDB's integer → bytes."""
        self.documents = documents = _Volatile()
        for table, by_number in (rows or {}).items():
            documents.fill(table, by_number)
        for table, orders in ORDERS.items():
            for name, key_of in orders.items():
                documents.add_index(table, name, key_of)
        super().__init__(documents)
