"""The directory over Slack's Web API: who is who, and who wants to be left alone."""

from datetime import timedelta
from typing import Any

import pytest

from bot.domain.errors import TryLater
from handlers.slack.directory import SlackDirectory
from tests.handlers.slack.test_messenger import NOW, ScriptedClient, error

AMY = {
    "id": "UAMY",
    "name": "amy",
    "real_name": "Amy Roy",
    "profile": {"display_name": "Amy"},
    "tz": "America/Toronto",
    "locale": "fr-CA",
}


def test_a_member_has_the_zone_language_and_country_slack_knows() -> None:
    directory = SlackDirectory(ScriptedClient(users_info={"ok": True, "user": AMY}))

    member = directory.member("UAMY")

    assert member is not None
    assert (member.name, member.zone, member.locale, member.country) == ("Amy", "America/Toronto", "fr-CA", "CA")
    assert member.can_be_messaged


@pytest.mark.parametrize(
    ("flags", "expected"),
    [({"deleted": True}, "is_active"), ({"is_ultra_restricted": True}, "is_guest"), ({"is_bot": True}, "is_bot")],
)
def test_slack_says_who_cannot_be_messaged(flags: dict[str, bool], expected: str) -> None:
    directory = SlackDirectory(ScriptedClient(users_info={"ok": True, "user": {**AMY, **flags}}))

    member = directory.member("UAMY")

    assert member is not None
    assert getattr(member, expected) is (expected != "is_active")
    assert not member.can_be_messaged


def test_somebody_slack_does_not_know_is_nobody() -> None:
    assert SlackDirectory(ScriptedClient(users_info=error("user_not_found"))).member("UX") is None


def test_a_directory_that_does_not_answer_is_no_stranger() -> None:
    with pytest.raises(TryLater):
        SlackDirectory(ScriptedClient(users_info=TimeoutError())).member("UX")


def a_silence(start: int, end: int, *, enabled: bool = True) -> dict[str, Any]:
    at = int(NOW.timestamp())
    return {"dnd_enabled": enabled, "next_dnd_start_ts": at + start, "next_dnd_end_ts": at + end}


def test_quiet_are_those_whose_silence_is_now() -> None:
    users = {"UA": a_silence(-60, 3600), "UB": a_silence(60, 3600), "UC": a_silence(-60, 60, enabled=False)}
    directory = SlackDirectory(ScriptedClient(dnd_teamInfo={"ok": True, "users": users}))

    assert directory.quiet_until(["UA", "UB", "UC"], now=NOW) == {"UA": NOW + timedelta(hours=1)}


def test_fifty_members_are_asked_about_in_one_call() -> None:
    client = ScriptedClient(dnd_teamInfo={"ok": True, "users": {}})

    SlackDirectory(client).quiet_until([f"U{n}" for n in range(120)], now=NOW)

    assert [len(body["users"].split(",")) for body in client.bodies("dnd.teamInfo")] == [50, 50, 20]


def test_without_the_scope_nobody_is_quiet_and_nobody_is_asked_again() -> None:
    client = ScriptedClient(dnd_teamInfo=error("missing_scope"))
    directory = SlackDirectory(client)

    assert directory.quiet_until(["UA"], now=NOW) == {}
    assert directory.quiet_until(["UA"], now=NOW) == {}
    assert len(client.asked) == 1
