"""Stretches of days in words: "next week", "2014-W51", "24/12..2/1", "du 24 au 31 décembre"."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.domain.errors import UserError
from bot.domain.moments import Shift, Week
from bot.language.moment.calendar_words import MONTHS, WEEKDAYS, either
from bot.language.moment.days import YEARS, day_at
from bot.language.moment.durations import duration_at
from bot.language.moment.moments import Here, when_at
from bot.language.requests import Span
from bot.language.vocabulary import Vocabulary, folded_word

NAMED = Vocabulary(
    {
        ("day", 0): "today, aujourd'hui, aujourdhui, auj",
        ("day", 1): "tomorrow, demain",
        ("day", -1): "yesterday, hier",
        ("week", 0): "week, this week, the week, semaine, cette semaine, la semaine, de la semaine, de cette semaine",
        ("week", 1): "next week, semaine prochaine, la semaine prochaine, de la semaine prochaine, week next",
        ("week", -1): "last week, previous week, semaine derniere, la semaine derniere, semaine passee, "
        "la semaine passee, de la semaine derniere, de la semaine passee, semaine precedente",
        ("month", 0): "month, this month, the month, mois, ce mois, ce mois-ci, le mois, du mois",
        ("month", 1): "next month, mois prochain, le mois prochain, du mois prochain",
        ("month", -1): "last month, previous month, mois dernier, le mois dernier, mois passe, le mois passe",
    }
)

WEEK = re.compile(
    r"(?:(?P<year>\d{4})-?w|w|week |semaine |sem |s)(?P<number>\d\d?)(?: (?:of |de )?(?P<later>\d{4}))?(?= |$)"
)
WEEK_OF = re.compile(
    r"(?:the )?(?:week (?:of|beginning|starting|commencing)|semaine (?:du|commencant le)) (?=\w)"
    r"(?!(?:the |this |next |last )?(?:week|month))"
)
MONTH = re.compile(rf"(?:in |en )?(?P<month>{either(MONTHS)})(?: (?P<year>20\d\d))?(?= |$)")
LEAD = re.compile(r"^(?:from|du|de|des|between|entre|le|the)\ ")
UNTIL = re.compile(r"^(?:until|till|to|jusqu'au|jusqu'a|au)\ ")
JOINT = re.compile(r"\ (?:to|until|till|through|thru|au|a|jusqu'au|jusqu'a|and|et)\ ")
AND = re.compile(r" (?:and|et|&) ")
BETWEEN = re.compile(r"^(?:between|entre)\ ")
DASHES = re.compile(r"\s*(?:\.{2,}|…|→|->|–|—|(?<=\s)-(?=\s))\s*")
SHORT_DASH = re.compile(r"(?<=\d)\s*-\s*(?=\d\d?(?:[/\s]|$))")
BARE = re.compile(rf"(?:(?P<weekday>{either(WEEKDAYS)})\ )?(?P<number>\d\d?)(?:er|st|nd|rd|th)?")
STARTING = Vocabulary(
    {
        True: "from, starting, starting on, starting from, beginning, beginning on, as of, des, a partir de, "
        "a partir du, a compter de, a compter du, a partir d', depuis"
    }
)
LASTING = frozenset({"for", "pour", "pendant", "durant", "during"})
LONGEST = 7
LONGEST_RANGE = 30
"""Words of two days and what stands between them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanRead:
    span: Span
    end: int


def span_at(words: list[str], start: int, here: Here) -> SpanRead | None:
    """The named day, week or month that begins at *start* of folded *words*."""
    text = " ".join(words[start : start + LONGEST])
    if week_of := WEEK_OF.match(text):
        return _week_of(words, start, week_of, here)
    if week := _numbered_week(text, here):
        return SpanRead(span=of_week(week[0]), end=start + week[1])
    if named := NAMED.at(words, start):
        (name, step), end = named
        return SpanRead(span=_named(name, step, here.today), end=end)
    found = MONTH.match(text)
    if found is None:
        return None
    return SpanRead(span=_month_called(found, here.today), end=start + found[0].count(" ") + 1)


