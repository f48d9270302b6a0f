"""Review asked for anew: with a note, of somebody else, after a change; each reads the question that stands, once."""

from datetime import timedelta

import pytest

from bot.domain.posts import PostState
from tests.handlers.posting import SOCIAL, last, post, shown
from tests.handlers.reviewing import asked, bobs


def minute(stage) -> None:
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=1))


def newest(hand, count: int) -> list:
    """The last messages of a conversation, as they read now."""
    return hand.direct_messages()[-count:]


def test_a_note_for_who_has_it_already_asks_them_again_and_the_first_question_says_so(stage, bob, amy):
    asked(stage, bob)

    bob.command("/post review P1 <@UAMY> the price & the date", channel=SOCIAL)
    said = bob.submit({})
    minute(stage)

    assert "is asked again about P1" in shown(said.modal)
    first, second = newest(amy, 2)
    assert "À regarder : le prix" not in second.text
    assert "the price &amp; the date" in shown(second)
    assert "post.approve" in shown(second)
    assert "vous a été refaite" in first.text
    assert "post.approve" not in shown(first)


def test_the_same_note_sent_twice_asks_once(stage, bob, amy):
    bobs(stage)
    for _ in range(2):
        bob.command("/post review P1 <@UAMY> the price", channel=SOCIAL)
        bob.submit({})
    minute(stage)

    assert [each.what for each in post(stage).history] == ["added", "in_review"]
    assert sum("attend votre relecture" in each.text for each in amy.direct_messages()) == 1


def test_without_a_note_who_has_it_already_is_not_said_to_be_told(stage, bob):
    asked(stage, bob)

    answer = bob.command("/post review P1 <@UAMY>", channel=SOCIAL)

    assert "P1 is with <@UAMY> already,* since Mon 23 Nov 13:00" in shown(last(answer))


@pytest.mark.parametrize("wait", [0, 5], ids=["in one moment", "later"])
def test_a_reviewer_who_was_replaced_reads_who_has_it_now(stage, bob, amy, wait):
    bobs(stage)
    bob.command("/post review P1 <@UAMY>", channel=SOCIAL)
    stage.move_to(stage.slack.clock.now() + timedelta(seconds=wait))
    minute(stage)
    stage.slack.clock.move_to(stage.slack.clock.now() + timedelta(minutes=wait))
    bob.command("/post review P1 <@UDAN>", channel=SOCIAL)
    minute(stage)

    (hers,) = newest(amy, 1)
    (his,) = newest(stage.slack.hand("UDAN"), 1)
    assert "la relecture revient maintenant à <@UDAN>" in hers.text
    assert "post.approve" not in shown(hers)
    assert "waits for your review" in his.text
    assert "post.approve" in shown(his)


def test_three_reviewers_in_one_moment_leave_the_last_one_asked(stage, bob, amy):
    bobs(stage)
    for reviewer in ("UAMY", "UCHLOE", "UDAN"):
        bob.command(f"/post review P1 <@{reviewer}>", channel=SOCIAL)
        stage.bot.tick()
    minute(stage)

    for reviewer, is_asked in (("UAMY", False), ("UCHLOE", False), ("UDAN", True)):
        found = [each for each in stage.slack.hand(reviewer).direct_messages() if "P1" in each.text]
        assert any("post.approve" in shown(each) for each in found) is is_asked


def test_the_managers_own_edit_of_an_approved_post_asks_nobody_and_is_theirs_to_answer_for(stage, bob, amy):
    asked(stage, bob)
    amy.command("/post approve P1", channel=SOCIAL)
    minute(stage)
    before = len(amy.direct_messages())

    amy.command("/post edit P1", channel=SOCIAL)
    amy.submit({"text": "Tea at five"})
    minute(stage)

    assert (post(stage).state, post(stage).approved_by) == (PostState.APPROVED, "UAMY")
    assert post(stage).text == "Tea at five"
    assert len(amy.direct_messages()) == before


def test_an_edit_by_another_is_read_by_the_reviewer_again(stage, bob, amy):
    bobs(stage)
    bob.command("/post review P1 <@UDAN>", channel=SOCIAL)
    stage.slack.hand("UDAN").command("/post approve P1", channel=SOCIAL)

    amy.command("/post edit P1", channel=SOCIAL)
    amy.submit({"text": "Tea at five"})
    minute(stage)

    assert (post(stage).state, post(stage).review_asked_by) == (PostState.IN_REVIEW, "UAMY")
    assert "asked by <@UAMY>" in newest(stage.slack.hand("UDAN"), 1)[0].text


def test_who_takes_the_review_upon_themselves_is_not_asked_by_themselves(stage, amy):
    bobs(stage)

    answer = amy.command("/post relire P1 moi", channel=SOCIAL)
    stage.move_to(stage.slack.clock.now() + timedelta(days=1, hours=2))

    assert "la relecture vous revient" in shown(last(answer))
    assert [each.text for each in amy.direct_messages() if "attend votre relecture" in each.text] == []
    mornings = [each for each in amy.direct_messages() if "À relire" in shown(each)]
    assert len(mornings) == 2


def test_the_morning_of_a_reviewer_who_was_replaced_says_nothing_of_the_post_any_more(stage, bob, amy):
    asked(stage, bob)
    stage.move_to(stage.slack.clock.now() + timedelta(hours=1, minutes=5))
    morning = newest(amy, 1)[0]
    assert "2 choses en attente" in morning.text  # the post, and what the week lacks

    bob.command("/post review P1 <@UDAN>", channel=SOCIAL)
    minute(stage)

    now = stage.slack.workspace.message(morning.channel, morning.ts)
    assert "P1" not in now.text + shown(now)
