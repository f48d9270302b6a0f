"""What `/post` understands, in both languages, on Wednesday 25 November 2026 at 09:00 in Paris."""

from dataclasses import fields
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from bot.domain.errors import UserError
from bot.domain.moments import Due
from bot.domain.posts import PostKind
from bot.domain.strategy import Platform
from bot.language import parse_post
from bot.language.requests import (
    ME,
    AddPost,
    MoveDay,
    MovePost,
    PostRequest,
    Span,
)

PARIS = "Europe/Paris"
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
FRIDAY, MONDAY, TUESDAY = date(2026, 11, 27), date(2026, 11, 30), date(2026, 12, 1)
NEXT_WEEK = Span(name="week", first=date(2026, 11, 30), last=date(2026, 12, 6))


def parse(text: str) -> PostRequest:
    return parse_post(text, now=NOW, zone=PARIS)


def said(request: PostRequest) -> dict[str, Any]:
    """The fields that differ from a request of which nothing was typed."""
    empty = MoveDay(day=date.min, to=date.min) if isinstance(request, MoveDay) else type(request)()
    return {
        each.name: getattr(request, each.name)
        for each in fields(request)
        if each.name != "typed" and getattr(request, each.name) != getattr(empty, each.name)
    }


def at(day: date, hour: int, minute: int = 0) -> dict[str, Any]:
    clock = time(hour, minute)
    return {"due": Due.local(day, clock, PARIS), "day": day, "clock": clock}


SPRING = {"title": "Spring contest", "platform": Platform.INSTAGRAM}
PRINTEMPS = {"title": "Concours de printemps", "platform": Platform.INSTAGRAM}

ADDED = {
    'add "Spring contest" on instagram by <@U123|amy> due tue 10:00 kind contest': SPRING
    | at(TUESDAY, 10)
    | {"owner_id": "U123", "kind": PostKind.CONTEST},
    'add "Spring contest" on instagram by @amy due tue at 10': SPRING | at(TUESDAY, 10) | {"owner_name": "amy"},
    "add “Spring contest” due tue at 10 on insta": SPRING | at(TUESDAY, 10),
    "add 'Spring contest' ig tue at 10": SPRING | at(TUESDAY, 10),
    "new Spring contest on ig tuesday 10:00 by me": SPRING | at(TUESDAY, 10) | {"owner_id": ME},
    "add Spring contest on instagram": SPRING,
    "add Spring contest instagram tue 10:00": SPRING | at(TUESDAY, 10),
    'add title: "Spring contest" platform: instagram due: tue at 10': SPRING | at(TUESDAY, 10),
    "add \"It is 'on' now\" on x": {"title": "It is 'on' now", "platform": Platform.X},
    "add 'It's here' on x tomorrow noon": {"title": "It's here", "platform": Platform.X} | at(date(2026, 11, 26), 12),
    'add "A" on ig text: Bonjour &amp; <https://lune.example/a|lune.example> à tous': {
        "title": "A",
        "platform": Platform.INSTAGRAM,
        "text": "Bonjour & https://lune.example/a à tous",
    },
    'add "A" on ig text "B" tue at 10': {"title": "A", "platform": Platform.INSTAGRAM, "text": "B"} | at(TUESDAY, 10),
    'add "A" "B" on linkedin': {"title": "A", "text": "B", "platform": Platform.LINKEDIN},
    'add "A" on fb theme: spring #sale #2026': {
        "title": "A",
        "platform": Platform.FACEBOOK,
        "theme": "spring",
        "labels": ("sale", "2026"),
    },
    'add "A" on google my business campaign "Winter sale"': {
        "title": "A",
        "platform": Platform.GOOGLE_BUSINESS,
        "theme": "Winter sale",
    },
    'add "A" 25/12 18:00': {"title": "A"} | at(date(2026, 12, 25), 18),
    'add "A" on linkedin in 2 hours': {"title": "A", "platform": Platform.LINKEDIN} | at(date(2026, 11, 25), 11),
    'add "A" on linkedin due in three weeks': {"title": "A", "platform": Platform.LINKEDIN, "day": date(2026, 12, 16)},
    'add "A" on ig by friday 10am': {"title": "A", "platform": Platform.INSTAGRAM} | at(FRIDAY, 10),
    'add "A" at 10:00 on ig friday': {"title": "A", "platform": Platform.INSTAGRAM} | at(FRIDAY, 10),
    'add "A" 18:00': {"title": "A"} | at(date(2026, 11, 25), 18),
    'add "A" friday': {"title": "A", "day": FRIDAY},
    "add Black Friday sale on fb by me due friday 10:00": {
        "title": "Black Friday sale",
        "platform": Platform.FACEBOOK,
        "owner_id": ME,
    }
    | at(FRIDAY, 10),
    "add Black Friday on fb": {"title": "Black Friday", "platform": Platform.FACEBOOK},
    "add Contest of the month on facebook fri 10:00": {
        "title": "Contest of the month",
        "platform": Platform.FACEBOOK,
        "kind": PostKind.CONTEST,
    }
    | at(FRIDAY, 10),
    "add How Facebook works on linkedin": {"title": "How Facebook works", "platform": Platform.LINKEDIN},
    "add contest on instagram": {"title": "contest", "kind": PostKind.CONTEST, "platform": Platform.INSTAGRAM},
    "add": {},
    "ajouter « Concours de printemps » sur insta par <@U123> le mardi 10h genre concours": PRINTEMPS
    | at(TUESDAY, 10)
    | {"owner_id": "U123", "kind": PostKind.CONTEST},
    "ajouter Concours de printemps sur instagram mardi 10 h": PRINTEMPS | at(TUESDAY, 10) | {"kind": PostKind.CONTEST},
    "ajoute «Concours de printemps» sur Instagram pour vendredi midi": PRINTEMPS | at(FRIDAY, 12),
    "AJOUTER «Concours de printemps» instagram mar. 1 déc. 10 h 30": PRINTEMPS | at(TUESDAY, 10, 30),
    "ajouter «Concours de printemps» sur instagram par moi demain 9h texte: Bonjour !": PRINTEMPS
    | at(date(2026, 11, 26), 9)
    | {"owner_id": ME, "text": "Bonjour !"},
    "ajouter Offre du vendredi sur facebook mardi 9h": {
        "title": "Offre du vendredi",
        "platform": Platform.FACEBOOK,
        "kind": PostKind.PROMOTION,
    }
    | at(TUESDAY, 9),
    "ajouter «L’été» sur le blogue thème: été": {"title": "L’été", "platform": Platform.BLOG, "theme": "été"},
    '"Spring contest" on ig': SPRING,
}


