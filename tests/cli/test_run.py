"""`run`: what keeps it from running is one line that says what to do, before it ever says that it is connected."""

import logging
import os
import socket
import threading
from dataclasses import replace
from functools import partial

import pytest
from slack_sdk.socket_mode.builtin import SocketModeClient

from bot import connections
from bot.app import build
from bot.cli import doctor, run, slack_checks
from bot.sandbox.transport.connections import Connections
from bot.settings import Settings
from storage.memory import MemoryStore
from storage.tiny import TinyStore
from tests.cli.terminal import Said, Terminal, free_port

LOCALES = pytest.mark.parametrize("locale", ["en_CA.UTF-8", "fr_FR.UTF-8"])


@pytest.fixture
def start(terminal: Terminal, on_slack):
    """Type `run`. It ends at once where it is let in."""
    terminal.patch.setattr(run, "wait_for_signal", lambda asked: None)
    return partial(on_slack, "run")


def assert_refused(said: Said, *words: str) -> None:
    assert (said.status, said.out) == (1, "")
    assert len(said.err.splitlines()) == 1
    for each in words:
        assert each in said.err


def test_it_says_where_it_is_connected_once_slack_has_answered_with_both_tokens(start, slack):
    said = start()

    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("Parution is connected to Maison Lune. ")
    assert slack.connections.opened_count == 1


@LOCALES
def test_a_wrong_bot_token(start, slack, locale):
    said = start(SLACK_BOT_TOKEN="xoxb-wrong", locale=locale)

    assert_refused(said, "invalid_auth", "SLACK_BOT_TOKEN", "OAuth & Permissions")
    assert slack.connections.opened_count == 0


@LOCALES
def test_an_app_that_was_removed_is_to_be_installed_again(start, slack, locale):
    slack.uninstall()

    assert_refused(start(locale=locale), "account_inactive", "OAuth & Permissions")


@LOCALES
def test_a_wrong_app_token(start, locale):
    said = start(SLACK_APP_TOKEN="xapp-wrong", locale=locale)

    assert_refused(said, "invalid_auth", "SLACK_APP_TOKEN", "connections:write", "Socket Mode")


@LOCALES
def test_tokens_in_each_others_place(start, slack, locale):
    said = start(SLACK_BOT_TOKEN=slack.app_token, SLACK_APP_TOKEN=slack.bot_token, locale=locale)

    assert_refused(said, "SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "xoxb-…", "xapp-…")


@LOCALES
def test_tokens_of_two_apps(start, slack, locale):
    other = "xapp-1-A0OTHERAPP-1-secret"
    slack.core.app = replace(slack.core.app, app_token=other)

    assert_refused(start(SLACK_APP_TOKEN=other, locale=locale), "A0LOCALAPP", "A0OTHERAPP")


def test_tokens_of_the_same_app_fit(start, slack):
    own = "xapp-1-A0LOCALAPP-1-secret"
    slack.core.app = replace(slack.core.app, app_token=own)

    assert start(SLACK_APP_TOKEN=own).status == 0


@LOCALES
def test_slack_out_of_reach(start, slack, locale):
    slack.stop()

    assert_refused(start(locale=locale), "127.0.0.1", "ConnectionRefusedError", "SLACK_API_URL")


@LOCALES
@pytest.mark.parametrize("kind", ["500", "429", "drop_before"])
@pytest.mark.parametrize("method", ["auth.test", "apps.connections.open"])
def test_slack_in_trouble(start, slack, locale, method, kind):
    slack.faults.plan(method, kind)

    assert_refused(start(locale=locale), "127.0.0.1")


@LOCALES
def test_an_address_that_is_not_slacks(start, slack, locale):
    assert_refused(start(SLACK_API_URL=slack.url + "/page/static/", locale=locale), "SLACK_API_URL")


def test_socket_mode_that_is_switched_off_while_the_token_is_right(start, monkeypatch):
    goodbye = {"type": "disconnect", "reason": "link_disabled"}
    monkeypatch.setattr(Connections, "_hello", lambda self: goodbye)
    monkeypatch.setattr(SocketModeClient, "connect_to_new_endpoint", lambda self, force=False: None)

    assert_refused(start(), "link_disabled", "Settings → Socket Mode")


def test_a_line_on_which_slack_says_nothing(start, monkeypatch):
    monkeypatch.setattr(Connections, "_hello", lambda self: [])
    monkeypatch.setattr(connections.SocketConnection.wait_for_greeting, "__defaults__", (0.2,))

    assert_refused(start(), "no_hello")


def test_a_line_that_cannot_be_opened(start, monkeypatch):
    monkeypatch.setattr(connections, "socket_address", lambda client, token: f"ws://127.0.0.1:{free_port()}/link")

    assert_refused(start(), "no_connection")


@LOCALES
def test_by_http_a_port_that_another_program_has(start, locale):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])

        said = start(SLACK_APP_TOKEN="", SLACK_SIGNING_SECRET="s", PARUTION_PORT=port, locale=locale)

    assert_refused(said, port, "PARUTION_PORT")


