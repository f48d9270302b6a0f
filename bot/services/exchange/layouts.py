"""The calendar as the bulk files of publishing tools; what each of them looks like stands in `formats`.

Where an account's columns differ from the usual, they are written into the note of the strategy's tool.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from csv import writer
from dataclasses import dataclass, replace
from datetime import datetime
from io import StringIO

from bot.domain.moments import local
from bot.domain.plan_parts import ExportLayout
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform, Strategy
from bot.services.exchange.formats import shape_of
from bot.services.exchange.formats.format import Shape

RUNS = ("=", "+", "-", "@", "\t", "\r")
DATES = re.compile(r"\b(dd|mm|yyyy)([/.-])(dd|mm|yyyy)\2(dd|mm|yyyy)\b", re.IGNORECASE)
CODES = {"dd": "%d", "mm": "%m", "yyyy": "%Y"}
CLOCK = "%H:%M"
CELLS = {
    "text": re.compile(r"message|text|texte|caption|légende", re.IGNORECASE),
    "link": re.compile(r"link|lien|url", re.IGNORECASE),
    "image": re.compile(r"image|media|média|photo", re.IGNORECASE),
    "labels": re.compile(r"tags?|labels?|étiquettes?", re.IGNORECASE),
    "clock": re.compile(r"hh:mm|time|heure", re.IGNORECASE),
}
LAST_LINE = re.compile(r"\n(https?://\S+)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A post that does not fit the tool. *reason* is a word of the catalogue `export-out-<reason>`."""

    post: Post
    reason: str
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportFile:
    name: str
    content: bytes
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """*dates*: how the files write a day, as their reader has to be told ("mm/dd/yyyy")."""

    layout: ExportLayout
    files: tuple[ExportFile, ...]
    left_out: tuple[LeftOut, ...]
    dates: str

    @property
    def rows(self) -> int:
        return sum(each.rows for each in self.files)


def shape_for(strategy: Strategy, layout: ExportLayout) -> Shape:
    """The tool's usual shape, changed by what the note of the strategy's tool says: "dd/mm/yyyy hh:mm, text, link"."""
    note = next((tool.note for tool in strategy.plan.tools if tool.layout is layout), "")
    shape, found = shape_of(layout), DATES.search(note)
    if shape.is_fixed or found is None:
        return shape
    shape = replace(shape, dates=found[2].join(CODES[found[place].lower()] for place in (1, 3, 4)))
    columns = tuple(filter(None, map(_column_named, note.split(","))))
    is_whole = "text" in columns and ("moment" in columns or {"day", "clock"} <= {*columns})
    return replace(shape, columns=columns) if is_whole and not shape.header else shape


def _column_named(part: str) -> str:
    if DATES.search(part):
        return "moment" if CELLS["clock"].search(part) else "day"
    return next((name for name, words in CELLS.items() if words.search(part)), "")


def exported(posts: Iterable[Post], strategy: Strategy, layout: ExportLayout, *, now: datetime) -> Export:
    """Files for *layout*, one or more per platform, and what is left out of them with the reason.

    Published and cancelled posts and ideas are not the tool's business: they are neither in nor left out.
    """
    shape = shape_for(strategy, layout)
    due = [each for each in posts if each.is_open and each.state is not PostState.IDEA]
    files: list[ExportFile] = []
    left_out: list[LeftOut] = []
    for platform in Platform:
        own = sorted((each for each in due if each.platform is platform), key=_moment)
        fitting, others = _sorted_out(own, strategy, shape, now=now)
        left_out += others
        files += _files(fitting, strategy, layout, shape, platform)
    return Export(layout=layout, files=tuple(files), left_out=tuple(left_out), dates=_told(shape.dates))


def _moment(post: Post) -> tuple[float, int]:
    return (post.due.at.timestamp() if post.due else 0.0, post.number)


def _sorted_out(
    posts: Sequence[Post], strategy: Strategy, shape: Shape, *, now: datetime
) -> tuple[list[Post], list[LeftOut]]:
    fitting: list[Post] = []
    left_out: list[LeftOut] = []
    for post in posts:
        reason, what = _reason(post, fitting, strategy, shape, now=now)
        if reason:
            left_out.append(LeftOut(post=post, reason=reason, what=what))
        else:
            fitting.append(post)
    return fitting, left_out


def _reason(post: Post, before: Sequence[Post], strategy: Strategy, shape: Shape, *, now: datetime) -> tuple[str, str]:
    """Why *post* does not go into the file in which *before* stand already; "" when it does."""
    if post.due is None:
        return "undated", ""
    if post.due.at <= now + shape.soonest:
        return "past", ""
    if not post.text.strip():
        return "no-text", ""
    if strategy.needs_review(post.platform) and post.state is not PostState.APPROVED:
        return "not-approved", ""
    last = before[-1] if before else None
    if last is not None and last.due is not None and post.due.at - last.due.at < shape.apart:
        return "too-near", last.id
    twin = next((each for each in before if each.text.strip() == post.text.strip()), None)
    return ("repeated", twin.id) if shape.is_unique and twin else ("", "")


def _files(
    posts: Sequence[Post], strategy: Strategy, layout: ExportLayout, shape: Shape, platform: Platform
) -> Iterator[ExportFile]:
    for place in range(0, len(posts), shape.most):
        part = posts[place : place + shape.most]
        number = f"-{place // shape.most + 1}" if len(posts) > shape.most else ""
        content = _written(shape, [_row(post, strategy, shape) for post in part])
        yield ExportFile(name=f"{layout.value}-{platform.value}{number}.csv", content=content, rows=len(part))


def _row(post: Post, strategy: Strategy, shape: Shape) -> list[str]:
    assert post.due is not None, post.id  # noqa: S101 posts without a date were left out
    there, text = local(post.due.at, strategy.zone), post.text.strip().replace("\r\n", "\n")
    link = LAST_LINE.search(text) if "link" in shape.columns else None
    cells = {
        "moment": there.strftime(f"{shape.dates} {CLOCK}"),
        "day": there.strftime(shape.dates),
        "clock": there.strftime(CLOCK),
        "text": text[: link.start()].strip() if link else text,
        "link": link[1] if link else "",
        "image": post.image if post.image.startswith(("http://", "https://")) else "",
        "labels": ",".join(post.labels),
    }
    return [unrunnable(cells[name]) for name in shape.columns]


def unrunnable(cell: str) -> str:
    """A cell that a spreadsheet would run gets a space in front: an apostrophe would be published with the text."""
    return f" {cell}" if cell.startswith(RUNS) else cell


def _written(shape: Shape, rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 without a BOM, which would become a part of the first column's name."""
    out = StringIO(newline="")
    lines = writer(out, lineterminator="\r\n")
    if shape.header:
        lines.writerow(shape.header)
    lines.writerows(rows)
    return out.getvalue().encode()


def _told(dates: str) -> str:
    for name, code in CODES.items():
        dates = dates.replace(code, name)
    return dates
