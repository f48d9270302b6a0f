"""The page's clock bar and inspector: time moved on, faults ordered, calls listed."""

import threading
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.sandbox.page.clock import next_monday


def test_the_clock_moves_on_by_an_hour_and_stays_stopped(slack, page):
    before = slack.clock.now()

    page.post("clock", do="hour")

    assert slack.clock.now() == before + timedelta(hours=1)
    assert page.state()["clock"]["stopped"] is True


def test_the_clock_runs_and_stops(slack, page):
    page.post("clock", do="run")
    running = slack.clock.is_stopped
    page.post("clock", do="stop")

    assert (running, slack.clock.is_stopped) == (False, True)


def test_the_clock_goes_to_the_next_reminder(slack, page):
    due = slack.clock.now() + timedelta(minutes=42)
    slack.clock.next_reminder = lambda: due

    page.post("clock", do="next")

    assert slack.clock.now() == due


def test_the_state_asks_for_the_next_reminder_without_holding_the_workspace(slack, page):
    heard: list[bool] = []

    def take_the_lock():
        with slack.workspace.lock:
            heard.append(True)

    def next_reminder():
        other = threading.Thread(target=take_the_lock)
        other.start()
        other.join(5)

    slack.clock.next_reminder = next_reminder

    assert page.state()["clock"]["next_reminder"] is None
    assert heard == [True]


def test_without_a_reminder_the_clock_stays(http):
    answer = http.post("/page/clock", json={"as": "UBOB", "do": "next"})

    assert (answer.status_code, answer.json()) == (409, {"error": "no reminder is planned"})


@pytest.mark.parametrize(
    ("local", "monday"),
    [
        ("2026-11-23T08:59", "2026-11-23T09:00"),
        ("2026-11-23T09:00", "2026-11-30T09:00"),
        ("2026-11-29T23:00", "2026-11-30T09:00"),
    ],
)
def test_monday_is_the_next_one_at_nine_where_the_member_is(local, monday):
    zone = ZoneInfo("Europe/Paris")

    found = next_monday(datetime.fromisoformat(local).replace(tzinfo=zone))

    assert found == datetime.fromisoformat(monday).replace(tzinfo=zone)


def test_monday_nine_keeps_its_hour_across_a_clock_change():
    saturday = datetime(2026, 10, 24, 12, 0, tzinfo=ZoneInfo("Europe/Paris"))

    assert next_monday(saturday).astimezone(UTC) == datetime(2026, 10, 26, 8, 0, tzinfo=UTC)


def test_a_fault_that_was_ordered_meets_the_next_call_and_is_then_gone(page, client):
    page.post("faults", method="auth.test", fault="500", times=1)
    ordered = page.state()["faults"]["pending"]
    page.http.post("/page/faults", json={"clear": True})

    assert ordered == [{"method": "auth.test", "faults": ["500"]}]
    assert page.state()["faults"]["pending"] == []


def test_the_inspector_gets_the_calls_it_does_not_know_yet_without_tokens(page, client):
    client.auth_test()
    known = page.http.get("/page/calls").json()["last"]
    client.chat_postMessage(channel="CSOCIAL", text="hi")

    new = page.http.get("/page/calls", params={"after": known}).json()["calls"]

    assert [(each["method"], each["verdict"]) for each in new] == [("chat.postMessage", "ok")]
    assert new[0]["args"]["text"] == "hi"
    assert "xoxb" not in page.http.get("/page/calls").text
