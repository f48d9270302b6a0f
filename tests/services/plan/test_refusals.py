"""What a part of the plan may be at most and at least: the last that is kept, and the first that is refused."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.domain.errors import UserError
from bot.domain.limits import NAME_LIMIT, PLAN_TEXT_LIMIT
from bot.domain.plan_parts import Campaign, Limits, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.strategy import Platform, PlatformPlan
from bot.services.plan import refusals

FIRST = date(2026, 12, 1)


def platform(**parts) -> Callable[[], object]:
    return lambda: refusals.checked_platform(PlatformPlan(platform=Platform.X, **parts))


def limits(**parts) -> Callable[[], object]:
    return lambda: refusals.checked_limits(Limits(**parts))


def campaigns(number: int) -> tuple[Campaign, ...]:
    return tuple(Campaign(name=f"C{n}", amount=1) for n in range(number))


def policy(kind: PolicyKind, value: str = "", **parts) -> Callable[[], object]:
    return lambda: refusals.checked_policy(Policy(id="L1", kind=kind, value=value, **parts))


def theme(days: int) -> Callable[[], object]:
    return lambda: refusals.checked_theme(Theme(id="T1", name="Tea", first=FIRST, last=FIRST + timedelta(days=days)))


EDGES = {
    "rhythm-least": (platform(rhythm=0), platform(rhythm=-0.5), "plan-rhythm"),
    "rhythm-most": (platform(rhythm=200), platform(rhythm=200.5), "plan-rhythm"),
    "text-limit-least": (platform(text_limit=1), platform(text_limit=0), "plan-text-limit"),
    "text-limit-most": (platform(text_limit=100_000), platform(text_limit=100_001), "plan-text-limit"),
    "purpose": (platform(purpose="x" * PLAN_TEXT_LIMIT), platform(purpose="x" * (PLAN_TEXT_LIMIT + 1)), "plan-long"),
    "posts-a-day-least": (limits(posts_a_day=0), limits(posts_a_day=-1), "plan-number"),
    "posts-a-day-most": (limits(posts_a_day=200), limits(posts_a_day=201), "plan-number"),
    "money-least": (limits(spend_a_month=0), limits(spend_a_month=-1), "plan-money"),
    "money-most": (limits(spend_a_month=10**9), limits(spend_a_month=10**9 + 1), "plan-money"),
    "campaigns": (limits(campaigns=campaigns(10)), limits(campaigns=campaigns(11)), "plan-full"),
    "campaign-least": (
        limits(campaigns=(Campaign(name="C", amount=0),)),
        limits(campaigns=(Campaign(name="C", amount=-1),)),
        "plan-campaign-money",
    ),
    "campaign-most": (
        limits(campaigns=(Campaign(name="C", amount=10**9),)),
        limits(campaigns=(Campaign(name="C", amount=10**9 + 1),)),
        "plan-campaign-money",
    ),
    "hashtags": (
        policy(PolicyKind.MOST_HASHTAGS, "999999"),
        policy(PolicyKind.MOST_HASHTAGS, "1000000"),
        "plan-policy-number",
    ),
    "minutes-least": (
        policy(PolicyKind.MINUTES_APART, "1"),
        policy(PolicyKind.MINUTES_APART, "0"),
        "plan-policy-number",
    ),
    "minutes-most": (
        policy(PolicyKind.MINUTES_APART, "1440"),
        policy(PolicyKind.MINUTES_APART, "1441"),
        "plan-policy-number",
    ),
    "hours": (
        policy(PolicyKind.WORKING_HOURS, "09:00-09:01"),
        policy(PolicyKind.WORKING_HOURS, "09:00-09:00"),
        "plan-policy-hours",
    ),
    "words": (
        policy(PolicyKind.AVOID_WORDS, "x" * PLAN_TEXT_LIMIT),
        policy(PolicyKind.AVOID_WORDS, "x" * (PLAN_TEXT_LIMIT + 1)),
        "plan-long",
    ),
    "rule": (
        policy(PolicyKind.TEXT, text="x" * PLAN_TEXT_LIMIT),
        policy(PolicyKind.TEXT, text="x" * (PLAN_TEXT_LIMIT + 1)),
        "plan-long",
    ),
    "theme-of-a-day": (theme(0), theme(-1), "plan-theme-days"),
    "name": (
        lambda: refusals.checked_day(SpecialDay(day=FIRST, name="x" * NAME_LIMIT)),
        lambda: refusals.checked_day(SpecialDay(day=FIRST, name="x" * (NAME_LIMIT + 1))),
        "plan-name",
    ),
    "note": (
        lambda: refusals.checked_tool(Tool(name="T", note="x" * PLAN_TEXT_LIMIT)),
        lambda: refusals.checked_tool(Tool(name="T", note="x" * (PLAN_TEXT_LIMIT + 1))),
        "plan-long",
    ),
}


@pytest.mark.parametrize(("kept", "refused", "key"), EDGES.values(), ids=EDGES)
def test_what_stands_at_the_edge_is_kept_and_what_is_beyond_it_refused(kept, refused, key):
    kept()

    with pytest.raises(UserError, match=key):
        refused()
