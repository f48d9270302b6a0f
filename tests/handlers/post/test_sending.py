"""Publishing, moving, handing over, cancelling and putting off, by text and by form."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.posts import PostState
from handlers.views.kit import button
from tests.handlers.posting import LINK, SOCIAL, a_post, a_reminder, cancelled, due_in, last, post, posts, shown

# --- publishing


def test_done_with_a_link_publishes_and_can_be_undone(stage, bob):
    a_post(stage)

    answer = bob.command(f"/post done P1 {LINK}", channel=SOCIAL)
    assert (post(stage).state, post(stage).link, post(stage).published_by) == (PostState.PUBLISHED, LINK, "UBOB")
    assert "live since" in last(answer).text

    bob.press(last(answer), "post.undo")
    assert (post(stage).state, post(stage).link) == (PostState.DRAFT, "")


def test_done_without_a_number_means_the_post_that_is_due(stage, bob):
    a_post(stage, due=due_in(minutes=30))
    a_post(stage, due=due_in(days=3))

    bob.command(f"/post done {LINK}", channel=SOCIAL)

    assert [each.state for each in posts(stage)] == [PostState.PUBLISHED, PostState.DRAFT]


def test_done_without_a_number_and_with_several_posts_asks_which(stage, bob):
    a_post(stage)
    a_post(stage, title="Other")
    bob.command(f"/post done {LINK}", channel=SOCIAL)

    bob.submit({"post": "P2"})

    assert [each.link for each in posts(stage)] == ["", LINK]


def test_the_form_takes_a_link_and_an_earlier_moment(stage, bob):
    a_post(stage)
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
    a_post(stage)
    bob.command("/post done P1", channel=SOCIAL)

    assert list(bob.submit(values).errors) == [field]
    assert post(stage).is_open


def test_a_post_without_a_link_says_why(stage, bob):
    a_post(stage)
    bob.command("/post done P1", channel=SOCIAL)

    answer = bob.submit({"reason": "a story that has ended"})

    assert post(stage).state is PostState.PUBLISHED
    assert "a story that has ended" in shown(answer.modal)


# --- moving, handing over


def test_move_by_text_says_where_it_went_in_both_zones(stage, bob):
    a_post(stage, due=due_in(days=1))

    answer = bob.command("/post move P1 friday 16:00", channel=SOCIAL)

    assert post(stage).due.wall == "2026-11-27T16:00"
    assert "P1 is moved to Fri 27 Nov 16:00 (11:00 in " in last(answer).text


def test_a_day_alone_keeps_the_time_of_day(stage, bob):
    a_post(stage, due=due_in(days=1))

    bob.command("/post move P1 friday", channel=SOCIAL)

    assert post(stage).due.wall == "2026-11-27T13:00"


def test_avancer_brings_a_post_forward_and_reporter_puts_it_back(stage, amy):
    a_post(stage, due=due_in(days=10))

    amy.command("/post avancer P1 de 2 jours", channel=SOCIAL)
    assert post(stage).due.at == due_in(days=8).at

    amy.command("/post reporter P1 d’une semaine", channel=SOCIAL)
    assert post(stage).due.at == due_in(days=15).at


def test_days_can_be_counted_back_in_a_move(stage, bob):
    a_post(stage, due=due_in(days=10))

    answer = bob.command("/post move P1 -2 days", channel=SOCIAL)

    assert "P1 is moved to" in last(answer).text
    assert post(stage).due.at == due_in(days=8).at


def test_the_move_form_begins_where_the_post_stands_and_names_the_zone(stage, bob):
    a_post(stage, due=due_in(days=1))

    answer = bob.command("/post move P1", channel=SOCIAL)

    assert "Your time, London" in shown(answer.modal)
    assert list(bob.submit({"day": "2026-11-22"}).errors) == ["day"]
    bob.submit({"day": "2026-11-26"})
    assert post(stage).due.wall == "2026-11-26T13:00"


def test_handing_over_by_text_and_by_form(stage, bob):
    a_post(stage)

    bob.command("/post assign P1 <@UDAN>", channel=SOCIAL)
    assert post(stage).owner_id == "UDAN"

    bob.command("/post assign P1", channel=SOCIAL)
    answer = bob.submit({"owner": "UAMY"})
    assert post(stage).owner_id == "UAMY"
    assert "handed over to <@UAMY>" in shown(answer.modal)


def test_words_beside_a_new_owner_open_the_form_with_the_one_who_was_understood(stage, bob):
    a_post(stage)

    form = bob.command("/post assign P1 <@UDAN> and @zoe", channel=SOCIAL).modal

    assert post(stage).owner_id == "UBOB"
    assert "/post assign P1" in shown(form)
    assert "make sense of “@zoe”" in shown(form)
    bob.submit({})
    assert post(stage).owner_id == "UDAN"


def test_an_owner_whom_nobody_knows_is_named_above_the_form(stage, bob):
    a_post(stage)

    assert "make sense of “zoe”" in shown(bob.command("/post assign P1 @zoe", channel=SOCIAL).modal)


def test_words_beside_a_move_stand_above_the_form_that_has_the_moment(stage, bob):
    a_post(stage, due=due_in(days=1))

    form = bob.command("/post move P1 to friday because of rain", channel=SOCIAL).modal
    assert "because of rain" in shown(form)
    bob.submit({})
    assert post(stage).due.wall == "2026-11-27T13:00"

    assert "when it suits" in shown(bob.command("/post move P1 when it suits by 2 days", channel=SOCIAL).modal)
    bob.submit({})
    assert post(stage).due.wall == "2026-11-29T13:00"


def test_words_beside_a_link_stand_above_the_form(stage, bob):
    a_post(stage)

    form = bob.command(f"/post done P1 {LINK} with a new picture", channel=SOCIAL).modal

    assert "new picture" in shown(form)


def test_words_beside_reopen_are_shown_and_the_button_asks(stage, bob):
    a_post(stage)
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


@pytest.mark.parametrize("owner", ["UGUEST", "UGONE", "UAPP"])
def test_nobody_gets_a_post_who_cannot_be_reminded(stage, bob, owner):
    a_post(stage)
    bob.command("/post assign P1", channel=SOCIAL)

    assert list(bob.submit({"owner": owner}).errors) == ["owner"]
    assert post(stage).owner_id == "UBOB"


def test_a_form_opened_before_the_post_was_moved_shows_both_dates(stage, bob, amy):
    a_post(stage, due=due_in(days=1))
    bob.command("/post move P1", channel=SOCIAL)
    amy.command("/post move P1 +2 days", channel=SOCIAL)

    answer = bob.submit({"day": "2026-11-30"})

    assert post(stage).due.wall == "2026-11-26T08:00"
    assert "Somebody was faster" in shown(answer.modal)
    assert "2026-11-30" in shown(answer.modal)


# --- cancelling, snoozing


def test_a_typed_cancel_asks_first(stage, bob):
    a_post(stage)

    question = last(bob.command("/post cancel P1 because of rain", channel=SOCIAL))
    assert post(stage).is_open

    answer = bob.press(question, "post.cancel")
    assert post(stage).state is PostState.CANCELLED
    assert "of rain" in post(stage).history[-1].note
    assert "post.undo" in shown(last(answer))


def test_a_cancelled_post_is_reopened(stage, bob):
    a_post(stage, due=due_in(days=1))
    cancelled(stage)

    bob.press(last(bob.command("/post show P1", channel=SOCIAL)), "post.reopen")

    assert post(stage).state is PostState.DRAFT


def test_a_press_on_a_reminder_leaves_the_message_to_the_tick(stage, bob):
    a_post(stage, due=due_in(minutes=10))
    reminder = a_reminder(stage, button("Snooze", "post.snooze", "P1"))

    answer = bob.press(reminder, "post.snooze")

    assert post(stage).snoozed_until == stage.slack.clock.now() + timedelta(hours=1)
    assert (answer.acknowledged, answer.messages, answer.modal) == (True, [], None)


def test_a_late_post_is_put_off_until_tomorrow_morning_of_the_member(stage, bob):
    a_post(stage, due=due_in(minutes=1))
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=2))
    card = last(bob.command("/post show P1", channel=SOCIAL))

    bob.press(card, "post.later", choice="morning:P1")

    assert post(stage).snoozed_until == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def test_undo_is_gone_after_ten_minutes(stage, bob):
    added = last(bob.command('/post add "Tea" on instagram', channel=SOCIAL))
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=10))

    answer = bob.press(added, "post.undo")

    assert post(stage).state is PostState.DRAFT
    assert "nothing of yours to undo" in last(answer).text
