"""How a question, a voice and a mistake stand in messages that are there already: each morning tells its own day."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.posts import PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.sandbox.elements import controls
from tests.handlers.engage.test_questions import BELGIUM, NOON, keep
from tests.handlers.posting import LINK, SOCIAL, last, post_with, shown

DAY = timedelta(days=1)
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)  # half an hour after Bob's morning
WEDNESDAY, THURSDAY, FRIDAY = (TUESDAY + DAY * n for n in (1, 2, 3))


@pytest.fixture
def mornings(stage):
    """Bob's, the oldest first, as they read now."""

    def found() -> list[str]:
        stage.bot.tick()
        said = stage.slack.hand("UBOB").direct_messages()
        return [each.text + shown(each) for each in said if each.text.startswith("Good morning!")]

    return found


def test_what_comes_today_is_no_line_of_yesterday(stage, bob, mornings):
    at = TUESDAY - DAY
    post_with(stage, state=PostState.PUBLISHED, published_at=at, link=LINK, published_by="UBOB")
    keep(bob, '"The first"')
    stage.move_to(TUESDAY)
    assert "The first" in mornings()[0]

    stage.move_to(WEDNESDAY)
    keep(bob, f'"{BELGIUM}"')
    bob.command('/checkin oops P1 "wrong price"', channel=SOCIAL)

    yesterday, today = mornings()
    assert "The first" in yesterday
    assert "Belgium" not in yesterday
    assert "wrong price" not in yesterday
    assert "Belgium" in today
    assert "wrong price" in today


@pytest.mark.parametrize(
    ("keeps", "ends", "words"),
    [
        ('question "Do you ship to Belgium?"', "answered Q1", "Belgium"),
        ('oops P1 "wrong price"', "C1 done", "wrong price"),
        ('voice "Marie Café" influencer next "thank her" tue', "V1 done", "Marie"),
        ('question "Do you ship to Belgium?"', "Q1 to @amy", "Belgium"),
    ],
)
def test_what_is_over_stands_in_no_morning_any_more_and_an_undo_brings_it_back(
    stage, bob, mornings, keeps, ends, words
):
    post_with(stage, state=PostState.PUBLISHED, published_at=TUESDAY - DAY, link=LINK, published_by="UBOB")
    bob.command(f"/checkin {keeps}", channel=SOCIAL)
    stage.move_to(FRIDAY)
    assert [words in each for each in mornings()] == [True] * 4

    bob.command(f"/checkin {ends}", channel=SOCIAL)
    assert [each for each in mornings() if words in each] == []

    bob.command("/post undo", channel=SOCIAL)
    assert [words in each for each in mornings()] == [True] * 4


def test_a_forgotten_voice_stands_in_no_morning_of_whoever_had_it(stage, bob, amy, mornings):
    bob.command('/checkin voice "Marie Café" influencer next "thank her" tue', channel=SOCIAL)
    stage.move_to(FRIDAY)
    bob.command("/checkin V1 to @amy", channel=SOCIAL)

    amy.press(last(amy.command("/checkin V1", channel=SOCIAL)), "voice.forget")

    assert [each for each in mornings() if "Marie" in each] == []


def test_who_asked_is_forgotten_in_old_mornings_too(stage, bob, mornings):
    keep(bob, '"The first" from "Zoé"')
    stage.move_to(FRIDAY)
    assert [each for each in mornings() if "Zoé" in each]

    bob.press(last(bob.command("/checkin Q1", channel=SOCIAL)), "Forget who asked")

    assert [each for each in mornings() if "Zoé" in each] == []
    assert [each for each in mornings() if "The first" in each]


def told(stage, user_id: str) -> str:
    return stage.slack.hand(user_id).direct_messages()[-1].text


def test_whoever_has_a_question_that_is_reopened_reads_that_it_was(stage, bob, amy):
    stage.slack.clock.set(NOON)
    amy.command(f'/checkin question "{BELGIUM}" @bob', channel=SOCIAL)
    bob.command("/checkin answered Q1", channel=SOCIAL)
    stage.move_to(NOON + timedelta(minutes=30))

    amy.command("/checkin rouvrir Q1", channel=SOCIAL)
    stage.move_to(NOON + timedelta(minutes=31))

    assert told(stage, "UBOB").startswith(f"<@UAMY> reopened Q1: it needs an answer again. “{BELGIUM}”")


