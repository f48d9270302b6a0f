"""Domain values ↔ plain JSON documents, the schema they are written in, and the way up from older schemas.

Moments are ISO 8601 in UTC, days and wall times ISO, spans seconds, enumerations their words, sets sorted lists.
A field whose default is empty (None, "", 0, false, nothing in it) isn't written while it is empty; any other
default is written out, so that a new default never changes what is already stored.

A field this version doesn't know is ignored when read: files of newer versions are refused as a whole, so it can
only have been typed by hand, and one misspelt word must not stop the calendar. `unknown_fields` names them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from operator import attrgetter
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Generic, TypeVar

from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.preconf.orjson import make_converter

from bot.domain.errors import UserError
from bot.domain.moments import aware
from storage.rows import decode, encode

T = TypeVar("T")
Document = dict[str, Any]
Tables = dict[str, dict[int, Document]]
Step = Callable[[Tables], None]

SCHEMA = 1

_REMEMBERED = 4096  # values per kind; about 8 MB of posts

STEPS: Mapping[int, Step] = MappingProxyType({})
"""From each older schema to the next one: a step changes the documents of all tables in place."""


class Records(Generic[T]):
    """One kind's values and the bytes they are stored in.

    Decoding costs ten times a look-up, and the same documents are read again and again: values that can't be
    changed are remembered by their very bytes, so what is remembered can't be out of date.
    """

    def __init__(self, kind: type[T], converter: Converter) -> None:
        self._kind = kind
        self._names = tuple(each.name for each in fields(kind))  # type: ignore[arg-type]  # a dataclass
        self._read_all = attrgetter(*self._names)
        self._structure = converter.get_structure_hook(kind)
        self._unstructure = converter.get_unstructure_hook(kind)
        self._is_mutable = any(isinstance(each.default_factory, type) for each in fields(kind))  # type: ignore[arg-type]
        self._known: dict[bytes, T] = {}

    def value_of(self, row: bytes) -> T:
        """Raises `UserError("record-unreadable")` for a document that was mended into something else."""
        known = self._known.get(row)
        return self._remember(row, self._decoded(row)) if known is None else known

    def next_revision(self, value: T) -> tuple[T, bytes]:
        """*value* with its next `rev`, and the bytes to store.

        Raises TypeError for what JSON can't hold, ValueError for a moment without a zone.
        """
        written = self._copied(value)
        object.__setattr__(written, "rev", written.rev + 1)  # type: ignore[attr-defined]  # every stored kind has one
        row = self.row_of(written)
        return self._remember(row, written), row

    def row_of(self, value: T) -> bytes:
        document = self._unstructure(value)
        document.setdefault("id", value.id)  # type: ignore[attr-defined]  # a field or a property of all
        return encode(document)

    def _decoded(self, row: bytes) -> T:
        document = decode(row)
        try:
            value: T = self._structure(document, self._kind)
        except Exception as error:  # what a hand can write into a file has no bounds, nor have cattrs' exceptions
            raise UserError(
                "record-unreadable", kind=self._kind.__name__, id=str(document.get("id")), why=str(error)
            ) from error
        return value

    def _copied(self, value: T) -> T:
        # dataclasses.replace takes four times as long: it validates again what is valid already.
        copy = object.__new__(self._kind)
        for name, content in zip(self._names, self._read_all(value), strict=True):
            object.__setattr__(copy, name, content)
        return copy

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


def converter_of_records() -> Converter:
    """Made once per store: it compiles a function for every dataclass."""
    converter = make_converter(detailed_validation=False)
    converter.register_unstructure_hook(datetime, _moment_text)
    converter.register_structure_hook(datetime, _moment)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(time, time.isoformat)
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    converter.register_unstructure_hook(timedelta, timedelta.total_seconds)
    converter.register_structure_hook(timedelta, lambda seconds, _: timedelta(seconds=seconds))
    converter.register_unstructure_hook(frozenset, sorted)
    converter.register_unstructure_hook_factory(_is_frozenset, lambda _: sorted)
    converter.register_unstructure_hook_factory(_is_body, lambda _: identity)  # anything but JSON is refused later
    # cattrs looks the hooks of these two up for every value; half of the time of a post went there.
    converter.register_structure_hook_factory(_is_optional, lambda kind: _optional(kind, converter))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple(kind, converter))
    converter.register_unstructure_hook_factory(_is_word, lambda _: _word)
    converter.register_unstructure_hook_factory(is_dataclass, lambda kind: _without_empty(kind, converter))
    return converter


def _moment(text: str, _: object = None) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo is UTC else aware(moment)


def _moment_text(moment: datetime) -> str:
    return (moment if moment.tzinfo is UTC else aware(moment)).isoformat()


def _is_optional(kind: Any) -> bool:
    return isinstance(kind, UnionType) and len(kind.__args__) == 2 and NoneType in kind.__args__


def _optional(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    (some,) = (each for each in kind.__args__ if each is not NoneType)
    structure = converter.get_structure_hook(some)
    return lambda content, _: None if content is None else structure(content, some)


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _tuple(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    each_kind = kind.__args__[0]
    structure = converter.get_structure_hook(each_kind)
    return lambda content, _: tuple([structure(each, each_kind) for each in content])


def _is_word(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _word(value: StrEnum) -> str:
    return value.value


def _is_body(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is dict


def _is_frozenset(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is frozenset


def _without_empty(kind: type, converter: Converter) -> Callable[[Any], dict[str, Any]]:
    leave_out: dict[str, Any] = {
        each.name: override(omit_if_default=True) for each in fields(kind) if _is_empty_by_default(each)
    }
    return make_dict_unstructure_fn(kind, converter, **leave_out)


def _is_empty_by_default(each: Field[Any]) -> bool:
    if each.default_factory is not MISSING:
        return not each.default_factory()
    return each.default is not MISSING and not each.default
