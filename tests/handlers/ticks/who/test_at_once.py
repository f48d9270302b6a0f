"""What happens at the same moment: two who change one post, a change while its message is on its way."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest

from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import DeliveryState
from bot.sandbox.acting.hand import Hand
from tests.builders import put_post
from tests.conftest import Stage
from tests.handlers.posting import SOCIAL, post

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
DUE = datetime(2026, 11, 23, 17, tzinfo=UTC)
"""Noon in Montréal, five in London, where Bob reads it."""
A_MINUTE = timedelta(minutes=1)
UNSETTLED = frozenset({DeliveryState.PENDING, DeliveryState.CLAIMED, DeliveryState.UNKNOWN})


def told(hand: Hand) -> list[str]:
    """The bot's own messages as they read now."""
    found = [each for each in hand.direct_messages() if each.bot_id and each.ephemeral_to is None]
    return [f"{each.text} {each.blocks}".replace("\u00a0", " ").replace("\u202f", " ") for each in found]


def typed(hand: Hand, text: str) -> None:
    """With the form sent, or the question answered, that it may open."""
    answer = hand.command(text, channel=SOCIAL)
    if answer.modal:
        assert hand.submit({}).errors == {}
    elif "/post cancel" in text:
        hand.press(answer.messages[-1], "post.cancel")


def at_once(*acts: Callable[[], None]) -> None:
    """Each in a thread of its own, let go together."""
    gate = Barrier(len(acts))

    def act(each: Callable[[], None]) -> None:
        gate.wait()
        each()

    with ThreadPoolExecutor(len(acts)) as threads:
        list(threads.map(act, acts))


def doubled(stage: Stage) -> list[str]:
    """Keys that stand in more than one message that was sent."""
    found = (each for who in ("UAMY", "UBOB", "UCHLOE", "UINES") for each in stage.slack.hand(who).direct_messages())
    return [key for key, times in Counter(each.key for each in found if each.key).items() if times > 1]


def unsettled(stage: Stage) -> list[str]:
    with stage.bot.house.store.transaction() as tx:
        lines = {ReminderKind.CHANGE_LINE}  # which wait for a morning
        return [each.key for each in tx.deliveries.all() if each.state in UNSETTLED and each.kind not in lines]


def while_it_is_told(stage: Stage, act: Callable[[], None]) -> None:
    """Have *act* happen once, between the claim of the due message and its way to Slack."""
    messenger, left = stage.bot.house.messenger, [act]
    post_message = messenger.post

    def slow(recipient_id: str, message: Any, **more: Any) -> Any:
        if more["key"].startswith("due:") and ":now-" in more["key"] and left:
            left.pop()()
        return post_message(recipient_id, message, **more)

    messenger.post = slow  # type: ignore[method-assign]


@pytest.mark.parametrize("times", range(3))
def test_two_who_change_one_post_at_the_same_moment_lose_nothing_and_it_is_told_once(
    stage: Stage, amy: Hand, bob: Hand, times: int
) -> None:
    ines, chloe = stage.slack.hand("UINES"), stage.slack.hand("UCHLOE")
    put_post(stage, day=TUESDAY, hour=8, owner_id="UINES", backup_id="UBOB")

    at_once(lambda: typed(amy, "/post assign P1 @chloe"), lambda: typed(bob, "/post move P1 tomorrow 12:30"))
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))

    assert sorted(each.what for each in post(stage).history) == ["assigned", "moved"]
    assert post(stage).owner_id == "UCHLOE"
    assert ["l’a confiée à <@UCHLOE>" in each for each in told(ines)] == [True], told(ines)
    assert ["vous l’a confiée" in each for each in told(chloe)] == [True], told(chloe)
    assert (told(amy), told(bob)) == ([], [])
    assert (doubled(stage), unsettled(stage)) == ([], [])


def test_who_sends_a_form_a_moment_after_somebody_else_reads_so_and_loses_nothing_of_what_they_typed(
    stage: Stage, amy: Hand, bob: Hand
) -> None:
    put_post(stage, day=TUESDAY, hour=8, backup_id="UAMY", text="Old words")
    amy.command("/post edit P1 title New title", channel=SOCIAL)

    typed(bob, "/post move P1 tomorrow 12:30")
    said = amy.submit({})
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))

    assert "Quelqu’un a été plus rapide" in str(said.body)
    assert "New title" in str(said.body)
    assert post(stage).title == "Tea"
    assert told(bob) == []
    assert ["l’a déplacée" in each for each in told(amy)] == [True]


