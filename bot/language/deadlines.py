"""The deadline at the end of a sentence: "until 30 June", "d'ici fin janvier", "pour Noël"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.errors import UserError
from bot.language.moments import Here, when_in
from bot.language.spans import MONTH, span_at
from bot.language.words import Vocabulary, folded, folded_word

LEAD = re.compile(
    r"""\s(?:
      (?P<plain>until|till|before|jusqu['’](?:au|à|en)|avant|d['’]ici(?:\s(?:à|au))?)
    | by | pour
    )(?=\s)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before a deadline; only *plain* words hardly stand before anything else."""

LONGEST = 14
"""Words of the longest deadline: "the end of the month of december 2026", a day with its time of day."""

END_OF = re.compile(r"(?:(?:the|la) )?(?:end of|fin)(?: (?:de|du))? (?:d')?(?P<what>.+)")
MIDDLE = re.compile(r"(?:the middle of|mid|mi|la mi)[- ](?P<month>.+)")
BEFORE = frozenset({"before", "avant"})
YEAR = re.compile(r"(?:(?:the|this|cette) |l')?(?:year|annee)|(?P<number>20\d\d)")
FEASTS = Vocabulary(
    {
        (12, 25): "christmas, xmas, noel",
        (12, 31): "new year's eve, saint-sylvestre, la saint-sylvestre",
        (1, 1): "new year, the new year, nouvel an, le nouvel an",
    }
)
"""Month and day of what people name instead of a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """*text* without its *deadline*; *missed* is what begins like one and is none that was understood."""

    text: str
    deadline: date | None = None
    missed: str = ""


def read_sentence(typed: str, here: Here) -> Sentence:
    """The last deadline that is one counts. Raises `UserError("moment-past")` for one that is over."""
    text = f" {typed}"
    leads = list(LEAD.finditer(text))
    for lead in reversed(leads):
        words = text[lead.end() :].split(maxsplit=LONGEST)
        if len(words) > LONGEST:
            break
        after = " ".join(words)
        deadline = _before_month(lead[0], after, here) or _deadline(after, here)
        if deadline:
            return Sentence(text=text[: lead.start()].strip(), deadline=deadline)
    missed = next((each for each in reversed(leads) if each["plain"]), None)
    return Sentence(text=typed, missed=text[missed.start() :].strip() if missed else "")


def _before_month(lead: str, typed: str, here: Here) -> date | None:
    """ "before June" is over with May."""
    if lead.strip().lower() not in BEFORE or not MONTH.fullmatch(folded(typed)):
        return None
    last = _end_of(folded(typed), here, typed)
    return last.replace(day=1) - timedelta(days=1) if last else None


def _deadline(typed: str, here: Here) -> date | None:
    when = when_in(typed, here)
    if when:
        return when.day
    words = [word for word in map(folded_word, typed.split()) if word]
    feast = FEASTS.at(words, 0)
    if feast and feast[1] == len(words):
        return _next(*feast[0], here.today)
    end = END_OF.fullmatch(" ".join(words))
    return _end_of(end["what"], here, typed) if end else _stretch(" ".join(words), here, typed)


def _stretch(what: str, here: Here, typed: str) -> date | None:
    """ "by June" is by its last day, "mi-juin" by its middle."""
    middle = MIDDLE.fullmatch(what)
    named = MONTH.fullmatch(middle["month"] if middle else what)
    last = _end_of(named[0], here, typed) if named else None
    return last.replace(day=15) if last and middle else last


def _next(month: int, day: int, today: date) -> date:
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _end_of(what: str, here: Here, typed: str) -> date | None:
    """The last day of a week, a month or a year; of a month without a year, of the next of that name."""
    if year := YEAR.fullmatch(what):
        return _ahead(date(int(year["number"] or here.today.year), 12, 31), here, typed)
    last = _last_day(what, here)
    if last and last < here.today:
        last = _last_day(f"{what} {here.today.year + 1}", here) or last
    return _ahead(last, here, typed) if last else None


def _last_day(what: str, here: Here) -> date | None:
    words = what.split()
    found = span_at(words, 0, here)
    return found.span.last if found and found.end == len(words) else None


def _ahead(day: date, here: Here, typed: str) -> date:
    if day < here.today:
        raise UserError("moment-past", what=typed)
    return day