@pytest.mark.parametrize(("text", "expected"), ADDED.items())
def test_a_post_is_added_from_one_line(text: str, expected: dict[str, Any]) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert said(request) == expected


PARTLY = {
    "add contest tuesdayish": ("tuesdayish",),
    'add "A" on instagram due tuesdayish': ("due tuesdayish",),
    'add "A" on instagram on facebook': ("on facebook",),
    'add "A" something else on instagram friday 10:00 really now': ("something else", "friday 10:00 really now"),
    'add "A" on myspace': ("on myspace",),
    'add "A" tue 10:00 wed 11:00': ("wed 11:00",),
    'add "A" on ig <#C123|general>': ("#general",),
    'add "A" "B" "C"': ('"C"',),
    'ajouter "A" sur insta friday midnight': ("friday midnight",),
    'add "A" on instagram 31/02 8:00': ("31/02",),
    'ajouter "A" sur insta 24-12 7h': ("24-12",),
    'ajouter "A" sur insta une fois par semaine 7h': ("une fois par semaine",),
}


@pytest.mark.parametrize(("text", "pieces"), PARTLY.items())
def test_what_is_not_understood_is_kept_as_it_was_typed(text: str, pieces: tuple[str, ...]) -> None:
    assert parse(text).not_understood == pieces


def test_a_time_beside_a_day_that_was_not_understood_is_not_taken_for_todays() -> None:
    request = parse('ajouter "A" sur insta 24-12 7h')

    assert isinstance(request, AddPost)
    assert (request.day, request.due, request.clock) == (None, None, time(7))


def test_a_lone_kind_and_a_slip_leave_the_form_filled_in() -> None:
    request = parse("add contest tuesdayish")

    assert said(request) == {
        "kind": PostKind.CONTEST,
        "title": "contest tuesdayish",
        "not_understood": ("tuesdayish",),
    }


