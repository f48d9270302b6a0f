"""The cattrs converter of the records: how each type stands in a document. What the types mean is elsewhere.

Moments are ISO 8601 in UTC, days and wall times ISO, spans seconds, enumerations their words, sets sorted lists.
A field whose default is empty (None, "", 0, false, nothing in it) isn't written while it is empty; any other
default is written out, so that a new default never changes what is already stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from types import NoneType, UnionType
from typing import Any

import orjson
from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn, override
from cattrs.preconf.orjson import make_converter

from bot.domain.moments import aware
from storage.journal.rows import encode


def row_of(document: Mapping[str, Any]) -> bytes:
    """The bytes of an unstructured value; raises TypeError for half a surrogate pair, which is no text."""
    return orjson.dumps(document)


@cache
def converter_of_records() -> Converter:
    """Made once: it compiles a function for every dataclass, and holds no state of any store.

    Moments, days, times and words are left to orjson, which writes them in the same way, and ten times as fast.
    """
    converter = make_converter(detailed_validation=False)
    converter.register_unstructure_hook(datetime, _in_utc)
    converter.register_structure_hook(datetime, _moment)
    converter.register_unstructure_hook(date, identity)
    converter.register_unstructure_hook(time, identity)
    converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
    converter.register_unstructure_hook(timedelta, timedelta.total_seconds)
    converter.register_structure_hook(timedelta, lambda seconds, _: timedelta(seconds=seconds))
    converter.register_unstructure_hook(frozenset, sorted)
    converter.register_unstructure_hook_factory(_is_frozenset, lambda _: sorted)
    converter.register_unstructure_hook_factory(_is_body, lambda _: _refuse_all_but_json)
    # cattrs looks the hooks of these two up for every value; half of the time of a post went there. What needs no
    # hook is left to orjson as it is.
    converter.register_structure_hook_factory(_is_optional, lambda kind: _optional(kind, converter))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple(kind, converter))
    converter.register_unstructure_hook_factory(_is_optional, lambda kind: _optional_out(kind, converter))
    converter.register_unstructure_hook_factory(_is_tuple, lambda kind: _tuple_out(kind, converter))
    converter.register_unstructure_hook_factory(is_dataclass, lambda kind: _without_empty(kind, converter))
    return converter


def _moment(text: str, _: object) -> datetime:
    return _in_utc(datetime.fromisoformat(text))


def _in_utc(moment: datetime) -> datetime:
    return moment if moment.tzinfo is UTC else aware(moment)


def _is_optional(kind: Any) -> bool:
    return isinstance(kind, UnionType) and len(kind.__args__) == 2 and NoneType in kind.__args__


def _optional(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    (some,) = (each for each in kind.__args__ if each is not NoneType)
    structure = converter.get_structure_hook(some)
    return lambda content, _: None if content is None else structure(content, some)


def _optional_out(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    (some,) = (each for each in kind.__args__ if each is not NoneType)
    unstructure = converter.get_unstructure_hook(some)
    return identity if unstructure is identity else lambda content: None if content is None else unstructure(content)


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _tuple(kind: Any, converter: Converter) -> Callable[[Any, Any], Any]:
    each_kind = kind.__args__[0]
    structure = converter.get_structure_hook(each_kind)
    return lambda content, _: tuple([structure(each, each_kind) for each in content])


def _tuple_out(kind: Any, converter: Converter) -> Callable[[Any], Any]:
    unstructure = converter.get_unstructure_hook(kind.__args__[0])
    return identity if unstructure is identity else lambda content: [unstructure(each) for each in content]


def _is_body(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is dict


def _refuse_all_but_json(body: dict[str, Any]) -> dict[str, Any]:
    encode(body)  # a moment would be written, and come back as text
    return body


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
