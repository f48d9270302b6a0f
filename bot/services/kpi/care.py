"""How customers were answered, week by week."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.engage.hours import WorkingHours
from bot.domain.kpi.care import CareFigures, care_of
from bot.domain.members import IsHoliday
from bot.domain.moments import Week
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
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


def care_in(
    tx: Transaction, strategy: Strategy, week: Week, *, now: datetime, holiday: IsHoliday = is_holiday
) -> CareFigures:
    hours = WorkingHours(rules=strategy.care, zone=strategy.zone, country=strategy.country, is_holiday=holiday)
    return care_of(
        tx.questions.of_strategy(strategy.id),
        tx.check_ins.between(strategy.id, week.monday, week.sunday),
        first=week.monday,
        last=week.sunday,
        hours=hours,
        now=now,
    )
