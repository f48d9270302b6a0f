"""People without Slack's help: by first or full name, without accents, and only where a person can be meant."""

from typing import Any

import pytest

from bot.language import parse_post
from bot.language.people import Names, goes_by
from bot.language.requests import ME, AddPost, AssignPost, ListPosts, PostRequest, ReviewPost
from tests.language.post.test_commands import NOW, PARIS, said

TEAM = ("Chloé Tremblay", "Dan", "Marie-Ève Roy", "Jean Pierre Côté", "Bob Miller", "Will May", "Rose")


def parse(text: str) -> PostRequest:
    return parse_post(text, now=NOW, zone=PARIS, people=TEAM)


NAMED = {
    "assign P12 to dan": "dan",
    "assign P12 dan": "dan",
    "assign P12 Chloe": "Chloe",
    "assign P12 to chloé tremblay": "chloé tremblay",
    "assign P12 @Chloé Tremblay": "Chloé Tremblay",
    "assign P12 @chloe.tremblay": "chloe.tremblay",
    "confier P12 à Marie-Ève": "Marie-Ève",
    "confier P12 à marie eve roy": "marie eve roy",
    "confier P12 à Marie Eve": "Marie Eve",
    "give P12 to jean pierre": "jean pierre",
    "donner P12 à Jean Pierre Côté": "Jean Pierre Côté",
    "assign P12 @bob": "bob",
    "assign P12 @stranger": "stranger",
}


@pytest.mark.parametrize(("text", "name"), NAMED.items())
def test_a_post_is_handed_to_whoever_was_named(text: str, name: str) -> None:
    request = parse(text)

    assert isinstance(request, AssignPost)
    assert (request.owner_name, request.not_understood) == (name, ())


@pytest.mark.parametrize("text", ["assign P12 stranger", "assign P12 to chloe soon", "assign P12 tremblay"])
def test_what_is_no_name_is_asked(text: str) -> None:
    request = parse(text)

    assert isinstance(request, AssignPost)
    assert request.not_understood


OWNED: dict[str, dict[str, Any]] = {
    'add "A" on ig by dan': {"owner_name": "dan"},
    'add "A" on ig by Chloé Tremblay tue 10:00': {"owner_name": "Chloé Tremblay"},
    'add "A" by dan on ig': {"owner_name": "dan"},
    'add "A" on ig for chloe': {"owner_name": "chloe"},
    'ajouter "A" sur insta par marie-ève': {"owner_name": "marie-ève"},
    "ajouter Menu sur insta par marie-ève": {"owner_name": "marie-ève", "title": "Menu"},
    "add Menu on ig by @Bob Miller": {"owner_name": "Bob Miller", "title": "Menu"},
    "add A rose for Rose on ig": {"owner_name": "", "title": "A rose for Rose"},
    "add Lunch with Dan on ig": {"owner_name": "", "title": "Lunch with Dan"},
    'add "By dan" on ig': {"owner_name": "", "title": "By dan"},
}


@pytest.mark.parametrize(("text", "expected"), OWNED.items())
def test_an_owner_is_named_where_a_title_cannot_go_on(text: str, expected: dict[str, Any]) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert {name: getattr(request, name) for name in expected} == expected
    assert not request.not_understood


LISTS = {
    "list dan": "dan",
    "list by dan": "dan",
    "by Dan": "Dan",
    "dan": "dan",
    "list chloe instagram": "chloe",
    "liste de marie-ève": "marie-ève",
    "list Chloé Tremblay": "Chloé Tremblay",
}


@pytest.mark.parametrize(("text", "name"), LISTS.items())
def test_a_list_is_narrowed_to_a_person(text: str, name: str) -> None:
    request = parse(text)

    assert isinstance(request, ListPosts)
    assert (request.owner_name, request.not_understood) == (name, ())


def test_what_else_a_word_means_comes_first() -> None:
    assert said(parse("list may"))["span"].name == "month"
    assert "owner_name" not in said(parse("list may"))


def test_a_note_to_a_reviewer_names_nobody_else() -> None:
    request = parse("review P12 @bob will like it, ask dan")

    assert isinstance(request, ReviewPost)
    assert (request.reviewer_name, request.note) == ("bob", "will like it, ask dan")


def test_a_reviewer_is_named_at_once() -> None:
    request = parse("review P12 dan please check the price")
    note = parse("review P12 please ask dan")

    assert isinstance(request, ReviewPost)
    assert isinstance(note, ReviewPost)
    assert (request.reviewer_name, request.note) == ("dan", "please check the price")
    assert (note.reviewer_name, note.note) == ("", "please ask dan")


def test_me_is_me_whatever_others_are_called() -> None:
    request = parse("assign P12 to me")

    assert isinstance(request, AssignPost)
    assert request.owner_id == ME


@pytest.mark.parametrize(
    ("name", "typed", "is_meant"),
    [
        ("Chloé Tremblay", "chloe", True),
        ("Chloé Tremblay", "CHLOÉ TREMBLAY", True),
        ("Chloé Tremblay", "chloe t", False),
        ("Chloé Tremblay", "tremblay", False),
        ("Marie-Ève", "marie eve", True),
        ("Dan", "", False),
        ("", "", False),
    ],
)
def test_a_name_is_meant_by_its_beginning_word_by_word(name: str, typed: str, is_meant: bool) -> None:
    assert goes_by(name, typed) is is_meant


def test_nobody_has_no_name() -> None:
    assert Names.of([]).at(["dan"], 0) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("add Gift guide for dan on ig friday 10am", "for dan"),
        ("ajouter Guide pour Marie-Ève Roy sur insta demain 9h", "pour Marie-Ève Roy"),
    ],
)
def test_a_name_at_the_end_of_a_title_is_asked(text: str, what: str) -> None:
    request = parse(text)

    assert isinstance(request, AddPost)
    assert [(each.key, each.what) for each in request.doubts] == [("owner-or-title", what)]