def test_by_http_it_says_where_it_listens(start):
    port = str(free_port())

    said = start(SLACK_APP_TOKEN="", SLACK_SIGNING_SECRET="s", PARUTION_PORT=port)

    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"Parution listens on port {port} for Maison Lune; ")


def test_a_wrong_bot_token_is_found_by_http_too(start):
    said = start(SLACK_BOT_TOKEN="xoxb-wrong", SLACK_APP_TOKEN="", SLACK_SIGNING_SECRET="s", PARUTION_PORT="3000")

    assert_refused(said, "SLACK_BOT_TOKEN")


def test_what_only_harms_it_is_said_and_it_runs(start, slack):
    slack.core.app = replace(slack.core.app, scopes=slack.core.app.scopes - {"im:write"})

    said = start()

    assert said.status == 0
    assert "im:write" in said.err
    assert "connected" in said.out


def test_after_a_refusal_nothing_of_it_is_left(start, terminal):
    before = threading.active_count()

    start(SLACK_APP_TOKEN="xapp-wrong")

    assert threading.active_count() == before
    TinyStore(terminal.path).close()


def test_no_token_is_ever_said(start, slack, caplog):
    with caplog.at_level(logging.DEBUG, "bot"):
        for wrong in ({"SLACK_BOT_TOKEN": "xoxb-wrong-1"}, {"SLACK_APP_TOKEN": "xapp-wrong-1"}):
            said = start(**wrong)
            for secret in (slack.bot_token, slack.app_token, *wrong.values()):
                assert secret not in said.out + said.err


# --- what Bolt would read by itself


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment with all that stands in a Slack app's Basic Information."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    for name in ("CLIENT_ID", "CLIENT_SECRET", "SIGNING_SECRET", "VERIFICATION_TOKEN"):
        monkeypatch.setenv(f"SLACK_{name}", "of-the-same-app")


SETTINGS = Settings(bot_token="xoxb-1", signing_secret="s", port=1)


@pytest.mark.usefixtures("crowded")
def test_no_start_begins_with_a_warning(caplog):
    build(SETTINGS, store=MemoryStore())
    doctor.registered_listeners(SETTINGS, slack_checks.slack_client(SETTINGS), MemoryStore())

    assert caplog.messages == []


@pytest.mark.usefixtures("crowded")
def test_an_apps_id_and_secret_in_the_environment_change_nothing(slack, start):
    bot = build(SETTINGS, store=MemoryStore())

    assert bot.app.oauth_flow is None
    assert start().status == 0


@pytest.mark.usefixtures("crowded")
def test_the_environment_is_as_it_was():
    before = dict(os.environ)

    build(SETTINGS, store=MemoryStore())

    assert dict(os.environ) == before
