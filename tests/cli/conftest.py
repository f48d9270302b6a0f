"""A terminal whose environment names a calendar in a fresh folder."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from bot import logs
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from storage.tiny import TinyStore
from tests.cli.terminal import Said, Terminal, a_calendar
from tests.conftest import MANIFEST, MONDAY


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    path = tmp_path / "parution.json"
    monkeypatch.setenv("PARUTION_STORE", f"tinydb://{path}")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr(logs, "configure", lambda level: None)  # pytest's own handlers stay
    return Terminal(path=path, capture=capsys, patch=monkeypatch)


@pytest.fixture
def running(terminal: Terminal) -> Iterator[TinyStore]:
    """The store of a bot that runs, with two posts."""
    store = TinyStore(terminal.path)
    with store.transaction() as tx:
        a_calendar(tx)
    yield store
    store.close()


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack(manifest=MANIFEST, clock=SandboxClock(stopped_at=MONDAY)) as local:
        yield local


@pytest.fixture
def on_slack(terminal: Terminal, slack: LocalSlack):
    """Type a command with the settings of the local Slack, some of them changed if wanted."""

    def typed(command: str, *, locale: str = "en_CA.UTF-8", **changed: str) -> Said:
        known = {
            "SLACK_API_URL": slack.api_url,
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "SLACK_SIGNING_SECRET": "",
            "PARUTION_PORT": "",
        }
        for name, value in {**known, **changed}.items():
            terminal.patch.setenv(name, value)
        return terminal(command, locale=locale)

    return typed


@pytest.fixture
def examine(on_slack):
    return partial(on_slack, "doctor")
