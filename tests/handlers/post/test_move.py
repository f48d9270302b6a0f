"""Moving a post by how much further, to a moment that can be meant in two ways, several posts at once."""

from datetime import date, time, timedelta

import pytest

from bot.domain.members import Member
from bot.domain.moments import Due
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, due_in, last, post, posts, shown


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
    add_post_on(stage, due=due)

    answer = bob.command(f"/post move P1 {text}", channel=SOCIAL)

    assert post(stage).due.at == due.at + further
    assert "P1 is moved to" in last(answer).text


def test_hours_pass_and_days_keep_the_time_of_day_where_the_clocks_change(stage, bob):
    """London's clocks go forward on Sunday 28 March 2027 at 1:00."""
    add_post_on(stage, due=Due.local(date(2027, 3, 28), time(0, 30), "Europe/London"))

    bob.command("/post move P1 one hour later", channel=SOCIAL)
    assert post(stage).due.wall == "2027-03-28T02:30"

    bob.command("/post move P1 one hour earlier", channel=SOCIAL)
    assert post(stage).due.wall == "2027-03-28T00:30"

    bob.command("/post move P1 a day later", channel=SOCIAL)
    assert post(stage).due.wall == "2027-03-29T00:30"


def test_a_number_and_h_alone_is_asked_with_the_longer_reading_filled_in(stage, bob):
    due = due_in(days=10)
    add_post_on(stage, due=due)

    answer = bob.command("/post move P1 2h", channel=SOCIAL)

    assert post(stage).due == due
    assert "a time of day or a delay" in shown(answer.modal)
    bob.submit({})
    assert post(stage).due.at == due.at + timedelta(hours=2)


def test_what_reaches_beyond_every_calendar_is_asked(stage, bob):
    due = due_in(days=10)
    add_post_on(stage, due=due)

    assert bob.command("/post move P1 9999 years later", channel=SOCIAL).modal is not None
    assert post(stage).due == due


def test_what_a_series_or_a_copy_did_not_understand_is_said_above_its_form(stage, bob):
    add_post_on(stage, due=due_in(days=10))

    assert "banana" in shown(bob.command("/post copy P1 instagram banana", channel=SOCIAL).modal)


def test_a_time_of_day_of_another_zone_moves_to_that_moment(stage, bob):
    add_post_on(stage, due=Due.local(date(2026, 12, 1), time(9), "Europe/London"))

    answer = bob.command("/post move P1 10:00 ET", channel=SOCIAL)

    assert post(stage).due.wall == "2026-12-01T15:00"
    assert "15:00" in last(answer).text


def test_a_zone_that_may_be_several_is_asked_with_the_members_own_filled_in(stage, bob):
    add_post_on(stage, due=due_in(days=10))

    answer = bob.command("/post move P1 1 dec 10:00 IST", channel=SOCIAL)

    assert "Kolkata or Jerusalem" in shown(answer.modal)
    bob.submit({})
    assert post(stage).due.wall == "2026-12-01T10:00"


def test_of_several_zones_the_one_of_a_colleague_is_meant(stage, bob):
    add_post_on(stage, due=due_in(days=10))
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(Member(id="UNEW", name="Asha", zone="Asia/Kolkata"))

    bob.command("/post move P1 1 dec 15:30 IST", channel=SOCIAL)

    assert post(stage).due.wall == "2026-12-01T10:00"


def test_an_edit_shows_a_time_of_another_zone_as_the_members_clocks_do(stage, bob):
    add_post_on(stage, due=Due.local(date(2026, 12, 1), time(9), "Europe/London"))

    bob.command("/post edit P1 10:00 ET", channel=SOCIAL)
    bob.submit({})

    assert post(stage).due.wall == "2026-12-01T15:00"


def test_a_series_stays_at_its_time_in_the_zone_that_was_typed(stage, bob):
    bob.command('/post add "Tip" on instagram every tuesday 10:00 ET', channel=SOCIAL)

    assert {each.due.zone for each in posts(stage)} == {"America/New_York"}
    assert {each.due.wall[11:] for each in posts(stage)} == {"10:00"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("move P1 tue 10", "that would be Thursday 10 December 2026"),
        ("move P1 next friday", "can be Friday 27 November 2026 or Friday 4 December 2026"),
        ("move P1 tue @ 5", "05:00 or 17:00?"),
        ("move P1 tue 10:00 EDT", "New York won't be on “EDT” that day"),
        ('add "A" on instagram tue 10', "that would be Thursday 10 December 2026"),
        ("edit P1 tue @ 5", "05:00 or 17:00?"),
        ("done P1 https://x.com/1 @ 5", "05:00 or 17:00?"),
        ("move P1 tonight", "“tonight” says no hour"),
        ("move P1 friday evening", "“friday evening” says no hour"),
        ("move P1 to tomorrow morning", "“tomorrow morning” says no hour"),
        ("done P1 https://x.com/1 yesterday evening", "“yesterday evening” says no hour"),
        ("done P1 https://x.com/1 this morning", "“this morning” says no hour"),
        ('add "A" on instagram tue 2:30', "02:30 or 14:30?"),
    ],
)
def test_what_can_be_meant_in_two_ways_is_asked_above_the_form(stage, bob, typed, said):
    add_post_on(stage, due=due_in(days=10))

    answer = bob.command(f"/post {typed}", channel=SOCIAL)

    assert said in shown(answer.modal)
    assert len(posts(stage)) == 1
    assert post(stage).due == due_in(days=10)


