"""Moments, days, times and weeks, written for their reader."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.moments import Due, Week
from bot.i18n import Translator
from tests.i18n.test_translator import AFTERNOON, CA, EN, FR, US, N


@pytest.mark.parametrize(
    ("t", "expected"),
    [
        (EN, "Tue 1 Dec 16:00"),
        (FR, f"mar. 1er déc. 16{N}h"),
        (CA, f"mar. 1er déc. 10{N}h"),
        (Translator("en-GB", "Asia/Kolkata"), "Tue 1 Dec 20:30"),
    ],
)
def test_a_moment_is_written_for_the_readers_zone(t: Translator, expected: str) -> None:
    assert t.moment(AFTERNOON) == expected


@pytest.mark.parametrize(
    ("t", "zone", "expected"),
    [
        (EN, "America/Toronto", "Tue 1 Dec 16:00 (10:00 in Toronto)"),
        (EN, "America/Montreal", "Tue 1 Dec 16:00 (10:00 in Montréal)"),
        (FR, "America/Montreal", f"mar. 1er déc. 16{N}h (10{N}h à Montréal)"),
        (CA, "America/Montreal", f"mar. 1er déc. 10{N}h"),
        (EN, "Europe/Berlin", "Tue 1 Dec 16:00"),
        (FR, "Asia/Kolkata", f"mar. 1er déc. 16{N}h (20{N}h{N}30 à Calcutta)"),
        (EN, "Asia/Tokyo", "Tue 1 Dec 16:00 (Wed 2 Dec 00:00 in Tokyo)"),
    ],
)
def test_another_zone_is_named_where_its_clock_differs(t: Translator, zone: str, expected: str) -> None:
    assert t.moment(AFTERNOON, zone=zone) == expected


@pytest.mark.parametrize(
    ("day", "more", "expected"),
    [
        (date(2026, 12, 3), {}, "Thursday, December 3"),
        (date(2026, 12, 3), {"short": True}, "Thu, Dec 3"),
        (date(2026, 12, 3), {"weekday": False, "year": True}, "December 3, 2026"),
        (date(2026, 12, 3), {"short": True, "year": True}, "Thu, Dec 3, 2026"),
    ],
)
def test_in_the_us_the_month_comes_first(day: date, more: dict[str, bool], expected: str) -> None:
    assert US.day(day, **more) == expected


def test_in_the_us_the_clock_has_twelve_hours() -> None:
    at_nine = datetime(2026, 12, 3, 14, 0, tzinfo=UTC)

    assert US.moment(at_nine) == "Thu, Dec 3, 9:00 AM"
    assert US.moment(at_nine, zone="Europe/Paris") == "Thu, Dec 3, 9:00 AM (3:00 PM in Paris)"
    assert US.moment(at_nine, zone="Asia/Tokyo") == "Thu, Dec 3, 9:00 AM (11:00 PM in Tokyo)"
    assert US.wall(time(0, 5)) == "12:05 AM"
    assert US.week(Week(2026, 47)) == "Week 47 · November 16–22"
    assert US.week(Week(2026, 47), year=True) == "Week 47 · November 16–22, 2026"
    assert US.week(Week(2026, 49)) == "Week 49 · November 30 – December 6"


@pytest.mark.parametrize(
    ("locale", "this_year", "next_year"),
    [
        ("en-US", "Tue, Dec 1, 4:00 PM", "Fri, Jan 1, 2027, 4:00 PM"),
        ("en-GB", "Tue 1 Dec 16:00", "Fri 1 Jan 2027 16:00"),
        ("fr-FR", f"mar. 1er déc. 16{N}h", f"ven. 1er janv. 2027 16{N}h"),
    ],
)
def test_the_year_is_said_where_it_is_not_the_present_one(locale: str, this_year: str, next_year: str) -> None:
    t = Translator(locale, "Europe/Paris", now=datetime(2026, 11, 25, tzinfo=UTC))

    assert t.moment(AFTERNOON) == this_year
    assert t.moment(datetime(2027, 1, 1, 15, 0, tzinfo=UTC)) == next_year
    assert t.day(date(2025, 12, 31), year=False) == t.day(date(2025, 12, 31)).replace(" 2025", "").removesuffix(",")


def test_a_week_of_another_year_says_it() -> None:
    t = Translator("en-GB", "Europe/Paris", now=datetime(2026, 11, 25, tzinfo=UTC))

    assert t.week(Week(2026, 53)) == "Week 53 · 28 December – 3 January 2027"
    assert t.week(Week(2025, 47)) == "Week 47 · 17–23 November 2025"


def test_the_present_year_is_that_of_the_readers_zone() -> None:
    eve = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)

    assert Translator("en-GB", "Europe/Paris", now=eve).day(date(2027, 1, 1), short=True) == "Fri 1 Jan"
    assert Translator("en-GB", "Europe/London", now=eve).day(date(2027, 1, 1), short=True) == "Fri 1 Jan 2027"


def test_a_due_moment_shows_the_clock_it_was_chosen_on() -> None:
    due = Due.of(AFTERNOON, "America/Montreal")

    assert EN.due(due) == "Tue 1 Dec 16:00 (10:00 in Montréal)"


@pytest.mark.parametrize(
    ("t", "minute", "expected"),
    [(EN, 0, "16:00"), (EN, 5, "16:05"), (FR, 0, f"16{N}h"), (FR, 5, f"16{N}h{N}05"), (CA, 30, f"10{N}h{N}30")],
)
def test_the_time_of_day_has_24_hours(t: Translator, minute: int, expected: str) -> None:
    assert t.clock(AFTERNOON.replace(minute=minute)) == expected


@pytest.mark.parametrize(
    ("t", "day", "expected"),
    [
        (EN, date(2026, 11, 25), "Wednesday 25 November"),
        (FR, date(2026, 11, 25), "mercredi 25 novembre"),
        (CA, date(2026, 12, 1), "mardi 1er décembre"),
        (EN, date(2026, 12, 1), "Tuesday 1 December"),
    ],
)
def test_a_day_is_written_out(t: Translator, day: date, expected: str) -> None:
    assert t.day(day) == expected


def test_a_day_can_go_without_its_weekday_and_with_its_year() -> None:
    assert EN.day(date(2026, 11, 25), weekday=False, year=True) == "25 November 2026"
    assert FR.day(date(2026, 11, 25), short=True) == "mer. 25 nov."


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "ven. 1er janv."),
        ({"weekday": False}, "1er janv."),
        ({"year": True}, "ven. 1er janv. 2027"),
    ],
)
def test_the_first_of_a_month_is_an_ordinal_in_french_however_short(more: dict[str, bool], expected: str) -> None:
    assert FR.day(date(2027, 1, 1), short=True, **more) == expected


@pytest.mark.parametrize(
    ("t", "week", "expected"),
    [
        (EN, Week(2026, 47), "Week 47 · 16–22 November"),
        (FR, Week(2026, 47), "Semaine 47 · 16–22 novembre"),
        (EN, Week(2026, 49), "Week 49 · 30 November – 6 December"),
        (CA, Week(2026, 53), "Semaine 53 · 28 décembre – 3 janvier"),
        (FR, Week(2027, 5), "Semaine 5 · 1er–7 février"),
        (EN, Week(2027, 5), "Week 5 · 1–7 February"),
    ],
)
def test_a_week_is_a_number_and_its_days(t: Translator, week: Week, expected: str) -> None:
    assert t.week(week) == expected
