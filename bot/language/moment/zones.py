"""Zones in words after a time of day: "10:00 ET", "9 h heure de Paris", "3pm UTC+1"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.domain.moments import at_local
from bot.language.zone_words import ABBREVIATIONS, AFTER_HALF_OF_DAY, ONLY_IN_CAPITALS, REGIONS, Season

OFFSET = re.compile(r"(?:utc|gmt)(?P<sign>[+−–-])0?(?P<hours>\d\d?)(?::?00)?")
MINE = frozenset({"my time", "mon heure", "heure d'ici", "our time", "notre heure"})
PLACE_TIME = re.compile(r"(?P<place>[^ ]+(?: [^ ]+){0,2}?)(?: (?:standard|daylight|summer))? time(?= |$)")
HEURE = re.compile(
    r"(?:a )?(?:l')?heure (?:(?:normale|avancee|d'ete|d'hiver) )?(?:(?:de la|de|du|des) |d'(?!ici)|(?=l'))?"
    r"(?P<place>[^ ]+(?: [^ ]+){0,2})"
)
REGION_ALONE = frozenset({"eastern", "central", "mountain", "pacific"})
"""Understood without "time"."""
AREAS = frozenset({"Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"})
NO_CITIES = frozenset({"easter", "west", "north", "south", "center"})
"""Last parts of zones that are other words."""
LONGEST = 8
HALF_OF_DAY = re.compile(r"(?:^|\d)[ap][.]?m[.]?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneRead:
    """What *zones* words up to *end* may mean; *typed* are those words."""

    zones: tuple[str, ...]
    end: int
    typed: str
    season: Season = ""

    @property
    def is_region(self) -> bool:
        """Of several places that may keep different clocks; a name of one season says which."""
        return not self.season and not any(each in self.typed.lower() for each in ("new york", "angeles", "/", "utc"))


NEIGHBOURS = {
    "America/New_York": frozenset({"America/Toronto", "America/Montreal", "America/Detroit", "America/Iqaluit"}),
    "America/Chicago": frozenset({"America/Winnipeg", "America/Regina", "America/Mexico_City"}),
    "America/Denver": frozenset({"America/Phoenix", "America/Edmonton", "America/Boise", "America/Yellowknife"}),
    "America/Los_Angeles": frozenset({"America/Vancouver", "America/Tijuana", "America/Whitehorse"}),
}
"""Who lives in a region means the clocks of their own place by its name, also where these differ."""


def zone_at(words: list[str], start: int, *, own: str, french: bool) -> ZoneRead | None:
    """The zone that begins at *start* of folded *words*, where a time of day may end; *own* is that of the reader."""
    text = " ".join(words[start : start + LONGEST]).replace("(", "").replace(")", "")
    if not text:
        return None
    return _short(words, start, french=french) or _phrase(text, start, own)


def _short(words: list[str], start: int, *, french: bool) -> ZoneRead | None:
    word = words[start].strip("()")
    name = word if word in ABBREVIATIONS else _in_small_letters(words, start, french=french)
    if name in ABBREVIATIONS:
        found = ABBREVIATIONS[name]
        return ZoneRead(zones=found.zones, end=start + 1, typed=name, season=found.season)
    offset = OFFSET.fullmatch(word.lower())
    hours = int(offset["hours"]) if offset else 0
    if offset is None or hours > 12:
        return None
    zone = f"Etc/GMT{'-' if offset['sign'] == '+' else '+'}{hours}"  # POSIX: what is east of Greenwich is minus
    return ZoneRead(zones=(zone if hours else "UTC",), end=start + 1, typed=word.upper())


def _in_small_letters(words: list[str], start: int, *, french: bool) -> str:
    """ "et" and "est" are French words, and "ct" may be anything: what stands around them tells."""
    name = words[start].strip("()").upper()
    if name not in ONLY_IN_CAPITALS:
        return name
    is_last = start + 1 == len(words)
    after_half = start > 0 and HALF_OF_DAY.search(words[start - 1]) is not None
    is_zone = is_last if name in {"ET", "EST"} else after_half and name in AFTER_HALF_OF_DAY
    return name if is_zone and not french else ""


def _phrase(text: str, start: int, own: str) -> ZoneRead | None:
    for mine in MINE:
        if f"{text} ".startswith(f"{mine} "):
            return ZoneRead(zones=(own,), end=start + mine.count(" ") + 1, typed=mine)
    for pattern in (PLACE_TIME, HEURE):
        found = pattern.match(text)
        place = _longest_place(found["place"]) if found else ""
        if found and place and (pattern is HEURE or place == found["place"]):
            typed = found[0] if pattern is PLACE_TIME else found[0][: found.start("place") + len(place)]
            return ZoneRead(zones=(places()[place],), end=start + typed.count(" ") + 1, typed=typed)
    first = text.partition(" ")[0]
    known = first if first in REGION_ALONE or "/" in first else ""
    return ZoneRead(zones=(places()[known],), end=start + 1, typed=first) if known in places() else None


def _longest_place(text: str) -> str:
    """The most words from the start of *text* that name a place."""
    words = text.split()
    named = (" ".join(words[:count]) for count in range(len(words), 0, -1))
    return next((each for each in named if each in places()), "")


@cache
def places() -> dict[str, str]:
    """Zones by what people call them, folded: their cities, regions, and their own names."""
    zones = [zone for zone in sorted(available_timezones()) if zone.partition("/")[0] in AREAS]
    whole = {zone.lower(): zone for zone in zones}
    cities = {zone.rpartition("/")[2].replace("_", " "): name for zone, name in whole.items()}
    regions = {name: whole[zone] for zone, names in REGIONS.items() for name in names.split(", ")}
    return {**{city: zone for city, zone in cities.items() if city not in NO_CITIES}, **whole, **regions}


def meant(found: ZoneRead, near: Sequence[str], day: date, clock: time) -> str | None:
    """Which of its zones it is for that time of that day: the only one, or the one whose clocks people here show.

    Of *near*, the first two (whose words they are, whose plan) outweigh the others.
    """
    if len(found.zones) == 1 and near and near[0] in NEIGHBOURS.get(found.zones[0], ()) and found.is_region:
        return near[0]
    moments = {each: at_local(day, clock, each) for each in found.zones}
    if len(set(moments.values())) == 1:
        return found.zones[0]
    for zones in (near[:1], near[1:2], near[2:]):
        here = {at_local(day, clock, zone) for zone in zones}
        fitting = [each for each in found.zones if moments[each] in here]
        if fitting:
            return fitting[0] if len({moments[each] for each in fitting}) == 1 else None
    return None


def is_of_season(season: Season, zone: str, moment: datetime) -> bool:
    """Whether the clocks of *zone* show at *moment* what a name of that season says."""
    offsets = [
        (moment + timedelta(days=15 * n)).astimezone(ZoneInfo(zone)).utcoffset() or timedelta() for n in range(26)
    ]
    here = moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    if not season or min(offsets) == max(offsets):
        return True
    return here == (min(offsets) if season == "standard" else max(offsets))
