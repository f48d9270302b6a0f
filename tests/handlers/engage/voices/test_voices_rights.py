"""Who may do what with a voice, at every door; guests, private channels and other strategies learn nothing."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.engage.voices import Voice, VoiceKind
from bot.domain.errors import NotFound, UserError
from bot.domain.members import Member
from bot.services.engage.voices import (
    VoiceWish,
    change_voice,
    finish_voice_step,
    give_voice,
    keep_voice,
    move_voice_step,
    note_happening,
)
from bot.services.workspace.forgetting_voices import forget_voice
from storage.memory import MemoryStore
from tests.handlers.engage.doors import FULL, NOW, OTHER, PLAN, gets_through, store_with, taking_back
from tests.handlers.engage.voices.test_voices import a_voice, voices
from tests.handlers.people.test_private_channels import closed
from tests.handlers.posting import SOCIAL, last, shown
from tests.services.people.test_who_may import EVERYBODY

MARIE = Voice(
    id="V1",
    strategy_id="S1",
    name="Marie",
    kind=VoiceKind.PRESS,
    owner_id="UOWNER",
    created_by="UAUTHOR",
    step="call",
    step_day=date(2026, 11, 24),
)


DOORS = {
    "keep": lambda store, **who: keep_voice(store, **who, wish=VoiceWish(name="Paul", kind=VoiceKind.PARTNER)),
    "change": lambda store, **who: change_voice(store, **who, voice_id="V1", wish=VoiceWish(notes="new")),
    "done": lambda store, **who: finish_voice_step(store, **who, voice_id="V1"),
    "move": lambda store, **who: move_voice_step(store, **who, voice_id="V1", day=date(2026, 11, 30)),
    "give": lambda store, **who: give_voice(store, **who, voice_id="V1", owner_id="UBACKUP"),
    "note": lambda store, **who: note_happening(store, **who, voice_id="V1", words="met", on=date(2026, 11, 22)),
    "forget": lambda store, **who: forget_voice(store, **who, voice_id="V1"),
    "undo": taking_back("voices", "V1", notes="new"),
}
THEIRS = {"manager", "admin", "owner", "author"}


def a_store(voice: Voice = MARIE) -> MemoryStore:
    return store_with(voices=voice)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("role", EVERYBODY)
def test_each_role_gets_through_the_doors_that_the_table_opens_to_it(door, role):
    assert gets_through(DOORS[door], a_store(), role) == (role in (FULL if door == "keep" else THEIRS))


@pytest.mark.parametrize("door", sorted(set(DOORS) - {"keep", "undo"}))
def test_what_is_kept_of_an_advocate_is_changed_by_nobody_else_not_even_an_admin(door):
    store = a_store(replace(MARIE, member_id="USTRANGER", owner_id="USTRANGER", kind=VoiceKind.ADVOCATE))

    with pytest.raises(UserError, match="voice-advocate"):
        DOORS[door](store, strategy=PLAN, by=EVERYBODY["admin"], now=NOW)


def test_nobody_makes_somebody_else_an_advocate():
    store = a_store()

    with pytest.raises(UserError, match="voice-advocate-self"):
        change_voice(
            store,
            strategy=PLAN,
            by=EVERYBODY["admin"],
            now=NOW,
            voice_id="V1",
            wish=VoiceWish(kind=VoiceKind.ADVOCATE),
        )


def test_a_voice_of_another_strategy_does_not_exist():
    with pytest.raises(NotFound):
        finish_voice_step(a_store(), strategy=OTHER, by=EVERYBODY["admin"], now=NOW, voice_id="V1")


def test_a_voice_is_not_given_to_a_guest():
    with pytest.raises(UserError, match="not-reachable"):
        give_voice(a_store(), strategy=PLAN, by=EVERYBODY["admin"], now=NOW, voice_id="V1", owner_id="UGUEST")


# --- On Slack


def a_stranger(stage) -> Member:
    """Chloé, a colleague to whom Bob's voice does not belong."""
    with stage.bot.house.store.transaction() as tx:
        return next(each for each in tx.members.all() if not each.is_admin and each.id not in ("UBOB", "UAMY"))


@pytest.mark.parametrize("typed", ["V1 done", "V1 friday", "V1 to @bob", "V1 note met", "V1 edit", "forget V1"])
def test_a_colleague_is_refused_with_who_can(stage, typed):
    a_voice(stage, step="call", step_day=date(2026, 11, 23))
    hand = stage.slack.hand(a_stranger(stage).id)

    answer = hand.command(f"/checkin {typed}", channel=SOCIAL)

    assert "<@UBOB>" in answer.text
    assert voices(stage)[0].step == "call"


def test_the_card_that_a_colleague_sees_offers_nothing(stage):
    a_voice(stage, step="call", step_day=date(2026, 11, 23))

    card = last(stage.slack.hand(a_stranger(stage).id).command("/checkin V1", channel=SOCIAL))

    assert "voice." not in shown(card)


@pytest.fixture
def hidden(stage):
    """A voice of a private channel in which Bob is not."""
    closed(stage)
    with stage.bot.house.store.transaction() as tx:
        return tx.voices.put(replace(MARIE, name="Hush", owner_id="UAMY", created_by="UAMY"))


def test_a_private_channels_voice_does_not_exist_for_who_is_outside(stage, hidden, bob):
    for typed in ("V1", "voice Hush", "voices", "V1 done", "forget Hush"):
        for channel in (SOCIAL, None):
            answer = bob.command(f"/checkin {typed}", channel=channel)
            assert "Hush · " not in shown(last(answer))
            assert "V1 · " not in shown(last(answer))
    assert voices(stage)[0].step == "call"


def test_a_private_channels_voice_is_there_for_who_is_inside(stage, hidden, amy):
    assert "Hush" in shown(last(amy.command("/checkin V1")))
