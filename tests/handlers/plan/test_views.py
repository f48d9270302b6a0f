"""The plan's and the radar's views at their longest, in both languages, against the local Slack's limits."""

from datetime import timedelta

import pytest

from bot.domain.plan.budgets import Limited, Usage
from bot.domain.plan.findings import Finding, Gap, Radar
from bot.domain.plan.policy_checks import PolicyFinding
from bot.domain.posts import PostKind
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from bot.services.plan.card import PlanFacts
from handlers.views.plan import card as plan
from handlers.views.plan import forms as plan_forms
from handlers.views.plan import radar
from handlers.views.plan_words import usage_line
from tests.handlers.longest import NOW, TODAY, assert_message, assert_modal, worst
from tests.handlers.plan.at_length import ALL, META, a_post, a_strategy, facts, usages


@pytest.mark.parametrize("may_change", [True, False])
def test_the_plan_at_its_longest(t, texts, may_change):
    whole = facts(texts, may_change=may_change)
    notice = t("plan-said-saved", part=t("plan-form-platform"))

    assert_message(*plan.plan_card(t, whole, notice=notice))
    assert_modal(plan.plan_modal(t, whole, notice=notice))


@pytest.mark.parametrize("part", ["policy", "theme", "day", "tool"])
def test_all_of_a_part_at_its_longest(t, texts, part):
    assert_modal(plan.part_modal(t, facts(texts), part))


def test_an_empty_plan_says_what_each_part_is_for(t):
    bare = Strategy(id="S1", name="Lune", channel_id="C1", zone="UTC", manager_id="UAMY")

    text, blocks = plan.plan_card(t, PlanFacts(strategy=bare, today=TODAY, may_change=True))

    assert_message(text, blocks)
    assert sum("plan.add" in str(each) for each in blocks) == 5


def test_its_help_at_its_longest(t, texts):
    assert_message(*plan.plan_help(t, not_understood=worst(12_000, texts)))


def test_its_forms_at_their_longest(t, texts):
    own = a_strategy(texts)
    intro = plan_forms.understood(t, missing=worst(12_000, texts), typed=worst(12_000, texts))
    known = {"is_new": False, "meta": META}
    forms = [
        plan_forms.platform_form(t, own.platforms[0], **known),
        plan_forms.policy_form(t, own.plan.policies[0], **known),
        plan_forms.limits_form(t, own.plan.limits, meta=META),
        plan_forms.care_form(t, own, meta=META),
        plan_forms.theme_form(t, own.plan.themes[0], **known),
        plan_forms.day_form(t, own.plan.days[0], **known),
        plan_forms.tool_form(t, own.plan.tools[0], **known),
    ]

    for each in forms:
        assert_modal({**each, "blocks": [*intro, *each["blocks"]]})
    assert_modal(plan_forms.people_form(t, own, meta=META))


def test_its_history_at_its_longest(t, texts):
    assert_modal(plan.history_modal(t, facts(texts)))


@pytest.mark.parametrize(
    ("used", "said"),
    [(3, None), (4, "*close to the limit*"), (5, "*limit reached*"), (6, "*over the limit*")],
)
def test_a_limit_says_where_it_stands_with_both_numbers_and_the_share(used, said):
    line = usage_line(Translator("en-CA", "UTC"), Usage(of=Limited.DAY, used=used, limit=5, day=TODAY), "CAD")

    assert f"{used} of 5 ({used * 20}%)" in line
    assert (line.rpartition(" · ")[2] == said) if said else "limit" not in line


@pytest.mark.parametrize(
    ("used", "said"),
    [
        (395, "395\xa0$ sur 500\xa0$ (79\xa0%), il reste 105\xa0$"),
        (400, "400\xa0$ sur 500\xa0$ (80\xa0%), il reste 100\xa0$ · *limite presque atteinte*"),
        (500, "500\xa0$ sur 500\xa0$ (100\xa0%), il reste 0\xa0$ · *limite atteinte*"),
        (500.01, "500,01\xa0$ sur 500\xa0$ (100\xa0%), 0,01\xa0$ de trop · *limite dépassée*"),
    ],
)
def test_money_says_it_to_the_cent(used, said):
    usage = Usage(of=Limited.CAMPAIGN, used=used, limit=500, name="Hiver")

    assert said in usage_line(Translator("fr-CA", "UTC"), usage, "CAD")


@pytest.mark.parametrize("name", ["platform", "policy", "theme", "day", "tool"])
def test_its_forms_with_nothing_in_them(t, name):
    assert_modal(getattr(plan_forms, f"{name}_form")(t, None, is_new=True, meta=META))


def a_radar(texts: str, each_gap: int) -> Radar:
    strategy = a_strategy(texts)
    broken = PolicyFinding(policy=strategy.plan.policies[1], what=(worst(500, texts),) * 20)
    found = [
        Finding(
            gap=gap,
            first=TODAY,
            last=TODAY + timedelta(days=30),
            post=a_post(texts, n),
            platform=Platform.GOOGLE_BUSINESS,
            theme=strategy.plan.themes[0],
            member_id="U0000000000",
            kind=PostKind.RECRUITING,
            count=10**5,
            wanted=10**5,
            name=worst(200, texts),
            usage=usages(texts)[2],
            broken=broken,
            posts=(a_post(texts, n),),
        )
        for gap in Gap
        for n in range(each_gap)
    ]
    return Radar(
        strategy=strategy,
        first=TODAY.replace(day=1),
        last=TODAY,
        total=10**5,
        kinds=dict.fromkeys(PostKind, 10**4),
        loads={"": 9, **{f"U{n:010}": 10**4 for n in range(60)}},
        usages=usages(texts),
        findings=tuple(found),
    )


@pytest.mark.parametrize("each_gap", [0, 1, 2, 3, 40])
def test_the_radar_at_its_longest(t, texts, each_gap):
    found = a_radar(texts, each_gap)

    assert_message(radar.radar_text(t, found), radar.radar_blocks(t, found, mends=ALL))
    assert_modal(radar.radar_modal(t, found, mends=ALL))


def test_the_radars_reminder_at_its_longest(t, texts):
    late = Delivery(
        key="radar:S1:2026-12:UAMY:2026-11-30",
        kind=ReminderKind.RADAR,
        strategy_id="S1",
        subject="2026-12",
        recipient_id="UAMY",
        owed_at=NOW - timedelta(hours=5),
        expires_at=NOW + timedelta(days=1),
    )

    sent = radar.radar_message(t, a_radar(texts, 40), late, mends=ALL, now=NOW)

    assert_message(sent.text, sent.blocks)


def test_somebodys_load_at_its_longest(t, texts):
    posts = [a_post(texts, n) for n in range(300)]

    assert_modal(radar.load_modal(t, a_radar(texts, 0), "U0000000000", posts, may_change=ALL.change))


@pytest.mark.parametrize(
    ("used", "limit", "said"),
    [
        (79.8, 100, "79%"),
        (79.99, 100, "79%"),
        (80, 100, "80%"),
        (29, 100, "29%"),
        (99.99, 100, "99%"),
        (100, 100, "100%"),
        (100.01, 100, "100%"),
    ],
)
def test_the_share_of_a_limit_reads_as_a_threshold_only_where_it_is_there(used, limit, said):
    usage = Usage(of=Limited.MONTH, used=used, limit=limit, day=TODAY)

    line = usage_line(Translator("en-US", "UTC"), usage, "CAD")

    assert f"({said})" in line
    assert ("close to" in line, "over the" in line) == (80 <= used < 100, used > 100)
