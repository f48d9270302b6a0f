"""What customers asked that nobody has answered yet: kept, settled."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.domain.engage.questions import Question
from bot.domain.errors import UserError
from bot.domain.limits import ROUND_TEXT_LIMIT
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_can_be_told import reachable


def open_questions(tx: Transaction, strategy: Strategy, member_id: str) -> tuple[Question, ...]:
    """The strategy's questions that wait for an answer, the member's own first, then by age."""
    return tuple(sorted(tx.questions.open_of(strategy.id), key=lambda each: each.owner_id != member_id))


def settle_questions(
    tx: Transaction, strategy: Strategy, member: Member, answers: Mapping[str, str], *, now: datetime
) -> None:
    """*answers*: question id → answered, open or give:U…"""
    for question_id, answer in answers.items():
        question = tx.questions.find(question_id)
        if question is None or question.strategy_id != strategy.id or not question.is_open:
            continue
        if answer == "answered":
            tx.questions.put(replace(question, answered_at=now, answered_by=member.id))
        elif answer.startswith("give:"):
            tx.questions.put(replace(question, owner_id=reachable(tx, strategy, answer.removeprefix("give:")).id))


def keep_question(tx: Transaction, strategy: Strategy, member: Member, text: str, day: date) -> Question:
    return tx.questions.put(
        Question(
            id=f"Q{tx.next_number('question')}",
            strategy_id=strategy.id,
            text=text,
            asked_on=day,
            owner_id=member.id,
        )
    )


def ask_question(store: Store, strategy: Strategy, member: Member, text: str, *, now: datetime) -> Question:
    """Write down a customer's question outside of the round. Raises `UserError("question-empty")`."""
    text = text.strip()[:ROUND_TEXT_LIMIT]
    if not text:
        raise UserError("question-empty")
    with store.transaction() as tx:
        return keep_question(tx, strategy, member, text, member.today(now))
