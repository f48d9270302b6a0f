"""The bot on a local Slack: every end-to-end test gets the same house on a clock that stands still."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from slack_bolt.listener.custom_listener import CustomListener

from bot.app import Bot, build
from bot.cli.demo import step
from bot.cli.sample import found_team
from bot.clock import use_pinned_zones
from bot.domain.strategy import Strategy
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from bot.settings import Settings
from handlers import listening
from tests.literal import assert_rendered_everywhere
from tests.speech import assert_spoken
from tests.watching import WatchedStore, calls_to_slack

if TYPE_CHECKING:
    from playwright.sync_api import Browser

use_pinned_zones()  # for what is asked before any bot is built
settings.register_profile("same", deadline=None, derandomize=True, database=None)
settings.register_profile("new", deadline=None, derandomize=False, database=None, print_blob=True, max_examples=500)
settings.load_profile(os.environ.get("PARUTION_EXAMPLES", "same"))  # new ones in `make torture` only

ROOT = Path(__file__).resolve().parent.parent
MANIFEST = ROOT / "manifest.yml"
SHARED = ROOT.parent / "shared"
UNHURRIED = 30.0
"""Seconds in which an answer counts: how long it takes is measured by the bench, and a busy machine decides no test."""

listening.PATIENCE = 0.8 * UNHURRIED  # nor does it make an answer come after its acknowledgement
CustomListener.ack_timeout = property(lambda listener: UNHURRIED, lambda listener, seconds: None)  # Bolt's are three

MONDAY = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)  # 08:00 in Toronto, 14:00 in Paris


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A bot on a local Slack with the sample team and an empty calendar."""

    slack: LocalSlack
    bot: Bot
    strategy: Strategy

    def move_to(self, moment: datetime) -> None:
        """Let time pass, tick by tick."""
        step(self.bot, self.slack.clock, moment)


def settings_of(slack: LocalSlack) -> Settings:
    return Settings(bot_token=slack.bot_token, app_token=slack.app_token, api_url=slack.api_url)


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    from tests.browsing import launched  # with Playwright, which most tests do without

    with launched() as opened:
        yield opened


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    with LocalSlack(manifest=MANIFEST, clock=SandboxClock(stopped_at=MONDAY), ack_seconds=UNHURRIED) as local:
        yield local


@pytest.fixture
def stage(slack: LocalSlack) -> Iterator[Stage]:
    store = WatchedStore()
    with calls_to_slack(store) as called_inside:
        bot = build(settings_of(slack), clock=slack.clock, store=store)
        bot.start(ticking=False)
        slack.wait_for_app()
        yield Stage(slack=slack, bot=bot, strategy=found_team(bot.house, MONDAY, with_posts=False))
        bot.stop()
    assert called_inside == [], "Slack was called inside of a transaction"
    assert_spoken(slack.workspace)
    assert_rendered_everywhere(slack.workspace)
