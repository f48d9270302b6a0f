"""Domain values ↔ plain JSON documents, the schema they are written in, and the way up from older schemas.

A field this version doesn't know is ignored when read: files of newer versions are refused as a whole, so it can
only have been typed by hand, and one misspelt word must not stop the calendar. `unknown_fields` names them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from itertools import islice
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from cattrs import Converter

from bot.domain.errors import UserError
from storage.conversion import row_of
from storage.frozen_copies import copier
from storage.journal.rows import decode

T = TypeVar("T")
Document = dict[str, Any]
Tables = dict[str, dict[int, Document]]
Step = Callable[[Tables], None]

SCHEMA = 1

_REMEMBERED = 16_384  # values per kind, about 32 MB of posts: a calendar that is read whole is read from here

STEPS: Mapping[int, Step] = MappingProxyType({})
"""From each older schema to the next one: a step changes the documents of all tables in place."""


class Records(Generic[T]):
    """One kind's values and the bytes they are stored in.

    Decoding costs ten times a look-up, and the same documents are read again and again: values that can't be
    changed are remembered by their very bytes, so what is remembered can't be out of date.
    """

    def __init__(self, kind: type[T], converter: Converter) -> None:
        self._kind = kind
        self._copied = copier(kind)
        self._structure = converter.get_structure_hook(kind)
        self._unstructure = converter.get_unstructure_hook(kind)
        self._is_mutable = any(isinstance(each.default_factory, type) for each in fields(kind))  # type: ignore[arg-type]
        self._known: dict[bytes, T] = {}

    def value_of(self, row: bytes) -> T:
        """Raises `UserError("record-unreadable")` for a document that was mended into something else."""
        known = self._known.get(row)
        return self._remember(row, self._decoded(row)) if known is None else known

    def next_revision(self, value: T, *, was: bytes | None = None) -> tuple[T, bytes]:
        """*value* with its next `rev`, and the bytes to store in place of what *was*.

        What is remembered is what was read: a new version takes the place of the one before.

        Raises TypeError for what JSON can't hold, ValueError for a moment without a zone.
        """
        written = self._copied(value)
        object.__setattr__(written, "rev", written.rev + 1)  # type: ignore[attr-defined]  # every stored kind has one
        row = self.row_of(written)
        if was is not None and self._known.pop(was, None) is not None:
            self._remember(row, written)
        return written, row

    def row_of(self, value: T) -> bytes:
        document = self._unstructure(value)
        document.setdefault("id", value.id)  # type: ignore[attr-defined]  # a field or a property of all
        return row_of(document)

    def _decoded(self, row: bytes) -> T:
        document = decode(row)
        try:
            value: T = self._structure(document, self._kind)
        except Exception as error:  # what a hand can write into a file has no bounds, nor have cattrs' exceptions
            raise UserError(
                "record-unreadable", kind=self._kind.__name__, id=str(document.get("id")), why=str(error)
            ) from error
        return value

    def _remember(self, row: bytes, value: T) -> T:
        if self._is_mutable:
            return value
        if len(self._known) >= _REMEMBERED:
            for old in list(islice(self._known, _REMEMBERED // 2)):
                del self._known[old]
        self._known[row] = value
        return value


def upgrade(old: int, tables: Tables, *, steps: Mapping[int, Step] = STEPS, schema: int = SCHEMA) -> None:
    """Bring *tables* (table → number → document), written in schema *old*, to *schema* in place."""
    for version in range(old, schema):
        steps[version](tables)


def unknown_fields(kind: type, document: Mapping[str, Any]) -> list[str]:
    """The fields of *document* that no version of *kind* known here has; `id` may be a property of it."""
    known = {each.name for each in fields(kind)} | {"id"}
    return [name for name in document if name not in known]
