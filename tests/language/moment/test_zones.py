"""Time zones in words, on Wednesday 25 November 2026 at 09:00 in Paris; summer is July 2027."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import parse_post
from bot.language.requests import AddPost, EditPost, MovePost, PostRequest
from bot.language.zone_words import ABBREVIATIONS
from tests.language.post.test_commands import NOW, PARIS, parse

TORONTO = "America/Toronto"


def of(text: str, *, zone: str = PARIS, french: bool = False, zones: tuple[str, ...] = ()) -> PostRequest:
    return parse_post(text, now=NOW, zone=zone, french=french, zones=zones)


def wall(text: str, **here: str) -> str:
    request = of(text, **here)  # type: ignore[arg-type]
    assert isinstance(request, AddPost | MovePost | EditPost)
    assert request.due is not None
    assert not request.not_understood
    assert not request.doubts
    return request.due.wall


IN_PARIS = {
    "tue 10:00 ET": "2026-12-01T16:00",
    "tue 10 ET": "2026-12-01T16:00",
    "tue 10:00 (ET)": "2026-12-01T16:00",
    "tue 10am ET": "2026-12-01T16:00",
    "tue 10am et": "2026-12-01T16:00",
    "tue 10am est": "2026-12-01T16:00",
    "tue 10:00 EST": "2026-12-01T16:00",
    "10:00 ET tue": "2026-12-01T16:00",
    "10:00 tue ET": "2026-12-01T16:00",
    "tue 10am Eastern": "2026-12-01T16:00",
    "tue 10am Eastern time": "2026-12-01T16:00",
    "tue 10am eastern standard time": "2026-12-01T16:00",
    "tue 10am New York time": "2026-12-01T16:00",
    "tue 10am, NY time": "2026-12-01T16:00",
    "tue 9am PT": "2026-12-01T18:00",
    "tue 9am pst": "2026-12-01T18:00",
    "tue 9am pacific": "2026-12-01T18:00",
    "tue 9am CT": "2026-12-01T16:00",
    "tue 10:00 UTC": "2026-12-01T11:00",
    "tue 10:00 utc": "2026-12-01T11:00",
    "tue 10:00 GMT": "2026-12-01T11:00",
    "tue 10:00 UTC+2": "2026-12-01T09:00",
    "tue 10:00 GMT-5": "2026-12-01T16:00",
    "tue 10:00 CET": "2026-12-01T10:00",
    "tue 10:00 cet": "2026-12-01T10:00",
    "tue 10:00 Paris time": "2026-12-01T10:00",
    "tue 10:00 London time": "2026-12-01T11:00",
    "tue 10:00 UK time": "2026-12-01T11:00",
    "tue 10:00 my time": "2026-12-01T10:00",
    "tue 10:00 Europe/London": "2026-12-01T11:00",
    "tue 10:00 JST": "2026-12-01T02:00",
    "mardi 10 h ET": "2026-12-01T16:00",
    "mardi 10h HNE": "2026-12-01T16:00",
    "mardi 10 h (heure de l’Est)": "2026-12-01T16:00",
    "mardi 10 h, heure de l'Est": "2026-12-01T16:00",
    "mardi à 10 h heure normale de l'Est": "2026-12-01T16:00",
    "mardi à 10 heures, heure de Montréal": "2026-12-01T16:00",
    "mardi 10 heure de Montréal": "2026-12-01T16:00",
    "mardi 10h à l'heure de Québec": "2026-12-01T16:00",
    "mardi 9h heure du Pacifique": "2026-12-01T18:00",
    "mardi 10h heure de Paris": "2026-12-01T10:00",
    "mardi 10h heure de Londres": "2026-12-01T11:00",
    "mardi 10h heure d'Ottawa": "2026-12-01T16:00",
    "mardi 10h heure française": "2026-12-01T10:00",
    "mardi 10h mon heure": "2026-12-01T10:00",
    "mardi 10 heures du matin": "2026-12-01T10:00",
    "mardi 1 heure de l'après-midi": "2026-12-01T13:00",
}


@pytest.mark.parametrize(("text", "expected"), IN_PARIS.items())
def test_a_time_of_day_may_be_of_another_zone(text: str, expected: str) -> None:
    assert wall(f'add "A" on facebook {text}') == expected
    assert wall(f"move P1 {text}") == expected
    assert wall(f"edit P1 {text}") == expected


def test_a_time_alone_keeps_its_zone_for_the_day_that_the_post_has() -> None:
    request = parse("move P1 10:00 ET")

    assert isinstance(request, MovePost)
    assert (request.day, str(request.clock), request.zone) == (None, "10:00:00", "America/New_York")


def test_the_day_is_as_the_speaker_says_it_and_the_clock_is_there() -> None:
    assert wall("move P1 tomorrow 22:00 ET") == "2026-11-27T04:00"
    assert wall("move P1 tomorrow 8:00 Paris time", zone=TORONTO) == "2026-11-26T02:00"


CONJUNCTIONS = {
    "ajouter « A » sur facebook demain 10h et sur rien": "2026-11-26T10:00",
    "ajouter « A » sur facebook demain 10h et demie": "2026-11-26T10:30",
    "ajouter « A » sur facebook demain 10H ET DEMIE": "2026-11-26T10:30",
    "AJOUTER « A » SUR FACEBOOK DEMAIN 10H ET": "2026-11-26T10:00",
    "ajouter « A » sur facebook demain 10h et": "2026-11-26T10:00",
}


@pytest.mark.parametrize(("text", "expected"), CONJUNCTIONS.items())
def test_et_in_small_letters_or_among_capitals_joins(text: str, expected: str) -> None:
    request = of(text, french=True)

    assert isinstance(request, AddPost)
    assert request.due is not None
    assert (request.due.wall, request.zone, request.doubts) == (expected, "", ())


@pytest.mark.parametrize(
    "text",
    [
        *("tue 10:00 springfield time", "mardi 10h heure locale", "mardi 10h heure de Trifouilly", "tue 10:00 UTC+25"),
        *("tue 10:00 XYZ", "ET tue 10:00", "tue ET", "tue 10:00 local time", "tue 10:00 UTC +1", "mardi 10h à Paris"),
    ],
)
def test_a_zone_that_is_not_known_is_asked_about_and_never_dropped(text: str) -> None:
    request = parse(f'add "A" on facebook {text}')

    assert isinstance(request, AddPost)
    assert request.not_understood


@pytest.mark.parametrize("name", ABBREVIATIONS)
def test_every_name_of_a_zone_is_read_or_asked_about(name: str) -> None:
    request = parse(f'add "A" on facebook tue 10:00 {name}')
    plain = parse('add "A" on facebook tue 10:00')

    assert isinstance(request, AddPost)
    assert isinstance(plain, AddPost)
    assert request.zone or request.doubts
    assert not request.not_understood
    assert replace(request, typed="", due=None, zone="", doubts=()) == replace(plain, typed="", due=None)


SHARED = [
    ("IST", PARIS, (), None),
    ("IST", PARIS, ("Asia/Kolkata",), "2026-12-01T05:30"),
    ("IST", PARIS, (PARIS, "Asia/Calcutta", TORONTO), "2026-12-01T05:30"),
    ("IST", PARIS, (PARIS, "Asia/Jerusalem"), "2026-12-01T09:00"),
    ("IST", PARIS, (PARIS, "Asia/Jerusalem", "Asia/Kolkata"), None),
    ("IST", "Asia/Kolkata", (PARIS, "Asia/Jerusalem"), "2026-12-01T10:00"),
    ("CST", PARIS, (), None),
    ("CST", PARIS, ("America/Regina",), "2026-12-01T17:00"),
    ("CST", PARIS, (PARIS, "Asia/Shanghai"), "2026-12-01T03:00"),
    ("GMT", PARIS, (), "2026-12-01T11:00"),
    ("MST", PARIS, (), "2026-12-01T18:00"),
]


@pytest.mark.parametrize(("name", "zone", "zones", "expected"), SHARED)
def test_of_zones_that_share_a_name_the_teams_own_is_meant(
    name: str, zone: str, zones: tuple[str, ...], expected: str | None
) -> None:
    request = of(f"move P1 tue 10:00 {name}", zone=zone, zones=zones)

    assert isinstance(request, MovePost)
    assert request.due is not None
    assert [each.key for each in request.doubts] == ([] if expected else ["zone"])
    assert request.due.wall == (expected or "2026-12-01T10:00")


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        *(("1 july 2027 10:00 EST", ()), ("1 july 2027 10:00 CET", ()), ("tue 10:00 EDT", ()), ("tue 10:00 CEST", ())),
        *(("tue 10:00 HAE", ()), ("1 july 2027 10:00 GMT", ("Europe/London",)), ("tue 10:00 BST", ("Europe/London",))),
    ],
)
def test_a_name_of_the_other_season_is_asked_about(text: str, zones: tuple[str, ...]) -> None:
    request = of(f"move P1 {text}", zones=zones)

    assert isinstance(request, MovePost)
    assert [each.key for each in request.doubts] == ["zone-season"]


@pytest.mark.parametrize(
    ("text", "expected"),
    {"1 july 2027 10:00 EDT": "2027-07-01T16:00", "1 july 2027 10:00 CEST": "2027-07-01T10:00"}.items(),
)
def test_a_name_of_its_own_season_is_not(text: str, expected: str) -> None:
    assert wall(f"move P1 {text}") == expected


def test_a_series_keeps_the_zone_that_was_typed() -> None:
    request = parse('add "A" on facebook every tuesday 10:00 ET')

    assert isinstance(request, AddPost)
    assert (str(request.clock), request.zone) == ("10:00:00", "America/New_York")


@given(st.sampled_from(sorted(ABBREVIATIONS)), st.integers(0, 23), st.booleans())
def test_no_zone_is_read_as_if_it_were_not_there(name: str, hour: int, french: bool) -> None:
    request = of(f"move P1 fri {hour}:00 {name}", zone="Asia/Kathmandu", french=french)

    assert isinstance(request, MovePost)
    assert request.doubts or request.not_understood or request.zone


@pytest.mark.parametrize("text", ["thursday, december 3rd 9am PT", "jeudi 3 décembre 9 h heure du Pacifique"])
def test_a_region_has_the_clocks_of_who_lives_there(text: str) -> None:
    request = parse_post(f'add "A" on ig {text}', now=datetime(2026, 11, 24, 14, tzinfo=UTC), zone="America/Vancouver")

    assert isinstance(request, AddPost)
    assert request.due
    assert (request.due.wall, request.due.zone) == ("2026-12-03T09:00", "America/Vancouver")


def test_a_city_has_its_own_clocks() -> None:
    typed = 'add "A" on ig thursday 3 december 9am Los Angeles time'
    request = parse_post(typed, now=datetime(2026, 11, 24, 14, tzinfo=UTC), zone="America/Vancouver")

    assert isinstance(request, AddPost)
    assert request.due
    assert request.due.at == datetime(2026, 12, 3, 17, tzinfo=UTC)
