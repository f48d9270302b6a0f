"""What the columns of a calendar file may be called, and how their cells are read."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.moments import Due
from bot.domain.post.fields import COLUMNS
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.language.post.words import KINDS, STATES
from bot.language.vocabulary import folded
from bot.language.words import PLATFORMS
from bot.services.exchange.csv_tables import restored
from bot.services.exchange.formats import columns_in_programs

COUNTS = (
    "impressions",
    "reach",
    "engagements",
    "reactions",
    "comments",
    "shares",
    "saves",
    "clicks",
    "video_views",
    "participants",
    "applications",
    "conversions",
)

DUE = ("due", "due_zone")
"""A moment is told with its zone beside it."""

OWN = (
    *(name for column in COLUMNS for name in (DUE if column == "due" else (column,))),
    "calendar_id",
    *COUNTS,
)
"""The columns of the project's own file, in order. *calendar_id*: whose numbers stand in it."""

_TYPED: Mapping[str, Sequence[str]] = {
    **{name: each.others for name, each in COLUMNS.items()},
    "day": ("date", "jour"),
    "clock": ("heure", "time"),
    "due_zone": ("zone", "time zone", "timezone", "fuseau"),
    "calendar_id": (),
    "recurring": (),
    **dict.fromkeys(COUNTS, ()),
    "impressions": ("total impressions",),
    "reach": ("portée",),
    "engagements": ("total interactions",),
    "reactions": ("réactions", "mentions j'aime", "j'aime"),
    "comments": ("commentaires",),
    "shares": ("partages",),
    "saves": ("enregistrements", "saved"),
    "clicks": ("clics",),
    "video_views": ("vues",),
    "applications": ("candidatures",),
}
"""What people call columns, in English or French."""

_PROGRAMS = columns_in_programs()
ALIASES: Mapping[str, Sequence[str]] = {
    name: tuple(dict.fromkeys((*others, *_PROGRAMS.get(name, ())))) for name, others in _TYPED.items()
}

KIND_ALIASES = {"action": PostKind.PROMOTION, "product": PostKind.NEWS, "inspiration": PostKind.STORY}
"""The categories of the brand's year of posts that the project is tried on."""

NAMES = {name: field for field, others in ALIASES.items() for name in (field, field.replace("_", " "), *others)}


def field_of(name: str) -> str | None:
    """The field that a column's header stands for, whatever its case; None for an unknown one."""
    return NAMES.get(re.sub(r"\s+", " ", name.replace("\ufeff", "").strip().lower()))


def fields_of(header: Sequence[str]) -> dict[str, int]:
    """Field → column. Where two columns mean the same, the one with the field's own name wins, else the first."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        field = field_of(name)
        if field and (field not in found or name.strip().lower() == field):
            found[field] = place
    return found


class Unreadable(Exception):
    """A cell that cannot be read: its field, a word of the catalogue `import-bad-<reason>`, and what stands there."""

    def __init__(self, field: str, reason: str, what: str) -> None:
        super().__init__(field, reason, what)
        self.field = field
        self.reason = reason
        self.what = what


def count(field: str, cell: str) -> int | None:
    """An integer ≥ 0, with the thousands separators of any locale; empty or a dash is unknown."""
    text = re.sub(r"[\s\u00a0\u202f'’]", "", cell)
    if text in ("", "-", "–", "—", "N/A", "n/a"):
        return None
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", text):
        text = re.sub(r"[.,]", "", text)
    text = re.sub(r"[.,]0+$", "", text)
    if not re.fullmatch(r"\d{1,15}", text):
        raise Unreadable(field, "count", cell)
    return int(text)


def money(field: str, cell: str) -> float | None:
    """An amount ≥ 0: 1,234.50, 1 234,50 or 12.5."""
    text = re.sub(r"[\s\u00a0\u202f€$£]", "", cell)
    if not text:
        return None
    if "," in text and "." in text:
        text = text.replace("," if text.rfind(".") > text.rfind(",") else ".", "")
    text = text.replace(",", ".")
    if not re.fullmatch(r"\d{1,12}(\.\d+)?", text):
        raise Unreadable(field, "money", cell)
    return float(text)


def yes_or_no(field: str, cell: str) -> bool | None:
    text = cell.strip().lower()
    if not text:
        return None
    if text in ("1", "1.0", "yes", "true", "oui", "vrai", "x"):
        return True
    if text in ("0", "0.0", "no", "false", "non", "faux"):
        return False
    raise Unreadable(field, "yes-no", cell)


def platform(field: str, cell: str) -> Platform:
    found = PLATFORMS.get(tuple(folded(cell).split()))
    if found is None:
        raise Unreadable(field, "platform", cell)
    return found


def kind(field: str, cell: str) -> PostKind:
    """A kind by its name in English or French; a word that means none is news, the plainest."""
    word = folded(cell)
    return KINDS.get(tuple(word.split())) or KIND_ALIASES.get(word) or PostKind.NEWS


def state(field: str, cell: str) -> PostState:
    found = STATES.get(tuple(folded(cell).replace("_", " ").split()))
    if found is None:
        raise Unreadable(field, "state", cell)
    return found


def moment(field: str, cell: str, zone: str) -> Due:
    """An ISO moment, or `MM/DD/YYYY HH:MM` as Meta writes it; without an offset it is a wall time of *zone*."""
    text = cell.strip()
    for read in (datetime.fromisoformat, _american):
        try:
            found = read(text)
        except ValueError:
            continue
        if found.tzinfo is None:
            return Due.local(found.date(), found.time(), zone)
        return Due.of(found, zone)
    raise Unreadable(field, "moment", cell)


def _american(text: str) -> datetime:
    return datetime.strptime(text, "%m/%d/%Y %H:%M")  # noqa: DTZ007 the zone is added by the caller


def day(field: str, cell: str) -> date:
    try:
        return date.fromisoformat(cell.strip()[:10])
    except ValueError:
        raise Unreadable(field, "day", cell) from None


CLOCK = re.compile(r"(\d{1,2})(?:\s*[:hH.]\s*(\d{2})?)?(?::\d{2})?(?:\s*([AaPp])\.?[Mm]\.?)?")


def clock(field: str, cell: str) -> time:
    """`9`, `9:30`, `09:30`, `9h30`, `9 h` or `2:30 PM`."""
    found = CLOCK.fullmatch(cell.strip())
    half = found[3].lower() if found and found[3] else ""
    if found is None or int(found[1]) > (12 if half else 23) or int(found[2] or 0) > 59:
        raise Unreadable(field, "clock", cell)
    hour = int(found[1]) % 12 + 12 * (half == "p") if half else int(found[1])
    return time(hour, int(found[2] or 0))


def zone(field: str, cell: str) -> str:
    try:
        ZoneInfo(cell.strip())
    except (ValueError, OSError, LookupError):
        raise Unreadable(field, "zone", cell) from None
    return cell.strip()


def cell_of(cells: Sequence[str], fields: Mapping[str, int], field: str) -> str:
    place = fields.get(field)
    return restored(cells[place].strip(" \u00a0")) if place is not None and place < len(cells) else ""
