"""What one transaction sees and changes: the documents below, covered by its own writes. Knows no types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from sortedcontainers import SortedList  # type: ignore[import-untyped]  # ships no types

from storage.kinds import Document, KeyOf, SortKey

Change = tuple[str, str | int, Mapping[str, Any] | None]


class Below(Protocol):
    """The committed documents; `Documents` of storage/documents.py is one. What is read is the reader's own."""

    def get(self, table: str, key: str) -> Document | None: ...

    def rows(self, table: str) -> Iterator[Document]: ...

    def range(
        self, table: str, name: str, low: SortKey | None, high: SortKey | None, limit: int | None = None
    ) -> list[Document]: ...


class Cover:
    """The transaction's own writes to one table, in the orders that were asked for since."""

    def __init__(self) -> None:
        self.documents: dict[str, Document | None] = {}
        self._orders: dict[str, tuple[KeyOf, SortedList]] = {}

    def write(self, key: str, document: Document | None) -> None:
        was = self.documents.get(key)
        self.documents[key] = document
        for key_of, order in self._orders.values():
            if was is not None and (old := key_of(was)) is not None:
                order.remove((old, key))
            if document is not None and (new := key_of(document)) is not None:
                order.add((new, key))

    def between(self, name: str, key_of: KeyOf, low: SortKey, high: SortKey) -> Iterator[tuple[SortKey, Document]]:
        # (bound,) sorts just before every (bound, key).
        for key, name_of in self._order(name, key_of).irange((low,), (high,)):
            yield key, self.documents[name_of]  # type: ignore[misc]  # what was deleted is in no order

    def _order(self, name: str, key_of: KeyOf) -> SortedList:
        if name not in self._orders:
            keys = ((key_of(document), key) for key, document in self.documents.items() if document is not None)
            self._orders[name] = key_of, SortedList(entry for entry in keys if entry[0] is not None)
        return self._orders[name][1]


class Draft:
    """Reads see the writes; nothing below changes until `changes` are committed by somebody else."""

    def __init__(self, below: Below) -> None:
        self._below = below
        self._covers: dict[str, Cover] = {}
        self.is_over = False

    def get(self, table: str, key: str) -> Document | None:
        cover = self._covers.get(table)
        if cover is not None and key in cover.documents:
            return cover.documents[key]
        return self._below.get(table, key)

    def put(self, table: str, key: str, document: Document | None) -> None:
        if self.is_over:
            raise RuntimeError("the transaction is over; this write would be lost")
        cover = self._covers.get(table)
        if cover is None:
            cover = self._covers[table] = Cover()
        cover.write(key, document)

    def rows(self, table: str) -> list[Document]:
        """In the order in which they were first written."""
        cover = self._covers.get(table)
        if cover is None:
            return list(self._below.rows(table))
        own = dict(cover.documents)
        kept = [own.pop(row["id"]) if row["id"] in own else row for row in self._below.rows(table)]
        return [row for row in (*kept, *own.values()) if row is not None]

    def range(
        self, table: str, name: str, key_of: KeyOf, low: SortKey, high: SortKey, limit: int | None = None
    ) -> list[Document]:
        """Documents with low ≤ key < high, in order."""
        cover = self._covers.get(table)
        if cover is None:
            return self._below.range(table, name, low, high, limit)
        enough = None if limit is None else limit + len(cover.documents)
        rows = [row for row in self._below.range(table, name, low, high, enough) if row["id"] not in cover.documents]
        own = list(cover.between(name, key_of, low, high))
        if own:
            pairs = [*((key_of(row), row) for row in rows), *own]
            rows = [row for _, row in sorted(pairs, key=lambda pair: pair[0])]  # type: ignore[arg-type,return-value]
        return rows[:limit]

    def changes(self) -> Sequence[Change]:
        return [(table, key, row) for table, cover in self._covers.items() for key, row in cover.documents.items()]
