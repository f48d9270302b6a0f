"""What a part of the plan may be at most and at least: the last that is kept, and the first that is refused."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.errors import UserError
from bot.domain.limits import NAME_LIMIT, PLAN_TEXT_LIMIT
from bot.domain.plan_parts import Campaign, Limits, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.strategy import Platform, PlatformPlan
from bot.services.plan import refusals

FIRST = date(2026, 12, 1)


Make = Callable[[Any], object]


def platform(part: str) -> Make:
    return lambda value: refusals.checked_platform(PlatformPlan(platform=Platform.X, **{part: value}))


def limits(part: str) -> Make:
    return lambda value: refusals.checked_limits(Limits(**{part: value}))


def campaigns(number: int) -> object:
    return limits("campaigns")(tuple(Campaign(name=f"C{n}", amount=1) for n in range(number)))


def campaign(amount: int) -> object:
    return limits("campaigns")((Campaign(name="C", amount=amount),))


def policy(kind: PolicyKind) -> Make:
    return lambda value: refusals.checked_policy(Policy(id="L1", kind=kind, value=value))


def rule(length: int) -> object:
    return refusals.checked_policy(Policy(id="L1", kind=PolicyKind.TEXT, text="x" * length))


def theme(days: int) -> object:
    return refusals.checked_theme(Theme(id="T1", name="Tea", first=FIRST, last=FIRST + timedelta(days=days)))


def day(length: int) -> object:
    return refusals.checked_day(SpecialDay(day=FIRST, name="x" * length))


def tool(length: int) -> object:
    return refusals.checked_tool(Tool(name="T", note="x" * length))


MOST_MONEY = 10**9
EDGES: dict[str, tuple[Make, Any, Any, str]] = {
    "rhythm-least": (platform("rhythm"), 0, -0.5, "plan-rhythm"),
    "rhythm-most": (platform("rhythm"), 200, 200.5, "plan-rhythm"),
    "text-limit-least": (platform("text_limit"), 1, 0, "plan-text-limit"),
    "text-limit-most": (platform("text_limit"), 100_000, 100_001, "plan-text-limit"),
    "purpose": (platform("purpose"), "x" * PLAN_TEXT_LIMIT, "x" * (PLAN_TEXT_LIMIT + 1), "plan-long"),
    "posts-a-day-least": (limits("posts_a_day"), 0, -1, "plan-number"),
    "posts-a-day-most": (limits("posts_a_day"), 200, 201, "plan-number"),
    "money-least": (limits("spend_a_month"), 0, -1, "plan-money"),
    "money-most": (limits("spend_a_month"), MOST_MONEY, MOST_MONEY + 1, "plan-money"),
    "campaigns": (campaigns, 10, 11, "plan-full"),
    "campaign-least": (campaign, 0, -1, "plan-campaign-money"),
    "campaign-most": (campaign, MOST_MONEY, MOST_MONEY + 1, "plan-campaign-money"),
    "hashtags": (policy(PolicyKind.MOST_HASHTAGS), "999999", "1000000", "plan-policy-number"),
    "minutes-least": (policy(PolicyKind.MINUTES_APART), "1", "0", "plan-policy-number"),
    "minutes-most": (policy(PolicyKind.MINUTES_APART), "1440", "1441", "plan-policy-number"),
    "hours": (policy(PolicyKind.WORKING_HOURS), "09:00-09:01", "09:00-09:00", "plan-policy-hours"),
    "words": (policy(PolicyKind.AVOID_WORDS), "x" * PLAN_TEXT_LIMIT, "x" * (PLAN_TEXT_LIMIT + 1), "plan-long"),
    "rule": (rule, PLAN_TEXT_LIMIT, PLAN_TEXT_LIMIT + 1, "plan-long"),
    "theme-of-a-day": (theme, 0, -1, "plan-theme-days"),
    "name": (day, NAME_LIMIT, NAME_LIMIT + 1, "plan-name"),
    "note": (tool, PLAN_TEXT_LIMIT, PLAN_TEXT_LIMIT + 1, "plan-long"),
}


@pytest.mark.parametrize(("make", "kept", "refused", "key"), EDGES.values(), ids=EDGES)
def test_what_stands_at_the_edge_is_kept_and_what_is_beyond_it_refused(make, kept, refused, key):
    make(kept)

    with pytest.raises(UserError, match=key):
        make(refused)
