"""`/plan …` as a request: the part of the plan, then what it should be."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from bot.language.calendar_words import WEEKDAYS
from bot.language.counts import figure_at
from bot.language.line import Line
from bot.language.moments import Here
from bot.language.plan_platforms import after_units, person_at, platform_of
from bot.language.plan_policies import policy_of
from bot.language.plan_requests import (
    AddDay,
    AddTheme,
    AddTool,
    CheckPlan,
    Person,
    PlanRequest,
    SetBudget,
    SetDayLimit,
    ShowCalendar,
)
from bot.language.plan_words import (
    CURRENCIES,
    NO,
    PLAN_VERBS,
    UNITS,
)
from bot.language.requests import Help, OpenForm
from bot.language.spans import read_days, span_at
from bot.language.tokens import tokens, unescaped
from bot.language.words import PLATFORMS

BY = frozenset({"by", "par", "owner", "responsable"})
FOR = frozenset({"for", "pour", "campaign", "campagne", "on", "sur", "la", "the"})
EVERY = frozenset({"every", "each", "on", "chaque", "le", "les", "tous"})
WORKING = frozenset({"free", "off", "closed", "company", "conge", "ferme", "fermee", "chome"})
NOTICED = frozenset({"awareness", "occasion", "open", "ouvert", "sensibilisation"})


def parse_plan(text: str, *, now: datetime, zone: str, french: bool = False) -> PlanRequest:
    """What `/plan` *text* asks for; days are of *zone*. Raises `UserError("days-backwards")`."""
    line = Line.of(text, tokens(text), Here(now=now, zone=zone, french=french))
    return replace(_read(line), typed=unescaped(text))


def _read(line: Line) -> PlanRequest:
    if not line.tokens:
        return OpenForm()
    verb = PLAN_VERBS.at(line.words, 0)
    if verb is None:
        is_platform = PLATFORMS.at(line.words, 0) is not None
        return platform_of(line) if is_platform else Help(not_understood=(line.typed(),))
    return READERS[verb[0]](line.after(verb[1]))


def _limit(line: Line) -> SetDayLimit:
    if NO.at(line.words, 0):
        return SetDayLimit(is_off=True, not_understood=line.after(1).leftover(fillers=UNITS))
    figure = figure_at(line, 0)
    if figure is None or figure.whole is None:
        return SetDayLimit(not_understood=line.leftover())
    rest = line.after(after_units(line, figure.end))
    return SetDayLimit(posts=figure.whole, not_understood=rest.leftover())


def _budget(line: Line) -> SetBudget:
    currency, rest = _cut_currency(line)
    if NO.at(rest.words, 0):
        campaign, rest = _campaign(rest.after(1))
        return SetBudget(is_off=True, campaign=campaign, not_understood=rest.leftover(fillers=UNITS))
    at = next((n for n in range(len(rest.tokens)) if figure_at(rest, n)), None)
    figure = figure_at(rest, at) if at is not None else None
    if at is None or figure is None or figure.is_percent:
        return SetBudget(currency=currency, not_understood=rest.leftover())
    campaign, rest = _campaign(rest.without(at, after_units(rest, figure.end)))
    return SetBudget(
        amount=round(figure.value, 2), campaign=campaign, currency=currency, not_understood=rest.leftover(fillers=UNITS)
    )


def _cut_currency(line: Line) -> tuple[str, Line]:
    for at, token in enumerate(line.tokens):
        if found := CURRENCIES.at(line.words, at):
            return found[0], line.without(at, found[1])
        sign = re.search(r"[$€£]", token.text) if token.kind == "word" and re.search(r"\d", token.text) else None
        if sign:
            return {"€": "EUR", "£": "GBP", "$": ""}[sign[0]], line
    return "", line


def _campaign(line: Line) -> tuple[str, Line]:
    """The name after "for" or "campaign", or in quotes."""
    at = 0
    while at < len(line.words) and line.words[at] in FOR and line.tokens[at].kind == "word":
        at += 1
    quoted = next((n for n, each in enumerate(line.tokens) if each.kind == "quoted"), None)
    if quoted is not None:
        return line.tokens[quoted].text, line.without(at if at <= quoted else quoted, quoted + 1).after(at)
    return (line.typed(at), line.after(len(line.tokens))) if at else ("", line)


def _theme(line: Line) -> AddTheme:
    owner, line = _cut_person(line)
    name, rest = _cut_name(line)
    weekdays, rest = _cut_weekdays(rest)
    span, rest = _cut_days(rest)
    if not name and span is None:
        return AddTheme(owner=owner, weekdays=weekdays, name=rest.typed())
    first, last = span or (None, None)
    return AddTheme(
        name=name, first=first, last=last, weekdays=weekdays, owner=owner, not_understood=rest.leftover(fillers=EVERY)
    )


def _cut_person(line: Line) -> tuple[Person | None, Line]:
    for at in range(len(line.tokens)):
        person = person_at(line, at)
        if person and (line.tokens[at].kind == "member" or person.name):
            start = at - 1 if at and line.words[at - 1] in BY else at
            return person, line.without(start, at + 1)
    return None, line


def _cut_name(line: Line) -> tuple[str, Line]:
    """What stands in quotes; else the words before the first day."""
    for at, token in enumerate(line.tokens):
        if token.kind == "quoted":
            return token.text, line.without(at, at + 1)
    for at in range(1, len(line.tokens)):
        if _days_of(line.after(at)):
            return line.typed(0, at), line.after(at)
    return "", line


def _cut_weekdays(line: Line) -> tuple[frozenset[int], Line]:
    """ "every monday", "mondays", "le lundi": only where no date follows the name of the day."""
    found: set[int] = set()
    rest, at = line, 0
    while at < len(rest.words):
        number = WEEKDAYS.get(rest.words[at], WEEKDAYS.get(rest.words[at].removesuffix("s")))
        is_repeated = rest.words[at].endswith("s") or (at > 0 and rest.words[at - 1] in EVERY)
        if number is not None and is_repeated and len(rest.words[at]) > 3:
            found.add(number)
            rest = rest.without(at - 1 if at and rest.words[at - 1] in EVERY else at, at + 1)
            at = 0
        else:
            at += 1
    return frozenset(found), rest


def _days_of(line: Line) -> tuple[date, date] | None:
    return read_days(line.typed(), line.here) if line.tokens else None


def _cut_days(line: Line) -> tuple[tuple[date, date] | None, Line]:
    found = _days_of(line)
    return (found, line.after(len(line.tokens))) if found else (None, line)


def _day(line: Line, *, is_free: bool = True) -> AddDay:
    for at, word in enumerate(line.words):
        if line.tokens[at].kind == "word" and word in WORKING | NOTICED and at == len(line.words) - 1 and at > 0:
            is_free, line = word in WORKING, line.without(at, at + 1)
            break
    name, rest = _cut_name(line)
    span, rest = _cut_days(rest)
    if not name and span is None:
        return AddDay(name=rest.typed(), is_free=is_free)
    day = span[0] if span and span[0] == span[1] else None
    missed = rest.leftover() if day or not span else (line.typed(),)
    return AddDay(name=name, day=day, is_free=is_free, not_understood=missed)


def _tool(line: Line) -> AddTool:
    quoted = line.tokens[0].text if len(line.tokens) == 1 and line.tokens[0].kind == "quoted" else ""
    return AddTool(name=quoted or line.typed())


def _check(line: Line) -> CheckPlan:
    if not line.tokens:
        return CheckPlan()
    start = 1 if line.words[0] in {"for", "pour", "of", "de", "for the", "du"} and len(line.words) > 1 else 0
    found = span_at(line.words, start, line.here)
    if found is None or found.end != len(line.words):
        return CheckPlan(not_understood=line.leftover())
    return CheckPlan(first=found.span.first.replace(day=1))


def _help(line: Line) -> Help:
    about = PLAN_VERBS.at(line.words, 0)
    return Help(about=about[0]) if about else Help(not_understood=line.leftover())


READERS: dict[str, Callable[[Line], PlanRequest]] = {
    "platform": platform_of,
    "limit": _limit,
    "budget": _budget,
    "theme": _theme,
    "policy": policy_of,
    "day": _day,
    "awareness": lambda line: _day(line, is_free=False),
    "tool": _tool,
    "calendar": lambda line: ShowCalendar(text=line.typed()),
    "check": _check,
    "show": lambda line: OpenForm(not_understood=line.leftover()),
    "help": _help,
}
