"""TinyDB queries that our table answers without looking at every document, and what is written and found by them.

They are true predicates: any TinyDB answers them. `Between(order, low, high) & (where("platform") == "x")` is still
answered from the order, and narrowed.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from tinydb.queries import QueryInstance
from tinydb.table import Document

from storage.journal.rows import EncodedDocument, encode
from storage.orders import SortKey, TableOrder

Found = EncodedDocument | Document
"""What a table answers: ours in its bytes, any other's decoded. Both have TinyDB's `doc_id`."""


class Located(QueryInstance):
    """A condition whose documents our table finds."""

    def __and__(self, other: QueryInstance) -> Narrowed:
        return Narrowed(self, other)

    __rand__ = __and__  # where(…) & condition is found in the same way


class ById(Located):
    """The document with that project key, of which there is at most one."""

    def __init__(self, key: str) -> None:
        self.key = key
        self._hash = ("id", key)

    def _test(self, document: Mapping[str, Any]) -> bool:
        return bool(document.get("id") == self.key)


class Between(Located):
    """The documents with low ≤ key < high in an order; a tuple may be asked for by its beginning."""

    def __init__(self, order: TableOrder, low: SortKey, high: SortKey) -> None:
        self.order, self.low, self.high = order, low, high
        self._hash = (order.table, order.name, low, high)

    def _test(self, document: Mapping[str, Any]) -> bool:
        key = self.order(document)
        return key is not None and self.low <= key < self.high


class Narrowed(Located):
    """Those of *found* that are *further* too."""

    def __init__(self, found: Located, further: QueryInstance) -> None:
        both = QueryInstance.__and__(found, further)
        super().__init__(both, both._hash)
        self.found, self.further = found, further


class Replacement:
    """For `Table.update`: the document becomes this one. Fields alone are merged: what was cleared would stay."""

    def __init__(self, document: EncodedDocument) -> None:
        self.document = document

    def __call__(self, stored: MutableMapping[str, Any]) -> None:
        stored.clear()
        stored.update(self.document)


def bytes_of(document: Mapping[str, Any]) -> bytes:
    return document.encoded if isinstance(document, EncodedDocument) else encode(document)
