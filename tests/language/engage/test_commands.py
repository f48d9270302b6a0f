"""What `/checkin` understands, in both languages, on Wednesday 25 November 2026 in Paris."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.domain.moments import Week
from bot.language import parse_checkin
from bot.language.engage.questions import NoteQuestion
from bot.language.requests import (
    Away,
    BackAgain,
    CheckInNumbers,
    CheckInRequest,
    CheckInStatus,
    Help,
    OpenForm,
)

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
ROUND = CheckInNumbers(answered=12, received=14, replied=8, minutes=15)


def parse(text: str) -> CheckInRequest:
    return parse_checkin(text, now=NOW, zone="Europe/Paris")


REQUESTS: dict[str, CheckInRequest] = {
    "": OpenForm(),
    "12/14 8 comments 15 min": ROUND,
    "12/14, 8 comments, 15min": ROUND,
    "12 of 14 answered, 8 comments, 15 minutes": ROUND,
    "12 sur 14, 8 commentaires, 15 minutes": ROUND,
    "answered 12 received 14 minutes 15 replied 8": ROUND,
    "12 answered 14 received 8 replied 15 min": ROUND,
    "répondu 12 reçues 14 commentaires 8 minutes 15": ROUND,
    "répondu à 12 questions sur 14, 8 commentaires, 15 mn": ROUND,
    "questions: 14, answered: 12, comments: 8, min: 15": ROUND,
    "yesterday 5 questions answered 5": CheckInNumbers(received=5, answered=5, is_of_yesterday=True),
    "hier 5 questions répondu 5": CheckInNumbers(received=5, answered=5, is_of_yesterday=True),
    "answered 5 yesterday": CheckInNumbers(answered=5, is_of_yesterday=True),
    "répondu 5, 2 d'hier": CheckInNumbers(answered=5, answered_older=2),
    "answered 5, 2 from yesterday": CheckInNumbers(answered=5, answered_older=2),
    "spent 1h30": CheckInNumbers(minutes=90),
    "answered 5 in 1h": CheckInNumbers(answered=5, minutes=60),
    "temps passé 1 h 30": CheckInNumbers(minutes=90),
    "spent an hour and a half": CheckInNumbers(minutes=90),
    "answered 5 received 6 spent 20 minutes": CheckInNumbers(answered=5, received=6, minutes=20),
    "got 14 answered 12 in 20 minutes": CheckInNumbers(received=14, answered=12, minutes=20),
    "12/14": CheckInNumbers(answered=12, received=14),
    "6 questions, answered 5": CheckInNumbers(received=6, answered=5),
    "6 questions, 5 answered": CheckInNumbers(received=6, answered=5),
    "6 questions. answered 5.": CheckInNumbers(received=6, answered=5),
    "6 questions; répondu à 5, 10 min": CheckInNumbers(received=6, answered=5, minutes=10),
    "6 questions dont 5 répondues": CheckInNumbers(received=6, answered=5),
    "answered 5, 6 questions": CheckInNumbers(received=6, answered=5),
    "questions 6, 5 answered, 3 comments": CheckInNumbers(received=6, answered=5, replied=3),
    "questions, 6; answered, 5": CheckInNumbers(received=6, answered=5),
    "6 questions, answered 5, 10 min": CheckInNumbers(received=6, answered=5, minutes=10),
    "answered 12, 300 min": CheckInNumbers(answered=12, minutes=300),
    "12 questions answered, 14 received": CheckInNumbers(received=14, answered=12),
    "0/0": CheckInNumbers(answered=0, received=0),
    "received 5 answered 4, 2 older": CheckInNumbers(received=5, answered=4, answered_older=2),
    "5 received 4 answered 2 older 8 replied": CheckInNumbers(received=5, answered=4, answered_older=2, replied=8),
    "answered 4 older 2 received 5": CheckInNumbers(received=5, answered=4, answered_older=2),
    "répondu à 4 questions sur 5, plus 2 anciennes, 15 mn": CheckInNumbers(
        received=5, answered=4, answered_older=2, minutes=15
    ),
    "4/5 et 2 plus anciennes": CheckInNumbers(received=5, answered=4, answered_older=2),
    "reçues 5 répondu 6 dont 2 d’hier": CheckInNumbers(received=5, answered=4, answered_older=2),
    "answered 4 of today’s and 2 of earlier days": CheckInNumbers(answered=4, answered_older=2),
    "2 older": CheckInNumbers(answered_older=2),
    "15 min": CheckInNumbers(minutes=15),
    "12/14 plan reviewed": CheckInNumbers(answered=12, received=14, plan_reviewed=True),
    "15 min plan revu appris : on nous veut en bleu": CheckInNumbers(
        minutes=15, plan_reviewed=True, learned="on nous veut en bleu"
    ),
    "12/14 learned: they want colours": CheckInNumbers(answered=12, received=14, learned="they want colours"),
    "12/14 8 bananas": CheckInNumbers(answered=12, received=14, not_understood=("8 bananas",)),
    "12": CheckInNumbers(not_understood=("12",)),
    "12.5 min": Help(not_understood=("12.5 min",)),
    "status": CheckInStatus(),
    "état": CheckInStatus(),
    "status last week": CheckInStatus(week=Week(2026, 47)),
    "statut semaine 47": CheckInStatus(week=Week(2026, 47)),
    "status banana": CheckInStatus(not_understood=("banana",)),
    "away": Away(),
    "away tomorrow": Away(first=date(2026, 11, 26), last=date(2026, 11, 26)),
    "away 24/12..2/1": Away(first=date(2026, 12, 24), last=date(2027, 1, 2)),
    "away from 24 to 31 december": Away(first=date(2026, 12, 24), last=date(2026, 12, 31)),
    "absence du 24 au 31 décembre": Away(first=date(2026, 12, 24), last=date(2026, 12, 31)),
    "absent semaine prochaine": Away(first=date(2026, 11, 30), last=date(2026, 12, 6)),
    "vacances jusqu’à vendredi": Away(first=date(2026, 11, 25), last=date(2026, 11, 27)),
    "away on friday": Away(first=date(2026, 11, 27), last=date(2026, 11, 27)),
    "away sometime": Away(not_understood=("sometime",)),
    "back": BackAgain(),
    "de retour": BackAgain(),
    "question Do you ship to Canada?": NoteQuestion(text="Do you ship to Canada?"),
    "question": NoteQuestion(),
    "question Do you answer 5 comments, or 2 older ones?": NoteQuestion(
        text="Do you answer 5 comments, or 2 older ones?"
    ),
    "help": Help(),
    "aide absence": Help(about="away"),
    "foo": Help(not_understood=("foo",)),
}


@pytest.mark.parametrize(("text", "expected"), REQUESTS.items())
def test_a_check_in_in_words(text: str, expected: CheckInRequest) -> None:
    assert replace(parse(text), typed="") == expected


@pytest.mark.parametrize(
    ("text", "key"), [("away 1/1/2026", "days-past"), ("away 31/12/2026..24/12/2026", "days-backwards")]
)
def test_days_that_make_no_sense_are_refused(text: str, key: str) -> None:
    with pytest.raises(UserError) as refused:
        parse(text)

    assert refused.value.key == key


@pytest.mark.parametrize("text", ["away 24/11..26/11", "away 20/11 to 27/11"])
def test_an_absence_may_have_begun(text: str) -> None:
    request = parse(text)

    assert isinstance(request, Away)
    assert request.first is not None
    assert request.first < date(2026, 11, 25)


TYPED = """
    12 / 12/14 of min 15min comments answered à away 24/12 .. - du au status 31 décembre learned: plan ok
    until back older anciennes dont plus k % w48 <@U1> &lt; ² ½
