"""What a workspace meets right after the installation: a message with its first steps, each a button, and a sample."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bot.app import Bot, build
from bot.sandbox.limits import check_message
from bot.ticker import Ticker
from storage.memory import MemoryStore
from tests.conftest import settings_of
from tests.e2e.living import Nudges

CAMPAIGN, GENERAL = "CCAMPAGNE", "CGENERAL"


@pytest.fixture
def nudges(monkeypatch) -> Nudges:
    """Counts what the bot has finished with."""
    counted = Nudges()
    monkeypatch.setattr(Ticker, "nudge", lambda ticker: counted())
    return counted


@pytest.fixture
def bot(slack, nudges) -> Iterator[Bot]:
    """A bot that was just installed: it knows nobody."""
    made = build(settings_of(slack), clock=slack.clock, store=MemoryStore())
    made.start(ticking=False)
    slack.wait_for_app()
    yield made
    made.stop()


@pytest.fixture
def amy(bot, slack):
    return slack.hand("UAMY")


@pytest.fixture
def bob(bot, slack):
    return slack.hand("UBOB")


def welcomed(hand):
    """The message that waits for whoever opens the app."""
    hand.open_messages()
    return hand.wait_for(lambda: hand.direct_messages() or None)[-1]


def shown(what) -> str:
    return str(what.blocks)


def strategies(bot):
    with bot.house.store.transaction() as tx:
        return tx.strategies.all()


def test_whoever_opens_the_app_first_gets_three_steps_and_a_sample_each_a_button(bob):
    message = welcomed(bob)

    assert "three steps" in message.text
    actions = [
        each["action_id"] for block in message.blocks for each in block.get("elements", ()) if "action_id" in each
    ]
    actions += [block["accessory"]["action_id"] for block in message.blocks if "accessory" in block]
    assert sorted(actions) == ["import.help", "objective.new", "setup.open", "welcome.sample"]


def test_it_comes_in_the_language_of_who_opens(amy):
    assert welcomed(amy).text.startswith("Bonjour\u202f! Bienvenue")


def test_it_comes_once_however_often_the_app_is_opened(nudges, slack, bob):
    for opened in (bob.open_messages, bob.open_home, bob.open_messages):
        known = nudges.count
        opened()
        nudges.wait_beyond(known)

    assert len([each for each in bob.direct_messages() if "three steps" in each.text]) == 1
    assert len([each for each in slack.calls if each.method == "chat.postMessage"]) == 1


def test_the_home_tab_brings_it_as_well(bob):
    bob.open_home()

    assert "three steps" in bob.wait_for(lambda: bob.direct_messages() or None)[-1].text


def test_where_a_team_has_a_strategy_already_nobody_is_told_how_to_begin(slack, nudges, amy, bob):
    slack.join(slack.workspace.bot.id, GENERAL)
    amy.command("/parution setup", channel=GENERAL)
    amy.submit({"name": "Feux"})

    known = nudges.count
    bob.open_messages()
    nudges.wait_beyond(known)
    bob.open_home()
    nudges.wait_beyond(known + 1)

    assert bob.direct_messages() == []


def test_who_does_not_see_the_strategy_of_a_private_channel_is_told_how_to_begin(amy, bob):
    amy.command("/parution setup", channel=CAMPAIGN)
    amy.submit({"name": "Feux"})

    bob.open_home()

    assert "three steps" in bob.wait_for(lambda: bob.direct_messages() or None)[-1].text


def test_a_guest_is_not_asked_to_set_anything_up(slack, bot, nudges):
    guest = slack.hand("UGUEST")

    guest.open_home()
    nudges.wait_beyond(0)

    assert guest.direct_messages() == []


def test_while_slack_takes_no_messages_it_comes_the_next_time(slack, nudges, bob):
    slack.faults.plan("chat.postMessage", "429")
    bob.open_home()
    nudges.wait_beyond(0)

    slack.clock.move_to(slack.clock.now() + timedelta(minutes=5))

    assert "three steps" in welcomed(bob).text


def test_where_slack_did_not_say_whether_it_took_it_no_second_one_is_risked(slack, nudges, bob):
    slack.faults.plan("chat.postMessage", "drop_after")
    bob.open_home()
    nudges.wait_beyond(0)

    bob.open_messages()
    nudges.wait_beyond(1)

    assert len(bob.direct_messages()) == 1


def test_the_first_step_asks_for_the_channel_and_sets_the_strategy_up_there(bot, amy):
    message = welcomed(amy)

    amy.press(message, "setup.open")
    answer = amy.submit({"name": "Feux", "conversation": CAMPAIGN})

    assert "est prête" in shown(answer.modal)
    assert [(each.name, each.channel_id) for each in strategies(bot)] == [("Feux", CAMPAIGN)]
    assert "<@UAMY>" in amy.messages(CAMPAIGN)[-1].text


def test_a_channel_without_the_bot_keeps_the_form_and_says_how_to_invite_it(bot, amy):
    amy.press(welcomed(amy), "setup.open")

    answer = amy.submit({"name": "Feux", "conversation": GENERAL})

    assert "/invite @Parution" in shown(answer.modal)
    assert strategies(bot) == []


def test_without_a_channel_the_form_never_leaves_slack(amy):
    amy.press(welcomed(amy), "setup.open")

    assert list(amy.submit({"name": "Feux"}).errors) == ["conversation"]


def test_the_second_step_before_the_first_says_what_comes_first_with_its_button(bob):
    answer = bob.press(welcomed(bob), "objective.new")

    assert "no strategy here yet" in answer.text
    assert "setup.open" in shown(answer.messages[-1])


def test_the_second_step_after_the_first_opens_its_form(amy):
    message = welcomed(amy)
    amy.press(message, "setup.open")
    amy.submit({"name": "Feux", "conversation": CAMPAIGN})
    amy.close()

    assert amy.press(message, "objective.new").modal.callback_id == "objective"


def test_the_strategy_that_was_made_leads_on_to_its_objective(amy):
    amy.press(welcomed(amy), "setup.open")
    done = amy.submit({"name": "Feux", "conversation": CAMPAIGN}).modal

    assert amy.press(done, "objective.new").modal.callback_id == "objective"


def test_the_third_step_tells_how_a_calendar_comes_in(bob):
    assert "CSV" in shown(bob.press(welcomed(bob), "import.help").messages[-1])


def test_the_sample_stands_in_the_same_message_and_keeps_nothing(bot, bob):
    message = welcomed(bob)

    answer = bob.press(message, "welcome.sample")

    sample = answer.messages[-1]
    assert sample.ts == message.ts
    assert "Sample" in sample.text
    for each in ("Good morning!", "Spring contest", "No owner"):
        assert each in shown(sample), each
    assert strategies(bot) == []
    with bot.house.store.transaction() as tx:
        assert tx.posts.all() == []


def test_nothing_in_the_sample_can_be_pressed_but_the_way_back(bob):
    message = welcomed(bob)

    sample = bob.press(message, "welcome.sample").messages[-1]

    assert shown(sample).count("'action_id'") == 1
    back = bob.press(sample, "welcome.steps").messages[-1]
    assert back.ts == message.ts
    assert "three steps" in back.text


def test_the_sample_is_in_the_language_of_who_looks(amy):
    sample = amy.press(welcomed(amy), "welcome.sample").messages[-1]

    assert "Exemple" in sample.text
    for each in ("Bonjour", "Concours de printemps", "Sans responsable"):
        assert each in shown(sample), each
    assert check_message({"channel": "C1", "text": sample.text, "blocks": sample.blocks}) is None
