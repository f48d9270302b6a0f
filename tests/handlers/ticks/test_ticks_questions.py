"""Questions as they are told through the local Slack: once, together, drawn anew, to nobody who does not see them."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.handlers.posting import SOCIAL

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)  # Tuesday, 12:00 in Toronto, 17:00 in London
CHLOE = "UCHLOE"


@pytest.fixture
def told(stage, bob):
    """What Chloé is told about questions, message by message."""
    stage.slack.clock.set(NOON - timedelta(hours=1))
    stage.bot.tick()
    stage.move_to(NOON)

    def messages():
        direct = stage.slack.hand(CHLOE).direct_messages()
        return [each for each in direct if "question." in str(each.blocks)]

    return messages


def give(bob, text: str) -> None:
    bob.command(f'/checkin question "{text}" <@{CHLOE}>', channel=SOCIAL)


def test_the_holder_is_told_once_however_often_the_clock_ticks_and_sees_the_answer_in_place(stage, bob, told):
    give(bob, "Do you ship?")
    for _ in range(3):
        stage.bot.tick()

    [message] = told()
    assert "gave you Q1" in message.text or "vous a confié Q1" in message.text
    stage.slack.hand(CHLOE).press(message, "Encore ouverte" if "confié" in message.text else "Still open")
    bob.command("/checkin answered Q1 https://example.com/a", channel=SOCIAL)
    stage.bot.tick()

    [message] = told()
    assert "example.com/a" in str(message.blocks)


def test_several_that_are_given_within_ten_minutes_after_the_first_come_in_one_message(stage, bob, told):
    give(bob, "Do you ship?")
    stage.bot.tick()
    for n in (2, 3):
        stage.move_to(NOON + timedelta(minutes=n))
        give(bob, f"Is it vegan, number {n}?")
        stage.bot.tick()
    assert len(told()) == 1

    stage.move_to(NOON + timedelta(minutes=11))
    stage.bot.tick()
    stage.move_to(NOON + timedelta(minutes=12))
    stage.bot.tick()

    first, second = told()
    assert "Q1" in str(first.blocks)
    assert "Q2" in str(second.blocks)
    assert "Q3" in str(second.blocks)


def test_who_keeps_a_question_for_themselves_is_not_told(stage, bob, told):
    bob.command('/checkin question "Do you ship?"', channel=SOCIAL)
    stage.bot.tick()

    assert [each for each in bob.direct_messages() if "question." in str(each.blocks)] == []


def test_the_morning_lists_what_somebody_is_to_answer_and_drops_it_in_place_once_it_is_answered(stage, bob, told):
    give(bob, "Do you ship?")
    stage.bot.tick()
    stage.move_to(datetime(2026, 11, 25, 14, 5, tzinfo=UTC))  # 9:05 in Toronto, 15:05 in Paris
    stage.bot.tick()

    [morning] = [each for each in told() if "Q1" in str(each.blocks) and "question.answer" not in str(each.blocks)]
    bob.command("/checkin answered Q1", channel=SOCIAL)
    stage.bot.tick()

    [after] = [each for each in stage.slack.hand(CHLOE).direct_messages() if each.ts == morning.ts]
    assert "Q1" not in str(after.blocks)
