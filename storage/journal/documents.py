"""Documents in memory, in named tables: reading, ordered indexes, changing in place and undoing. Knows no disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from storage.journal.index import Document, Index, Key, SortKey
from storage.journal.lines import Staged
from storage.journal.recovery import CollectorPaused, Tables
from storage.journal.rows import Rows, decode, encode
from storage.journal.snapshot import META

Change = tuple[str, str | int, Mapping[str, Any] | None]
Step = tuple[Rows, int, bytes | None]
"""Where a document was changed, and what was there."""


@dataclass(slots=True)
class Ticket:
    """What is written together by one fsync."""

    steps: list[Step] = field(default_factory=list)
    changes: list[Staged] = field(default_factory=list)
    settled: bool = False
    error: BaseException | None = None


class Writing:
    """What one transaction did to documents, in place. `ticket` is what it has to wait for when it is over."""

    def __init__(self) -> None:
        self.thread = threading.get_ident()
        self.steps: list[Step] = []
        self.ticket: Ticket | None = None

    def place(self, rows: Rows, key: str | int, encoded: bytes | None) -> None:
        """At a project key or a document id; raises `SameKeyError`."""
        doc_id = rows.find_id(key)
        if doc_id is None:
            if encoded is None:
                return
            doc_id = key if isinstance(key, int) else rows.reserve_id()
        was = rows.place(doc_id, encoded)
        if was != encoded:
            self.steps.append((rows, doc_id, was))

    @contextmanager
    def part(self) -> Iterator[None]:
        """Where the block raises, what was done in it is undone; what was done before stays."""
        mark = len(self.steps)
        try:
            yield
        except BaseException:
            undo(self.steps, mark)
            raise

    def staged(self) -> list[Staged]:
        """Each document that was changed, once, as it is now."""
        changed = {(rows.name, doc_id): rows for rows, doc_id, _ in self.steps}
        return [(name, doc_id, rows.documents.get(doc_id)) for (name, doc_id), rows in changed.items()]


class Documents:
    """Every document returned is the caller's own copy.

    Nobody sees what a transaction of another thread has changed before it is over: it holds the memory as long.
    """

    def __init__(self) -> None:
        self._memory = threading.RLock()
        self._tables: Tables = {}
        self._changes: Writing | None = None

    @property
    def is_inside(self) -> bool:
        """Whether this thread is inside of a transaction."""
        changes = self._changes
        return changes is not None and changes.thread == threading.get_ident()

    @property
    def is_settled(self) -> bool:
        """Whether nothing that can be read now may be undone any more."""
        return True

    @contextmanager
    def transaction(self) -> Iterator[Writing]:
        """What is changed in the block is there for good when it ends, or, where it raises, never was.

        Inside of another one of the same thread it is a part of that, and ends with it. One that only reads ends when
        all that it read is durable. Raises what `wait` raises.
        """
        with self.decide() as changes:
            yield changes
        if not self.is_inside:
            self.wait(changes.ticket)

    @contextmanager
    def decide(self) -> Iterator[Writing]:
        """As `transaction`, without waiting for the disk: `ticket` is what there is to wait for."""
        with self._memory:
            if self._changes is not None:
                with self._changes.part():
                    yield self._changes
                return
            self._changes = changes = Writing()
            try:
                with CollectorPaused(), changes.part():
                    yield changes
                    changes.ticket = self._stage(changes)
            finally:
                self._changes = None

    def commit(self, changes: Sequence[Change]) -> None:
        """Make *changes* for good: all of them or, raising what `transaction` raises, none."""
        self.wait(self.stage(changes))

    def stage(self, changes: Sequence[Change]) -> Ticket | None:
        """Apply *changes* (table, key, document or None to delete) in memory; `wait` makes them durable.

        A document without "id" gets its key there. An integer instead of a key is TinyDB's document id.
        Raises ValueError for an "id" that is not the key or is taken, TypeError for what JSON can't hold; then nothing
        has changed.
        """
        encoded = [(table, key, encode_for(key, document)) for table, key, document in changes]
        with self.decide() as made:
            for table, key, row in encoded:
                made.place(self.table(table), key, row)
        return made.ticket

    def wait(self, ticket: Ticket | None) -> None:
        """Return when what was changed is there for good."""

    def close(self) -> None:
        """Nothing to let go."""

    def _stage(self, changes: Writing) -> Ticket | None:
        """What *changes* have to wait for; the memory is locked."""
        return None

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
            self.table(table).add_index(name, key)

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
            return self.table(table).reserve_id()

    def table(self, name: str) -> Rows:
        """Raises ValueError for the one that is the store's own."""
        rows = self._tables.get(name)
        if rows is None:
            if name == META:
                raise ValueError(f"{META} is the store's own")
            rows = self._tables[name] = Rows(name)
        return rows

    def _index(self, rows: Rows, name: str) -> Index:
        if name in rows.indexes:
            return rows.indexes[name]
        with CollectorPaused():
            return rows.index(name)


def encode_for(key: str | int, document: Mapping[str, Any] | None) -> bytes | None:
    """Raises ValueError for an "id" that is not *key*, TypeError for what JSON can't hold."""
    if document is None:
        return None
    if isinstance(key, int):
        return encode(document)
    if document.get("id", key) != key:
        raise ValueError(f"the id {document['id']!r} is not the key {key!r}")
    return encode(document if "id" in document else {"id": key, **document})


def undo(steps: list[Step], mark: int = 0) -> None:
    """Take back all but the first *mark* of *steps*, the last one first."""
    while len(steps) > mark:
        rows, doc_id, was = steps.pop()
        rows.place(doc_id, was)
