"""A voice as its card, its forms and in the list; what is kept of somebody, in words. Owns the action ids."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from slackblocks import Button

from bot.domain.engage.voices import Address, Voice, VoiceKind, VoiceLine
from bot.domain.limits import NAME_LIMIT, VOICE_NOTES_LIMIT, VOICE_TEXT_LIMIT
from bot.i18n import Translator
from bot.services.engage.voices import VoiceFacts
from handlers.views.kit import (
    Ask,
    Choice,
    Json,
    actions,
    button,
    clip,
    context,
    copyable,
    date_picker,
    escape,
    field,
    fields,
    member_menu,
    mention,
    menu,
    modal,
    safe,
    section,
    text_field,
)
from handlers.views.lengths import COPYABLE, IN_COLUMN, NAME, PARAGRAPH, REMARK, SENTENCE, TITLE
from handlers.views.post.in_words import short_link

SHOWN_LINES, SHOWN_NAMES, SHOWN_ADDRESSES, MOST_NAMED = 6, 5, 4, 20
CHOSEN = tuple(each for each in VoiceKind if each is not VoiceKind.ADVOCATE)
"""Kinds that somebody gives another: who shares for the brand says so themselves."""


def voice_title(voice: Voice) -> str:
    """Number and name, in bold mrkdwn."""
    return f"*{voice.id} · {escape(voice.name)}*"


def kind_of(t: Translator, voice: Voice) -> str:
    return t(f"voice-kind-{voice.kind.value}")


def step_of(t: Translator, voice: Voice, *, today: date) -> str:
    """The next step and its day, in words."""
    if not voice.step:
        return t("voice-step-none")
    if voice.step_day is None:
        return safe(voice.step, REMARK)
    key = "voice-step-since" if voice.step_day < today else "voice-step-on"
    day = t("voice-today") if voice.step_day == today else t.day(voice.step_day, short=True)
    return t(key, step=safe(voice.step, REMARK), day=day)


def voice_card(t: Translator, facts: VoiceFacts, *, today: date, notice: str = "") -> list[Json]:
    """All that is kept of them, where they are named, and what its reader can do."""
    voice = facts.voice
    history = [_line(t, each) for each in voice.history[::-1][:SHOWN_LINES]]
    return [
        *([section(notice)] if notice else []),
        section(f"{voice_title(voice)} · {kind_of(t, voice)}"),
        fields(_facts(t, voice, today=today)),
        *([context(safe(voice.notes, PARAGRAPH))] if voice.notes else []),
        *([context("\n".join(history))] if history else []),
        *_named(t, facts),
        *_buttons(t, facts, today=today),
    ]


def card_text(t: Translator, facts: VoiceFacts, *, today: date, notice: str = "") -> str:
    voice = facts.voice
    said = t("voice-in-short", voice=voice.id, name=safe(voice.name, NAME), kind=kind_of(t, voice))
    return " ".join(filter(None, [notice, said, t("voice-next", step=step_of(t, voice, today=today))]))


def card_modal(t: Translator, facts: VoiceFacts, *, today: date, channel_id: str, notice: str = "") -> Json:
    blocks = voice_card(t, facts, today=today, notice=notice)
    return modal("voice.card", facts.voice.id, blocks, close=t("button-close"), meta={"channel": channel_id})


def _facts(t: Translator, voice: Voice, *, today: date) -> list[str]:
    shown = [_address(t, each) for each in voice.addresses[:SHOWN_ADDRESSES]]
    more = [t("voice-more", count=len(voice.addresses) - SHOWN_ADDRESSES)] if len(voice.addresses) > len(shown) else []
    named = [
        ("voice-addresses", "\n".join([*shown, *more])),
        ("voice-step", step_of(t, voice, today=today)),
        ("voice-holder", mention(voice.owner_id) if voice.owner_id else t("nobody")),
        ("voice-cares_for", safe(voice.cares_for, IN_COLUMN)),
        ("voice-language", safe(voice.language, IN_COLUMN)),
    ]
    return [f"*{t(key)}*\n{value}" for key, value in named if value]


def _address(t: Translator, address: Address) -> str:
    where = short_link(address.where) if address.where.startswith("http") else safe(address.where, TITLE)
    return " ".join(filter(None, [t.platform(address.platform) if address.platform else "", where]))


def _line(t: Translator, happening: VoiceLine) -> str:
    day = t.day(happening.on, short=True)
    key = f"voice-line-{happening.what}"
    said = t(key, words=safe(happening.words, REMARK)) if t.has(key) else safe(happening.words, REMARK)
    return f"{day} · {said} · {mention(happening.by)}"


def _named(t: Translator, facts: VoiceFacts) -> list[Json]:
    """Posts and questions that name them, the latest first."""
    posts = [f"{each.id} {safe(each.title, TITLE)}" for each in facts.posts[:SHOWN_NAMES]]
    asked = [f"{each.id} {safe(each.text, TITLE)}" for each in facts.questions[:SHOWN_NAMES]]
    lines = [
        t("voice-in-posts", count=len(facts.posts), posts=t.listing(posts, "unit")) if posts else "",
        t("voice-in-questions", count=len(facts.questions), questions=t.listing(asked, "unit")) if asked else "",
    ]
    said = [each for each in lines if each]
    return [context(*said)] if said else []


def _buttons(t: Translator, facts: VoiceFacts, *, today: date) -> list[Json]:
    """First what one does with the step, then what one does with the card."""
    voice = facts.voice
    undo = [button(t("button-undo"), "undo.this", facts.undo)] if facts.undo else []
    if not facts.can_change:
        return [actions(*undo)] if undo else []
    step = [_next_button(t, voice)]
    if voice.step:
        step = [
            button(t("voice-button-done"), "voice.done", voice.id, style="primary" if voice.is_due(today) else None),
            button(t("button-move"), "voice.next", voice.id),
        ]
    give = button(t("button-hand-over"), "voice.give", voice.id)
    keep = [
        button(t("voice-button-happened"), "voice.happened", voice.id),
        button(t("button-edit"), "voice.edit", voice.id),
    ]
    export = button(t("voice-button-export"), "voice.export", voice.id)
    return [actions(*step, give, *keep), actions(export, *undo, _forget_button(t, voice))]


def _next_button(t: Translator, voice: Voice) -> Button:
    return button(t("voice-button-next"), "voice.next", voice.id)


def _forget_button(t: Translator, voice: Voice) -> Button:
    ask = Ask(
        title=t("voice-forget-title"),
        text=t("voice-forget-text", name=clip(voice.name, NAME)),
        yes=t("voice-forget-yes"),
        no=t("button-cancel"),
    )
    return button(t("voice-button-forget"), "voice.forget", voice.id, style="danger", ask=ask)


def forget_question(t: Translator, voice: Voice) -> tuple[str, list[Json]]:
    """Asked where a command was typed quickly: it cannot be undone."""
    text = t("voice-forget-text", name=safe(voice.name, NAME))
    yes = button(t("voice-forget-yes"), "voice.forget", voice.id, style="danger")
    return text, [section(text), actions(yes, button(t("voice-forget-no"), "voice.show", voice.id))]


def forgotten(t: Translator, *, name: str, named_in: Sequence[str]) -> tuple[str, list[Json]]:
    """What is gone, and where a person has to look: other people's texts are theirs."""
    text = t("voice-forgotten", name=safe(name, NAME))
    if named_in:
        rest = [t("voice-more", count=len(named_in) - MOST_NAMED)] if len(named_in) > MOST_NAMED else []
        where = t.listing([*named_in[:MOST_NAMED], *rest])
        text = " ".join([text, t("voice-forgotten-named", count=len(named_in), where=where)])
    return text, [section(text)]


