"""Small checks that describe a shape of JSON and compose; a check yields a line for every fault it finds.

The tables in the neighbouring modules are written in these words: a limit of Slack's is one word there.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bot.sandbox.limits.fault import line

Check = Callable[[Any, str], Iterator[str]]


def anything(value: Any, path: str) -> Iterator[str]:
    yield from ()


def boolean(value: Any, path: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield line("must provide a boolean", path)


def string(most: int | None = None, *, least: int = 0) -> Check:
    """A string of *least* to *most* characters."""

    def check(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield line("must provide a string", path)
        elif len(value) < least:
            yield line(f"must be more than {least - 1} characters", path)
        elif most is not None and len(value) > most:
            yield line(f"must be less than {most + 1} characters", path)

    return check


def pattern(expression: str, *, said: str) -> Check:
    """A string that *expression* matches whole."""
    compiled = re.compile(expression)

    def check(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield line("must provide a string", path)
        elif compiled.fullmatch(value) is None:
            yield line(said, path)

    return check


def url(most: int) -> Check:
    """An http(s) address of at most *most* characters."""
    length = string(most, least=1)

    def check(value: Any, path: str) -> Iterator[str]:
        faults = list(length(value, path))
        yield from faults
        if not faults and re.match(r"(?i)https?://[^\s/]", value) is None:
            yield line("invalid url", path)

    return check


def number(value: Any, path: str) -> Iterator[str]:
    if isinstance(value, bool) or not isinstance(value, int | float) or value - value != 0:
        yield line("must provide a number", path)


def positive(value: Any, path: str) -> Iterator[str]:
    faults = list(number(value, path))
    yield from faults
    if not faults and value <= 0:
        yield line("must be greater than 0", path)


def integer(least: int | None = None, most: int | None = None) -> Check:
    """A whole number from *least* to *most*."""

    def check(value: Any, path: str) -> Iterator[str]:
        if isinstance(value, bool) or not isinstance(value, int):
            yield line("must provide an integer", path)
        elif least is not None and value < least:
            yield line(f"must be greater than {least - 1}", path)
        elif most is not None and value > most:
            yield line(f"must be less than {most + 1}", path)

    return check


def one_of(*choices: object) -> Check:
    def check(value: Any, path: str) -> Iterator[str]:
        if isinstance(value, bool) or value not in choices:
            yield line("must be a valid enum value", path)

    return check


def items(of: Check, *, least: int = 0, most: int | None = None) -> Check:
    """An array of *least* to *most* values, each of which *of* accepts."""

    def check(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield line("must provide an array", path)
            return
        if len(value) < least:
            yield line(f"no less than {least} items allowed", path)
        if most is not None and len(value) > most:
            yield line(f"no more than {most} items allowed", path)
        for place, item in enumerate(value):
            yield from of(item, f"{path}/{place}")

    return check


def record(fields: Mapping[str, Check], *, needs: Sequence[str] = (), rules: Sequence[Check] = ()) -> Check:
    """An object with these *fields* and no others; *rules* look at the whole once every field is sound."""

    def faults_of_fields(value: dict[str, Any], path: str) -> Iterator[str]:
        yield from (line(f"missing required field: {name}", path) for name in needs if name not in value)
        yield from (line(f"invalid additional property: {key}", path) for key in value if key not in fields)
        for name, kind in fields.items():
            if name in value:
                yield from kind(value[name], f"{path}/{name}")

    def check(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield line("must provide an object", path)
            return
        faults = list(faults_of_fields(value, path))
        yield from faults
        if not faults:
            for rule in rules:
                yield from rule(value, path)

    return check


def variants(kinds: Mapping[str, Check]) -> Check:
    """An object whose `type` names one of *kinds*."""

    def check(value: Any, path: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield line("must provide an object", path)
        elif "type" not in value:
            yield line("missing required field: type", path)
        elif not isinstance(value["type"], str) or value["type"] not in kinds:
            yield line(f"unsupported type: {value['type']}", f"{path}/type")
        else:
            yield from kinds[value["type"]](value, path)

    return check


def exactly_one(*names: str) -> Check:
    """A rule: one of the fields *names*, and only one."""

    def check(value: Any, path: str) -> Iterator[str]:
        given = [name for name in names if name in value]
        if not given:
            yield line(f"missing required field: {names[0]}", path)
        for name in given[1:]:
            yield line(f"invalid additional property: {name}", path)

    return check


def at_least_one(*names: str) -> Check:
    """A rule: one or more of the fields *names*."""

    def check(value: Any, path: str) -> Iterator[str]:
        if not any(name in value for name in names):
            yield line(f"missing required field: {names[0]}", path)

    return check


def unique(name: str, *, under: str | None = None) -> Check:
    """A rule: the items of array *under* have different values of *name*."""

    def check(value: Any, path: str) -> Iterator[str]:
        seen: set[object] = set()
        for place, item in enumerate(value[under] if under else value):
            if item.get(name) in seen:
                where = f"{path}/{under}/{place}/{name}" if under else f"{path}/{place}/{name}"
                yield line(f'`{name}` "{item[name]}" already exists', where)
            elif name in item:
                seen.add(item[name])

    return check
