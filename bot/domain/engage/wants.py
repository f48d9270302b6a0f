"""What customers want, as the team heard it: questions that were kept, and lines of rounds. A post may answer it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question, QuestionState


@dataclass(frozen=True, slots=True, kw_only=True)
class Want:
    """*source* names it in a post that answers it: "Q3", or of a round its day and its words, not whose it was."""

    source: str
    text: str
    day: date


def wants_among(questions: Iterable[Question], rounds: Iterable[CheckIn]) -> tuple[Want, ...]:
    """The newest first. A dropped question is none."""
    asked = [want_of_question(each) for each in questions if each.state is not QuestionState.DROPPED]
    heard = [want_of_round(each) for each in rounds if each.learned]
    return tuple(sorted((*asked, *heard), key=lambda each: (each.day, each.source), reverse=True))


def want_of_question(question: Question) -> Want:
    return Want(source=question.id, text=question.text, day=question.asked_on)


def want_of_round(check_in: CheckIn) -> Want:
    words = blake2b(check_in.learned.encode(), digest_size=4).hexdigest()
    return Want(source=f"{check_in.day.isoformat()}-{words}", text=check_in.learned, day=check_in.day)