@pytest.mark.parametrize("typed", ["tonight", "friday evening", "to tomorrow morning"])
def test_a_part_of_a_day_leaves_the_hour_to_be_chosen_and_none_is_made_up(stage, bob, typed):
    add_post_on(stage, due=due_in(days=10))
    bob.command(f"/post move P1 {typed}", channel=SOCIAL)

    sent = bob.submit()

    assert sent.errors.keys() == {"clock"}
    assert post(stage).due == due_in(days=10)


def test_a_weekday_that_is_not_that_date_is_named_in_words(stage, bob):
    add_post_on(stage, due=due_in(days=10))

    answer = bob.command("/post move P1 monday 8 at 9am", channel=SOCIAL)

    assert "that date is Tuesday 8 December 2026" in last(answer).text


def test_a_post_that_is_not_where_it_was_said_to_be_is_asked_about(stage, bob):
    add_post_on(stage, due=due_in(days=9))  # Wednesday 2 December

    form = bob.command("/post move P1 from wednesday to friday", channel=SOCIAL).modal

    assert "from wednesday" in shown(form)
    assert post(stage).due == due_in(days=9)
    bob.submit({})
    assert post(stage).due == due_in(days=11)


def test_a_post_that_is_where_it_was_said_to_be_moves(stage, bob):
    add_post_on(stage, due=due_in(days=2))  # Wednesday 25 November

    bob.command("/post move P1 from wednesday to friday", channel=SOCIAL)

    assert post(stage).due == due_in(days=4)


@pytest.mark.parametrize(
    "typed", ["tomorrow, one hour later", "tomorrow one hour later", "demain, une heure plus tard"]
)
def test_hours_with_another_day_count_from_the_time_of_that_day(stage, bob, typed):
    add_post_on(stage, due=Due.local(date(2026, 12, 2), time(14), "Europe/London"))

    bob.command(f"/post move P1 {typed}", channel=SOCIAL)

    assert post(stage).due.wall == "2026-11-24T15:00"


def test_move_by_text_says_where_it_went_in_both_zones(stage, bob):
    add_post_on(stage, due=due_in(days=1))

    answer = bob.command("/post move P1 friday 16:00", channel=SOCIAL)

    assert post(stage).due.wall == "2026-11-27T16:00"
    assert "P1 is moved to Fri 27 Nov 16:00 (11:00 in " in last(answer).text


def test_a_day_alone_keeps_the_time_of_day(stage, bob):
    add_post_on(stage, due=due_in(days=1))

    bob.command("/post move P1 friday", channel=SOCIAL)

    assert post(stage).due.wall == "2026-11-27T13:00"


def test_avancer_brings_a_post_forward_and_reporter_puts_it_back(stage, amy):
    add_post_on(stage, due=due_in(days=10))

    amy.command("/post avancer P1 de 2 jours", channel=SOCIAL)
    assert post(stage).due.at == due_in(days=8).at

    amy.command("/post reporter P1 d’une semaine", channel=SOCIAL)
    assert post(stage).due.at == due_in(days=15).at


def test_days_can_be_counted_back_in_a_move(stage, bob):
    add_post_on(stage, due=due_in(days=10))

    answer = bob.command("/post move P1 -2 days", channel=SOCIAL)

    assert "P1 is moved to" in last(answer).text
    assert post(stage).due.at == due_in(days=8).at


def test_the_move_form_begins_where_the_post_stands_and_names_the_zone(stage, bob):
    add_post_on(stage, due=due_in(days=1))

    answer = bob.command("/post move P1", channel=SOCIAL)

    assert "Your time, London" in shown(answer.modal)
    assert list(bob.submit({"day": "2026-11-22"}).errors) == ["day"]
    bob.submit({"day": "2026-11-26"})
    assert post(stage).due.wall == "2026-11-26T13:00"


def test_words_beside_a_move_stand_above_the_form_that_has_the_moment(stage, bob):
    add_post_on(stage, due=due_in(days=1))

    form = bob.command("/post move P1 to friday because of rain", channel=SOCIAL).modal
    assert "because of rain" in shown(form)
    bob.submit({})
    assert post(stage).due.wall == "2026-11-27T13:00"

    assert "when it suits" in shown(bob.command("/post move P1 when it suits by 2 days", channel=SOCIAL).modal)
    bob.submit({})
    assert post(stage).due.wall == "2026-11-29T13:00"


def test_back_alone_is_asked_and_the_form_stays_where_the_post_is(stage, bob):
    add_post_on(stage, due=due_in(days=10))

    form = bob.command("/post move P1 back two days", channel=SOCIAL).modal

    assert "earlier or later?" in shown(form)
    bob.submit({})
    assert post(stage).due == due_in(days=10)


def test_days_with_a_word_that_is_not_understood_leave_the_form_where_the_post_is(stage, bob):
    add_post_on(stage, due=due_in(days=10))

    form = bob.command("/post move P1 2 days in advance", channel=SOCIAL).modal

    assert "2 days in advance" in shown(form)
    bob.submit({})
    assert post(stage).due == due_in(days=10)


def test_a_form_opened_before_the_post_was_moved_shows_both_dates(stage, bob, amy):
    add_post_on(stage, due=due_in(days=1))
    bob.command("/post move P1", channel=SOCIAL)
    amy.command("/post move P1 +2 days", channel=SOCIAL)

    answer = bob.submit({"day": "2026-11-30"})

    assert post(stage).due.wall == "2026-11-26T08:00"
    assert "Somebody was faster" in shown(answer.modal)
    assert "2026-11-30" in shown(answer.modal)
