"""An ordered index over one table's documents. Holds sort keys and document ids, never documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sortedcontainers import SortedList  # type: ignore[import-untyped]  # ships no types

Document = dict[str, Any]
SortKey = Any  # anything comparable; one kind of value within an index
Key = Callable[[Document], SortKey | None]
Entry = tuple[SortKey, int]
Indexes = Mapping[str, Mapping[str, Key]]  # table → name → key


class Index:
    """Document ids in the order of `key(document)`, equal keys in the order of their ids.

    *key* must be pure and must answer for every document of the table; None leaves a document out. A key that
    names in its `reads` the fields it looks at isn't asked about documents in which these stay the same.
    """

    def __init__(self, key: Key, doc_ids: Sequence[int] = (), documents: Iterable[Document] = ()) -> None:
        """Start with *documents*, and their *doc_ids*, in the same order."""
        self._key = key
        self._reads: Sequence[str] = getattr(key, "reads", ())
        self._held: tuple[set[Entry], set[Entry]] | None = None
        keys: list[Any] = list(map(key, documents))
        places = [place for place, each in enumerate(keys) if each is not None]
        places.sort(key=keys.__getitem__)  # twice as fast as sorting the entries, which then are in order
        self._entries = SortedList([(keys[place], doc_ids[place]) for place in places])

    def move(self, doc_id: int, old: Document | None, new: Document | None) -> None:
        """Follow one document from *old* to *new*. An error (keys that can't be compared) changes nothing."""
        if old is not None and new is not None and self._stays(old, new):
            return
        leaves, enters = self._entry(doc_id, old), self._entry(doc_id, new)
        if leaves == enters:
            return
        if self._held is not None:
            _note(*self._held, leaves, enters)
            return
        if enters is not None:
            self._entries.add(enters)
        if leaves is not None:
            self._entries.remove(leaves)

    def hold(self) -> None:
        """Only note the moves to come: thousands are put in order at once, and cheaper, by `settled`."""
        self._held = set(), set()

    def settled(self) -> SortedList:
        """The order with the moves that were held, for `let_go`; raises where keys can't be compared."""
        gone, come = self._held or (set(), set())
        return SortedList([*(entry for entry in self._entries if entry not in gone), *come])

    def let_go(self, entries: SortedList | None) -> None:
        """Move at once again, in the order of *entries*; None: as if no move had been held."""
        self._held = None
        if entries is not None:
            self._entries = entries

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

    def _entry(self, doc_id: int, document: Document | None) -> Entry | None:
        key = None if document is None else self._key(document)
        return None if key is None else (key, doc_id)


def _note(gone: set[Entry], come: set[Entry], leaves: Entry | None, enters: Entry | None) -> None:
    for entry, here, there in ((leaves, gone, come), (enters, come, gone)):
        if entry in there:
            there.remove(entry)
        elif entry is not None:
            here.add(entry)
