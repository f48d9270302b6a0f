"""The store of the tests and of whoever wants nothing kept: the repositories over documents in memory."""

from __future__ import annotations

from collections.abc import Mapping

from storage.journal.documents import Documents
from storage.kinds import ORDERS
from storage.transactions import DocumentStore


class MemoryStore(DocumentStore):
    """Like the durable stores in everything but durability: values go through the same records."""

    def __init__(self, rows: Mapping[str, Mapping[int, bytes]] | None = None) -> None:
        """*rows* are the documents to start with: table → TinyDB's integer → bytes."""
        super().__init__(documents := Documents())
        for table, by_number in (rows or {}).items():
            documents.table(table).load(list(by_number), list(by_number.values()))
        for table, orders in ORDERS.items():
            for name, key_of in orders.items():
                documents.add_index(table, name, key_of)
