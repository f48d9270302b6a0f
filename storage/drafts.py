"""What one transaction sees and changes: the documents below, covered by its own writes. Knows no types.

Documents stay in the bytes they are stored in; only what is needed for an order is decoded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Protocol, cast

from sortedcontainers import SortedList  # type: ignore[import-untyped]  # ships no types

from storage.journal.rows import decode
from storage.kinds import ORDERS
from storage.orders import KeyOf, SortKey

Change = tuple[str, str, bytes | None]
Entry = tuple[SortKey, str, bytes]


class Below(Protocol):
    """The committed documents; `Documents` of storage/journal/documents.py is one."""

    def get_encoded(self, table: str, key: str) -> bytes | None: ...

    def encoded(self, table: str) -> dict[int, bytes]: ...

    def range_encoded(
        self, table: str, name: str, low: SortKey | None, high: SortKey | None, limit: int | None = None
    ) -> list[bytes]: ...


class Cover:
    """The transaction's own writes to one table, in the orders that were asked for since."""

    def __init__(self, rows: Mapping[str, bytes | None] | None = None) -> None:
        self.rows: dict[str, bytes | None] = dict(rows or {})
        self._orders: dict[str, tuple[KeyOf, SortedList]] = {}

    def write(self, key: str, row: bytes | None) -> None:
        was = self.rows.get(key)
        self.rows[key] = row
        for key_of, order in self._orders.values():
            if (old := _place(key_of, key, was)) is not None:
                order.remove(old)
            if (new := _place(key_of, key, row)) is not None:
                order.add(new)

    def between(self, name: str, key_of: KeyOf, low: SortKey, high: SortKey) -> Iterator[Entry]:
        # (bound,) sorts just before every (bound, key).
        for place, key in self._order(name, key_of).irange((low,), (high,)):
            yield place, key, cast(bytes, self.rows[key])  # what was deleted is in no order

    def _order(self, name: str, key_of: KeyOf) -> SortedList:
        if name not in self._orders:
            entries = (_place(key_of, key, row) for key, row in self.rows.items())
            self._orders[name] = key_of, SortedList(entry for entry in entries if entry is not None)
        return self._orders[name][1]


class Draft:
    """Reads see the writes; nothing below changes until `changes` are committed by somebody else."""

    def __init__(self, below: Below) -> None:
        self._below = below
        self._covers: dict[str, Cover] = {}
        self.is_over = False

    def get(self, table: str, key: str) -> bytes | None:
        cover = self._covers.get(table)
        if cover is not None and key in cover.rows:
            return cover.rows[key]
        return self._below.get_encoded(table, key)

    def put(self, table: str, key: str, row: bytes | None) -> None:
        if self.is_over:
            raise RuntimeError("the transaction is over; this write would be lost")
        cover = self._covers.get(table)
        if cover is None:
            cover = self._covers[table] = Cover()
        cover.write(key, row)

    def rows(self, table: str) -> list[bytes]:
        """In the order in which they were first written."""
        below = self._below.encoded(table).values()
        cover = self._covers.get(table)
        if cover is None:
            return list(below)
        own = cover.rows.copy()
        kept = [own.pop(key) if (key := decode(row)["id"]) in own else row for row in below]
        return [row for row in (*kept, *own.values()) if row is not None]

    def range(self, table: str, name: str, low: SortKey, high: SortKey, limit: int | None = None) -> list[bytes]:
        """Documents with low ≤ key < high, in order."""
        cover = self._covers.get(table)
        if cover is None:
            return self._below.range_encoded(table, name, low, high, limit)
        key_of = ORDERS[table][name]
        enough = None if limit is None else limit + len(cover.rows)
        below = (_entry_of(key_of, row) for row in self._below.range_encoded(table, name, low, high, enough))
        entries = [entry for entry in below if entry[1] not in cover.rows]
        entries += cover.between(name, key_of, low, high)
        return [row for _, _, row in sorted(entries)][:limit]

    @contextmanager
    def part(self) -> Iterator[None]:
        """Where the block raises, what it wrote is taken back; what was written before stays."""
        before = {table: cover.rows.copy() for table, cover in self._covers.items()}
        try:
            yield
        except BaseException:
            self._covers = {table: Cover(rows) for table, rows in before.items()}
            raise

    def covers(self, table: str) -> bool:
        """Whether something was written to *table*."""
        return table in self._covers

    def written(self, table: str) -> Mapping[str, bytes | None]:
        """The transaction's own writes to *table*; None is what it deleted."""
        cover = self._covers.get(table)
        return {} if cover is None else cover.rows

    def range_below(self, table: str, name: str, low: SortKey, high: SortKey) -> list[bytes]:
        """As `range`, without the transaction's own writes."""
        return self._below.range_encoded(table, name, low, high)

    def changes(self) -> Sequence[Change]:
        return [(table, key, row) for table, cover in self._covers.items() for key, row in cover.rows.items()]


def _place(key_of: KeyOf, key: str, row: bytes | None) -> tuple[SortKey, str] | None:
    place = None if row is None else key_of(decode(row))
    return None if place is None else (place, key)


def _entry_of(key_of: KeyOf, row: bytes) -> Entry:
    document = decode(row)
    return cast(SortKey, key_of(document)), document["id"], row
