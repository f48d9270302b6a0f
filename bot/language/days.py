"""Days in words: "tomorrow", "mardi prochain", "1er décembre", "25/12"; always days of the calendar of *today*."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.domain.errors import UserError
from bot.domain.moments import Shift
from bot.language.calendar_words import AMBIGUOUS, MONTHS, WEEKDAYS, either
from bot.language.relative import relative_at

Toward = Literal["future", "past"]
SINCE_PASSED = timedelta(days=90)
"""A date without a year that passed less than this ago is a slip, not next year's."""

YEARS = range(2000, 2101)
"""Others are slips of the keyboard; and far years do not exist in every time zone."""

END = r"(?=\ |$)"
PART_OF_DAY = r"(?:\ (?P<part>morning|afternoon|evening|night|matin|apres-midi|soir))?"
ORDINAL = r"(?:er|st|nd|rd|th|e)?"

RELATIVE = {
    "today": 0,
    "tonight": 0,
    "aujourd'hui": 0,
    "aujourdhui": 0,
    "auj": 0,
    "ce matin": 0,
    "cet apres-midi": 0,
    "ce soir": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tomorow": 1,
    "demain": 1,
    "the day after tomorrow": 2,
    "day after tomorrow": 2,
    "apres-demain": 2,
    "apres demain": 2,
    "yesterday": -1,
    "hier": -1,
}

NEAR = re.compile(rf"(?P<name>{either(RELATIVE)}){PART_OF_DAY}{END}")
WEEKDAY = re.compile(
    rf"(?:(?P<before>on|this|next|coming|ce|le|the|du)\ )?(?P<weekday>{either(WEEKDAYS)})"
    rf"(?:\ (?P<after>next|prochain|en\ huit|en\ quinze|qui\ vient))?{PART_OF_DAY}{END}"
)
ISO = re.compile(rf"(?:on\ |le\ )?(?P<year>\d{{4}})[-/](?P<month>\d\d?)[-/](?P<day>\d\d?){END}")
NUMBERS = re.compile(
    rf"(?:on\ |le\ )?(?:(?P<day>\d\d?)/(?P<month>\d\d?)(?:/(?P<year>\d{{4}}|\d\d))?"
    rf"|(?P<day2>\d\d?)(?P<mark>[-.])(?P<month2>\d\d?)(?P=mark)(?P<year2>\d{{4}}))(?:\ a|\ at)?{END}"
)
NAMED = re.compile(
    rf"(?:(?:on|the|le|du)\ )*(?:(?P<day>\d\d?){ORDINAL}\ ?(?:of\ |de\ |d')?(?P<month>{either(MONTHS)})"
    rf"|(?P<month2>{either(MONTHS)})\ (?P<day2>\d\d?){ORDINAL})(?:\ (?P<year>\d{{4}}))?{END}"
)
OF_MONTH = re.compile(rf"(?:(?:on\ )?le\ (?P<day>\d\d?|1er)|(?:(?:on|the)\ )*(?P<day2>\d\d?)(?:st|nd|rd|th)){END}")

