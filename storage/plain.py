"""The store on a plain TinyDB with a storage of TinyDB's own: it means the same, and is neither fast nor durable."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from tinydb import TinyDB

from storage.transactions import DocumentStore


class WrittenBack:
    """Transactions of a plain TinyDB: where one raises what was there before is written back."""

    is_settled = True

    def __init__(self, db: TinyDB) -> None:
        self._db = db
        self._turn = threading.RLock()
        self._thread: int | None = None

    @property
    def is_inside(self) -> bool:
        return self._thread == threading.get_ident()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._turn:
            outer, self._thread = self._thread, threading.get_ident()
            tables = self._db.storage.read() or {}
            # As deep as TinyDB's updates reach: they change documents in place.
            before = {name: {doc_id: dict(row) for doc_id, row in rows.items()} for name, rows in tables.items()}
            try:
                yield
            except BaseException:
                self._db.storage.write(before)
                raise
            finally:
                self._thread = outer


class PlainStore(DocumentStore):
    def __init__(self, db: TinyDB) -> None:
        super().__init__(db, WrittenBack(db))
