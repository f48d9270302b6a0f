"""`/kpi …` as a request: counts of a post, targets, the digest of a week."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.kpi.formulas import DURATIONS, LESS_IS_BETTER
from bot.domain.kpi.rates import Counts
from bot.domain.moments import DAY_FIRST, DateOrder, Week
from bot.domain.strategy import Kpi
from bot.language.counts import Figure, figure_at, labelled
from bot.language.kpi.requests import (
    ImportNumbers,
    KpiRequest,
    LogCounts,
    SetTarget,
    ShowBest,
    ShowCare,
    ShowDigest,
    ShowNumbers,
)
from bot.language.kpi.words import AT_MOST, COUNTS, KPI_VERBS, KPIS, RATES
from bot.language.line import TypedLine
from bot.language.moment.date_orders import in_one_order
from bot.language.moment.durations import duration_at
from bot.language.moment.moments import Here
from bot.language.moment.readings import LineDateOrder
from bot.language.moment.spans import read_week
from bot.language.parts import cut_number
from bot.language.post.filters import WITHOUT_WHOSE, cut_filters
from bot.language.post.undo import undo_asked
from bot.language.requests import Help, OpenForm, Span
from bot.language.tokens import tokens, unescaped
from bot.language.vocabulary import Vocabulary

EQUALS = re.compile(r"(?<=[^\W\d])[=:](?=\d)")
OBJECTIVE = re.compile(r"o\d{1,6}")
WHOLE = frozenset(COUNTS.values()) - {"spend"}
WHOLE_KPIS = frozenset(
    {
        Kpi.ENGAGEMENTS,
        Kpi.REACH,
        Kpi.IMPRESSIONS,
        Kpi.CLICKS,
        Kpi.PARTICIPATION,
        Kpi.CONVERSIONS,
        Kpi.APPLICATIONS,
        Kpi.ADVOCATE_SHARES,
        Kpi.UNANSWERED,
    }
)
"""A part of an interaction is none: "4.5" beside one is more likely a rate."""
A_WEEK = Vocabulary(
    {
        True: "a week, per week, each week, every week, weekly, week, par semaine, la semaine, chaque semaine, "
        "hebdomadaire, hebdo, toutes les semaines, /week, /semaine"
    }
)
"""Every goal is one of a week."""

LOWEST_PERCENT = 0.1
"""A rate typed without "%" below this could be meant as a fraction: ask."""


def parse_kpi(text: str, *, now: datetime, zone: str, french: bool = False, dates: DateOrder = DAY_FIRST) -> KpiRequest:
    """What `/kpi` *text* asks for; weeks lie in the past of *zone*. Whatever is typed gives a request."""
    here = Here(now=now, zone=zone, french=french, toward="past", order=LineDateOrder(dates=dates))
    pieces = tokens(text)
    request = in_one_order(pieces, here, lambda here: _read(TypedLine.of(text, pieces, here)))
    return replace(request, typed=unescaped(text))


def _read(line: TypedLine) -> KpiRequest:
    if not line.tokens:
        return OpenForm()
    verb = KPI_VERBS.at(line.words, 0)
    if verb is not None:
        return READERS[verb[0]](line.after(verb[1]))
    post_id, _ = cut_number(line)
    return _log(line) if post_id else Help(not_understood=(line.typed(),))


def _log(line: TypedLine) -> LogCounts:
    apart = EQUALS.sub(" ", line.typed())
    post_id, rest = cut_number(TypedLine.of(apart, tokens(apart), line.here))
    values, leftover = labelled(rest, COUNTS, whole=WHOLE)
    known = {name: _count(name, figure) for name, figure in values.items()}
    return LogCounts(post_id=post_id, counts=Counts(**known), not_understood=leftover)  # type: ignore[arg-type]


def _count(name: str, figure: Figure) -> float | int | None:
    return figure.whole if name in WHOLE else figure.value


def _digest(line: TypedLine) -> ShowDigest:
    week, leftover = _week(line)
    return ShowDigest(week=week, not_understood=leftover)


def _week(line: TypedLine) -> tuple[Week | None, tuple[str, ...]]:
    week = read_week(line.typed(), line.here)
    return week, () if week else line.leftover()


def _target(line: TypedLine) -> SetTarget:
    objective_id = line.words[0].upper() if line.words and OBJECTIVE.fullmatch(line.words[0]) else ""
    line = line.after(1) if objective_id else line
    found = KPIS.at(line.words, 0)
    if found is None:
        return SetTarget(objective_id=objective_id, not_understood=line.leftover())
    kpi, at = found
    rest = line.after(_past_joints(line.words, at, is_bound=kpi in LESS_IS_BETTER))
    if kpi in DURATIONS:
        return _time(SetTarget(objective_id=objective_id, kpi=kpi), rest)
    figure = figure_at(rest, 0)
    value = _target_value(figure, is_rate=kpi in RATES) if figure else None
    if kpi is Kpi.ENGAGEMENTS and figure and figure.end == len(rest.tokens) and _is_like_rate(figure):
        return SetTarget(objective_id=objective_id, kpi=kpi, percent=figure.value, not_understood=rest.leftover())
    value = None if kpi in WHOLE_KPIS and value is not None and value != int(value) else value
    leftover = rest.after(figure.end) if figure and value is not None else rest
    return SetTarget(objective_id=objective_id, kpi=kpi, value=value, not_understood=_after_the_week(leftover))


def _past_joints(words: list[str], at: int, *, is_bound: bool) -> int:
    """Where the value begins: after "to", ":" and, where less is better, "at most"."""
    while at < len(words):
        if is_bound and (bound := AT_MOST.at(words, at)):
            return bound[1]
        if words[at] not in {"", "to", "a", "de", "=", "at", "of", ":"}:
            return at
        at += 1
    return at


def _time(request: SetTarget, rest: TypedLine) -> SetTarget:
    """In minutes. Days are none: a working day has as many hours as the strategy says."""
    found = duration_at(rest.words, 0)
    if found is None or found[0].days or found[0].months:
        return request
    return replace(request, value=float(found[0].minutes), not_understood=_after_the_week(rest.after(found[1])))


def _after_the_week(rest: TypedLine) -> tuple[str, ...]:
    weekly = A_WEEK.at(rest.words, 0)
    return (rest.after(weekly[1]) if weekly else rest).leftover()


def _is_like_rate(figure: Figure) -> bool:
    """ "engagement 4.5": a part of an interaction is none, a part of a hundred is."""
    return (figure.is_percent or figure.value != int(figure.value)) and LOWEST_PERCENT <= figure.value <= 100


def _target_value(figure: Figure, *, is_rate: bool) -> float | None:
    if is_rate:
        is_clear = figure.is_percent or figure.value >= LOWEST_PERCENT
        return round(figure.value / 100, 8) if is_clear and figure.value <= 100 else None
    return None if figure.is_percent else figure.value


def _numbers(line: TypedLine) -> ShowNumbers:
    fields, rest = cut_filters(line, taking=frozenset({"span", "platform"}))
    span: Span | None = fields.get("span")
    if span and span.last - span.first >= timedelta(weeks=1):
        return ShowNumbers(not_understood=(line.typed(),))  # the numbers of a week would be taken for those of a month
    week = Week.of(span.first) if span else None
    return ShowNumbers(week=week, platform=fields.get("platform"), not_understood=rest.leftover(fillers=WITHOUT_WHOSE))


def _best(line: TypedLine) -> ShowBest:
    fields, rest = cut_filters(line, taking=frozenset({"platform"}))
    return ShowBest(platform=fields.get("platform"), not_understood=rest.leftover(fillers=WITHOUT_WHOSE))


def _import(line: TypedLine) -> ImportNumbers:
    return ImportNumbers(not_understood=line.leftover())


def _help(line: TypedLine) -> Help:
    about = KPI_VERBS.at(line.words, 0)
    return Help(about=about[0]) if about else Help(not_understood=line.leftover())


READERS: dict[str, Callable[[TypedLine], KpiRequest]] = {
    "log": _log,
    "digest": _digest,
    "target": _target,
    "numbers": _numbers,
    "best": _best,
    "care": lambda line: ShowCare(not_understood=line.leftover()),
    "undo": undo_asked,
    "import": _import,
    "help": _help,
}
