"""The picture of a chart, for where Slack does not draw the block: the same bars as a PNG.

matplotlib is loaded when the first picture is drawn; no pyplot, so that nothing is global and threads don't meet.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from bot.domain.kpi.rates import Total
from handlers.views.tables_and_charts import Bars

PAPER, WORDS, GRID = "#ffffff", "#1d1c1d", "#dddddd"
COLOURS = ("#0b6bcb", "#8b9aab")
"""Strong for this week, pale for the one before: apart in grey, too. On white paper of its own in either theme."""

WIDTH, HEIGHT, DPI = 8.0, 3.6, 150
MARGIN = 0.12
"""In inches, as are width and height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarPicture:
    """Bars to be drawn. *number* writes a number as its reader does; an unknown bar is the word *unknown*."""

    title: str
    categories: Sequence[str]
    series: Sequence[Bars]
    number: Callable[[float], str]
    unknown: str = "?"


def drawn(picture: BarPicture) -> bytes:
    """A PNG of 1200 × 540."""
    from matplotlib.figure import Figure  # half a second, 30 MB
    from matplotlib.layout_engine import ConstrainedLayoutEngine

    layout = ConstrainedLayoutEngine(h_pad=MARGIN, w_pad=MARGIN)
    figure = Figure(figsize=(WIDTH, HEIGHT), dpi=DPI, facecolor=PAPER, layout=layout)
    axes = figure.add_subplot()
    for place in range(len(picture.series)):
        _draw(axes, picture, place)
    _dress(axes, picture)
    file = BytesIO()
    figure.savefig(file, format="png")
    return file.getvalue()


def _draw(axes: Any, picture: BarPicture, place: int) -> None:
    """The bars of one series; only the first has its numbers written on them."""
    name, totals = picture.series[place]
    width = 0.8 / len(picture.series)
    spots = [spot + (place + 0.5) * width - 0.4 for spot in range(len(totals))]
    heights = [total.value or 0 for total in totals]
    bars = axes.bar(spots, heights, width * 0.94, label=name, color=COLOURS[place % len(COLOURS)], zorder=2)
    if place == 0:
        axes.bar_label(bars, [_label(total, picture) for total in totals], padding=2, fontsize=8, color=WORDS)


def _label(total: Total, picture: BarPicture) -> str:
    if total.value is None:
        return picture.unknown
    return picture.number(round(total.value)) if total.value else ""


def _dress(axes: Any, picture: BarPicture) -> None:
    axes.set_title(picture.title, loc="left", color=WORDS, fontsize=12, fontweight="bold", pad=12)
    axes.set_xticks(range(len(picture.categories)), picture.categories)
    axes.tick_params(axis="both", length=0, labelcolor=WORDS, labelsize=9)
    axes.yaxis.set_major_formatter(lambda value, _: picture.number(value))
    axes.grid(axis="y", color=GRID, linewidth=0.8, zorder=0)
    axes.set_ylim(bottom=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(GRID)
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False, labelcolor=WORDS, fontsize=9)
