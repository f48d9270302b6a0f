"""The forms of a voice: somebody new, a change, the next step, a hand-over, what happened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.engage.voices import Voice, VoiceKind
from bot.domain.errors import UserError
from bot.language.engage.voice_parts import KeepVoice, addresses_in
from bot.services.engage.voices import (
    VoiceWish,
    change_voice,
    give_voice,
    keep_voice,
    move_voice_step,
    note_happening,
    refuse_unless_voice,
    voice_in,
)
from handlers.context import Turn
from handlers.engage.guests import refuse_guest
from handlers.engage.voice_cards import card, card_in_modal, turn_of_voice
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply, person_field
from handlers.views.engage import voices as views
from handlers.views.kit import mention, safe
from handlers.views.lengths import NAME
from handlers.who_is_meant import look_up_choosable

MakeForm = Callable[[Turn, Voice, dict[str, object]], dict[str, object]]


def register(on: Listeners) -> None:
    on.press("voice.add", lambda turn, press: new_form(turn, KeepVoice()))
    on.press("voice.next", lambda turn, press: form_of(turn, press, step_form))
    on.press("voice.give", lambda turn, press: form_of(turn, press, giving_form))
    on.press("voice.happened", lambda turn, press: form_of(turn, press, happening_form))
    on.press("voice.edit", lambda turn, press: form_of(turn, press, edit_form))
    on.submit("voice", on_submitted)
    on.submit("voice.next", on_next_submitted)
    on.submit("voice.give", on_give_submitted)
    on.submit("voice.happened", on_happened_submitted)


def form_of(turn: Turn, press: Press, form: MakeForm) -> Reply:
    there = turn_of_voice(turn, press.value)
    with there.store.transaction() as tx:
        voice = voice_in(tx, there.the_strategy(), press.value)
    return open_form(there, voice, form)


def open_form(turn: Turn, voice: Voice, form: MakeForm) -> Reply:
    """Raises before a form is filled in for nothing; sending it asks again."""
    refuse_unless_voice(turn.member, turn.the_strategy(), voice)
    meta = {"channel": turn.the_strategy().channel_id, "voice": voice.id, "seen": voice.rev}
    return Reply(modal=form(turn, voice, meta))


def step_form(turn: Turn, voice: Voice, meta: dict[str, object]) -> dict[str, object]:
    today = turn.member.today(turn.now)
    return views.step_form(turn.t, voice, day=max(voice.step_day or today, today), meta=meta)


def giving_form(turn: Turn, voice: Voice, meta: dict[str, object]) -> dict[str, object]:
    return views.giving_form(turn.t, voice, meta=meta)


def happening_form(turn: Turn, voice: Voice, meta: dict[str, object]) -> dict[str, object]:
    return views.happening_form(turn.t, voice, day=turn.member.today(turn.now), meta=meta)


def edit_form(turn: Turn, voice: Voice, meta: dict[str, object]) -> dict[str, object]:
    return views.voice_form(turn.t, voice, is_new=False, meta=meta, kind=voice.kind)


def new_form(turn: Turn, request: KeepVoice, *, owner_id: str = "", rest: str = "") -> Reply:
    refuse_guest(turn)
    strategy = turn.the_strategy()
    filled = Voice(id="", strategy_id=strategy.id, **{**wished(request), "name": request.name})
    filled = replace(filled, owner_id=owner_id or turn.member.id)
    kind = None if request.kind is VoiceKind.ADVOCATE else request.kind
    meta = {"channel": strategy.channel_id}
    return Reply(modal=views.voice_form(turn.t, filled, is_new=True, rest=rest, meta=meta, kind=kind))


def on_submitted(turn: Turn, form: Form) -> Reply:
    """A new voice, or one that is changed; what does not fit is said at its field."""
    wish = VoiceWish(
        name=form.text("name"),
        kind=VoiceKind(form.text("kind")) if form.text("kind") else None,
        addresses=addresses_in(form.text("addresses")),
        language=form.text("language"),
        cares_for=form.text("cares_for"),
        notes=form.text("notes"),
        owner_id=form.text("owner") or None,
        step=form.text("step"),
        step_day=_day(form),
    )
    voice_id = str(form.meta.get("voice", ""))
    try:
        if wish.owner_id:
            look_up_choosable(turn, wish.owner_id)
        if voice_id:
            seen = int(form.meta.get("seen", 0))
            kept = change_voice(**turn.act, voice_id=voice_id, wish=wish, seen=seen)
        else:
            kept = keep_voice(**turn.act, wish=wish)
    except UserError as error:
        return _at_field(turn, form, error)
    key = "voice-said-changed" if voice_id else "voice-said-kept"
    return card_in_modal(turn, kept.id, notice=turn.t(key, name=safe(kept.name, NAME)))


FIELDS = {"voice-known": "name", "voice-nameless": "name", "voice-step-day": "day", "voice-happening-day": "day"}


def _at_field(turn: Turn, form: Form, error: UserError) -> Reply:
    name = FIELDS.get(error.key) or person_field(form, error)
    if not name:
        raise error
    return Reply(errors={name: turn.t.refusal(error)})


def _day(form: Form) -> date | None:
    return date.fromisoformat(form.text("day")) if form.text("day") else None


def on_next_submitted(turn: Turn, form: Form) -> Reply:
    try:
        _move(turn, str(form.meta["voice"]), date.fromisoformat(form.text("day")), form.text("step"))
    except UserError as error:
        return _at_field(turn, form, error)
    return card_in_modal(turn, str(form.meta["voice"]), notice=turn.t("voice-said-moved"))


def on_give_submitted(turn: Turn, form: Form) -> Reply:
    try:
        reply = give(turn, str(form.meta["voice"]), look_up_choosable(turn, form.text("owner")), in_modal=True)
    except UserError as error:
        return _at_field(turn, form, error)
    return reply


def on_happened_submitted(turn: Turn, form: Form) -> Reply:
    try:
        on = date.fromisoformat(form.text("day"))
        return note(turn, str(form.meta["voice"]), form.text("words"), on, in_modal=True)
    except UserError as error:
        return _at_field(turn, form, error)


def wished(request: KeepVoice) -> dict[str, Any]:
    names = ("name", "kind", "addresses", "language", "cares_for", "notes", "step", "step_day")
    return {name: value for name in names if (value := getattr(request, name))}


def _move(turn: Turn, voice_id: str, day: date, step: str) -> None:
    move_voice_step(**turn.act, voice_id=voice_id, day=day, step=step)


def move_step(turn: Turn, voice_id: str, day: date, step: str) -> Reply:
    _move(turn, voice_id, day, step)
    return card(turn, voice_id, notice=turn.t("voice-said-moved"))


def give(turn: Turn, voice_id: str, owner_id: str, *, in_modal: bool = False) -> Reply:
    give_voice(
        **turn.act,
        voice_id=voice_id,
        owner_id=owner_id,
    )
    said = turn.t("voice-said-given", who=mention(owner_id))
    return (card_in_modal if in_modal else card)(turn, voice_id, notice=said)


def note(turn: Turn, voice_id: str, words: str, on: date, *, in_modal: bool = False) -> Reply:
    note_happening(**turn.act, voice_id=voice_id, words=words, on=on)
    return (card_in_modal if in_modal else card)(turn, voice_id, notice=turn.t("voice-said-happened"))
