"""Steps with voices and open mistakes in the morning of whoever has them: there, done there, and nobody else's."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.members import Absence
from bot.domain.posts import PostState
from bot.services.reminders.follow_ups import FollowUps
from handlers.views.reminders.follow_ups import follow_up_names, follow_up_rows
from tests.handlers.engage.test_corrections import a_correction, corrections
from tests.handlers.engage.test_corrections_shown import a_long_one
from tests.handlers.engage.voices.test_voice_views import a_voice as a_long_voice
from tests.handlers.engage.voices.test_voices import a_voice, voices
from tests.handlers.longest import TODAY, assert_message
from tests.handlers.people.test_private_channels import closed
from tests.handlers.posting import LINK, SOCIAL, post_with, shown

TUESDAY = datetime(2026, 11, 24, 15, tzinfo=UTC)


@pytest.fixture
def live(stage):
    out = datetime(2026, 11, 22, 13, tzinfo=UTC)
    return post_with(stage, state=PostState.PUBLISHED, published_at=out, link=LINK, published_by="UBOB")


def mornings(hand, start: str = "Good morning") -> list:
    return [each for each in hand.direct_messages() if "V1" in shown(each) or "C1" in shown(each)]


def test_a_step_stands_in_its_owners_morning_and_is_done_there(stage, bob, amy):
    a_voice(stage, step="thank her", step_day=date(2026, 11, 24))

    stage.move_to(TUESDAY)

    (message,) = mornings(bob)
    assert "thank her · today" in shown(message)
    assert "V1 · Marie Café · thank her" in message.text
    assert mornings(amy) == []
    bob.press(message, "voice.done")
    stage.move_to(TUESDAY + timedelta(minutes=5))
    assert voices(stage)[0].history[-1].what == "done"
    assert mornings(bob) == []


def test_a_step_of_another_day_waits_for_it_and_one_of_long_ago_stays_in_the_list(stage, bob):
    a_voice(stage, step="later", step_day=date(2026, 11, 26))
    a_voice(stage, name="Old", step="long ago", step_day=date(2026, 11, 10))

    stage.move_to(TUESDAY)
    assert mornings(bob) == []
    stage.move_to(TUESDAY + timedelta(days=2))

    (message,) = mornings(bob)
    assert "later" in shown(message)
    assert "long ago" not in shown(message)


def test_an_open_mistake_stands_in_the_morning_of_whoever_took_it_on_until_it_is_put_right(stage, live, bob):
    a_correction(stage)
    stage.move_to(TUESDAY)
    assert "C1 · wrong price" in shown(mornings(bob)[0])

    bob.command("/checkin C1 done", channel=SOCIAL)
    stage.move_to(TUESDAY + timedelta(days=1))

    assert not corrections(stage)[0].is_open
    assert mornings(bob) == []


def test_who_is_away_is_told_once_they_are_back(stage, bob):
    a_voice(stage, step="thank her", step_day=date(2026, 11, 24))
    with stage.bot.house.store.transaction() as tx:
        away = Absence(first=date(2026, 11, 24), last=date(2026, 11, 25))
        tx.members.put(replace(tx.members.get("UBOB"), absences=(away,)))

    stage.move_to(TUESDAY + timedelta(days=1))
    assert mornings(bob) == []
    stage.move_to(TUESDAY + timedelta(days=2))

    assert len(mornings(bob)) == 1


def test_nobody_outside_of_a_private_channel_is_told(stage, bob):
    closed(stage)
    a_voice(stage, step="thank her", step_day=date(2026, 11, 24))

    stage.move_to(TUESDAY)

    assert mornings(bob) == []


def test_a_handed_over_step_is_in_the_other_morning(stage, bob, amy):
    a_voice(stage, step="thank her", step_day=date(2026, 11, 24))
    bob.command("/checkin V1 to <@UAMY>", channel=SOCIAL)

    stage.move_to(TUESDAY)

    assert mornings(bob) == []
    assert "thank her" in shown(mornings(amy)[0])


def test_a_forgotten_voice_leaves_the_morning_that_was_sent(stage, bob):
    a_voice(stage, step="thank her", step_day=date(2026, 11, 24))
    stage.move_to(TUESDAY)
    question = bob.command("/checkin forget V1", channel=SOCIAL).messages[-1]

    bob.press(question, "Forget for good")
    stage.move_to(TUESDAY + timedelta(minutes=5))

    assert [each for each in bob.direct_messages() if "Marie Café" in shown(each)] == []


def test_the_rows_of_a_morning_at_their_longest(t, texts):
    many = FollowUps(steps=(a_long_voice(texts),) * 9, corrections=(a_long_one(texts),) * 9)

    assert_message("\n".join(follow_up_names(t, many)), follow_up_rows(t, many, day=TODAY))
