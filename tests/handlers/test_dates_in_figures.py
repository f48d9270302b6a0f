"""Dates in figures as members of several locales type them: one order per line, and asked where nothing tells it."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.members import Absence
from tests.builders import add_post_on
from tests.handlers.posting import SOCIAL, due_in, last, post, shown


@pytest.fixture
def member(stage):
    """Bob, but as Slack knows him in another locale and zone."""

    def known_as(locale: str, zone: str):
        with stage.bot.house.store.transaction() as tx:
            tx.members.put(replace(tx.members.get("UBOB"), locale=locale, zone=zone))
        return stage.slack.hand("UBOB")

    return known_as


def absences(stage) -> tuple[Absence, ...]:
    with stage.bot.house.store.transaction() as tx:
        return tx.members.get("UBOB").absences


@pytest.mark.parametrize(
    ("locale", "zone", "typed"),
    [
        ("en-US", "America/New_York", "12/24..1/2"),
        ("en-US", "America/New_York", "24/12..2/1"),
        ("en-US", "Europe/London", "12/24..1/2"),
        ("en-GB", "Europe/London", "12/24..1/2"),
        ("fr-FR", "Europe/Paris", "24/12..2/1"),
    ],
)
def test_both_ends_of_an_absence_have_one_order(stage, member, locale, zone, typed):
    member(locale, zone).command(f"/checkin away {typed}", channel=SOCIAL)

    assert absences(stage) == (Absence(first=date(2026, 12, 24), last=date(2027, 1, 2)),)


@pytest.mark.parametrize(
    ("locale", "zone", "day"),
    [
        ("en-US", "America/New_York", date(2026, 12, 3)),
        ("en-GB", "Europe/London", date(2027, 3, 12)),
        ("fr-CA", "America/Toronto", date(2027, 3, 12)),
    ],
)
def test_a_date_is_read_as_its_reader_writes_it(stage, member, locale, zone, day):
    add_post_on(stage, due=due_in(days=10))

    member(locale, zone).command("/post move P1 12/3", channel=SOCIAL)

    assert post(stage).due.day == day


@pytest.mark.parametrize(
    "typed",
    [
        "/post move P1 12/3 9am",
        "/post add Sale on facebook 12/3 9am",
        "/checkin away 12/3..12/9",
        "/plan day Founding day 12/3",
        "/plan theme Winter 12/3..12/9",
        "/objective sales 100 orders by 12/3",
    ],
)
def test_what_the_locale_does_not_tell_is_asked_in_a_form_with_the_likelier_date(stage, member, amy, typed):
    """Slack says en-US of everybody who never chose; in London that tells little."""
    member("en-US", "Europe/London")
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UAMY"), locale="en-US", zone="Europe/London"))
    add_post_on(stage, due=due_in(days=10))

    form = shown(amy.command(typed, channel=SOCIAL).modal)

    assert '"initial_date": "2026-12-03"' in form
    assert "“12/3” can be" in form
    assert "The form has Thursday, December 3, 2026: check it." in form
    assert post(stage).due == due_in(days=10)


def test_a_list_is_shown_for_the_likelier_days_below_the_question(stage, member):
    answer = member("en-US", "Europe/London").command("/post list all 12/3..12/9", channel=SOCIAL)

    assert "“12/3” can be" in last(answer).text
    assert "I took it as Thursday, December 3, 2026." in last(answer).text
    assert "form" not in last(answer).text


def test_dates_that_contradict_each_other_are_refused_by_name(stage, bob):
    answer = bob.command("/checkin away 24/12..1/15", channel=SOCIAL)

    assert "“24/12” has the day first and “1/15” the month" in last(answer).text
    assert absences(stage) == ()


@pytest.mark.parametrize(
    ("locale", "zone", "typed", "said"),
    [
        ("en-US", "America/New_York", "12/3 9am", "Thu, Dec 3, 9:00 AM"),
        ("en-US", "America/New_York", "Thu, Dec 3, 9:00 PM", "Thu, Dec 3, 9:00 PM"),
        ("en-US", "America/New_York", "1/2 9:30 am", "Sat, Jan 2, 2027, 9:30 AM"),
        ("en-GB", "Europe/London", "3/12 9am", "Thu 3 Dec 09:00"),
        ("en-GB", "Europe/London", "2/1 9:30", "Sat 2 Jan 2027 09:30"),
    ],
)
def test_the_answer_has_the_format_of_its_reader_and_another_year(stage, member, locale, zone, typed, said):
    add_post_on(stage, due=due_in(days=10))

    answer = member(locale, zone).command(f"/post move P1 {typed}", channel=SOCIAL)

    assert f"P1 is moved to {said}" in last(answer).text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("locale", "example"), [("en-US", "/checkin away 12/24..1/2"), ("en-GB", "/checkin away 24/12..2/1")]
)
def test_help_shows_its_readers_own_order(member, locale, example):
    assert example in shown(last(member(locale, "America/New_York").command("/checkin help", channel=SOCIAL)))
