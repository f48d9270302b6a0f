"""Cancelling a post and reopening it, by text and by button."""

import pytest

from bot.domain.posts import PostState
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, cancelled, due_in, last, post, shown


def test_words_beside_reopen_are_shown_and_the_button_asks(stage, bob):
    add_post_on(stage)
    cancelled(stage)

    card = last(bob.command("/post reopen P1 for christmas", channel=SOCIAL))

    assert post(stage).state is PostState.CANCELLED
    assert "for christmas" in shown(card)
    bob.press(card, "post.reopen")
    assert post(stage).is_open


@pytest.mark.parametrize(
    ("member", "typed", "undo"), [("UBOB", "cancel", "/post undo"), ("UAMY", "annuler", "/post défaire")]
)
def test_cancel_without_a_number_names_undo_too(stage, member, typed, undo):
    answer = stage.slack.hand(member).command(f"/post {typed}", channel=SOCIAL)

    assert undo in answer.text


def test_a_typed_cancel_asks_first(stage, bob):
    add_post_on(stage)

    question = last(bob.command("/post cancel P1 because of rain", channel=SOCIAL))
    assert post(stage).is_open

    answer = bob.press(question, "post.cancel")
    assert post(stage).state is PostState.CANCELLED
    assert "of rain" in post(stage).history[-1].note
    assert "post.undo" in shown(last(answer))


def test_a_cancelled_post_is_reopened(stage, bob):
    add_post_on(stage, due=due_in(days=1))
    cancelled(stage)

    bob.press(last(bob.command("/post show P1", channel=SOCIAL)), "post.reopen")

    assert post(stage).state is PostState.DRAFT
