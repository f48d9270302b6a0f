"""What a part of the plan must be to be kept; each raises the refusal that its form shows under the field."""

import re
from dataclasses import replace
from datetime import datetime, time

from bot.domain.care_rules import CareRules
from bot.domain.errors import UserError
from bot.domain.limits import NAME_LIMIT, PLAN_TEXT_LIMIT
from bot.domain.plan.policy_checks import clock_span, whole_number, words_of
from bot.domain.plan_parts import Campaign, Limits, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.strategy import PlatformPlan
from bot.language.plan.policies import ADDRESS
from bot.services.plan.month import is_empty

MOST_POSTS = 200
MOST_MONEY = 10**9
MOST_CAMPAIGNS = 10
MOST_DUE_DAYS = 10
MOST_DAYS_KNOWN = 730
"""Two years: longer nobody needs to know who asked."""
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
CURRENCY = re.compile(r"[A-Z]{3}")
NEEDS_WORDS = frozenset({PolicyKind.AVOID_WORDS, PolicyKind.REQUIRE_WORDS, PolicyKind.DISCLOSURE})


def checked_platform(wish: PlatformPlan) -> None:
    if wish.rhythm is not None and not 0 <= wish.rhythm <= MOST_POSTS:
        raise UserError("plan-rhythm", limit=MOST_POSTS)
    if wish.text_limit is not None and not 1 <= wish.text_limit <= 100_000:
        raise UserError("plan-text-limit")
    _not_long(wish.purpose, wish.public, wish.language)


def checked_limits(limits: Limits) -> None:
    if limits.posts_a_day is not None and not 0 <= limits.posts_a_day <= MOST_POSTS:
        raise UserError("plan-number", limit=MOST_POSTS)
    if len(limits.campaigns) > MOST_CAMPAIGNS:
        raise UserError("plan-full", limit=MOST_CAMPAIGNS)
    if limits.spend_a_month is not None and not 0 <= limits.spend_a_month <= MOST_MONEY:
        raise UserError("plan-money", limit=MOST_MONEY)
    _checked_campaigns(limits.campaigns)
    if not CURRENCY.fullmatch(limits.currency):
        raise UserError("plan-currency", what=limits.currency)


def _checked_campaigns(campaigns: tuple[Campaign, ...]) -> None:
    names = [each.name.casefold() for each in campaigns]
    for at, campaign in enumerate(campaigns):
        _named(campaign.name)
        if not 0 <= campaign.amount <= MOST_MONEY:
            raise UserError("plan-campaign-money", name=campaign.name, limit=MOST_MONEY)
        if names[at] in names[:at]:
            raise UserError("plan-campaign-twice", name=campaign.name)


def checked_care(care: CareRules) -> None:
    if not care.working_days:
        raise UserError("plan-care-days")
    if care.closes != time(0) and care.opens >= care.closes:
        raise UserError("plan-care-hours")
    if not 0 <= care.due_days <= MOST_DUE_DAYS:
        raise UserError("plan-care-due", limit=MOST_DUE_DAYS)
    if not 1 <= care.forget_days <= MOST_DAYS_KNOWN:
        raise UserError("plan-care-forget", limit=MOST_DAYS_KNOWN)


def checked_policy(policy: Policy) -> Policy:
    """The policy without what its kind does not use."""
    kind, value = policy.kind, policy.value.strip()
    if kind is PolicyKind.TEXT:
        if not policy.text.strip():
            raise UserError("plan-policy-text")
        _not_long(policy.text)
        return replace(policy, text=policy.text.strip(), value="")
    if len(value) > PLAN_TEXT_LIMIT:
        raise UserError("plan-long", limit=PLAN_TEXT_LIMIT)
    if kind in NEEDS_WORDS and not words_of(value):
        raise UserError("plan-policy-words")
    if kind is PolicyKind.REQUIRE_LINK and not ADDRESS.fullmatch(value):
        raise UserError("plan-policy-link")
    if kind in (PolicyKind.MOST_HASHTAGS, PolicyKind.MINUTES_APART) and whole_number(value) is None:
        raise UserError("plan-policy-number")
    if kind is PolicyKind.MINUTES_APART and not 1 <= int(value) <= 24 * 60:
        raise UserError("plan-policy-number")
    if kind is PolicyKind.WORKING_HOURS and clock_span(value) is None:
        raise UserError("plan-policy-hours")
    return replace(policy, text=policy.text.strip(), value="" if kind is PolicyKind.REQUIRE_IMAGE_TEXT else value)


def checked_theme(theme: Theme) -> None:
    _named(theme.name)
    if theme.last is not None and theme.last < theme.first:
        raise UserError("plan-theme-days")
    if not COLOUR.fullmatch(theme.colour):
        raise UserError("plan-colour", what=theme.colour)
    if theme.rrule:
        _checked_rule(theme)
    if is_empty(theme):
        raise UserError("plan-theme-weekdays")


def _checked_rule(theme: Theme) -> None:
    from dateutil.rrule import rrulestr  # only where a theme recurs

    try:
        rrulestr(theme.rrule.removeprefix("RRULE:"), dtstart=datetime.combine(theme.first, time()))
    except (ValueError, TypeError):
        raise UserError("plan-theme-rule", what=theme.rrule) from None


def checked_day(day: SpecialDay) -> None:
    _named(day.name)


def checked_tool(tool: Tool) -> None:
    _named(tool.name)
    _not_long(tool.note)


def _named(name: str) -> None:
    if not name.strip() or len(name) > NAME_LIMIT:
        raise UserError("plan-name", limit=NAME_LIMIT)


def _not_long(*texts: str) -> None:
    if any(len(each) > PLAN_TEXT_LIMIT for each in texts):
        raise UserError("plan-long", limit=PLAN_TEXT_LIMIT)
