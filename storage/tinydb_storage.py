"""TinyDB over the journal: its tables, documents and queries, with durable writes of one line each.

    db = JournaledDB("calendar.json")                       # or TinyDB("calendar.json", storage=JournaledStorage)
    db.table("posts").update({"state": "ready"}, where("id") == "P1")

With `JournaledDB` a write by document id costs the same at any size; plain `TinyDB` compares all documents first.
Within a table a string "id" stands once: a second document that claims it is refused with ValueError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from storage.journal.documents import Change
from storage.journal.index import Document
from storage.journal.journal import Journal
from storage.journal.rows import decode


class JournaledStorage(Storage):
    """*source* is a path, opened with *options* as `Journal` takes them, or an open journal."""

    def __init__(self, source: Journal | Path | str, **options: Any) -> None:
        self.journal = source if isinstance(source, Journal) else Journal(Path(source), **options)

    def read(self) -> dict[str, dict[str, Any]] | None:
        tables = {name: dict(_Reading(self.journal, name).items()) for name in self.journal.tables()}
        return tables or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Write what differs from the present state, as one record."""
        gone: list[Change] = [
            (name, doc_id, None)
            for name in self.journal.tables()
            for doc_id in self.journal.encoded(name)
            if str(doc_id) not in data.get(name, {})
        ]
        kept: list[Change] = [
            (name, int(doc_id), document) for name, documents in data.items() for doc_id, document in documents.items()
        ]
        self.journal.commit(gone + kept)

    def close(self) -> None:
        self.journal.close()


class JournaledTable(Table):
    """A `Table` that reads and writes only the documents in question. Results are copies, never cached."""

    def __init__(self, storage: JournaledStorage, name: str, **options: Any) -> None:
        super().__init__(storage, name, **{**options, "cache_size": 0})
        self._journal = storage.journal

    def _read_table(self) -> Any:
        return _Reading(self._journal, self.name)

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._journal.transaction():
            draft = _Draft(self._journal, self.name)
            updater(draft)
            self._journal.stage(draft.changes())

    def _get_next_id(self) -> int:
        return self._journal.reserve_id(self.name)


class JournaledDB(TinyDB):
    table_class: type[Table] = JournaledTable
    default_storage_class: type[Storage] = JournaledStorage  # type: ignore[assignment]  # declared too narrowly


class _Reading(Mapping[str, Document]):
    """A table as TinyDB reads it: document ids are text, documents are decoded when asked for."""

    def __init__(self, journal: Journal, name: str) -> None:
        self._journal = journal
        self._name = name

    def __getitem__(self, doc_id: str) -> Document:
        document = self._journal.get(self._name, int(doc_id))
        if document is None:
            raise KeyError(doc_id)
        return document

    def __iter__(self) -> Iterator[str]:
        return map(str, self._journal.encoded(self._name))

    def __len__(self) -> int:
        return self._journal.count(self._name)

    def items(self) -> Any:
        encoded = self._journal.encoded(self._name)
        return ((str(doc_id), decode(document)) for doc_id, document in encoded.items())


class _Draft(MutableMapping[int, Document]):
    """A table as TinyDB's updaters change it; `changes` is what became of the documents they touched."""

    def __init__(self, journal: Journal, name: str) -> None:
        self._journal = journal
        self._name = name
        self._touched: dict[int, Document | None] = {}

    def __getitem__(self, doc_id: int) -> Document:
        if doc_id not in self._touched:
            self._touched[doc_id] = self._journal.get(self._name, doc_id)
        document = self._touched[doc_id]
        if document is None:
            raise KeyError(doc_id)
        return document

    def __setitem__(self, doc_id: int, document: Document) -> None:
        self._touched[doc_id] = document

    def __delitem__(self, doc_id: int) -> None:
        self._touched[doc_id] = None

    def __iter__(self) -> Iterator[int]:
        untouched = (doc_id for doc_id in self._journal.encoded(self._name) if doc_id not in self._touched)
        present = (doc_id for doc_id, document in self._touched.items() if document is not None)
        return iter(sorted([*untouched, *present]))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def clear(self) -> None:
        self._touched = dict.fromkeys(self._journal.encoded(self._name))

    def changes(self) -> list[Change]:
        """Deletions first, so that an id that moves to another document is free when it gets there."""
        by_absence = sorted(self._touched.items(), key=lambda item: item[1] is not None)
        return [(self._name, doc_id, document) for doc_id, document in by_absence]
