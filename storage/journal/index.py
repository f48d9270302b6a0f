"""An ordered index over one table's documents. Holds sort keys and document ids, never documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import orjson
from sortedcontainers import SortedList  # type: ignore[import-untyped]  # ships no types

Document = dict[str, Any]
SortKey = Any  # anything comparable; one kind of value within an index
Key = Callable[[Document], SortKey | None]
Entry = tuple[SortKey, int]
Indexes = Mapping[str, Mapping[str, Key]]  # table → name → key

_FEW = 8  # to follow a document costs about eight times what it costs in an order that is built anew


class Index:
    """Document ids in the order of `key(document)`, equal keys in the order of their ids.

    *key* must be pure; None leaves a document out. A write only leaves a note of what was there: decoding, keys and
    places cost more than all else that it does in memory, and are left to whoever asks next. What *key* raises on a
    document, or keys that can't be compared, raise then, until the document is mended.
    """

    def __init__(self, key: Key, rows: Mapping[int, bytes], documents: Sequence[Document]) -> None:
        """*rows* is the table itself, document id → bytes, as it changes; *documents* are those of now, decoded."""
        self._key = key
        self._rows = rows
        self._before: dict[int, bytes | None] = {}
        doc_ids = list(rows)
        keys: list[Any] = list(map(key, documents))
        places = [place for place, each in enumerate(keys) if each is not None]
        places.sort(key=keys.__getitem__)  # twice as fast as sorting the entries, which then are in order
        self._entries = SortedList([(keys[place], doc_ids[place]) for place in places])

    def follow(self, doc_id: int, was: bytes | None) -> bool:
        """Note that the document isn't what it *was*. False when so much was noted that building anew costs less."""
        self._before.setdefault(doc_id, was)
        return len(self._before) * _FEW <= len(self._rows) + _FEW

    def between(self, low: SortKey | None, high: SortKey | None) -> Iterator[int]:
        """Ids with low ≤ key < high, ascending; None leaves that end open.

        A tuple key may be asked for by its beginning: ("pending",) lies before every ("pending", moment).
        """
        self._settle()
        # (key,) sorts just before every (key, doc_id).
        bounds = [None if bound is None else (bound,) for bound in (low, high)]
        return (doc_id for _, doc_id in self._entries.irange(bounds[0], bounds[1]))

    def _settle(self) -> None:
        """Put what was noted in its place; what raises stays noted."""
        while self._before:
            doc_id, was = next(iter(self._before.items()))
            leaves, enters = self._entry(doc_id, was), self._entry(doc_id, self._rows.get(doc_id))
            if leaves != enters:
                if leaves is not None:
                    self._entries.discard(leaves)  # gone already, where what should enter raised the last time
                if enters is not None:
                    self._entries.add(enters)
            del self._before[doc_id]

    def _entry(self, doc_id: int, row: bytes | None) -> Entry | None:
        key = None if row is None else self._key(orjson.loads(row))
        return None if key is None else (key, doc_id)
