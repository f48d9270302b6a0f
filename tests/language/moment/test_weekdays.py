"""Weekdays with a number, a week or a month beside them, on Wednesday 25 November 2026 at 09:00 in Paris."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.language import When, parse_post, read_days, read_when
from bot.language.moment.moments import Here
from bot.language.requests import AddPost, MovePost
from tests.language.post.test_commands import NOW, PARIS, parse

HERE = Here(now=NOW, zone=PARIS)


def read(text: str) -> When:
    found = read_when(text, now=NOW, zone=PARIS, french=True)
    assert found is not None, text
    return found


FITTING = {
    "lundi 7": date(2026, 12, 7),
    "le lundi 7": date(2026, 12, 7),
    "Lundi 7": date(2026, 12, 7),
    "vendredi 11": date(2026, 12, 11),
    "jeudi 10": date(2026, 12, 10),
    "mercredi 25": date(2026, 11, 25),
    "vendredi 27": date(2026, 11, 27),
    "mardi 1er": date(2026, 12, 1),
    "lundi le 7": date(2026, 12, 7),
    "mon 7": date(2026, 12, 7),
    "monday 7": date(2026, 12, 7),
    "thursday the 10th": date(2026, 12, 10),
    "friday 11th": date(2026, 12, 11),
    "sat 5": date(2026, 12, 5),
    "le premier décembre": date(2026, 12, 1),
    "premier décembre": date(2026, 12, 1),
    "first of december": date(2026, 12, 1),
    "december first": date(2026, 12, 1),
    "december the 5th": date(2026, 12, 5),
    "the second of december": date(2026, 12, 2),
    "mardi premier décembre": date(2026, 12, 1),
    "first monday of december": date(2026, 12, 7),
    "le premier lundi de décembre": date(2026, 12, 7),
    "last friday of the month": date(2026, 11, 27),
    "le dernier vendredi du mois": date(2026, 11, 27),
    "dernier vendredi du mois prochain": date(2026, 12, 25),
    "friday next week": date(2026, 12, 4),
    "next week friday": date(2026, 12, 4),
    "vendredi de la semaine prochaine": date(2026, 12, 4),
    "friday this week": date(2026, 11, 27),
    "vendredi de cette semaine": date(2026, 11, 27),
    "saturday week": date(2026, 12, 5),
    "samedi en huit": date(2026, 12, 5),
    "two weeks from today": date(2026, 12, 9),
    "two weeks from monday": date(2026, 12, 14),
    "a week after friday": date(2026, 12, 4),
    "dans deux semaines": date(2026, 12, 9),
    "deux semaines après lundi": date(2026, 12, 14),
    "two days before friday": date(2026, 11, 25),
    "une semaine à partir de demain": date(2026, 12, 3),
}


@pytest.mark.parametrize(("text", "day"), FITTING.items())
def test_it_is_that_day_whatever_time_follows(text: str, day: date) -> None:
    whole = read(f"{text} à 9 h")

    assert (read(text).day, read(text).clock, read(text).doubts) == (day, None, ())
    assert whole.due is not None
    assert (whole.due.wall, whole.doubts) == (f"{day}T09:00", ())


@pytest.mark.parametrize("text", ["lundi 7 9h", "lundi 7, 9 h", "lundi 7 à 9h", "lundi 7 09:00", "9h lundi 7"])
def test_the_time_comes_after_the_number(text: str) -> None:
    assert read(text).due == read("7 décembre 9h").due


CLOCKS = {
    "lundi 7h": 7,
    "lundi 7 h": 7,
    "lundi à 7": 7,
    "lundi 7 heures": 7,
    "mon 7am": 7,
    "mon at 10": 10,
    "tue @ 10": 10,
}
CLOCKS |= {"lundi 7:00": 7, "mon 10 o'clock": 10, "lundi soir 8": 20, "friday evening 8": 20, "demain 9": 9}


@pytest.mark.parametrize(("text", "hour"), CLOCKS.items())
def test_what_says_that_it_is_a_time_of_day_is_one(text: str, hour: int) -> None:
    found = read(text)

    assert found.clock is not None
    assert (found.clock.hour, found.doubts) == (hour, ())


@pytest.mark.parametrize("text", ["tue 10", "lundi 8", "le lundi 8", "vendredi 12", "jeudi 30", "mardi 10", "mon 9"])
def test_a_number_that_does_not_fit_is_asked_about_with_what_was_read(text: str) -> None:
    (doubt,) = read(text).doubts

    is_hour = int(text.split()[-1]) < 24
    assert (doubt.key, doubt.what) == ("day-or-hour" if is_hour else "weekday-number", text)
    assert doubt.day is not None
    assert doubt.other is not None
    assert doubt.day.day == int(text.split()[-1])
    assert doubt.other == read(text).day


@pytest.mark.parametrize("text", ["lundi 8 à 9h", "tue 11 9:00", "friday the 12th", "vendredi 1er", "lundi 25/12"])
def test_a_date_that_is_another_weekday_is_refused_and_named(text: str) -> None:
    with pytest.raises(UserError) as refused:
        read(text)

    assert refused.value.key == "moment-weekday"
    assert isinstance(refused.value.params["day"], date)


@pytest.mark.parametrize("text", ["mardi 24", "mon 23", "lundi 16 à 9h"])
def test_a_number_that_fits_a_day_just_over_is_over(text: str) -> None:
    with pytest.raises(UserError) as refused:
        read(text)

    assert refused.value.key == "moment-past"


@pytest.mark.parametrize(
    ("text", "days"),
    {
        "lundi 7 au vendredi 11": (date(2026, 12, 7), date(2026, 12, 11)),
        "du lundi 7 au vendredi 11": (date(2026, 12, 7), date(2026, 12, 11)),
        "du lundi 7 au vendredi 11 décembre": (date(2026, 12, 7), date(2026, 12, 11)),
        "mon 7 to fri 11": (date(2026, 12, 7), date(2026, 12, 11)),
        "jeudi 10": (date(2026, 12, 10), date(2026, 12, 10)),
    }.items(),
)
def test_stretches_have_such_days_too(text: str, days: tuple[date, date]) -> None:
    assert read_days(text, HERE) == days


@pytest.mark.parametrize("text", ["lundi 8", "next friday", "lundi 7 au vendredi 12"])
def test_a_doubtful_day_is_no_stretch(text: str) -> None:
    assert read_days(text, HERE) is None


def test_a_weekday_that_is_not_that_date_is_refused_in_a_stretch_too() -> None:
    with pytest.raises(UserError):
        read_days("monday 25/12", HERE)


@pytest.mark.parametrize("text", ["next friday", "vendredi prochain", "friday next"])
def test_next_before_that_day_of_this_week_is_asked(text: str) -> None:
    (doubt,) = read(text).doubts

    assert (doubt.key, doubt.day, doubt.other) == ("next-weekday", date(2026, 11, 27), date(2026, 12, 4))


@pytest.mark.parametrize(
    "text", ["next monday", "lundi prochain", "next wed", "coming friday", "this friday", "friday"]
)
def test_what_can_be_one_day_only_is_not(text: str) -> None:
    assert read(text).doubts == ()


@pytest.mark.parametrize("text", ["tue @ 5", "tue at 5", "@ 5", "at 5", "tomorrow 6", "at 5 o'clock", "half past 5"])
def test_an_hour_without_its_half_of_the_day_is_asked(text: str) -> None:
    found = read(text)

    assert found.clock is not None
    assert found.clock.hour > 12
    assert [each.key for each in found.doubts] == ["morning-or-later"]
    assert parse(f'add "A" on ig {text}') != parse('add "A" on ig')


@pytest.mark.parametrize(
    "text", ["5am", "5pm", "tue 5:00", "mardi 5h", "friday morning at 5", "5 du matin", "tonight at 5"]
)
def test_an_hour_with_its_half_of_the_day_is_not(text: str) -> None:
    assert read(text).doubts == ()


@pytest.mark.parametrize(
    "text", ["dec 32", "32 december", "feb 30", "30 février", "dec 32 10:00", "by march", "dec 2026"]
)
def test_a_date_that_does_not_exist_or_a_month_alone_is_no_day(text: str) -> None:
    request = parse(f"move P1 {text}")

    assert isinstance(request, MovePost)
    assert request.day is None
    assert request.not_understood


def test_a_doubt_keeps_a_post_from_being_added_at_once() -> None:
    request = parse('add "A" on ig tue 10')

    assert isinstance(request, AddPost)
    assert not request.is_complete
    assert request.due is not None


NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
JOURS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]


@given(st.dates(date(2026, 1, 1), date(2027, 12, 1)), st.integers(0, 27), st.sampled_from([NAMES, JOURS]))
def test_a_day_by_its_name_and_number_is_that_day_within_four_weeks(today: date, ahead: int, names: list[str]) -> None:
    day = today + timedelta(days=ahead)
    now = NOW.replace(year=today.year, month=today.month, day=today.day)

    request = parse_post(f"move P1 {names[day.weekday()]} {day.day}", now=now, zone="UTC")

    assert isinstance(request, MovePost)
    assert (request.day, request.clock, request.doubts) == (day, None, ())


@given(st.integers(1, 31), st.sampled_from([*NAMES, *JOURS]), st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)))  # noqa: DTZ001
def test_a_name_and_a_number_are_never_a_time_of_day_without_a_question(n: int, name: str, now: datetime) -> None:
    try:
        request = parse_post(f"move P1 {name} {n}", now=now.replace(tzinfo=NOW.tzinfo), zone="UTC")
    except UserError:  # it is over
        return

    assert isinstance(request, MovePost)
    assert request.clock is None or request.doubts
