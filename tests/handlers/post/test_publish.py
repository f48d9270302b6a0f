"""Saying that a post is live, by text and by form."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.posts import PostState
from tests.builders import add_post_on
from tests.handlers.posting import LINK, SOCIAL, due_in, last, post, posts, shown


def test_done_with_a_link_publishes_and_can_be_undone(stage, bob):
    add_post_on(stage)

    answer = bob.command(f"/post done P1 {LINK}", channel=SOCIAL)
    assert (post(stage).state, post(stage).link, post(stage).published_by) == (PostState.PUBLISHED, LINK, "UBOB")
    assert "live since" in last(answer).text

    bob.press(last(answer), "post.undo")
    assert (post(stage).state, post(stage).link) == (PostState.DRAFT, "")


def test_done_without_a_number_means_the_post_that_is_due(stage, bob):
    add_post_on(stage, due=due_in(minutes=30))
    add_post_on(stage, due=due_in(days=3))

    bob.command(f"/post done {LINK}", channel=SOCIAL)

    assert [each.state for each in posts(stage)] == [PostState.PUBLISHED, PostState.DRAFT]


def test_done_without_a_number_and_with_several_posts_asks_which(stage, bob):
    add_post_on(stage)
    add_post_on(stage, title="Other")
    bob.command(f"/post done {LINK}", channel=SOCIAL)

    bob.submit({"post": "P2"})

    assert [each.link for each in posts(stage)] == ["", LINK]


def test_the_form_takes_a_link_and_an_earlier_moment(stage, bob):
    add_post_on(stage)
    card = last(bob.command("/post show P1", channel=SOCIAL))

    bob.press(card, "post.done")
    answer = bob.submit({"link": LINK, "day": "2026-11-23", "clock": "09:15"})

    assert post(stage).published_at == datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
    assert "kpi.log" in shown(answer.modal)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({}, "link"),
        ({"link": "https://nowhere"}, "link"),
        ({"link": LINK, "day": "2026-11-24", "clock": "09:00"}, "day"),
    ],
)
def test_the_form_stays_until_it_makes_sense(stage, bob, values, field):
    add_post_on(stage)
    bob.command("/post done P1", channel=SOCIAL)

    assert list(bob.submit(values).errors) == [field]
    assert post(stage).is_open


def test_a_post_without_a_link_says_why(stage, bob):
    add_post_on(stage)
    bob.command("/post done P1", channel=SOCIAL)

    answer = bob.submit({"reason": "a story that has ended"})

    assert post(stage).state is PostState.PUBLISHED
    assert "a story that has ended" in shown(answer.modal)


def test_words_beside_a_link_stand_above_the_form(stage, bob):
    add_post_on(stage)

    form = bob.command(f"/post done P1 {LINK} with a new picture", channel=SOCIAL).modal

    assert "new picture" in shown(form)


def test_undo_is_gone_after_ten_minutes(stage, bob):
    added = last(bob.command('/post add "Tea" on instagram', channel=SOCIAL))
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=10))

    answer = bob.press(added, "post.undo")

    assert post(stage).state is PostState.DRAFT
    assert "ten minutes have passed" in last(answer).text


@pytest.mark.parametrize(("again", "is_said"), [("09:15", False), ("09:16", True)])
def test_who_says_another_minute_of_what_is_live_is_told_which_one_stands(stage, bob, again, is_said):
    add_post_on(stage)
    bob.command(f"/post done P1 {LINK} today 09:15", channel=SOCIAL)

    answer = bob.command(f"/post done P1 {LINK} today {again}", channel=SOCIAL)

    assert post(stage).published_at == datetime(2026, 11, 23, 9, 15, tzinfo=UTC)
    assert ("09:16 is not taken" in last(answer).text) is is_said
