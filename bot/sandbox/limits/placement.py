"""Which block may stand where, and what holds for all blocks of a message or view together.

Surfaces: docs.slack.dev/blocks.json, and "Available in surfaces" on the pages of the elements. Stricter here where
Slack accepts more than it shows: tables were seen to vanish from Home tabs and cards from modals, and a file block
comes from Slack only. A `block_id` is unique in its message or view, and one element of a view has the focus.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from bot.sandbox.limits.blocks import LAYOUT
from bot.sandbox.limits.cards import GROUPS
from bot.sandbox.limits.charts import data_visualization
from bot.sandbox.limits.fault import line
from bot.sandbox.limits.shapes import Check, items, variants
from bot.sandbox.limits.tables import data_table, table

Surface = Literal["message", "modal", "home"]

MOST_BLOCKS: Mapping[Surface, int] = {"message": 50, "modal": 100, "home": 100}

BLOCKS: Mapping[str, Check] = {
    **LAYOUT,
    **GROUPS,
    "data_visualization": data_visualization,
    "table": table,
    "data_table": data_table,
}

_ONLY_ON: Mapping[str, frozenset[Surface]] = {
    **dict.fromkeys(
        ("context_actions", "markdown", "plan", "task_card", "table", "data_table", "workflow_button"),
        frozenset[Surface]({"message"}),
    ),
    **dict.fromkeys(
        ("card", "carousel", "container", "data_visualization"),
        frozenset[Surface]({"message", "home"}),
    ),
    **dict.fromkeys(
        ("alert", "file_input", "email_text_input", "number_input", "url_text_input"),
        frozenset[Surface]({"modal"}),
    ),
    "file": frozenset(),
    "rich_text_input": frozenset({"modal", "home"}),
    "datetimepicker": frozenset({"message", "modal"}),
}


def faults_in(blocks: Any, path: str, surface: Surface) -> list[str]:
    """Everything that is wrong with *blocks* on *surface*; the lines name places below *path*."""
    shape = items(variants(BLOCKS), most=MOST_BLOCKS[surface])
    faults = list(shape(blocks, path))
    if faults:
        return faults
    return [*_misplaced(blocks, path, surface), *_same_ids(blocks, path), *_focus_twice(blocks, path)]


def nodes(value: Any, path: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Every object inside *value* with its place, outermost first."""
    if isinstance(value, dict):
        yield value, path
        for key, inner in value.items():
            yield from nodes(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from nodes(inner, f"{path}/{place}")


def _misplaced(blocks: Any, path: str, surface: Surface) -> Iterator[str]:
    for node, where in nodes(blocks, path):
        kind = node.get("type")
        if isinstance(kind, str) and surface not in _ONLY_ON.get(kind, frozenset({surface})):
            yield line(f"unsupported type: {kind}", f"{where}/type")
        if node.get("response_url_enabled") and (surface != "modal" or not where.endswith("/element")):
            yield line("response_url_enabled needs an input block of a modal", f"{where}/response_url_enabled")


def _same_ids(blocks: Any, path: str) -> Iterator[str]:
    seen: set[str] = set()
    for node, where in nodes(blocks, path):
        name = node.get("block_id")
        if name in seen:
            yield line(f'`block_id` "{name}" already exists', f"{where}/block_id")
        elif isinstance(name, str):
            seen.add(name)


def _focus_twice(blocks: Any, path: str) -> Iterator[str]:
    focused = [where for node, where in nodes(blocks, path) if node.get("focus_on_load") is True]
    for where in focused[1:]:
        yield line("`focus_on_load` can be true for one element only", f"{where}/focus_on_load")