def test_two_at_once_are_told_ten_minutes_after_the_first_in_quotes_and_not_as_late(stage, bob, amy):
    stage.slack.clock.set(NOON - timedelta(hours=1))
    amy.command('/checkin question "One?" @bob', channel=SOCIAL)
    stage.move_to(NOON - timedelta(minutes=57))
    for text in ("Two?", "Three?"):
        amy.command(f'/checkin question "{text}" @bob', channel=SOCIAL)
    stage.move_to(NOON)

    message = stage.slack.hand("UBOB").direct_messages()[-1]
    assert message.text.startswith("2 questions wait for an answer: “Two?” and “Three?”")
    assert "This is late" not in shown(message)
    assert "UBOB" not in shown(message)  # they are the reader's own


def test_a_wait_within_working_hours_is_told_once(stage, bob):
    stage.slack.clock.set(NOON)
    keep(bob, '"One?"')
    stage.slack.clock.set(NOON + timedelta(minutes=40))

    waiting = last(bob.command("/checkin Q1", channel=SOCIAL)).text
    answered = last(bob.command("/checkin answered Q1", channel=SOCIAL)).text

    assert "waiting for 40" in waiting
    assert "took 40" in answered
    assert "working time" not in waiting + answered


def test_the_message_has_what_answers_it_and_the_rest_on_its_card(stage, bob, amy):
    stage.slack.clock.set(NOON)
    amy.command(f'/checkin question "{BELGIUM}" from "Zoé" @bob', channel=SOCIAL)
    stage.move_to(NOON + timedelta(minutes=1))
    message = stage.slack.hand("UBOB").direct_messages()[-1]

    assert [each.label for each in controls(message.blocks)] == ["Answered…", "Still open", "Give to…", "Drop…", "Open"]
    assert shown(message).count(BELGIUM) == 1  # it is not said twice on a phone

    card = bob.press(message, "Open").modal
    assert {"A post for all…", "Forget who asked"} <= {each.label for each in controls(card.blocks)}


def test_a_colleague_who_shares_is_no_voice_that_a_text_names(stage, bob, amy):
    bob.command("/checkin advocate on", channel=SOCIAL)
    post_with(stage, title="Bob sells in mittens")

    assert "Names a voice" not in shown(last(amy.command("/post show P1", channel=SOCIAL)))
    assert "Voix cit" not in shown(last(amy.command("/post show P1", channel=SOCIAL)))
    assert "P1" not in shown(last(amy.command("/checkin V1", channel=SOCIAL)))


def test_a_voice_without_a_next_step_is_a_short_row(stage, bob):
    bob.command('/checkin voice "Tea House" partner', channel=SOCIAL)

    assert "none yet" not in shown(last(bob.command("/checkin voices", channel=SOCIAL)))


@pytest.mark.parametrize("off", [[], ["agenda"]], ids=["with a morning", "morning turned off"])
@pytest.mark.parametrize(
    ("user_id", "said"), [("UAMY", "devait être traitée avant le"), ("UDAN", "was to be answered by")]
)
def test_what_a_colleague_does_not_answer_is_a_line_of_the_backups_morning_until_it_is(stage, bob, user_id, said, off):
    """Given to Bob on Monday, due on Tuesday at 18:00, so the backup hears of it on Thursday morning."""
    bob.command("/checkin question", channel=SOCIAL)
    bob.submit({"text": BELGIUM, "owner": "UBOB", "backup": user_id})
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get(user_id), muted=frozenset(map(ReminderKind, off))))
    stage.move_to(FRIDAY + timedelta(hours=9))
    stage.bot.tick()

    def told_of_it():
        written = stage.slack.hand(user_id).direct_messages()
        return [each for each in written if "Q1" in each.text and "Belgium" in shown(each)]

    told = told_of_it()
    assert [said in shown(each) for each in told] == [True]
    assert "<@UBOB>" in shown(told[0])

    bob.command("/checkin answered Q1", channel=SOCIAL)
    stage.bot.tick()
    assert told_of_it() == []
