"""Questions as they are shown, at the longest that can be typed, in both languages."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.engage.questions import Question, answer, drop
from bot.domain.engage.voices import Voice
from bot.domain.limits import LINK_LIMIT, NAME_LIMIT, QUESTION_LIMIT, REASON_LIMIT
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Platform
from bot.services.engage.question_records import hours_of
from bot.services.engage.questions import QuestionFacts
from handlers.views.engage import question_card as card
from handlers.views.engage import question_forms as forms
from handlers.views.reminders.questions import AskedToAnswer, question_message
from tests.handlers.longest import a_strategy, assert_message, assert_modal, worst

NOW = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
LONG_LINK = "https://example.com/" + "a" * (LINK_LIMIT - 20)


def a_question(texts: str, number: int = 10**8) -> Question:
    return Question(
        id=f"Q{number}",
        strategy_id="S1",
        text=worst(QUESTION_LIMIT, texts),
        asked_on=date(2025, 11, 30),
        owner_id="U0000000000",
        platform=Platform.GOOGLE_BUSINESS,
        asked_by=worst(NAME_LIMIT, texts),
        asked_at=NOW - timedelta(days=300),
        link=LONG_LINK,
        due_at=NOW - timedelta(days=200),
    )


def facts(texts: str, question: Question) -> QuestionFacts:
    alike = tuple(a_question(texts, n) for n in range(1, 40))
    voices = (Voice(id="V1", strategy_id="S1", name=worst(NAME_LIMIT, texts)),) * 9
    more = {"alike": alike, "voices": voices, "undo": "0" * 16}
    return QuestionFacts(question=question, strategy=a_strategy(texts), can_change=True, can_post=True, **more)


@pytest.mark.parametrize("state", ["open", "answered", "dropped"])
def test_the_card_of_a_question_at_its_longest(t, texts, state):
    question = a_question(texts)
    by_state = {
        "open": question,
        "answered": answer(question, by="U0000000000", at=NOW, link=LONG_LINK),
        "dropped": drop(question, by="U0000000000", at=NOW, why=worst(REASON_LIMIT, texts)),
    }
    found, hours = facts(texts, by_state[state]), hours_of(a_strategy(texts))

    assert_message(card.question_text(t, found, notice="x"), card.question_card(t, found, now=NOW, hours=hours))
    assert_modal(card.question_modal(t, found, now=NOW, hours=hours, notice="x"))


def test_a_question_of_which_little_is_known_is_shown_as_well(t, texts):
    bare = Question(id="Q1", strategy_id="S1", text="?", asked_on=date(2026, 11, 25), owner_id="U0000000000")
    found = QuestionFacts(question=bare, strategy=a_strategy(texts), can_change=False)

    blocks = card.question_card(t, found, now=NOW, hours=hours_of(a_strategy(texts)))

    assert_message(card.question_text(t, found), blocks)
    assert "question.answer" not in str(blocks)


@pytest.mark.parametrize(("count", "page"), [(0, 0), (1, 0), (400, 3)])
def test_the_list_of_questions_at_its_longest(t, texts, count, page):
    every = [a_question(texts, n) for n in range(1, count + 1)]
    listed = card.QuestionList(questions=every, scope="all", platform=Platform.GOOGLE_BUSINESS, page=page)

    text, blocks = card.question_list(t, listed, a_strategy(texts), now=NOW)

    assert_message(text, blocks)
    assert [each["accessory"]["value"] for each in blocks if "accessory" in each] == [
        each.id for each in every[page * card.ROWS :][: card.ROWS]
    ]


def test_the_forms_of_questions_at_their_longest(t, texts):
    filled = forms.FilledQuestion(
        text=worst(4000, texts),
        platform=Platform.GOOGLE_BUSINESS,
        asked_by=worst(200, texts),
        day=date(2026, 11, 24),
        clock=time(9, 5),
        link=LONG_LINK,
        owner_id="U0000000000",
    )
    strategy, question = a_strategy(texts), a_question(texts)
    for is_private, is_asked, days in ((True, True, 0), (False, False, 1), (True, False, 3)):
        rules = replace(strategy, care=replace(strategy.care, due_days=days))
        readers = forms.Readers(name=strategy.name, is_private=is_private, is_asked=is_asked)
        view = forms.keeping_form(
            t, filled, strategy=rules, due_at=NOW, now=NOW, readers=readers, rest=worst(9000, texts), meta={}
        )
        assert_modal(view)

    assert_modal(forms.answering_form(t, question, link=LONG_LINK, rest=worst(9000, texts), meta={}))
    assert_modal(forms.giving_form(t, question, chosen="U0000000000", rest=worst(9000, texts), meta={}))
    assert_modal(forms.dropping_form(t, question, meta={}))


@pytest.mark.parametrize("phase", ["given", "due", "backup", "manager"])
@pytest.mark.parametrize("reader", ["U0000000000", "UOTHER"])
@pytest.mark.parametrize("count", [1, 60])
def test_what_is_told_of_questions_at_its_longest(t, texts, phase, reader, count):
    delivery = Delivery(
        key=f"question:S1:Q1:U0000000000:2026-11-25:{phase}-1",
        kind=ReminderKind.QUESTION,
        strategy_id="S1",
        subject="Q1",
        recipient_id=reader,
        owed_at=NOW - timedelta(hours=2),
        expires_at=NOW,
    )
    asked = [facts(texts, replace(a_question(texts, n), given_by="U0000000001")) for n in range(1, count + 1)]
    found = AskedToAnswer(delivery=delivery, asked=asked, hours=hours_of(a_strategy(texts)), now=NOW)

    told = question_message(t, found)
    assert told is not None
    assert_message(told.text, told.blocks)


def test_nobody_new_is_told_of_questions_that_are_answered_and_who_was_sees_that_they_are(t, texts):
    answered = [facts(texts, answer(a_question(texts, n), by="U0000000001", at=NOW)) for n in (1, 2)]
    delivery = Delivery(
        key="question:S1:Q1:U0000000000:2026-11-25:given-1",
        kind=ReminderKind.QUESTION,
        strategy_id="S1",
        subject="Q1",
        recipient_id="U0000000000",
        owed_at=NOW,
        expires_at=NOW,
    )
    new = AskedToAnswer(delivery=delivery, asked=answered, hours=hours_of(a_strategy(texts)), now=NOW)

    assert question_message(t, new) is None
    told = question_message(t, replace(new, delivery=replace(delivery, sent_at=NOW)))
    assert told is not None
    assert_message(told.text, told.blocks)