def _week_of(words: list[str], start: int, found: re.Match[str], here: Here) -> SpanRead | None:
    """ "week of december 7": the one with that day in it."""
    at = start + found[0].count(" ")
    day = day_at(words, at, today=here.today, french=here.french, toward=here.toward, order=here.order)
    if day is None and words[at].removesuffix("er").isdigit():
        day = day_at(["le", *words[at:]], 0, today=here.today, french=here.french, toward=here.toward, order=here.order)
        day = replace(day, end=day.end + at - 1) if day else None
    return SpanRead(span=of_week(Week.of(day.day)), end=day.end) if day and not (day.doubt or day.fault) else None


def is_open_ended(words: list[str]) -> bool:
    """ "from friday": a beginning without an end."""
    start = STARTING.at(words, 0)
    return (
        start is not None
        and not JOINT.search(f" {' '.join(words[start[1] :])} ")
        and not any(each in LASTING or DASHES.search(each) or "-" in each for each in words[start[1] :])
    )


def read_week(text: str, here: Here) -> Week | None:
    """The ISO week that *text* names: "2014-W51", "last week", or any day in it."""
    words = [word for word in map(folded_word, text.split()) if word]
    found = span_at(words, 0, here)
    if found and found.end == len(words) and found.span.name == "week":
        return Week.of(found.span.first)
    when = when_at(words, 0, here)
    return Week.of(when.day) if when and when.day and when.end == len(words) else None


def read_days(text: str, here: Here) -> tuple[date, date] | None:
    """First and last day, both included, of *text*; a single day is both. None when it is something else.

    Raises `UserError("days-backwards")` where the last day comes first.
    """
    plain = _plain(text)
    if plain.count(" ") >= LONGEST_RANGE:
        return None
    if UNTIL.match(plain):
        last = _day(UNTIL.sub("", plain), here)
        return _ordered(here.today, last) if last else None
    if counted := _counted(plain.split(), here):
        return counted
    return _whole(plain, here) or _range(plain, here)


def read_apart(text: str, here: Here) -> tuple[date, ...]:
    """The days of "monday and thursday", which are no stretch; empty where it is something else."""
    parts = AND.split(re.sub(r"\s*,\s*", " and ", " ".join(text.split())))
    days = [_day(" ".join(map(folded_word, LEAD.sub("", each).split())), here) for each in parts[:LONGEST]]
    return tuple(day for day in days if day) if len(parts) > 1 and all(days) else ()


def _counted(words: list[str], here: Here) -> tuple[date, date] | None:
    """ "3 days from monday", "from monday for two weeks": as many days, the first one included."""
    at = 1 if words[:1] and words[0] in LASTING else 0
    if length := duration_at(words, at):
        start = STARTING.at(words, length[1])
        first = _day(" ".join(words[start[1] :]), here) if start and start[1] < len(words) else None
        return _lasting(first, length[0])
    middle = next((n for n, word in enumerate(words) if word in LASTING and n), None)
    length = duration_at(words, middle + 1) if middle else None
    if not middle or not length or length[1] < len(words):
        return None
    begun = STARTING.at(words, 0)
    return _lasting(_day(" ".join(words[begun[1] if begun else 0 : middle]), here), length[0])


def _lasting(first: date | None, length: Shift) -> tuple[date, date] | None:
    if first is None or length.minutes:
        return None
    try:
        last = length.of_day(first) - timedelta(days=1)
    except OverflowError:
        return None
    return (first, last) if last >= first and last.year in YEARS else None


def _whole(text: str, here: Here) -> tuple[date, date] | None:
    """A named day, week or month, and nothing else."""
    found = span_at(text.split(), 0, here) if text else None
    return (found.span.first, found.span.last) if found and found.end == len(text.split()) else None


def _plain(text: str) -> str:
    joined = DASHES.sub(" to ", " ".join(text.split()))
    if not re.search(r"\d{4}-", joined):
        joined = SHORT_DASH.sub(" to ", joined)
    return " ".join(word for word in map(folded_word, joined.split()) if word)


def _range(text: str, here: Here) -> tuple[date, date] | None:
    is_between, text = BETWEEN.match(text) is not None, LEAD.sub("", text)
    for joint in JOINT.finditer(text):
        read = _from_to(text[: joint.start()], LEAD.sub("", text[joint.end() :]), here)
        if read and (is_between or not AND.fullmatch(joint[0]) or read[1] - read[0] == timedelta(days=1)):
            return _ordered(*read)
    day = _day(text, here)
    return (day, day) if day else _whole(text, here)


