"""Moments as people type them, read on Wednesday 25 November 2026 at 09:00 in Paris."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.language import When, read_when

PARIS = "Europe/Paris"
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def read(text: str, *, french: bool = False) -> When | None:
    return read_when(text, now=NOW, zone=PARIS, french=french)


WHOLE = {
    "today 18:00": "2026-11-25T18:00",
    "Today at 6pm": "2026-11-25T18:00",
    "aujourd'hui 18h": "2026-11-25T18:00",
    "aujourd’hui à 18 h": "2026-11-25T18:00",
    "tonight at 8": "2026-11-25T20:00",
    "ce soir 20h": "2026-11-25T20:00",
    "this evening 7pm": "2026-11-25T19:00",
    "tomorrow 9am": "2026-11-26T09:00",
    "tomorrow at 9": "2026-11-26T09:00",
    "tomorrow evening at 7": "2026-11-26T19:00",
    "9am tomorrow": "2026-11-26T09:00",
    "demain 9h": "2026-11-26T09:00",
    "Demain à 9 h 30": "2026-11-26T09:30",
    "demain midi": "2026-11-26T12:00",
    "demain à midi et demi": "2026-11-26T12:30",
    "tomorrow at 10 h 30 in the evening": "2026-11-26T22:30",
    "tomorrow at 10 h 30 in the morning": "2026-11-26T10:30",
    "at 10 h 30 in the evening tomorrow": "2026-11-26T22:30",
    "demain à 10 h 30 du soir": "2026-11-26T22:30",
    "demain soir à 8h": "2026-11-26T20:00",
    "demain 3h de l'après-midi": "2026-11-26T15:00",
    "9 heures et demie demain": "2026-11-26T09:30",
    "après-demain 10h": "2026-11-27T10:00",
    "apres demain 10h": "2026-11-27T10:00",
    "the day after tomorrow at 10": "2026-11-27T10:00",
    "tue at 10": "2026-12-01T10:00",
    "Tue 10:00": "2026-12-01T10:00",
    "tuesday 10:00": "2026-12-01T10:00",
    "Tuesday, 10:00": "2026-12-01T10:00",
    "tue 9:05 pm": "2026-12-01T21:05",
    "mardi 10h": "2026-12-01T10:00",
    "mardi 10 h": "2026-12-01T10:00",
    "MARDI 10H30": "2026-12-01T10:30",
    "10h mardi": "2026-12-01T10:00",
    "mar. 10 h": "2026-12-01T10:00",
    "mar. 1 déc. 10 h": "2026-12-01T10:00",
    "mar. 1er déc. à 10\u00a0h\u00a005": "2026-12-01T10:05",
    "mardi 1er décembre 2026 à 10 h": "2026-12-01T10:00",
    "wed 10:00": "2026-11-25T10:00",
    "wed 8:00": "2026-12-02T08:00",
    "mercredi prochain 9h": "2026-12-02T09:00",
    "next wed 10:00": "2026-12-02T10:00",
    "next monday 9am": "2026-11-30T09:00",
    "lundi prochain à 9h": "2026-11-30T09:00",
    "vendredi midi": "2026-11-27T12:00",
    "friday week 10:00": "2026-12-04T10:00",
    "demain à 9h moins le quart": "2026-11-26T08:45",
    "demain 9 h moins dix": "2026-11-26T08:50",
    "friday noon": "2026-11-27T12:00",
    "friday evening 8": "2026-11-27T20:00",
    "vendredi en huit 10h": "2026-12-04T10:00",
    "vendredi en quinze 10h": "2026-12-11T10:00",
    "dans huit jours à 10h": "2026-12-02T10:00",
    "dans quinze jours 7h": "2026-12-09T07:00",
    "dans une quinzaine de jours 7h": "2026-12-09T07:00",
    "d'ici une huitaine à 10h": "2026-12-02T10:00",
    "in ten days at 10:00": "2026-12-05T10:00",
    "1 dec 10:00": "2026-12-01T10:00",
    "1 december at 10": "2026-12-01T10:00",
    "Dec 1st 2026 5 pm": "2026-12-01T17:00",
    "december 1, 10:00": "2026-12-01T10:00",
    "the 1st of december at 10am": "2026-12-01T10:00",
    "1er décembre 10h": "2026-12-01T10:00",
    "le 1 déc à 10 h": "2026-12-01T10:00",
    "le 5 à 10h": "2026-12-05T10:00",
    "the 5th at 10": "2026-12-05T10:00",
    "20 janvier 8h": "2027-01-20T08:00",
    "10 mars 9h": "2027-03-10T09:00",
    "2026-12-01 10:00": "2026-12-01T10:00",
    "2026-12-01, 10:00": "2026-12-01T10:00",
    "2026-12-01T10:00": "2026-12-01T10:00",
    "2026-12-01T10:00Z": "2026-12-01T11:00",
    "2026-12-01T10:00:00-05:00": "2026-12-01T16:00",
    "25/12 18:00": "2026-12-25T18:00",
    "25/12/2026 18h": "2026-12-25T18:00",
    "25.12.2026 18:00": "2026-12-25T18:00",
    "12/25 18:00": "2026-12-25T18:00",
    "1/12 10:00": "2026-12-01T10:00",
    "14/2/27 9:00": "2027-02-14T09:00",
    "in 2 hours": "2026-11-25T11:00",
    "in an hour": "2026-11-25T10:00",
    "in half an hour": "2026-11-25T09:30",
    "in 90 min": "2026-11-25T10:30",
    "dans 2 heures": "2026-11-25T11:00",
    "dans une heure": "2026-11-25T10:00",
    "dans 2h30": "2026-11-25T11:30",
    "dans 3 jours à 10h": "2026-11-28T10:00",
    "in 2 weeks at 10:00": "2026-12-09T10:00",
    "in three weeks at 10:00": "2026-12-16T10:00",
    "dans trois semaines à 10h": "2026-12-16T10:00",
    "in a fortnight 10:00": "2026-12-09T10:00",
    "a month from tomorrow at 9:00": "2026-12-26T09:00",
}


@pytest.mark.parametrize(("text", "wall"), WHOLE.items())
def test_a_day_and_a_time_are_a_moment(text: str, wall: str) -> None:
    found = read(text)

    assert found is not None
    assert found.due is not None
    assert (found.due.wall, found.due.zone) == (wall, PARIS)


@pytest.mark.parametrize("text", WHOLE)
def test_a_moment_that_says_all_reads_the_same_to_french_members(text: str) -> None:
    assert read(text, french=True) == read(text)


DAYS = {
    "tomorrow": date(2026, 11, 26),
    "demain matin": date(2026, 11, 26),
    "friday": date(2026, 11, 27),
    "wednesday": date(2026, 12, 2),
    "mercredi": date(2026, 12, 2),
    "1er décembre": date(2026, 12, 1),
    "25/12": date(2026, 12, 25),
    "2026-12-01": date(2026, 12, 1),
    "in two months": date(2027, 1, 25),
    "dans un mois": date(2026, 12, 25),
    "29 feb 2028": date(2028, 2, 29),
}


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_a_day_alone_leaves_the_time_open(text: str, day: date) -> None:
    found = read(text)

    assert found is not None
    assert (found.day, found.clock, found.due) == (day, None, None)


@pytest.mark.parametrize(
    ("text", "clock"),
    {
        "10:00": time(10),
        "10h30": time(10, 30),
        "à 10 h": time(10),
        "at 9": time(9),
        "noon": time(12),
        "midi": time(12),
        "5pm": time(17),
        "5 p.m.": time(17),
        "12am": time(0),
        "12 pm": time(12),
        "half past 9": time(9, 30),
        "23:59": time(23, 59),
    }.items(),
)
def test_a_time_alone_leaves_the_day_open(text: str, clock: time) -> None:
    found = read(text)

    assert found is not None
    assert (found.day, found.clock, found.due) == (None, clock, None)


@pytest.mark.parametrize("text", ["yesterday 10:00", "hier", "today 8:00", "1/11 10:00", "2026-11-24", "24 nov 10:00"])
def test_a_moment_that_has_passed_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        read(text)

    assert refused.value.key == "moment-past"


@pytest.mark.parametrize("text", ["tue 2 dec 10:00", "mercredi 1er décembre", "lundi 25/12"])
def test_a_weekday_that_is_not_that_date_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        read(text)

    assert refused.value.key == "moment-weekday"


NO_MOMENTS = [
    "",
    "tuesdayish",
    "contest",
    "a",
    "12",
    "31/02",
    "25:00",
    "midnight",
    "friday midnight",
    "on instagram",
    "13/13",
]
NO_MOMENTS += ["next week", "P12", "2026-13-01", "may", "10:00 banana", "the", "x", "soon", "ASAP", "9999-12-31", "½h"]


@pytest.mark.parametrize("text", NO_MOMENTS)
def test_what_is_no_moment_is_not_guessed(text: str) -> None:
    assert read(text) is None


def test_mar_is_march_in_english_and_tuesday_in_french() -> None:
    english, french = read("mar 10"), read("mar 10", french=True)

    assert english is not None
    assert french is not None
    assert english.day == date(2027, 3, 10)
    assert french.day == date(2026, 12, 1)
    assert [doubt.key for doubt in french.doubts] == ["day-or-hour"]


def test_days_before_months() -> None:
    found = read("5/12")

    assert found is not None
    assert found.day == date(2026, 12, 5)


def test_the_day_is_that_of_the_zone() -> None:
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)

    paris = read_when("today 12:00", now=late, zone=PARIS)
    toronto = read_when("tomorrow 12:00", now=late, zone="America/Toronto")

    assert paris is not None
    assert toronto is not None
    assert paris.day == toronto.day == date(2026, 11, 26)


@pytest.mark.parametrize(
    ("text", "zone", "now", "moment"),
    [
        ("29 mar 02:30", PARIS, datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 1, 30, tzinfo=UTC)),
        ("sunday 02:30", PARIS, datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("demain 10h", PARIS, datetime(2026, 10, 24, 12, tzinfo=UTC), datetime(2026, 10, 25, 9, 0, tzinfo=UTC)),
        ("demain 10h", PARIS, datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 8, 0, tzinfo=UTC)),
        (
            "tomorrow 02:30",
            "America/Toronto",
            datetime(2026, 3, 7, 17, tzinfo=UTC),
            datetime(2026, 3, 8, 7, 30, tzinfo=UTC),
        ),
        (
            "tomorrow 01:30",
            "America/Toronto",
            datetime(2026, 10, 31, 17, tzinfo=UTC),
            datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
        ),
        ("in 2 hours", PARIS, datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 3, 29, 2, 30, tzinfo=UTC)),
        ("dans 2 heures", PARIS, datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 2, 30, tzinfo=UTC)),
    ],
)
def test_clock_changes_skip_forward_and_take_the_first_of_two(
    text: str, zone: str, now: datetime, moment: datetime
) -> None:
    found = read_when(text, now=now, zone=zone)

    assert found is not None
    assert found.due is not None
    assert found.due.at == moment


def test_looking_back_finds_the_last_such_day() -> None:
    found = read_when("monday 16:00", now=NOW, zone=PARIS, toward="past")

    assert found is not None
    assert found.day == date(2026, 11, 23)


def test_looking_back_yesterday_is_a_day() -> None:
    found = read_when("hier 16h", now=NOW, zone=PARIS, toward="past")

    assert found is not None
    assert found.due is not None
    assert found.due.wall == "2026-11-24T16:00"


MOMENTS = st.datetimes(min_value=datetime(2026, 11, 26), max_value=datetime(2027, 8, 20))  # noqa: DTZ001 – wall times


@given(MOMENTS)
def test_a_moment_written_day_first_reads_as_itself(moment: datetime) -> None:
    wall = moment.replace(second=0, microsecond=0)

    for form in (
        "%d/%m/%Y %H:%M",
        "%Y-%m-%d %H:%M",
        "%d/%m %Hh%M",
        "%d %B %Y %H:%M",
        "%a %d %b %H:%M",
        "%B %d at %H:%M",
    ):
        found = read(wall.strftime(form))

        assert found is not None, form
        assert found.due is not None, form
        assert found.due.wall == wall.isoformat(timespec="minutes"), form


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_a_moment_or_none_or_refused(text: str, french: bool) -> None:
    try:
        found, refusal = read(text, french=french), ""
    except UserError as refused:
        found, refusal = None, refused.key

    assert refusal in {"", "moment-past", "moment-weekday"}
    assert found is None or found.day or found.clock


def test_a_moment_is_never_before_now() -> None:
    for hours in range(24 * 8):
        now = NOW + timedelta(hours=hours)
        for text in ("tue at 10", "vendredi 9h", "wed 23:30"):
            found = read_when(text, now=now, zone=PARIS)

            assert found is not None
            assert found.due is not None
            assert now <= found.due.at < now + timedelta(days=7, hours=1)


def test_now_can_be_of_any_zone() -> None:
    here = NOW.astimezone(ZoneInfo("Asia/Tokyo"))

    assert read_when("tue at 10", now=here, zone=PARIS) == read("tue at 10")
