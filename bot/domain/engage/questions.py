"""What a customer asked: who is to answer, since when it waits, how it ended, and what may be done with it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.errors import UserError
from bot.domain.moments import local_day
from bot.domain.platforms import Platform


class QuestionState(StrEnum):
    OPEN = "open"
    ANSWERED = "answered"
    DROPPED = "dropped"


class QuestionDeed(StrEnum):
    """What somebody does with a question that is there."""

    ANSWER = "answer"
    GIVE = "give"
    DROP = "drop"
    REOPEN = "reopen"
    KEEP_OPEN = "keep_open"  # it was looked at, and goes on waiting


DOABLE: dict[QuestionState, frozenset[QuestionDeed]] = {
    QuestionState.OPEN: frozenset({QuestionDeed.ANSWER, QuestionDeed.GIVE, QuestionDeed.DROP, QuestionDeed.KEEP_OPEN}),
    QuestionState.ANSWERED: frozenset({QuestionDeed.REOPEN}),
    QuestionState.DROPPED: frozenset({QuestionDeed.REOPEN}),
}
"""What can be done with a question, by its state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a question was closed: answered with *link*, or dropped with *why*."""

    state: QuestionState
    at: datetime
    by: str | None = None
    link: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastClock:
    """One wait of a question that was reopened since."""

    began_at: datetime | None
    ending: Ending


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something a customer asked. *owner_id* holds it; *asked_on* is the day it was asked, else seen.

    *asked_by* is who asked, as the team calls them, *asked_at* when they did, where that is known; *seen_at* is when
    it was kept, None of questions of before that was. *given_at*: since when its holder has it. *due_at*: when it is
    to be answered by the strategy's rule. *reopened_at* began a new clock; the earlier ones are *clocks*.
    """

    id: str  # "Q3", unique in the workspace
    strategy_id: str
    text: str
    asked_on: date
    owner_id: str
    answered_at: datetime | None = None
    answered_by: str | None = None
    answer_link: str = ""
    dropped_at: datetime | None = None
    dropped_by: str | None = None
    dropped_why: str = ""
    platform: Platform | None = None
    link: str = ""
    asked_by: str = ""
    asked_at: datetime | None = None
    seen_at: datetime | None = None
    kept_by: str | None = None
    backup_id: str | None = None
    given_at: datetime | None = None
    given_by: str | None = None
    due_at: datetime | None = None
    reopened_at: datetime | None = None
    clocks: tuple[PastClock, ...] = ()
    rev: int = 0

    @property
    def number(self) -> int:
        return int(self.id[1:])

    @property
    def state(self) -> QuestionState:
        if self.answered_at is not None:
            return QuestionState.ANSWERED
        return QuestionState.OPEN if self.dropped_at is None else QuestionState.DROPPED

    @property
    def is_open(self) -> bool:
        return self.answered_at is None and self.dropped_at is None

    @property
    def began_at(self) -> datetime | None:
        """Since when the present clock runs: asked, else seen; None where only the day is known."""
        return self.reopened_at or self.asked_at or self.seen_at

    def waits_since(self, zone: str) -> date:
        """The day on which the present clock began, in *zone*."""
        return local_day(self.reopened_at, zone) if self.reopened_at else self.asked_on

    @property
    def ending(self) -> Ending | None:
        if self.answered_at is not None:
            return Ending(state=QuestionState.ANSWERED, at=self.answered_at, by=self.answered_by, link=self.answer_link)
        if self.dropped_at is not None:
            return Ending(state=QuestionState.DROPPED, at=self.dropped_at, by=self.dropped_by, why=self.dropped_why)
        return None

    def refuse_unless_can(self, deed: QuestionDeed) -> None:
        """Raises `UserError`: "question-is-open", "question-is-answered", "question-is-dropped"."""
        if deed not in DOABLE[self.state]:
            raise UserError(f"question-is-{self.state.value}", question=self.id)


def answer(question: Question, *, by: str, at: datetime, link: str = "") -> Question:
    question.refuse_unless_can(QuestionDeed.ANSWER)
    return replace(question, answered_at=at, answered_by=by, answer_link=link)


def drop(question: Question, *, by: str, at: datetime, why: str) -> Question:
    question.refuse_unless_can(QuestionDeed.DROP)
    return replace(question, dropped_at=at, dropped_by=by, dropped_why=why)


def give(question: Question, *, to: str, by: str, at: datetime, due_at: datetime) -> Question:
    """To another holder, who gets as long for it as for a new one; a backup does not back themselves up."""
    question.refuse_unless_can(QuestionDeed.GIVE)
    backup_id = question.owner_id if question.backup_id == to else question.backup_id
    return replace(question, owner_id=to, backup_id=backup_id, given_at=at, given_by=by, due_at=due_at)


def keep_open(question: Question, *, due_at: datetime) -> Question:
    """It was looked at and cannot be answered yet: it is due once more."""
    question.refuse_unless_can(QuestionDeed.KEEP_OPEN)
    return replace(question, due_at=due_at)


def reopen(question: Question, *, by: str, at: datetime, due_at: datetime) -> Question:
    """The customer asks again, or had no answer after all: a new clock; the one before is kept."""
    question.refuse_unless_can(QuestionDeed.REOPEN)
    ended = (PastClock(began_at=question.began_at, ending=each) for each in (question.ending,) if each is not None)
    return replace(
        question,
        answered_at=None,
        answered_by=None,
        answer_link="",
        dropped_at=None,
        dropped_by=None,
        dropped_why="",
        reopened_at=at,
        given_at=at,
        given_by=by,
        due_at=due_at,
        clocks=(*question.clocks, *ended),
    )
