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
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeVar

import orjson
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.preconf.orjson import OrjsonConverter, make_converter

from bot.domain.errors import UserError
from bot.domain.moments import aware

T = TypeVar("T")
Document = dict[str, Any]
Tables = dict[str, dict[int, Document]]
Step = Callable[[Tables], None]

SCHEMA = 1

STEPS: Mapping[int, Step] = MappingProxyType({})
"""From each older schema to the next one: a step changes the documents of all tables in place."""


class Records:
    """The converter and its two directions; made once per store, because making it compiles functions."""

    def __init__(self) -> None:
        self._converter = _converter()

    def document_of(self, value: object) -> Document:
        """Raises TypeError for what JSON can't hold, ValueError for a moment without a zone."""
        document: Document = self._converter.unstructure(value)
        document.setdefault("id", value.id)  # type: ignore[attr-defined]  # every stored kind has one
        return document

    def value_of(self, kind: type[T], document: Document) -> T:
        """Raises `UserError("record-unreadable")` for a document that was mended into something else."""
        try:
            return self._converter.structure(document, kind)
        except Exception as error:  # what a hand can write into a file has no bounds, nor have cattrs' exceptions
            raise UserError(
                "record-unreadable", kind=kind.__name__, id=str(document.get("id")), why=str(error)
            ) from error


def upgrade(old: int, tables: Tables, *, steps: Mapping[int, Step] = STEPS, schema: int = SCHEMA) -> None:
    """Bring *tables* (table → number → document), written in schema *old*, to *schema* in place."""
    for version in range(old, schema):
        steps[version](tables)


def unknown_fields(kind: type, document: Mapping[str, Any]) -> list[str]:
    """The fields of *document* that no version of *kind* known here has; `id` may be a property of it."""
    known = {each.name for each in fields(kind)} | {"id"}
    return [name for name in document if name not in known]


def _converter() -> OrjsonConverter:
    converter = make_converter(detailed_validation=False)
    converter.register_unstructure_hook(datetime, lambda moment: aware(moment).isoformat())
    converter.register_structure_hook(datetime, lambda text, _: aware(datetime.fromisoformat(text)))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_unstructure_hook(time, time.isoformat)
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    converter.register_unstructure_hook(timedelta, timedelta.total_seconds)
    converter.register_structure_hook(timedelta, lambda seconds, _: timedelta(seconds=seconds))
    converter.register_unstructure_hook(frozenset, sorted)
    converter.register_unstructure_hook_factory(_is_frozenset, lambda _: sorted)
    converter.register_unstructure_hook_factory(_is_body, lambda _: _json_copy)
    converter.register_structure_hook_factory(_is_body, lambda _: lambda body, _: _json_copy(body))
    converter.register_unstructure_hook_factory(_is_word, lambda _: _word)
    converter.register_unstructure_hook_factory(is_dataclass, lambda kind: _without_empty(kind, converter))
    return converter


def _is_word(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _word(value: StrEnum) -> str:
    return value.value


def _is_body(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is dict


def _is_frozenset(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is frozenset


def _json_copy(body: Mapping[str, Any]) -> Any:
    # Checked and copied here, where the caller is still on the stack, and not when the transaction ends.
    return orjson.loads(orjson.dumps(body, option=orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS))


def _without_empty(kind: type, converter: OrjsonConverter) -> Callable[[Any], dict[str, Any]]:
    leave_out: dict[str, Any] = {
        each.name: override(omit_if_default=True) for each in fields(kind) if _is_empty_by_default(each)
    }
    return make_dict_unstructure_fn(kind, converter, **leave_out)


def _is_empty_by_default(each: Field[Any]) -> bool:
    if each.default_factory is not MISSING:
        return not each.default_factory()
    return each.default is not MISSING and not each.default
