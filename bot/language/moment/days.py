"""Days in words: "tomorrow", "mardi prochain", "1er décembre", "25/12"; always days of the calendar of *today*."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from bot.domain.errors import UserError
from bot.domain.moments import Shift
from bot.language.moment.calendar_words import MONTHS, ORDINALS, PART_OF_DAY, either
from bot.language.moment.readings import AS_USUAL, DayRead, Half, LineDateOrder, Toward
from bot.language.moment.relative import relative_at
from bot.language.moment.weekdays import nth_of_month, weekday_at

SINCE_PASSED = timedelta(days=90)
"""A date without a year that passed less than this ago is a slip, not next year's."""

YEARS = range(2000, 2101)
"""Others are slips of the keyboard; and far years do not exist in every time zone."""

END = r"(?=\ |$)"
DAY_IN_MONTH = rf"(?:(?P<day>\d\d?)(?:er|st|nd|rd|th|e)?|(?P<word>{either(ORDINALS)}))"

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
ISO = re.compile(rf"(?:on\ |le\ )?(?P<year>\d{{4}})[-/](?P<month>\d\d?)[-/](?P<day>\d\d?){END}")
NUMBERS = re.compile(
    rf"(?:on\ |le\ )?(?:(?P<day>\d\d?)/(?P<month>\d\d?)(?:/(?P<year>\d{{4}}|\d\d))?"
    rf"|(?P<day2>\d\d?)(?P<mark>[-.])(?P<month2>\d\d?)(?P=mark)(?P<year2>\d{{4}}))(?:\ a|\ at)?{END}"
)
IN_FIGURES = re.compile(r"\d[/-]\d")
NAMED = re.compile(
    rf"(?:(?:on|the|le|du)\ )*(?:{DAY_IN_MONTH}\ ?(?:of\ |de\ |d')?(?P<month>{either(MONTHS)})"
    rf"|(?P<month2>{either(MONTHS)})\ (?:the\ )?{DAY_IN_MONTH.replace('day', 'day2').replace('word', 'word2')})"
    rf"(?:\ (?P<year>\d{{4}}))?{END}"
)
OF_MONTH = re.compile(
    rf"(?:(?:on\ )?le\ (?P<day>\d\d?|1er)|(?:(?:on|the)\ )*(?P<day2>\d\d?)(?:st|nd|rd|th)){END}"
    rf"(?!\ (?:of\ |de\ |d')?(?:{either(MONTHS)})(?:\ |$))"
)
"""Not before a month: "the 31st of november" is no day of another."""

LONGEST_YEAR = timedelta(days=366)
WITH_YEAR = re.compile(r"\d{4}|\d[-/.]\d\d?[-/.]\d")
OF_YEAR = re.compile(r"\d/\d|\bfe(?:b|v)")
LONGEST = 12
HALVES: dict[Half, frozenset[str]] = {
    "morning": frozenset({"morning", "matin"}),
    "later": frozenset({"tonight", "night", "evening", "soir", "afternoon", "apres-midi"}),
}


def day_at(
    words: list[str],
    start: int,
    *,
    today: date,
    french: bool = False,
    toward: Toward = "future",
    order: LineDateOrder = AS_USUAL,
) -> DayRead | None:
    """The day that begins at *start* of folded *words*.

    *french* settles "mar", *toward* a year left out, *order* which of two figures is the month.
    """
    text = " ".join(words[start : start + LONGEST])
    dated = partial(_date, order=order)
    found = weekday_at(text, today=today, french=french, toward=toward, dated=dated) or _other(
        text, today, toward, order=order
    )
    if found is None:
        return None
    said = set(text.split()[: found.end])
    half = next((half for half, parts in HALVES.items() if parts & said), found.half)
    mixed = order.fault if order.mixed and IN_FIGURES.search(" ".join(text.split(" ")[: found.end])) else None
    fault = mixed or found.fault or _no_leap_year(found, text, today)
    return replace(found, end=start + found.end, half=half, fault=fault)


