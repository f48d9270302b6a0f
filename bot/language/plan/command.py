"""`/plan …` as a request: the part of the plan, then what it should be."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.moments import DAY_FIRST, DateOrder
from bot.domain.plan_parts import ExportLayout
from bot.language.counts import figure_at
from bot.language.line import TypedLine
from bot.language.moment.calendar_words import WEEKDAYS
from bot.language.moment.date_orders import in_one_order
from bot.language.moment.moments import Here
from bot.language.moment.readings import LineDateOrder
from bot.language.moment.spans import is_open_ended, read_days
from bot.language.months import month_in
from bot.language.people import Names
from bot.language.plan.pauses import pause_in
from bot.language.plan.platforms import after_units, person_at, platform_of
from bot.language.plan.policies import policy_of
from bot.language.plan.requests import (
    AddDay,
    AddTheme,
    AddTool,
    CheckPlan,
    GoOn,
    Person,
    PlanRequest,
    SetBudget,
    SetCare,
    SetDayLimit,
    SetPeople,
    SetPlatform,
    ShowCalendar,
)
from bot.language.plan.words import A_DAY, A_MONTH, CURRENCIES, NO, PER, PERIODS, PLAN_VERBS
from bot.language.post.undo import undo_asked
from bot.language.requests import Help, OpenForm
from bot.language.tokens import Token, tokens, unescaped
from bot.language.vocabulary import Vocabulary
from bot.language.words import NOT_DAYS, PLATFORMS

BY = frozenset({"by", "par", "owner", "responsable"})
FOR = frozenset({"for", "pour", "campaign", "campagne", "on", "sur", "la", "the"})
EVERY = frozenset({"every", "each", "on", "chaque", "le", "les", "tous"})
AND = frozenset({"and", "et", "&", ""})
FROM = Vocabulary({True: "from, starting, starting on, as of, beginning, des, a partir du, a partir de, a compter du"})
PLACE = re.compile(r"[A-Z]{2}(?:-[A-Z0-9]{1,3})?")
"""As ISO 3166 has them: FR, CA-QC."""
LONGEST_WHEN = 40
"""Words and signs of the longest list of weekdays with its first and last day."""

HANGING = frozenset(
    {"from", "to", "until", "till", "between", "of", "in", "on", "the", "every", "other", "each", "next", "last"}
    | {"first", "second", "third", "week", "weeks", "weekend", "weekends", "before", "after", "by", "starting"}
    | {"du", "de", "des", "d'", "au", "jusqu'a", "jusqu'au", "entre", "en", "le", "la", "les", "tous", "toutes"}
    | {"chaque", "prochain", "prochaine", "premiere", "premier", "derniere", "dernier", "semaine", "semaines"}
    | {"week-end", "week-ends", "avant", "apres", "des", "deux", "sur", "un", "mid", "early", "late", "mi", "debut"}
)
"""Words that belong to days and not to the end of a name: what they say of the days was not understood."""
DASHES = frozenset("-–—→")

SHORTEST_MONTH = timedelta(days=27)
"""From its first to its last day."""
WORKING = frozenset({"free", "off", "closed", "company", "conge", "ferme", "fermee", "chome"})
NOTICED = frozenset({"awareness", "occasion", "open", "ouvert", "sensibilisation"})


def parse_plan(
    text: str,
    *,
    now: datetime,
    zone: str,
    french: bool = False,
    people: Iterable[str] = (),
    dates: DateOrder = DAY_FIRST,
) -> PlanRequest:
    """What `/plan` *text* asks for; days are of *zone*, *people* the names of those who are known without "@".

    Raises `UserError("days-backwards")`.
    """
    here = Here(now=now, zone=zone, french=french, people=Names.of(people), order=LineDateOrder(dates=dates))
    pieces = tokens(text)
    request = in_one_order(pieces, here, lambda here: _read(TypedLine.of(text, pieces, here)))
    return replace(request, typed=unescaped(text))


def _read(line: TypedLine) -> PlanRequest:
    if not line.tokens:
        return OpenForm()
    verb = PLAN_VERBS.at(line.words, 0)
    if verb is None:
        is_platform = PLATFORMS.at(line.words, 0) is not None
        return platform_of(line) if is_platform else Help(not_understood=(line.typed(),))
    return READERS[verb[0]](line.after(verb[1]))


def _people(line: TypedLine) -> SetPlatform | SetPeople:
    """Those of a platform, where one is named; else those of the strategy, and its place."""
    if PLATFORMS.at(line.words, 0):
        return platform_of(line)
    manager, rest = _cut_person(line, is_announced=True)
    country = rest.typed().upper()
    if PLACE.fullmatch(country):
        return SetPeople(manager=manager, country=country)
    return SetPeople(manager=manager, not_understood=rest.leftover())


def _limit(line: TypedLine) -> SetDayLimit:
    if NO.at(line.words, 0):
        return SetDayLimit(is_off=True, not_understood=line.after(1).leftover(fillers=PER | A_DAY))
    figure = figure_at(line, 0)
    rest = line.after(after_units(line, figure.end, A_DAY)) if figure else line
    if figure is None or figure.whole is None or PERIODS & set(rest.words):
        return SetDayLimit(not_understood=line.leftover())
    return SetDayLimit(posts=figure.whole, not_understood=rest.leftover())


def _budget(line: TypedLine) -> SetBudget:
    currency, rest = _cut_currency(line)
    if NO.at(rest.words, 0):
        campaign, rest = _campaign(rest.after(1))
        return SetBudget(is_off=True, campaign=campaign, not_understood=rest.leftover(fillers=PER | A_MONTH))
    at = next((n for n in range(len(rest.tokens)) if figure_at(rest, n)), None)
    figure = figure_at(rest, at) if at is not None else None
    if at is None or figure is None or figure.is_percent:
        return SetBudget(currency=currency, not_understood=rest.leftover())
    end = after_units(rest, figure.end, A_MONTH)
    campaign, left = _campaign(rest.without(at, end))
    if PERIODS & {*left.words, *(rest.words[figure.end : end] if campaign else ())}:
        return SetBudget(currency=currency, campaign=campaign, not_understood=rest.leftover())
    return SetBudget(
        amount=round(figure.value, 2), campaign=campaign, currency=currency, not_understood=left.leftover(fillers=PER)
    )


def _cut_currency(line: TypedLine) -> tuple[str, TypedLine]:
    for at, token in enumerate(line.tokens):
        if found := CURRENCIES.at(line.words, at):
            return found[0], line.without(at, found[1])
        sign = re.search(r"[$€£]", token.text) if token.kind == "word" and re.search(r"\d", token.text) else None
        if sign:
            return {"€": "EUR", "£": "GBP", "$": ""}[sign[0]], line
    return "", line


def _campaign(line: TypedLine) -> tuple[str, TypedLine]:
    """The name after "for" or "campaign", or in quotes."""
    quoted = next((n for n, each in enumerate(line.tokens) if each.kind == "quoted"), None)
    if quoted is not None:
        start = quoted
        while start and line.words[start - 1] in FOR:
            start -= 1
        return line.tokens[quoted].text, line.without(start, quoted + 1)
    at = 0
    while at < len(line.words) and line.words[at] in FOR:
        at += 1
    return (line.typed(at), line.after(len(line.tokens))) if at else ("", line)


def _theme(line: TypedLine) -> AddTheme:
    owner, line = _cut_person(line)
    name, rest = _cut_name(line, _is_when)
    name, hanging = _whole_name(line, name, rest)
    weekdays, rest = _cut_weekdays(rest)
    (first, last), rest = _cut_days(rest)
    if not name and first is None:
        unsure = (line.typed(),) if weekdays else ()  # which of the words are the name is not sure
        return AddTheme(owner=owner, weekdays=weekdays, name=rest.typed(), not_understood=unsure)
    if hanging:
        return AddTheme(name=name, owner=owner, not_understood=hanging)
    missed = rest.leftover(fillers=EVERY)
    return AddTheme(name=name, first=first, last=last, weekdays=weekdays, owner=owner, not_understood=missed)


def _cut_person(line: TypedLine, *, is_announced: bool = False) -> tuple[Person | None, TypedLine]:
    """The first who is named; where nobody *is_announced*, a name without "@" follows "by" or "owner"."""
    for at in range(len(line.tokens)):
        is_after = bool(at) and line.words[at - 1] in BY
        found = person_at(line, at, is_announced=is_announced or is_after)
        if found and (line.tokens[at].kind == "member" or found[0].name):
            return found[0], line.without(at - 1 if is_after else at, found[1])
    return None, line


def _cut_name(line: TypedLine, ends: Callable[[TypedLine], bool]) -> tuple[str, TypedLine]:
    """What stands in quotes; else the words before the first rest that *ends* the name; no rest is longer than days."""
    for at, token in enumerate(line.tokens):
        if token.kind == "quoted":
            return token.text, line.without(at, at + 1)
    for at in range(max(1, len(line.tokens) - LONGEST_WHEN), len(line.tokens)):
        if " ".join(line.words[at - 1 : at + 1]) not in NOT_DAYS and ends(line.after(at)):
            return line.typed(0, at), line.after(at)
    return "", line


def _whole_name(line: TypedLine, name: str, rest: TypedLine) -> tuple[str, tuple[str, ...]]:
    """*name* without what hangs at its end, and that with the days that follow it: they were not all understood."""
    named = len(line.tokens) - len(rest.tokens)
    if not name or any(token.kind == "quoted" for token in line.tokens):
        return name, ()
    end = named
    while end > 1 and (line.words[end - 1] in HANGING or line.tokens[end - 1].raw in DASHES or _is_counted(line, end)):
        end -= 1
    return (line.typed(0, end), (line.typed(end),)) if end < named else (name, ())


def _is_counted(line: TypedLine, end: int) -> bool:
    """Whether the word before *end* is the weekday of "first monday"."""
    return end > 2 and line.words[end - 1] in WEEKDAYS and line.words[end - 2] in HANGING


def _is_when(line: TypedLine) -> bool:
    """Days of the week, days, or both, and nothing else."""
    weekdays, rest = _cut_weekdays(line)
    (first, _), rest = _cut_days(rest)
    return bool(weekdays or first) and not rest.leftover(fillers=EVERY)


def _cut_weekdays(line: TypedLine) -> tuple[frozenset[int], TypedLine]:
    """ "every monday and friday", "mondays", "le lundi": whichever stand in the line."""
    every, kept, at = frozenset[int](), list[Token](), 0
    while at < len(line.words):
        found, end = _weekdays_at(line.words, at)
        every |= found
        kept += [] if found else line.tokens[at : at + 1]
        at = end if found else at + 1
    return every, TypedLine.of(line.text, kept, line.here) if every else line


def _weekdays_at(words: list[str], start: int) -> tuple[frozenset[int], int]:
    """The days of the week that are repeated from *start* on, and where they end."""
    at = start
    while at < len(words) and words[at] in EVERY:
        at += 1
    found, end = frozenset[int](), start
    while at < len(words):
        number = _weekday(words[at], is_one=at > start)
        if number is not None:
            found, end = found | {number}, at + 1
        elif not (found and words[at] in AND | EVERY):
            break
        at += 1
    return found, end


def _weekday(word: str, *, is_one: bool) -> int | None:
    """Of a plural, or where *is_one* says that one will do; a short name may be another word."""
    if word.endswith("s") and len(word) > len("thurs"):
        return WEEKDAYS.get(word[:-1])
    return WEEKDAYS.get(word) if is_one and len(word) > len("mar") else None


def _days_of(line: TypedLine) -> tuple[date, date] | None:
    return read_days(line.typed(), line.here) if line.tokens else None


def _cut_days(line: TypedLine) -> tuple[tuple[date | None, date | None], TypedLine]:
    """First and last day; no last one where a day, week or month follows "from" and nothing says until when."""
    begun = FROM.at(line.words, 0)
    first = _days_of(line.after(begun[1])) if begun and is_open_ended(line.words) else None
    if first:
        return (first[0], None), line.after(len(line.tokens))
    found = _days_of(line)
    return (found, line.after(len(line.tokens))) if found else ((None, None), line)


def _day(line: TypedLine, *, is_free: bool = True) -> AddDay:
    for at, word in enumerate(line.words):
        if line.tokens[at].kind == "word" and word in WORKING | NOTICED and at == len(line.words) - 1 and at > 0:
            is_free, line = word in WORKING, line.without(at, at + 1)
            break
    name, rest = _cut_name(line, lambda rest: _days_of(rest) is not None)
    name, hanging = _whole_name(line, name, rest)
    span = _days_of(rest)
    if not name and span is None:
        return AddDay(name=rest.typed(), is_free=is_free)
    day = span[0] if span and span[0] == span[1] else None
    missed = hanging or ((line.typed(),) if span and day is None else () if day else rest.leftover())
    return AddDay(name=name, day=day, is_free=is_free, not_understood=missed)


def _tool(line: TypedLine) -> AddTool:
    """One name, or several with commas between them; in a list, the last may come after "and"."""
    if len(line.tokens) == 1 and line.tokens[0].kind == "quoted":
        return AddTool(names=(line.tokens[0].text,))
    *names, last = re.split(r"\s*[,;]\s*", line.typed())
    listed = re.split(r"\s+(?:and|et|&)\s+", last) if names or _is_known(last.split(" ")[-1]) else [last]
    return AddTool(names=tuple(filter(None, (*names, *listed))))


def _is_known(word: str) -> bool:
    """A tool whose export has a layout: what stands before "and" is another one then."""
    return word.casefold() in set(ExportLayout)


def _check(line: TypedLine) -> CheckPlan:
    if not line.tokens:
        return CheckPlan()
    here = line.here
    start = 1 if line.words[0] in {"for", "pour", "of", "de", "du"} else 0
    found = _days_of(line.after(start))
    if found and found[1] - found[0] < SHORTEST_MONTH:
        middle = found[0] + (found[1] - found[0]) // 2
        return CheckPlan(first=middle.replace(day=1), is_part=True)
    first = month_in(line.typed(), here)
    return CheckPlan(first=first) if first else CheckPlan(not_understood=line.leftover())


def _help(line: TypedLine) -> Help:
    about = PLAN_VERBS.at(line.words, 0)
    return Help(about=about[0]) if about else Help(not_understood=line.leftover())


READERS: dict[str, Callable[[TypedLine], PlanRequest]] = {
    "platform": platform_of,
    "people": _people,
    "care": lambda line: SetCare(not_understood=line.leftover()),
    "limit": _limit,
    "budget": _budget,
    "theme": _theme,
    "policy": policy_of,
    "day": _day,
    "awareness": lambda line: _day(line, is_free=False),
    "tool": _tool,
    "calendar": lambda line: ShowCalendar(text=line.typed()),
    "check": _check,
    "pause": pause_in,
    "go-on": lambda line: GoOn(not_understood=line.leftover()),
    "show": lambda line: OpenForm(not_understood=line.leftover()),
    "undo": undo_asked,
    "help": _help,
}
