"""From the facts of a week to its targets: each objective's own, over the posts that serve it."""

from collections.abc import Iterator
from datetime import datetime

from bot.domain.kpi.digests import Facts
from bot.domain.kpi.formulas import PACED, Measured, figure_of, is_hidden
from bot.domain.kpi.targets import POOLED_WEEKS, AgainstTarget, Pace, serves, serving, share_over, still_planned
from bot.domain.strategy import Kpi, Objective, Target


def against_targets(facts: Facts, *, now: datetime) -> tuple[AgainstTarget, ...]:
    """Objective by objective, in the order of the strategy."""
    return tuple(_against(facts, now=now))


def _against(facts: Facts, *, now: datetime) -> Iterator[AgainstTarget]:
    for objective in facts.strategy.open_objectives:
        week = serving(facts.published_in(facts.week), objective, facts.strategy)
        month = serving(facts.published_in(facts.week, weeks=POOLED_WEEKS), objective, facts.strategy)
        for target in objective.targets:
            yield _one(facts, objective, target, week, month, now=now)


def _one(
    facts: Facts, objective: Objective, target: Target, week: list[Measured], month: list[Measured], *, now: datetime
) -> AgainstTarget:
    figure = figure_of(target.kpi, week, facts.asked(target.kpi))
    pooled = figure_of(target.kpi, month, facts.asked(target.kpi))
    if is_hidden(target.kpi, figure) and (figure.n or not is_hidden(target.kpi, pooled)):
        return AgainstTarget(objective=objective, target=target, figure=pooled, weeks=POOLED_WEEKS)
    pace = _pace(facts, objective, target, figure.numerator, month, now=now) if target.kpi in PACED else None
    return AgainstTarget(objective=objective, target=target, figure=figure, pace=pace)


def _pace(
    facts: Facts, objective: Objective, target: Target, done: float, month: list[Measured], *, now: datetime
) -> Pace:
    due = [each for each in facts.due if serves(each, objective, facts.strategy)]
    share = share_over(due, facts.week, facts.strategy.zone, now=now)
    return Pace(
        done=done,
        target=target.value,
        share=share,
        is_of_time=not still_planned(due),
        worth=_worth(target.kpi, month),
    )


def _worth(kpi: Kpi, measured: list[Measured]) -> float | None:
    """What one of the posts whose count is known brought."""
    total = figure_of(kpi, measured)
    return total.numerator / total.n if total.n and total.numerator else None
