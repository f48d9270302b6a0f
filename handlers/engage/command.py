"""`/checkin`: what was typed becomes an answer; what is pressed and submitted is heard in the file of each thing."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bot.language import parse_checkin, unescaped
from bot.language import requests as asked
from bot.language.engage.advocates import Advocate
from bot.language.engage.corrections import ListCorrections, TakeOnCorrection, TouchCorrection
from bot.language.engage.questions import DoWithQuestion, ListQuestions, NoteQuestion
from bot.language.engage.voice_parts import KeepVoice
from bot.language.engage.voices import ListVoices, TouchVoice
from bot.language.post.undo import Undo
from bot.services.people.who_may import Action, refuse_unless
from handlers.context import Turn
from handlers.doubts import asked_above
from handlers.engage import absences, corrections, question_deeds, questions, rounds, share_kits, voices
from handlers.engage.guests import refuse_guest
from handlers.listening import Listeners
from handlers.payloads import Reply
from handlers.undo.command import of_last
from handlers.views.engage.help import checkin_help
from handlers.views.plan.forms import care_form
from handlers.who_is_meant import names_of, with_everybody

Answer = Callable[[Turn, Any], Reply]

THINGS = (rounds, absences, questions, question_deeds, voices, corrections, share_kits)
"""What hears the buttons and forms of each."""


def on_help_typed(turn: Turn, request: asked.Request) -> Reply:
    text, blocks = checkin_help(turn.t, not_understood=" ".join(request.not_understood))
    return Reply(text=text, blocks=blocks)


def on_unknown_typed(turn: Turn, request: asked.Request) -> Reply:
    text, blocks = checkin_help(turn.t, not_understood=unescaped(request.typed))
    return Reply(text=text, blocks=blocks)


def on_undo_typed(turn: Turn, request: Undo) -> Reply:
    """A round is no deed of the stack: what else was done last is shown before it is taken back."""
    return of_last(turn, why=turn.t("undo-round"))


def on_settings_typed(turn: Turn, request: asked.CheckInSettings) -> Reply:
    """How questions are answered is a part of the plan: its form, which the plan keeps."""
    if request.not_understood:
        return on_help_typed(turn, request)
    strategy = turn.the_strategy()
    refuse_unless(turn.member, Action.CHANGE_PLAN, strategy)
    return Reply(modal=care_form(turn.t, strategy, meta={"channel": strategy.channel_id, "key": ""}))


ANSWERS: Mapping[type[asked.Request], Answer] = MappingProxyType(
    {
        asked.OpenForm: rounds.on_form_asked,
        asked.CheckInNumbers: rounds.on_numbers_typed,
        asked.CheckInStatus: rounds.on_status_typed,
        asked.CheckInSettings: on_settings_typed,
        asked.ChooseRhythm: rounds.on_rhythm_typed,
        asked.Away: absences.on_away_typed,
        asked.BackAgain: absences.on_back_typed,
        Advocate: share_kits.on_advocate_typed,
        KeepVoice: voices.on_voice_typed,
        TouchVoice: voices.on_touch_typed,
        ListVoices: voices.on_voices_typed,
        NoteQuestion: questions.on_question_typed,
        ListQuestions: questions.on_list_typed,
        DoWithQuestion: question_deeds.on_question_deed_typed,
        TakeOnCorrection: corrections.on_oops_typed,
        TouchCorrection: corrections.on_touch_typed,
        ListCorrections: corrections.on_list_typed,
        Undo: on_undo_typed,
        asked.Help: on_help_typed,
    }
)


def register(on: Listeners) -> None:
    on.command("checkin", on_command)
    for each in THINGS:
        each.register(on)


def on_command(turn: Turn, text: str) -> Reply:
    turn = with_everybody(turn)
    t, zone = turn.t, turn.member.zone
    is_french, people = t.language == "fr", names_of(turn)
    request = parse_checkin(text, now=turn.now, zone=zone, french=is_french, dates=t.date_order, people=people)
    refuse_guest(turn)
    return asked_above(t, ANSWERS[type(request)](turn, request), request)
