"""The channel's line of a day, in the thread of the week: one, changed in place, nobody named."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.reminder_kinds import ReminderKind
from tests.builders import put_post

SOCIAL = "CSOCIAL"
MONDAY = datetime(2026, 11, 23, 14, 30, tzinfo=UTC)
"""09:30 in Montréal, half an hour after the digest."""
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def week(stage):
    """The message of the week, in whose thread the lines are."""
    put_post(stage, day=FRIDAY, hour=10)
    stage.move_to(MONDAY - timedelta(minutes=29))
    stage.move_to(MONDAY)
    (digest,) = [each for each in stage.slack.hand("UBOB").messages(SOCIAL) if each.bot_id and not each.thread_ts]
    return digest


def lines(stage, hand="UBOB"):
    """As the channel reads them now."""
    known = {each.ts for each in stage_rows(stage) if each.ts}
    return [each.text.replace("\u00a0", " ") for each in stage.slack.hand(hand).messages(SOCIAL) if each.ts in known]


def stage_rows(stage):
    with stage.bot.house.store.transaction() as tx:
        return [each for each in tx.deliveries.all() if each.kind is ReminderKind.DAY_LINE]


def wait(stage, minutes=11):
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=minutes))


def do(hand, *typed):
    for text in typed:
        answer = hand.command(text, channel=SOCIAL)
        if answer.modal:
            assert hand.submit({}).errors == {}


def test_what_a_day_brought_is_one_line_in_the_thread_of_the_week_and_changes_in_place(stage, week, amy, bob):
    do(amy, "/post add Tea on instagram fri 10:00")
    wait(stage, 9)
    assert lines(stage) == []
    wait(stage, 2)
    assert lines(stage) == ["Monday, November 23: 1 post added (P2)"]

    do(bob, "/post move P1 sat 10:00", "/checkin 3 received 2 answered")
    do(amy, "/post done P2 https://www.instagram.com/p/abc/")
    wait(stage, 1)

    assert lines(stage) == ["Monday, November 23: 1 round done · 1 post added (P2) · 1 moved (P1) · 1 live (P2)"]
    (line,) = stage_rows(stage)
    assert stage.slack.workspace.message(line.channel_id, line.ts).thread_ts == week.ts


def test_a_line_names_nobody(stage, week, amy, bob):
    do(amy, "/post add Tea on instagram by @bob fri 10:00", "/checkin 3 received 2 answered")
    wait(stage)

    (said,) = lines(stage)
    assert not [each for each in ("@", "Amy", "Bob") if each in said]


def test_where_nothing_happened_there_is_no_line(stage, week, bob):
    do(bob, "/post list", "/post edit P1 title Cocoa")
    wait(stage)

    assert stage_rows(stage) == []


def test_what_was_taken_back_within_ten_minutes_has_no_line_until_more_is_done(stage, week, amy):
    do(amy, "/post move P1 sat 10:00", "/post undo")
    wait(stage)
    assert lines(stage) == []

    do(amy, "/post move P1 sat 11:00")
    wait(stage)

    assert lines(stage) == ["Monday, November 23: 1 moved (P1)"]


def test_the_next_day_has_a_line_of_its_own_below_the_same_message(stage, week, amy):
    do(amy, "/post move P1 sat 10:00")
    wait(stage)
    wait(stage, 24 * 60)

    do(amy, "/post move P1 sat 11:00")
    wait(stage)

    assert lines(stage) == ["Monday, November 23: 1 moved (P1)", "Tuesday, November 24: 1 moved (P1)"]
    assert {each.parts for each in stage_rows(stage)} == {(stage_rows(stage)[0].parts[0],)}


def test_before_the_first_digest_there_is_no_thread_to_tell_it_in(stage, amy):
    put_post(stage, day=FRIDAY, hour=10)

    do(amy, "/post move P1 sat 10:00")
    wait(stage)

    assert stage_rows(stage) == []


def test_many_posts_of_a_day_are_counted_and_the_first_are_named(stage, week, amy):
    do(amy, *(f"/post add Tea{n} on instagram fri 1{n}:00" for n in range(6)))
    wait(stage)

    assert lines(stage) == ["Monday, November 23: 6 posts added (P2, P3, P4, P5, P6, …)"]


def test_a_strategy_that_moved_to_another_channel_tells_the_old_one_nothing_more(stage, week, amy):
    do(amy, "/post move P1 sat 10:00")
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), channel_id="CELSEWHERE"))
    wait(stage)

    assert lines(stage) == []


def test_what_could_not_be_told_for_a_day_is_not_told_and_bothers_nobody(stage, week, amy):
    do(amy, "/post move P1 sat 10:00")
    stage.slack.clock.set(stage.slack.clock.now() + timedelta(hours=26))
    stage.bot.tick()

    assert lines(stage) == []
    with stage.bot.house.store.transaction() as tx:
        assert [each for each in tx.deliveries.all() if each.kind is ReminderKind.NOTICE] == []


def test_in_french_it_begins_with_a_capital_letter(stage, week, amy):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), locale="fr-CA"))

    do(amy, "/post ajouter « Thé » sur instagram vendredi 10h")
    wait(stage)

    assert lines(stage) == ["Lundi 23 novembre : 1 publication ajoutée (P2)"]
