"""The calendar as a file that goes out, and what is said where Slack takes or gives none."""

import pytest

from bot.app import build
from bot.cli.sample import found_team
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Upload
from storage.memory import MemoryStore
from tests.conftest import MANIFEST, MONDAY, settings_of
from tests.handlers.exchange.test_files import answer_to, csv, words_of
from tests.handlers.posting import SOCIAL, posts


def test_the_calendar_comes_as_a_file_that_imports_without_a_change(stage, bob):
    bob.press(answer_to(bob, csv()), "import.confirm")
    before = posts(stage)

    answer = bob.command("/post export", channel=SOCIAL)

    sent = bob.wait_for(lambda: [each for each in bob.direct_messages() if each.files and each.bot_id])[-1].files[0]
    assert sent.name == "S1-2026-11-23.csv"
    assert "in our direct message" in answer.text
    again = answer_to(bob, Upload(name=sent.name, content=sent.content))
    assert "nothing to import" in words_of(again)
    assert posts(stage) == before


def test_the_button_of_the_help_exports_as_well(stage, bob):
    answer = bob.command("/post import", channel=SOCIAL)

    bob.press(answer.messages[0], "import.export")

    assert bob.wait_for(lambda: [each for each in bob.direct_messages() if each.files])


@pytest.mark.parametrize("kind", ["500", "429", "drop_before"])
def test_while_slack_takes_no_files_the_export_can_be_tried_again(stage, bob, kind):
    stage.slack.faults.plan("files.getUploadURLExternal", kind)

    answer = bob.command("/post export", channel=SOCIAL)

    assert "in a minute" in answer.text
    assert "in our direct message, as a file" in bob.command("/post export", channel=SOCIAL).text


@pytest.mark.parametrize("kind", ["500", "drop_before"])
def test_a_download_that_fails_asks_for_the_file_again(stage, bob, kind):
    stage.slack.faults.plan("download", kind)

    assert "Send it again" in answer_to(bob, csv()).text


# --- without the optional scopes


@pytest.fixture
def poor():
    """A bot whose admin granted only what is required."""
    clock = SandboxClock(stopped_at=MONDAY)
    with LocalSlack(manifest=MANIFEST, clock=clock, optional_scopes=False) as slack:
        bot = build(settings_of(slack), clock=slack.clock, store=MemoryStore())
        bot.start(ticking=False)
        slack.wait_for_app()
        found_team(bot.house, MONDAY, with_posts=False)
        yield slack
        bot.stop()


def test_without_the_scope_a_dropped_file_says_which_one_is_missing(poor):
    assert "files:read" in answer_to(poor.hand("UBOB"), csv()).text


def test_without_the_scope_an_export_says_which_one_is_missing(poor):
    assert "files:write" in poor.hand("UBOB").command("/post export", channel=SOCIAL).text
