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

_FEW = 8  # a move costs about eight times as much alone as in a rewrite of the whole order


class Index:
    """Document ids in the order of `key(document)`, equal keys in the order of their ids.

    *key* must be pure and must answer for every document of the table; None leaves a document out. A key that
    names in its `reads` the fields it looks at isn't asked about documents in which these stay the same.
    """

    def __init__(self, key: Key, doc_ids: Sequence[int] = (), documents: Iterable[Document] = ()) -> None:
        """Start with *documents*, and their *doc_ids*, in the same order."""
        self._key = key
        self._reads: Sequence[str] = getattr(key, "reads", ())
        keys: list[Any] = list(map(key, documents))
        places = [place for place, each in enumerate(keys) if each is not None]
        places.sort(key=keys.__getitem__)  # twice as fast as sorting the entries, which then are in order
        self._entries = SortedList([(keys[place], doc_ids[place]) for place in places])
        self._gone: set[Entry] = set()
        self._come: set[Entry] = set()

    def move(self, doc_id: int, old: Document | None, new: Document | None) -> None:
        """Follow one document from *old* to *new*. An error changes nothing.

        The move is only noted: finding its places among many entries costs more than all else a write does in
        memory, and is left to whoever asks next.
        """
        if old is not None and new is not None and self._stays(old, new):
            return
        leaves, enters = self._entry(doc_id, old), self._entry(doc_id, new)
        if leaves != enters:
            _note(leaves, self._gone, self._come)
            _note(enters, self._come, self._gone)

    def between(self, low: SortKey | None, high: SortKey | None) -> Iterator[int]:
        """Ids with low ≤ key < high, ascending; None leaves that end open.

        A tuple key may be asked for by its beginning: ("pending",) lies before every ("pending", moment).
        """
        self._settle()
        # (key,) sorts just before every (key, doc_id).
        bounds = [None if bound is None else (bound,) for bound in (low, high)]
        return (doc_id for _, doc_id in self._entries.irange(bounds[0], bounds[1]))

    def equal(self, value: SortKey) -> Iterator[int]:
        self._settle()
        for key, doc_id in self._entries.irange((value,)):
            if key != value:
                return
            yield doc_id

    def _settle(self) -> None:
        """Put the noted moves in their places; a key that can't be compared raises here, and stays noted."""
        if (len(self._gone) + len(self._come)) * _FEW > len(self._entries):
            kept = (entry for entry in self._entries if entry not in self._gone)
            self._entries = SortedList([*kept, *self._come])
            self._gone.clear()
            self._come.clear()
        _drain(self._gone, self._entries.remove)
        _drain(self._come, self._entries.add)

    def _stays(self, old: Document, new: Document) -> bool:
        for name in self._reads:  # not all(…): a generator costs more than what it would look at
            if old.get(name) != new.get(name):
                return False
        return bool(self._reads)

    def _entry(self, doc_id: int, document: Document | None) -> Entry | None:
        key = None if document is None else self._key(document)
        return None if key is None else (key, doc_id)


def _note(entry: Entry | None, here: set[Entry], there: set[Entry]) -> None:
    if entry in there:
        there.remove(entry)
    elif entry is not None:
        here.add(entry)


def _drain(entries: set[Entry], place: Callable[[Entry], object]) -> None:
    while entries:
        entry = next(iter(entries))
        place(entry)
        entries.remove(entry)
