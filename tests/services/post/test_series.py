from datetime import UTC, date, datetime, time

import pytest

from bot.domain.errors import UserError
from bot.services.post.series import MOST, first_day, occurrences

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # Monday, 14:00 in Paris
PARIS = "Europe/Paris"


def walls(rule: str, **more) -> list[str]:
    known = {"first": date(2026, 11, 23), "clock": time(10), "zone": PARIS, "now": NOW, **more}
    return [each.wall for each in occurrences(rule, **known).dues]


def test_a_weekday_begins_with_the_next_one_at_its_wall_time_across_a_clock_change():
    found = occurrences(
        "FREQ=WEEKLY;BYDAY=TU", first=date(2027, 3, 20), clock=time(10), zone=PARIS, now=NOW, times=2
    ).dues

    assert [each.wall for each in found] == ["2027-03-23T10:00", "2027-03-30T10:00"]
    assert [each.at.hour for each in found] == [9, 8]


def test_what_has_gone_by_is_left_out():
    assert walls("FREQ=DAILY", times=2) == ["2026-11-24T10:00", "2026-11-25T10:00"]


def test_without_an_end_it_is_twelve_weeks_and_never_more_than_half_a_year_of_weeks():
    assert len(walls("FREQ=WEEKLY;BYDAY=TU")) == 12
    assert len(walls("FREQ=DAILY", until=date(2030, 1, 1))) == len(walls("FREQ=DAILY", times=99)) == MOST


@pytest.mark.parametrize(
    ("rule", "more", "has_more"),
    [
        ("FREQ=WEEKLY", {"times": 52}, True),
        ("FREQ=WEEKLY", {"times": MOST}, False),
        ("FREQ=DAILY", {}, True),
        ("FREQ=DAILY", {"until": date(2030, 1, 1)}, True),
        ("FREQ=DAILY", {"until": date(2026, 12, 19)}, False),  # the twenty-sixth
    ],
)
def test_it_says_where_more_was_asked_for_than_one_series_holds(rule, more, has_more):
    known = {"first": date(2026, 11, 24), "clock": time(10), "zone": PARIS, "now": NOW}

    assert occurrences(rule, **known, **more).has_more is has_more


@pytest.mark.parametrize(
    ("rule", "day", "days"),
    [
        ("FREQ=MONTHLY", 31, ["12-31", "01-31", "02-28", "03-31", "04-30"]),
        ("FREQ=MONTHLY", 30, ["12-30", "01-30", "02-28", "03-30", "04-30"]),
        ("FREQ=MONTHLY", 28, ["12-28", "01-28", "02-28", "03-28", "04-28"]),
        ("FREQ=MONTHLY;INTERVAL=2", 31, ["12-31", "02-28", "04-30", "06-30", "08-31"]),
    ],
)
def test_a_month_without_that_day_has_its_last_one(rule, day, days):
    assert [each[5:10] for each in walls(rule, first=date(2026, 12, day), times=5)] == days


def test_the_end_is_included():
    assert walls("FREQ=WEEKLY;BYDAY=TU", until=date(2026, 12, 1)) == ["2026-11-24T10:00", "2026-12-01T10:00"]


@pytest.mark.parametrize(
    ("rule", "more", "key"),
    [
        ("FREQ=SECONDLY", {}, "series-unreadable"),
        ("FREQ=WEEKLY;BYDAY=XX", {}, "series-unreadable"),
        ("nonsense", {}, "series-unreadable"),
        ("FREQ=WEEKLY", {"until": date(2026, 11, 1)}, "series-empty"),
    ],
)
def test_what_is_no_series_is_refused(rule, more, key):
    with pytest.raises(UserError, match=key):
        walls(rule, **more)


@pytest.mark.parametrize(
    ("day", "clock", "first"),
    [
        (date(2026, 12, 1), time(10), date(2026, 12, 1)),
        (None, time(15), date(2026, 11, 23)),
        (None, time(13), date(2026, 11, 24)),
    ],
)
def test_it_begins_today_unless_the_hour_has_gone(day, clock, first):
    assert first_day(day, clock, PARIS, NOW) == first
