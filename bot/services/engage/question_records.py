"""How every change of a question is kept: by whom, written, undoable for ten minutes, drawn anew where it is shown."""

from datetime import datetime

from bot.domain.engage.hours import WorkingHours
from bot.domain.engage.questions import Question
from bot.domain.errors import NotFound
from bot.domain.members import IsHoliday, Member
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.owing import mark_changed, mark_mornings
from bot.services.undo.deeds import DeedPart
from bot.services.undo.kept import put_part


def hours_of(strategy: Strategy, *, holiday: IsHoliday = is_holiday) -> WorkingHours:
    return WorkingHours(rules=strategy.care, zone=strategy.zone, country=strategy.country, is_holiday=holiday)


def due_after(strategy: Strategy, moment: datetime) -> datetime:
    """When a question that somebody has since *moment* is due, by the strategy's rule."""
    return hours_of(strategy).due_after(moment, working_days=strategy.care.due_days)


def question_in(tx: Transaction, strategy: Strategy, question_id: str) -> Question:
    """Raises `NotFound` where there is none of that number in the strategy."""
    question = tx.questions.find(question_id)
    if question is None or question.strategy_id != strategy.id:
        raise NotFound("question", question_id)
    return question


def keepers_of_question(question: Question) -> tuple[str, ...]:
    """Whose it is, the nearest first: its holder, their backup, whoever kept it."""
    return tuple(dict.fromkeys(filter(None, (question.owner_id, question.backup_id, question.kept_by))))


def may_change_question(by: Member, strategy: Strategy, question: Question) -> bool:
    return may(by, Action.CHANGE_QUESTION, strategy, own=keepers_of_question(question))


def refuse_unless_question(by: Member, strategy: Strategy, question: Question) -> None:
    """Raises `UserError("rights-change_question")`."""
    refuse_unless(by, Action.CHANGE_QUESTION, strategy, own=keepers_of_question(question), what=question.id)


def question_to_change(tx: Transaction, strategy: Strategy, by: Member, question_id: str) -> Question:
    """Raises `NotFound` and `UserError("rights-change_question")`."""
    question = question_in(tx, strategy, question_id)
    refuse_unless_question(by, strategy, question)
    return question


def write_question(
    tx: Transaction, strategy: Strategy, question: Question, *, was: Question | None, what: str, now: datetime
) -> tuple[Question, DeedPart]:
    """*question* with its new revision, and what of a deed it is; where it is shown, it is drawn anew."""
    kept, part = put_part(tx, "questions", was, question, what=what)
    mark_changed(tx, strategy.id, kept.id)
    owners = {each.owner_id for each in (was, kept) if each is not None}
    mark_mornings(tx, strategy, now=now, of=owners, since=(was or kept).given_at)
    return kept, part
