"""Moving a post by how much further, to a moment that can be meant in two ways, several posts at once."""

from datetime import date, time, timedelta

import pytest

from bot.domain.moments import Due
from tests.handlers.posting import SOCIAL, a_post, due_in, last, post, shown


@pytest.mark.parametrize(
    ("text", "further"),
    [
        ("one hour later", timedelta(hours=1)),
        ("30 minutes earlier", timedelta(minutes=-30)),
        ("by an hour and a half", timedelta(minutes=90)),
        ("d’une heure plus tôt", timedelta(hours=-1)),
        ("+2h", timedelta(hours=2)),
        ("2 days later", timedelta(days=2)),
    ],
)
def test_a_post_goes_as_much_further_as_was_said(stage, bob, text, further):
    due = due_in(days=10)
    a_post(stage, due=due)

    answer = bob.command(f"/post move P1 {text}", channel=SOCIAL)

    assert post(stage).due.at == due.at + further
    assert "P1 is moved to" in last(answer).text


def test_hours_pass_and_days_keep_the_time_of_day_where_the_clocks_change(stage, bob):
    """London's clocks go forward on Sunday 28 March 2027 at 1:00."""
    a_post(stage, due=Due.local(date(2027, 3, 28), time(0, 30), "Europe/London"))

    bob.command("/post move P1 one hour later", channel=SOCIAL)
    assert post(stage).due.wall == "2027-03-28T02:30"

    bob.command("/post move P1 one hour earlier", channel=SOCIAL)
    assert post(stage).due.wall == "2027-03-28T00:30"

    bob.command("/post move P1 a day later", channel=SOCIAL)
    assert post(stage).due.wall == "2027-03-29T00:30"


def test_a_number_and_h_alone_is_asked_with_the_longer_reading_filled_in(stage, bob):
    due = due_in(days=10)
    a_post(stage, due=due)

    answer = bob.command("/post move P1 2h", channel=SOCIAL)

    assert post(stage).due == due
    assert "a time of day or a delay" in shown(answer.modal)
    bob.submit({})
    assert post(stage).due.at == due.at + timedelta(hours=2)


def test_what_reaches_beyond_every_calendar_is_asked(stage, bob):
    due = due_in(days=10)
    a_post(stage, due=due)

    assert bob.command("/post move P1 9999 years later", channel=SOCIAL).modal is not None
    assert post(stage).due == due


def test_what_a_series_or_a_copy_did_not_understand_is_said_above_its_form(stage, bob):
    a_post(stage, due=due_in(days=10))

    assert "banana" in shown(bob.command("/post copy P1 instagram banana", channel=SOCIAL).modal)
