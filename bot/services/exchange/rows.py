"""One line of a calendar file as a post would have it: its cells read, or refused with the reason."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.domain.kpi.rates import Counts
from bot.domain.limits import CELL_SAID_AGAIN, LONG_SAID_AGAIN, TITLE_OF_TEXT
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.post.fields import COLUMNS, Cell, columns_of
from bot.domain.post.labels import labels_in
from bot.domain.posts import Attachment, PostState, Step
from bot.domain.strategy import Platform, Strategy
from bot.services.exchange import columns
from bot.services.exchange.columns import Unreadable, cell_of
from bot.services.exchange.formats.icalendar import salt_of

NO_TIME = time(9)
"""A row with a day and no time is due at nine; the preview says how many there are."""
NUMBER = re.compile(r"P\d+")
"""A post's number. Whatever else numbers the rows of a file is that file's own business."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the file as a post would have it: only what the file says. *counts* may be empty.

    *has_title* is False where the title is only the beginning of the text. *is_literal*: what the line leaves empty
    is meant to be empty in a new post. *is_ours*: numbers in it are those of this calendar.
    """

    line: int
    values: Mapping[str, Any]
    counts: Counts
    without_time: bool = False
    has_title: bool = True
    is_literal: bool = False
    is_ours: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a line is read with. *platform* is that of lines which do not name one."""

    known: Mapping[str, int]
    strategy: Strategy
    members: Mapping[str, Member]
    now: datetime
    platform: Platform | None = None
    is_literal: bool = False


def read_row(line: int, cells: Sequence[str], reading: Reading) -> Row:
    """Raises `Unreadable`."""

    def cell(name: str) -> str:
        return cell_of(cells, reading.known, name)

    if cell("recurring"):
        raise Unreadable("due", "recurring", cell("title"))
    zone = reading.strategy.zone
    values = {**dict(texts(cell)), **dict(choices(cell, reading)), **dict(people(cell, reading.members))}
    values |= dict(structures(cell))
    due, without_time = due_of(cell, zone)
    if due:
        values["due"] = due
        if values.get("state") is PostState.IDEA:  # a date makes an idea a draft
            values["state"] = PostState.DRAFT
    counts = Counts(**{name: columns.count(name, cell(name)) for name in columns.COUNTS})
    values |= publication(cell, values, due, counts, zone, reading.now)
    has_title = bool(values.get("title"))
    values["title"] = values.get("title") or first_words(values)
    if not values["title"]:
        raise Unreadable("title", "no-title", "")
    return Row(
        line=line,
        values=values,
        counts=counts,
        without_time=without_time,
        has_title=has_title,
        is_literal=reading.is_literal,
        is_ours=cell("calendar_id") == salt_of(reading.strategy),
    )


def texts(cell: Any) -> Iterator[tuple[str, Any]]:
    for name, field in columns_of(Cell.TEXT).items():
        if value := cell(name):
            yield field, not_too_long(name, value)
    if NUMBER.fullmatch(number := cell("number").upper()):
        yield "id", number
    if labels := cell("labels"):
        yield "labels", labels_in(labels)


def not_too_long(name: str, text: str) -> str:
    if len(text) > COLUMNS[name].most:
        raise Unreadable(name, "too-long", text[:LONG_SAID_AGAIN])
    return text


def choices(cell: Any, reading: Reading) -> Iterator[tuple[str, Any]]:
    yield "platform", platform_of(cell, reading)
    if kind := cell("kind"):
        yield "kind", columns.kind("kind", kind)
    if state := cell("state"):
        yield "state", columns.state("state", state)
    for name, field in columns_of(Cell.YES_NO).items():
        if (said := columns.yes_or_no(name, cell(name))) is not None:
            yield field, said
    for name, field in columns_of(Cell.MONEY).items():
        if (amount := columns.money(name, cell(name))) is not None:
            yield field, amount
    if objective := cell("objective"):
        yield "objective_id", objective_named(objective, reading.strategy)


def platform_of(cell: Any, reading: Reading) -> Platform:
    """As the line names it, else that of the file."""
    if named := cell("platform"):
        return columns.platform("platform", named)
    if reading.platform is None:
        raise Unreadable("platform", "no-platform", "")
    return reading.platform


