"""Keep as a question: a message becomes one, after a yes where its words come from another conversation."""

import pytest

SOCIAL, GENERAL = "CSOCIAL", "CGENERAL"
WORDS = "A customer asks: do you ship to Belgium?"


@pytest.fixture
def kept(stage):
    def found():
        with stage.bot.house.store.transaction() as tx:
            return tx.questions.all()

    return found


def said(hand, channel: str):
    hand.say(WORDS, channel=channel)
    return next(each for each in reversed(hand.messages(channel)) if each.text == WORDS)


def test_a_message_of_the_strategys_channel_fills_the_form(bob, kept):
    answer = bob.shortcut("keep_question", said(bob, SOCIAL))

    assert WORDS in str(answer.modal.blocks)
    assert "These words come from another conversation" not in str(answer.modal.blocks)
    bob.submit({})
    assert [each.text for each in kept()] == [WORDS]


def test_words_of_another_conversation_say_who_will_read_them_and_wait_for_a_yes(stage, bob, amy, kept):
    amy.command("/parution", channel=SOCIAL)
    bob.command("/checkin questions", channel=SOCIAL)
    answer = bob.shortcut("keep_question", said(bob, GENERAL))

    assert "can read what you keep here" in str(answer.modal.blocks)
    assert bob.submit({}).errors
    assert kept() == []
    bob.submit({"consent": ["yes"]})
    assert [each.text for each in kept()] == [WORDS]


def test_a_guest_keeps_nothing(stage, kept):
    guest = stage.slack.hand("UGUEST")

    answer = guest.shortcut("keep_question", said(guest, GENERAL))

    assert answer.modal is not None
    assert WORDS not in str(answer.modal.blocks)
    assert kept() == []
