"""A voice that a question names: the question's card and message show them, their card shows the question."""

from datetime import timedelta

import pytest

from tests.handlers.engage.test_questions import NOON
from tests.handlers.engage.voices.test_voices import a_voice
from tests.handlers.posting import SOCIAL, last, shown


@pytest.fixture(autouse=True)
def _noon(stage):
    stage.slack.clock.set(NOON)


def ask(hand, text: str, more: str = ""):
    return hand.command(f'/checkin question "{text}" on facebook {more}', channel=SOCIAL)


def test_both_cards_lead_to_each_other(stage, bob):
    a_voice(stage)
    card = last(ask(bob, "Is marie café coming?"))

    assert "*Names a voice:* V1 Marie Café" in shown(card)
    hers = last(bob.press(card, "voice.show:V1"))
    assert "Marie Café" in shown(hers)
    assert "Q1 Is marie café coming?" in shown(hers)


def test_who_asked_is_named_too_and_a_part_of_a_word_is_nobody(stage, bob):
    a_voice(stage, name="Mari")
    a_voice(stage, name="Zoé")

    card = shown(last(ask(bob, "Marie and Marion?", 'from "Zoé"')))

    assert "*Names a voice:* V2 Zoé" in card
    assert "V1 Mari" not in card


def test_whoever_is_to_answer_reads_it_in_their_message_until_the_voice_is_forgotten(stage, bob):
    a_voice(stage)
    ask(bob, "Marie Café asks for us?", "@amy")
    stage.move_to(NOON + timedelta(minutes=11))
    [message] = [each for each in stage.slack.hand("UAMY").direct_messages() if "Q1" in shown(each)]
    assert "*Voix citée\u00a0:* V1 Marie Café" in shown(message)

    card = last(bob.command("/checkin V1", channel=SOCIAL))
    bob.press(card, "Forget…")
    stage.move_to(NOON + timedelta(minutes=12))

    [message] = [each for each in stage.slack.hand("UAMY").direct_messages() if "Q1" in shown(each)]
    assert "V1" not in shown(message)