def _from_to(first: str, last: str, here: Here) -> tuple[date, date] | None:
    """The first day may borrow its month from the last, the last starts to count from the first."""
    begin, end = _day(first, here), _day(last, here)
    if begin is None and end is None and (months := _months(first, last, here)):
        return months
    if begin is None and (bare := BARE.fullmatch(first)):
        number = bare["number"]
        begin = _fitting(bare, _last_before(end, int(number)) if end else _day(f"le {number}", here))
    if begin is not None and end is None and (bare := BARE.fullmatch(last)):
        end = _fitting(bare, _day(f"le {bare['number']}", here, today=begin))
    if begin is not None and (end is None or end < begin):
        end = _day(last, here, today=begin) or end
    return (begin, end) if begin and end else None


def _fitting(found: re.Match[str], day: date | None) -> date | None:
    """*day*, unless another weekday was typed."""
    is_other = day and found["weekday"] and day.weekday() != WEEKDAYS[found["weekday"]]
    return None if is_other else day


def _months(first: str, last: str, here: Here) -> tuple[date, date] | None:
    """ "march to may": the last one is the first of its name after the other."""
    named = MONTH.fullmatch(first), MONTH.fullmatch(last)
    if not (named[0] and named[1]):
        return None
    begin = _month_called(named[0], here.today)
    if not named[0]["year"] and named[1]["year"]:
        begin = _month(int(named[1]["year"]) - (begin.first.month > MONTHS[named[1]["month"]]), begin.first.month)
    end = _month_called(named[1], begin.first)
    if not named[1]["year"] and end.first < begin.first:
        end = _month(end.first.year + 1, end.first.month)
    return begin.first, end.last


def _last_before(end: date, number: int) -> date | None:
    """The nearest day numbered *number* that is not after *end*."""
    nearby = (end - timedelta(days=n) for n in range(62))
    return next((day for day in nearby if day.day == number), None)


def _day(text: str, here: Here, *, today: date | None = None) -> date | None:
    words = text.split()
    found = day_at(words, 0, today=today or here.today, french=here.french, toward=here.toward, order=here.order)
    if found is None or found.end < len(words) or found.doubt:
        return None
    if found.fault:
        raise found.fault
    return found.day


def _ordered(first: date, last: date) -> tuple[date, date]:
    if last < first:
        raise UserError("days-backwards", first=first.isoformat(), last=last.isoformat())
    return first, last


def of_week(week: Week) -> Span:
    return Span(name="week", first=week.monday, last=week.sunday)


def _named(name: str, step: int, today: date) -> Span:
    if name == "day":
        day = today + timedelta(days=step)
        return Span(name="day", first=day, last=day)
    if name == "week":
        return of_week(Week.of(today).shifted(step))
    months = today.year * 12 + today.month - 1 + step
    return _month(months // 12, months % 12 + 1)


def _month(year: int, month: int) -> Span:
    after = date(year + month // 12, month % 12 + 1, 1)
    return Span(name="month", first=date(year, month, 1), last=after - timedelta(days=1))


def _month_called(found: re.Match[str], today: date) -> Span:
    """Without a year: the one that is nearest, as calendars are read both ways."""
    month = MONTHS[found["month"]]
    if found["year"]:
        return _month(int(found["year"]), month)
    ahead = (month - today.month) % 12
    return _month(today.year + (today.month - 1 + (ahead if ahead <= 8 else ahead - 12)) // 12, month)


def _numbered_week(text: str, here: Here) -> tuple[Week, int] | None:
    found = WEEK.match(text)
    if found is None:
        return None
    week = _week(found["year"] or found["later"], int(found["number"]), here)
    return (week, found[0].count(" ") + 1) if week else None


def _week(year: str | None, number: int, here: Here) -> Week | None:
    """Without a year: the latest that has begun, or looking ahead, one of the coming half year."""
    now = Week.of(here.today)
    latest = now.shifted(26) if here.toward == "future" else now
    years = [int(year)] if year else [latest.year, latest.year - 1]
    every = (Week(each, number) for each in years if 1 <= number <= _weeks_in(each))
    return next((week for week in every if year or week <= latest), None)


def _weeks_in(year: int) -> int:
    return date(year, 12, 28).isocalendar().week if 2000 <= year <= 2100 else 0
