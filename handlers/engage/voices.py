"""`/checkin voice`, `/checkin voices`, `/checkin V3`: people who move others; typed, pressed and submitted."""

from collections.abc import Callable
from dataclasses import replace

from bot.domain.engage.voices import Voice, VoiceKind
from bot.domain.errors import NotFound, UserError
from bot.language.engage.voice_parts import KeepVoice
from bot.language.engage.voices import ListVoices, TouchVoice
from bot.language.requests import ME
from bot.services.engage.voices import (
    Order,
    VoiceFilter,
    VoiceWish,
    finish_voice_step,
    keep_voice,
    refuse_unless_voice,
    voice_in,
    voices_called,
)
from bot.services.workspace.forgetting_voices import forget_voice
from handlers.context import Turn
from handlers.engage import voice_forms
from handlers.engage.guests import refuse_guest
from handlers.engage.voice_cards import card, card_after, facts_for, list_reply, page_of, turn_of_voice
from handlers.engage.voice_forms import (
    edit_form,
    give,
    giving_form,
    happening_form,
    move_step,
    new_form,
    note,
    open_form,
    step_form,
    wished,
)
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.views.engage import voice_lists as lists
from handlers.views.engage import voices as views
from handlers.views.kit import context, modal, safe
from handlers.views.lengths import NAME, PARAGRAPH
from handlers.who_is_meant import look_up_choosable, member_named


def register(on: Listeners) -> None:
    on.press("voice.show", on_show)
    on.press("voice.done", on_done)
    on.press("voice.export", on_export)
    on.press("voice.forget", on_forget)
    on.press("voice.list.", on_list)
    voice_forms.register(on)


# Typed.


def on_voice_typed(turn: Turn, request: KeepVoice) -> Reply:
    """Kept at once where all of it is clear; a name alone that is known shows its card."""
    turn.the_strategy()
    known = _known(turn, request)
    if known:
        return card(turn, known.id)
    owner_id = _person(turn, request.owner_id, request.owner_name)
    missed = " ".join((*request.not_understood, *([request.owner_name] if request.owner_name and not owner_id else [])))
    if not (request.name and request.kind) or missed or request.doubts or request.kind is VoiceKind.ADVOCATE:
        return new_form(turn, request, owner_id=owner_id, rest=missed)
    if owner_id:
        look_up_choosable(turn, owner_id)
    wish = VoiceWish(**wished(request), owner_id=owner_id or None)
    kept = keep_voice(**turn.act, wish=wish)
    return card(turn, kept.id, notice=turn.t("voice-said-kept", name=safe(kept.name, NAME)))


def _known(turn: Turn, request: KeepVoice) -> Voice | None:
    is_bare = request.name and request == KeepVoice(name=request.name, typed=request.typed)
    found = voices_called(turn.store, turn.the_strategy(), request.name) if is_bare else []
    return found[0] if len(found) == 1 else None


def _person(turn: Turn, member_id: str | None, name: str) -> str:
    found = member_id or (member_named(turn, name) if name else None) or ""
    return turn.member.id if found == ME else found


def on_touch_typed(turn: Turn, request: TouchVoice) -> Reply:
    voice = _meant(turn, request)
    if request.not_understood or request.doubts:
        return _with_missed(turn, card(turn, voice.id), " ".join(request.not_understood))
    return DEEDS[request.deed](turn, voice, request)


def _meant(turn: Turn, request: TouchVoice) -> Voice:
    """Raises `NotFound`, and `UserError("voice-several")` where a name is not enough."""
    strategy = turn.the_strategy()
    if request.voice_id:
        with turn.store.transaction() as tx:
            return voice_in(tx, strategy, request.voice_id)
    found = voices_called(turn.store, strategy, request.name)
    if len(found) > 1:
        named = turn.t.listing([f"{each.id} {each.name}" for each in found[:5]], "or")
        raise UserError("voice-several", what=request.name, voices=named)
    if not found:
        raise NotFound("voice", request.name or "V…")
    return found[0]


def _with_missed(turn: Turn, reply: Reply, missed: str) -> Reply:
    if not missed:
        return reply
    said = turn.t("voice-missed", what=safe(missed, PARAGRAPH))
    return replace(reply, text=f"{said} {reply.text}", blocks=[context(said), *reply.blocks])


def _done_typed(turn: Turn, voice: Voice, request: TouchVoice) -> Reply:
    return finish(turn, voice.id)


