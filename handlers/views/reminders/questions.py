"""The message about questions that somebody is to answer: one with its buttons, several in a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.engage.hours import WorkingHours
from bot.domain.engage.questions import Question
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import Translator
from bot.ports import Outgoing
from bot.services.engage.questions import QuestionFacts
from handlers.views.engage.question_card import message_buttons, question_row, question_said, state_in_words
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
    """Its text stands below why it comes; a notification reads both."""
    question = facts.question
    known = {"question": question.id, "text": safe(question.text, PHRASE)}
    why = [] if not question.is_open else [_why(t, found, question)]
    text = t("question-told", why=why[0], text=known["text"]) if why else ""
    text = text or t("question-in-short", **known, state=state_in_words(t, question))
    said = question_said(t, facts, now=found.now, hours=found.hours)
    shown = [*map(context, why), *marks(t, found.delivery, now=found.now), *said, *message_buttons(t, facts)]
    return message(text, *shown)


def _why(t: Translator, found: AskedToAnswer, question: Question) -> str:
    """Why its reader is told: given to them, due, or in somebody else's place."""
    owner = mention(question.owner_id)
    if found.delivery.recipient_id != question.owner_id:
        late = question.due_at is not None and question.due_at <= found.now
        return t("question-told-late" if late else "question-told-instead", question=question.id, who=owner)
    if found.phase == "due":
        return t("question-told-due", question=question.id)
    is_again = question.reopened_at is not None and question.reopened_at == question.given_at
    key = "question-told-again" if is_again else "question-told-given"
    return t(key, question=question.id, by=mention(question.given_by or question.owner_id))


def _row(t: Translator, found: AskedToAnswer, facts: QuestionFacts) -> Json:
    is_own = facts.question.owner_id == found.delivery.recipient_id
    return question_row(t, facts.question, now=found.now, zone=facts.strategy.zone, is_own=is_own)
