"""Moments in words: "tue at 10", "demain 9 h", "in 2 hours"; what was not said is left open, never guessed."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.errors import UserError
from bot.domain.moments import Due, at_local, aware, local
from bot.language.clock import clock_at
from bot.language.days import YEARS, DayRead, Toward, day_at
from bot.language.relative import relative_at
from bot.language.words import folded_word

STAMP = re.compile(r"(\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)(?= |$)")
CONNECTORS = frozenset({",", "-", "·", "à", "a", "at", "@"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where and when something was typed; *toward* is where a day lies that could be before or ahead."""

    now: datetime
    zone: str
    french: bool = False
    toward: Toward = "future"

    @property
    def today(self) -> date:
        return local(self.now, self.zone).date()

    def day_at(self, words: list[str], start: int) -> DayRead | None:
        return day_at(words, start, today=self.today, french=self.french, toward=self.toward)

    def has_passed(self, moment: datetime) -> bool:
        """Before the present minute, where the past makes no sense."""
        return self.toward == "future" and moment < aware(self.now).replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """What was understood of a moment: the day, the time of day, or both, then *due* is set. *end*: of its words.

    *fault*: why it can't be meant as it was typed; words of a title may look like such a moment, so it is not raised.
    """

    day: date | None = None
    clock: time | None = None
    due: Due | None = None
    end: int = 0
    fault: UserError | None = None

    @property
    def is_whole(self) -> bool:
        return self.clock is not None and self.day is not None

    def checked(self) -> "When":
        """Raises the fault, if there is one."""
        if self.fault is not None:
            raise self.fault
        return self


def read_when(text: str, *, now: datetime, zone: str, french: bool = False, toward: Toward = "future") -> When | None:
    """The moment that *text* is, from its first word to its last; None when it is something else.

    Raises `UserError("moment-past")`, `UserError("moment-weekday")`.
    """
    here = Here(now=now, zone=zone, french=french, toward=toward)
    words = [word for word in map(folded_word, text.split()) if word]
    found = when_at(words, 0, here)
    return found.checked() if found is not None and found.end == len(words) else None


def when_at(words: list[str], start: int, here: Here) -> When | None:
    """The longest moment that begins at *start* of folded *words*."""
    return _exact(words, start, here) or _day_first(words, start, here) or _clock_first(words, start, here)


def at_clock(day: date, clock: time, here: Here, *, typed: str = "") -> When:
    """That time of that day, at fault where it has passed."""
    due = Due.local(day, clock, here.zone)
    passed = UserError("moment-past", what=typed or due.wall.replace("T", " ")) if here.has_passed(due.at) else None
    return When(day=day, clock=clock, due=due, fault=passed)


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


def _day_first(words: list[str], start: int, here: Here) -> When | None:
    day = here.day_at(words, start)
    if day is None:
        return None
    after = _past_connectors(words, day.end)
    clock = clock_at(words, day.end, bare=True, later_half=day.later_half)
    if clock is None and after > day.end:
        clock = clock_at(words, after, bare=True, later_half=day.later_half)
    typed = " ".join(words[start : clock[1] if clock else day.end])
    return _when(day, clock[0] if clock else None, here, end=clock[1] if clock else day.end, typed=typed)


def _past_connectors(words: list[str], start: int) -> int:
    return start + 1 if start < len(words) and words[start] in CONNECTORS else start


def _clock_first(words: list[str], start: int, here: Here) -> When | None:
    clock = clock_at(words, start, bare=False)
    if clock is None:
        return None
    day = here.day_at(words, _past_connectors(words, clock[1]))
    if day is None:
        return When(clock=clock[0], end=clock[1])
    later = clock_at(words, start, bare=False, later_half=day.later_half) or clock
    return _when(day, later[0], here, end=day.end, typed=" ".join(words[start : day.end]))


def _when(read: DayRead, clock: time | None, here: Here, *, end: int, typed: str) -> When:
    day = _meant_day(read, clock, here)
    if clock is not None:
        when = at_clock(day, clock, here, typed=typed)
    else:
        passed = here.toward == "future" and day < here.today
        when = When(day=day, fault=UserError("moment-past", what=typed) if passed else None)
    return replace(when, end=end, fault=read.fault or when.fault)


def _meant_day(read: DayRead, clock: time | None, here: Here) -> date:
    """A bare weekday that is today's means the one in a week, once today's moment is over or none was given."""
    if not read.weekly:
        return read.day
    if here.toward == "past":
        return read.day - timedelta(days=7) if read.day > here.today else read.day
    is_over = clock is None or here.has_passed(at_local(read.day, clock, here.zone))
    return read.day + timedelta(days=7) if read.day == here.today and is_over else read.day
