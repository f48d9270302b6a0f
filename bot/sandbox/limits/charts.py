"""The data_visualization block: pie, bar, line and area charts.

Figures: docs.slack.dev/reference/block-kit/blocks/data-visualization-block (16 June 2026): title 50, labels
20, axis titles 50, 20 points, two charts in a message; at first 6 series or segments, later 12, so a
careful app stays within 6. A pie's values are greater than 0; those of the others may be negative.
"""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.limits.blocks import block
from bot.sandbox.limits.fault import line
from bot.sandbox.limits.shapes import (
    Check,
    anything,
    items,
    number,
    positive,
    record,
    string,
    unique,
    variants,
)

_label = string(20, least=1)
_point = record({"label": _label, "value": number}, needs=["label", "value"])
_segment = record({"label": _label, "value": positive}, needs=["label", "value"])
_series = record({"name": _label, "data": items(_point, least=1, most=20)}, needs=["name", "data"])


def _categories_differ(value: Any, path: str) -> Iterator[str]:
    if len(set(value["categories"])) < len(value["categories"]):
        yield line("categories must be unique", f"{path}/categories")


def _one_point_for_each_category(value: Any, path: str) -> Iterator[str]:
    categories = sorted(value["axis_config"]["categories"])
    for place, series in enumerate(value["series"]):
        if sorted(point["label"] for point in series["data"]) != categories:
            yield line("data must hold one point for each category", f"{path}/series/{place}/data")


_axes = record(
    {"categories": items(_label, least=1, most=20), "x_label": string(50), "y_label": string(50)},
    needs=["categories"],
    rules=[_categories_differ],
)


def _with_axes() -> Check:
    return record(
        {"type": anything, "series": items(_series, least=1, most=12), "axis_config": _axes},
        needs=["series", "axis_config"],
        rules=[unique("name", under="series"), _one_point_for_each_category],
    )


pie = record({"type": anything, "segments": items(_segment, least=1, most=12)}, needs=["segments"])

data_visualization = block(
    ["title", "chart"],
    title=string(50, least=1),
    chart=variants({"pie": pie, "bar": _with_axes(), "line": _with_axes(), "area": _with_axes()}),
)