@pytest.mark.parametrize(
    ("text", "complete"),
    [
        ('add "A" on ig tue at 10', True),
        ('add "A" on ig', True),
        ('add "A" on ig friday', False),
        ('add "A" tue at 10', False),
        ("add on ig tue at 10", False),
        ('add "A" on ig tue at 10 banana', False),
        ('add "A" on ig tue at 10 by @amy', False),
        ('add "A" on ig tue at 10 by <@U1>', True),
    ],
)
def test_a_post_is_complete_with_a_title_a_platform_and_no_open_question(text: str, complete: bool) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert request.is_complete is complete


PLANNED = (Platform.X, Platform.THREADS, Platform.BLOG)


@pytest.mark.parametrize("name", ["x", "threads", "blog"])
@pytest.mark.parametrize(
    "line",
    [
        "add We are open {} tomorrow 9am",
        "add We are open tomorrow 9am {}",
        "add {} tomorrow 9am We are open",
        "add We are open {} @bob tomorrow 9am",
    ],
)
def test_a_short_name_is_the_platform_of_the_plan_where_one_fits(line: str, name: str) -> None:
    request = parse_post(line.format(name), now=NOW, zone=PARIS, platforms=PLANNED)

    assert isinstance(request, AddPost)
    assert (request.title, request.platform, request.not_understood) == ("We are open", Platform(name), ())


@pytest.mark.parametrize("name", ["x", "threads", "blog"])
def test_a_short_name_that_the_plan_has_not_is_likely_the_platform_and_asked(name: str) -> None:
    request = parse_post(f"add We are open {name} tomorrow 9am", now=NOW, zone=PARIS)

    assert isinstance(request, AddPost)
    assert (request.title, request.platform, request.not_understood) == ("We are open", Platform(name), ())
    assert [(each.key, each.what) for each in request.doubts] == [("platform-or-title", name)]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("add Blog launch tomorrow 9am", "Blog launch"),
        ("add Read our new blog tomorrow 9am", "Read our new blog"),
        ("add Read our blog tomorrow 9am", "Read our blog"),
        ("add Un blog demain 9h", "Un blog"),
        ("add New pin tomorrow 9am", "New pin"),
    ],
)
def test_a_short_name_that_fits_a_title_better_stays_in_it(line: str, title: str) -> None:
    request = parse_post(line, now=NOW, zone=PARIS, platforms=PLANNED)

    assert isinstance(request, AddPost)
    assert (request.title, request.platform) == (title, None)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("add Contest: win a candle on instagram 5 dec 12:00 kind contest", PostKind.CONTEST),
        ("add Contest news on instagram 5 dec 12:00 kind news", PostKind.NEWS),
        ("ajouter Concours de Noël sur insta 5 déc 12h genre actualité", PostKind.NEWS),
    ],
)
def test_the_word_that_names_the_kind_outweighs_the_title(line: str, kind: PostKind) -> None:
    request = parse(line)

    assert isinstance(request, AddPost)
    assert (request.kind, request.not_understood) == (kind, ())


def test_a_day_of_a_month_that_does_not_have_it_is_no_day_of_another() -> None:
    request = parse("déplacer P34 le 31 novembre")

    assert isinstance(request, MovePost)
    assert (request.day, request.due) == (None, None)
    assert request.not_understood


def test_what_a_series_cannot_change_is_said() -> None:
    assert parse("series P57 tuesday").not_understood == ("tuesday",)


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("add Contest on facebook friday 10:00", "Contest", PostKind.CONTEST),
        ("ajouter Concours sur facebook vendredi 10h", "Concours", PostKind.CONTEST),
        ("add Sale on facebook friday 10:00", "Sale", PostKind.PROMOTION),
    ],
)
def test_the_word_of_a_kind_alone_is_a_title_too(text: str, title: str, kind: PostKind) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert (request.title, request.kind, request.not_understood) == (title, kind, ())
    assert request.is_complete
    assert request.due is not None


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("add Sale on fb black friday 10:00", "black friday 10:00"),
        ("add Sale on fb friday quux", "friday quux"),
        ('add "A" on ig friday 10:00 or so', "friday 10:00 or so"),
    ],
)
def test_a_day_beside_words_without_meaning_is_not_filled_in(text: str, missed: str) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert (request.day, request.clock, request.due) == (None, None, None)
    assert request.not_understood == (missed,)


def test_a_29_february_that_is_years_away_is_refused_unless_its_year_is_said() -> None:
    with pytest.raises(UserError) as refused:
        parse("add Recap on facebook 29 feb 10:00")

    assert refused.value.key == "moment-leap-day"
    assert parse("add Recap on facebook 29 feb 2028 10:00").day == date(2028, 2, 29)