"""
WORDS = st.sampled_from(TYPED.split())


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=10).map(" ".join)))
def test_any_text_gives_a_request_or_a_refusal(text: str) -> None:
    try:
        refusal, request = "", parse(text)
    except UserError as refused:
        refusal, request = refused.key, None

    assert request is not None or refusal in {"days-backwards", "days-past"}


@given(*[st.integers(min_value=0, max_value=9999)] * 4)
def test_numbers_with_their_names_read_as_themselves(received: int, answered: int, replied: int, minutes: int) -> None:
    expected = CheckInNumbers(received=received, answered=answered, replied=replied, minutes=minutes)

    for text in (
        f"{answered}/{received} {replied} comments {minutes} min",
        f"reçues {received} répondues {answered} commentaires {replied} minutes {minutes}",
    ):
        assert replace(parse(text), typed="") == expected


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("away 3 days from monday", (11, 30), (12, 2)),
        ("absente deux semaines à partir de lundi", (11, 30), (12, 13)),
        ("away for two weeks starting monday", (11, 30), (12, 13)),
        ("away from monday for 3 days", (11, 30), (12, 2)),
        ("absente lundi pour 3 jours", (11, 30), (12, 2)),
        ("away one month from 1 december", (12, 1), (12, 31)),
        ("away a day from monday", (11, 30), (11, 30)),
        ("away in 3 days", (11, 28), (11, 28)),
    ],
)
def test_a_length_counts_from_its_first_day(text: str, first: tuple[int, int], last: tuple[int, int]) -> None:
    found = parse(text)

    assert isinstance(found, Away)
    assert (found.first, found.last, found.doubts) == (date(2026, *first), date(2026, *last), ())


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("away monday and thursday", date(2026, 11, 30)),
        ("absente lundi et jeudi", date(2026, 11, 30)),
        ("away tomorrow and saturday", date(2026, 11, 26)),
        ("away monday, wednesday and friday", date(2026, 11, 30)),
        ("absente demain et samedi", date(2026, 11, 26)),
    ],
)
def test_single_days_are_no_stretch(text: str, first: date) -> None:
    found = parse(text)

    assert isinstance(found, Away)
    assert (found.first, found.last) == (first, first)
    assert [each.key for each in found.doubts] == ["days-apart"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("away thursday and friday", 2),
        ("away 24 and 25 december", 2),
        ("away between monday and thursday", 4),
        ("absente entre lundi et jeudi", 4),
    ],
)
def test_neighbours_and_what_lies_between_two_days_are_one(text: str, days: int) -> None:
    found = parse(text)

    assert isinstance(found, Away)
    assert found.first
    assert found.last
    assert ((found.last - found.first).days + 1, found.doubts) == (days, ())


@pytest.mark.parametrize(
    "text",
    ["away this afternoon", "absente cet après-midi", "absente demain matin", "away friday evening", "away tonight"],
)
def test_an_absence_of_part_of_a_day_is_asked(text: str) -> None:
    found = parse(text)

    assert isinstance(found, Away)
    assert found.first == found.last
    assert [each.key for each in found.doubts] == ["part-of-absence"]


def test_numbers_before_and_after_their_names_in_one_line() -> None:
    found = parse("got 14 answered 12 in 20 minutes")

    assert isinstance(found, CheckInNumbers)
    assert (found.received, found.answered, found.minutes) == (14, 12, 20)


@pytest.mark.parametrize(
    "typed",
    ["nothing today", "no questions", "no questions today", "rien aujourd’hui", "aucune question", "pas de questions"],
)
def test_a_line_that_says_there_was_nothing_is_a_round_of_none_to_be_checked(typed):
    found = parse(typed)

    assert isinstance(found, CheckInNumbers)
    assert (found.received, found.answered) == (0, 0)
    assert [each.key for each in found.doubts] == ["round-of-nothing"]


def test_a_sentence_that_begins_with_no_is_no_round():
    assert isinstance(parse("no idea what to do here"), Help)
