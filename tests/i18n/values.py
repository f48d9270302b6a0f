"""What an expression of the code can be: an object, any object of a type, a collection of these."""

import types
import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Unknown(Exception):
    """What an expression can be is not to be found out; the argument is the expression."""


@dataclass(frozen=True)
class Known:
    """This object."""

    value: Any


@dataclass(frozen=True)
class Some:
    """Any object of this type."""

    type: Any


@dataclass(frozen=True)
class Row:
    """A tuple: what each of its places can be."""

    places: tuple[tuple["Value", ...], ...]


@dataclass(frozen=True)
class Many:
    """A collection: what its items can be."""

    items: tuple["Value", ...]


@dataclass(frozen=True)
class Pairs:
    """A dictionary: what its keys can be, and its values."""

    rows: tuple[tuple[tuple["Value", ...], tuple["Value", ...]], ...]

    @property
    def keys(self) -> tuple["Value", ...]:
        return tuple(each for keys, _ in self.rows for each in keys)

    @property
    def values(self) -> tuple["Value", ...]:
        return tuple(each for _, values in self.rows for each in values)


Value = Known | Some | Row | Many | Pairs


# --- Types


def plain(hint: Any) -> Any:
    """The class of a type."""
    return typing.get_origin(hint) or hint


def options(hint: Any) -> list[Any]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return [option for each in typing.get_args(hint) for option in options(each)]
    return [hint]


def is_vague(hint: Any) -> bool:
    """Whether a type says nothing of which text it is."""
    return any(
        each in (str, Any, object, int) or isinstance(each, typing.TypeVar) or _is_collection_of_vague(each)
        for each in options(hint)
    )


def _is_collection_of_vague(hint: Any) -> bool:
    parts = [each for each in typing.get_args(hint) if each is not Ellipsis]
    return typing.get_origin(hint) is not typing.Literal and bool(parts) and any(map(is_vague, parts))


def members(value: Value) -> Iterator[Value]:
    """Each of the values that a type has, where it has a few."""
    if not isinstance(value, Some):
        yield value
        return
    for option in options(value.type):
        if option is bool:
            yield from (Known(True), Known(False))
        elif isinstance(option, type) and issubclass(option, Enum):
            yield from map(Known, option)
        elif typing.get_origin(option) is typing.Literal:
            yield from map(Known, typing.get_args(option))
        elif option is type(None):
            yield Known(None)
        else:
            yield Some(option)


def attribute_of(value: Value, name: str) -> Value:
    if isinstance(value, Known):
        if not hasattr(value.value, name):
            raise Unknown(f"{value.value!r}.{name}")
        return Known(getattr(value.value, name))
    if not isinstance(value, Some):
        raise Unknown(name)
    owner = plain(value.type)
    hint = typing.get_type_hints(owner).get(name) if isinstance(owner, type) else None
    asked = getattr(owner, name, None)
    if hint is None and isinstance(asked, property):
        hint = typing.get_type_hints(asked.fget).get("return")
    if hint is None or is_vague(hint):
        raise Unknown(f"{owner}.{name}")
    return Some(hint)


def each_of(value: Value) -> Iterator[Value]:
    """What iterating gives."""
    if isinstance(value, Many):
        yield from value.items
    elif isinstance(value, Row):
        yield from (each for place in value.places for each in place)
    elif isinstance(value, Pairs):
        yield from value.keys
    elif isinstance(value, Known):
        yield from map(Known, value.value)
    else:
        parts = [each for each in typing.get_args(value.type) if each is not Ellipsis]
        if not parts or any(map(is_vague, parts[:1])):
            raise Unknown(str(value.type))
        yield from members(Some(parts[0]))


def all_at(found: typing.Callable[[], list[Value]], at: int) -> list[Value]:
    return [item for each in found() for item in at_place(each, at)]


def at_place(value: Value, at: Any) -> Iterator[Value]:
    """What is at a place; any place where *at* is None."""
    if isinstance(value, Row) and isinstance(at, int):
        yield from value.places[at]
    elif isinstance(value, Known) and isinstance(value.value, tuple | list) and isinstance(at, int):
        yield Known(value.value[at])
    elif isinstance(value, Some) and typing.get_origin(value.type) is tuple and isinstance(at, int):
        yield from members(Some(typing.get_args(value.type)[at]))
    elif isinstance(value, Pairs) or (isinstance(value, Known) and isinstance(value.value, dict)):
        yield from pairs_of(value).values
    else:
        yield from each_of(value)


def pairs_of(value: Value) -> Pairs:
    if isinstance(value, Known) and hasattr(value.value, "items"):
        return Pairs(tuple(((Known(key),), (Known(each),)) for key, each in value.value.items()))
    if isinstance(value, Some) and len(typing.get_args(value.type)) == 2:
        keys, values = typing.get_args(value.type)
        return Pairs(((tuple(members(Some(keys))), tuple(members(Some(values)))),))
    if not isinstance(value, Pairs):
        raise Unknown(str(value))
    return value


def each_once(found: Iterable[Value]) -> tuple[Value, ...]:
    kept: list[Value] = []
    for each in found:
        if each not in kept:
            kept.append(each)
    return tuple(kept)
