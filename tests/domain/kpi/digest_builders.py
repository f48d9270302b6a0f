"""Strategies, posts and facts for the tests of the digest."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.domain.kpi.digests import Facts
from bot.domain.kpi.formulas import Measured
from bot.domain.kpi.rates import Counts
from bot.domain.moments import Due, Week
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Strategy, Target
from tests import builders

ZONE = "America/Toronto"
WEEK = Week(2026, 47)
MONDAY_AFTER = datetime(2026, 11, 23, 14, tzinfo=UTC)


def a_strategy(*targets: Target, **fields: Any) -> Strategy:
    objective = Objective(id="O1", kind=ObjectiveKind.ENGAGEMENT, statement="Talk", targets=targets)
    return builders.a_strategy(objectives=(objective,), **{"zone": ZONE, "manager_id": "U1", **fields})


RATE = Target(kpi=Kpi.ENGAGEMENT_RATE_BY_REACH, value=0.025)


def due_on(week: Week, day: int = 1, hour: int = 10) -> Due:
    return Due.local(week.days()[day], time(hour), ZONE)


def a_post(number: int = 1, *, week: Week = WEEK, day: int = 1, hour: int = 10, **fields: Any) -> Post:
    """Published at its due moment, if nothing else is said."""
    due = due_on(week, day, hour)
    given = {
        "title": f"Post {number}",
        "text": "Come and see",
        "state": PostState.PUBLISHED,
        "owner_id": "U1",
        "due": due,
        "published_at": due.at,
        **fields,
    }
    return builders.a_post(number, **given)


def an_open_post(number: int = 1, **fields: Any) -> Post:
    return a_post(number, **{"state": PostState.DRAFT, "published_at": None, **fields})


def measured(post: Post, *, at: datetime | None = None, **counts: Any) -> Measured:
    return Measured(post=post, counts=Counts(**counts), at=at if counts else None)


def some(count: int, *, first: int = 1, week: Week = WEEK, rate: float = 0.02, **fields: Any) -> list[Measured]:
    """*count* measured posts with a reach of 1 000, each a little better than the one before."""
    return [
        measured(a_post(first + n, week=week, **fields), reach=1000, engagements=round(1000 * rate) + n)
        for n in range(count)
    ]


def facts(*recent: Measured, week: Week = WEEK, strategy: Strategy | None = None, **others: Any) -> Facts:
    return Facts(strategy=strategy or a_strategy(RATE), week=week, recent=recent, **others)


AN_HOUR = timedelta(hours=1)
