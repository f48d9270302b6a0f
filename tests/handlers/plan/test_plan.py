"""`/plan` as its members meet it: shown, typed and filled in on a local Slack."""

import json
from dataclasses import replace
from datetime import date

import pytest

from bot.domain.plan_parts import Campaign, Limits, Plan, PolicyKind, Severity, SpecialDay, Theme
from bot.domain.strategy import Platform
from tests.handlers.posting import SOCIAL, last, shown

FULL = Limits(
    posts_a_day=4,
    spend_a_month=500,
    campaigns=(Campaign(name="Hiver", amount=80), Campaign(name="Winter & co", amount=80)),
)


def strategy(stage):
    with stage.bot.house.store.transaction() as tx:
        return tx.strategies.get(stage.strategy.id)


def plan(stage) -> Plan:
    return strategy(stage).plan


def keep(stage, **more) -> None:
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, **more))


def keep_plan(stage, **parts) -> None:
    keep(stage, plan=replace(plan(stage), **parts))


def test_alone_it_shows_the_whole_plan_with_a_button_for_every_part(stage, amy):
    card = last(amy.command("/plan", channel=SOCIAL))

    assert "Maison Lune" in card.text
    for part in ("platform", "policy", "theme", "day", "tool"):
        assert f"plan.add.{part}" in shown(card)
    assert "limits|" in shown(card)
    assert "<@UCHLOE>" in shown(card)


def test_who_may_not_change_it_reads_it_without_buttons_that_change(stage, bob):
    card = last(bob.command("/plan", channel=SOCIAL))

    assert "<@UCHLOE>" in shown(card)
    assert "plan.add" not in shown(card)
    assert "plan.edit" not in shown(card)


def test_a_platform_typed_whole_is_kept_and_what_was_not_typed_stays(stage, amy):
    amy.command("/plan platform instagram owner <@UBOB> rhythm 3", channel=SOCIAL)

    kept = strategy(stage).plan_of(Platform.INSTAGRAM)
    assert (kept.owner_id, kept.backup_id, kept.rhythm) == ("UBOB", "UAMY", 3)


def test_the_same_in_french(stage, amy):
    answer = amy.command("/plan plateforme instagram responsable @bob rythme 2,5 par semaine", channel=SOCIAL)

    kept = strategy(stage).plan_of(Platform.INSTAGRAM)
    assert (kept.owner_id, kept.rhythm) == ("UBOB", 2.5)
    assert "enregistré" in last(answer).text


@pytest.mark.parametrize(
    ("who", "typed", "said"),
    [
        ("UAMY", "limite 0 par jour", "Il n’y a plus de limite de publications par jour."),
        ("UDAN", "limit 0 a day", "There is no limit of posts a day now."),
        ("UDAN", "limit off", "There is no limit of posts a day now."),
        ("UAMY", "budget 0 par mois", "Il n’y a plus de limite de dépenses par mois."),
        ("UDAN", "budget 0", "There is no limit of spend a month now."),
        ("UAMY", 'budget aucun pour "Hiver"', "Il n’y a plus de limite de dépenses pour Hiver."),
        ("UDAN", 'budget 0 for "Winter & co"', "There is no limit of spend for Winter &amp; co now."),
    ],
)
def test_a_limit_of_nothing_means_no_limit_and_that_is_said(stage, who, typed, said):
    keep(stage, manager_id=who)
    keep_plan(stage, limits=FULL)

    answer = stage.slack.hand(who).command(f"/plan {typed}", channel=SOCIAL)

    assert said in shown(last(answer))
    assert plan(stage).limits != FULL


@pytest.mark.parametrize(
    ("typed", "was_kept"),
    [
        ("limit 4 a day", lambda plan: plan.limits.posts_a_day == 4),
        ("budget 500 a month", lambda plan: plan.limits.spend_a_month == 500),
        ('budget 200 cad for "Winter"', lambda plan: plan.limits.campaigns == (Campaign(name="Winter", amount=200),)),
        ('theme "Winter" 1/12..24/12', lambda plan: plan.themes[0].last == date(2026, 12, 24)),
        ("policy avoid cheap, best", lambda plan: plan.policies[0].kind is PolicyKind.AVOID_WORDS),
        ("policy error 5 hashtags", lambda plan: plan.policies[0].severity is Severity.ERROR),
        ('day "Company day" 2/1', lambda plan: plan.days[0].is_free),
        ('awareness "Tea day" 15/12', lambda plan: not plan.days[0].is_free),
        ("tool Buffer", lambda plan: plan.tools[0].layout is not None),
    ],
)
def test_a_part_typed_whole_is_kept_and_who_did_it_is_on_record(stage, amy, typed, was_kept):
    answer = amy.command(f"/plan {typed}", channel=SOCIAL)

    assert was_kept(plan(stage))
    assert plan(stage).changes[-1].by == "UAMY"
    assert answer.modal is None


