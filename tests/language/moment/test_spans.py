"""Days, weeks and months as people type them, read on Wednesday 25 November 2026 in Paris."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.domain.moments import Week
from bot.language import parse_post, read_days, read_week
from bot.language.moment.moments import Here
from bot.language.requests import ListPosts

HERE = Here(now=datetime(2026, 11, 25, 8, 0, tzinfo=UTC), zone="Europe/Paris")
BACK = Here(now=HERE.now, zone=HERE.zone, toward="past")
NEW_YEAR = (date(2026, 12, 24), date(2027, 1, 2))
LAST_WEEK_OF_THE_YEAR = (date(2026, 12, 24), date(2026, 12, 31))
NEXT_WEEK = (date(2026, 11, 30), date(2026, 12, 6))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("24/12..2/1", NEW_YEAR),
        ("24/12…2/1", NEW_YEAR),
        ("24/12-2/1", NEW_YEAR),
        ("24/12 – 2/1", NEW_YEAR),
        ("24 december to 2 january", NEW_YEAR),
        ("du 24 décembre au 2 janvier", NEW_YEAR),
        ("2026-12-24..2027-01-02", NEW_YEAR),
        ("2026-12-24 to 2027-01-02", NEW_YEAR),
        ("from 24 to 31 december", LAST_WEEK_OF_THE_YEAR),
        ("du 24 au 31 décembre", LAST_WEEK_OF_THE_YEAR),
        ("24-31 december", LAST_WEEK_OF_THE_YEAR),
        ("28 to 3 january", (date(2026, 12, 28), date(2027, 1, 3))),
        ("du 1er au 5", (date(2026, 12, 1), date(2026, 12, 5))),
        ("next week", NEXT_WEEK),
        ("la semaine prochaine", NEXT_WEEK),
        ("tomorrow", (date(2026, 11, 26), date(2026, 11, 26))),
        ("le 24 décembre", (date(2026, 12, 24), date(2026, 12, 24))),
        ("until friday", (date(2026, 11, 25), date(2026, 11, 27))),
        ("jusqu'au 31 décembre", (date(2026, 11, 25), date(2026, 12, 31))),
        ("mon to wed", (date(2026, 11, 30), date(2026, 12, 2))),
        ("lundi au mercredi", (date(2026, 11, 30), date(2026, 12, 2))),
        ("today to friday", (date(2026, 11, 25), date(2026, 11, 27))),
        ("december", (date(2026, 12, 1), date(2026, 12, 31))),
        ("février 2028", (date(2028, 2, 1), date(2028, 2, 29))),
    ],
)
def test_days_in_words(text: str, days: tuple[date, date]) -> None:
    assert read_days(text, HERE) == days


@pytest.mark.parametrize("text", ["", "soon", "friday, monday", "to", "du au", "31/02..4/3", "P12", "from"])
def test_what_are_no_days_is_not_guessed(text: str) -> None:
    assert read_days(text, HERE) is None


def test_the_last_day_never_comes_before_the_first() -> None:
    with pytest.raises(UserError) as refused:
        read_days("31/12/2026..24/12/2026", HERE)

    assert refused.value.key == "days-backwards"


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("2014-W51", Week(2014, 51)),
        ("2014w01", Week(2014, 1)),
        ("W47", Week(2026, 47)),
        ("week 51", Week(2025, 51)),
        ("semaine 51 2014", Week(2014, 51)),
        ("last week", Week(2026, 47)),
        ("la semaine dernière", Week(2026, 47)),
        ("this week", Week(2026, 48)),
        ("2014-12-20", Week(2014, 51)),
        ("monday", Week(2026, 48)),
    ],
)
def test_weeks_in_words_looking_back(text: str, week: Week) -> None:
    assert read_week(text, BACK) == week


@pytest.mark.parametrize("text", ["", "W60", "soon", "2014-W53", "december"])
def test_what_is_no_week_is_not_guessed(text: str) -> None:
    assert read_week(text, BACK) is None


def test_a_week_without_a_year_may_lie_ahead() -> None:
    assert read_week("week 2", HERE) == Week(2027, 2)


@given(st.dates(min_value=date(2026, 11, 25), max_value=date(2030, 1, 1)), st.integers(min_value=0, max_value=60))
def test_two_days_with_two_points_between_them_read_as_themselves(first: date, length: int) -> None:
    last = date.fromordinal(first.toordinal() + length)

    assert read_days(f"{first:%d/%m/%Y}..{last:%d/%m/%Y}", HERE) == (first, last)
    assert read_days(f"{first}..{last}", HERE) == (first, last)


@given(st.text(max_size=40))
def test_any_text_is_days_or_none_or_refused(text: str) -> None:
    try:
        days, refusal = read_days(text, HERE), ""
    except UserError as refused:
        days, refusal = None, refused.key

    assert refusal in {"", "days-backwards"}
    assert days is None or days[0] <= days[1]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("list dec 1-7", date(2026, 12, 1), date(2026, 12, 7)),
        ("list 1-7 dec", date(2026, 12, 1), date(2026, 12, 7)),
        ("list from 1 december to 7 december", date(2026, 12, 1), date(2026, 12, 7)),
        ("list week of december 7", date(2026, 12, 7), date(2026, 12, 13)),
        ("list the week of 9 december", date(2026, 12, 7), date(2026, 12, 13)),
        ("liste semaine du 7 décembre", date(2026, 12, 7), date(2026, 12, 13)),
        ("list december", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_list_is_of_the_days_that_were_typed(text: str, first: date, last: date) -> None:
    found = parse_post(text, now=HERE.now, zone=HERE.zone)

    assert isinstance(found, ListPosts)
    assert found.span
    assert (found.span.first, found.span.last, found.not_understood) == (first, last, ())


@pytest.mark.parametrize("text", ["list from friday", "liste à partir de vendredi"])
def test_a_beginning_without_an_end_is_no_single_day(text: str) -> None:
    found = parse_post(text, now=HERE.now, zone=HERE.zone)

    assert isinstance(found, ListPosts)
    assert (found.span, bool(found.not_understood)) == (None, True)
