"""The forms of questions: keep one, say that it is answered, give it, drop it; the strategy's rules. Owns block ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.engage.questions import Question
from bot.domain.limits import NAME_LIMIT, QUESTION_LIMIT, REASON_LIMIT
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from handlers.views.kit import (
    Json,
    checkboxes,
    clip,
    context,
    date_picker,
    escape,
    field,
    member_menu,
    menu,
    modal,
    safe,
    section,
    text_field,
    time_picker,
    url_field,
)
from handlers.views.lengths import NAME, PARAGRAPH, SENTENCE
from handlers.views.post.in_words import moment_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledQuestion:
    """What the form begins with; *day* and *clock* are wall time of the reader."""

    text: str = ""
    platform: Platform | None = None
    asked_by: str = ""
    day: date | None = None
    clock: time | None = None
    link: str = ""
    owner_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Readers:
    """Who will see a question: those of a strategy, or of its private channel. *is_asked*: it comes from elsewhere."""

    name: str
    is_private: bool
    is_asked: bool = False


def keeping_form(
    t: Translator,
    filled: FilledQuestion,
    *,
    strategy: Strategy,
    due_at: datetime,
    now: datetime,
    readers: Readers,
    rest: str = "",
    meta: Mapping[str, object],
) -> Json:
    """*rest* is what was typed and not understood; *due_at* is when it would be due."""
    days = strategy.care.forget_days
    platforms = list(dict.fromkeys((*(each.platform for each in strategy.platforms), *Platform)))
    choices = [(t.platform(each), each.value) for each in platforms]
    blocks = [
        *([context(t("round-not-understood", what=escape(clip(rest, SENTENCE))))] if rest else []),
        context(_who_sees(t, readers)),
        text_field(
            "text", t("question-ask-text"), value=filled.text, multiline=True, limit=QUESTION_LIMIT, optional=False
        ),
        *_consent(t, readers),
        field("platform", t("question-ask-platform"), menu("platform", choices, chosen=filled.platform or "")),
        text_field(
            "asked_by",
            t("question-ask-by"),
            value=filled.asked_by,
            limit=NAME_LIMIT,
            hint=t("question-ask-by-hint", days=days),
        ),
        *_asked_when(t, filled),
        url_field("link", t("question-ask-link"), value=filled.link),
        field("owner", t("question-ask-owner"), member_menu("owner", chosen=filled.owner_id)),
        field("backup", t("question-ask-backup"), member_menu("backup")),
        context(rule_in_words(t, strategy, due_at=due_at, now=now)),
    ]
    return modal(
        "question.keep", t("question-form-keep"), blocks, submit=t("button-keep"), close=t("button-cancel"), meta=meta
    )


def _asked_when(t: Translator, filled: FilledQuestion) -> list[Json]:
    day = filled.day.isoformat() if filled.day else None
    clock = f"{filled.clock:%H:%M}" if filled.clock else None
    hint = t("question-ask-asked-hint", place=t.place(t.zone))
    return [
        field("day", t("question-ask-day"), date_picker("day", day=day)),
        field("clock", t("question-ask-clock"), time_picker("clock", clock=clock), hint=hint),
    ]


def _who_sees(t: Translator, readers: Readers) -> str:
    return t(f"question-seen-{'private' if readers.is_private else 'public'}", name=safe(readers.name, NAME))


def _consent(t: Translator, readers: Readers) -> list[Json]:
    """Words out of another conversation are kept after a yes of its own."""
    if not readers.is_asked:
        return []
    box = checkboxes("consent", [(t("question-consent-yes"), "yes")])
    return [field("consent", t("question-consent"), box, optional=False)]


def rule_in_words(t: Translator, strategy: Strategy, *, due_at: datetime, now: datetime) -> str:
    """By when it is to be answered, and by which rule."""
    when = moment_of(t, due_at, now=now, zone=strategy.zone)
    return t("question-rule", when=when, days=strategy.care.due_days)


def answering_form(
    t: Translator, question: Question, *, link: str = "", rest: str = "", meta: Mapping[str, object]
) -> Json:
    blocks = [
        *_head(t, question, rest),
        url_field("link", t("question-ask-answer"), value=link, hint=t("question-ask-answer-hint")),
    ]
    return _form("question.answer", t("question-form-answer", question=question.id), blocks, t, meta)


def giving_form(
    t: Translator, question: Question, *, chosen: str | None = None, rest: str = "", meta: Mapping[str, object]
) -> Json:
    who = field("owner", t("question-ask-to"), member_menu("owner", chosen=chosen), optional=False)
    return _form(
        "question.give", t("question-form-give", question=question.id), [*_head(t, question, rest), who], t, meta
    )


def dropping_form(t: Translator, question: Question, *, meta: Mapping[str, object]) -> Json:
    why = text_field("why", t("question-ask-why"), limit=REASON_LIMIT, hint=t("question-ask-why-hint"), optional=False)
    return _form(
        "question.drop", t("question-form-drop", question=question.id), [*_head(t, question, ""), why], t, meta
    )


def _head(t: Translator, question: Question, rest: str) -> list[Json]:
    missed = [context(t("round-not-understood", what=escape(clip(rest, SENTENCE))))] if rest else []
    return [*missed, section(t("question-title", question=question.id, text=safe(question.text, PARAGRAPH)))]


def _form(callback_id: str, title: str, blocks: Sequence[Json], t: Translator, meta: Mapping[str, object]) -> Json:
    return modal(callback_id, title, blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)
