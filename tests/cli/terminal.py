"""The command line as somebody types it, on a calendar of their own, in this process."""

import socket
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main
from bot.domain.strategy import Strategy
from storage.tiny import TinyStore
from tests.storage.store_samples import NOON, a_post


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    status: int
    out: str
    err: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """*path* is where the calendar is, or will be."""

    path: Path
    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    def __call__(self, *words: Any, locale: str = "en_CA.UTF-8") -> Said:
        self.patch.setenv("LC_ALL", locale)
        status = main([str(word) for word in words])
        out, err = self.capture.readouterr()
        return Said(status=status, out=out.replace("\u00a0", " "), err=err.replace("\u00a0", " "))

    def written(self, write: Callable[[Any], object]) -> None:
        """Have *write* fill the calendar in one transaction, as a bot that is stopped again."""
        store = TinyStore(self.path)
        try:
            with store.transaction() as tx:
                write(tx)
        finally:
            store.close()

    def read(self, look: Callable[[Any], Any]) -> Any:
        store = TinyStore(self.path)
        try:
            with store.transaction() as tx:
                return look(tx)
        finally:
            store.close()


def a_calendar(tx: Any, *numbers: int) -> None:
    tx.strategies.put(Strategy(id="S1", name="Maison Lune", channel_id="C1", zone="UTC", manager_id="U1"))
    tx.next_number("strategy")
    for number in numbers or (1, 2):
        tx.posts.put(a_post(number, due_at=NOON))
        tx.next_number("post")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def faults(said: Said) -> list[str]:
    """What the doctor calls a problem, in English."""
    return [line for line in said.out.splitlines() if line.startswith("PROBLEM ")]


def notes(said: Said) -> list[str]:
    return [line for line in said.out.splitlines() if line.startswith("note ")]
