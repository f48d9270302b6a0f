"""What the card of the plan tells: how full the limits are now, and which special days come next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.members import Member
from bot.domain.plan.budgets import Usage, campaign_usages, day_usage, month_usage
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.services.people.who_may import Action, may
from bot.services.plan.deeds import last_change
from bot.services.plan.held_back import month_posts
from bot.services.plan.pauses import PausedPosts, pause_of, paused_posts
from bot.services.plan.special_days import NamedDay, days_of

AHEAD = timedelta(days=60)
COMING = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFacts:
    """*usages*: today, this month and every campaign, where there is a limit. *days*: the special ones that come.

    *undo* names the last change, as long as its reader can take it back. *paused*: what a pause holds, where there is
    one that somebody has to go on with.
    """

    strategy: Strategy
    today: date
    usages: tuple[Usage, ...] = ()
    days: tuple[NamedDay, ...] = ()
    may_change: bool = False
    undo: str = ""
    paused: PausedPosts | None = None


def plan_facts(store: Store, *, strategy: Strategy, by: Member, now: datetime) -> PlanFacts:
    today, limits = strategy.today(now), strategy.plan.limits
    with store.transaction() as tx:
        posts = month_posts(tx, strategy, today)
        every = tx.posts.of_strategy(strategy.id) if limits.campaigns else []
        last = last_change(tx, strategy, by=by, now=now)
        pause = pause_of(tx, strategy, now=now)
        paused = paused_posts(tx, strategy, pause, now=now) if pause else None
    found = [day_usage(posts, limits, strategy.zone, today), month_usage(posts, limits, strategy.zone, today)]
    return PlanFacts(
        strategy=strategy,
        today=today,
        usages=(*(each for each in found if each), *campaign_usages(every, limits)),
        days=tuple(days_of(strategy, today, today + AHEAD, by.locale)[:COMING]),
        may_change=may(by, Action.CHANGE_PLAN, strategy),
        undo=last.token if last else "",
        paused=paused,
    )
