"""A pause of the calendar, typed, pressed and filled in: what it holds, and how it is gone through at its end."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.posts import PostState
from tests.builders import put_post
from tests.handlers import posting
from tests.handlers.plan.test_plan import plan
from tests.handlers.posting import SOCIAL, last

MONDAY, TUESDAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 27)
NEXT_MONDAY = datetime(2026, 11, 30, 5, tzinfo=UTC)
"""Midnight in Montréal."""


def post(stage, number=1):
    with stage.bot.house.store.transaction() as tx:
        return tx.posts.get(f"P{number}")


def pause(amy, text='/plan pause jusqu’à lundi "inondation"'):
    return last(amy.command(text, channel=SOCIAL))


def shown(what):
    return posting.shown(what).replace("\u00a0", " ")


def test_typed_it_holds_all_that_is_planned_until_the_day_and_can_be_undone(stage, amy):
    put_post(stage, day=TUESDAY)

    answer = pause(amy)

    assert "1 publication est en pause jusqu’au lun. 30 nov." in answer.text
    assert plan(stage).pause.until == NEXT_MONDAY
    assert plan(stage).pause.reason == "inondation"
    assert "inondation" in shown(answer)
    amy.press(answer, "Défaire")
    assert plan(stage).pause is None


def test_without_an_end_it_lasts_until_somebody_goes_on(stage, amy, bob):
    keep_strategy_manager(stage, "UBOB")

    answer = last(bob.command('/plan pause until further notice "flood in town"', channel=SOCIAL))

    assert "Nothing is planned yet; what you plan is held by a pause." in answer.text
    assert plan(stage).pause.until is None


def keep_strategy_manager(stage, member_id):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), manager_id=member_id))


@pytest.mark.parametrize("typed", ["/plan pause until monday", "/plan go on", "/plan pause"])
def test_who_may_not_is_told_who_can(stage, bob, typed):
    answer = last(bob.command(typed, channel=SOCIAL))

    assert "<@UAMY>" in answer.text
    assert plan(stage).pause is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [("/plan pause", ""), ('/plan pause "inondation"', "inondation"), ("/plan pause mardi prochain 14 h", "mardi")],
)
def test_what_lacks_its_end_opens_the_form_with_what_was_understood(stage, amy, typed, reason):
    answer = amy.command(typed, channel=SOCIAL)

    assert answer.modal
    assert plan(stage).pause is None
    assert reason in shown(answer.modal)
    amy.submit({"until": "2026-11-30", "reason": "inondation"})
    assert plan(stage).pause.until == NEXT_MONDAY


def test_an_end_that_is_over_is_refused_in_the_form(stage, amy):
    amy.command("/plan pause", channel=SOCIAL)

    answer = amy.submit({"until": "2026-11-23"})

    assert "until" in answer.errors
    assert plan(stage).pause is None


def test_a_held_post_says_so_in_lists_and_on_its_card_and_is_not_late(stage, amy, bob):
    put_post(stage, day=TUESDAY)
    pause(amy)

    stage.move_to(datetime(2026, 11, 26, 15, tzinfo=UTC))

    assert "held by a pause until Mon 30 Nov" in shown(last(bob.command("/post list", channel=SOCIAL)))
    card = last(bob.command("/post show P1", channel=SOCIAL))
    assert "held by a pause until Mon 30 Nov" in shown(card)
    assert "late" not in shown(card)
    assert "P1" not in shown(last(bob.command("/post list overdue", channel=SOCIAL)))


def test_the_radar_the_month_and_the_digest_tell_it_as_held(stage, amy):
    put_post(stage, day=TUESDAY)
    pause(amy)
    stage.move_to(datetime(2026, 11, 26, 15, tzinfo=UTC))

    radar = last(amy.command("/plan check", channel=SOCIAL))
    month = last(amy.command("/plan calendar", channel=SOCIAL))
    digest = last(amy.command("/kpi digest 2026-W48", channel=SOCIAL))

    assert "1 publication de ce mois est en pause." in shown(radar)
    assert "en pause" in shown(month)
    assert "en retard" not in month.text
    assert "1 en pause" in shown(digest)
    assert "manquée" not in digest.text


def test_a_message_that_stands_already_says_that_there_is_nothing_to_do(stage, amy, bob):
    put_post(stage, day=MONDAY)
    stage.move_to(datetime(2026, 11, 23, 14, 30, tzinfo=UTC))
    assert any("P1 · Tea is due" in each.text for each in bob.direct_messages())

    pause(amy)
    stage.move_to(datetime(2026, 11, 23, 18, tzinfo=UTC))

    [told] = [each for each in bob.direct_messages() if each.text.startswith("P1")]
    assert told.text == "P1 · Tea is held by a pause until Mon 30 Nov: nothing to do for now."


def test_what_is_held_goes_out_when_somebody_publishes_it_all_the_same(stage, amy, bob):
    put_post(stage, day=TUESDAY)
    pause(amy)

    bob.command("/post done P1 https://instagram.example/1", channel=SOCIAL)

    assert post(stage).state is PostState.PUBLISHED


def going_on(amy):
    return amy.command("/plan reprendre", channel=SOCIAL).modal


def test_each_held_post_goes_where_it_is_sent_and_one_undo_takes_all_back(stage, amy):
    put_post(stage, 1, day=TUESDAY)
    put_post(stage, 2, day=TUESDAY, hour=12)
    put_post(stage, 3, day=FRIDAY)
    put_post(stage, 4, day=FRIDAY, hour=12)
    pause(amy)
    before = [post(stage, number) for number in range(1, 5)]
    stage.move_to(datetime(2026, 11, 25, 15, tzinfo=UTC))

    going_on(amy)
    answer = amy.submit({"passed": "3", "post-P2": "drop", "post-P4": "1"})

    assert [post(stage, n).due.day for n in (1, 3, 4)] == [FRIDAY, FRIDAY, date(2026, 11, 28)]
    assert post(stage, 2).state is PostState.CANCELLED
    assert plan(stage).pause is None
    assert "Déplacées (2) : P1 et P4." in shown(answer.modal)
    amy.press(answer.modal, "post.undo-batch")
    amy.press(amy.modal, "undo.yes")
    assert [post(stage, n).due for n in range(1, 5)] == [each.due for each in before]
    assert post(stage, 2).state is PostState.DRAFT
    assert plan(stage).pause is not None


def test_thirty_posts_are_gone_through_page_by_page(stage, amy):
    for number in range(1, 33):
        put_post(stage, number, day=TUESDAY + timedelta(days=number))
    pause(amy)

    assert len(going_on(amy).blocks) <= 100
    amy.submit({"post-P3": "drop"})
    amy.submit({"post-P20": "7"})
    assert plan(stage).pause is not None
    answer = amy.submit({})

    assert "Annulée (1) : P3." in shown(answer.modal)
    assert "Déplacée (1) : P20." in shown(answer.modal)
    assert "20 autres" in shown(answer.modal)
    assert plan(stage).pause is None


def test_after_its_end_what_came_due_stays_held_until_it_is_gone_through(stage, amy, bob):
    put_post(stage, day=TUESDAY)
    put_post(stage, 2, day=date(2026, 12, 1))
    pause(amy)

    stage.move_to(datetime(2026, 12, 1, 15, 1, tzinfo=UTC))

    texts = [each.text for each in bob.direct_messages()]
    assert any("P2" in each and "is due on Instagram now" in each for each in texts)
    assert ["Yours (2): P1 and P2." in each for each in texts if "P1" in each] == [True]  # as it began, then no more
    assert "still held after the pause" in shown(last(bob.command("/post show P1", channel=SOCIAL)))
    card = last(amy.command("/plan", channel=SOCIAL))
    assert "1 publication arrivée à échéance entre-temps attend" in shown(card)


def test_a_second_pause_keeps_what_the_first_one_left(stage, amy):
    put_post(stage, day=TUESDAY)
    pause(amy)
    stage.move_to(datetime(2026, 12, 1, 15, tzinfo=UTC))

    pause(amy, '/plan pause jusqu’au 7 décembre "grève"')
    stage.move_to(datetime(2026, 12, 8, 15, tzinfo=UTC))

    assert "1 publication arrivée à échéance" in shown(last(amy.command("/plan", channel=SOCIAL)))


def test_without_a_pause_there_is_nothing_to_go_on_with(stage, amy):
    answer = last(amy.command("/plan reprendre", channel=SOCIAL))

    assert "Rien n’est en pause" in answer.text


def test_a_limit_of_the_plan_leaves_a_moved_post_where_it_was_and_says_so(stage, amy):
    amy.command("/plan limit 1 par jour", channel=SOCIAL)
    put_post(stage, 1, day=TUESDAY)
    put_post(stage, 2, day=FRIDAY)
    pause(amy)

    going_on(amy)
    answer = amy.submit({"ahead": "keep", "post-P1": "3"})

    assert "P1 reste où elle était" in shown(answer.modal)
    assert post(stage).due.day == TUESDAY


def mornings(hand):
    texts = (each.text.replace("\u00a0", " ") for each in hand.direct_messages() if each.bot_id)
    return [each for each in texts if each.startswith(("Good morning", "Bonjour"))]


def test_the_morning_says_once_what_is_held(stage, amy, bob):
    put_post(stage, day=FRIDAY)
    pause(amy)

    for day in (24, 25):
        stage.move_to(datetime(2026, 11, day, 9, 1, tzinfo=UTC))

    [morning] = mornings(bob)
    assert "Pause, Maison Lune. Everything planned is held by a pause until Mon 30 Nov. “inondation”" in morning
    assert "Yours (1): P1." in morning


def test_a_pause_that_was_undone_in_time_is_not_told(stage, amy, bob):
    put_post(stage, day=FRIDAY)
    amy.press(pause(amy), "Défaire")

    stage.move_to(datetime(2026, 11, 24, 9, 1, tzinfo=UTC))

    assert mornings(bob) == []


def test_at_its_end_the_manager_reads_what_waits_to_be_gone_through(stage, amy, bob):
    put_post(stage, day=TUESDAY)
    pause(amy)

    stage.move_to(datetime(2026, 11, 30, 14, 1, tzinfo=UTC))

    [morning] = mornings(amy)
    assert "1 publication arrivée à échéance entre-temps attend" in morning
    message = next(each for each in amy.direct_messages() if each.text.startswith("Bonjour"))
    assert amy.press(message, "plan.go-on").modal


def test_a_morning_that_tells_of_a_pause_does_not_say_that_anything_was_done(stage, amy, bob):
    put_post(stage, day=FRIDAY)
    pause(amy)

    stage.move_to(datetime(2026, 11, 24, 9, 1, tzinfo=UTC))

    [morning] = mornings(bob)
    assert morning.startswith("Good morning! Tuesday 24 November · the calendar is on pause\n")
