"""The question that a turn is about, and its card wherever it was pressed."""

from dataclasses import replace

from bot.domain.engage.questions import Question
from bot.domain.errors import NotFound
from bot.services.engage.question_records import hours_of, question_to_change
from bot.services.engage.questions import facts_of_question
from handlers.context import Turn, look_up_strategy
from handlers.payloads import Press, Reply
from handlers.views.engage.question_card import question_card, question_modal, question_text
from handlers.views.kit import section


def turn_at(turn: Turn, question_id: str) -> Turn:
    """The turn on the strategy of a question that stands on a button or was typed: messages and Home show those of
    every strategy of a member. Raises `NotFound` where they do not see it.
    """
    with turn.store.transaction() as tx:
        question = tx.questions.find(question_id)
    strategy = look_up_strategy(turn, question.strategy_id) if question else None
    if strategy is None:
        raise NotFound("question", question_id)
    return replace(turn, strategy=strategy)


def changeable(turn: Turn, question_id: str) -> Question:
    """Raises `UserError("rights-change_question")` before a form is filled in for nothing; sending it asks again."""
    with turn.store.transaction() as tx:
        return question_to_change(tx, turn.the_strategy(), turn.member, question_id)


def card_reply(turn: Turn, question_id: str, *, notice: str = "", in_place: bool = False) -> Reply:
    strategy, now = turn.the_strategy(), turn.now
    facts = facts_of_question(**turn.act, question_id=question_id)
    text = question_text(turn.t, facts, notice=notice)
    blocks = question_card(turn.t, facts, now=now, hours=hours_of(strategy), notice=notice)
    return Reply(text=text, blocks=blocks, in_place=in_place)


def card_modal_reply(turn: Turn, question_id: str, *, notice: str = "") -> Reply:
    """Replaces the modal that is open, or opens one."""
    strategy, now = turn.the_strategy(), turn.now
    facts = facts_of_question(**turn.act, question_id=question_id)
    return Reply(modal=question_modal(turn.t, facts, now=now, hours=hours_of(strategy), notice=notice), in_place=True)


def card_after_press(turn: Turn, press: Press, question_id: str, *, notice: str) -> Reply:
    """What a press shows that acted at once; a message that everybody sees alike is changed by the next tick."""
    if press.from_ephemeral:
        return card_reply(turn, question_id, notice=notice, in_place=True)
    if press.view_id and not press.from_home:
        return card_modal_reply(turn, question_id, notice=notice)
    return Reply() if press.message_ts else Reply(text=notice, blocks=[section(notice)])


def meta_of_question(turn: Turn, question_id: str, *, press: Press | None = None) -> dict[str, object]:
    """What a form of a question carries: where it was pressed on Home, sending it draws the tab again."""
    home = {"home": True} if press and press.from_home else {}
    return {"channel": turn.the_strategy().channel_id, "question": question_id, **home}
