"""All posts of a day go to another: asked before, what stays is named, taken back."""

import pytest

from bot.domain.plan_parts import Limits
from tests.handlers.plan.test_holds import keep_plan
from tests.handlers.posting import SOCIAL, last, posts, shown


def test_a_day_is_shown_before_it_moves_and_can_be_taken_back(stage, bob):
    bob.command('/post add "Tea" on linkedin by me 2026-12-01 16:00', channel=SOCIAL)

    question = last(bob.command("/post move 2026-12-01 to 2026-12-02", channel=SOCIAL))
    assert posts(stage)[0].due.wall == "2026-12-01T16:00"
    moved = last(bob.press(question, "post.move-day"))
    assert posts(stage)[0].due.wall == "2026-12-02T16:00"
    bob.press(moved, "post.undo-batch")

    assert posts(stage)[0].due.wall == "2026-12-01T16:00"


def test_what_of_a_day_would_be_over_already_is_named_before_and_after(stage, bob):
    bob.command('/post add "Tea" on linkedin by me tomorrow 09:00', channel=SOCIAL)
    bob.command('/post add "Bread" on facebook by me tomorrow 18:00', channel=SOCIAL)

    question = last(bob.command("/post move tomorrow to today", channel=SOCIAL))
    moved = last(bob.press(question, "post.move-day"))

    assert "One post will move from" in question.text
    assert "One post is moved to" in moved.text
    assert "P1 will stay as it is: somebody else has it, or its time of day has passed" in shown(question)
    assert "Left as is: P1. Possible reasons: somebody else's post, a time already past" in shown(moved)
    assert [each.due.wall for each in posts(stage)] == ["2026-11-24T09:00", "2026-11-23T18:00"]


def test_a_day_that_the_plan_holds_back_says_that_nothing_moved(stage, bob):
    bob.command('/post add "Tea" on linkedin by me tomorrow 09:00', channel=SOCIAL)
    bob.command('/post add "Bread" on facebook by me friday 18:00', channel=SOCIAL)
    keep_plan(stage, limits=Limits(posts_a_day=1))

    moved = last(bob.press(last(bob.command("/post move tomorrow to friday", channel=SOCIAL)), "post.move-day"))

    assert "No post could be moved." in moved.text
    assert "Left as is: P1." in shown(moved)


@pytest.mark.parametrize(
    "typed", ["move all posts from friday to monday", "déplacer toutes les publications de vendredi à lundi"]
)
def test_a_day_moves_in_the_words_that_people_use_for_it(stage, bob, typed):
    bob.command('/post add "Tea" on linkedin by me friday 16:00', channel=SOCIAL)

    bob.press(last(bob.command(f"/post {typed}", channel=SOCIAL)), "post.move-day")

    assert posts(stage)[0].due.wall == "2026-11-30T16:00"


def test_a_time_for_all_posts_of_a_day_is_told_not_to_be_taken(stage, bob):
    bob.command('/post add "Tea" on linkedin by me friday 16:00', channel=SOCIAL)

    answer = bob.command("/post move all posts from friday to monday at 10:00", channel=SOCIAL)

    assert "keep their times" in last(answer).text
    bob.press(last(answer), "post.move-day")
    assert posts(stage)[0].due.wall == "2026-11-30T16:00"


def test_a_day_that_moves_is_said_in_good_french(stage, amy):
    amy.command('/post ajouter "Thé" sur linkedin par moi vendredi 16h', channel=SOCIAL)

    question = last(amy.command("/post déplacer vendredi à lundi", channel=SOCIAL))
    moved = last(amy.press(question, "post.move-day"))

    assert "passera du vendredi 27 novembre au lundi 30 novembre" in question.text
    assert "est déplacée au lundi 30 novembre" in moved.text
