"""A customer's question as it is shown: its card, one line of it in a list, the list. Owns the action ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from slackblocks import Button

from bot.domain.engage.hours import WorkingHours
from bot.domain.engage.questions import Question, QuestionState
from bot.domain.engage.voices import Voice
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from bot.services.engage.questions import QuestionFacts
from handlers.views.kit import Ask, Json, actions, button, context, mention, modal, safe, section
from handlers.views.lengths import GLIMPSE, NAME, PARAGRAPH, PHRASE
from handlers.views.post.in_words import moment_of, short_link

NAMED_ALIKE = NAMED_VOICES = 3
FEW = 3
"""In a message about other things too."""
ROWS = 8
"""Of a page of a list."""


def question_text(t: Translator, facts: QuestionFacts, *, notice: str = "") -> str:
    """The top-level text of a card."""
    question = facts.question
    said = t(
        "question-in-short", question=question.id, text=safe(question.text, PHRASE), state=state_in_words(t, question)
    )
    return f"{notice} {said}" if notice else said


def question_card(
    t: Translator, facts: QuestionFacts, *, now: datetime, hours: WorkingHours, notice: str = ""
) -> list[Json]:
    """*notice* is mrkdwn: what has just happened."""
    said = [section(f"*{notice}*")] if notice else []
    return [*said, *question_said(t, facts, now=now, hours=hours), *_buttons(t, facts)]


def question_said(t: Translator, facts: QuestionFacts, *, now: datetime, hours: WorkingHours) -> list[Json]:
    """All that is known of it, without what can be done."""
    question = facts.question
    return [
        section(t("question-title", question=question.id, text=safe(question.text, PARAGRAPH))),
        context(where_from(t, question, now=now, zone=facts.strategy.zone)),
        context(_who_has_it(t, facts, now=now, hours=hours)),
        *_voices(t, facts.voices),
        *_alike(t, facts.alike),
    ]


def question_modal(
    t: Translator, facts: QuestionFacts, *, now: datetime, hours: WorkingHours, notice: str = ""
) -> Json:
    blocks = question_card(t, facts, now=now, hours=hours, notice=notice)
    meta = {"channel": facts.strategy.channel_id}
    return modal("question.card", facts.question.id, blocks, close=t("button-close"), meta=meta)


def where_from(t: Translator, question: Question, *, now: datetime, zone: str) -> str:
    """On which platform, from whom, when: what is known of it."""
    asked = moment_of(t, question.asked_at, now=now, zone=zone) if question.asked_at else t.day(question.asked_on)
    parts = [
        t.platform(question.platform) if question.platform else "",
        t("question-from", who=safe(question.asked_by, NAME)) if question.asked_by else "",
        t("question-asked" if question.asked_at else "question-seen", when=asked),
        short_link(question.link) if question.link else "",
    ]
    return " · ".join(filter(None, parts))


def state_in_words(t: Translator, question: Question) -> str:
    return t(f"question-state-{question.state.value}")


def _who_has_it(t: Translator, facts: QuestionFacts, *, now: datetime, hours: WorkingHours) -> str:
    """Who has it and until when, or who closed it; and how long that took."""
    question, zone = facts.question, facts.strategy.zone
    ending = question.ending
    if ending is None:
        parts = [t("question-held", who=mention(question.owner_id))]
        parts += [t("question-due", when=moment_of(t, question.due_at, now=now, zone=zone))] if question.due_at else []
        return " · ".join([*parts, *_waited(t, question, now, hours, key="question-waits")])
    who, when = mention(ending.by or ""), moment_of(t, ending.at, now=now, zone=zone)
    if ending.state is QuestionState.DROPPED:
        return t("question-dropped-by", who=who, when=when, why=safe(ending.why, PHRASE))
    link = [short_link(ending.link)] if ending.link else []
    said = t("question-answered-by", who=who, when=when)
    return " · ".join([said, *link, *_waited(t, question, ending.at, hours, key="question-took")])


def _waited(t: Translator, question: Question, until: datetime, hours: WorkingHours, *, key: str) -> list[str]:
    """In working hours, and in plain ones beside where they are others; nothing where only the day is known."""
    began = question.began_at
    if began is None:
        return []
    worked, span = _whole(hours.between(began, until)), _whole(until - began)
    plain = t.duration(span)
    if t.duration(worked) == plain:
        return [t(f"{key}-same", span=plain)]
    return [t(key, worked=t.worked(worked), plain=plain)]


def _whole(span: timedelta) -> timedelta:
    """At least a minute: nothing takes no time."""
    return max(span, timedelta(minutes=1))


def _voices(t: Translator, voices: Sequence[Voice]) -> list[Json]:
    """Those that it names, and the way to the first."""
    if not voices:
        return []
    named = [f"{each.id} {safe(each.name, NAME)}" for each in voices[:NAMED_VOICES]]
    text = t("voice-on-post", count=len(voices), voices="; ".join(named))
    label = t("question-button-see", question=voices[0].id)
    return [section(text, accessory=button(t("button-open"), "voice.show", voices[0].id, label=label))]


def _alike(t: Translator, alike: Sequence[Question]) -> list[Json]:
    if not alike:
        return []
    said = [
        t("question-alike-one", question=each.id, text=safe(each.text, GLIMPSE), state=state_in_words(t, each))
        for each in alike[:NAMED_ALIKE]
    ]
    text = t("question-alike", count=len(alike), questions=t.listing(said))
    return [
        section(text, accessory=button(t("question-button-see", question=alike[0].id), "question.show", alike[0].id))
    ]


def _buttons(t: Translator, facts: QuestionFacts) -> list[Json]:
    question = facts.question
    undo = [button(t("button-undo"), "undo.this", facts.undo)] if facts.undo else []
    post = [button(t("question-button-post"), "question.post", question.id)] if facts.can_post else []
    if not facts.can_change:
        return _row(*post, *undo)
    forget = [_forget_button(t, question)] if question.asked_by else []
    if question.is_open:
        return [actions(*open_buttons(t, question)), *_row(*post, *undo, *forget)]
    return _row(button(t("question-button-reopen"), "question.reopen", question.id), *post, *undo, *forget)


def _row(*buttons: Button) -> list[Json]:
    return [actions(*buttons)] if buttons else []


def open_buttons(t: Translator, question: Question) -> list[Button]:
    """What one does with a question that waits."""
    return [
        button(t("question-button-answered"), "question.answer", question.id, style="primary"),
        button(t("question-button-open"), "question.open", question.id),
        button(t("question-button-give"), "question.give", question.id),
        button(t("question-button-drop"), "question.drop", question.id),
    ]


def message_buttons(t: Translator, facts: QuestionFacts) -> list[Json]:
    """In a message that asks for the answer: what is seldom wanted is one press further, on the card."""
    question = facts.question
    label = t("question-button-see", question=question.id)
    card = button(t("question-button-do"), "question.show", question.id, label=label)
    undo = [button(t("button-undo"), "undo.this", facts.undo)] if facts.undo else []
    if not facts.can_change:
        return [actions(*undo, card)]
    reopen = button(t("question-button-reopen"), "question.reopen", question.id)
    deeds = open_buttons(t, question) if question.is_open else [reopen]
    return [actions(*deeds, *undo, card)]


def _forget_button(t: Translator, question: Question) -> Button:
    ask = Ask(
        title=t("question-forget-title"),
        text=t("question-forget-text", question=question.id),
        yes=t("question-forget-yes"),
        no=t("button-cancel"),
    )
    return button(t("question-button-forget"), "question.forget", question.id, style="danger", ask=ask)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionList:
    """A list of questions that wait: *scope* is "mine" or "all"; *page* counts from 0."""

    questions: Sequence[Question]
    scope: str
    platform: Platform | None = None
    page: int = 0

    def value(self, *, scope: str = "", page: int = 0) -> str:
        """What a button brings back."""
        return f"{scope or self.scope}|{self.platform.value if self.platform else ''}|{page}"


def question_list(t: Translator, listed: QuestionList, strategy: Strategy, *, now: datetime) -> tuple[str, list[Json]]:
    """The oldest first, a page at a time."""
    whose = "mine" if listed.scope == "mine" else "all"
    platform = t.platform(listed.platform) if listed.platform else ""
    text = t(f"question-list-{whose}", count=len(listed.questions))
    title = f"*{text}*" + (f" · {platform}" if platform else "")
    first = listed.page * ROWS
    shown = listed.questions[first : first + ROWS]
    rows = [question_row(t, each, now=now, zone=strategy.zone, is_own=whose == "mine") for each in shown]
    more = [button(t("question-list-more"), "question.list", listed.value(page=listed.page + 1))]
    back = [button(t("question-list-back"), "question.list.back", listed.value(page=listed.page - 1))]
    other = "all" if whose == "mine" else "mine"
    last = [
        *(back if listed.page else []),
        *(more if first + ROWS < len(listed.questions) else []),
        button(t(f"question-list-see-{other}"), f"question.list.{other}", listed.value(scope=other)),
        button(t("question-button-keep"), "question.keep"),
    ]
    return text, [section(title), *rows, actions(*last)]


def waiting_rows(
    t: Translator, questions: Sequence[Question], strategies: Mapping[str, Strategy], *, now: datetime
) -> list[Json]:
    """Those that their reader is to answer, in a message or a view about more: the first ones, and how many."""
    shown = [
        question_row(t, each, now=now, zone=strategies[each.strategy_id].zone, is_own=True) for each in questions[:FEW]
    ]
    return [*shown, *_rest(t, len(questions) - len(shown), "mine")]


def silent_rows(t: Translator, questions: Sequence[Question], strategies: Mapping[str, Strategy]) -> list[Json]:
    """Those of others that wait longer than planned: by when, and whose they are."""
    shown = [_silent(t, each, strategies[each.strategy_id].zone) for each in questions[:FEW]]
    return [*shown, *_rest(t, len(questions) - len(shown), "all")]


def _silent(t: Translator, question: Question, zone: str) -> Json:
    when = t.moment(question.due_at, zone=zone) if question.due_at else ""
    return _titled(t, question, t("question-silent", when=when, owner=mention(question.owner_id)))


def _rest(t: Translator, count: int, scope: str) -> list[Json]:
    if count <= 0:
        return []
    more = button(t(f"question-list-see-{scope}"), f"question.list.{scope}", f"{scope}||0")
    return [section(t("question-more", count=count), accessory=more)]


def question_row(t: Translator, question: Question, *, now: datetime, zone: str, is_own: bool = False) -> Json:
    """*is_own*: its holder reads it, and by when it was to be answered once that is past."""
    is_over = is_own and question.due_at is not None and question.due_at < now
    due = [t("question-was-due", when=t.moment(question.due_at, zone=zone))] if is_over and question.due_at else []
    whose = [] if is_own else [mention(question.owner_id)]
    return _titled(t, question, " · ".join([where_from(t, question, now=now, zone=zone), *due, *whose]))


def _titled(t: Translator, question: Question, said: str) -> Json:
    line = t("question-title", question=question.id, text=safe(question.text, PHRASE))
    label = t("question-button-see", question=question.id)
    return section(
        f"{line}\n{said}", accessory=button(t("question-button-do"), "question.show", question.id, label=label)
    )
