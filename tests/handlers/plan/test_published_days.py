"""A post that went out stands on the day on which it did, wherever a calendar shows it; an open one on its due day."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.services.plan.month import month_of
from bot.services.post.adding import facts_of
from bot.services.post.lists import PostFilter, list_posts
from handlers.views.month.canvas import canvas_markdown
from handlers.views.month.list import month_blocks
from handlers.views.post.card import card_text
from handlers.views.reminders.reviews import thread_message
from tests.conftest import MONDAY
from tests.services.post.post_builders import AMY, LUNE, a_store, at

T = Translator("en-GB", LUNE.zone)
PLANNED, LIVE = at(20), datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
FIRST = date(2026, 11, 1)
MONTHS = ("october", "november")


def late(store, post_id="P1", *, due=PLANNED, live=LIVE) -> Post:
    """Planned for Friday the 20th at ten, live on Sunday the 22nd at half past one in the afternoon."""
    post = Post(
        id=post_id,
        strategy_id=LUNE.id,
        title="Spring contest",
        platform=Platform.INSTAGRAM,
        state=PostState.PUBLISHED,
        due=due,
        published_at=live,
        owner_id=AMY.id,
    )
    with store.transaction() as tx:
        return tx.posts.put(post)


@pytest.fixture
def store():
    return a_store()


def lines_of(blocks) -> list[str]:
    return "\n".join(each["text"]["text"] for each in blocks if each["type"] == "section").splitlines()


def test_the_months_list_shows_it_on_that_day_at_that_time(store):
    late(store)
    lines = lines_of(month_blocks(T, month_of(store, LUNE, FIRST, MONDAY)))

    row = next(place for place, line in enumerate(lines) if "P1" in line)

    assert "22" in lines[row - 1]
    assert lines[row].startswith("• 13:30 · P1")


def test_the_canvas_shows_it_on_that_day_at_that_time(store):
    late(store)
    lines = canvas_markdown(T, [month_of(store, LUNE, FIRST, MONDAY)]).splitlines()

    row = next(place for place, line in enumerate(lines) if "**P1**" in line)

    assert "22" in lines[row - 1]
    assert lines[row].startswith("- 13:30 · **P1**")


def test_the_days_of_the_month_that_the_picture_draws_have_it_once_on_that_day(store):
    late(store)

    found = month_of(store, LUNE, FIRST, MONDAY)

    assert [(each.day.day, len(each.posts)) for each in found.days if each.posts] == [(22, 1)]


def test_what_went_out_in_another_month_than_planned_is_in_that_month_alone(store):
    late(store, due=Due.local(date(2026, 10, 30), time(10), LUNE.zone))

    months = [month_of(store, LUNE, each, MONDAY) for each in (date(2026, 10, 1), FIRST)]

    assert [[post.id for post in each.posts] for each in months] == [[], ["P1"]]


def test_a_list_of_days_has_it_on_the_day_it_went_out(store):
    late(store)

    def on(day):
        wanted = PostFilter(first=day, last=day)
        page = list_posts(store, strategy=LUNE, by=AMY, now=MONDAY, wanted=wanted)
        return [each.id for each in page.posts]

    assert (on(date(2026, 11, 20)), on(date(2026, 11, 22))) == ([], ["P1"])


def test_the_card_and_the_channels_message_say_when_it_went_out(store):
    post = late(store)
    facts = facts_of(store, strategy=LUNE, by=AMY, now=MONDAY, post_id="P1")

    card = card_text(T, facts, now=MONDAY)
    thread = thread_message(T, post, LUNE, owner=AMY, is_new=False)

    for said in (card, thread.text):
        assert "Sun 22 Nov 13:30" in said


def test_an_export_of_a_month_has_what_went_out_in_it(stage, bob):
    late(stage.bot.house.store, due=Due.local(date(2026, 10, 30), time(10), LUNE.zone))

    october, november = (bob.command(f"/post export ics {each} 2026", channel="CSOCIAL").text for each in MONTHS)

    assert "empty" in october
    assert "1 post " in november
