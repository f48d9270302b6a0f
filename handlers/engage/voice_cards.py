"""What is shown of a voice after whatever was done to it: its card, wherever the member pressed."""

from dataclasses import replace

from bot.domain.errors import NotFound
from bot.services.engage.voices import VoiceFacts, VoiceFilter, VoicePage, facts_of_voice, list_voices
from handlers.context import Turn, look_up_strategy
from handlers.engage.guests import refuse_guest
from handlers.payloads import Press, Reply
from handlers.views.engage import voice_lists as lists
from handlers.views.engage import voices as views


def turn_of_voice(turn: Turn, voice_id: str) -> Turn:
    """The turn on the strategy of a voice that a button names. Raises `NotFound` where they do not see it."""
    refuse_guest(turn)
    with turn.store.transaction() as tx:
        voice = tx.voices.find(voice_id)
    strategy = look_up_strategy(turn, voice.strategy_id) if voice else None
    if strategy is None:
        raise NotFound("voice", voice_id)
    return replace(turn, strategy=strategy)


def facts_for(turn: Turn, voice_id: str) -> VoiceFacts:
    return facts_of_voice(**turn.act, voice_id=voice_id)


def card(turn: Turn, voice_id: str, *, notice: str = "") -> Reply:
    facts, today = facts_for(turn, voice_id), turn.member.today(turn.now)
    text = views.card_text(turn.t, facts, today=today, notice=notice)
    return Reply(text=text, blocks=views.voice_card(turn.t, facts, today=today, notice=notice))


def card_in_modal(turn: Turn, voice_id: str, *, notice: str = "") -> Reply:
    facts, today = facts_for(turn, voice_id), turn.member.today(turn.now)
    channel_id = turn.the_strategy().channel_id
    view = views.card_modal(turn.t, facts, today=today, channel_id=channel_id, notice=notice)
    return Reply(modal=view, in_place=True)


def card_after(turn: Turn, press: Press, voice_id: str, *, notice: str = "") -> Reply:
    """The card where it was pressed; a morning is changed by the next tick, and says itself what was done."""
    if notice and not (press.view_id or press.from_ephemeral):
        return Reply()
    if press.view_id and not press.from_home:
        return card_in_modal(turn, voice_id, notice=notice)
    if press.from_home:
        return replace(card_in_modal(turn, voice_id, notice=notice), in_place=False)
    return replace(card(turn, voice_id, notice=notice), in_place=press.from_ephemeral)


def page_of(turn: Turn, wanted: VoiceFilter, number: int) -> VoicePage:
    return list_voices(turn.store, strategy=turn.the_strategy(), wanted=wanted, number=number)


def list_reply(turn: Turn, wanted: VoiceFilter, *, number: int = 1) -> Reply:
    page = page_of(turn, wanted, number)
    blocks = lists.voice_list(turn.t, page, today=turn.member.today(turn.now), reader_id=turn.member.id)
    return Reply(text=lists.list_text(turn.t, page), blocks=blocks)
