"""Documents in memory, in named tables: reading, ordered indexes, staging and undoing. Knows no disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any

from storage.journal.index import Document, Index, Key, SortKey
from storage.journal.lines import Staged
from storage.journal.recovery import CollectorPaused, Tables
from storage.journal.rows import Rows, decode, encode
from storage.journal.snapshot import META

Change = tuple[str, str | int, Mapping[str, Any] | None]
Encoded = tuple[str, str | int, bytes | None]

_MANY = 1_000


@dataclass(slots=True)
class Ticket:
    """What is written together by one fsync. `changes` and `undo` go in pairs."""

    changes: list[Staged] = field(default_factory=list)
    undo: list[tuple[Rows, int, bytes | None]] = field(default_factory=list)
    settled: bool = False
    error: BaseException | None = None


class Documents:
    """Every document returned is the caller's own copy."""

    def __init__(self) -> None:
        self._memory = threading.RLock()
        self._tables: Tables = {}
        self._pending = Ticket()

    def get(self, table: str, key: str | int) -> Document | None:
        """By the project's key, or by TinyDB's integer."""
        encoded = self.get_encoded(table, key)
        return None if encoded is None else decode(encoded)

    def get_encoded(self, table: str, key: str | int) -> bytes | None:
        with self._memory:
            rows = self._tables.get(table)
            return None if rows is None else rows.find(key)

    def rows(self, table: str) -> Iterator[Document]:
        """The documents of this moment; later changes don't show while they are gone through."""
        return map(decode, self.encoded(table).values())

    def encoded(self, table: str) -> dict[int, bytes]:
        """Encoded documents by TinyDB's integer."""
        with self._memory:
            rows = self._tables.get(table)
            return {} if rows is None else rows.documents.copy()

    def count(self, table: str) -> int:
        with self._memory:
            return len(self._tables.get(table, ()))

    def tables(self) -> list[str]:
        with self._memory:
            return [name for name, rows in self._tables.items() if len(rows)]

    def add_index(self, table: str, name: str, key: Key) -> None:
        """Order *table* by *key*, from the first time on that it is asked for; see `Index` for what a key may be.

        A later index of that name replaces it.
        """
        with self._memory:
            self._rows(table).add_index(name, key)

    def range(
        self, table: str, name: str, low: SortKey | None, high: SortKey | None, limit: int | None = None
    ) -> list[Document]:
        """Documents with low ≤ key < high in the order of the index; None leaves that end open."""
        return [decode(encoded) for encoded in self.range_encoded(table, name, low, high, limit)]

    def range_encoded(
        self, table: str, name: str, low: SortKey | None, high: SortKey | None, limit: int | None = None
    ) -> list[bytes]:
        with self._memory:
            rows = self._tables[table]
            return rows.pick(self._index(rows, name).between(low, high), limit)

    def equal(self, table: str, name: str, value: SortKey) -> list[Document]:
        with self._memory:
            rows = self._tables[table]
            found = rows.pick(self._index(rows, name).equal(value))
        return [decode(encoded) for encoded in found]

    def reserve_id(self, table: str) -> int:
        """An integer for TinyDB that no other document gets while this process runs."""
        with self._memory:
            return self._rows(table).reserve_id()

    def _stage(self, changes: Sequence[Encoded]) -> Ticket:
        """Apply all of *changes* or, raising, none; `_memory` is locked."""
        ticket = self._pending
        mark = len(ticket.undo)
        try:
            with CollectorPaused() if len(changes) > _MANY else nullcontext():
                for change in changes:
                    self._place(ticket, *change)
        except BaseException:
            undo(ticket, mark)
            raise
        return ticket

    def _place(self, ticket: Ticket, table: str, key: str | int, encoded: bytes | None) -> None:
        rows = self._rows(table)
        doc_id = rows.find_id(key)
        if doc_id is None:
            if encoded is None:
                return
            doc_id = key if isinstance(key, int) else rows.reserve_id()
        was = rows.place(doc_id, encoded)
        if was != encoded:
            ticket.undo.append((rows, doc_id, was))
            ticket.changes.append((table, doc_id, encoded))

    def _index(self, rows: Rows, name: str) -> Index:
        if name in rows.indexes:
            return rows.indexes[name]
        with CollectorPaused():
            return rows.index(name)

    def _rows(self, table: str) -> Rows:
        rows = self._tables.get(table)
        if rows is None:
            rows = self._tables[table] = Rows()
        return rows


def encode_for(table: str, key: str | int, document: Mapping[str, Any] | None) -> bytes | None:
    """Raises ValueError for an "id" that is not *key*, TypeError for what JSON can't hold."""
    if table == META:
        raise ValueError(f"{META} is the store's own")
    if document is None:
        return None
    if isinstance(key, int):
        return encode(document)
    if document.get("id", key) != key:
        raise ValueError(f"the id {document['id']!r} is not the key {key!r}")
    return encode(document if "id" in document else {"id": key, **document})


def undo(ticket: Ticket, mark: int = 0) -> None:
    """Take back what was staged after the first *mark* changes, the last one first."""
    while len(ticket.undo) > mark:
        rows, doc_id, was = ticket.undo.pop()
        rows.place(doc_id, was)
        ticket.changes.pop()
