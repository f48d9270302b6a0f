"""Guests and other channels see nothing of a strategy: not by what they type, nor by what they once could press."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.strategy import Strategy
from bot.sandbox.acting.hand import Hand
from tests.conftest import Stage
from tests.e2e.secret_strategy import (
    ELSEWHERE,
    SECRET,
    TYPED,
    ZONE,
    Button,
    buttons_in,
    everything_shown,
    is_harmless,
    keep_secret,
    revisions,
    wait_for_files,
    what,
)


@pytest.fixture
def stage(stage: Stage) -> Stage:
    keep_secret(stage)
    return stage


@pytest.fixture
def guest(stage: Stage) -> Hand:
    return stage.slack.hand("UGUEST")


def second_strategy(stage: Stage) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(
            Strategy(id="S9", name="Soleil", channel_id=ELSEWHERE, zone=ZONE, manager_id="UDAN", locale="en-CA")
        )


@pytest.mark.parametrize("is_bound", [False, True], ids=["unbound", "another strategy's"])
def test_a_guest_in_another_channel_reads_nothing_of_it_whatever_they_type(stage, guest, is_bound):
    if is_bound:
        second_strategy(stage)

    told = [typed for typed in TYPED if SECRET in what(guest.command(typed, channel=ELSEWHERE))]

    assert told == []


def test_a_channel_with_a_strategy_of_its_own_shows_nothing_of_the_other(stage):
    second_strategy(stage)
    dan = stage.slack.hand("UDAN")

    told = [typed for typed in TYPED if SECRET in what(dan.command(typed, channel=ELSEWHERE))]

    assert told == []


def test_who_slack_says_nothing_about_reads_no_more_than_a_guest(stage, guest):
    told = []
    for typed in TYPED:
        stage.slack.faults.plan("users.info", "500")
        told += [typed] if SECRET in what(guest.command(typed, channel=ELSEWHERE)) else []

    with stage.bot.house.store.transaction() as tx:
        assert tx.members.find("UGUEST") is None
    assert told == []


def test_the_home_tab_and_the_direct_messages_of_a_guest_hold_nothing_of_it(stage, guest):
    guest.open_home()
    for typed in TYPED:
        guest.say(typed.removeprefix("/"))
    stage.move_to(stage.slack.clock.now() + timedelta(days=8))

    told = everything_shown(*guest.direct_messages()) + json.dumps(guest.open_home(), ensure_ascii=False)

    assert len(guest.direct_messages()) > len(TYPED)
    assert SECRET not in told
    assert not [each for message in guest.direct_messages() for each in message.files]


def test_what_somebody_could_press_as_a_member_tells_them_nothing_and_does_nothing_as_a_guest(stage):
    bob = stage.slack.hand("UBOB")
    stage.move_to(stage.slack.clock.now() + timedelta(days=3))
    seen = [each for typed in TYPED if is_harmless(typed) for each in bob.command(typed, channel=ELSEWHERE).messages]
    wait_for_files(stage)
    had = buttons_in([*seen, *bob.direct_messages()])
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UBOB"), is_guest=True))
    before = revisions(stage)

    told = [name for name, block in had.items() if SECRET in after_press(bob, name, block)]

    assert len({name.partition(":")[0] for name in had}) > 25
    assert told == []
    assert revisions(stage) == before


def test_a_guest_reads_in_the_channel_of_the_strategy_adds_ideas_and_changes_nothing_else(stage, guest):
    stage.slack.join("UGUEST", "CSOCIAL")
    before, ideas = revisions(stage), []

    for typed in TYPED:
        was = revisions(stage)
        answer = guest.command(typed, channel="CSOCIAL")
        assert answer.messages or answer.text or answer.modal, typed
        ideas += [(typed, each) for each in revisions(stage) if each not in was]

    after = revisions(stage)
    assert [typed for typed, _ in ideas] == ['/post idea "An idea" on instagram']
    assert {each: rev for each, rev in after.items() if each in before} == before


def after_press(hand: Hand, name: str, block: Button) -> str:
    """What is told to whoever presses what they had; nothing else is on the screen."""
    hand.reload()
    message = hand.command("/parution help", channel=ELSEWHERE).messages[-1]
    message.blocks[:] = [block]
    return what(hand.press(message, name))
