"""Moments in words: "tue at 10", "demain 9 h", "in 2 hours"; what was not said is left open, never guessed."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.domain.errors import UserError
from bot.domain.moments import Due, at_local, aware, local
from bot.domain.strategy import Platform
from bot.language.doubts import PART_OF_DAY, Doubt
from bot.language.moment.clock import ClockRead, clock_at
from bot.language.moment.days import YEARS, day_at
from bot.language.moment.readings import AS_USUAL, DayRead, Half, LineDateOrder, Toward
from bot.language.moment.relative import relative_at
from bot.language.moment.zones import ZoneRead, is_of_season, meant, zone_at
from bot.language.people import Names
from bot.language.tokens import tokens
from bot.language.tokens import words as folded_words

STAMP = re.compile(r"(\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)(?= |$)")
NOBODY = Names()
CONNECTORS = frozenset({",", "-", "·", "à", "a", "at", "@"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where and when something was typed; *toward* is where a day lies that could be before or ahead.

    *zones*: that of the plan, then those of the others; they tell which of two zones of one name is meant.
    *people* are those who are known by name.
    *platforms* are those of the plan: their short names are meant where one fits.
    *order*: of the dates in figures.
    """

    now: datetime
    zone: str
    french: bool = False
    toward: Toward = "future"
    zones: tuple[str, ...] = ()
    people: Names = NOBODY
    platforms: frozenset[Platform] = frozenset()
    order: LineDateOrder = AS_USUAL

    @property
    def today(self) -> date:
        return local(self.now, self.zone).date()

    def day_at(self, words: list[str], start: int) -> DayRead | None:
        return day_at(words, start, today=self.today, french=self.french, toward=self.toward, order=self.order)

    def zone_at(self, words: list[str], start: int) -> ZoneRead | None:
        return zone_at(words, start, own=self.zone, french=self.french) if start < len(words) else None

    def has_passed(self, moment: datetime) -> bool:
        """Before the present minute, where the past makes no sense."""
        return self.toward == "future" and moment < aware(self.now).replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What was understood of a moment: the day, the time of day, or both, then *due* is set. *end*: of its words.

    *zone* is that of the time of day, where it was said. *doubts*: what may be meant otherwise.
    *fault*: why it can't be meant as it was typed; words of a title may look like such a moment, so it is not raised.
    """

    day: date | None = None
    clock: time | None = None
    zone: str = ""
    due: Due | None = None
    end: int = 0
    doubts: tuple[Doubt, ...] = ()
    fault: UserError | None = None

    @property
    def is_whole(self) -> bool:
        return self.clock is not None and self.day is not None

    def checked(self) -> "When":
        """Raises the fault, if there is one."""
        if self.fault is not None:
            raise self.fault
        return self

    @property
    def asked(self) -> dict[str, Any]:
        """The arguments of a request. Raises the fault."""
        self.checked()
        return {name: getattr(self, name) for name in ("due", "day", "clock", "zone", "doubts")}


def read_when(text: str, *, now: datetime, zone: str, french: bool = False, toward: Toward = "future") -> When | None:
    """The moment that *text* is, from its first word to its last; None when it is something else.

    Raises `UserError("moment-past")`, `UserError("moment-weekday")`.
    """
    return when_in(text, Here(now=now, zone=zone, french=french, toward=toward))


def when_in(text: str, here: Here) -> When | None:
    """As `read_when`."""
    words = [word for word in folded_words(tokens(text)) if word]
    found = when_at(words, 0, here)
    return found.checked() if found is not None and found.end == len(words) else None


def when_at(words: list[str], start: int, here: Here) -> When | None:
    """The longest moment that begins at *start* of folded *words*."""
    return _exact(words, start, here) or _day_first(words, start, here) or _clock_first(words, start, here)


def at_clock(day: date, clock: time, here: Here, *, zone: str = "", typed: str = "") -> When:
    """That time of that day, of *zone* or here, at fault where it has passed."""
    due = Due.local(day, clock, here.zone, of=zone)
    passed = UserError("moment-past", what=typed or due.wall.replace("T", " ")) if here.has_passed(due.at) else None
    return When(day=day, clock=clock, zone=zone, due=due, fault=passed)


def _exact(words: list[str], start: int, here: Here) -> When | None:
    """A moment that leaves nothing open: "in 2 hours", "2026-12-01T10:00Z"."""
    found = _counted(words, start, here) or _written(words, start, here)
    if found is None:
        return None
    due, end = found
    wall = datetime.fromisoformat(due.wall)
    when = at_clock(wall.date(), wall.time(), here, typed=" ".join(words[start:end]))
    return replace(when, due=due, end=end)


def _counted(words: list[str], start: int, here: Here) -> tuple[Due, int] | None:
    """From now on, in minutes and hours."""
    found = relative_at(words, start)
    if found is None or found.anchor is not None or not found.shift.minutes:
        return None
    try:
        due = Due.of(_rounded(here.now), here.zone).shifted(found.shift, here.zone)
    except OverflowError:
        return None
    return (due, found.end) if due.at.year in YEARS else None


def _written(words: list[str], start: int, here: Here) -> tuple[Due, int] | None:
    found = STAMP.match(words[start]) if start < len(words) else None
    due = _stamped(found[1], here) if found else None
    return (due, start + 1) if due else None


def _rounded(moment: datetime) -> datetime:
    return aware(moment + timedelta(seconds=30)).replace(second=0, microsecond=0)


def _stamped(typed: str, here: Here) -> Due | None:
    try:
        moment = datetime.fromisoformat(typed.upper())
    except ValueError:
        return None
    if moment.year not in YEARS:
        return None
    return Due.of(moment, here.zone) if moment.tzinfo else Due.local(moment.date(), moment.time(), here.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoned:
    """A time of day, and the zone that follows it, up to *end*."""

    read: ClockRead
    zone: ZoneRead | None
    end: int


def _zoned(words: list[str], start: int, here: Here, *, bare: bool, half: Half = "") -> Zoned | None:
    """*bare*: a lone number is an hour, too; it always is where a zone follows."""
    read = clock_at(words, start, half=half, up_to_24=here.french)
    if read is None:
        return None
    zone = here.zone_at(words, read.end)
    return Zoned(read=read, zone=zone, end=zone.end if zone else read.end) if bare or read.is_marked or zone else None


def _day_first(words: list[str], start: int, here: Here) -> When | None:
    day = here.day_at(words, start)
    if day is None:
        return None
    after = _past_connectors(words, day.end)
    clock = _zoned(words, day.end, here, bare=True, half=day.half)
    if clock is None and after > day.end:
        clock = _zoned(words, after, here, bare=True, half=day.half)
    return _when(day, clock, here, start=start, words=words)


def _past_connectors(words: list[str], start: int) -> int:
    return start + 1 if start < len(words) and words[start] in CONNECTORS else start


def _clock_first(words: list[str], start: int, here: Here) -> When | None:
    clock = _zoned(words, start, here, bare=False)
    if clock is None:
        return None
    day = here.day_at(words, _past_connectors(words, clock.end))
    if day is None:
        return _alone(clock, here, typed=" ".join(words[start : clock.end]))
    clock = _zoned(words, start, here, bare=False, half=day.half) or clock
    zone = clock.zone or here.zone_at(words, day.end)
    end = zone.end if zone and not clock.zone else day.end
    return _when(day, replace(clock, zone=zone, end=end), here, start=start, words=words)


def _alone(clock: Zoned, here: Here, *, typed: str) -> When:
    """Of a day that is not said: where the zone's name depends on the day, that of today."""
    zone, doubts = _zone_of(clock.zone, here.today, clock.read.clock, here)
    doubts = (*_half_doubts(clock.read, typed), *doubts)
    return When(clock=clock.read.clock, zone=zone, doubts=doubts, end=clock.end)