BARE_NUMBER = re.compile(r"\d\d?(?:$|\ (?!h\b|heures?\b|[ap]\.?m\b))")
IN_WEEKS = {"en huit": 7, "en quinze": 14}
LONGEST = 12
LATER_HALF = frozenset({"tonight", "evening", "soir", "afternoon", "apres-midi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRead:
    """A day that was read, up to *end*. *weekly*: a bare weekday, so today's may mean the one in a week.

    *later_half*: it says afternoon or evening. *fault*: why it can't be meant as it was typed.
    """

    day: date
    end: int
    weekly: bool = False
    later_half: bool = False
    fault: UserError | None = None


def day_at(
    words: list[str], start: int, *, today: date, french: bool = False, toward: Toward = "future"
) -> DayRead | None:
    """The day that begins at *start* of folded *words*; *french* settles "mar", *toward* a year left out."""
    text = " ".join(words[start : start + LONGEST])
    for read in (_near, _weekday, _iso, _numbers, _named, _relative, _of_month):
        found = read(text, today, french, toward)
        if found is not None:
            day, length, meaning = found
            part = text.split()[:length]
            return DayRead(
                day=day,
                end=start + length,
                weekly=meaning == "weekly",
                later_half=not LATER_HALF.isdisjoint(part),
                fault=UserError("moment-weekday", what=" ".join(part)) if meaning == "odd" else None,
            )
    return None


Meaning = Literal["", "weekly", "odd"]
"""Nothing special, a bare weekday, or a weekday and a date that disagree."""

Found = tuple[date, int, Meaning] | None


def _length(found: re.Match[str]) -> int:
    return found[0].count(" ") + 1


def _near(text: str, today: date, french: bool, toward: Toward) -> Found:
    found = NEAR.match(text)
    return (today + timedelta(days=RELATIVE[found["name"]]), _length(found), "") if found else None


def _weekday(text: str, today: date, french: bool, toward: Toward) -> Found:
    found = WEEKDAY.match(text)
    if found is None:
        return None
    number, length = WEEKDAYS[found["weekday"]], _length(found)
    rest = " ".join(text.split()[length:])
    dated = _date(rest, today, toward)
    if dated is not None:
        return dated[0], length + dated[1], "" if dated[0].weekday() == number else "odd"
    if found["weekday"] == AMBIGUOUS and not french and BARE_NUMBER.match(rest):
        return None  # "mar 10" is in March
    return _coming(number, found, today, length)


def _coming(number: int, found: re.Match[str], today: date, length: int) -> tuple[date, int, Meaning]:
    ahead = (number - today.weekday()) % 7
    is_next = found["before"] in {"next", "coming"} or found["after"] is not None
    if is_next and ahead == 0:
        ahead = 7
    ahead += IN_WEEKS.get(found["after"], 0)
    return today + timedelta(days=ahead), length, "" if is_next else "weekly"


def _date(text: str, today: date, toward: Toward) -> tuple[date, int] | None:
    for read in (_iso, _numbers, _named, _of_month):
        found = read(text, today, False, toward)
        if found is not None:
            return found[0], found[1]
    return None


def _iso(text: str, today: date, french: bool, toward: Toward) -> Found:
    found = ISO.match(text)
    day = _exists(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    return (day, _length(found), "") if found and day else None


def _numbers(text: str, today: date, french: bool, toward: Toward) -> Found:
    found = NUMBERS.match(text)
    if found is None:
        return None
    day, month = int(found["day"] or found["day2"]), int(found["month"] or found["month2"])
    if month > 12 >= day:
        day, month = month, day
    read = _in_year(day, month, found["year"] or found["year2"], today, toward)
    typed = found[0].removesuffix(" a").removesuffix(" at")
    return (read, typed.count(" ") + 1, "") if read else None


def _named(text: str, today: date, french: bool, toward: Toward) -> Found:
    found = NAMED.match(text)
    if found is None:
        return None
    month = MONTHS[found["month"] or found["month2"]]
    read = _in_year(int(found["day"] or found["day2"]), month, found["year"], today, toward)
    return (read, _length(found), "") if read else None


def _relative(text: str, today: date, french: bool, toward: Toward) -> Found:
    """ "in 3 days", "two weeks from monday", "il y a une semaine"; what counts minutes is no day."""
    words = text.split()
    found = relative_at(words, 0)
    if found is None or found.shift.minutes:
        return None
    if found.anchor is None:
        return _shifted(today, found.shift, found.end)
    anchor = day_at(words, found.anchor, today=today, french=french, toward=toward)
    return _shifted(anchor.day, found.shift, anchor.end) if anchor and anchor.fault is None else None


def _shifted(day: date, shift: Shift, length: int) -> Found:
    try:
        there = shift.of_day(day)
    except OverflowError:
        return None
    return (there, length, "") if there.year in YEARS else None


def _of_month(text: str, today: date, french: bool, toward: Toward) -> Found:
    found = OF_MONTH.match(text)
    if found is None:
        return None
    number = int((found["day"] or found["day2"]).removesuffix("er"))
    months = [(today.year, today.month), *_neighbours(today, toward)]
    days = [day for year, month in months if (day := _exists(year, month, number)) and _fits(day, today, toward)]
    return (days[0], _length(found), "") if days else None


def _neighbours(today: date, toward: Toward) -> list[tuple[int, int]]:
    steps = range(1, 3) if toward == "future" else range(-1, -3, -1)
    return [(today.year + (today.month - 1 + step) // 12, (today.month - 1 + step) % 12 + 1) for step in steps]


def _fits(day: date, today: date, toward: Toward) -> bool:
    return day >= today if toward == "future" else day <= today


def _in_year(day: int, month: int, year: str | None, today: date, toward: Toward) -> date | None:
    if year:
        return _exists(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = _exists(today.year, month, day)
    if this_year is not None and _fits(this_year, today, toward):
        return this_year
    if this_year is not None and toward == "future" and today - this_year < SINCE_PASSED:
        return this_year
    step = 1 if toward == "future" else -1
    years = (today.year + step * n for n in range(1 if this_year else 0, 9))
    return next((found for each in years if (found := _exists(each, month, day))), None)


def _exists(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
