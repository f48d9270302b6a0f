"""Tables and charts as blocks: what slackblocks builds, within the lengths that Slack draws well."""

from collections.abc import Sequence
from typing import Any

from slackblocks import (
    AxisConfig,
    BarChart,
    ColumnSettings,
    DataPoint,
    DataSeries,
    DataVisualizationBlock,
    RawText,
    RichTextObject,
    TableBlock,
)

from bot.domain.kpi.rates import Total
from handlers.views.kit import built, clip
from handlers.views.lengths import CHART_LABEL, CHART_TITLE

Json = dict[str, Any]
Bars = tuple[str, Sequence[Total]]
"""A name and one total for each category; the chart shows an unknown one as nothing."""

POINTS, SERIES = 20, 6
"""docs.slack.dev/reference/block-kit/blocks/data-visualization-block"""


def table(rows: Sequence[Sequence[str]], *, words: int = 1) -> Json:
    """The first row heads the others; the first *words* columns are words, the rest numbers. One in a message."""
    cells: list[list[RawText | RichTextObject]] = [[RawText(cell or " ") for cell in row] for row in rows]
    settings: list[ColumnSettings] = [
        ColumnSettings(align="left" if place < words else "right", is_wrapped=place < words)
        for place in range(len(rows[0]))
    ]
    return built(TableBlock(cells, settings))


def bar_chart(title: str, categories: Sequence[str], series: Sequence[Bars]) -> Json:
    """Bars side by side. Every category of every series has a point, so that unknown and zero look the same here."""
    labels = [clip(each, CHART_LABEL) for each in categories[:POINTS]]
    drawn = [
        DataSeries(
            clip(name, CHART_LABEL),
            [DataPoint(label, round(total.value or 0)) for label, total in zip(labels, totals, strict=False)],
        )
        for name, totals in series[:SERIES]
    ]
    return built(DataVisualizationBlock(clip(title, CHART_TITLE), BarChart(drawn, AxisConfig(labels))))