def test_several_tools_in_a_line_are_kept_each_with_its_layout_and_taken_back_at_once(stage, amy):
    answer = amy.command("/plan tools Buffer, Canva, Hootsuite", channel=SOCIAL)
    tools = plan(stage).tools

    amy.press(last(answer), "plan.undo")

    assert [(each.name, each.layout is not None) for each in tools] == [
        ("Buffer", True),
        ("Canva", False),
        ("Hootsuite", True),
    ]
    assert plan(stage).tools == ()


@pytest.mark.parametrize(
    "typed",
    [
        "platform instagram rhythm often",
        "platform instagram owner @nobody",
        "limit plenty",
        "limit 20 a week",
        "budget 500 par semaine",
        "theme Winter",
        "policy hours whenever",
        "policy shout",
        'day "Company day" someday',
    ],
)
def test_what_is_partly_understood_opens_the_form_and_keeps_what_was_typed(stage, amy, typed):
    before = strategy(stage)

    answer = amy.command(f"/plan {typed}", channel=SOCIAL)

    assert f"/plan {typed}" in json.dumps(answer.modal.blocks, ensure_ascii=False).replace('\\"', '"')
    assert f"/plan {typed}" in shown(last(answer)).replace('\\"', '"')
    assert strategy(stage) == before


@pytest.mark.parametrize("typed", ["limit 4 a day", "policy avoid best", "platform instagram rhythm 3"])
def test_only_who_looks_after_the_plan_changes_it_and_the_refusal_names_them(stage, bob, typed):
    before = strategy(stage)

    answer = bob.command(f"/plan {typed}", channel=SOCIAL)

    assert "<@UAMY>" in last(answer).text
    assert strategy(stage) == before


def test_a_form_that_was_open_when_the_right_went_is_refused(stage, amy):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.add.tool")
    keep(stage, manager_id="UBOB")
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UAMY"), is_admin=False))

    amy.submit({"name": "Buffer"})

    assert plan(stage).tools == ()


FORMS = {
    "platform": ({"platform": "x", "purpose": "Care", "owner": "UBOB", "rhythm": "2", "review": "yes"}, "platforms"),
    "policy": ({"kind": "avoid_words", "value": "best", "severity": "error", "platforms": ["x"]}, "policies"),
    "theme": ({"name": "Winter", "first": "2026-12-01", "last": "2026-12-24", "again": "yearly"}, "themes"),
    "day": ({"name": "Company day", "day": "2027-01-02", "sort": "company"}, "days"),
    "tool": ({"name": "Buffer", "layout": "buffer"}, "tools"),
}


@pytest.mark.parametrize("part", FORMS)
def test_each_form_keeps_its_part_and_shows_the_plan_with_it(stage, amy, part):
    values, name = FORMS[part]
    held = strategy(stage) if name == "platforms" else plan(stage)
    amy.press(last(amy.command("/plan", channel=SOCIAL)), f"plan.add.{part}")

    answer = amy.submit(values)

    kept = getattr(strategy(stage) if name == "platforms" else plan(stage), name)
    assert len(kept) == len(getattr(held, name)) + 1
    assert "plan.undo" in json.dumps(answer.modal.blocks)


def test_the_limits_form_reads_campaigns_line_by_line(stage, amy):
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:limits|")

    amy.submit(
        {"posts_a_day": "4", "spend_a_month": "500", "campaigns": "Winter = 1 200,50 $\nTea: 80", "currency": "CAD"}
    )

    limits = plan(stage).limits
    assert [(each.name, each.amount) for each in limits.campaigns] == [("Winter", 1200.5), ("Tea", 80)]
    assert (limits.posts_a_day, limits.spend_a_month, limits.currency) == (4, 500, "CAD")


def test_nought_in_the_limits_form_is_no_limit(stage, amy):
    amy.command("/plan limit 4 a day", channel=SOCIAL)
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:limits|")

    amy.submit({"posts_a_day": "0", "spend_a_month": "0", "campaigns": "", "currency": "CAD"})

    limits = plan(stage).limits
    assert (limits.posts_a_day, limits.spend_a_month) == (None, None)


