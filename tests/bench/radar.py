"""What the coverage radar of a month of 300 posts costs beside reading them, in processor time."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from statistics import median
from time import thread_time

from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.plan_parts import Campaign, Limits, Plan, Policy, PolicyKind, Theme
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.services.plan.month import month_of
from bot.services.plan.radar import coverage_of
from storage.tiny import TinyStore
from tests.bench._stores import kept_store

POSTS, ROUNDS = 300, 15
BOUND = 100
"""Milliseconds: of the three seconds in which Slack wants an answer, most are for Slack."""
ZONE = "America/Montreal"
NOW = datetime(2026, 11, 25, 14, tzinfo=UTC)
FIRST = date(2026, 12, 1)
VALUES = {
    PolicyKind.AVOID_WORDS: "cheap, best, ever*",
    PolicyKind.REQUIRE_WORDS: "lune",
    PolicyKind.REQUIRE_LINK: "https://lune.example",
    PolicyKind.REQUIRE_IMAGE_TEXT: "",
    PolicyKind.MOST_HASHTAGS: "5",
    PolicyKind.MINUTES_APART: "30",
    PolicyKind.WORKING_HOURS: "09:00-18:00",
    PolicyKind.DISCLOSURE: "#ad, partner",
}


def run() -> list[str]:
    with kept_store() as store:
        return _lines(store, a_full_month(store))


def _lines(store: TinyStore, strategy: Strategy) -> list[str]:
    coverage_of(store, strategy=strategy, first=FIRST, now=NOW, locale="en-CA")  # loads the tables of holidays
    radar = _typical(lambda: coverage_of(store, strategy=strategy, first=FIRST, now=NOW, locale="en-CA"))
    reading = _typical(lambda: month_of(store, strategy, FIRST, NOW, locale="en-CA"))
    found = coverage_of(store, strategy=strategy, first=FIRST, now=NOW, locale="en-CA")
    return [
        f"coverage radar, month of {POSTS} posts, {len(VALUES)} policies, {len(found.findings)} findings: "
        f"{radar * 1000:.1f} ms of processor time (bound {BOUND} ms), "
        f"{radar / reading:.1f} × reading the month ({reading * 1000:.1f} ms)"
    ]


def _typical(act: Callable[[], object]) -> float:
    took = []
    for _ in range(ROUNDS):
        start = thread_time()
        act()
        took.append(thread_time() - start)
    return median(took)


def a_full_month(store: TinyStore) -> Strategy:
    """Four platforms, eight policies, twelve themes, three budgets, ten people."""
    policies = tuple(Policy(id=f"L{n}", kind=kind, value=value) for n, (kind, value) in enumerate(VALUES.items()))
    themes = tuple(Theme(id=f"T{n}", name=f"Theme {n}", first=FIRST, rrule="FREQ=WEEKLY") for n in range(12))
    campaigns = tuple(Campaign(name=f"Campaign {n}", amount=1000) for n in range(3))
    platforms = (Platform.INSTAGRAM, Platform.FACEBOOK, Platform.LINKEDIN, Platform.X)
    strategy = Strategy(
        id="S1",
        name="Lune",
        channel_id="C1",
        zone=ZONE,
        manager_id="U0",
        country="CA",
        platforms=tuple(PlatformPlan(platform=each, rhythm=20) for each in platforms),
        plan=Plan(
            policies=policies, themes=themes, limits=Limits(posts_a_day=9, spend_a_month=500, campaigns=campaigns)
        ),
    )
    with store.transaction() as tx:
        strategy = tx.strategies.put(strategy)
        for n in range(10):
            tx.members.put(Member(id=f"U{n}", name=f"Member {n}"))
        for n in range(1, POSTS + 1):
            tx.posts.put(_post(n, platforms[n % len(platforms)]))
    return strategy


def _post(n: int, platform: Platform) -> Post:
    return Post(
        id=f"P{n}",
        strategy_id="S1",
        title=f"Post {n}",
        text=f"The best tea of the house, number {n}. #tea #lune #winter https://lune.example/{n} " * 8,
        platform=platform,
        kind=list(PostKind)[n % len(PostKind)],
        owner_id=None if n % 17 == 0 else f"U{n % 10}",
        due=Due.local(date(2026, 12, 1 + n % 31), time(8 + n % 11, n % 60), ZONE),
        campaign=f"Campaign {n % 5}",
        spend=float(n % 7),
        theme=f"Theme {n % 20}",
    )
