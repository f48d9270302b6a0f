"""Events of an iCalendar file (RFC 5545) as a table, by the `icalendar` library; our own events come back whole."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bot.domain.errors import UserError
from bot.domain.limits import FILE_BYTES
from bot.domain.post.labels import labels_line
from bot.domain.strategy import Strategy
from bot.language.vocabulary import folded
from bot.language.words import PLATFORMS
from bot.services.exchange.csv_tables import MOST_ROWS, Table
from bot.services.exchange.formats.icalendar import salt_of

if TYPE_CHECKING:
    from icalendar import Component

COLUMNS = (
    "number", "calendar_id", "uid", "title", "platform", "kind", "state", "due", "due_zone", "day", "text", "link",
    "labels", "recurring", "published_at",
)  # fmt: skip
OWN = ("platform", "kind", "state", "text", "due", "due_zone", "published_at")
OWN_UID = re.compile(r"(p\d+)-([0-9a-f]{12})@parution\Z")
NAMED = re.compile(
    r"\[(?P<bracketed>[^\]]+)\]\s*(?P<rest>.+)|(?P<before>[^:·–-]{1,20}?)\s*[:·–-]\s*(?P<after>.+)", re.DOTALL
)
BEGINS = re.compile(rb"^BEGIN:VEVENT\s*$", re.MULTILINE | re.IGNORECASE)


def is_ics(content: bytes) -> bool:
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:15].upper() == b"BEGIN:VCALENDAR"


def ics_table(content: bytes, strategy: Strategy) -> Table:
    """A row for each event, with the line it begins on. Raises `UserError`: "file-too-large", "file-broken-ics"."""
    from icalendar import Calendar

    if len(content) > FILE_BYTES:
        raise UserError("file-too-large", limit=FILE_BYTES // 1024 // 1024)
    try:
        calendars = Calendar.from_ical(content.removeprefix(b"\xef\xbb\xbf"), multiple=True)
        rows = [row_of(event, strategy) for each in calendars for event in each.walk("VEVENT")]
    except (
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
    ) as failure:  # whatever a broken file makes of it
        raise UserError("file-broken-ics") from failure
    if not calendars:  # what is never closed is no calendar to the library
        raise UserError("file-broken-ics")
    if len(rows) > MOST_ROWS:
        raise UserError("file-too-long", limit=MOST_ROWS)
    lines = [content.count(b"\n", 0, found.start()) + 1 for found in BEGINS.finditer(content)]
    numbered = zip(lines if len(lines) == len(rows) else range(1, len(rows) + 1), rows, strict=True)
    return Table(header=COLUMNS, rows=tuple(numbered))


def row_of(event: "Component", strategy: Strategy) -> tuple[str, ...]:
    cells = {**_foreign(event, strategy), **_own(event)}
    return tuple(cells.get(name, "") for name in COLUMNS)


def _foreign(event: "Component", strategy: Strategy) -> dict[str, str]:
    """What any program's event says; the platform is looked for in its place, categories and title."""
    uid, title = str(event.get("UID", "")).strip(), " ".join(str(event.get("SUMMARY", "")).split())
    labels = list(_categories(event))
    platform, title = _platform_in(str(event.get("LOCATION", "")), labels, title)
    own = OWN_UID.match(uid)
    is_ours = own is not None and own[2] == salt_of(strategy)
    return {
        "number": own[1].upper() if own and is_ours else "",
        "calendar_id": own[2] if own and is_ours else "",
        "uid": "" if is_ours else uid,
        "title": title,
        "platform": platform,
        "text": str(event.get("DESCRIPTION", "")).strip(),
        "link": str(event.get("URL", "")).strip(),
        "labels": labels_line(labels),
        "state": "cancelled" if str(event.get("STATUS", "")).upper() == "CANCELLED" else "",
        "recurring": "yes" if event.get("RRULE") or event.get("RDATE") else "",
        **_moment(event),
    }


def _own(event: "Component") -> dict[str, str]:
    """What only our own events say; of one that went out, its beginning is that moment and no due one."""
    said = {name: event.get(f"X-PARUTION-{name.upper().replace('_', '-')}") for name in OWN}
    return {name: str(value) for name, value in said.items() if value is not None}


def _moment(event: "Component") -> dict[str, str]:
    given = event.get("DTSTART")
    start: Any = given.dt if given is not None else None
    if isinstance(start, datetime):
        zone = str(getattr(start.tzinfo, "key", "") or "")
        return {"due": start.isoformat(), "due_zone": zone if zone != "UTC" else ""}
    return {"day": start.isoformat()} if isinstance(start, date) else {}


def _categories(event: "Component") -> Iterator[str]:
    found = event.get("CATEGORIES", [])
    for each in found if isinstance(found, list) else [found]:
        yield from (str(name).strip() for name in each.cats)


def _platform_in(place: str, labels: list[str], title: str) -> tuple[str, str]:
    """The platform as it is named, and the title without its name ("Instagram: title", "[IG] title")."""
    for each in (place, *labels):
        if is_platform(each):
            return each, title
    named = NAMED.match(title)
    name, rest = (named["bracketed"] or named["before"], named["rest"] or named["after"]) if named else ("", title)
    return (name, rest.strip()) if is_platform(name) else ("", title)


def is_platform(name: str) -> bool:
    return tuple(folded(name).split()) in PLATFORMS
