"""What the bot knows of an objective over its whole life, for whoever closes it: its targets, its posts, its money."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question
from bot.domain.kpi.care import care_of
from bot.domain.kpi.formulas import NO_QUESTION, OF_QUESTIONS, Measured, figure_of
from bot.domain.kpi.rates import Figure, Total
from bot.domain.kpi.targets import AgainstTarget, serving
from bot.domain.moments import Week, local_day
from bot.domain.objective.suggestions import SUGGESTIONS
from bot.domain.strategy import Kpi, Objective, Strategy, Target
from bot.ports import Store
from bot.services.engage.question_records import hours_of
from bot.services.kpi.digest import measured_between

LONGEST = 520
"""Weeks that are looked at, one by one: ten years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A KPI over the whole life, and in how many of the *judged* weeks its target was *met*; *target* may be none.

    *a_week*: what a sum came to in a whole week.
    """

    kpi: Kpi
    figure: Figure
    a_week: float | None = None
    target: float | None = None
    met: int = 0
    judged: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveNumbers:
    """*weeks* that are over since it began; *posts* that serve it, *known* of them with numbers; *spent* on them."""

    objective: Objective
    since: datetime
    weeks: int
    posts: int
    known: int
    reached: tuple[Reached, ...]
    spent: float | None = None


def objective_numbers(store: Store, strategy: Strategy, objective: Objective, *, now: datetime) -> ObjectiveNumbers:
    until = objective.closed_at or now
    since = min(began_at(strategy, objective), until)
    first, last = local_day(since, strategy.zone), local_day(until, strategy.zone)
    with store.transaction() as tx:
        measured = serving(measured_between(tx, strategy, since, until), objective, strategy)
        check_ins = tx.check_ins.between(strategy.id, first, last)
        questions = tx.questions.of_strategy(strategy.id)
    weeks = list(whole_weeks(since, until, strategy.zone))
    spends = [each.spend for each in measured if each.spend is not None]
    life = Life(
        strategy=strategy,
        objective=objective,
        measured=measured,
        check_ins=check_ins,
        questions=questions,
        days=(first, last),
        weeks=weeks,
        now=until,
    )
    return ObjectiveNumbers(
        objective=objective,
        since=since,
        weeks=len(weeks),
        posts=len(measured),
        known=sum(not each.counts.is_empty for each in measured),
        reached=tuple(life.reached()),
        spent=sum(spends) if spends else None,
    )


def began_at(strategy: Strategy, objective: Objective) -> datetime:
    """When it was set; of one that is older than that is kept, what the plan's history says, else the strategy's."""
    if objective.set_at is not None:
        return objective.set_at
    lines = [each.at for each in strategy.plan.changes if (each.what, each.note) == ("objective", objective.statement)]
    return min(lines, default=strategy.created_at or datetime.min.replace(tzinfo=UTC))


def whole_weeks(since: datetime, until: datetime, zone: str) -> Iterator[Week]:
    """Those that begin at *since* or later and are over at *until*, the latest `LONGEST` of them."""
    week = Week.of(local_day(until, zone))
    for _ in range(LONGEST):
        start, end = week.bounds(zone)
        if start < since:
            return
        if end <= until:
            yield week
        week = week.shifted(-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The facts of an objective's life, *days* from its first to its last."""

    strategy: Strategy
    objective: Objective
    measured: Sequence[Measured]
    check_ins: Sequence[CheckIn]
    questions: Sequence[Question]
    days: tuple[date, date]
    weeks: Sequence[Week]
    now: datetime

    def reached(self) -> Iterator[Reached]:
        """Of each target; without any, of what its kind is usually told by, as far as something is known."""
        for target in self.objective.targets:
            verdicts = [met for week in self.weeks if (met := self._was_met(target, week)) is not None]
            found = self._of(target.kpi)
            yield replace(found, target=target.value, met=sum(verdicts), judged=len(verdicts))
        if not self.objective.targets:
            yield from (each for kpi in SUGGESTIONS[self.objective.kind].kpis if (each := self._of(kpi)).figure.n)

    def _of(self, kpi: Kpi) -> Reached:
        figure = figure_of(kpi, self.measured, self._asked(kpi, *self.days))
        whole = sum(figure_of(kpi, self._in(week)).numerator for week in self.weeks)
        is_sum = isinstance(figure, Total) and bool(self.weeks)
        return Reached(kpi=kpi, figure=figure, a_week=whole / len(self.weeks) if is_sum else None)

    def _in(self, week: Week) -> list[Measured]:
        start, end = week.bounds(self.strategy.zone)
        return [each for each in self.measured if each.post.published_at and start <= each.post.published_at < end]

    def _asked(self, kpi: Kpi, first: date, last: date) -> Figure:
        if kpi not in OF_QUESTIONS:
            return NO_QUESTION
        rounds = [each for each in self.check_ins if first <= each.day <= last]
        hours = hours_of(self.strategy)
        return care_of(self.questions, rounds, first=first, last=last, hours=hours, now=self.now).figure(kpi)

    def _was_met(self, target: Target, week: Week) -> bool | None:
        """None where it cannot be known: too few posts for a rate, or a sum below its target with numbers missing."""
        figure = figure_of(target.kpi, self._in(week), self._asked(target.kpi, week.monday, week.sunday))
        found = AgainstTarget(objective=self.objective, target=target, figure=figure)
        is_partly = isinstance(found.figure, Total) and found.figure.n < found.figure.of
        return None if is_partly and not found.is_met else found.is_met
