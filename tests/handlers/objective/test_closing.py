"""`/objective edit`, `close` and `reopen`: which one is meant, and what becomes of its result."""

import json

import pytest

from bot.domain.strategy import Resources
from bot.sandbox.acting.hand import Hand
from tests.conftest import MONDAY, Stage
from tests.handlers.aiming import SOCIAL, change, hand_over, in_two_steps, make_admin, objectives, open_more, shown
from tests.handlers.measuring import live


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


def test_who_closes_what_somebody_closed_meanwhile_sees_that_result_and_keeps_their_own(
    stage: Stage, amy: Hand, bob: Hand
) -> None:
    make_admin(stage, "UBOB")
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


def test_the_form_that_asks_for_numbers_shows_those_that_are_known(stage: Stage, bob: Hand, amy: Hand) -> None:
    change(stage, resources=Resources(budget=500.0))
    for number in range(1, 7):
        live(stage, number, day=16 + number % 5, spend=10.5, counts={"reach": 1000, "reactions": 40 + number})
    live(stage, 7, day=18)
    hand_over(stage, "UBOB")

    form = shown(bob.command("/objective close O1", channel=SOCIAL).modal)

    assert "7 posts that serve it, 6 with numbers" in form
    assert "engagement rate by reach 4.4%, target 4.5% a week, reached in 0 of 1 week" in form
    assert "spent CA$63 (budget CA$500)" in form
    assert form.index("7 posts") < form.index("How did it go?")


def test_an_objective_that_nothing_served_yet_says_so(stage: Stage, amy: Hand) -> None:
    form = shown(amy.command("/objective fermer O1", channel=SOCIAL).modal)

    assert "aucune publication qui le sert n’est parue" in form
    assert "taux d’engagement selon la portée : pas de chiffres" in form


def test_a_second_objective_has_its_own_target_on_the_same_kpi_everywhere(stage: Stage, amy: Hand, bob: Hand) -> None:
    open_more(stage, 1)

    answer = amy.command("/kpi cible O2 taux d’engagement 6 %", channel=SOCIAL)

    first, second = objectives(stage)
    assert [each.value for each in first.targets] == [0.045]
    assert [each.value for each in second.targets] == [0.06]
    assert "6,0 %" in answer.text.replace("\u00a0", " ").replace("\u202f", " ")
    said = bob.command("/kpi", channel=SOCIAL).text
    assert "4.5%" in said
    assert "6.0%" in said
    assert "O2" in said


def test_a_target_of_an_objective_that_is_not_open_is_refused(stage: Stage, amy: Hand) -> None:
    assert "O9" in amy.command("/kpi cible O9 taux d’engagement 6 %", channel=SOCIAL).text
    assert [each.value for each in objectives(stage)[0].targets] == [0.045]
