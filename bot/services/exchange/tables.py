"""A file's bytes as one table: iCalendar files, calendars with a header, bulk files without one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from bot.domain.errors import UserError
from bot.domain.plan_parts import ExportLayout
from bot.domain.strategy import Strategy
from bot.services.exchange import columns
from bot.services.exchange.csv_tables import PREAMBLE, Table, decoded, delimiters, numbered, read_table
from bot.services.exchange.dates import SLASHED
from bot.services.exchange.formats import shape_of
from bot.services.exchange.formats.format import Shape
from bot.services.exchange.formats.icalendar_events import ics_table, is_ics
from bot.services.exchange.layouts import shape_for

FIELDS = {"moment": "due", "day": "day", "clock": "clock", "text": "text", "image": "image", "labels": "labels"}


class FileKind(Enum):
    """What sort of file a table was found in."""

    EVENTS = "events"
    CALENDAR = "calendar"
    BULK = "bulk"
    """Without a header; a program reads it as its own settings say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    table: Table
    kind: FileKind


def table_in(content: bytes, strategy: Strategy) -> FoundTable:
    """Raises the `UserError`s of `ics_table` and `read_table`."""
    if is_ics(content):
        return FoundTable(table=ics_table(content, strategy), kind=FileKind.EVENTS)
    try:
        table = read_table(content, knows=lambda cell: columns.field_of(cell) is not None)
    except UserError as error:
        return FoundTable(table=headless_table(content, strategy, error), kind=FileKind.BULK)
    return FoundTable(table=table, kind=FileKind.CALENDAR)


def headless_table(content: bytes, strategy: Strategy, error: UserError) -> Table:
    """A bulk file has no header where its columns are the tool's setting. Raises *error* for anything else."""
    if error.key != "file-no-header":
        raise error
    text = decoded(content)
    for delimiter in delimiters(text):
        lines = [(line, cells) for line, cells in numbered(text, delimiter) if any(cells)]
        for shape in headless_shapes(strategy):
            head = [_fits(cells, shape) for _, cells in lines[:PREAMBLE]]
            if any(head) and sum(head) * 2 >= len(head):  # one bad row is refused by its line
                return _with_header(lines, shape)
    raise error


def headless_shapes(strategy: Strategy) -> Iterator[Shape]:
    """Of each such program first as the team's account has it, then the usual one."""
    for layout in ExportLayout:
        usual = shape_of(layout)
        if not usual.header:
            yield from (shape_for(strategy, layout), usual)


def _fits(cells: Sequence[str], shape: Shape) -> bool:
    place = shape.columns.index("moment" if "moment" in shape.columns else "day")
    is_dated = place < len(cells) and bool(SLASHED.match(cells[place]) or re.match(r"\d{4}[-/.]\d", cells[place]))
    return is_dated and 2 <= len(cells) <= len(shape.columns) + 1


def _with_header(lines: Iterable[tuple[int, list[str]]], shape: Shape) -> Table:
    """The link goes where it came from: below the text."""
    names = [name for name in shape.columns if name != "link"]
    rows = []
    for line, cells in lines:
        found = dict(zip(shape.columns, cells, strict=False))
        link = found.pop("link", "").strip()
        text = found.get("text", "")
        if link and link not in text:
            found["text"] = f"{text}\n{link}"
        rows.append((line, tuple(found.get(name, "") for name in names)))
    return Table(header=tuple(FIELDS[name] for name in names), rows=tuple(rows))
