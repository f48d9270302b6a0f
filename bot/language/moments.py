"""Moments in words: "tue 10", "demain 9 h", "in 2 hours"; what was not said is left open, never guessed.

Days and times of day are read by our own grammar, because dateparser misreads short forms in silence ("demain 9h" is
19:00 to it); the long tail ("in three weeks", "a month from tomorrow") is dateparser's, without its time of day.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.errors import UserError
from bot.domain.moments import Due, at_local, aware, local
from bot.language.calendar_words import AMOUNTS, CLOCK_UNITS, either
from bot.language.clock import clock_at
from bot.language.days import SINCE_PASSED, YEARS, DayRead, Toward, day_at
from bot.language.words import folded_word

CLOCK_AMOUNT = re.compile(
    rf"""(?:in|dans|d'ici)\ (?:
      (?P<amount>\d{{1,4}}|{either(AMOUNTS)})\ ?(?P<unit>{"|".join(CLOCK_UNITS)})\ ?(?P<more>\d\d)?(?:\ ?min(?:utes)?)?
    | (?P<half>half\ an\ hour|une\ demi-heure)
    )(?=\ |$)""",
    re.VERBOSE,
)
STAMP = re.compile(r"(\d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)(?= |$)")
VAGUE = frozenset(
    {"midnight", "minuit", "next", "last", "this", "ce", "cette", "prochain", "prochaine", "dernier", "derniere"}
)
"""Words of which dateparser makes a single day where people mean a stretch, or one of two days."""

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
    whole = found if found is not None and found.end == len(words) else guessed(words, here)
    return None if whole is None else whole.checked()


def when_at(words: list[str], start: int, here: Here) -> When | None:
    """The longest moment that begins at *start* of folded *words*."""
    return _exact(words, start, here) or _day_first(words, start, here) or _clock_first(words, start, here)


def at_clock(day: date, clock: time, here: Here, *, typed: str = "") -> When:
    """That time of that day, at fault where it has passed."""
    due = Due.local(day, clock, here.zone)
    passed = UserError("moment-past", what=typed or due.wall.replace("T", " ")) if here.has_passed(due.at) else None
    return When(day=day, clock=clock, due=due, fault=passed)


def _exact(words: list[str], start: int, here: Here) -> When | None:
    text = " ".join(words[start : start + 5])
    if found := CLOCK_AMOUNT.match(text):
        due = Due.of(_rounded(here.now + _amount(found)), here.zone)
    elif (found := STAMP.match(text)) and (stamped := _stamped(found[1], here)):
        due = stamped
    else:
        return None
    wall = datetime.fromisoformat(due.wall)
    when = at_clock(wall.date(), wall.time(), here, typed=found[0])
    return replace(when, due=due, end=start + found[0].count(" ") + 1)


def _amount(found: re.Match[str]) -> timedelta:
    if found["half"]:
        return timedelta(minutes=30)
    amount = AMOUNTS.get(found["amount"]) or int(found["amount"])
    return amount * CLOCK_UNITS[found["unit"]] + timedelta(minutes=int(found["more"] or 0))


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


def guessed(words: list[str], here: Here) -> When | None:
    """What dateparser makes of *words* as a day, with our own reading of a time of day at their end."""
    for split in range(len(words) + 1):
        clock = clock_at(words, split, bare=False) if split < len(words) else (None, split)
        if clock is not None and clock[1] == len(words):
            day = _guessed_day(words[:split], here)
            return None if day is None else _when(day, clock[0], here, end=len(words), typed=" ".join(words))
    return None


def _guessed_day(words: list[str], here: Here) -> DayRead | None:
    if (
        not 2 <= len(words) <= 6
        or not VAGUE.isdisjoint(words)
        or not any(len(word) > 2 and word.isalpha() for word in words)
    ):
        return None  # dateparser sees a date in "a" and in "12"
    from dateparser.date import DateDataParser  # a tenth of a second to import, and most texts never need it

    base = local(here.now, here.zone).replace(tzinfo=None)
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": here.toward, "DATE_ORDER": "DMY"}
    found = DateDataParser(languages=["en", "fr"], settings=settings).get_date_data(" ".join(words)).date_obj
    day = found.date() if found else None
    is_near = day is not None and here.today - SINCE_PASSED < day < here.today + timedelta(days=3700)
    return DayRead(day=day, end=len(words)) if day is not None and is_near else None


def warm_up() -> None:
    """Load what the first moment in words would otherwise wait for (about a quarter of a second)."""
    here = Here(now=datetime(2026, 1, 1, tzinfo=UTC), zone="UTC")
    for text in ("in three weeks", "dans trois semaines", "no such day"):
        _guessed_day(text.split(), here)
