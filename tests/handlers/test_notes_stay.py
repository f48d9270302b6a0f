"""Notes are for whoever works on a post: nothing that leaves the calendar or that people publish from has them."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.plan_parts import ExportLayout, Plan
from bot.domain.posts import Post, PostState
from bot.i18n import Translator
from bot.services.exchange.formats.icalendar import calendar_ics
from bot.services.exchange.layouts import exported
from tests.builders import add_post_on
from tests.conftest import MONDAY
from tests.handlers.posting import LINK, SOCIAL, due_in, last, posts, shown

NOTES = "Bring the ladder"


@pytest.fixture
def noted(stage) -> Post:
    """Due tomorrow at one, with a thread of its own in the channel."""
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, plan=replace(Plan(), thread_per_post=True)))
    return add_post_on(stage, text="Come by", notes=NOTES, due=due_in(days=1))


def everything_written(stage) -> str:
    """Every message that lies anywhere, without what Bob's own commands show him alone."""
    found = [each for user in ("UBOB", "UAMY") for each in stage.slack.hand(user).direct_messages()]
    found += stage.slack.hand("UAMY").messages(SOCIAL)
    return json.dumps([[each.text, each.blocks] for each in found], ensure_ascii=False)


def test_no_reminder_thread_agenda_or_digest_has_them(stage, bob, noted):
    stage.move_to(MONDAY + timedelta(days=1, minutes=1))
    written = everything_written(stage)
    bob.command(f"/post done P1 {LINK}", channel=SOCIAL)
    stage.move_to(MONDAY + timedelta(days=8))

    written += everything_written(stage)

    assert "Come by" in written
    assert NOTES not in written
    assert NOTES in shown(last(bob.command("/post show P1", channel=SOCIAL)))


@pytest.mark.parametrize("layout", ExportLayout)
def test_no_file_for_another_tool_has_them(stage, noted, layout):
    approved = replace(noted, state=PostState.APPROVED)

    files = exported([approved], stage.strategy, layout, now=MONDAY).files

    assert "Come by" in files[0].content.decode()
    assert NOTES not in files[0].content.decode()


def test_no_calendar_program_gets_them(stage, noted):
    content = calendar_ics([noted], stage.strategy, Translator("en-US", "UTC"), now=MONDAY).decode()

    assert "Come by" in content
    assert NOTES not in content


def test_a_copy_for_another_platform_begins_without_them(stage, bob, noted):
    bob.command("/post copy P1 to facebook", channel=SOCIAL)

    assert [each.notes for each in posts(stage)] == [NOTES, ""]
