"""What was answered of a day's questions and of older ones: two counts, in text, in the form, in the team's week."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.engage.check_ins import CheckIn
from tests.handlers.measuring import live
from tests.handlers.posting import SOCIAL, last, shown

MONDAY = date(2026, 11, 23)


def kept(stage, member_id="UBOB", day=MONDAY) -> CheckIn | None:
    with stage.bot.house.store.transaction() as tx:
        return tx.check_ins.find(f"S1:{member_id}:{day.isoformat()}")


def an_old_round(stage, day=MONDAY) -> None:
    """As it could be entered before older answers had a count of their own."""
    round_of_old = CheckIn(
        strategy_id="S1", member_id="UBOB", day=day, received=5, answered=20, submitted_at=stage.slack.clock.now()
    )
    with stage.bot.house.store.transaction() as tx:
        tx.check_ins.put(round_of_old)


def a_good_round(stage, day: date) -> None:
    given = {"received": 14, "answered": 13, "answered_older": 2, "submitted_at": stage.slack.clock.now()}
    with stage.bot.house.store.transaction() as tx:
        tx.check_ins.put(CheckIn(strategy_id="S1", member_id="UAMY", day=day, **given))


def test_older_answers_are_kept_and_told_apart(stage, bob):
    answer = bob.command("/checkin received 5 answered 4, 2 older", channel=SOCIAL)

    assert (kept(stage).received, kept(stage).answered, kept(stage).answered_older) == (5, 4, 2)
    assert answer.text.startswith("Done: 4 of the day's questions answered, 2 older. 1 question has no answer yet")


def test_more_answered_than_received_is_refused_with_the_line_that_says_it(stage, bob):
    answer = bob.command("/checkin answered 20 received 5", channel=SOCIAL)

    assert kept(stage) is None
    assert "/checkin received 5 answered 5, 15 older" in answer.text
    again = bob.command("/checkin received 5 answered 5, 15 older", channel=SOCIAL)
    assert (kept(stage).answered, kept(stage).answered_older) == (5, 15)
    assert "Nothing left open" in again.text


def test_the_line_that_french_members_are_shown_is_understood_too(stage, amy):
    answer = amy.command("/checkin répondu 20 reçues 5, 3 plus anciennes", channel=SOCIAL)
    line = answer.messages[-1].blocks[0]["text"]["text"].split("`")[1]
    assert line == "/checkin reçues 5 répondu 5, 18 plus anciennes"

    amy.command(line, channel=SOCIAL)

    assert (kept(stage, "UAMY").answered, kept(stage, "UAMY").answered_older) == (5, 18)


def test_a_second_line_that_makes_more_answered_than_received_is_refused_too(stage, bob):
    bob.command("/checkin answered 20", channel=SOCIAL)

    bob.command("/checkin received 5", channel=SOCIAL)

    assert (kept(stage).answered, kept(stage).received) == (20, None)


def test_the_form_asks_for_both_and_says_at_the_field_what_does_not_fit(stage, bob):
    bob.command("/checkin", channel=SOCIAL)
    refused = bob.submit({"received": "5", "answered": "20"})

    bob.submit({"received": "5", "answered": "5", "answered_older": "15"})

    assert list(refused.errors) == ["answered"]
    said = "Only 5 questions came in that day. Put answers to older questions in the field below: 15."
    assert refused.errors["answered"] == said
    assert (kept(stage).answered, kept(stage).answered_older) == (5, 15)


@pytest.mark.parametrize("typed", ["answered 12", "received 5", "minutes 5", "2 older"])
def test_where_one_of_both_numbers_is_unknown_nothing_is_said_about_what_is_open(bob, typed):
    said = bob.command(f"/checkin {typed}", channel=SOCIAL).text

    assert "open" not in said
    assert "no answer" not in said


def test_a_round_that_mixes_them_stays_and_can_be_added_to(stage, bob):
    an_old_round(stage)

    bob.command("/checkin minutes 9", channel=SOCIAL)

    assert (kept(stage).answered, kept(stage).received, kept(stage).minutes) == (20, 5, 9)


def test_the_week_shows_counts_and_no_share_of_them(stage, bob):
    an_old_round(stage)
    a_good_round(stage, MONDAY)

    said = shown(last(bob.command("/checkin status", channel=SOCIAL)))

    assert "Questions: 19 received, 33 answered, 2 older ones answered" in said


def test_the_digest_leaves_a_mixed_round_out_of_its_rate_and_shows_its_counts(stage, bob):
    live(stage)
    an_old_round(stage, day=date(2026, 11, 17))
    a_good_round(stage, date(2026, 11, 17))
    stage.slack.clock.set(datetime(2026, 11, 24, 15, tzinfo=UTC))

    said = bob.command("/kpi digest", channel=SOCIAL).text

    assert "13 of 14 questions answered (from 1 of the 2 rounds that were done), 2 older ones too" in said
    assert "one round mixed in older questions (20 answered, 5 received) and is left out of the rates" in said


def test_the_response_rate_is_of_the_days_own_questions(stage, amy):
    live(stage)
    an_old_round(stage, day=date(2026, 11, 17))
    a_good_round(stage, date(2026, 11, 17))
    amy.command("/kpi target response rate 90%", channel=SOCIAL)
    stage.slack.clock.set(datetime(2026, 11, 24, 15, tzinfo=UTC))

    said = stage.slack.hand("UBOB").command("/kpi digest", channel=SOCIAL).text

    assert "response rate 92.9%" in said
    assert "from 1 of the 2 rounds that were done" in said
