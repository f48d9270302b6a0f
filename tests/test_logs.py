"""Whatever the log is told to say, it holds no text of anybody, no token and no address to answer to."""

import logging
from collections.abc import Iterator

import httpx
import pytest

from bot import logs
from bot.app import build
from bot.cli.sample import found_team
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack, Mode
from bot.settings import Settings
from storage.memory import MemoryStore
from tests.conftest import MANIFEST, MONDAY, UNHURRIED
from tests.e2e.living import free_port

LEVELS = ("DEBUG", "INFO", "WARNING")
TOLD = "quince4711"
"""In everything that is typed here."""


@pytest.fixture(autouse=True)
def log_as_before() -> Iterator[None]:
    root = logging.getLogger()
    before = (root.level, list(root.handlers), {name: logging.getLogger(name).level for name in logs.NOISY})
    yield
    root.handlers[:] = before[1]
    root.setLevel(before[0])
    for name, level in before[2].items():
        logging.getLogger(name).setLevel(level)


def settings_for(slack: LocalSlack) -> Settings:
    if slack.mode == "socket":
        return Settings(bot_token=slack.bot_token, app_token=slack.app_token, api_url=slack.api_url)
    secret, port = slack.signing_secret, free_port()
    return Settings(bot_token=slack.bot_token, signing_secret=secret, port=port, api_url=slack.api_url)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("mode", ["socket", "http"])
def test_nothing_that_was_typed_and_nothing_secret_is_logged(capsys, level: str, mode: Mode):
    clock = SandboxClock(stopped_at=MONDAY)
    with LocalSlack(manifest=MANIFEST, clock=clock, mode=mode, ack_seconds=UNHURRIED) as slack:
        logs.configure(level)
        bot = build(settings_for(slack), clock=clock, store=MemoryStore())
        bot.start(ticking=False)
        if mode == "http":
            slack.listen_at(f"http://127.0.0.1:{bot.settings.port}/slack/events")
        else:
            slack.wait_for_app()
        found_team(bot.house, MONDAY, with_posts=False)
        _live(slack)
        bot.tick()
        if mode == "http":
            _send_unsigned(slack, bot.settings.port)
        bot.stop()

    said = capsys.readouterr().err
    assert TOLD not in said
    for secret in (slack.bot_token, slack.app_token, slack.signing_secret, slack.app.verification_token):
        assert secret not in said
    assert "/commands/" not in said
    assert "%2Fcommands%2F" not in said
    assert ("INFO" in said) <= (level != "WARNING")


def _live(slack: LocalSlack) -> None:
    bob = slack.hand("UBOB")
    added = bob.command(f'/post add "{TOLD}" on instagram tomorrow 10:00', channel="CSOCIAL")
    assert TOLD in added.messages[-1].text
    bob.command(f"/post {TOLD}", channel="CSOCIAL")
    bob.say(TOLD, channel=slack.workspace.direct_channel("UBOB").id)
    form = bob.command("/post add", channel="CSOCIAL")
    assert form.modal
    bob.submit({"title": TOLD})


def _send_unsigned(slack: LocalSlack, port: int) -> None:
    """As Slack sends it, but with a signature that is wrong: it was logged whole."""
    hook = f"https://hooks.slack.com/commands/T1/{TOLD}"
    sent = {"command": "/post", "text": TOLD, "response_url": hook, "token": slack.app.verification_token}
    strange = {"X-Slack-Request-Timestamp": "1795438800", "X-Slack-Signature": "v0=00"}
    assert httpx.post(f"http://127.0.0.1:{port}/slack/events", data=sent, headers=strange).status_code == 401


def test_a_log_that_says_less_than_warnings_stays_so_for_others_too():
    logs.configure("ERROR")

    assert logs.bolt_logger().level == logging.ERROR
    assert logging.getLogger("slack_sdk").level == logging.ERROR