def _when(read: DayRead, clock: Zoned | None, here: Here, *, start: int, words: list[str]) -> When:
    end = max(clock.end, read.end) if clock else read.end
    typed = " ".join(words[start:end])
    doubts = (read.doubt,) if read.doubt else _half_doubts(clock.read, typed) if clock else ()
    if clock is None:
        day = _meant_day(read, None, here)
        passed = here.toward == "future" and day < here.today
        doubts = (*doubts, Doubt(key=PART_OF_DAY, what=typed)) if read.half else doubts
        when = When(day=day, fault=UserError("moment-past", what=typed) if passed else None)
    else:
        day = _meant_day(read, clock.read.clock, here)
        zone, more = _zone_of(clock.zone, day, clock.read.clock, here)
        when, doubts = at_clock(day, clock.read.clock, here, zone=zone, typed=typed), (*doubts, *more)
    return replace(when, end=end, doubts=doubts, fault=read.fault or when.fault)


def _half_doubts(read: ClockRead, typed: str) -> tuple[Doubt, ...]:
    other = read.clock.replace(hour=read.clock.hour - 12) if read.is_half_open else None
    return (Doubt(key="morning-or-later", what=typed, clocks=(other, read.clock)),) if other else ()


def _zone_of(found: ZoneRead | None, day: date, clock: time, here: Here) -> tuple[str, tuple[Doubt, ...]]:
    """The zone that is meant, "" for that of here; and what makes it doubtful."""
    if found is None:
        return "", ()
    zone = meant(found, (here.zone, *here.zones), day, clock)
    if zone is None:
        return "", (Doubt(key="zone", what=found.typed, zones=found.zones),)
    if is_of_season(found.season, zone, at_local(day, clock, zone)):
        return zone, ()
    return zone, (Doubt(key="zone-season", what=found.typed, zones=(zone,)),)


def _meant_day(read: DayRead, clock: time | None, here: Here) -> date:
    """A bare weekday that is today's means the one in a week, once today's moment is over or none was given."""
    if not read.weekly:
        return read.day
    if here.toward == "past":
        return read.day - timedelta(days=7) if read.day > here.today else read.day
    is_over = clock is None or here.has_passed(at_local(read.day, clock, here.zone))
    return read.day + timedelta(days=7) if read.day == here.today and is_over else read.day
