"""What may be done with a question in which state, and what becomes of it; a reopened one keeps its clocks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.engage.questions import (
    DOABLE,
    Ending,
    PastClock,
    Question,
    QuestionDeed,
    QuestionState,
    answer,
    drop,
    give,
    keep_open,
    reopen,
)
from bot.domain.errors import UserError

ASKED = datetime(2026, 12, 1, 9, tzinfo=UTC)
NOON, DUE = ASKED + timedelta(hours=3), ASKED + timedelta(days=1)

OPEN = Question(
    id="Q3",
    strategy_id="S1",
    text="Do you ship to Belgium?",
    asked_on=date(2026, 12, 1),
    owner_id="UAMY",
    backup_id="UBOB",
    asked_at=ASKED,
    seen_at=ASKED + timedelta(hours=1),
)
BY_STATE = {
    QuestionState.OPEN: OPEN,
    QuestionState.ANSWERED: answer(OPEN, by="UAMY", at=NOON, link="https://example.com/1"),
    QuestionState.DROPPED: drop(OPEN, by="UAMY", at=NOON, why="spam"),
}
DEEDS: dict[QuestionDeed, Callable[[Question], Question]] = {
    QuestionDeed.ANSWER: lambda question: answer(question, by="UBOB", at=DUE),
    QuestionDeed.GIVE: lambda question: give(question, to="UDAN", by="UBOB", at=DUE, due_at=DUE),
    QuestionDeed.DROP: lambda question: drop(question, by="UBOB", at=DUE, why="answered by phone"),
    QuestionDeed.REOPEN: lambda question: reopen(question, by="UBOB", at=DUE, due_at=DUE),
    QuestionDeed.KEEP_OPEN: lambda question: keep_open(question, due_at=DUE),
}
AFTER = {
    QuestionDeed.ANSWER: QuestionState.ANSWERED,
    QuestionDeed.GIVE: QuestionState.OPEN,
    QuestionDeed.DROP: QuestionState.DROPPED,
    QuestionDeed.REOPEN: QuestionState.OPEN,
    QuestionDeed.KEEP_OPEN: QuestionState.OPEN,
}


@pytest.mark.parametrize("deed", QuestionDeed)
@pytest.mark.parametrize("state", QuestionState)
def test_each_deed_is_done_in_its_states_and_refused_with_the_state_in_the_others(state, deed):
    question = BY_STATE[state]

    if deed in DOABLE[state]:
        assert DEEDS[deed](question).state is AFTER[deed]
        return
    with pytest.raises(UserError) as refused:
        DEEDS[deed](question)
    assert (refused.value.key, refused.value.params) == (f"question-is-{state.value}", {"question": "Q3"})


def test_a_reopened_question_starts_a_new_clock_and_keeps_the_one_before():
    again = reopen(BY_STATE[QuestionState.ANSWERED], by="UBOB", at=DUE, due_at=DUE + timedelta(days=1))

    assert (again.began_at, again.given_at, again.owner_id, again.answer_link) == (DUE, DUE, "UAMY", "")
    ending = Ending(state=QuestionState.ANSWERED, at=NOON, by="UAMY", link="https://example.com/1")
    assert again.clocks == (PastClock(began_at=ASKED, ending=ending),)


def test_a_question_dropped_after_it_was_reopened_has_both_endings():
    twice = reopen(drop(reopen(BY_STATE[QuestionState.ANSWERED], by="U", at=NOON, due_at=DUE), by="U", at=DUE, why="x"),
                   by="U", at=DUE, due_at=DUE)  # fmt: skip

    assert [each.ending.state.value for each in twice.clocks] == ["answered", "dropped"]
    assert [each.began_at for each in twice.clocks] == [ASKED, NOON]


def test_the_clock_runs_from_when_it_was_asked_else_from_when_it_was_seen():
    assert OPEN.began_at == ASKED
    assert replace(OPEN, asked_at=None).began_at == ASKED + timedelta(hours=1)
    assert replace(OPEN, asked_at=None, seen_at=None).began_at is None


def test_who_held_it_backs_up_the_backup_it_is_given_to():
    given = give(OPEN, to="UBOB", by="UAMY", at=NOON, due_at=DUE)

    assert (given.owner_id, given.backup_id, given.given_by, given.given_at) == ("UBOB", "UAMY", "UAMY", NOON)
