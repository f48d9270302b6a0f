"""What a post, its numbers and an objective may be at most and at least: the last kept, the first refused."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.errors import UserError
from bot.domain.kpi.rates import Counts
from bot.domain.limits import COUNT_LIMIT, LINK_LIMIT, STATEMENT_LIMIT, TITLE_LIMIT
from bot.domain.strategy import Kpi, ObjectiveKind, Platform, Resources, Target
from bot.services.kpi.measures import changed
from bot.services.objective.objectives import ObjectiveWish
from bot.services.objective.objectives import checked as checked_objective
from bot.services.post.adding import Wish, checked, checked_link

NOW = datetime(2026, 11, 25, 17, tzinfo=UTC)
TODAY = date(2026, 11, 25)
BASE = "https://a.example/"


def count(value: int) -> Callable[[], object]:
    return lambda: changed(Counts(), {"clicks": value})


def link(length: int) -> Callable[[], object]:
    return lambda: checked_link(BASE + "x" * (length - len(BASE)))


def title(length: int) -> Callable[[], object]:
    return lambda: checked(Wish(title="x" * length, platform=Platform.X), now=NOW)


def objective(statement: str = "More visitors", **more: object) -> Callable[[], object]:
    wish = ObjectiveWish(kind=ObjectiveKind.AWARENESS, statement=statement, **more)
    return lambda: checked_objective(wish, today=TODAY)


def with_hours(hours: float) -> Callable[[], object]:
    return objective(resources=Resources(hours_a_week=hours))


def with_budget(budget: float) -> Callable[[], object]:
    return objective(resources=Resources(budget=budget))


def with_target(kpi: Kpi, value: float) -> Callable[[], object]:
    return objective(targets=(Target(kpi=kpi, value=value),))


EDGES = {
    "count-least": (count(0), count(-1), "kpi-count-negative"),
    "count-most": (count(COUNT_LIMIT), count(COUNT_LIMIT + 1), "kpi-count-huge"),
    "link": (link(LINK_LIMIT), link(LINK_LIMIT + 1), "link-unreadable"),
    "title": (title(TITLE_LIMIT), title(TITLE_LIMIT + 1), "post-title-long"),
    "title-least": (title(1), title(0), "post-title-empty"),
    "statement": (objective("x" * STATEMENT_LIMIT), objective("x" * (STATEMENT_LIMIT + 1)), "objective-statement"),
    "deadline": (objective(deadline=TODAY), objective(deadline=TODAY - timedelta(days=1)), "objective-deadline"),
    "hours-least": (with_hours(0), with_hours(-1), "objective-resources"),
    "hours-most": (with_hours(24 * 7 * 30), with_hours(24 * 7 * 30 + 1), "objective-resources"),
    "budget-least": (with_budget(0), with_budget(-1), "objective-resources"),
    "budget-most": (with_budget(10**9), with_budget(10**9 + 1), "objective-resources"),
    "target-least": (with_target(Kpi.REACH, 1), with_target(Kpi.REACH, 0), "kpi-target-unlikely"),
    "share-most": (
        with_target(Kpi.CLICK_THROUGH_RATE, 1),
        with_target(Kpi.CLICK_THROUGH_RATE, 1.01),
        "kpi-target-unlikely",
    ),
}


@pytest.mark.parametrize(("kept", "refused", "key"), EDGES.values(), ids=EDGES)
def test_what_stands_at_the_edge_is_kept_and_what_is_beyond_it_refused(kept, refused, key):
    kept()

    with pytest.raises(UserError, match=key):
        refused()
