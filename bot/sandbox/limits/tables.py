"""The table and data_table blocks.

Figures: docs.slack.dev/reference/block-kit/blocks/table-block (100 rows, 20 cells, 20 column settings) and
.../data-table-block (20 May 2026): a header and 1 to 200 rows of as many cells, 20 000 characters, a page
of 1 to 100 rows; when it was new 100 rows, so a careful app stays within them. Only one of the two kinds
may stand in a message. A cell is never empty: a space stands for nothing.
"""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.limits.blocks import block
from bot.sandbox.limits.fault import line
from bot.sandbox.limits.rich_text import rich_text
from bot.sandbox.limits.shapes import (
    anything,
    boolean,
    integer,
    items,
    number,
    one_of,
    record,
    string,
    variants,
)

CELL_CHARACTERS = 20_000
_FOLDED = ("options", "option_groups", "initial_option", "initial_options", "confirm")

_words = string(least=1)
_raw_text = record({"type": anything, "text": _words}, needs=["text"])
_raw_number = record({"type": anything, "value": number, "text": _words}, needs=["value", "text"])
_plain_cell = variants({"raw_text": _raw_text, "rich_text": rich_text})
_data_cell = variants({"raw_text": _raw_text, "raw_number": _raw_number, "rich_text": rich_text})


def text_length(value: Any) -> int:
    """Characters under every `text` key inside *value*, but for what only shows when a menu or dialog opens."""
    if isinstance(value, list):
        return sum(text_length(item) for item in value)
    if not isinstance(value, dict):
        return 0
    own = value.get("text")
    words = len(own) if isinstance(own, str) else 0
    return words + sum(text_length(inner) for key, inner in value.items() if key not in _FOLDED)


def _rows_are_even(value: Any, path: str) -> Iterator[str]:
    width = len(value["rows"][0])
    for place, row in enumerate(value["rows"]):
        if len(row) != width:
            yield line("all rows must have the same number of values", f"{path}/rows/{place}")
    if value.get("row_header_column_index", 0) >= width:
        yield line(f"must be less than {width}", f"{path}/row_header_column_index")


def _header_is_plain(value: Any, path: str) -> Iterator[str]:
    for place, cell in enumerate(value["rows"][0]):
        if cell["type"] == "rich_text":
            yield line("unsupported type: rich_text", f"{path}/rows/0/{place}/type")


def _cells_fit(value: Any, path: str) -> Iterator[str]:
    if text_length(value["rows"]) > CELL_CHARACTERS:
        yield line(f"must be less than {CELL_CHARACTERS + 1} characters", f"{path}/rows")


table = block(
    ["rows"],
    rows=items(items(_plain_cell, least=1, most=20), least=1, most=100),
    column_settings=items(record({"align": one_of("left", "center", "right"), "is_wrapped": boolean}), most=20),
)

data_table = block(
    ["rows", "caption"],
    [_rows_are_even, _header_is_plain, _cells_fit],
    rows=items(items(_data_cell, least=1, most=20), least=2, most=201),
    caption=_words,
    page_size=integer(1, 100),
    row_header_column_index=integer(0),
)
