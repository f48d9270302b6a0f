"""What others do to my posts: told once, to whom it concerns, together with what else is done about then."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.posts import PostState
from bot.domain.reminder_kinds import ReminderKind
from tests.builders import put_post
from tests.handlers.posting import SOCIAL

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
START = datetime(2026, 11, 23, 13, tzinfo=UTC)
"""08:00 in Montréal, 13:00 in London."""


@pytest.fixture
def ines(stage):
    return stage.slack.hand("UINES")


def plainly(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def told(hand):
    """The texts of the bot's own messages, as they read now."""
    return [plainly(each.text) for each in hand.direct_messages() if each.bot_id and each.ephemeral_to is None]


def typed(hand, text):
    return hand.command(text, channel=SOCIAL)


def sent(hand, text):
    """What is typed, with the form sent or the question answered that it may open."""
    answer = typed(hand, text)
    if answer.modal:
        assert hand.submit({}).errors == {}
    elif "post-cancel" in text or "/post cancel" in text:
        hand.press(answer.messages[-1], "post.cancel")


def wait(stage, minutes=11):
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=minutes))


def test_what_is_due_tomorrow_is_told_in_a_message_of_its_own_once_it_stands(stage, amy, bob):
    put_post(stage, day=TUESDAY, hour=8)

    typed(amy, "/post move P1 tomorrow 07:30")
    wait(stage, 9)
    assert told(bob) == []
    wait(stage, 2)

    assert told(bob) == [
        "P1 · Tea: <@UAMY> moved it from Tue 24 Nov 13:00 (08:00 in Montréal) to Tue 24 Nov 12:30 (07:30 in Montréal)"
    ]
    wait(stage, 30)
    assert len(told(bob)) == 1


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/post cancel P1 no stock", "<@UAMY> cancelled it: “no stock”"),
        ("/post done P1 https://instagram.example/1", "<@UAMY> published it: <https://instagram.example/1"),
        ("/post assign P1 @ines", "<@UAMY> gave it to <@UINES>"),
        ("/post edit P1 text New words", "<@UAMY> changed text"),
        ("/post edit P1 on facebook", "<@UAMY> put it on Facebook instead of Instagram"),
    ],
)
def test_each_change_of_what_is_near_is_told_to_its_owner_in_words(stage, amy, bob, line, words):
    put_post(stage, day=TUESDAY, hour=8, text="Old words")

    sent(amy, line)
    wait(stage)

    assert [words in each for each in told(bob)] == [True], told(bob)
    assert told(amy) == []


def test_who_gets_a_post_and_who_loses_it_are_told_whenever_it_is_due(stage, amy, bob, ines):
    put_post(stage, day=FRIDAY)

    typed(amy, "/post assign P1 @ines")
    wait(stage)

    assert [each.split(": ", 1)[1] for each in told(bob)] == ["<@UAMY> gave it to <@UINES>"]
    assert "vous l’a confiée : Instagram, ven. 27 nov. 10 h" in told(ines)[0]


def test_a_post_that_somebody_makes_for_me_is_told(stage, amy, bob):
    typed(amy, '/post add "Concours" sur instagram par @bob vendredi 10h')
    wait(stage)

    assert ["it is yours now" in each for each in told(bob)] == [True]


def test_ten_changes_in_a_minute_are_one_message_that_says_how_things_stand(stage, amy, bob):
    for number in range(1, 4):
        put_post(stage, number, day=TUESDAY, hour=8)

    for minute in range(3):
        for number in range(1, 4):
            typed(amy, f"/post move P{number} tomorrow 07:{minute}5")
    sent(amy, "/post cancel P3")
    wait(stage)

    [message] = told(bob)
    assert message.startswith("What changed on 3 posts that concern you\nP1 · Tea\n• ")
    assert message.count("moved it") == 3
    assert message.count("cancelled it") == 1
    assert "12:25 (07:25 in Montréal)" in message


def test_what_was_undone_in_time_is_not_told(stage, amy, bob):
    put_post(stage, day=TUESDAY, hour=8)

    sent(amy, "/post cancel P1")
    typed(amy, "/post undo")
    wait(stage)

    assert told(bob) == []


def test_of_two_that_one_is_undone_the_other_is_told(stage, amy, bob):
    put_post(stage, day=TUESDAY, hour=8)

    typed(amy, "/post move P1 tomorrow 07:30")
    sent(amy, "/post cancel P1")
    typed(amy, "/post undo")
    wait(stage)

    [message] = told(bob)
    assert "moved it" in message
    assert "cancelled" not in message


