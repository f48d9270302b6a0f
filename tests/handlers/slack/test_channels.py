"""Whether a channel is private and who is in it, as Slack's Web API tells."""

from typing import Any

import pytest

from bot.domain.errors import GiveUp, TryLater
from bot.ports import ChannelSaid
from handlers.slack.directory import PAGES, SlackDirectory
from tests.handlers.slack.test_messenger import ScriptedClient, error

PUBLIC = {"ok": True, "channel": {"id": "C1", "is_private": False}}
PRIVATE = {"ok": True, "channel": {"id": "C1", "is_private": True}}


def page(*members: str, cursor: str = "") -> dict[str, Any]:
    return {"ok": True, "members": list(members), "response_metadata": {"next_cursor": cursor}}


def asked(**script: Any) -> tuple[SlackDirectory, ScriptedClient]:
    client = ScriptedClient(**script)
    return SlackDirectory(client), client


def test_of_a_public_channel_nobody_is_counted() -> None:
    directory, client = asked(conversations_info=PUBLIC)

    assert directory.channel("C1") == ChannelSaid(is_private=False)
    assert [name for name, _ in client.asked] == ["conversations.info"]


def test_the_members_of_a_private_one_come_from_all_pages() -> None:
    pages = [page("UAMY", "UBOB", cursor="next"), page(cursor="more"), page("UDAN")]
    directory, client = asked(conversations_info=PRIVATE, conversations_members=pages)

    assert directory.channel("C1").member_ids == {"UAMY", "UBOB", "UDAN"}
    assert [body.get("cursor") for body in client.bodies("conversations.members")] == [None, "next", "more"]


def test_pages_without_an_end_name_nobody() -> None:
    directory, client = asked(conversations_info=PRIVATE, conversations_members=page("UAMY", cursor="again"))

    assert directory.channel("C1") == ChannelSaid(is_private=True)
    assert len(client.bodies("conversations.members")) == PAGES + 1


@pytest.mark.parametrize(
    "answer",
    [error("fetch_members_failed"), error("missing_scope"), error("ratelimited", 429), error("x", 500), TimeoutError()],
)
def test_a_private_channel_whose_members_are_not_told_is_private_all_the_same(answer: Any) -> None:
    directory, _ = asked(conversations_info=PRIVATE, conversations_members=[page("UAMY", cursor="next"), answer])

    assert directory.channel("C1") == ChannelSaid(is_private=True)


@pytest.mark.parametrize("code", ["missing_scope", "channel_not_found", "access_denied"])
def test_what_slack_does_not_tell_is_given_up(code: str) -> None:
    directory, _ = asked(conversations_info=error(code))

    with pytest.raises(GiveUp, match=code):
        directory.channel("C1")


@pytest.mark.parametrize("answer", [error("ratelimited", 429), error("internal_error"), TimeoutError(), OSError()])
def test_what_slack_cannot_tell_now_is_asked_later(answer: Any) -> None:
    directory, _ = asked(conversations_info=answer)

    with pytest.raises(TryLater):
        directory.channel("C1")


def test_without_the_scope_slack_is_not_asked_again() -> None:
    directory, client = asked(conversations_info=error("missing_scope"))

    for _ in range(3):
        with pytest.raises(GiveUp, match="missing_scope"):
            directory.channel("C1")

    assert len(client.asked) == 1


def test_while_a_limit_holds_slack_is_left_alone() -> None:
    directory, client = asked(conversations_info=error("ratelimited", 429, **{"Retry-After": "60"}))

    for _ in range(3):
        with pytest.raises(TryLater):
            directory.channel("C1")

    assert len(client.asked) == 1


def test_who_waits_for_an_answer_gets_it_from_the_client_that_is_in_a_hurry() -> None:
    patient, hurried = ScriptedClient(), ScriptedClient(conversations_info=PUBLIC)

    SlackDirectory(patient, hurried=hurried).channel("C1")

    assert (len(patient.asked), len(hurried.asked)) == (0, 1)
