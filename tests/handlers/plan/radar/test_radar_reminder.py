"""The radar of the next month, which comes to the manager on the 25th or the first day after that they work."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import DeliveryState
from tests.builders import put_post
from tests.handlers.posting import SOCIAL, last, shown

TEN = datetime(2026, 11, 25, 15, tzinfo=UTC)


def radars(stage):
    with stage.bot.house.store.transaction() as tx:
        return [each for each in tx.deliveries.all() if each.kind is ReminderKind.RADAR]


def test_on_the_25th_the_manager_reads_what_the_next_month_lacks_once(stage, amy):
    put_post(stage, owner_id=None)

    stage.move_to(TEN)
    stage.move_to(TEN.replace(day=26))

    [sent] = radars(stage)
    assert (sent.recipient_id, sent.subject, sent.state) == ("UAMY", "2026-12", DeliveryState.SENT)
    message = next(each for each in amy.direct_messages() if "décembre 2026" in each.text)
    assert "Sans responsable" in shown(message)


def test_its_buttons_work_from_the_direct_message(stage, amy):
    stage.move_to(TEN)
    message = next(each for each in amy.direct_messages() if "décembre 2026" in each.text)

    answer = amy.press(message, "plan.check.after")

    assert "janvier 2027" in last(answer).text


def test_a_manager_who_turned_it_off_gets_none(stage):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UAMY"), muted=frozenset({ReminderKind.RADAR})))

    stage.move_to(TEN)

    assert radars(stage) == []


@pytest.mark.parametrize(("away", "comes"), [("25/11..7/12", 8), ("25/11..30/11", 1)])
def test_a_manager_who_is_away_until_the_end_of_the_month_reads_it_when_they_are_back(stage, amy, away, comes):
    put_post(stage, owner_id=None)
    amy.command(f"/checkin away {away}", channel=SOCIAL)

    for day in (25, 26, 27, 30):
        stage.move_to(TEN.replace(day=day))
    before = radars(stage)
    for day in range(1, 11):
        stage.move_to(TEN.replace(month=12, day=day))

    [sent] = radars(stage)
    assert before == []
    assert (sent.subject, sent.state, sent.owed_at.day) == ("2026-12", DeliveryState.SENT, comes)


@pytest.mark.parametrize("manager", ["", "UGUEST"])
def test_where_nobody_can_be_told_as_manager_who_owns_a_platform_reads_it_and_why(stage, manager):
    put_post(stage, owner_id=None)
    guest = stage.bot.house.directory.member("UGUEST")
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(guest)
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), manager_id=manager))

    stage.move_to(TEN)

    assert [each.recipient_id for each in radars(stage)] == ["UCHLOE"]
    told = stage.slack.hand("UCHLOE").direct_messages()
    [message] = [each for each in told if "Ce message vous revient parce que" in shown(each)]
    begins_with = ["header", "section", "context", "context", "divider"]  # the reason stands before the small print
    assert [each["type"] for each in message.blocks[:5]] == begins_with


def test_who_left_before_the_25th_leaves_the_radar_to_another(stage):
    put_post(stage, owner_id=None)
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UAMY"), is_active=False))

    stage.move_to(TEN)

    assert [each.recipient_id for each in radars(stage)] == ["UCHLOE"]


def test_what_the_week_lacks_leads_from_the_morning_to_the_radar(stage, amy):
    put_post(stage, day=date(2026, 12, 1))
    stage.move_to(datetime(2026, 11, 29, 15, tzinfo=UTC))
    stage.move_to(datetime(2026, 11, 30, 15, tzinfo=UTC))
    morning = next(each for each in amy.direct_messages() if "À régler cette semaine" in shown(each))

    answer = amy.press(morning, "plan.check")

    assert "novembre 2026" in last(answer).text