def test_what_was_told_at_once_and_undone_says_both(stage, amy, bob):
    put_post(stage, day=MONDAY, hour=8, due=None)
    put_post(stage, 2, day=MONDAY, hour=8, owner_id="UINES", backup_id="UBOB")
    stage.move_to(START - timedelta(minutes=0))

    sent(amy, "/post cancel P2")
    wait(stage, 1)
    assert told(bob)[-1].endswith("<@UAMY> cancelled it")
    typed(amy, "/post undo P2")
    wait(stage, 1)

    assert told(bob)[-1].endswith("<@UAMY> cancelled it (undone since)")


def test_handed_over_and_back_is_no_news(stage, amy, bob, ines):
    put_post(stage, day=FRIDAY)

    typed(amy, "/post assign P1 @ines")
    typed(amy, "/post assign P1 @bob")
    wait(stage)

    assert told(ines) == []
    assert told(bob) == []


def test_the_live_message_says_what_others_did_and_no_message_comes(stage, amy, bob):
    put_post(stage, day=MONDAY, hour=9, text="Old words")
    stage.move_to(START + timedelta(minutes=1))
    [due] = told(bob)
    wait(stage, 1)

    sent(amy, "/post edit P1 text New words")
    wait(stage)

    [now] = told(bob)
    assert due != now
    assert "<@UAMY> changed text at 13:02" in now
    assert "New words" in now


def test_a_change_of_a_post_that_comes_due_while_it_is_told_is_told_once(stage, amy, bob):
    put_post(stage, day=MONDAY, hour=12, text="Old words")
    stage.move_to(datetime(2026, 11, 23, 15, 55, tzinfo=UTC))

    sent(amy, "/post edit P1 text New words")
    stage.move_to(datetime(2026, 11, 23, 17, 30, tzinfo=UTC))

    changed = [each for each in told(bob) if "<@UAMY> changed text" in each]
    assert len(changed) == 1
    assert sum("is due on Instagram now" in each for each in told(bob)) == 1


def test_two_at_the_same_moment_read_what_the_other_did(stage, amy, bob):
    put_post(stage, day=TUESDAY, hour=8, owner_id="UBOB", backup_id="UAMY", text="Old words")

    sent(amy, "/post edit P1 text Amy's words")
    typed(bob, "/post move P1 tomorrow 07:30")
    wait(stage)

    assert ["changed text" in each and "moved" not in each for each in told(bob)] == [True]
    assert ["l’a déplacée" in each and "changé" not in each for each in told(amy)] == [True]


def test_who_turned_it_off_is_told_nothing(stage, amy, bob):
    put_post(stage, day=TUESDAY, hour=8)
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UBOB"), muted=frozenset({ReminderKind.CHANGE})))

    sent(amy, "/post cancel P1")
    wait(stage)

    assert told(bob) == []


def test_sent_back_comes_with_what_to_change_and_the_buttons_for_it(stage, amy, bob):
    put_post(
        stage, day=FRIDAY, state=PostState.IN_REVIEW, reviewer_id="UAMY", review_asked_by="UBOB", review_asked_at=START
    )

    typed(amy, "/post changes P1 shorter please")
    if amy.modal:
        amy.submit({"comment": "shorter please"})
    wait(stage)

    [message] = [each for each in bob.direct_messages() if "asked for a change" in each.text]
    shown = str(message.blocks)
    assert "shorter please" in shown
    assert "post.edit" in shown
    assert "post.review" in shown


def test_what_is_not_due_soon_is_a_line_of_the_next_morning_once(stage, amy, bob):
    put_post(stage, day=FRIDAY)

    typed(amy, "/post move P1 2026-12-03 10:00")
    wait(stage)
    assert told(bob) == []
    stage.move_to(datetime(2026, 11, 24, 9, 1, tzinfo=UTC))
    stage.move_to(datetime(2026, 11, 25, 9, 1, tzinfo=UTC))

    [morning] = [each for each in told(bob) if each.startswith("Good morning")]
    assert "P1 · Tea: <@UAMY> moved it from Fri 27 Nov 15:00 (10:00 in Montréal) to Thu 3 Dec 15:00" in morning


def test_what_was_done_while_one_is_away_waits_for_the_first_morning_back(stage, amy, bob):
    put_post(stage, day=TUESDAY, hour=8)
    typed(bob, "/checkin away 2026-11-23..2026-11-24")

    typed(amy, "/post assign P1 @ines")
    stage.move_to(datetime(2026, 11, 25, 9, 1, tzinfo=UTC))

    [morning] = told(bob)
    assert morning.startswith("Good morning")
    assert "P1 · Tea: <@UAMY> gave it to <@UINES>" in morning
