"""TinyDB over the journal: the storage, the table and the database class that the bot runs on.

    db = JournaledDB("calendar.json")                       # or TinyDB("calendar.json", storage=JournaledStorage)
    db.table("posts").update({"state": "ready"}, where("id") == "P1")

TinyDB's own code: the database and its tables, `Query` and `where`, every `get`, `search`, `update`, `upsert`,
`remove`, `contains` and `count` by other conditions than ours, and the form of the file. Ours: what is under it
(memory, journal, file), how one finds by `storage.conditions` and by document id without looking at every document,
how a document that is in its bytes already is written, and transactions. No query is cached.

Within a table a string "id" stands once: a second document that claims it is refused with ValueError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Table

from storage.conditions import Between, ById, Found, Located, Narrowed, Replacement
from storage.journal.documents import Documents, Part, Writing
from storage.journal.journal import Journal
from storage.journal.rows import EncodedDocument, decode, encode


class JournaledStorage(Storage):
    """*source* is a path, opened with *options* as `Journal` takes them, or documents that are open."""

    def __init__(self, source: Documents | Path | str, **options: Any) -> None:
        self.documents = source if isinstance(source, Documents) else Journal(Path(source), **options)

    def read(self) -> dict[str, dict[str, Any]] | None:
        names = self.documents.tables()
        return {
            name: {str(n): decode(row) for n, row in self.documents.encoded(name).items()} for name in names
        } or None

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Write what differs from the present state, as one record."""
        with self.documents.transaction() as writing:
            for name in dict.fromkeys([*self.documents.tables(), *data]):
                rows, kept = self.documents.table(name), data.get(name, {})
                for gone in [doc_id for doc_id in rows.documents if str(doc_id) not in kept]:
                    writing.place(rows, gone, None)
                for number, document in kept.items():
                    writing.place(rows, int(number), encode(document))

    def close(self) -> None:
        self.documents.close()


class JournaledTable(Table):
    """A `Table` that reads and writes only the documents in question, and answers our conditions from its orders.

    What those find, and all documents, are `EncodedDocument`s; what other conditions find are TinyDB's `Document`s.
    """

    def __init__(self, storage: JournaledStorage, name: str, **options: Any) -> None:
        super().__init__(storage, name, **{**options, "cache_size": 0})
        self._documents = storage.documents

    def get(self, cond: QueryLike | None = None, doc_id: int | None = None, doc_ids: list[int] | None = None) -> Any:
        key = cond.key if isinstance(cond, ById) else doc_id
        if key is not None:
            return self._documents.find(self._name, key)
        if isinstance(cond, Located):
            return next(iter(self.search(cond)), None)
        return super().get(cond, doc_ids=doc_ids)  # type: ignore[arg-type]  # the overloads know less than the code

    def search(self, cond: QueryLike, limit: int | None = None) -> list[Any]:
        """Those between two keys come by their order, the first *limit* of them."""
        if isinstance(cond, Between):
            return self._documents.range(self._name, cond.order.name, cond.low, cond.high, limit)
        if isinstance(cond, Narrowed):
            return [each for each in self.search(cond.found) if cond.further(each)][:limit]
        if isinstance(cond, ById):
            return [each for each in (self.get(cond),) if each is not None]
        return super().search(cond)[:limit]

    def __iter__(self) -> Iterator[Any]:
        """In the order in which they were first written."""
        return (EncodedDocument(row, doc_id) for doc_id, row in self._documents.encoded(self._name).items())

    def insert(self, document: Mapping[str, Any]) -> int:
        if not isinstance(document, EncodedDocument):
            return super().insert(document)
        with self._documents.transaction() as writing:
            rows = self._documents.table(self._name)
            writing.place(rows, doc_id := rows.reserve_id(), document.encoded)
        return doc_id

    def update(
        self,
        fields: Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None],
        cond: QueryLike | None = None,
        doc_ids: Iterable[int] | None = None,
    ) -> list[int]:
        with self._documents.transaction() as writing:
            cond, doc_ids = self._located(cond, doc_ids)
            if doc_ids is None or not isinstance(fields, Replacement):
                return super().update(fields, cond, doc_ids)
            return self._place(writing, doc_ids, fields.document.encoded)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        with self._documents.transaction() as writing:
            cond, doc_ids = self._located(cond, doc_ids)
            return super().remove(cond) if doc_ids is None else self._place(writing, doc_ids, None)

    def _located(self, cond: QueryLike | None, doc_ids: Any) -> tuple[QueryLike | None, Iterable[int] | None]:
        if doc_ids is None and isinstance(cond, Located):
            return None, [each.doc_id for each in self.search(cond)]
        return cond, doc_ids

    def _place(self, writing: Writing, doc_ids: Iterable[int], encoded: bytes | None) -> list[int]:
        rows = self._documents.table(self._name)
        present = [doc_id for doc_id in doc_ids if doc_id in rows.documents]
        for doc_id in present:
            writing.place(rows, doc_id, encoded)
        return present

    def __len__(self) -> int:
        return self._documents.count(self._name)

    def _read_table(self) -> Any:
        return {str(each.doc_id): each for each in self}

    def _update_table(self, updater: Callable[[Any], None]) -> None:
        with self._documents.transaction() as writing:
            rows = self._documents.table(self._name)
            documents = _Decoding(rows.documents)
            updater(documents)
            for gone in rows.documents.keys() - documents.keys():
                writing.place(rows, gone, None)
            for doc_id, document in documents.items():
                if not isinstance(document, bytes):
                    writing.place(rows, doc_id, encode(document))

    def _get_next_id(self) -> int:
        with self._documents.memory:
            return self._documents.table(self._name).reserve_id()


class _Decoding(dict[int, Any]):
    """A table as TinyDB's updaters change it: a document is decoded when it is touched, and bytes where it was not."""

    def __getitem__(self, doc_id: int) -> Any:
        found = super().__getitem__(doc_id)
        if isinstance(found, bytes):
            found = self[doc_id] = decode(found)
        return found


class JournaledDB(TinyDB):
    table_class: type[Table] = JournaledTable
    default_storage_class: type[Storage] = JournaledStorage  # type: ignore[assignment]  # declared too narrowly

    def transaction(self) -> Writing | Part:
        """Whatever is done to the tables inside of the block is one record, or never was where it raises."""
        return self.storage.documents.transaction()  # type: ignore[attr-defined, no-any-return]  # it is ours


def in_order(table: Table, span: Between, limit: int | None = None) -> Sequence[Found]:
    """The documents of *span* by its order. Our table has them so; what any other finds is sorted here."""
    if isinstance(table, JournaledTable):
        return table.search(span, limit)
    return sorted(table.search(span), key=lambda each: (span.order(each), each.doc_id))[:limit]
