"""What the digest says of questions of weeks before that nobody answered; and how long a day of work is."""

from datetime import UTC, datetime, timedelta

from tests.handlers.posting import SOCIAL

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # Tuesday, 12:00 in Toronto


def digest_in_a_week(stage, hand) -> str:
    stage.slack.clock.set(NOON + timedelta(days=7))
    answer = hand.command("/kpi digest this week", channel=SOCIAL)
    return answer.messages[-1].text.replace("\u00a0", " ")


def test_a_question_that_nobody_answers_is_told_of_every_week(stage, bob):
    stage.slack.clock.set(NOON)
    for n in (1, 2):
        bob.command(f'/checkin question "Question {n}, of two?" on facebook', channel=SOCIAL)

    said = digest_in_a_week(stage, bob)

    assert "Customers: 2 of earlier weeks are still open (the oldest, Q1, for 7 days)" in said
    assert "of 0 question" not in said


def test_one_that_was_answered_since_is_not(stage, bob, amy):
    stage.slack.clock.set(NOON)
    for n in (1, 2):
        bob.command(f'/checkin question "Question {n}, of two?" on facebook', channel=SOCIAL)
    bob.command("/checkin answered Q1", channel=SOCIAL)

    assert "Customers: Q2 of an earlier week is still open (for 7 days)" in digest_in_a_week(stage, bob)


def test_working_time_is_told_in_hours_for_a_day_of_it_has_not_twenty_four(stage, bob):
    stage.slack.clock.set(NOON)
    bob.command('/checkin question "Question 1, of one?" on facebook', channel=SOCIAL)
    stage.slack.clock.set(NOON + timedelta(days=6))

    said = bob.command("/checkin answered Q1", channel=SOCIAL).messages[-1].text

    assert "took 36 h of working time (6 days by the clock)" in said.replace("\u00a0", " ")
