"""`/objective` in two steps: what was typed, what is suggested, rights and refusals."""

import json
from datetime import date

import pytest

from bot.domain.objective.compass import is_asked_for
from bot.domain.objective.suggestions import effort_for, platforms_for
from bot.domain.strategy import Kpi, ObjectiveKind, Platform, Resources, Target
from bot.i18n import translator_for
from bot.sandbox.acting.hand import Hand
from tests.conftest import MONDAY, Stage
from tests.handlers.aiming import SOCIAL, change, hand_over, in_two_steps, objectives, open_more, stage_member


def test_an_objective_is_set_in_two_steps_with_what_its_kind_suggests(stage: Stage, amy: Hand) -> None:
    second = in_two_steps(amy, "/objective set")
    platforms = next(block for block in second.modal.blocks if block.get("block_id") == "platforms")

    amy.submit({"platforms": ["linkedin", "x"], "target.clicks": "120", "target.click_through_rate": "2.5"})

    made = objectives(stage)[-1]
    assert [each["value"] for each in platforms["element"]["initial_options"]] == ["linkedin", "x", "pinterest"]
    assert (made.kind, made.statement, made.resources.hours_a_week) == (ObjectiveKind.TRAFFIC, "More visits", 5)
    assert made.platforms == (Platform.LINKEDIN, Platform.X)
    assert made.targets == (Target(kpi=Kpi.CLICKS, value=120), Target(kpi=Kpi.CLICK_THROUGH_RATE, value=0.025))


def test_each_objective_has_a_number_of_its_own(stage: Stage, amy: Hand) -> None:
    in_two_steps(amy, "/objective set")
    amy.submit({})

    in_two_steps(amy, "/objective edit O1", statement="Better talks")
    amy.submit({})

    assert [(each.id, each.statement) for each in objectives(stage)] == [("O1", "Better talks"), ("O2", "More visits")]


def test_what_was_typed_stands_in_the_form(stage: Stage, amy: Hand) -> None:
    answer = amy.command('/objective notoriété "Être connus à Lyon" jusqu’au 2027-03-31', channel=SOCIAL)

    elements = {block["block_id"]: block["element"] for block in answer.modal.blocks if "element" in block}
    assert elements["kind"]["initial_option"]["value"] == "awareness"
    assert elements["statement"]["initial_value"] == "Être connus à Lyon"
    assert elements["deadline"]["initial_date"] == "2027-03-31"


def test_a_deadline_that_is_over_is_refused_in_its_field_and_the_form_stays(stage: Stage, amy: Hand) -> None:
    amy.command("/objective set", channel=SOCIAL)

    answer = amy.submit({"kind": "sales", "statement": "Sell", "deadline": "2020-01-01"})

    assert set(answer.errors) == {"deadline"}
    assert amy.modal is not None


def test_a_rate_above_a_hundred_percent_is_refused_in_its_field(stage: Stage, amy: Hand) -> None:
    in_two_steps(amy, "/objective set")

    answer = amy.submit({"target.click_through_rate": "250"})

    assert set(answer.errors) == {"target.click_through_rate"}


def test_a_rate_of_another_kpi_above_a_hundred_percent_is_refused_where_it_was_typed(stage: Stage, amy: Hand) -> None:
    in_two_steps(amy, "/objective set", kind="sales")

    answer = amy.submit({"other": "click_through_rate", "other_value": "250"})

    assert set(answer.errors) == {"other_value"}


@pytest.mark.parametrize(
    ("typed", "field"), [({"other": "reach"}, "other_value"), ({"other_value": "500"}, "other")], ids=["kpi", "value"]
)
def test_half_of_another_target_is_asked_for_its_other_half(
    stage: Stage, amy: Hand, typed: dict[str, str], field: str
) -> None:
    in_two_steps(amy, "/objective set")

    answer = amy.submit(typed)

    assert set(answer.errors) == {field}
    assert len(objectives(stage)) == 1


def test_platforms_that_nobody_touches_stay_as_they_are_also_where_none_is_chosen(stage: Stage, amy: Hand) -> None:
    assert objectives(stage)[0].platforms == ()

    in_two_steps(amy, "/objective edit O1", kind="engagement", statement="Better talks")
    amy.submit({})

    assert [(each.statement, each.platforms) for each in objectives(stage)] == [("Better talks", ())]


def test_an_objective_past_its_deadline_is_changed_without_another_one(stage: Stage, amy: Hand) -> None:
    change(stage, deadline=date(2026, 11, 20))

    in_two_steps(amy, "/objective edit O1", statement="Better talks")
    amy.submit({})
    amy.command("/objective edit O1", channel=SOCIAL)
    answer = amy.submit({"deadline": "2026-11-21"})

    assert [(each.statement, each.deadline) for each in objectives(stage)] == [("Better talks", date(2026, 11, 20))]
    assert set(answer.errors) == {"deadline"}


def test_a_sixth_is_refused_before_its_form_and_with_what_was_typed(stage: Stage, amy: Hand) -> None:
    open_more(stage, 4)

    answer = amy.command("/objective sales Vendre plus", channel=SOCIAL)

    assert answer.modal is None
    assert "5 objectifs ouverts" in answer.text
    assert "Vendre plus" in str(answer.messages[-1].blocks)


def test_a_sixth_is_refused_after_its_first_step_where_the_others_came_meanwhile(stage: Stage, amy: Hand) -> None:
    amy.command("/objective set", channel=SOCIAL)
    open_more(stage, 4)

    answer = amy.submit({"kind": "sales", "statement": "Vendre plus"})

    assert answer.modal is not None
    assert "5 objectifs ouverts" in str(answer.modal.blocks)


