"""Putting a post off."""

from datetime import UTC, datetime, timedelta

from handlers.views.kit import button
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, a_reminder, due_in, last, post


def test_a_press_on_a_reminder_leaves_the_message_to_the_tick(stage, bob):
    add_post_on(stage, due=due_in(minutes=10))
    reminder = a_reminder(stage, button("Snooze", "post.snooze", "P1"))

    answer = bob.press(reminder, "post.snooze")

    assert post(stage).snoozed_until == stage.slack.clock.now() + timedelta(hours=1)
    assert (answer.acknowledged, answer.messages, answer.modal) == (True, [], None)


def test_a_late_post_is_put_off_until_tomorrow_morning_of_the_member(stage, bob):
    add_post_on(stage, due=due_in(minutes=1))
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(minutes=2))
    card = last(bob.command("/post show P1", channel=SOCIAL))

    bob.press(card, "post.later", choice="morning:P1")

    assert post(stage).snoozed_until == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
