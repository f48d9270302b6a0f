"""One table in memory: encoded documents by TinyDB's integer, and the project's own keys. Knows no disk.

A document is held as the bytes that stand on disk. They can't be mutated, every reader decodes a copy of its
own, memory is what a restart would find, and the collector has nothing to walk through.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import orjson

from storage.journal.index import Document, Index, Key

# What JSON can't give back as it was is refused (TypeError) and not turned silently into text.
_OPTIONS = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS

_ID_FIRST = re.compile(rb'\{"id":"([^"\\]*)"')
_REVISION = b',"rev":'


def encode(document: Mapping[str, Any]) -> bytes:
    return orjson.dumps(document, option=_OPTIONS)


def decode(encoded: bytes) -> Document:
    document: Document = orjson.loads(encoded)
    return document


def key_in(doc_id: int, encoded: bytes) -> str:
    """The project's key is the document's "id"; one written by plain TinyDB without an id goes by "#12"."""
    if first := _ID_FIRST.match(encoded):  # nearly always, and five times as fast
        return first[1].decode()
    key = decode(encoded).get("id")
    return key if isinstance(key, str) else f"#{doc_id}"


def revision_in(encoded: bytes) -> int:
    """The "rev" of a document; 0 where it has none."""
    at = encoded.rfind(_REVISION)
    digits = encoded[at + len(_REVISION) : -1]
    if at >= 0 and digits.isdigit():  # up to the brace that ends the document, so in no text and nothing nested
        return int(digits)
    revision: int = decode(encoded).get("rev", 0)
    return revision


class EncodedDocument(Mapping[str, Any]):
    """A document in its bytes, decoded when somebody looks inside; each reader has one of their own.

    No `dict`: one that isn't filled yet is written as `{}` by whatever makes JSON of it. *doc_id* is TinyDB's, 0 where
    it is not stored.
    """

    __slots__ = ("_fields", "doc_id", "encoded")

    def __init__(self, encoded: bytes, doc_id: int = 0) -> None:
        self.encoded = encoded
        self.doc_id = doc_id

    def __getitem__(self, name: str) -> Any:
        return self._decoded()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._decoded())

    def __len__(self) -> int:
        return len(self._decoded())

    def __repr__(self) -> str:
        return repr(self._decoded())

    def _decoded(self) -> Document:
        try:
            return self._fields
        except AttributeError:  # not yet: thousands are made and few looked into
            self._fields: Document = decode(self.encoded)
        return self._fields


class SameKeyError(ValueError):
    """Two documents of one table claim the same "id"."""


class Rows:
    """The documents of the table *name* in the order of their numbers, which is that of their first write."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._documents: dict[int, bytes] = {}
        self._last = 0  # whatever is placed behind it is in order
        self._is_sorted = True
        self.ids: dict[str, int] = {}
        self.indexes: dict[str, Index] = {}  # those that were built
        self._orders: dict[str, Key] = {}
        self._next_id = 1

    def __len__(self) -> int:
        return len(self._documents)

    @property
    def documents(self) -> dict[int, bytes]:
        if not self._is_sorted:  # a delete was undone, or a number was given by hand
            in_order = sorted(self._documents.items())
            self._documents.clear()
            self._documents.update(in_order)
            self._is_sorted = True
        return self._documents

    def find_id(self, key: str | int) -> int | None:
        """The document id of a project key, or a document id itself; None where there is no such document."""
        if isinstance(key, str):
            return self.ids.get(key)
        return key if key in self._documents else None

    def find(self, key: str | int) -> EncodedDocument | None:
        doc_id = self.find_id(key)
        return None if doc_id is None else EncodedDocument(self._documents[doc_id], doc_id)

    def reserve_id(self) -> int:
        """A document id that nobody else gets while this process runs (after a restart it may come again)."""
        doc_id = self._next_id
        self._next_id += 1
        return doc_id

    def load(self, doc_ids: list[int], encoded: list[bytes]) -> None:
        """Fill an empty table from lists of the same length. Raises `SameKeyError`."""
        keys = list(map(key_in, doc_ids, encoded))
        self.ids = dict(zip(keys, doc_ids, strict=True))
        if len(self.ids) < len(keys):
            raise SameKeyError(next(key for key in keys if keys.count(key) > 1))
        self._documents = dict(zip(doc_ids, encoded, strict=True))
        self._last = max(doc_ids, default=0)
        self._next_id = self._last + 1
        self._is_sorted = doc_ids == sorted(doc_ids)  # a hand may have moved lines

    def place(self, doc_id: int, encoded: bytes | None) -> bytes | None:
        """Put *encoded* (None: nothing) at *doc_id* and return what was there; placing that again undoes it.

        A key that is taken is refused and changes nothing.
        """
        was = self._documents.get(doc_id)
        key = None if encoded is None else key_in(doc_id, encoded)
        if key is not None and self.ids.get(key, doc_id) != doc_id:
            raise SameKeyError(key)
        if was is not None and (old := key_in(doc_id, was)) != key and self.ids.get(old) == doc_id:
            del self.ids[old]
        if encoded is None or key is None:
            self._documents.pop(doc_id, None)
        else:
            self.ids[key] = doc_id
            self._documents[doc_id] = encoded
            if doc_id > self._last:
                self._last, self._next_id = doc_id, max(doc_id + 1, self._next_id)
            elif was is None:
                self._is_sorted = False
        if self.indexes:
            self._tell_indexes(doc_id, was)
        return was

    def release(self, doc_id: int) -> None:
        """Leave the key of a document, which is placed anew in a moment, to another one."""
        if (encoded := self._documents.get(doc_id)) is not None:
            self.ids.pop(key_in(doc_id, encoded), None)

    def _tell_indexes(self, doc_id: int, was: bytes | None) -> None:
        for name in [name for name, index in self.indexes.items() if not index.follow(doc_id, was)]:
            del self.indexes[name]

    def add_index(self, name: str, key: Key) -> None:
        self._orders[name] = key
        self.indexes.pop(name, None)

    def index(self, name: str) -> Index:
        """Built when it is first asked for: one that nobody asks for costs nothing."""
        if name not in self.indexes:
            documents = list(map(decode, self._documents.values()))
            self.indexes[name] = Index(self._orders[name], self._documents, documents)
        return self.indexes[name]

    def build_indexes(self) -> None:
        """Build all at once; raises what a key raises."""
        documents = list(map(decode, self._documents.values()))
        self.indexes = {name: Index(key, self._documents, documents) for name, key in self._orders.items()}

    def pick(self, doc_ids: Iterable[int], limit: int | None = None) -> list[EncodedDocument]:
        return [EncodedDocument(self._documents[doc_id], doc_id) for doc_id in islice(doc_ids, limit)]
