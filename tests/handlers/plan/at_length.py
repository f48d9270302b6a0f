"""A plan with everything at its longest, for the tests of its views."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain.moments import Due
from bot.domain.plan.budgets import Limited, Usage
from bot.domain.plan.policy_checks import PolicyFinding
from bot.domain.plan_parts import (
    Campaign,
    ExportLayout,
    Limits,
    Pause,
    Plan,
    PlanChange,
    Policy,
    PolicyKind,
    Severity,
    SpecialDay,
    Theme,
    Tool,
)
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.services.plan.card import PlanFacts
from bot.services.plan.held_back import Verdict
from bot.services.plan.pauses import PausedPosts
from bot.services.plan.special_days import DaySort, NamedDay
from handlers.views.plan import radar
from tests.handlers.longest import NOW, TODAY, worst

META = {"channel": "C" + "0" * 10, "key": "T" * 80}
ALL = radar.Mends(plan=True, add=True, change=bool)


def policies(texts: str) -> tuple[Policy, ...]:
    return tuple(
        Policy(
            id=f"L{n}",
            kind=kind,
            text=worst(500, texts),
            value=worst(500, texts),
            severity=Severity.ERROR,
            platforms=tuple(Platform),
        )
        for n, kind in enumerate([*PolicyKind] * 3)
    )


def a_theme(texts: str, n: int = 1) -> Theme:
    return Theme(
        id=f"T{n}",
        name=worst(80, texts),
        first=TODAY,
        last=TODAY + timedelta(days=400),
        weekdays=frozenset(range(7)),
        rrule="FREQ=MONTHLY;BYDAY=1MO",
        colour="#123456",
        owner_id="U0000000000",
    )


def a_platform(platform: Platform, texts: str) -> PlatformPlan:
    return PlatformPlan(
        platform=platform,
        purpose=worst(500, texts),
        public=worst(500, texts),
        language=worst(50, texts),
        owner_id="U0000000000",
        backup_id="U0000000001",
        reviewer_id="U0000000002",
        text_limit=100_000,
        rhythm=199.5,
        review_required=True,
    )


def a_strategy(texts: str) -> Strategy:
    changes = [PlanChange(at=NOW, by="UAMY", what="theme", note=worst(80, texts)) for _ in range(50)]
    return Strategy(
        id="S1",
        name=worst(80, texts),
        channel_id="C" + "0" * 10,
        zone="Europe/Paris",
        manager_id="UAMY",
        platforms=tuple(a_platform(each, texts) for each in Platform),
        plan=Plan(
            policies=policies(texts),
            limits=Limits(
                posts_a_day=200,
                spend_a_month=10**9,
                campaigns=tuple(Campaign(name=worst(80, texts), amount=10**9) for _ in range(10)),
                currency="CAD",
            ),
            tools=tuple(
                Tool(name=f"{n}{worst(78, texts)}", layout=ExportLayout.HOOTSUITE, note=worst(500, texts))
                for n in range(20)
            ),
            themes=tuple(a_theme(texts, n) for n in range(60)),
            days=tuple(SpecialDay(name=worst(80, texts), day=TODAY + timedelta(days=n)) for n in range(120)),
            changes=tuple(changes),
        ),
    )


def usages(texts: str) -> tuple[Usage, ...]:
    money = [Usage(of=Limited.CAMPAIGN, used=10**9, limit=1, name=worst(80, texts), unknown=999) for _ in range(10)]
    return (
        Usage(of=Limited.DAY, used=999, limit=200, day=TODAY),
        Usage(of=Limited.MONTH, used=10**9, limit=10**8, day=TODAY, unknown=99),
        *money,
    )


def facts(texts: str, **more: Any) -> PlanFacts:
    own = a_strategy(texts)
    days = [NamedDay(day=each.day, name=each.name, sort=DaySort.AWARENESS) for each in own.plan.days[:8]]
    paused = PausedPosts(pause=Pause(began_at=NOW, by="UAMY", reason=worst(300, texts)), now=NOW, zone="UTC")
    known = PlanFacts(
        paused=paused,
        strategy=own,
        today=TODAY,
        usages=usages(texts),
        days=tuple(days),
        may_change=True,
        undo="deed:UAMY:1",
    )
    return replace(known, **more)


def a_post(texts: str, n: int) -> Post:
    return Post(
        id=f"P{10**5 + n}",
        strategy_id="S1",
        title=worst(150, texts),
        platform=Platform.GOOGLE_BUSINESS,
        kind=PostKind.RECRUITING,
        owner_id="U0000000000",
        due=Due(at=NOW, wall="2026-11-25T16:30", zone="Europe/Paris"),
    )


WHAT = {PolicyKind.MOST_HASHTAGS: ("30", "5"), PolicyKind.WORKING_HOURS: ("09:00-18:00", "free")}


def a_verdict(texts: str) -> Verdict:
    found = [
        PolicyFinding(policy=each, what=WHAT.get(each.kind, (worst(500, texts),) * 30))
        for each in policies(texts)
        if each.kind is not PolicyKind.TEXT
    ]
    return Verdict(findings=tuple(found), usages=usages(texts))
