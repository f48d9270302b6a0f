"""The store on a plain TinyDB with a storage of TinyDB's own: it means the same, and is neither fast nor durable."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tinydb import TinyDB

from storage.transactions import DocumentStore


class WrittenBack:
    """Transactions of a plain TinyDB: where one raises what was there before its first write is written back."""

    is_settled = True

    def __init__(self, db: TinyDB) -> None:
        self._db = db
        self._turn = threading.RLock()
        self._thread: int | None = None
        self._before: list[dict[str, Any] | None] = []  # of the transaction and the parts of it that are going on

    @property
    def is_inside(self) -> bool:
        return self._thread == threading.get_ident()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        with self._turn:
            self._thread = threading.get_ident()
            self._before.append(None)
            try:
                yield
            except BaseException:
                if (before := self._before[-1]) is not None:
                    self._db.storage.write(_copied(before))
                raise
            finally:
                self._before.pop()
                self._thread = self._thread if self._before else None

    def before_write(self) -> None:
        if None in self._before:
            before = _copied(self._db.storage.read() or {})
            self._before = [before if each is None else each for each in self._before]


def _copied(tables: Mapping[str, Any]) -> dict[str, Any]:
    """As deep as TinyDB's updates reach: they change documents in place."""
    return {name: {doc_id: dict(row) for doc_id, row in rows.items()} for name, rows in tables.items()}


class PlainStore(DocumentStore):
    def __init__(self, db: TinyDB) -> None:
        super().__init__(db, WrittenBack(db))