def objective_named(typed: str, strategy: Strategy) -> str:
    """By its id or its statement."""
    for each in strategy.objectives:
        if typed.casefold() in (each.id.casefold(), each.statement.casefold()):
            return each.id
    raise Unreadable("objective", "objective", typed)


def people(cell: Any, members: Mapping[str, Member]) -> Iterator[tuple[str, str]]:
    for name, field in columns_of(Cell.PERSON).items():
        if typed := cell(name):
            member = members.get(typed) or members.get(typed.lower())
            if member is None:
                raise Unreadable(name, "member", typed)
            yield field, member.id


def structures(cell: Any) -> Iterator[tuple[str, Any]]:
    """Attachments as JSON or as links, one a line; the checklist as JSON. Both as our own file writes them."""
    if written := cell("attachments"):
        yield "attachments", tuple(attachments(written))
    if written := cell("checklist"):
        yield "checklist", tuple(steps(written))


def attachments(written: str) -> Iterator[Attachment]:
    if not written.startswith("["):
        for link in written.split():
            if not link.startswith(("http://", "https://")):
                raise Unreadable("attachments", "json", link[:CELL_SAID_AGAIN])
            yield Attachment(url=link)
        return
    for each in objects("attachments", written):
        said = {name: str(each.get(name) or "") for name in ("url", "file_id", "name", "alt")}
        for text in said.values():
            not_too_long("attachments", text)
        yield Attachment(**said)


def steps(written: str) -> Iterator[Step]:
    for each in objects("checklist", written):
        try:
            yield Step(
                key=str(each.get("key") or ""),
                text=str(each.get("text") or ""),
                day=date.fromisoformat(each["day"]) if each.get("day") else None,
                done_at=datetime.fromisoformat(each["done_at"]) if each.get("done_at") else None,
                done_by=str(each["done_by"]) if each.get("done_by") else None,
                post_id=str(each.get("post_id") or ""),
                platform=Platform(each["platform"]) if each.get("platform") else None,
                owner_id=str(each["owner_id"]) if each.get("owner_id") else None,
            )
        except (TypeError, ValueError):
            raise Unreadable("checklist", "json", written[:CELL_SAID_AGAIN]) from None


def objects(name: str, written: str) -> list[dict[str, Any]]:
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise Unreadable(name, "json", written[:CELL_SAID_AGAIN])
    return found


def due_of(cell: Any, strategy_zone: str) -> tuple[Due | None, bool]:
    """The due moment, and whether its time had to be supposed."""
    zone = columns.zone("due_zone", cell("due_zone")) if cell("due_zone") else strategy_zone
    if whole := cell("due"):
        return columns.moment("due", whole, zone), False
    if not (day := cell("day")):
        return None, False
    if cell("clock"):
        return Due.local(columns.day("day", day), columns.clock("clock", cell("clock")), zone), False
    if ":" in day:
        return columns.moment("day", day, zone), False
    return Due.local(columns.day("day", day), NO_TIME, zone), True


def publication(
    cell: Any, values: Mapping[str, Any], due: Due | None, counts: Counts, zone: str, now: datetime
) -> dict[str, Any]:
    """What has numbers or went live is published; where nothing says when, it was at its due moment."""
    said = values.get("state")
    live = columns.moment("published_at", cell("published_at"), zone).at if cell("published_at") else None
    if said not in (None, PostState.PUBLISHED) or not (said or live or not counts.is_empty):
        return {}
    at = live or (due.at if due else None)
    if at is None or at > now:
        raise Unreadable("published_at", "not-yet" if at else "no-moment", cell("published_at") or cell("day"))
    return {"state": PostState.PUBLISHED, "published_at": at}


def first_words(values: Mapping[str, Any]) -> str:
    """A title for a row without one: the beginning of its text, else the platform's id."""
    text = str(values.get("text", "")).strip().partition("\n")[0]
    short = text if len(text) <= TITLE_OF_TEXT else text[: TITLE_OF_TEXT - 1].rsplit(" ", 1)[0] + "…"
    return short or str(values.get("platform_post_id", ""))