def test_money_stands_in_the_currency_of_the_plan(stage: Stage, amy: Hand) -> None:
    change(stage, resources=Resources(budget=1500))

    card = amy.command("/objective", channel=SOCIAL)
    form = amy.command("/objective edit O1", channel=SOCIAL)

    currency = stage.strategy.plan.limits.currency
    budget = translator_for(stage_member(stage, "UAMY")).money(1500, currency)
    assert f"budget {budget}" in json.dumps(card.messages[-1].blocks, ensure_ascii=False)
    assert f"({currency})" in str(form.modal.blocks)


def test_who_changed_what_of_an_objective_and_when_stands_in_the_plans_history(stage: Stage, amy: Hand) -> None:
    known = objectives(stage)[0].id
    in_two_steps(amy, "/objective set")
    amy.submit({})
    in_two_steps(amy, f"/objective edit {known}", kind="engagement", statement="Better talks")
    amy.submit({})
    amy.command(f"/objective close {known} We reached 4.1%", channel=SOCIAL)
    amy.submit({})
    amy.command(f"/objective reopen {known}", channel=SOCIAL)
    amy.command("/kpi target reach 500", channel=SOCIAL)

    with stage.bot.house.store.transaction() as tx:
        changes = tx.strategies.get(stage.strategy.id).plan.changes
    whats = ["objective", "objective-edited", "objective-closed", "objective-reopened", "target"]
    assert [(each.what, each.by, each.at) for each in changes] == [(what, "UAMY", MONDAY) for what in whats]
    plan = json.dumps(amy.command("/plan", channel=SOCIAL).messages[-1].blocks, ensure_ascii=False)
    assert "a fixé une cible · portée" in plan


def test_only_the_manager_and_admins_set_one_and_the_refusal_names_who(stage: Stage, bob: Hand) -> None:
    answer = bob.command("/objective set", channel=SOCIAL)

    assert answer.modal is None
    assert "<@UAMY>" in answer.text


def test_the_right_is_checked_again_when_the_form_is_sent(stage: Stage, amy: Hand) -> None:
    in_two_steps(amy, "/objective set")
    stage.slack.change_member("UAMY", is_admin=False)
    stage.slack.wait_for(lambda: not stage_member(stage, "UAMY").is_admin)
    hand_over(stage, "UBOB")

    answer = amy.submit({})

    assert len(objectives(stage)) == 1
    assert answer.modal is not None
    assert "<@UBOB>" in str(answer.modal.blocks)


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "has 1 objective"), ("show", "has 1 objective"), ("help", "Objectives"), ("close O99", "no objective O99")],
)
def test_every_other_text_is_answered(stage: Stage, text: str, said: str) -> None:
    bob = stage.slack.hand("UBOB")
    hand_over(stage, "UBOB")

    assert said in bob.command(f"/objective {text}", channel=SOCIAL).text


@pytest.mark.parametrize(("hours", "posts"), [(None, None), (0, 0), (0.5, 0), (2, 1), (5, 3), (10, 6)])
def test_the_hours_leave_room_for_so_many_posts_a_week(hours: float | None, posts: int | None) -> None:
    effort = effort_for(hours)

    assert (effort.posts if effort else None) == posts


def test_few_hours_suggest_few_platforms_and_always_one() -> None:
    assert platforms_for(ObjectiveKind.TRAFFIC, 0.5) == (Platform.LINKEDIN,)
    assert len(platforms_for(ObjectiveKind.TRAFFIC, None)) == 4


def test_a_platform_that_no_objective_asked_for_is_seen(stage: Stage, amy: Hand) -> None:
    in_two_steps(amy, f"/objective edit {objectives(stage)[0].id}")
    amy.submit({"platforms": ["linkedin"]})
    with stage.bot.house.store.transaction() as tx:
        strategy = tx.strategies.get(stage.strategy.id)

    assert is_asked_for(strategy, Platform.LINKEDIN)
    assert not is_asked_for(strategy, Platform.TIKTOK)


def test_what_is_not_understood_gets_help_and_no_refusal_from_who_could_not_set_it(stage: Stage, bob: Hand) -> None:
    answer = bob.command("/objective blorp", channel=SOCIAL)

    said = json.dumps(answer.messages[-1].blocks)
    assert "/objective close O1" in said
    assert "<@UAMY>" not in said


def test_who_may_set_one_finds_words_that_are_not_understood_in_the_form(stage: Stage, amy: Hand) -> None:
    answer = amy.command("/objective Plus de pain", channel=SOCIAL)

    assert answer.modal.state["statement"]["statement"]["value"] == "Plus de pain"


@pytest.mark.parametrize("typed", ["set blorp", "sales blorp", "blorp until 2027-03-31"])
def test_what_is_understood_is_refused_to_who_may_not_set_it(stage: Stage, bob: Hand, typed: str) -> None:
    assert "<@UAMY>" in bob.command(f"/objective {typed}", channel=SOCIAL).text


def test_a_deadline_that_was_not_understood_is_told_in_the_form(stage: Stage, amy: Hand) -> None:
    answer = amy.command("/objective ventes Vendre plus avant la rentrée", channel=SOCIAL)

    assert "Aucune échéance comprise dans *avant la rentrée*" in str(answer.modal.blocks)
    assert answer.modal.state["statement"]["statement"]["value"] == "Vendre plus avant la rentrée"