def _no_leap_year(found: DayRead, text: str, today: date) -> UserError | None:
    """A 29 February without a year that is years away is more likely a slip."""
    typed = " ".join(text.split(" ")[: found.end])
    is_near = abs(found.day - today) <= LONGEST_YEAR
    if is_near or (found.day.month, found.day.day) != (2, 29) or WITH_YEAR.search(typed) or not OF_YEAR.search(typed):
        return None
    return UserError("moment-leap-day", what=typed, day=found.day)


Found = tuple[date, int] | None
"""A day and how many words it took."""


def _other(text: str, today: date, toward: Toward, *, order: LineDateOrder) -> DayRead | None:
    for read in (_near, nth_of_month, _iso, partial(_numbers, order=order), _named, _relative, _of_month):
        if found := read(text, today, toward):
            return DayRead(day=found[0], end=found[1])
    return None


def _length(found: re.Match[str]) -> int:
    return found[0].count(" ") + 1


def _near(text: str, today: date, toward: Toward) -> Found:
    found = NEAR.match(text)
    return (today + timedelta(days=RELATIVE[found["name"]]), _length(found)) if found else None


def _date(text: str, today: date, toward: Toward, *, order: LineDateOrder) -> Found:
    for read in (_iso, partial(_numbers, order=order), _named, _of_month):
        if found := read(text, today, toward):
            return found
    return None


def _iso(text: str, today: date, toward: Toward) -> Found:
    found = ISO.match(text)
    day = _exists(int(found["year"]), int(found["month"]), int(found["day"])) if found else None
    return (day, _length(found)) if found and day else None


def _numbers(text: str, today: date, toward: Toward, *, order: LineDateOrder) -> Found:
    """With points between them, the day comes first to everybody."""
    found = NUMBERS.match(text)
    if found is None:
        return None
    day, month = int(found["day"] or found["day2"]), int(found["month"] or found["month2"])
    if order.dates.month_first and found["mark"] != ".":
        day, month = month, day
    if month > 12 >= day:
        day, month = month, day
    read = _in_year(day, month, found["year"] or found["year2"], today, toward)
    typed = found[0].removesuffix(" a").removesuffix(" at")
    return (read, typed.count(" ") + 1) if read else None


def _named(text: str, today: date, toward: Toward) -> Found:
    found = NAMED.match(text)
    if found is None:
        return None
    month = MONTHS[found["month"] or found["month2"]]
    word = found["word"] or found["word2"]
    number = ORDINALS[word] if word else int(found["day"] or found["day2"])
    read = _in_year(number, month, found["year"], today, toward)
    return (read, _length(found)) if read else None


def _relative(text: str, today: date, toward: Toward) -> Found:
    """ "in 3 days", "two weeks from monday", "il y a une semaine"; what counts minutes is no day."""
    words = text.split()
    found = relative_at(words, 0)
    if found is None or found.shift.minutes:
        return None
    if found.anchor is None:
        return _shifted(today, found.shift, found.end)
    anchor = day_at(words, found.anchor, today=today, toward=toward)
    return _shifted(anchor.day, found.shift, anchor.end) if anchor and not (anchor.fault or anchor.doubt) else None


def _shifted(day: date, shift: Shift, length: int) -> Found:
    try:
        there = shift.of_day(day)
    except OverflowError:
        return None
    return (there, length) if there.year in YEARS else None


def _of_month(text: str, today: date, toward: Toward) -> Found:
    found = OF_MONTH.match(text)
    if found is None:
        return None
    number = int((found["day"] or found["day2"]).removesuffix("er"))
    months = [(today.year, today.month), *_neighbours(today, toward)]
    days = [day for year, month in months if (day := _exists(year, month, number)) and _fits(day, today, toward)]
    return (days[0], _length(found)) if days else None


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
