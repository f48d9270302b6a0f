"""Who is in a channel by name: asked seldom, kept in memory, silent where Slack is."""

from datetime import UTC, datetime, timedelta

from bot.domain.errors import GiveUp
from bot.domain.members import Member
from handlers.slack.directory import SlackDirectory
from handlers.slack.roster import KNOWN_FOR, SILENT_FOR, ChannelMembers
from tests.handlers.slack.test_messenger import ScriptedClient

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
AMY = Member(id="UAMY", name="Amy")


class Slack:
    def __init__(self) -> None:
        self.asked = 0
        self.is_silent = False

    def __call__(self, channel_id: str) -> list[Member]:
        self.asked += 1
        if self.is_silent:
            raise GiveUp("missing_scope")
        return [AMY, Member(id="UBOT", name="Bot", is_bot=True), Member(id="UGUEST", name="Guest", is_guest=True)]


def test_those_who_can_be_told_something_are_named_once_in_a_while():
    slack = Slack()
    roster = ChannelMembers(slack)

    assert roster.of("C1", now=NOW) == (AMY,)
    assert roster.of("C1", now=NOW + KNOWN_FOR - timedelta(seconds=1)) == (AMY,)
    assert slack.asked == 1
    roster.of("C1", now=NOW + KNOWN_FOR)
    assert slack.asked == 2


def test_whoever_comes_is_asked_for():
    slack = Slack()
    roster = ChannelMembers(slack)
    roster.of("C1", now=NOW)

    roster.doubt("C1")
    roster.of("C1", now=NOW)

    assert slack.asked == 2


def test_a_silent_slack_is_left_alone_for_a_minute_and_those_it_named_before_stay():
    slack = Slack()
    roster = ChannelMembers(slack)
    roster.of("C1", now=NOW)
    slack.is_silent = True
    later = NOW + KNOWN_FOR

    assert roster.of("C1", now=later) == (AMY,)
    assert roster.of("C1", now=later) == (AMY,)
    assert slack.asked == 2
    roster.of("C1", now=later + SILENT_FOR)
    assert slack.asked == 3


def test_after_the_clock_was_set_back_it_is_asked_again():
    slack = Slack()
    roster = ChannelMembers(slack)
    roster.of("C1", now=NOW)

    roster.of("C1", now=NOW - timedelta(days=1))

    assert slack.asked == 2


def user(user_id: str, name: str) -> dict[str, object]:
    return {"id": user_id, "name": name.lower(), "real_name": name, "tz": "Europe/London", "profile": {}}


def test_of_the_workspace_only_those_of_the_channel_are_named():
    client = ScriptedClient(
        conversations_members={"ok": True, "members": ["U1", "U3"]},
        users_list=[
            {"ok": True, "members": [user("U1", "Ann"), user("U2", "Ben")], "response_metadata": {"next_cursor": "n"}},
            {"ok": True, "members": [user("U3", "Cay")]},
        ],
    )

    assert [each.name for each in SlackDirectory(client).people_in("C1", now=NOW)] == ["Ann", "Cay"]


def test_in_a_very_large_workspace_the_rest_are_looked_up_one_by_one():
    page = {"ok": True, "members": [user("U2", "Ben")], "response_metadata": {"next_cursor": "n"}}
    client = ScriptedClient(
        conversations_members={"ok": True, "members": ["U1"]},
        users_list=page,
        users_info={"ok": True, "user": user("U1", "Ann")},
    )

    assert [each.name for each in SlackDirectory(client).people_in("C1", now=NOW)] == ["Ann"]
