"""The deadline of a sentence: "until 30 June", "d'ici fin janvier", "within 3 months", "by june 20% more reach"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from bot.domain.errors import UserError
from bot.language.moment.calendar_words import MONTHS, either
from bot.language.moment.durations import duration_at
from bot.language.moment.moments import Here, when_in
from bot.language.moment.spans import MONTH, span_at
from bot.language.vocabulary import Vocabulary, folded, folded_word

LEAD = re.compile(
    r"""\s(?:
      (?P<plain>until|till|before|jusqu['’](?:au|à|en)|avant|d['’]ici(?:\s(?:à|au))?)
    | (?P<counted>within|in|en|dans|sous)
    | by | pour
    )(?=\s)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands before a deadline; only *plain* words hardly stand before anything else.

*counted* ones make a deadline of how long it takes."""

LONGEST = 14
"""Words of the longest deadline: "the end of the month of december 2026", a day with its time of day."""
LONGEST_DEADLINE = 80
"""Characters of it."""

QUARTER = r"(?:q|t|quarter\ |trimestre\ )(?P<quarter>[1-4])(?:\ (?:of\ |de\ )?(?P<year>20\d\d))?"
QUARTERS = re.compile(rf"(?:(?:the|le|du)\ )?{QUARTER}")
DURING = re.compile(
    r"(?:(?:the|this|next|end|start|beginning|middle|early|late|mid|of|fin|debut|milieu|mi|de|du|la|le|cet|cette)[ -]+"
    r"|[ld]')*(?:[qt][1-4]|quarter|trimestre|spring|summer|autumn|fall|winter|printemps|ete|automne|hiver"
    r"|week|month|year|semaine|mois|annee|an|20[2-9]\d"
    rf"|{either(MONTHS)})(?!\w)"
)
"""What begins like a time, also like one that has no certain last day: "summer", "2027"."""

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
        if deadline := _after(lead, " ".join(words), here):
            return Sentence(text=text[: lead.start()].strip(), deadline=deadline)
    if within := _before_another(text, leads, here) or _at_the_start(text, leads, here):
        return within
    missed = next((each for each in reversed(leads) if _is_missed(each, text)), None)
    return Sentence(text=typed, missed=text[missed.start() :].strip() if missed else "")


def _after(lead: re.Match[str], typed: str, here: Here) -> date | None:
    if lead["counted"]:
        return _counted(typed, here)
    deadline = _before_month(lead[0], typed, here) or _deadline(typed, here)
    return deadline or (_counted(typed, here) if lead["plain"] else None)


def _before_another(text: str, leads: list[re.Match[str]], here: Here) -> Sentence | None:
    """ "grow by march by 10%": the deadline ends where the next lead begins."""
    for lead, following in pairwise(leads):
        typed = text[lead.end() : following.start()].strip()
        is_like = len(typed) <= LONGEST_DEADLINE and _is_like_one(typed)
        if is_like and (deadline := _after(lead, typed, here)):
            return Sentence(text=f"{text[: lead.start()]}{text[following.start() :]}".strip(), deadline=deadline)
    return None


def _at_the_start(text: str, leads: list[re.Match[str]], here: Here) -> Sentence | None:
    """ "by june 20% more reach": the longest beginning that is one."""
    if not leads or leads[0].start():
        return None
    words = text[leads[0].end() :].split(maxsplit=LONGEST)
    for length in range(min(len(words), LONGEST), 0, -1):
        if deadline := _after(leads[0], " ".join(words[:length]), here):
            return Sentence(text=" ".join(words[length:]), deadline=deadline)
    return None


def _is_like_one(typed: str) -> bool:
    return DURING.match(folded(typed)) is not None or any(each.isdigit() for each in typed)


def _is_missed(lead: re.Match[str], text: str) -> bool:
    if lead["plain"]:
        return True
    return not lead["counted"] and DURING.match(folded(text[lead.end() :][:LONGEST_DEADLINE].strip())) is not None


def _counted(typed: str, here: Here) -> date | None:
    """ "within 3 months", "en trois mois": as long from today."""
    words = [word.removesuffix("'") for word in map(folded_word, typed.split()) if word]
    length = duration_at(words, 1 if words[:1] in (["the"], ["les"]) else 0)
    if length is None or length[0].minutes or words[length[1] :] not in ([], ["time"]):
        return None
    try:
        return length[0].of_day(here.today)
    except OverflowError:
        return None


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
    """ "by June" is by its last day, as "by Q1" is; "mi-juin" by its middle."""
    if QUARTERS.fullmatch(what):
        return _end_of(what, here, typed)
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
    if quarter := QUARTERS.fullmatch(what):
        after = int(quarter["quarter"]) * 3
        year = int(quarter["year"] or here.today.year)
        return date(year + after // 12, after % 12 + 1, 1) - timedelta(days=1)
    words = what.split()
    found = span_at(words, 0, here)
    return found.span.last if found and found.end == len(words) else None


def _ahead(day: date, here: Here, typed: str) -> date:
    if day < here.today:
        raise UserError("moment-past", what=typed)
    return day
