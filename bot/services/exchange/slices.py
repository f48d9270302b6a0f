"""A large file in slices: each is worked on by itself, so that nobody waits for all of it."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from bot.services.exchange.recognition import SourceFile
from bot.services.exchange.remarks import Said

SLICE = 500
"""Lines; on two slow cores they are written in less than half a second."""


def slices_of(source: SourceFile) -> list[SourceFile]:
    """At least one, which may be empty."""
    rows = source.table.rows
    starts = range(0, len(rows), SLICE) or range(1)
    return [replace(source, table=replace(source.table, rows=rows[start : start + SLICE])) for start in starts]


def added_up(parts: Sequence[Any]) -> Any:
    """One of *parts*, with the sums and the lists of all of them; what else they say is the same in each."""
    if len(parts) == 1:
        return parts[0]
    sums: dict[str, Any] = {}
    for field in fields(parts[0]):
        values = [getattr(each, field.name) for each in parts]
        if isinstance(values[0], Said):
            sums[field.name] = added_up(values)
        elif isinstance(values[0], bool | str) or field.name in SAME:
            sums[field.name] = values[0]
        elif isinstance(values[0], int):
            sums[field.name] = sum(values)
        else:
            sums[field.name] = tuple(each for value in values for each in value)
    return replace(parts[0], **sums)


SAME = frozenset({"recognised", "unused"})