@pytest.mark.parametrize(
    ("part", "values", "field"),
    [
        ("policy", {"kind": "avoid_words"}, "value"),
        ("policy", {"kind": "working_hours", "value": "18-9"}, "value"),
        ("policy", {"kind": "most_hashtags", "value": "some"}, "value"),
        ("policy", {"kind": "require_link", "value": "our site"}, "value"),
        ("policy", {"kind": "text"}, "text"),
        ("theme", {"name": "W", "first": "2026-12-24", "last": "2026-12-01"}, "last"),
        ("platform", {"platform": "x", "rhythm": "500"}, "rhythm"),
        ("platform", {"platform": "x", "owner": "UGUEST"}, "owner"),
    ],
)
def test_a_field_that_cannot_be_kept_says_why_and_the_form_stays(stage, amy, part, values, field):
    before = strategy(stage)
    amy.press(last(amy.command("/plan", channel=SOCIAL)), f"plan.add.{part}")

    answer = amy.submit(values)

    assert list(answer.errors) == [field]
    assert strategy(stage) == before


@pytest.mark.parametrize("typed", ["platform", "theme", "policy", "limit", "day", "tool"])
def test_a_verb_alone_opens_its_form_without_a_word_on_what_is_missing(amy, typed):
    answer = amy.command(f"/plan {typed}", channel=SOCIAL)

    assert answer.modal.callback_id.startswith("plan.")
    assert "/plan" not in shown(answer.modal)
    assert answer.messages == []


@pytest.mark.parametrize(
    ("member", "said"), [("UBOB", "holidays of Canada (QC)"), ("UAMY", "jours fériés : Canada (QC)")]
)
def test_the_plan_names_the_country_of_its_holidays(stage, member, said):
    answer = stage.slack.hand(member).command("/plan", channel=SOCIAL)

    assert said in shown(answer.messages[-1]).replace("\u00a0", " ")


def test_the_country_of_the_holidays_is_checked_and_kept(stage, amy):
    card = last(amy.command("/plan", channel=SOCIAL))
    amy.press(card, "plan.edit:people|")
    refused = amy.submit({"country": "zz"})

    amy.submit({"country": "ca-qc", "review": "yes"})

    assert list(refused.errors) == ["country"]
    assert (strategy(stage).country, strategy(stage).review_required) == ("CA-QC", True)
    assert "jour férié" in shown(last(amy.command("/plan", channel=SOCIAL)))


@pytest.mark.parametrize(
    ("typed", "manager", "country"),
    [
        ("people", "UAMY", "CA"),
        ("personnes", "UAMY", "CA"),
        ("manager <@UBOB>", "UBOB", "CA"),
        ("suivi @bob", "UBOB", "CA"),
        ("pays fr", "UAMY", "FR"),
    ],
)
def test_manager_and_country_are_typed_into_their_form(stage, amy, typed, manager, country):
    keep(stage, country="CA")
    before = strategy(stage)
    amy.command(f"/plan {typed}", channel=SOCIAL)
    seen = strategy(stage)

    amy.submit({})

    assert seen == before
    assert (strategy(stage).manager_id, strategy(stage).country) == (manager, country)


@pytest.mark.parametrize("typed", ["manager @nobody", "country Atlantis"])
def test_a_manager_or_country_that_nobody_knows_is_said_above_the_form(stage, amy, typed):
    answer = amy.command(f"/plan {typed}", channel=SOCIAL)

    assert typed.split()[1] in shown(last(answer))
    assert answer.modal is not None


def test_a_part_is_edited_and_taken_out_by_its_form(stage, amy):
    keep_plan(stage, themes=(Theme(id="T9", name="Winter", first=date(2026, 12, 1), last=date(2026, 12, 24)),))
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:theme|T9")
    amy.submit({"name": "Deep winter"})
    assert [each.name for each in plan(stage).themes] == ["Deep winter"]

    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:theme|T9")
    amy.submit({"drop": ["drop"]})

    assert plan(stage).themes == ()


def test_a_day_that_is_over_is_refused_where_it_is_typed_and_under_its_field(stage, amy):
    typed = amy.command('/plan day "Inventory" 20/11/2026', channel=SOCIAL)
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.add.day")
    filled_in = amy.submit({"name": "Inventory", "day": "2026-11-22"})

    assert "Ce jour est passé" in shown(typed.modal)
    assert list(filled_in.errors) == ["day"]
    assert plan(stage).days == ()


def test_a_day_that_is_renamed_takes_the_place_of_the_old_one(stage, amy):
    keep_plan(stage, days=(SpecialDay(name="Off", day=date(2026, 12, 2), is_free=True),))
    amy.press(last(amy.command("/plan", channel=SOCIAL)), "plan.edit:day|2026-12-02 Off")

    amy.submit({"name": "Company day", "day": "2026-12-03"})

    assert plan(stage).days == (SpecialDay(name="Company day", day=date(2026, 12, 3), is_free=True),)


def test_help_and_what_is_not_understood_answer_with_examples(stage, bob):
    assert "/plan limit 4 a day" in shown(last(bob.command("/plan help", channel=SOCIAL)))
    assert "frobnicate" in last(bob.command("/plan frobnicate", channel=SOCIAL)).text
