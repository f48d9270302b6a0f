"""`doctor` on how Slack reaches the bot: Socket Mode or HTTP, and what is in the way."""

from collections.abc import Iterator

import pytest

from bot.app import build
from bot.sandbox.server import LocalSlack
from bot.settings import Settings
from storage.memory import MemoryStore
from tests.cli.terminal import faults, free_port, notes


def test_http_mode_needs_no_app_token(slack, examine):
    said = examine(SLACK_APP_TOKEN="", SLACK_SIGNING_SECRET="s", PARUTION_PORT=str(free_port()))

    assert (said.status, faults(said)) == (0, [])
    assert "Socket Mode:" not in said.out
    assert "the bot isn't running" in notes(said)[0]
    assert "parution manifest --url https://… prints a manifest with both" in notes(said)[0]


@pytest.fixture
def by_http(slack: LocalSlack) -> Iterator[Settings]:
    """A bot that runs by HTTP."""
    settings = Settings(
        bot_token=slack.bot_token, signing_secret=slack.signing_secret, port=free_port(), api_url=slack.api_url
    )
    bot = build(settings, store=MemoryStore())
    bot.start(ticking=False)
    yield settings
    bot.stop()


def test_in_http_mode_the_bot_that_runs_is_asked_as_slack_asks_it(by_http, examine):
    known = {"SLACK_APP_TOKEN": "", "PARUTION_PORT": str(by_http.port)}

    right = examine(SLACK_SIGNING_SECRET=by_http.signing_secret, **known)
    wrong = examine(SLACK_SIGNING_SECRET="another", **known)

    assert (right.status, faults(right)) == (0, [])
    assert f"HTTP: the bot answers Slack's challenge on port {by_http.port}" in right.out
    assert wrong.status == 1
    assert "SLACK_SIGNING_SECRET" in faults(wrong)[0]


def test_in_http_mode_another_program_on_the_port_is_a_fault(slack, examine):
    said = examine(SLACK_APP_TOKEN="", SLACK_SIGNING_SECRET="s", PARUTION_PORT=slack.url.rpartition(":")[2])

    assert said.status == 1
    assert "another program" in faults(said)[0]


def test_in_socket_mode_it_says_so(examine):
    said = examine()

    assert "ok Socket Mode: " in said.out
    assert "HTTP:" not in said.out


def test_a_port_that_is_not_used_beside_an_app_token_is_noted(examine):
    said = examine(PARUTION_PORT="3000", SLACK_SIGNING_SECRET="s")

    assert said.status == 0
    assert any("PARUTION_PORT (3000)" in each for each in notes(said))
