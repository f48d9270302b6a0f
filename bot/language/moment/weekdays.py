"""Days of the week in words: "next friday", "lundi 7", "mardi en huit", "first monday of december"."""

import re
from collections.abc import Callable
from datetime import date, time, timedelta

from bot.domain.errors import UserError
from bot.domain.moments import Week
from bot.language.doubts import Doubt
from bot.language.moment.calendar_words import AMBIGUOUS, MONTHS, PART_OF_DAY, WEEKDAYS, either
from bot.language.moment.readings import DayRead, Toward

Dated = Callable[[str, date, Toward], tuple[date, int] | None]
"""Reads a date without a weekday: the day and how many words it took."""

END = r"(?=\ |$)"
DAY = f"(?P<weekday>{either(WEEKDAYS)})"
NEXT_WEEK = r"(?:(?:of\ )?next\ week|(?:de\ )?la\ semaine\ prochaine|semaine\ prochaine)"
THIS_WEEK = r"(?:(?:of\ )?this\ week|(?:de\ )?cette\ semaine)"
WEEKDAY = re.compile(
    rf"(?P<before>(?:(?:on|this|next|coming|ce|le|the|du)\ )*){DAY}"
    r"(?:\ (?P<after>next(?!\ week)|prochain|en\ huit|en\ quinze|qui\ vient|week(?!\ \d\d?(?:\ |$))))?"
    rf"{PART_OF_DAY}{END}"
)
OF_WEEK = re.compile(
    rf"(?:(?:on|le)\ )?(?:{DAY}\ (?:(?P<next>{NEXT_WEEK})|{THIS_WEEK})"
    rf"|{NEXT_WEEK}\ (?:(?:on|le)\ )?{DAY.replace('weekday', 'weekday2')}){PART_OF_DAY}{END}"
)
NUMBER = re.compile(
    r"(?P<number>\d\d?)(?P<ordinal>er|st|nd|rd|th|e)?(?=\ |$)"
    r"(?!\ (?:h|hrs?|heures?|o'clock|[ap][.]?m[.]?)(?:\ |$))(?!\ \(?[A-Z])"
)
CLOCK_AFTER = re.compile(
    r"\ (?:(?:(?:,|-|a|at|@|vers|around|about)\ )?(?:\d\d?(?::|\ ?h|\ ?[ap][.]?m\b|\ ?heures?\b)|noon|midi|midday)"
    r"|(?:a|at|@|vers|around|about)\ \d\d?(?=\ |$))"
)
PLACES = {
    word: number
    for number, words in enumerate(
        (
            "last dernier",
            "first 1st premier 1er",
            "second 2nd deuxieme 2e",
            "third 3rd troisieme 3e",
            "fourth 4th quatrieme 4e",
        )
    )
    for word in words.split()
}
NTH = re.compile(
    rf"(?:(?:on|the|le)\ )*(?P<nth>{either(PLACES)})\ {DAY}\ (?:of|in|de|du|d')\ ?"
    rf"(?:(?P<month>{either(MONTHS)})(?:\ (?P<year>20\d\d))?"
    rf"|(?P<later>next\ month|mois\ prochain)|(?:this\ |the\ |ce\ )?(?:month|mois)){END}"
)
IN_WEEKS = {"en huit": 7, "en quinze": 14, "week": 7}
LATEST_HOUR = 23
WEEK, MONTH = timedelta(days=7), timedelta(days=31)


def weekday_at(text: str, *, today: date, french: bool, toward: Toward, dated: Dated) -> DayRead | None:
    """The day that begins folded *text*, with a number or a date beside it; *french* settles "mar"."""
    if of_week := OF_WEEK.match(text):
        return _of_week(of_week, today)
    found = WEEKDAY.match(text)
    if found is None:
        return None
    number, rest = WEEKDAYS[found["weekday"]], text[found.end() :].strip()
    date_beside = dated(rest, today, toward)
    if date_beside is not None:
        return _checked(found, number, *date_beside)
    beside = None if found["part"] or found["after"] in IN_WEEKS else NUMBER.match(rest)
    if beside is None or not 1 <= int(beside["number"]) <= MONTH.days:
        return _coming(number, found, today)
    if found["weekday"] == AMBIGUOUS and not french:
        return None  # "mar 10" is in March
    return _numbered(found, number, beside, rest[beside.end() :], today, toward)


def _length(found: re.Match[str]) -> int:
    return found[0].count(" ") + 1


