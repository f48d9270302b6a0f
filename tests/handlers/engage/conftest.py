"""A team whose calendar is a file, with its journal and its backups: what is forgotten is looked for there."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import build
from bot.cli.sample import found_team
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from storage import open_store
from tests.conftest import MANIFEST, MONDAY, UNHURRIED, Stage, settings_of


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Stage]:
    clock = SandboxClock(stopped_at=MONDAY)
    with LocalSlack(manifest=MANIFEST, clock=clock, ack_seconds=UNHURRIED) as slack:
        bot = build(settings_of(slack), clock=clock, store=open_store(f"tinydb:///{tmp_path / 'team.json'}"))
        bot.start(ticking=False)
        slack.wait_for_app()
        strategy = found_team(bot.house, MONDAY, with_posts=False)
        yield Stage(slack=slack, bot=bot, strategy=strategy)
        bot.stop()
