"""The canvas of the channel that follows the month: asked for, kept, and let go."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.sandbox.web_api.canvases import FILETYPE
from handlers.views.month.canvas import canvas_markdown, plainly
from tests.handlers import months
from tests.handlers.posting import SOCIAL

ZONE = "America/Montreal"


def planned(stage, day, title="Advent") -> None:
    with stage.bot.house.store.transaction() as tx:
        number = tx.next_number("post")
        due = Due.local(date(2026, 12, day), time(10), ZONE)
        tx.posts.put(
            Post(id=f"P{number}", strategy_id=stage.strategy.id, title=title, platform=Platform.INSTAGRAM, due=due)
        )


def canvases(stage):
    return [each for each in stage.slack.workspace.files.values() if each.filetype == FILETYPE and not each.deleted]


def pressed(hand):
    message = hand.command("/parution calendrier", channel=SOCIAL).messages[-1]
    return hand.press(message, "calendar.canvas").text


def test_a_canvas_of_the_channel_shows_this_month_and_the_next_in_the_channels_language(stage, amy):
    planned(stage, 3)

    said = pressed(amy)

    [canvas] = canvases(stage)
    words = canvas.content.decode()
    assert canvas.channels == (SOCIAL,)
    assert "canevas" in said
    assert "# November 2026" in words
    assert "# December 2026" in words
    assert "**P1** Advent" in words


def test_a_public_holiday_and_its_sort_stand_beside_its_day(stage, amy):
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), country="CA"))

    pressed(amy)

    assert "Christmas Day (public holiday)" in canvases(stage)[0].content.decode()


def test_it_follows_what_changes_at_the_next_tick_and_is_left_alone_otherwise(stage, amy):
    pressed(amy)
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=2))
    before = canvases(stage)[0].content
    planned(stage, 4, title="Second candle")

    stage.move_to(stage.slack.clock.now() + timedelta(minutes=2))

    [canvas] = canvases(stage)
    assert "Second candle" not in before.decode()
    assert "Second candle" in canvas.content.decode()


def test_pressed_again_the_canvas_stays_and_follows_no_longer(stage, amy):
    pressed(amy)

    said = pressed(amy)
    planned(stage, 4, title="Second candle")
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=2))

    assert "ne suit plus" in said
    assert "Second candle" not in canvases(stage)[0].content.decode()


def test_where_the_channel_has_a_canvas_already_ours_becomes_a_tab_beside_it(stage, amy):
    stage.bot.app.client.api_call("conversations.canvases.create", json={"channel_id": SOCIAL, "title": "Theirs"})

    pressed(amy)

    assert [each.title == "Theirs" for each in canvases(stage)] == [True, False]


def test_a_canvas_that_somebody_deleted_is_let_go(stage, amy):
    pressed(amy)
    stage.bot.app.client.files_delete(file=canvases(stage)[0].id)
    planned(stage, 4)

    stage.move_to(stage.slack.clock.now() + timedelta(minutes=2))
    stage.move_to(stage.slack.clock.now() + timedelta(minutes=2))

    with stage.bot.house.store.transaction() as tx:
        assert tx.notes.find("canvas:S1") is None
    assert canvases(stage) == []


def test_nothing_that_somebody_typed_is_a_mark_in_the_canvas():
    assert plainly("# [x](https://e.example) ![](@UEVIL) <!channel>\n*b*") == (
        "\\# \\[x\\]\\(https://e.example\\) \\!\\[\\]\\(\\@UEVIL\\) \\<\\!channel\\> \\*b\\*"
    )


@pytest.mark.parametrize("locale", ["en-CA", "fr-CA"])
def test_the_fullest_month_stays_far_below_what_a_canvas_holds(locale):
    t = Translator(locale, ZONE)

    said = canvas_markdown(t, [months.full(locale), months.crowded(locale)])

    assert len(said) < 100_000
    assert said.count("**P") == 100
