"""Working hours between two moments: exact where clocks change, over weekends and holidays; when questions are due."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.engage.hours import CareRules, WorkingHours

MINUTE = timedelta(minutes=1)
CHANGES = {
    "Europe/Paris": (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)),
    "America/Toronto": (datetime(2026, 3, 8, 7, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC)),
    "Australia/Lord_Howe": (datetime(2026, 4, 4, 15, tzinfo=UTC), datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
    "America/Santiago": (datetime(2026, 4, 5, 3, tzinfo=UTC), datetime(2026, 9, 6, 4, tzinfo=UTC)),
}
"""When the clocks of four zones change: by an hour, by half an hour, and over midnight."""


def no_holiday(country: str, day: date) -> bool:
    return False


def hours(zone: str = "Europe/Paris", *, holidays: frozenset[date] = frozenset(), **rules: object) -> WorkingHours:
    known = CareRules(**rules)  # type: ignore[arg-type]
    return WorkingHours(rules=known, zone=zone, country="FR", is_holiday=lambda country, day: day in holidays)


def minute_by_minute(known: WorkingHours, start: datetime, end: datetime) -> int:
    """The minutes of [start, end) at which the clock on the wall shows a working time."""
    rules, count, moment = known.rules, 0, start
    while moment < end:
        wall = moment.astimezone(ZoneInfo(known.zone))
        is_before_close = rules.closes == time(0) or wall.time() < rules.closes
        count += known.works_on(wall.date()) and rules.opens <= wall.time() and is_before_close
        moment += MINUTE
    return count


times = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))


@st.composite
def cases(draw: st.DrawFn) -> tuple[WorkingHours, datetime, datetime]:
    zone = draw(st.sampled_from(sorted(CHANGES)))
    change = draw(st.sampled_from(CHANGES[zone]))
    opens = draw(times)
    closes = draw(times.filter(lambda each: each > opens) | st.just(time(0)))
    near = [change.date() + timedelta(days=n) for n in (-1, 0, 1)]
    known = hours(
        zone,
        holidays=draw(st.frozensets(st.sampled_from(near), max_size=1)),
        working_days=draw(st.frozensets(st.integers(0, 6), min_size=1)),
        opens=opens,
        closes=closes,
    )
    start = change + draw(st.integers(-2 * 1440, 1440)) * MINUTE
    return known, start, start + draw(st.integers(0, 3 * 1440)) * MINUTE


@given(cases())
def test_working_time_is_what_a_count_of_each_minute_finds(case):
    known, start, end = case

    assert known.between(start, end) == minute_by_minute(known, start, end) * MINUTE


@pytest.mark.parametrize(("month", "day", "worked"), [(3, 29, 2), (10, 25, 4)])
def test_an_hour_that_is_skipped_does_not_count_and_one_that_comes_twice_counts_twice(month, day, worked):
    known = hours(working_days=frozenset({6}), opens=time(1), closes=time(4))
    start = datetime(2026, month, day, tzinfo=ZoneInfo("Europe/Paris"))

    assert known.between(start, start.astimezone(UTC) + timedelta(hours=23)) == timedelta(hours=worked)


def test_nights_weekends_and_holidays_do_not_count():
    friday = datetime(2026, 12, 4, 16, 30, tzinfo=UTC)  # 17:30 in Paris
    tuesday = datetime(2026, 12, 8, 9, tzinfo=UTC)

    assert hours().between(friday, tuesday) == timedelta(hours=0.5 + 9 + 1)
    assert hours(holidays=frozenset({date(2026, 12, 7)})).between(friday, tuesday) == timedelta(hours=1.5)


def test_what_ends_before_it_begins_took_no_time():
    noon = datetime(2026, 12, 1, 11, tzinfo=UTC)

    assert hours().between(noon, noon - timedelta(days=1)) == timedelta(0)


DUE = [
    # when it came (Paris), working days, due (Paris)
    ("2026-12-01 10:00", 1, "2026-12-02 18:00"),  # Tuesday
    ("2026-12-01 20:00", 1, "2026-12-02 18:00"),
    ("2026-12-03 17:59", 1, "2026-12-04 18:00"),
    ("2026-12-04 10:00", 1, "2026-12-08 18:00"),  # Friday; Monday is a holiday here
    ("2026-12-05 10:00", 1, "2026-12-08 18:00"),  # Saturday
    ("2026-12-01 10:00", 0, "2026-12-01 18:00"),
    ("2026-12-01 18:00", 0, "2026-12-02 18:00"),
    ("2026-12-05 10:00", 0, "2026-12-08 18:00"),
    ("2026-12-01 10:00", 3, "2026-12-04 18:00"),
]


@pytest.mark.parametrize(("came", "working_days", "due"), DUE)
def test_a_question_is_due_at_the_end_of_a_working_day(came, working_days, due):
    paris = ZoneInfo("Europe/Paris")
    known = hours(holidays=frozenset({date(2026, 12, 7)}))
    moment = datetime.fromisoformat(came).replace(tzinfo=paris).astimezone(UTC)

    found = known.due_after(moment, working_days=working_days)

    assert f"{found.astimezone(paris):%Y-%m-%d %H:%M}" == due


def test_where_the_office_closes_at_midnight_the_day_still_ends_there():
    known = hours(closes=time(0))

    found = known.due_after(datetime(2026, 12, 1, 9, tzinfo=UTC), working_days=1)

    assert found == datetime(2026, 12, 2, 23, tzinfo=UTC)


def test_what_comes_at_night_is_told_when_the_office_opens():
    known = hours()

    assert known.opens_after(datetime(2026, 12, 4, 20, tzinfo=UTC)) == datetime(2026, 12, 7, 8, tzinfo=UTC)
    assert known.opens_after(datetime(2026, 12, 4, 10, tzinfo=UTC)) == datetime(2026, 12, 4, 10, tzinfo=UTC)
