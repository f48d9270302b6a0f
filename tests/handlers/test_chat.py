"""What is written to the bot, or with its name in a channel, is answered like a command, in the direct message."""

from datetime import timedelta

import pytest

from bot.sandbox.posts import send_event
from bot.services.workspace.heard_once import HEARD
from tests.handlers.posting import posts

SOCIAL, GENERAL = "CSOCIAL", "CGENERAL"


def told(hand):
    """What the bot has written to the member so far."""
    return [each for each in hand.direct_messages() if each.bot_id]


def answer_to(hand, text: str, **where):
    before = len(told(hand))
    hand.say(text, **where)
    return hand.wait_for(lambda: told(hand)[before:])[-1]


def words_of(what) -> str:
    return str(what.blocks)


@pytest.mark.parametrize("text", ["post list all", "/post list all", "Post list all", "publication liste toutes"])
def test_a_command_needs_no_slash(bob, text):
    assert "none" in answer_to(bob, text).text


def test_what_is_written_does_what_the_command_does(stage, bob):
    answer = answer_to(bob, 'post add "Tea & cake" on instagram by me tue 10:00')

    assert [(each.title, each.owner_id) for each in posts(stage)] == [("Tea & cake", "UBOB")]
    assert "P1 is added" in answer.text


def test_a_round_can_be_written(stage, bob):
    assert "Done: 12 answered" in answer_to(bob, "checkin answered 12 received 14").text


def test_the_answer_is_in_the_readers_language(amy):
    assert "calendrier" in answer_to(amy, "aide").text


@pytest.mark.parametrize("text", ["help", "aide", "hello", "?", "merci & à bientôt"])
def test_whatever_is_not_a_command_is_answered_with_what_is(bob, text):
    answer = answer_to(bob, text)

    for command in ("/post", "/checkin", "/kpi", "/parution"):
        assert f"`{command}`" in words_of(answer)


def test_what_is_not_understood_is_quoted_as_it_was_written(bob):
    answer = answer_to(bob, "wine & <cheese> for @amy")

    assert "wine &amp; &lt;cheese&gt;" in answer.text
    assert "&amp;amp;" not in answer.text


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("post add", "/post add"),
        ("/checkin", "/checkin"),
        ("post add tea & cake", "/post add tea &amp; cake"),
        ("round", "/checkin"),
        ("/round received 12 banana", "/checkin received 12 banana"),
        ("ronde reçues 12 banane", "/checkin reçues 12 banane"),
        ("ronde absence", "/checkin absence"),
        ("publication ajouter thé", "/post ajouter thé"),
        ("check in", "/checkin"),
        ("setup", "/parution setup"),
        ("configurer", "/parution setup"),
        ("parution post add", "/post add"),
    ],
)
def test_a_form_cannot_open_from_a_message_so_its_command_is_named(bob, text, command):
    answer = answer_to(bob, text)

    assert command in answer.text
    assert bob.modal is None


def test_a_refusal_comes_with_what_was_written(bob):
    answer = answer_to(bob, "post done P99 https://example.com/p/1")

    assert "P99" in answer.text
    assert "post done P99" in words_of(answer)


def test_the_buttons_of_an_answer_work(stage, bob):
    answer = answer_to(bob, 'post add "Tea" on instagram')

    opened = bob.press(answer, "post.move")

    assert opened.modal is not None


def test_a_mention_in_a_channel_is_answered_in_the_direct_message_not_there(stage, bob):
    name = stage.slack.workspace.bot.id
    before = len(bob.messages(SOCIAL))

    answer = answer_to(bob, f"<@{name}> post list all", channel=SOCIAL)

    assert answer.channel == "DBOB"
    assert "none" in answer.text
    assert len(bob.messages(SOCIAL)) == before + 1


def test_a_mention_works_on_the_strategy_of_its_channel(stage, bob):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.delete("S1")

    answer = answer_to(bob, f"<@{stage.slack.workspace.bot.id}> post list", channel=SOCIAL)

    assert "/parution setup" in answer.text


def test_a_mention_alone_says_what_there_is(stage, bob):
    assert "/checkin" in words_of(answer_to(bob, f"<@{stage.slack.workspace.bot.id}>", channel=SOCIAL))


def test_one_message_delivered_twice_adds_one_post(stage, bob):
    stage.slack.faults.plan_event("message", "twice")

    answer_to(bob, 'post add "Tea" on instagram')
    stage.slack.settle()
    answer_to(bob, "post list all")

    assert [each.title for each in posts(stage)] == ["Tea"]
    assert len(told(bob)) == 2


def test_the_memory_of_what_was_answered_stays_small(stage, bob):
    answer_to(bob, "help")
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(hours=2))
    answer_to(bob, "help")

    with stage.bot.house.store.transaction() as tx:
        assert len(tx.notes.get(HEARD).body) == 1


def test_what_is_written_in_a_channel_without_a_mention_is_nobodys_question(stage, bob):
    before = len(stage.slack.calls)

    bob.say("post list all", channel=SOCIAL)
    answer_to(bob, "help")

    assert [call.method for call in stage.slack.calls[before:]].count("chat.postMessage") == 1


def test_the_bot_does_not_answer_itself(stage, bob):
    answer_to(bob, "help")
    answer_to(bob, "help")

    assert len(told(bob)) == 2


@pytest.mark.parametrize(
    ("more", "answers"),
    [
        ({}, 1),
        ({"bot_id": "BOTHER"}, 0),
        ({"subtype": "message_changed"}, 0),
        ({"user": ""}, 0),
        ({"channel_type": "channel"}, 0),
    ],
    ids=["a member", "another bot", "an edit", "nobody", "elsewhere"],
)
def test_only_what_a_member_wrote_to_the_bot_is_answered(stage, bob, more, answers):
    answer_to(bob, "help")
    event = {"type": "message", "channel_type": "im", "user": "UBOB", "text": "post list", "ts": "1800000000.000100"}

    send_event(stage.slack.core, "message.im", {**event, "channel": told(bob)[0].channel, **more})

    def lists():
        return [each for each in told(bob) if "My posts" in each.text]

    for _ in range(3):  # an event is acknowledged before it is heard: these are heard after it
        bob.say("help")
    bob.wait_for(lambda: len([each for each in told(bob) if "/post" in each.text]) == 4)

    bob.wait_for(lambda: len(lists()) >= answers)
    assert len(lists()) == answers