def test_two_who_move_one_post_at_the_same_moment_are_told_where_it_stands(stage: Stage, amy: Hand, bob: Hand) -> None:
    put_post(stage, day=TUESDAY, hour=8, backup_id="UINES")

    at_once(lambda: typed(amy, "/post move P1 tomorrow 07:30"), lambda: typed(bob, "/post move P1 tomorrow 15:30"))
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))

    due = post(stage).due
    assert due is not None
    [read] = told(stage.slack.hand("UINES"))
    assert f"{due.at:%H}" in {"12", "15"}
    assert read.count("l’a déplacée") >= 1
    assert (doubled(stage), unsettled(stage)) == ([], [])


def test_ten_changes_of_one_post_in_a_minute_are_one_message(stage: Stage, amy: Hand, bob: Hand) -> None:
    put_post(stage, day=TUESDAY, hour=8)

    for n in range(10):
        typed(amy, f"/post move P1 tomorrow 07:{n:02}")
        stage.move_to(stage.slack.clock.now() + timedelta(seconds=5))
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=30))

    [read] = told(bob)
    assert "from Tue 24 Nov 13:00 (08:00 in Montréal) to Tue 24 Nov 12:09 (07:09 in Montréal)" in read
    assert "07:08" not in read

    typed(amy, "/post edit P1 notes Bring the tea")
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))
    assert told(bob)[0].count("moved it") == read.count("moved it")
    assert (doubled(stage), unsettled(stage)) == ([], [])


def test_a_post_that_comes_back_later_leaves_true_who_had_it_meanwhile(stage: Stage, amy: Hand, bob: Hand) -> None:
    put_post(stage, day=TUESDAY, hour=8)

    typed(amy, "/post assign P1 @ines")
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))
    typed(stage.slack.hand("UINES"), "/post assign P1 @bob")
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=11))

    lost, got = told(bob)
    assert "<@UAMY> gave it to <@UINES>" in lost
    assert "it is yours now" in got


def test_who_stands_in_reads_that_the_owner_is_back(stage: Stage, amy: Hand, bob: Hand) -> None:
    put_post(stage, day=MONDAY, hour=10, backup_id="UAMY")
    typed(bob, "/checkin away today")
    stage.move_to(DUE - timedelta(hours=2, minutes=50))
    [morning] = told(amy)
    assert "1 publication aujourd’hui" in morning

    typed(bob, "/checkin back")
    stage.move_to(DUE - timedelta(hours=1, minutes=59))

    [morning] = told(amy)
    assert "1 publication aujourd’hui" not in morning
    assert ["is due on Instagram now" in each for each in told(bob)] == [True]


@pytest.mark.parametrize("hour", [23, 0, 2])
def test_a_post_of_the_night_is_told_at_its_moments_with_one_live_message_and_once_in_the_morning(
    stage: Stage, bob: Hand, hour: int
) -> None:
    stage.slack.change_member("UBOB", tz="America/Montreal")
    put_post(stage, day=TUESDAY, hour=hour)
    due = datetime(2026, 11, 24, 5, tzinfo=UTC) + timedelta(hours=hour)

    for passed, said in ((-59, "in 1 hour"), (1, "now"), (121, "is late")):
        stage.move_to(due + timedelta(minutes=passed))
        about = [each for each in told(bob) if each.startswith("P1 · Tea is")]
        assert [said in each for each in about] == [True], about
    stage.move_to(due + timedelta(hours=16))

    mornings = [each for each in told(bob) if each.startswith("Good morning") and "late since" in each]
    assert len(mornings) == 1
    assert (doubled(stage), [each for each in unsettled(stage) if "P1" in each]) == ([], [])


def test_moved_and_moved_back_is_no_news(stage: Stage, amy: Hand, bob: Hand) -> None:
    put_post(stage, day=TUESDAY, hour=8)

    typed(amy, "/post move P1 tomorrow 07:00")
    typed(amy, "/post move P1 tomorrow 08:00")
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=30))

    assert told(bob) == []
    assert (doubled(stage), unsettled(stage)) == ([], [])


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("/post edit P1 text New words", "New words"),
        ("/post move P1 tomorrow 12:00", "moved"),
        ("/post cancel P1 no stock", "is cancelled"),
        ("/post assign P1 @ines", "is with <@UINES> now"),
        ("/post done P1 https://instagram.example/1", "has been live since"),
    ],
)
def test_a_change_of_a_post_that_comes_due_while_it_is_told_leaves_the_message_true(
    stage: Stage, amy: Hand, bob: Hand, line: str, ends: str
) -> None:
    put_post(stage, day=MONDAY, hour=12, text="Old words")
    stage.move_to(DUE - A_MINUTE)
    while_it_is_told(stage, lambda: typed(amy, line))

    stage.move_to(DUE)
    stage.move_to(DUE + A_MINUTE)
    stage.move_to(DUE + timedelta(minutes=30))

    about = [each for each in told(bob) if "P1" in each and "Good morning" not in each]
    assert any(ends in each for each in about), about
    assert not any("Old words" in each for each in about if "New words" in line)
    assert (doubled(stage), unsettled(stage)) == ([], [])
