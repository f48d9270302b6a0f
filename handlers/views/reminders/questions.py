"""The message about questions that somebody is to answer: one with its buttons, several in a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.engage.hours import WorkingHours
from bot.domain.engage.questions import Question
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.engage.questions import QuestionFacts
from handlers.views.engage.question_card import question_card, question_row, state_in_words
from handlers.views.kit import Json, context, mention, safe, section
from handlers.views.lengths import GLIMPSE, PHRASE
from handlers.views.reminders.post import marks, message

ROWS = 10
NAMED = 3
"""Questions in the text that is read aloud."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedToAnswer:
    """*asked* are all that the message tells, of strategies that its reader sees. *hours*: of the first one's."""

    delivery: Delivery
    asked: Sequence[QuestionFacts]
    hours: WorkingHours
    now: datetime

    @property
    def phase(self) -> str:
        """given, due, backup or manager: of the one that the message was made for."""
        return self.delivery.key.rpartition(":")[2].partition("-")[0]


def question_message(t: Translator, found: AskedToAnswer) -> Outgoing | None:
    """None where nothing of it waits any more and its reader has not got it yet."""
    waiting = [each for each in found.asked if each.question.is_open]
    if not found.asked or (not waiting and found.delivery.sent_at is None):
        return None
    if len(found.asked) == 1:
        return _one(t, found, found.asked[0])
    meant = waiting or found.asked
    named = [t("question-told-one", text=safe(each.question.text, GLIMPSE)) for each in meant[:NAMED]]
    named += [t("question-told-more", count=len(meant) - NAMED)] if len(meant) > NAMED else []
    text = t("question-told-many", count=len(waiting), questions=t.listing(named))
    rows = [_row(t, found, each) for each in found.asked[:ROWS]]
    return message(text, section(f"*{text}*"), *marks(t, found.delivery, now=found.now), *rows)


def _one(t: Translator, found: AskedToAnswer, facts: QuestionFacts) -> Outgoing:
    question = facts.question
    known = {"question": question.id, "text": safe(question.text, PHRASE)}
    if not question.is_open:
        text = t("question-in-short", **known, state=state_in_words(t, question))
    else:
        text = _asked(t, found, question, facts.strategy)
    blocks = question_card(t, facts, now=found.now, hours=found.hours)
    return message(text, context(text), *marks(t, found.delivery, now=found.now), *blocks)


def _asked(t: Translator, found: AskedToAnswer, question: Question, strategy: Strategy) -> str:
    """Why its reader is told: given to them, due, or in somebody else's place."""
    known = {"question": question.id, "text": safe(question.text, PHRASE)}
    owner = mention(question.owner_id)
    if found.delivery.recipient_id != question.owner_id:
        late = question.due_at is not None and question.due_at <= found.now
        return t("question-told-late" if late else "question-told-instead", **known, who=owner)
    if found.phase == "due":
        return t("question-told-due", **known)
    is_again = question.reopened_at is not None and question.reopened_at == question.given_at
    key = "question-told-again" if is_again else "question-told-given"
    return t(key, **known, by=mention(question.given_by or question.owner_id))


def _row(t: Translator, found: AskedToAnswer, facts: QuestionFacts) -> Json:
    is_own = facts.question.owner_id == found.delivery.recipient_id
    return question_row(t, facts.question, now=found.now, zone=facts.strategy.zone, is_own=is_own)
