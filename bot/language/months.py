"""A month in words: "november", "décembre 2026", "next month", "2026-12", "12/2026"."""

import re
from datetime import date, datetime

from bot.language.line import FILLERS as JOINTS
from bot.language.moment.moments import Here
from bot.language.moment.spans import read_days, span_at
from bot.language.vocabulary import Vocabulary, folded_word

NUMBERED = re.compile(r"(?:(?P<year>20\d\d)[-/.](?P<month>\d\d?)|(?P<first>\d\d?)[-/.](?P<later>20\d\d))")
STEPS = Vocabulary(
    {
        "month": "this, current, now, maintenant, actuel, courant, ce",
        "next month": "next, prochain, suivant, following",
        "last month": "last, previous, prev, dernier, precedent, passe",
    }
)
FILLERS = JOINTS | {"of", "for", "in", "the", "de", "du", "d'", "le", "pour", "en", "month", "mois"}


def read_month(text: str, *, now: datetime, zone: str, french: bool = False) -> date | None:
    """As `month_in`."""
    return month_in(text, Here(now=now, zone=zone, french=french))


def month_in(text: str, here: Here) -> date | None:
    """The first day of the month that *text* names, or of the day that it names; None when it is something else."""
    if numbered := NUMBERED.fullmatch(text.strip()):
        return _first(int(numbered["year"] or numbered["later"]), int(numbered["month"] or numbered["first"]))
    words = [word for word in map(folded_word, text.split()) if word]
    bare = [word for word in words if word not in FILLERS]
    for said in (words, bare):
        if said and (found := span_at(said, 0, here)) and found.end == len(said):
            return found.span.first.replace(day=1)
    if step := STEPS.at(bare, 0):
        words = step[0].split()
    found_days = read_days(" ".join(words), here) if words else None
    return found_days[0].replace(day=1) if found_days else None


def _first(year: int, month: int) -> date | None:
    return date(year, month, 1) if 1 <= month <= 12 else None