def _moved_typed(turn: Turn, voice: Voice, request: TouchVoice) -> Reply:
    if request.day is None:
        return open_form(turn, voice, step_form)
    return move_step(turn, voice.id, request.day, request.words)


def _next_typed(turn: Turn, voice: Voice, request: TouchVoice) -> Reply:
    if not request.words or request.day is None:
        asked = replace(voice, step=request.words or voice.step, step_day=request.day or voice.step_day)
        return open_form(turn, asked, step_form)
    return move_step(turn, voice.id, request.day, request.words)


def _given_typed(turn: Turn, voice: Voice, request: TouchVoice) -> Reply:
    owner_id = _person(turn, request.owner_id, request.owner_name)
    if not owner_id:
        return open_form(turn, voice, giving_form)
    return give(turn, voice.id, look_up_choosable(turn, owner_id))


def _noted_typed(turn: Turn, voice: Voice, request: TouchVoice) -> Reply:
    if not request.words:
        return open_form(turn, voice, happening_form)
    return note(turn, voice.id, request.words, turn.member.today(turn.now))


def _forget_typed(turn: Turn, voice: Voice, request: TouchVoice) -> Reply:
    refuse_unless_voice(turn.member, turn.the_strategy(), voice)
    text, blocks = views.forget_question(turn.t, voice)
    return Reply(text=text, blocks=blocks)


def _export_typed(turn: Turn, voice: Voice, request: TouchVoice) -> Reply:
    return export(turn, voice.id)


DEEDS: dict[str, Callable[[Turn, Voice, TouchVoice], Reply]] = {
    "show": lambda turn, voice, request: card(turn, voice.id),
    "done": _done_typed,
    "move": _moved_typed,
    "next": _next_typed,
    "give": _given_typed,
    "note": _noted_typed,
    "edit": lambda turn, voice, request: open_form(turn, voice, edit_form),
    "forget": _forget_typed,
    "export": _export_typed,
}


def on_voices_typed(turn: Turn, request: ListVoices) -> Reply:
    wanted = VoiceFilter(
        kind=request.kind,
        platform=request.platform,
        owner_id=turn.member.id if request.is_mine else "",
        order=Order.NAME if request.by_name else Order.WAITING,
    )
    return _with_missed(turn, list_reply(turn, wanted), " ".join(request.not_understood))


def finish(turn: Turn, voice_id: str) -> Reply:
    finish_voice_step(**turn.act, voice_id=voice_id)
    return card(turn, voice_id, notice=turn.t("voice-said-done"))


# Pressed.


def on_show(turn: Turn, press: Press) -> Reply:
    return card_after(turn_of_voice(turn, press.value), press, press.value)


def on_done(turn: Turn, press: Press) -> Reply:
    there = turn_of_voice(turn, press.value)
    voice = finish_voice_step(**there.act, voice_id=press.value)
    return card_after(there, press, voice.id, notice=there.t("voice-said-done"))


def on_export(turn: Turn, press: Press) -> Reply:
    return export(turn_of_voice(turn, press.value), press.value)


def export(turn: Turn, voice_id: str) -> Reply:
    facts = facts_for(turn, voice_id)
    refuse_unless_voice(turn.member, turn.the_strategy(), facts.voice)
    return Reply(modal=views.voice_export(turn.t, facts))


def on_forget(turn: Turn, press: Press) -> Reply:
    """The button has asked before. The copies are rewritten in the background: they may be large."""
    there = turn_of_voice(turn, press.value)
    gone = forget_voice(**there.act, voice_id=press.value)
    there.house.background(lambda: there.house.forget_in_copies(gone.voice_id, gone.forget))
    text, blocks = views.forgotten(there.t, name=gone.name, named_in=gone.named_in)
    if press.view_id and not press.from_home:
        meta = {"channel": there.the_strategy().channel_id}
        view = modal("voice.gone", press.value, blocks, close=there.t("button-close"), meta=meta)
        return Reply(modal=view, in_place=True)
    return Reply(text=text, blocks=blocks, in_place=press.from_ephemeral)


def on_list(turn: Turn, press: Press) -> Reply:
    refuse_guest(turn)
    wanted, number = lists.decoded(press.value)
    if press.view_id:
        page, today = page_of(turn, wanted, number), turn.member.today(turn.now)
        channel_id = turn.the_strategy().channel_id
        modal = lists.list_modal(turn.t, page, today=today, reader_id=turn.member.id, channel_id=channel_id)
        return Reply(modal=modal, in_place=True)
    return replace(list_reply(turn, wanted, number=number), in_place=press.from_ephemeral)
