"""What customers want becomes content: an idea of a question or of a round's line, its count, the radar."""

from datetime import date

import pytest

from bot.domain.posts import PostState
from tests.handlers.engage.test_questions import BELGIUM
from tests.handlers.posting import SOCIAL, last, post, shown


def keep(hand, text: str = BELGIUM):
    return hand.command(f'/checkin question "{text}" on facebook', channel=SOCIAL)


def as_idea(hand, message, control: str):
    """The press, and its form as it opens."""
    hand.press(message, control)
    return hand.submit({"platform": "facebook"})


def test_an_idea_of_a_question_says_how_often_it_was_asked_for_and_the_same_again_counts_there(stage, bob, amy):
    as_idea(bob, last(keep(bob)), "question.post")
    idea = post(stage, "P1")
    assert (idea.state, idea.asked_for) == (PostState.IDEA, ("Q1",))
    assert "Customers asked for it once" in shown(last(bob.command("/post show P1", channel=SOCIAL)))

    again = last(keep(amy, BELGIUM + "?"))
    amy.press(again, "question.post")

    assert "P1 y répond" in shown(amy.modal)
    assert post(stage, "P1").asked_for == ("Q1", "Q2")
    listed = bob.command("/post list ideas", channel=SOCIAL)
    assert "Customers asked for it 2 times" in shown(last(listed))

    amy.command("/post undo", channel=SOCIAL)
    assert post(stage, "P1").asked_for == ("Q1",)


@pytest.mark.parametrize("with_form", [False, True])
def test_what_was_learned_on_a_round_becomes_an_idea_with_a_press(stage, bob, with_form):
    if with_form:
        bob.command("/checkin", channel=SOCIAL)
        said = bob.submit({"answered": "2", "learned": "Refills <at the shop> & less glass"})
        bob.press(said.modal or bob.modal, "round.post")
    else:
        said = bob.command("/checkin 2 answered, learned: Refills <at the shop> & less glass", channel=SOCIAL)
        bob.press(last(said), "round.post")
    assert "Refills" in str(bob.modal.blocks)
    bob.submit({"platform": "facebook"})

    idea = post(stage, "P1")
    assert idea.title == "Refills <at the shop> & less glass"
    assert "heard by Bob on" in idea.notes
    assert len(idea.asked_for) == 1
    assert "UBOB" not in idea.asked_for[0]


def test_a_round_without_a_line_offers_no_idea(bob):
    assert "round.post" not in str(last(bob.command("/checkin 2 answered", channel=SOCIAL)).blocks)


def test_the_radar_says_that_no_post_of_the_month_answers_what_was_asked_until_one_does(stage, amy):
    keep(amy)
    checked = last(amy.command("/plan check december", channel=SOCIAL))
    line = next(each for each in shown(checked).split("section") if "Demandes" in each)
    assert "une demande" in line
    assert "Belgium" in line

    amy.press(checked, next(each for each in actions_of(checked) if each.endswith("|Q1")))
    amy.submit({"title": "We ship to Belgium", "platform": "facebook", "day": "2026-12-08", "clock": "10:00"})

    made = post(stage, "P1")
    assert (made.asked_for, made.due.day) == (("Q1",), date(2026, 12, 8))
    assert "Demandes" not in shown(last(amy.command("/plan check december", channel=SOCIAL)))
    amy.command("/post undo", channel=SOCIAL)
    assert "Demandes" in shown(last(amy.command("/plan check december", channel=SOCIAL)))


def actions_of(message) -> list[str]:
    accessories = (each["accessory"] for each in message.blocks if "accessory" in each)
    return [f"{each['action_id']}:{each['value']}" for each in accessories if "value" in each]
