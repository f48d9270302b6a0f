"""`/checkin` as people say it without having read the help: counts in words, "done" first, spaces in numbers."""

from datetime import UTC, date, datetime

import pytest

from bot.domain.errors import UserError
from bot.language import parse_checkin
from bot.language.engage.questions import DoWithQuestion, NoteQuestion
from bot.language.requests import CheckInNumbers, OpenForm, Request

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # a Monday


def parsed(text: str) -> Request:
    return parse_checkin(text, now=NOW, zone="Europe/Paris", french=True, people=["Bob Roy"])


COUNTS = {
    "ronde faite, 5 questions, 4 réponses": (5, 4, None),
    "ronde faite : cinq questions, quatre réponses": (5, 4, None),
    "round done, 5 questions, 4 answers": (5, 4, None),
    "done, five questions, four answered": (5, 4, None),
    "twelve out of fourteen in 20 minutes": (14, 12, 20),
    "cinq questions, quatre répondues, un quart d'heure": (5, 4, 15),
    "a dozen questions, twenty minutes": (12, None, 20),
    "une douzaine de questions": (12, None, None),
    "j'ai fait ma ronde, dix-sept questions": (17, None, None),
    "did my round, 3 of 4": (4, 3, None),
    "recieved 4 anwsered 3": (4, 3, None),
    "done 12/14": (14, 12, None),
    "fait 4 sur 5": (5, 4, None),
}


@pytest.mark.parametrize("text", COUNTS)
def test_a_round_is_understood_with_counts_in_words_and_with_what_every_line_means_before_it(text):
    found = parsed(text)

    assert isinstance(found, CheckInNumbers)
    assert (found.received, found.answered, found.minutes, found.not_understood) == (*COUNTS[text], ())


@pytest.mark.parametrize("text", ["done", "fait", "ronde faite !", "C'est fait.", "I did my round today"])
def test_done_without_a_count_opens_the_form(text):
    assert isinstance(parsed(text), OpenForm)


def test_a_word_for_a_number_that_counts_nothing_is_none():
    nothing, heard = parsed("rien de neuf"), parsed("12 of 14, learned: five questions about the price")

    assert isinstance(nothing, CheckInNumbers)
    assert (nothing.received, nothing.answered) == (0, 0)
    assert isinstance(heard, CheckInNumbers)
    assert heard.learned == "five questions about the price"


DEEDS = {
    "Q 3": "show",
    "answered q 3": "answer",
    "Q 3 to @bob": "give",
    "re-open Q3": "reopen",
    "laisse tomber Q3": "drop",
}


@pytest.mark.parametrize("text", DEEDS)
def test_a_space_in_a_questions_number_keeps_no_new_question(text):
    found = parsed(text)

    assert isinstance(found, DoWithQuestion)
    assert (found.question_id, found.deed) == ("Q3", DEEDS[text])


def test_a_question_that_begins_with_a_number_is_kept_as_one():
    found = parsed("q 3 for 2?")

    assert isinstance(found, NoteQuestion)
    assert found.text == "3 for 2?"


@pytest.mark.parametrize("text", ['question ""', "question « »", "question “”"])
def test_empty_quotes_ask_nothing(text):
    found = parsed(text)

    assert isinstance(found, NoteQuestion)
    assert not found.text
    assert not found.is_complete


PAST = {
    'V1 next "call her" last friday': "last friday",
    "V1 move last friday": "last friday",
    "V1 prochaine étape « appeler » vendredi dernier": "vendredi dernier",
    'voice "Anna" influencer next call her last friday': "last friday",
}


@pytest.mark.parametrize("text", PAST)
def test_the_last_friday_of_a_voices_step_is_not_the_next_one(text):
    with pytest.raises(UserError) as refused:
        parsed(text)

    assert (refused.value.key, refused.value.params["what"]) == ("moment-past", PAST[text])
    assert parsed('V1 next "call her" friday').day == date(2026, 11, 27)  # type: ignore[attr-defined]