def _of_week(found: re.Match[str], today: date) -> DayRead:
    monday = Week.of(today).monday
    is_this = found["weekday"] is not None and found["next"] is None
    day = monday + timedelta(days=WEEKDAYS[found["weekday"] or found["weekday2"]] + (0 if is_this else 7))
    return DayRead(day=day, end=_length(found))


def _checked(found: re.Match[str], number: int, day: date, length: int) -> DayRead:
    """A date beside the weekday counts, if it is one of that name."""
    end = _length(found) + length
    what = " ".join(found.string.split()[:end])
    fault = None if day.weekday() == number else UserError("moment-weekday", what=what, day=day)
    return DayRead(day=day, end=end, fault=fault)


def _numbered(
    found: re.Match[str], number: int, beside: re.Match[str], after: str, today: date, toward: Toward
) -> DayRead:
    """ "lundi 7": the nearest 7th, if it is a Monday; else a time of day may be meant, where none follows."""
    end = _length(found) + 1
    nearest, other = (_nearest(int(beside["number"]), today, each) for each in _both(toward))
    is_date = bool(beside["ordinal"] or CLOCK_AFTER.match(after))
    for day, most in ((nearest, 2 * MONTH), (other, MONTH if is_date else WEEK)):
        if day and day.weekday() == number and abs(day - today) < most:
            return DayRead(day=day, end=end)
    what = " ".join(found.string.split()[:end])
    if is_date:
        return DayRead(
            day=nearest or today, end=end, fault=UserError("moment-weekday", what=what, day=nearest or today)
        )
    coming = _coming(number, found, today)
    hour = int(beside["number"])
    is_hour = hour <= LATEST_HOUR
    key, clocks = ("day-or-hour", (time(hour),)) if is_hour else ("weekday-number", ())
    doubt = Doubt(key=key, what=what, day=nearest, other=_later_than(coming, today), clocks=clocks)
    return DayRead(day=coming.day, end=end - 1 if is_hour else end, weekly=coming.weekly, doubt=doubt)


def _later_than(read: DayRead, today: date) -> date:
    return read.day + timedelta(days=7) if read.weekly and read.day == today else read.day


def _both(toward: Toward) -> tuple[Toward, Toward]:
    return ("future", "past") if toward == "future" else ("past", "future")


def _nearest(number: int, today: date, toward: Toward) -> date | None:
    """The nearest day of that number in its month, today included."""
    step = 1 if toward == "future" else -1
    near = (today + timedelta(days=step * n) for n in range(2 * MONTH.days))
    return next((day for day in near if day.day == number), None)


def _coming(number: int, found: re.Match[str], today: date) -> DayRead:
    ahead = (number - today.weekday()) % 7
    before = found["before"].split()
    is_next = "next" in before or "coming" in before or found["after"] is not None
    if is_next and ahead == 0:
        ahead = 7
    day = today + timedelta(days=ahead + IN_WEEKS.get(found["after"], 0))
    doubt = _which_next(found, before, day, today)
    return DayRead(day=day, end=_length(found), weekly=not is_next, doubt=doubt)


def _which_next(found: re.Match[str], before: list[str], day: date, today: date) -> Doubt | None:
    """Before a Friday, "next friday" is that one to some and the one after it to others."""
    said = ("next" in before and "coming" not in before) or found["after"] in {"next", "prochain"}
    if not said or Week.of(day) != Week.of(today):
        return None
    return Doubt(key="next-weekday", what=found[0], day=day, other=day + timedelta(days=7))


def nth_of_month(text: str, today: date, toward: Toward) -> tuple[date, int] | None:
    """ "first monday of december", « le dernier vendredi du mois »."""
    found = NTH.match(text)
    if found is None:
        return None
    months = today.year * 12 + today.month - 1 + (1 if found["later"] else 0)
    if found["month"]:
        ahead = (MONTHS[found["month"]] - today.month) % 12
        months += ahead if toward == "future" else ahead - 12 if ahead else 0
    year, month = (int(found["year"]), MONTHS[found["month"]]) if found["year"] else (months // 12, months % 12 + 1)
    return _nth(PLACES[found["nth"]], WEEKDAYS[found["weekday"]], date(year, month, 1)), _length(found)


def _nth(place: int, weekday: int, first: date) -> date:
    """The *place*-th of its weekday in the month that begins on *first*; 0 is the last."""
    days = [day for n in range(MONTH.days) if (day := first + timedelta(days=n)).month == first.month]
    named = [day for day in days if day.weekday() == weekday]
    return named[place - 1]