def voice_form(
    t: Translator, voice: Voice, *, is_new: bool, rest: str = "", meta: Mapping[str, Any], kind: VoiceKind | None
) -> Json:
    """*voice* is what is there, or what was understood; *rest* what was not."""
    blocks: list[Json] = [context(t("voice-form-careful"))]
    if rest:
        blocks.insert(0, context(t("round-not-understood", what=escape(clip(rest, SENTENCE)))))
    blocks += [
        text_field("name", t("voice-name"), value=voice.name, limit=NAME_LIMIT, optional=False),
        *([] if voice.member_id else [_kind_field(t, kind)]),
        text_field(
            "addresses",
            t("voice-addresses"),
            value="\n".join(address_line(t, each) for each in voice.addresses),
            multiline=True,
            limit=PARAGRAPH * 4,
            hint=t("voice-addresses-hint"),
        ),
        text_field("step", t("voice-step"), value=voice.step, limit=VOICE_TEXT_LIMIT, hint=t("voice-step-hint")),
        _day_field(t, voice.step_day),
        field("owner", t("voice-holder"), member_menu("owner", chosen=voice.owner_id)),
        text_field("cares_for", t("voice-cares_for"), value=voice.cares_for, limit=VOICE_TEXT_LIMIT),
        text_field("language", t("voice-language"), value=voice.language, limit=VOICE_TEXT_LIMIT),
        text_field("notes", t("voice-notes"), value=voice.notes, multiline=True, limit=VOICE_NOTES_LIMIT),
    ]
    title = t("voice-form-new") if is_new else voice.id
    return modal("voice", title, blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def _kind_field(t: Translator, kind: VoiceKind | None) -> Json:
    choices: list[Choice] = [(t(f"voice-kind-{each.value}"), each.value) for each in CHOSEN]
    return field("kind", t("voice-kind"), menu("kind", choices, chosen=kind.value if kind else ""), optional=False)


def _day_field(t: Translator, day: date | None, *, optional: bool = True) -> Json:
    picker = date_picker("day", day=day.isoformat() if day else None)
    return field("day", t("voice-step-day"), picker, optional=optional)


def address_line(t: Translator, address: Address) -> str:
    """As it is typed in the form."""
    return " ".join(filter(None, [t.platform(address.platform) if address.platform else "", address.where]))


def step_form(t: Translator, voice: Voice, *, day: date, meta: Mapping[str, Any]) -> Json:
    blocks = [
        section(voice_title(voice)),
        text_field("step", t("voice-step"), value=voice.step, limit=VOICE_TEXT_LIMIT, optional=False),
        _day_field(t, day, optional=False),
    ]
    title = t("voice-button-next")
    return modal("voice.next", title, blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def giving_form(t: Translator, voice: Voice, *, chosen: str = "", meta: Mapping[str, Any]) -> Json:
    blocks = [
        section(voice_title(voice)),
        field("owner", t("voice-holder"), member_menu("owner", chosen=chosen or voice.owner_id), optional=False),
    ]
    title = t("button-hand-over")
    return modal("voice.give", title, blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def happening_form(t: Translator, voice: Voice, *, day: date, meta: Mapping[str, Any]) -> Json:
    blocks = [
        section(voice_title(voice)),
        text_field("words", t("voice-happened"), limit=VOICE_TEXT_LIMIT, optional=False, hint=t("voice-happened-hint")),
        field("day", t("voice-happened-day"), date_picker("day", day=day.isoformat()), optional=False),
    ]
    title = t("voice-happened")
    return modal("voice.happened", title, blocks, submit=t("button-save"), close=t("button-cancel"), meta=meta)


def voice_export(t: Translator, facts: VoiceFacts) -> Json:
    """Everything that is kept of them, as a text to copy and hand over."""
    voice = facts.voice
    named = [
        ("voice-name", voice.name),
        ("voice-kind", kind_of(t, voice)),
        ("voice-addresses", "; ".join(address_line(t, each) for each in voice.addresses)),
        ("voice-language", voice.language),
        ("voice-cares_for", voice.cares_for),
        ("voice-notes", voice.notes),
        ("voice-step", voice.step and f"{voice.step} ({voice.step_day.isoformat() if voice.step_day else ''})"),
        ("voice-posts", ", ".join(each.id for each in facts.posts)),
        ("voice-questions", ", ".join(each.id for each in facts.questions)),
    ]
    lines = [f"{t(key)} : {value}" if t.language == "fr" else f"{t(key)}: {value}" for key, value in named if value]
    lines += [f"{each.on.isoformat()} {_said_plainly(t, each)}" for each in voice.history]
    blocks = [section(t("voice-export-intro")), *map(copyable, _in_blocks(lines))]
    return modal("voice.export", voice.id, blocks, close=t("button-close"))


def _in_blocks(lines: Sequence[str]) -> Iterator[str]:
    """As many lines together as one block shows whole."""
    held: list[str] = []
    for line in lines:
        if sum(map(len, held)) + len(held) + len(line) > COPYABLE:
            yield "\n".join(held)
            held = []
        held.append(line)
    yield "\n".join(held)


def _said_plainly(t: Translator, happening: VoiceLine) -> str:
    key = f"voice-line-{happening.what}"
    return t(key, words=happening.words) if t.has(key) else happening.words
