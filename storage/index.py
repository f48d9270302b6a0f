"""An ordered index over one table's documents. Holds sort keys and document ids, never documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sortedcontainers import SortedList  # type: ignore[import-untyped]  # ships no types

Document = dict[str, Any]
SortKey = Any  # anything comparable; one kind of value within an index
Key = Callable[[Document], SortKey | None]
Indexes = Mapping[str, Mapping[str, Key]]  # table → name → key


class Index:
    """Document ids in the order of `key(document)`, equal keys in the order of their ids.

    *key* must be pure and must answer for every document of the table; None leaves a document out. A key that
    names in its `reads` the fields it looks at isn't asked about documents in which these stay the same.
    """

    def __init__(self, key: Key) -> None:
        self._key = key
        self._reads: Sequence[str] = getattr(key, "reads", ())
        self._entries = SortedList()

    def fill(self, documents: Iterable[tuple[int, Document]]) -> None:
        keys = ((self._key(document), doc_id) for doc_id, document in documents)
        self._entries = SortedList(entry for entry in keys if entry[0] is not None)

    def move(self, doc_id: int, old: Document | None, new: Document | None) -> None:
        """Follow one document from *old* to *new*. An error (keys that can't be compared) changes nothing."""
        if old is not None and new is not None and self._stays(old, new):
            return
        leaves, enters = self._entry(doc_id, old), self._entry(doc_id, new)
        if leaves == enters:
            return
        if enters is not None:
            self._entries.add(enters)
        if leaves is not None:
            self._entries.remove(leaves)

    def between(self, low: SortKey | None, high: SortKey | None) -> Iterator[int]:
        """Ids with low ≤ key < high, ascending; None leaves that end open.

        A tuple key may be asked for by its beginning: ("pending",) lies before every ("pending", moment).
        """
        # (key,) sorts just before every (key, doc_id).
        bounds = [None if bound is None else (bound,) for bound in (low, high)]
        return (doc_id for _, doc_id in self._entries.irange(bounds[0], bounds[1]))

    def equal(self, value: SortKey) -> Iterator[int]:
        for key, doc_id in self._entries.irange((value,)):
            if key != value:
                return
            yield doc_id

    def _stays(self, old: Document, new: Document) -> bool:
        for name in self._reads:  # not all(…): a generator costs more than what it would look at
            if old.get(name) != new.get(name):
                return False
        return bool(self._reads)

    def _entry(self, doc_id: int, document: Document | None) -> tuple[SortKey, int] | None:
        key = None if document is None else self._key(document)
        return None if key is None else (key, doc_id)
