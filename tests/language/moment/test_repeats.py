from datetime import UTC, date, datetime

import pytest

from bot.domain.posts import PostState
from bot.domain.strategy import Platform
from bot.language import parse_post
from bot.language.requests import AddPost, CopyPost, EditPost, ListPosts, ListScope, MoveDay, MovePost

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # a Monday


def read(text: str):
    return parse_post(text, now=NOW, zone="Europe/Paris")


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("every tuesday", "FREQ=WEEKLY;BYDAY=TU"),
        ("each Tuesday and Thursday", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("every other friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"),
        ("every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("every three weeks", "FREQ=WEEKLY;INTERVAL=3"),
        ("every week", "FREQ=WEEKLY"),
        ("weekly", "FREQ=WEEKLY"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("every day", "FREQ=DAILY"),
        ("every month", "FREQ=MONTHLY"),
        ("chaque mardi", "FREQ=WEEKLY;BYDAY=TU"),
        ("tous les mardis", "FREQ=WEEKLY;BYDAY=TU"),
        ("tous les lundis et jeudis", "FREQ=WEEKLY;BYDAY=MO,TH"),
        ("toutes les deux semaines", "FREQ=WEEKLY;INTERVAL=2"),
        ("toutes les 3 semaines", "FREQ=WEEKLY;INTERVAL=3"),
        ("tous les jours ouvrés", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("chaque mois", "FREQ=MONTHLY"),
        ("1 lundi sur 2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
        ("un mardi sur trois", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU"),
        ("une semaine sur deux", "FREQ=WEEKLY;INTERVAL=2"),
        ("1 jour sur 2", "FREQ=DAILY;INTERVAL=2"),
        ("one monday in two", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
    ],
)
def test_what_comes_back_is_understood_in_both_languages(typed, rule):
    request = read(f'add "Tip" on instagram {typed} 10:00')

    assert isinstance(request, AddPost)
    assert (request.title, request.platform, request.repeat) == ("Tip", Platform.INSTAGRAM, rule)
    assert (request.clock or request.due.wall[11:]) is not None
    assert request.not_understood == ()
    assert not request.is_complete


@pytest.mark.parametrize("name", ["Quagga weekly", "Weekly quagga", "Lettre hebdomadaire"])
def test_a_rhythm_in_a_title_is_no_second_one(name):
    request = read(f"add {name} on instagram every tuesday 10am")

    assert isinstance(request, AddPost)
    assert (request.title, request.repeat, request.not_understood) == (name, "FREQ=WEEKLY;BYDAY=TU", ())


@pytest.mark.parametrize(
    ("typed", "times", "until"),
    [
        ("every tuesday 10:00 8 times", 8, None),
        ("chaque mardi 10:00 8 fois", 8, None),
        ("every tuesday 10:00 until 2027-01-31", None, date(2027, 1, 31)),
        ("chaque mardi à 10h jusqu'au 31/01/2027", None, date(2027, 1, 31)),
    ],
)
def test_its_end_is_understood(typed, times, until):
    request = read(f'add "Tip" on instagram {typed}')

    assert (request.times, request.until, request.not_understood) == (times, until, ())


def test_an_end_of_what_does_not_come_back_is_not_understood():
    request = read('add "Tip" on instagram tomorrow 10:00 8 times')

    assert (request.times, request.not_understood) == (None, ("8 times",))


def test_a_post_that_exists_does_not_come_back():
    request = read("edit P12 every tuesday")

    assert isinstance(request, EditPost)
    assert request.not_understood == ("every tuesday",)


@pytest.mark.parametrize(
    "typed",
    ["move 2026-12-01 to 2026-12-02", "déplacer 1/12 au 2/12", "move all of 2026-12-01 to 2026-12-02"],
)
def test_two_days_move_a_whole_day(typed):
    assert read(typed) == MoveDay(typed=typed, day=date(2026, 12, 1), to=date(2026, 12, 2))


@pytest.mark.parametrize("typed", ["move P12 2026-12-01", "move P12 friday 16:00", "move 12 tomorrow", "move P12"])
def test_one_post_moves_by_its_number(typed):
    assert isinstance(read(typed), MovePost)


@pytest.mark.parametrize(
    ("typed", "platforms"),
    [
        ("copy P12 to facebook", (Platform.FACEBOOK,)),
        ("copier P12 vers linkedin et x", (Platform.LINKEDIN, Platform.X)),
        ("P12 copy to insta", (Platform.INSTAGRAM,)),
        ("copy P12", ()),
    ],
)
def test_a_copy_names_its_platforms(typed, platforms):
    assert read(typed) == CopyPost(typed=typed, post_id="P12", platforms=platforms)


@pytest.mark.parametrize("typed", ["ideas", "idées"])
def test_ideas_alone_are_listed(typed):
    assert read(typed) == ListPosts(typed=typed, state=PostState.IDEA, scope=ListScope.ALL)


def test_a_rhythm_counted_out_needs_no_quotes_around_the_title():
    request = read("ajouter Astuce instagram 1 lundi sur 2 9h")

    assert (request.title, request.platform, request.repeat) == (
        "Astuce",
        Platform.INSTAGRAM,
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
    )


@pytest.mark.parametrize("typed", ["Cadeau facebook 03-12 9h", "Cadeau sur facebook 3-12 9h"])
def test_two_figures_with_a_dash_are_told_not_to_be_taken_and_are_no_title(typed):
    request = read(f"ajouter {typed}")

    assert (request.title, request.platform, request.day) == ("Cadeau", Platform.FACEBOOK, None)
    assert "-12" in request.not_understood[0]


def test_figures_with_a_dash_within_a_title_stay_in_it():
    assert read("add Our 10-12 tea time on instagram friday 9am").title == "Our 10-12 tea time"
