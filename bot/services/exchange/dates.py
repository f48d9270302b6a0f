"""Days written with slashes become ISO days, in the order that the file itself gives away.

Else as the strategy's tool writes them, else day first where headers are French or full stops part them, else month
first where a program wrote the file, else as its reader writes days. Of who may write them either way, days that lie
closer together are meant (the 1st and 5th of December, not the 12th of January and May).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from bot.domain.moments import DateOrder
from bot.domain.strategy import Strategy
from bot.language.vocabulary import folded
from bot.services.exchange.csv_tables import Table
from bot.services.exchange.layouts import DATES

SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b(.*)", re.DOTALL)


YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})\b(.*)", re.DOTALL)


CLOCK = re.compile(r"[,T\s]*(\d{1,2})(:\d{2})(?::\d{2})?\s*([AaPp])?\.?[Mm]?\.?\s*\Z")


DATED = ("due", "day", "published_at")


FRENCH = frozenset(
    {"titre", "texte", "plateforme", "reseau", "canal", "jour", "heure", "legende", "etat", "statut", "echeance"}
    | {"prevu", "etiquettes", "responsable"}
)
"""Headers that only a French program or person writes."""


PROGRAMS = frozenset({"publish time", "posting time", "post time", "created date"})
"""Headers of moments in the reports of Meta, Buffer, TikTok and LinkedIn, which write the month first."""


AS_PROGRAMS = DateOrder(month_first=True, is_sure=False)
"""Where nobody says how they write days: as Meta, Hootsuite and Sprout do."""


def with_iso_days(table: Table, known: Mapping[str, int], strategy: Strategy, reader: DateOrder) -> tuple[Table, str]:
    """*table* with its days as ISO has them, and the order they were read in where that had to be supposed."""
    places = [place for field, place in known.items() if field in DATED]
    slashed = [found for cell in _cells(table, places) if (found := SLASHED.match(cell.strip()))]
    day_first, is_certain = _order(slashed, strategy, table.header, reader)
    rows = tuple(
        (line, tuple(_iso(cell, day_first) if at in places else cell for at, cell in enumerate(cells)))
        for line, cells in table.rows
    )
    supposed = "" if is_certain or not slashed else ("dd/mm/yyyy" if day_first else "mm/dd/yyyy")
    return Table(header=table.header, rows=rows), supposed


def _cells(table: Table, places: Sequence[int]) -> Iterator[str]:
    return (cells[place] for _, cells in table.rows for place in places if place < len(cells))


def _order(
    slashed: Sequence[re.Match[str]], strategy: Strategy, header: Sequence[str], reader: DateOrder
) -> tuple[bool, bool]:
    """Whether the day comes first, and whether the file says so itself."""
    if any(int(found[1]) > 12 for found in slashed):
        return True, True
    if any(int(found[3]) > 12 for found in slashed):
        return False, True
    told = [found for tool in strategy.plan.tools if (found := DATES.search(tool.note))]
    if told:
        return any(found[1].lower() == "dd" for found in told), False
    names = {folded(name).strip() for name in header}
    if names & FRENCH or any(found[2] == "." for found in slashed):
        return True, False
    return _day_first_of(slashed, AS_PROGRAMS if names & PROGRAMS else reader), False


def _day_first_of(slashed: Sequence[re.Match[str]], writer: DateOrder) -> bool:
    if not writer.is_sure:
        by_day, by_month = (_span(slashed, day_first=first) for first in (True, False))
        if by_day * 2 < by_month or by_month * 2 < by_day:
            return by_day < by_month
    return not writer.month_first


def _span(slashed: Sequence[re.Match[str]], *, day_first: bool) -> int:
    """About how many days lie between the first and the last, read that way."""
    days = [
        int(found[4][-2:]) * 372 + int(found[3 if day_first else 1]) * 31 + int(found[1 if day_first else 3])
        for found in slashed
    ]
    return max(days) - min(days) if days else 0


def _iso(cell: str, day_first: bool) -> str:
    """A day with slashes as ISO writes it; whatever else stands in the cell stays as it is, to be refused by name."""
    text = cell.strip()
    if found := SLASHED.match(text):
        day, month = (found[1], found[3]) if day_first else (found[3], found[1])
        year = found[4] if len(found[4]) == 4 else f"20{found[4]}"
        return f"{year}-{int(month):02}-{int(day):02}{_clock(found[5])}"
    if (found := YEAR_FIRST.match(text)) and not _is_iso(text):
        return f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}{_clock(found[5])}"
    return cell


def _is_iso(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _clock(rest: str) -> str:
    """A time of day on 24 hours, after a space; anything else as it is."""
    found = CLOCK.match(rest)
    if found is None:
        return rest
    hour = int(found[1])
    if found[3]:
        hour = hour % 12 + (12 if found[3].lower() == "p" else 0)
    return f" {hour:02}{found[2]}"
