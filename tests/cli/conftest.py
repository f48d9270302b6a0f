"""A terminal whose environment names a calendar in a fresh folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import logs
from storage.tiny import TinyStore
from tests.cli.terminal import Terminal, a_calendar


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
