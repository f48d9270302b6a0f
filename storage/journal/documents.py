"""Documents in memory, in named tables: reading, ordered indexes, changing in place and undoing. Knows no disk."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from storage.journal.index import SortKey
from storage.journal.lines import Staged
from storage.journal.recovery import CollectorPaused, Tables
from storage.journal.rows import EncodedDocument, Rows
from storage.journal.snapshot import META

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
    """A transaction: a block in which documents are changed in place. `ticket` is what it waits for when it is over.

    Written by hand and not as a generator: what a block costs is a good part of what a read costs.
    """

    def __init__(self, documents: Documents) -> None:
        self.thread = threading.get_ident()
        self.steps: list[Step] = []
        self.ticket: Ticket | None = None
        self._documents = documents
        self._collector = CollectorPaused()

    def __enter__(self) -> Writing:
        self._documents.memory.acquire()
        self._documents.writing = self
        self._collector.__enter__()
        return self

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        is_kept = False
        try:
            if kind is None:
                self.ticket = self._documents.stage(self)
                is_kept = True
        finally:
            if not is_kept:
                undo(self.steps)
            self._collector.__exit__()
            self._documents.writing = None
            self._documents.memory.release()
        self.wait()

    def wait(self) -> None:
        if self.ticket is not None:
            self._documents.wait(self.ticket)

    def place(self, rows: Rows, doc_id: int, encoded: bytes | None) -> None:
        """Raises `SameKeyError`."""
        was = rows.place(doc_id, encoded)
        if was != encoded:
            self.steps.append((rows, doc_id, was))

    def staged(self) -> list[Staged]:
        """Each document that was changed, once, as it is now."""
        changed = {(rows.name, doc_id): rows for rows, doc_id, _ in self.steps}
        return [(name, doc_id, rows.documents.get(doc_id)) for (name, doc_id), rows in changed.items()]


class Part:
    """A block within a transaction: where it raises, what was done in it is undone; what was done before stays."""

    def __init__(self, writing: Writing) -> None:
        self._writing = writing
        self._mark = len(writing.steps)

    def __enter__(self) -> Writing:
        return self._writing

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        if kind is not None:
            undo(self._writing.steps, self._mark)


class Documents:
    """Every document returned is the caller's own copy.

    Nobody sees what a transaction of another thread has changed before it is over: it holds the memory as long.
    """

    def __init__(self, tables: Tables | None = None) -> None:
        self.memory = threading.RLock()
        self.writing: Writing | None = None
        self._tables: Tables = tables or {}

    @property
    def is_inside(self) -> bool:
        """Whether this thread is inside of a transaction."""
        writing = self.writing
        return writing is not None and writing.thread == threading.get_ident()

    @property
    def is_settled(self) -> bool:
        """Whether nothing that can be read now may be undone any more."""
        return True

    def transaction(self) -> Writing | Part:
        """What is changed in the block is there for good when it ends, or, where it raises, never was.

        Inside of another one of the same thread it is a part of that, and ends with it. One that only reads ends when
        all that it read is durable. Raises what `wait` raises.
        """
        writing = self.writing
        return Part(writing) if writing is not None and self.is_inside else Writing(self)

    def stage(self, writing: Writing) -> Ticket | None:
        """What *writing* has to wait for, if there is anything; the memory is locked."""
        return None

    def wait(self, ticket: Ticket) -> None:
        """Return when what was changed is there for good."""

    def close(self) -> None:
        """Nothing to let go."""

    def find(self, table: str, key: str | int) -> EncodedDocument | None:
        """By the project's key, or by TinyDB's integer."""
        with self.memory:
            rows = self._tables.get(table)
            return None if rows is None else rows.find(key)

    def encoded(self, table: str) -> dict[int, bytes]:
        """Encoded documents by TinyDB's integer."""
        with self.memory:
            rows = self._tables.get(table)
            return {} if rows is None else rows.documents.copy()

    def count(self, table: str) -> int:
        with self.memory:
            return len(self._tables.get(table, ()))

    def tables(self) -> list[str]:
        with self.memory:
            return [name for name, rows in self._tables.items() if len(rows)]

    def range(
        self, table: str, name: str, low: SortKey | None, high: SortKey | None, limit: int | None = None
    ) -> list[EncodedDocument]:
        """Documents with low ≤ key < high in the order of the index; None leaves that end open."""
        with self.memory:
            rows = self._tables[table]
            return rows.pick(rows.index(name).between(low, high), limit)

    def table(self, name: str) -> Rows:
        """Raises ValueError for the one that is the store's own."""
        rows = self._tables.get(name)
        if rows is None:
            if name == META:
                raise ValueError(f"{META} is the store's own")
            rows = self._tables[name] = Rows(name)
        return rows


def undo(steps: list[Step], mark: int = 0) -> None:
    """Take back all but the first *mark* of *steps*, the last one first."""
    while len(steps) > mark:
        rows, doc_id, was = steps.pop()
        rows.place(doc_id, was)
