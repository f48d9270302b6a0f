"""Who is forgotten stands in no message of the bot's any more, however long ago it was sent."""

import json
from datetime import timedelta

import pytest

from tests.conftest import MONDAY
from tests.handlers.posting import SOCIAL, last

NAME = "Wilhelmina Quartz"
AGES = (3, 45)
"""Days: younger and older than what is kept true by itself."""


def naming(stage, word: str = NAME) -> list[str]:
    """The texts of the bot's messages that still have *word*; what only one reader saw is gone with a reload."""
    workspace = stage.slack.workspace
    for member_id in ("UAMY", "UBOB"):
        workspace.forget_ephemerals(member_id)
    found = {each: workspace.message(*each) for each in workspace.changes_since(0)}
    said = [each for each in found.values() if each is not None and each.bot_id]
    return [each.text for each in said if word in json.dumps([each.text, each.blocks], ensure_ascii=False)]


def live_on(stage, days: int) -> None:
    """An hour after each morning, so that each is sent on its day."""
    start = stage.slack.clock.now()
    for day in range(1, days + 1):
        for hours in (1, 2):
            stage.slack.clock.set(start + timedelta(days=day, hours=hours))
            stage.bot.tick()


def tick_some(stage) -> None:
    for _ in range(3):
        stage.bot.tick()


@pytest.fixture
def asked(stage, bob) -> None:
    bob.command(f'/checkin question "Do you ship?" from "{NAME}" @amy', channel=SOCIAL)
    stage.bot.tick()


@pytest.mark.parametrize("days", AGES)
def test_a_press_takes_who_asked_out_of_what_was_told_of_the_question(stage, amy, asked, days):
    live_on(stage, days)
    assert len(naming(stage)) > 2

    amy.press(last(amy.command("/checkin Q1", channel=SOCIAL)), "question.forget")
    tick_some(stage)

    assert naming(stage) == []


def test_so_does_the_time_after_which_it_is_forgotten(stage, amy, asked):
    live_on(stage, 45)
    amy.command("/checkin answered Q1", channel=SOCIAL)
    stage.bot.tick()
    assert naming(stage)

    stage.slack.clock.set(stage.slack.clock.now() + timedelta(days=181))
    tick_some(stage)

    assert naming(stage) == []


@pytest.mark.parametrize("days", AGES)
def test_a_forgotten_voice_is_in_no_morning_any_more(stage, bob, amy, days):
    bob.command(f'/checkin voice "{NAME}" press', channel=SOCIAL)
    bob.command('/checkin V1 next "call her" tomorrow', channel=SOCIAL)
    bob.command("/checkin V1 to @amy", channel=SOCIAL)
    live_on(stage, days)
    assert len(naming(stage)) > 1

    bob.press(last(bob.command("/checkin forget V1", channel=SOCIAL)), "voice.forget")
    tick_some(stage)

    assert naming(stage) == []


def test_what_is_old_and_names_nobody_is_left_alone(stage, bob, amy):
    """What changed since a message was sent a month ago changes it no more."""
    bob.command('/checkin question "Do you ship?" @amy', channel=SOCIAL)
    stage.slack.clock.set(MONDAY + timedelta(minutes=1))
    live_on(stage, 45)
    told = len(naming(stage, "Do you ship?"))

    amy.command("/checkin answered Q1", channel=SOCIAL)
    tick_some(stage)

    assert 0 < len(naming(stage, "Do you ship?")) < told
