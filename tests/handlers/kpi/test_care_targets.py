"""Targets on the time to answer and on questions still open: typed, in the form, in `/kpi care`, taken back."""

import pytest

from bot.domain.strategy import Kpi, ObjectiveKind, Target
from bot.sandbox.acting.hand import Hand
from tests.conftest import Stage
from tests.handlers.aiming import in_two_steps, objectives
from tests.handlers.kpi.test_care import answer_two_of_three
from tests.handlers.posting import SOCIAL


def targets(stage: Stage) -> dict[Kpi, float]:
    return {each.kpi: each.value for each in objectives(stage)[0].targets}


@pytest.mark.parametrize(
    ("typed", "kpi", "value"),
    [
        ("target time to answer 1 h 30", Kpi.TIME_TO_ANSWER, 90),
        ("objectif délai de réponse 2 h", Kpi.TIME_TO_ANSWER, 120),
        ("target unanswered 0", Kpi.UNANSWERED, 0),
    ],
)
def test_a_target_is_typed_told_and_taken_back(
    stage: Stage, bob: Hand, amy: Hand, typed: str, kpi: Kpi, value: float
) -> None:
    before = targets(stage)

    answer = amy.command(f"/kpi {typed}", channel=SOCIAL)

    assert targets(stage) == {**before, kpi: value}
    assert "au plus, chaque semaine" in answer.text

    amy.press(answer.messages[-1], "Défaire")

    assert targets(stage) == before


@pytest.mark.parametrize("typed", ["time to answer", "time to answer 2", "délai de réponse 1 jour"])
def test_a_time_without_its_unit_is_asked_for_with_an_example_that_works(stage: Stage, amy: Hand, typed: str) -> None:
    answer = amy.command(f"/kpi target {typed}", channel=SOCIAL).messages[-1].blocks[0]["text"]["text"]
    example = answer.split("`")[1].replace("\u00a0", " ")

    assert example == "/kpi cible délai de réponse 2 h"
    assert Kpi.TIME_TO_ANSWER not in targets(stage)

    amy.command(example, channel=SOCIAL)

    assert targets(stage)[Kpi.TIME_TO_ANSWER] == 120


def test_the_form_of_a_care_objective_asks_for_both_and_takes_hours_and_none(stage: Stage, amy: Hand) -> None:
    second = in_two_steps(amy, "/objective set", kind="care")
    shown = [block["block_id"] for block in second.modal.blocks if block.get("block_id", "").startswith("target.")]

    amy.submit({"target.time_to_answer": "1.5", "target.unanswered": "0"})

    made = objectives(stage)[-1]
    assert shown == ["target.response_rate", "target.time_to_answer", "target.unanswered"]
    assert made.kind is ObjectiveKind.CARE
    assert made.targets == (Target(kpi=Kpi.TIME_TO_ANSWER, value=90), Target(kpi=Kpi.UNANSWERED, value=0))


def test_the_form_shows_what_was_typed_as_a_duration_in_hours(stage: Stage, amy: Hand) -> None:
    amy.command("/kpi target time to answer 20 min", channel=SOCIAL)

    second = in_two_steps(amy, "/objective edit O1")
    field = next(each for each in second.modal.blocks if each.get("block_id") == "target.time_to_answer")
    amy.submit({"target.time_to_answer": field["element"]["initial_value"]})

    assert "en heures" in field["label"]["text"]
    assert targets(stage)[Kpi.TIME_TO_ANSWER] == 20


def test_another_target_can_be_none_left_open(stage: Stage, amy: Hand) -> None:
    in_two_steps(amy, "/objective set")

    answer = amy.submit({"other": "unanswered", "other_value": "0"})

    assert not answer.errors
    assert objectives(stage)[-1].targets == (Target(kpi=Kpi.UNANSWERED, value=0),)


def test_care_tells_its_targets_week_by_week(stage: Stage, bob: Hand, amy: Hand) -> None:
    amy.command("/kpi target time to answer 1 h", channel=SOCIAL)
    amy.command("/kpi target unanswered 1", channel=SOCIAL)
    answer_two_of_three(stage, bob)

    said = str(bob.command("/kpi care", channel=SOCIAL).messages[0].blocks)

    assert "Target: time to answer *2 h* (target 1 h), half of 3 questions, in working hours" in said
    assert "Target reached: questions still open *1* (target 1), whenever they were asked" in said


def test_the_digest_holds_them_against_their_targets(stage: Stage, bob: Hand, amy: Hand) -> None:
    amy.command("/kpi target time to answer 1 h", channel=SOCIAL)
    answer_two_of_three(stage, bob)
    bob.command('/post add "Tea" on facebook tomorrow 10:00', channel=SOCIAL)

    digest = bob.command("/kpi digest this week", channel=SOCIAL).messages[-1]
    thread = bob.press(digest, "Details").messages[-1]

    assert "Target: time to answer 2 h (target 1 h)" in digest.text.replace("*", "")
    assert "time to answer: 2 h (half of 3 questions, in working hours)" in thread.text
    assert "questions still open: 1 (whenever they were asked)" in thread.text


def test_a_week_without_posts_holds_them_against_their_targets_in_its_one_line(
    stage: Stage, bob: Hand, amy: Hand
) -> None:
    amy.command("/kpi target unanswered 2", channel=SOCIAL)
    amy.command("/kpi target reach 500", channel=SOCIAL)
    answer_two_of_three(stage, bob)

    digest = bob.command("/kpi digest this week", channel=SOCIAL).text

    assert digest.endswith("Target reached: questions still open 1 (target 2), whenever they were asked")


def test_an_objective_that_is_closed_tells_what_they_came_to(stage: Stage, bob: Hand, amy: Hand) -> None:
    amy.command("/kpi target time to answer 1 h", channel=SOCIAL)
    amy.command("/kpi target unanswered 1", channel=SOCIAL)
    answer_two_of_three(stage, bob)

    form = str(amy.command("/objective close O1", channel=SOCIAL).modal.blocks).replace("\\xa0", " ")

    assert "délai de réponse 2 h, cible : 1 h au plus par semaine, la moitié des 3 questions" in form
    assert "questions sans réponse 1, cible : 1 au plus par semaine, quel que soit leur âge" in form
