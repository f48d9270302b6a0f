"""`/checkin question`: what a customer asked that nobody has answered yet."""

from bot.language.requests import NoteQuestion
from bot.services.engage.questions import ask_question
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Reply
from handlers.views.kit import clip, escape, section
from handlers.views.lengths import PHRASE


def register(on: Listeners) -> None:
    """Nothing to press yet."""


def on_question_typed(turn: Turn, request: NoteQuestion) -> Reply:
    question = ask_question(turn.store, turn.the_strategy(), turn.member, request.text, now=turn.now)
    said = turn.t("question-kept", what=escape(clip(question.text, PHRASE)))
    return Reply(text=said, blocks=[section(said)])
