"""What is typed about customers' questions, in both languages: kept in any order of pieces, listed, settled."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.strategy import Platform
from bot.language import parse_checkin
from bot.language.engage.questions import DoWithQuestion, ListQuestions, NoteQuestion
from bot.language.requests import ME, CheckInNumbers, Request

NOW = datetime(2026, 12, 1, 15, tzinfo=UTC)  # Tuesday, 16:00 in Paris
LINK = "https://facebook.com/lune/posts/7"


def parsed(text: str, *, french: bool = False) -> Request:
    return parse_checkin(text, now=NOW, zone="Europe/Paris", french=french, people=["Bob Roy", "Chloé Tremblay"])


def pieces(request: Request) -> dict[str, object]:
    """What was understood: every field that is not as it is by default."""
    assert isinstance(request, NoteQuestion)
    names = ("text", "platform", "link", "asked_by", "owner_id", "owner_name", "not_understood")
    found = {name: value for name in names if (value := getattr(request, name))}
    if request.due:
        return found | {"at": request.due.wall}
    return found | ({"day": request.day} if request.day else {})


BELGIUM = "Do you ship to Belgium?"
FACEBOOK = {"text": BELGIUM, "platform": Platform.FACEBOOK}
KEPT: dict[str, dict[str, object]] = {
    f'question "{BELGIUM}" on facebook from "Marie" asked yesterday 15:00 @bob': {
        **FACEBOOK,
        "asked_by": "Marie",
        "at": "2026-11-30T15:00",
        "owner_name": "bob",
    },
    f'question on facebook asked yesterday 15:00 from Marie Lebrun <@UBOB> "{BELGIUM}" {LINK}': {
        **FACEBOOK,
        "asked_by": "Marie Lebrun",
        "at": "2026-11-30T15:00",
        "owner_id": "UBOB",
        "link": LINK,
    },
    f'question "{BELGIUM}" facebook 15:00 yesterday for me': {
        **FACEBOOK,
        "at": "2026-11-30T15:00",
        "owner_id": ME,
    },
    f"question {BELGIUM} on facebook from Marie": {**FACEBOOK, "asked_by": "Marie"},
    f"question « {BELGIUM} » sur facebook de « Marie Café » posée hier 15h pour bob": {
        **FACEBOOK,
        "asked_by": "Marie Café",
        "at": "2026-11-30T15:00",
        "owner_name": "bob",
    },
    f"question « {BELGIUM} » sur le blog": {"text": BELGIUM, "platform": Platform.BLOG},
    f'question on our blog "{BELGIUM}"': {"text": BELGIUM, "platform": Platform.BLOG},
    f'question "{BELGIUM}" asked 9:30': {"text": BELGIUM, "at": "2026-12-01T09:30"},
    f'question "{BELGIUM}" asked yesterday': {"text": BELGIUM, "day": date(2026, 11, 30)},
    f'question "{BELGIUM}" on facebook urgent': {**FACEBOOK, "not_understood": ("urgent",)},
    f"question {BELGIUM} And to France?": {"text": f"{BELGIUM} And to France?"},
    f"question {BELGIUM} thank you": {"text": f"{BELGIUM} thank you"},
    "question Livrez-vous en Belgique ? sur insta": {
        "text": "Livrez-vous en Belgique ?",
        "platform": Platform.INSTAGRAM,
    },
    "question a customer wants to know whether Q3 is a size": {
        "text": "a customer wants to know whether Q3 is a size",
    },
}


@pytest.mark.parametrize("text", KEPT)
def test_every_piece_of_a_question_is_optional_and_stands_where_it_likes(text):
    assert pieces(parsed(text, french="sur" in text)) == KEPT[text]


def test_a_question_with_every_piece_is_complete_and_one_with_half_a_moment_or_a_strange_word_is_not():
    assert parsed(f'question "{BELGIUM}" on facebook asked yesterday 15:00').is_complete
    assert not parsed(f'question "{BELGIUM}" asked yesterday').is_complete
    assert not parsed(f'question "{BELGIUM}" urgent').is_complete
    assert not parsed("question").is_complete


def do(deed: str, **more: object) -> DoWithQuestion:
    return DoWithQuestion(question_id="Q3", deed=deed, **more)  # type: ignore[arg-type]


DONE = {
    f"answered Q3 {LINK}": do("answer", link=LINK),
    f"q3 {LINK}": do("answer", link=LINK),
    "Q3 answered": do("answer"),
    "répondu à q3": do("answer"),
    "reopen Q3": do("reopen"),
    "rouvrir Q3": do("reopen"),
    "drop Q3 spam": do("drop", why="spam"),
    "drop Q3: it was spam": do("drop", why="it was spam"),
    "écarter Q3 parce que c'est une pub": do("drop", why="c'est une pub"),
    "Q3 to <@UDAN>": do("give", owner_id="UDAN"),
    "Q3 to @bob": do("give", owner_name="bob"),
    "give Q3 to Bob Roy": do("give", owner_name="Bob Roy"),
    "confier Q3 à chloé": do("give", owner_name="chloé"),
    "Q3 à moi": do("give", owner_id=ME),
    "Q3": do("show"),
    "question Q3": do("show"),
    "q-03": do("show"),
    "still open Q3": do("open"),
    "Q3 encore ouverte": do("open"),
    "answered Q3 maybe": do("answer", not_understood=("maybe",)),
    "Q3 nonsense": do("show", not_understood=("nonsense",)),
}


@pytest.mark.parametrize("text", DONE)
def test_a_number_beside_a_verb_says_what_is_done_with_a_question(text):
    found = parsed(text)

    assert found == DoWithQuestion(**{name: getattr(DONE[text], name) for name in FIELDS}, typed=found.typed)


FIELDS = ("question_id", "deed", "link", "why", "owner_id", "owner_name", "not_understood")

LISTED = {
    "questions": ListQuestions(),
    "questions mine": ListQuestions(scope="mine"),
    "questions all": ListQuestions(scope="all"),
    "questions on facebook": ListQuestions(platform=Platform.FACEBOOK),
    "questions toutes sur insta": ListQuestions(scope="all", platform=Platform.INSTAGRAM),
}


@pytest.mark.parametrize("text", LISTED)
def test_questions_are_listed_by_whose_and_by_platform(text):
    found = parsed(text)

    assert isinstance(found, ListQuestions)
    assert (found.scope, found.platform) == (LISTED[text].scope, LISTED[text].platform)


@pytest.mark.parametrize("text", ["questions 6, 5 answered", "answered 12 received 14", "6 questions, answered 5"])
def test_counts_of_a_round_stay_counts(text):
    assert isinstance(parsed(text), CheckInNumbers)


def test_a_time_of_day_that_has_not_come_today_is_not_of_today():
    assert parsed(f'question "{BELGIUM}" asked 17:00').due.at > NOW  # the service refuses it, the form asks
    assert time(17) == parsed(f'question "{BELGIUM}" asked 17:00').clock
