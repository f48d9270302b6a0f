"""A terminal whose environment names a calendar in a fresh folder."""

from pathlib import Path

import pytest

from bot import logs
from tests.cli.terminal import Terminal


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    path = tmp_path / "parution.json"
    monkeypatch.setenv("PARUTION_STORE", f"tinydb://{path}")
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr(logs, "configure", lambda level: None)  # pytest's own handlers stay
    return Terminal(path=path, capture=capsys, patch=monkeypatch)
