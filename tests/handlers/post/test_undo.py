"""`/post undo`: the last thing done, whatever it was; ten minutes later it says what to do instead."""

from datetime import timedelta

import pytest

from bot.domain.plan import Limits
from bot.domain.posts import PostState
from tests.conftest import MONDAY
from tests.handlers.files.test_files import answer_to, csv
from tests.handlers.plan.test_holds import keep_plan
from tests.handlers.posting import LINK, SOCIAL, a_post, due_in, last, post, posts, shown


@pytest.mark.parametrize(
    ("typed", "was"),
    [
        ("move P1 2026-12-01 16:00", "moved"),
        ("assign P1 @amy", "handed over"),
        ("review P1 @amy", "review asked for"),
        (f"done P1 {LINK}", "published"),
        ('serves P1 "A test"', "stands on its own"),
    ],
)
@pytest.mark.parametrize("undo", ["undo", "undo P1", "défaire"])
def test_what_was_typed_last_is_taken_back(stage, bob, typed, was, undo):
    a_post(stage, text="Tea", due=due_in(days=1))
    before = post(stage)
    bob.command(f"/post {typed}", channel=SOCIAL)
    assert post(stage) != before

    answer = bob.command(f"/post {undo}", channel=SOCIAL)

    after = post(stage)
    assert f"*Undone on P1:* {was}." in shown(last(answer))
    assert (after.due, after.owner_id, after.state, after.compass_answer) == (
        before.due,
        before.owner_id,
        before.state,
        before.compass_answer,
    )


def test_of_two_things_the_later_is_taken_back_and_then_the_other(stage, bob):
    a_post(stage, due=due_in(days=1))
    a_post(stage, title="Bread", due=due_in(days=2))
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=1))
    bob.command("/post assign P1 @amy", channel=SOCIAL)
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=2))
    bob.command("/post assign P2 @amy", channel=SOCIAL)

    bob.command("/post undo", channel=SOCIAL)
    assert [each.owner_id for each in posts(stage)] == ["UAMY", "UBOB"]
    bob.command("/post undo", channel=SOCIAL)

    assert [each.owner_id for each in posts(stage)] == ["UBOB", "UBOB"]


def test_of_two_things_in_one_moment_the_later_is_taken_back(stage, bob):
    bob.command('/post add "Tip" on instagram every tuesday 10:00 2 times', channel=SOCIAL)
    a_post(stage, title="Tea", due=due_in(days=1))
    a_post(stage, title="Bread", due=due_in(days=2))
    bob.command("/post assign P4 @amy", channel=SOCIAL)
    bob.command("/post assign P3 @amy", channel=SOCIAL)

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "Undone on P3" in shown(last(answer))


def test_a_series_is_taken_back_whole(stage, bob):
    bob.command('/post add "Tip" on instagram every tuesday 10:00 3 times', channel=SOCIAL)

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "Undone: 3 posts." in last(answer).text
    assert {each.state for each in posts(stage)} == {PostState.CANCELLED}


def test_an_import_is_taken_back_whole(stage, bob):
    bob.press(answer_to(bob, csv()), "import.confirm")

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "The import is undone: 2 posts" in last(answer).text
    assert {each.state for each in posts(stage)} == {PostState.CANCELLED}


def test_a_day_of_which_nothing_moved_leaves_what_was_done_before_to_be_taken_back(stage, bob):
    a_post(stage, due=due_in(days=1))
    a_post(stage, title="Bread", due=due_in(days=2))
    keep_plan(stage, limits=Limits(posts_a_day=1))
    bob.press(last(bob.command("/post move 2026-11-24 to 2026-11-25", channel=SOCIAL)), "post.move-day")
    assert post(stage).due == due_in(days=1)

    answer = bob.command("/post undo", channel=SOCIAL)

    assert "*Undone on P2:* added." in shown(last(answer))


@pytest.mark.parametrize("undo", ["undo", "undo P1"])
def test_after_ten_minutes_it_says_what_to_do_instead(stage, bob, undo):
    a_post(stage, due=due_in(days=1))
    bob.command("/post assign P1 @amy", channel=SOCIAL)
    stage.slack.clock.move_to(MONDAY + timedelta(minutes=10))

    answer = bob.command(f"/post {undo}", channel=SOCIAL)

    assert "ten minutes" in last(answer).text
    assert post(stage).owner_id == "UAMY"


def test_nobody_takes_back_what_somebody_else_did(stage, bob, amy):
    a_post(stage, due=due_in(days=1))
    bob.command("/post assign P1 @amy", channel=SOCIAL)

    answer = amy.command("/post défaire", channel=SOCIAL)

    assert "Vous n’avez rien à défaire" in last(answer).text
    assert post(stage).owner_id == "UAMY"


def test_a_word_that_is_no_number_asks_for_one(stage, bob):
    answer = bob.command("/post undo everything", channel=SOCIAL)

    assert "P12" in last(answer).text
