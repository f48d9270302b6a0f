"""`/objective` through the local Slack: two steps, changed, closed; rights and refusals."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.compass import is_asked_for
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, Resources, Target
from bot.i18n import Translator, translator_for
from bot.sandbox.hand import Hand
from bot.sandbox.limits import check_message, check_view
from bot.services.objectives import effort_for, platforms_for
from handlers.views import objective as views
from tests.conftest import MONDAY, Stage

SOCIAL = "CSOCIAL"


@pytest.fixture
def amy(stage: Stage) -> Hand:
    return stage.slack.hand("UAMY")


@pytest.fixture
def bob(stage: Stage) -> Hand:
    return stage.slack.hand("UBOB")


def objectives(stage: Stage) -> Any:
    with stage.bot.house.store.transaction() as tx:
        return tx.strategies.get(stage.strategy.id).objectives


def in_two_steps(hand: Hand, command: str, **first: Any) -> Any:
    hand.command(command, channel=SOCIAL)
    answer = hand.submit({"kind": "traffic", "statement": "More visits", "hours": "5", **first})
    assert answer.modal is not None
    return answer


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


def change(stage: Stage, **parts: Any) -> None:
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        first, *rest = known.objectives
        tx.strategies.put(replace(known, objectives=(replace(first, **parts), *rest)))


def open_more(stage: Stage, count: int) -> None:
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        more = [
            replace(known.objectives[0], id=f"O{tx.next_number('objective')}", closed_at=None) for _ in range(count)
        ]
        tx.strategies.put(replace(known, objectives=(*known.objectives, *more)))


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


def test_no_more_are_open_after_a_reopening_than_may_be_set(stage: Stage, amy: Hand) -> None:
    open_more(stage, 5)
    change(stage, closed_at=MONDAY)

    answer = amy.command("/objective reopen O1", channel=SOCIAL)

    assert "5 objectifs ouverts" in answer.text
    assert objectives(stage)[0].closed_at == MONDAY


def test_the_day_of_a_closing_is_the_readers(stage: Stage, amy: Hand) -> None:
    change(stage, closed_at=MONDAY.replace(day=24, hour=1))

    answer = amy.command("/objective", channel=SOCIAL)

    assert "lun. 23 nov. 2026" in str(answer.messages[-1].blocks)


def test_money_stands_in_the_currency_of_the_plan(stage: Stage, amy: Hand) -> None:
    change(stage, resources=Resources(budget=1500))

    card = amy.command("/objective", channel=SOCIAL)
    form = amy.command("/objective edit O1", channel=SOCIAL)

    currency = stage.strategy.plan.limits.currency
    budget = translator_for(stage_member(stage, "UAMY")).money(1500, currency)
    assert f"budget {budget}" in json.dumps(card.messages[-1].blocks, ensure_ascii=False)
    assert f"({currency})" in str(form.modal.blocks)


def test_an_objective_is_changed_and_closed_with_its_result(stage: Stage, amy: Hand) -> None:
    known = objectives(stage)[0].id
    in_two_steps(amy, f"/objective edit {known}", kind="engagement", statement="Better talks")
    amy.submit({})
    amy.command(f"/objective close {known} We reached 4.1%", channel=SOCIAL)
    amy.submit({})

    [objective] = objectives(stage)
    assert objective.statement == "Better talks"
    assert objective.result == "We reached 4.1%"
    assert objective.closed_by == "UAMY"


def test_without_its_number_the_only_open_one_is_changed_and_no_second_one_made(stage: Stage, amy: Hand) -> None:
    answer = amy.command("/objective modifier Plus de ventes en ligne", channel=SOCIAL)
    kind = answer.modal.state["kind"]["kind"]["selected_option"]["value"]
    amy.submit({})
    amy.submit({})

    assert [(each.id, each.statement) for each in objectives(stage)] == [("O1", "Plus de ventes en ligne")]
    assert kind == "engagement"


@pytest.mark.parametrize(
    ("typed", "field"),
    [("modifier Plus de <thé> & de miel", "statement"), ("fermer Moins de <thé> & de miel", "result")],
)
def test_of_several_one_is_chosen_and_what_was_typed_is_in_its_form(
    stage: Stage, amy: Hand, typed: str, field: str
) -> None:
    open_more(stage, 2)

    asked = amy.command(f"/objective {typed}", channel=SOCIAL)
    buttons = [block["accessory"]["value"] for block in asked.messages[-1].blocks if "accessory" in block]
    answer = amy.press(asked.messages[-1], f"objective.more:{buttons[1]}")

    assert "Plusieurs objectifs sont ouverts" in asked.text
    assert answer.modal.state[field][field]["value"] == typed.partition(" ")[2]
    assert json.loads(answer.modal.private_metadata)["objective"] == "O2"


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


def stage_member(stage: Stage, member_id: str) -> Any:
    with stage.bot.house.store.transaction() as tx:
        return tx.members.get(member_id)


def hand_over(stage: Stage, member_id: str) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), manager_id=member_id))


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


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_every_view_fits_at_its_longest(locale: str, long_objective: Callable[[], Any]) -> None:
    t, objective = Translator(locale, "Europe/Paris"), long_objective()
    meta = {"channel": SOCIAL, "objective": "O1", "first": {"statement": "m" * 300}}
    closed = replace(objective, closed_at=MONDAY, closed_by="UAMY")

    for kind in ObjectiveKind:
        assert check_view(views.second_step(t, kind, 12.5, objective, meta=meta), surface="modal") is None
    assert check_view(views.first_step(t, objective, currency="CAD", meta=meta), surface="modal") is None
    assert (
        check_view(views.first_step(t, objective, currency="CAD", meta=meta, missed="&" * 300), surface="modal") is None
    )
    saved = views.saved(t, objective, said="a", is_undoable=True, currency="CAD", channel_id=SOCIAL)
    assert check_view(saved, surface="modal") is None
    for each in (objective, closed):
        assert check_view(views.closing_form(t, each, meta=meta, result="r" * 1000), surface="modal") is None
    shown = [views.objective_blocks(t, each, currency="CAD", may_change=True) for each in (objective, closed)]
    for blocks in (*shown, views.objective_help(t)[1]):
        assert check_message({"text": "a", "blocks": blocks}) is None
    assert check_message({"text": "a", "blocks": views.objective_help(t, not_understood="&" * 3000)[1]}) is None


@pytest.fixture
def long_objective() -> Callable[[], Any]:
    return lambda: Objective(
        id="O1",
        kind=ObjectiveKind.SALES,
        statement="<!channel> *" + "é" * 280,
        deadline=date(2027, 12, 31),
        targets=tuple(Target(kpi=kpi, value=0.5) for kpi in Kpi),
        platforms=tuple(Platform),
        resources=Resources(hours_a_week=40, budget=1e9),
        result="&" * 1000,
    )


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_card_fits_with_five_long_objectives_and_broadcasts_nothing(
    locale: str, long_objective: Callable[[], Any], stage: Stage
) -> None:
    t, every = Translator(locale, "Europe/Paris"), tuple(replace(long_objective(), id=f"O{n}") for n in range(5))
    strategy = replace(stage.strategy, objectives=every)
    text, blocks = views.objectives_card(t, strategy, may_change=True, notice="a", undo="O1")

    assert check_message({"text": text, "blocks": blocks}) is None
    assert check_view(views.objectives_modal(t, strategy, notice="a"), surface="modal") is None
    for verb in ("edit", "close", "reopen"):
        for meant in (every, ()):
            text, choices = views.which_one(t, verb, meant, instead=every, said="&" * 4000)
            assert check_message({"text": text, "blocks": choices}) is None
    assert "<!channel>" not in str(blocks)


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


def test_where_none_is_open_or_closed_it_says_so_and_offers_the_others(stage: Stage, amy: Hand) -> None:
    none_closed = amy.command("/objective reopen", channel=SOCIAL)
    change(stage, closed_at=MONDAY, result="Old")
    none_open = amy.command("/objective fermer Nouveau", channel=SOCIAL)
    answer = amy.press(none_open.messages[-1], "objective.more")

    assert "Aucun objectif n’est clos." in none_closed.text
    assert "Aucun objectif n’est ouvert. Ceux-ci sont clos" in none_open.text
    assert answer.modal.state["result"]["result"]["value"] == "Nouveau"


def test_the_only_closed_one_is_reopened_without_its_number(stage: Stage, amy: Hand) -> None:
    change(stage, closed_at=MONDAY, result="Old")

    answer = amy.command("/objective rouvrir", channel=SOCIAL)

    assert "O1 est rouvert" in answer.text
    assert objectives(stage)[0].closed_at is None


def test_the_result_of_a_closed_one_is_changed_and_who_closed_it_stays(stage: Stage, amy: Hand) -> None:
    change(stage, closed_at=MONDAY, closed_by="UBOB", result="4.0%")

    corrected = amy.command("/objective close O1 Correction: 4.1%", channel=SOCIAL)
    amy.submit({})
    again = amy.command("/objective close O1", channel=SOCIAL)

    [objective] = objectives(stage)
    assert (objective.result, objective.closed_by) == ("Correction: 4.1%", "UBOB")
    assert "<@UBOB> : 4.0%" in shown(corrected.modal)
    assert again.modal.state["result"]["result"]["value"] == "Correction: 4.1%"


def shown(view: Any) -> str:
    return json.dumps(view.blocks, ensure_ascii=False).replace("\u00a0", " ")


def test_who_closes_what_somebody_closed_meanwhile_sees_that_result_and_keeps_their_own(
    stage: Stage, amy: Hand, bob: Hand
) -> None:
    stage.slack.change_member("UBOB", is_admin=True)
    stage.slack.wait_for(lambda: stage_member(stage, "UBOB").is_admin)
    amy.command("/objective close O1 Mine", channel=SOCIAL)
    bob.command("/objective close O1 Theirs", channel=SOCIAL)
    bob.submit({})

    warned = amy.submit({})
    [objective] = objectives(stage)
    amy.submit({})

    assert objective.result == "Theirs"
    assert "<@UBOB> : Theirs" in shown(warned.modal)
    assert warned.modal.state["result"]["result"]["value"] == "Mine"
    assert objectives(stage)[0].result == "Mine"


def do(amy: Hand, deed: str) -> Any:
    """What *deed* says, and what is seen after it."""
    if deed == "reopen":
        return amy.command("/objective reopen O1", channel=SOCIAL).messages[-1]
    amy.command(
        {"set": "/objective set", "edit": "/objective edit O1", "close": "/objective close O1 Done"}[deed],
        channel=SOCIAL,
    )
    if deed == "close":
        return amy.submit({}).modal
    amy.submit({"kind": "traffic", "statement": "More visits"})
    return amy.submit({}).modal


DEEDS = ["set", "edit", "close", "reopen"]


@pytest.mark.parametrize("deed", DEEDS)
def test_what_was_done_is_taken_back_where_it_is_told(stage: Stage, amy: Hand, deed: str) -> None:
    if deed == "reopen":
        change(stage, closed_at=MONDAY, closed_by="UBOB", result="Old")
    before = objectives(stage)

    told = do(amy, deed)
    after = objectives(stage)
    answer = amy.press(told, "objective.undo")

    assert after != before
    assert objectives(stage) == before
    assert ("O2 est annulé" if deed == "set" else "O1 est comme avant") in shown(answer.modal or answer.messages[-1])


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("typed", ["undo", "défaire {number}"])
def test_what_was_done_is_taken_back_by_typing(stage: Stage, amy: Hand, deed: str, typed: str) -> None:
    if deed == "reopen":
        change(stage, closed_at=MONDAY, closed_by="UBOB", result="Old")
    before = objectives(stage)
    do(amy, deed)

    amy.command(f"/objective {typed.format(number='O2' if deed == 'set' else 'O1')}", channel=SOCIAL)

    assert objectives(stage) == before


def test_the_last_of_several_is_taken_back_first(stage: Stage, amy: Hand) -> None:
    do(amy, "set")
    do(amy, "edit")

    amy.command("/objective undo", channel=SOCIAL)
    first = [each.statement for each in objectives(stage)]
    amy.command("/objective undo", channel=SOCIAL)
    nothing = amy.command("/objective undo", channel=SOCIAL)

    assert first == ["More people who talk with us before Christmas", "More visits"]
    assert [each.id for each in objectives(stage)] == ["O1"]
    assert "Vous n’avez rien à défaire" in nothing.text


def test_after_ten_minutes_for_others_and_once_it_was_changed_it_stays(stage: Stage, amy: Hand, bob: Hand) -> None:
    stage.slack.change_member("UBOB", is_admin=True)
    stage.slack.wait_for(lambda: stage_member(stage, "UBOB").is_admin)
    do(amy, "edit")
    others = bob.command("/objective undo O1", channel=SOCIAL)
    change(stage, statement="Changed since")
    since = amy.command("/objective undo O1", channel=SOCIAL)
    do(amy, "close")
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=10))
    late = amy.command("/objective undo O1", channel=SOCIAL)

    assert "nothing of yours" in others.text
    assert "Vous n’avez rien à défaire" in since.text
    assert "Vous n’avez rien à défaire" in late.text
    assert objectives(stage)[0].closed_at == MONDAY


def test_a_new_one_that_posts_serve_is_not_taken_back(stage: Stage, amy: Hand) -> None:
    change(stage, closed_at=MONDAY)
    do(amy, "set")
    amy.command('/post add "Tea" on linkedin by @amy due fri 10:00', channel=SOCIAL)

    refused = amy.command("/objective undo", channel=SOCIAL)
    amy.command("/post undo", channel=SOCIAL)
    amy.command("/objective undo", channel=SOCIAL)

    assert "O2 ne s’annule plus" in refused.text
    assert [each.id for each in objectives(stage)] == ["O1"]


def test_no_more_are_open_after_an_undo_than_may_be_set(stage: Stage, amy: Hand) -> None:
    do(amy, "close")
    open_more(stage, 5)

    answer = amy.command("/objective undo", channel=SOCIAL)

    assert "5 objectifs ouverts" in answer.text
    assert objectives(stage)[0].closed_at == MONDAY


def test_what_is_taken_back_stays_in_the_plans_history(stage: Stage, amy: Hand) -> None:
    do(amy, "set")
    amy.command("/objective undo", channel=SOCIAL)

    plan = amy.command("/plan", channel=SOCIAL).messages[-1]

    assert "a annulé un changement d’objectif · More visits" in shown(plan)
