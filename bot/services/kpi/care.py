"""How customers were answered, week by week."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.kpi.care import CareFigures, care_of
from bot.domain.kpi.formulas import OF_QUESTIONS
from bot.domain.kpi.targets import AgainstTarget
from bot.domain.members import IsHoliday
from bot.domain.moments import Week
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.engage.question_records import hours_of
from bot.services.plan.holidays import is_holiday

WEEKS = 4
"""The present one and those before it: what changed, on a phone's screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CareWeek:
    week: Week
    figures: CareFigures


def care_weeks(store: Store, strategy: Strategy, *, now: datetime, holiday: IsHoliday = is_holiday) -> list[CareWeek]:
    """The latest first."""
    this = Week.of(strategy.today(now))
    with store.transaction() as tx:
        return [
            CareWeek(week=week, figures=care_in(tx, strategy, week, now=now, holiday=holiday))
            for week in (this.shifted(-n) for n in range(WEEKS))
        ]


def care_targets(strategy: Strategy, figures: CareFigures) -> list[AgainstTarget]:
    """Those about questions, of every open objective, as far as it is known whether they were reached."""
    found = (
        AgainstTarget(objective=objective, target=target, figure=figures.figure(target.kpi))
        for objective in strategy.open_objectives
        for target in objective.targets
        if target.kpi in OF_QUESTIONS
    )
    return [each for each in found if each.is_met is not None]


def care_in(
    tx: Transaction, strategy: Strategy, week: Week, *, now: datetime, holiday: IsHoliday = is_holiday
) -> CareFigures:
    return care_of(
        tx.questions.of_strategy(strategy.id),
        tx.check_ins.between(strategy.id, week.monday, week.sunday),
        first=week.monday,
        last=week.sunday,
        hours=hours_of(strategy, holiday=holiday),
        now=now,
    )
