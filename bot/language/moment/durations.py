"""How long, in words: "2 hours", "an hour and a half", "une heure et demie", "2h30", "three weeks"; knows no moment."""

import re
from dataclasses import dataclass
from fractions import Fraction

from bot.domain.moments import Shift
from bot.language.moment.calendar_words import AMOUNTS, either

HOUR, DAY = 60, 24 * 60

MINUTES = {
    **dict.fromkeys(("minute", "minutes", "min", "mins", "mn"), 1),
    **dict.fromkeys(("hour", "hours", "h", "hr", "hrs", "heure", "heures"), HOUR),
    "quart d'heure": 15,
    "quarts d'heure": 15,
    "quarters of an hour": 15,
}
DAYS = {
    **dict.fromkeys(("day", "days", "jour", "jours", "d", "j"), 1),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines", "huitaine", "huitaine de jours", "w", "wk", "wks"), 7),
    **dict.fromkeys(("fortnight", "fortnights", "quinzaine", "quinzaine de jours"), 14),
}
MONTHS = {
    **dict.fromkeys(("month", "months", "mois"), 1),
    **dict.fromkeys(("year", "years", "an", "ans", "annee", "annees"), 12),
}
UNITS = {**MINUTES, **DAYS, **MONTHS}
LETTERS = frozenset({"h", "d", "j", "w"})
"""Units that only a figure makes units: "in and" is no "in an d"."""

WHOLE = {
    **dict.fromkeys(("half an hour", "half hour", "a half hour", "demi-heure", "une demi-heure", "une demi heure"), 30),
    **dict.fromkeys(("a quarter of an hour", "quarter of an hour", "a quarter hour"), 15),
}
IDIOMS = {("huit", "jours"): 7, ("quinze", "jours"): 14}
"""French counts today in: "dans huit jours" is this weekday in a week, "dans quinze jours" in two."""

END = r"(?=\ |$)"
PART = re.compile(
    rf"""(?:
      (?P<whole>{either(WHOLE)})
    | (?P<hours>\d{{1,3}})\ ?(?:h|hrs?|hours?|heures?)\ ?(?P<minutes>[0-5]\d)(?:\ ?(?:minutes|mins?|mn))?
    | (?:(?P<figure>\d{{1,4}})(?:[.,](?P<tenths>\d))?\ ?|(?P<word>{either(AMOUNTS)}|(?:a\ )?couple\ of)\ )
      (?:(?P<before>and\ a\ half|et\ demie?)\ )?
      (?P<unit>{either(UNITS)})
      (?:\ (?:and|et)\ (?:an?\ |une?\ )?(?P<after>half|demie?|quart(?:er)?|trois\ quarts|three\ quarters)
         (?!\ (?:an?\ )?(?:hour|heure)))?
    ){END}""",
    re.VERBOSE,
)
PARTS_OF_ONE = {"quart": Fraction(1, 4), "quarter": Fraction(1, 4), "trois quarts": Fraction(3, 4)}
PARTS_OF_ONE["three quarters"] = PARTS_OF_ONE["trois quarts"]
BY_THE_CLOCK = re.compile(r"(\d\d?) ?(?:h|heures?)(?: ?\d\d)?(?: et (?:demie?|quart))?")
"""How long it takes, or a time of day."""
JOINTS = frozenset({"and", "et"})
LONGEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationPart:
    """An amount of one unit. *size* orders units: months before days before minutes."""

    shift: Shift
    size: int
    length: int


def duration_at(words: list[str], start: int) -> tuple[Shift, int] | None:
    """The duration that begins at *start* of folded *words*, and where it ends; smaller units may follow larger."""
    first = _part(words, start)
    if first is None:
        return None
    shift, size, end = first.shift, first.size, start + first.length
    while more := _next(words, end, size):
        shift, size, end = shift + more.shift, more.size, end + more.length
    return shift, end


def _next(words: list[str], at: int, size: int) -> DurationPart | None:
    """A part in a smaller unit, after "and" or at once; its length has the word that joins it."""
    joint = 1 if at < len(words) and words[at] in JOINTS else 0
    found = _part(words, at + joint)
    if found is None or found.size >= size:
        return None
    if not joint and size >= DAY and BY_THE_CLOCK.fullmatch(" ".join(words[at : at + found.length])):
        return None  # "in two weeks 10h" is at ten
    return DurationPart(shift=found.shift, size=found.size, length=found.length + joint)


def _part(words: list[str], start: int) -> DurationPart | None:
    found = PART.match(" ".join(words[start : start + LONGEST]))
    if found is None or (found["word"] and found["unit"] in LETTERS):
        return None
    length = found[0].count(" ") + 1
    if found["whole"]:
        return DurationPart(shift=Shift(minutes=WHOLE[found["whole"]]), size=1, length=length)
    if found["hours"]:
        minutes = int(found["hours"]) * HOUR + int(found["minutes"])
        return DurationPart(shift=Shift(minutes=minutes), size=1, length=length)
    shift = _shift(found)
    return None if shift is None else DurationPart(shift=shift, size=_size(found["unit"]), length=length)


def _size(unit: str) -> int:
    return MONTHS[unit] * 31 * DAY if unit in MONTHS else DAYS[unit] * DAY if unit in DAYS else MINUTES[unit]


def _shift(found: re.Match[str]) -> Shift | None:
    """None for what is no whole number of minutes, days or months, as a week and a half."""
    unit, amount = found["unit"], _amount(found)
    if unit in MONTHS:
        months = amount * MONTHS[unit]
        return Shift(months=int(months)) if months.denominator == 1 else None
    if unit in DAYS:
        days = Fraction(IDIOMS.get((found["word"], unit), 0)) or amount * DAYS[unit]
        return _days(days, is_day=DAYS[unit] == 1)
    minutes = amount * MINUTES[unit]
    return Shift(minutes=int(minutes)) if minutes.denominator == 1 else None


def _days(days: Fraction, *, is_day: bool) -> Shift | None:
    if days.denominator == 1:
        return Shift(days=int(days))
    return Shift(days=int(days), minutes=DAY // 2) if is_day and days.denominator == 2 else None


def _amount(found: re.Match[str]) -> Fraction:
    word = found["word"] or ""
    whole = int(found["figure"]) if found["figure"] else 2 if word.endswith("couple of") else AMOUNTS[word]
    tenths = Fraction(int(found["tenths"] or 0), 10)
    halves = Fraction(1, 2) if found["before"] else 0
    after = PARTS_OF_ONE.get(found["after"], Fraction(1, 2)) if found["after"] else 0
    return whole + tenths + halves + after
