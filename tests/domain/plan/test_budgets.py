"""Limits and budgets: what counts, and where the thresholds lie."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.moments import Due
from bot.domain.plan.budgets import Level, campaign_usages, day_usage, level_of, month_usage
from bot.domain.plan_parts import Campaign, Limits
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from tests import builders

ZONE = "America/Montreal"
DAY = date(2026, 11, 24)


def a_post(number: int = 1, *, day: date = DAY, hour: int = 10, **more: object) -> Post:
    return builders.a_post(number, **{"platform": Platform.X, "due": Due.local(day, time(hour), ZONE), **more})


@pytest.mark.parametrize(
    ("used", "limit", "level"),
    [
        (0, 4, Level.FINE),
        (3, 4, Level.FINE),
        (4, 4, Level.NEAR),
        (5, 4, Level.OVER),
        (399.99, 500, Level.FINE),
        (400, 500, Level.NEAR),
        (500, 500, Level.NEAR),
        (500.01, 500, Level.OVER),
        (0.1 + 0.2, 0.3, Level.NEAR),
        (4, 5, Level.NEAR),
        (3, 5, Level.FINE),
        (1, 1, Level.NEAR),
        (0, 0, Level.FINE),
        (0.01, 0, Level.OVER),
    ],
)
def test_a_limit_warns_at_four_fifths_and_refuses_what_passes_it(used, limit, level):
    assert level_of(used, limit) is level


@pytest.mark.parametrize(
    ("more", "counted"),
    [
        ({}, 1),
        ({"state": PostState.PUBLISHED}, 1),
        ({"state": PostState.IDEA}, 0),
        ({"state": PostState.CANCELLED}, 0),
        ({"due": None}, 0),
        ({"day": date(2026, 11, 25)}, 0),
        ({"hour": 0}, 1),
        ({"hour": 23}, 1),
        ({"platform": Platform.BLOG}, 1),
        ({"published_at": datetime(2026, 11, 25, 4, 59, tzinfo=UTC), "day": date(2026, 11, 20)}, 1),
        ({"published_at": datetime(2026, 11, 25, 5, 0, tzinfo=UTC)}, 0),
    ],
)
def test_a_day_counts_the_posts_of_all_platforms_in_the_strategys_zone(more, counted):
    usage = day_usage([a_post(**more)], Limits(posts_a_day=4), ZONE, DAY)

    assert (usage.used, usage.limit) == (counted, 4)


def test_a_month_adds_up_what_is_known_and_counts_what_is_not():
    posts = [
        a_post(1, spend=100.10),
        a_post(2, spend=200.20, day=date(2026, 11, 30)),
        a_post(3, spend=999, day=date(2026, 12, 1)),
        a_post(4, spend=50, state=PostState.CANCELLED),
        a_post(5, is_paid=True),
    ]

    usage = month_usage(posts, Limits(spend_a_month=500), ZONE, DAY)

    assert (usage.used, usage.left, usage.unknown, usage.level) == (300.3, 199.7, 1, Level.FINE)


def test_a_campaign_is_named_on_the_post_or_by_a_label():
    posts = [
        a_post(1, spend=60, campaign="Winter"),
        a_post(2, spend=30, labels=("winter",), day=date(2026, 12, 9)),
        a_post(3, spend=500),
    ]

    [usage] = campaign_usages(posts, Limits(campaigns=(Campaign(name="Winter", amount=100),)))

    assert (usage.name, usage.used, usage.level) == ("Winter", 90, Level.NEAR)


def test_without_a_limit_there_is_nothing_to_use():
    assert day_usage([a_post()], Limits(), ZONE, DAY) is None
    assert month_usage([a_post()], Limits(), ZONE, DAY) is None
    assert campaign_usages([a_post()], Limits()) == []
