"""The checklist on a post's card: done, made into posts; at its longest."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.moments import Due
from bot.domain.post.checklists import checklist_of
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform
from bot.i18n import Translator
from bot.sandbox.limits import check_message
from handlers.views.kit import button
from handlers.views.post.steps import made_cancelled_question, made_moved_question, made_title, step_rows
from tests.handlers.posting import SOCIAL, a_reminder, post, shown


def test_a_contest_shows_its_steps_and_each_is_done_or_made_from_the_card(stage):
    bob = stage.slack.hand("UBOB")
    card = bob.command('/post add "Tea story" on linkedin by me 15/12 10:00 kind contest', channel=SOCIAL).messages[-1]

    done = bob.press(card, "post.step-done:P1|0").messages[-1]
    made = bob.press(done, "post.step-make:P1|4").messages[-1]

    assert "Publish the rules · Tue 8 Dec" in shown(card)
    assert "Done: Publish the rules (<@UBOB>)" in shown(done)
    assert "needs a text of its own" in shown(made)
    assert (post(stage, "P2").title, post(stage, "P2").due.wall) == ("Winner post: Tea story", "2026-12-26T10:00")
    assert "Winner post is P2" in shown(bob.command("/post show P1", channel=SOCIAL).messages[-1])


def test_a_step_that_should_be_done_by_now_is_for_today_and_said_when_the_contest_is_added(stage, bob):
    answer = bob.command('/post add "Tea story" on linkedin by me 27/11 10:00 kind contest', channel=SOCIAL)

    steps = {each.key: each.day for each in post(stage).checklist}
    assert (steps["rules"], steps["start"]) == (date(2026, 11, 23), date(2026, 11, 27))
    assert "A step should have been done by now, so it is for today: Publish the rules" in answer.text


def test_moved_earlier_two_steps_of_a_promotion_are_for_today_and_said(stage, bob):
    bob.command('/post add "Tea week" on linkedin by me 20/12 18:00 kind promotion', channel=SOCIAL)

    answer = bob.command("/post move P1 24/11 18:00", channel=SOCIAL)

    assert {each.day for each in post(stage).checklist[:2]} == {date(2026, 11, 23)}
    assert "for today: Write the terms; Check prices and stock" in answer.text


def test_where_there_is_time_for_every_step_nothing_is_said(stage, bob):
    answer = bob.command('/post add "Tea story" on linkedin by me 15/12 10:00 kind contest', channel=SOCIAL)

    assert "should have been done" not in answer.text


def test_a_reminder_of_todays_event_is_not_put_beside_the_event(stage, bob):
    bob.command('/post add "Tasting" on instagram by me today 18:00 kind event', channel=SOCIAL)
    place = next(at for at, each in enumerate(post(stage).checklist) if each.key == "reminder")

    bob.press(bob.command("/post show P1", channel=SOCIAL).messages[-1], f"post.step-make:P1|{place}")

    assert (post(stage).checklist[place].day, post(stage, "P2").due) == (date(2026, 11, 23), None)


@pytest.mark.parametrize("back", ["the card's button", "/post undo", "/post undo P1", "/post undo P2"])
def test_a_step_made_into_a_post_is_undone_on_both_and_can_be_made_again(stage, back):
    bob = stage.slack.hand("UBOB")
    card = bob.command('/post add "Tea story" on linkedin by me 15/12 10:00 kind contest', channel=SOCIAL).messages[-1]
    made = bob.press(card, "post.step-make:P1|4").messages[-1]

    asked = bob.command(back, channel=SOCIAL) if back.startswith("/") else bob.press(made, "post.undo")
    assert "P1 and P2 (step made into a post)" in shown(asked.messages[-1])
    undone = bob.press(asked.messages[-1], "undo.yes")

    assert "*Undone on P1 and P2:*" in shown(undone.messages[-1])
    assert (post(stage, "P1").checklist[4].post_id, post(stage, "P2").state) == ("", PostState.CANCELLED)
    bob.press(bob.command("/post show P1", channel=SOCIAL).messages[-1], "post.step-make:P1|4")
    assert post(stage, "P1").checklist[4].post_id == "P3"


@pytest.fixture
def made(stage):
    """Bob's contest on 15 December, P1, and its winner post on the 26th, P2."""
    hand = stage.slack.hand("UBOB")
    card = hand.command('/post add "Tea story" on linkedin by me 15/12 10:00 kind contest', channel=SOCIAL).messages[-1]
    hand.press(card, "post.step-make:P1|4")


def walls(stage) -> list[str]:
    return [post(stage, each).due.wall for each in ("P1", "P2")]


@pytest.mark.parametrize("how", ["typed", "moved in its form", "edited"])
def test_a_move_names_the_posts_of_its_steps_and_one_press_moves_them_too(stage, bob, made, how):
    answer = bob.command(
        {"typed": "/post move P1 by 3 days", "edited": "/post edit P1"}.get(how, "/post move P1"), channel=SOCIAL
    )
    answer = answer if how == "typed" else bob.submit({"day": "2026-12-18", "clock": "10:00"})
    where = answer.messages[-1] if how == "typed" else answer.modal

    assert "*A post of its steps keeps its date:*\\nP2 · Winner post: Tea story · Sat 26 Dec 10:00" in shown(where)
    assert walls(stage) == ["2026-12-18T10:00", "2026-12-26T10:00"]
    done = bob.press(where, "Move it too")
    done = done.messages[-1] if how == "typed" else done.modal
    assert "*One post is moved along with P1.*" in shown(done)
    assert walls(stage) == ["2026-12-18T10:00", "2026-12-29T10:00"]
    asked = bob.press(done, "post.undo-batch")
    bob.press(asked.messages[-1] if how == "typed" else asked.modal, "undo.yes")
    assert walls(stage) == ["2026-12-15T10:00", "2026-12-26T10:00"]


def test_another_time_of_the_same_day_asks_nothing(stage, bob, made):
    answer = bob.command("/post move P1 16:00", channel=SOCIAL)

    assert "post.made-move" not in shown(answer.messages[-1])


CANCEL = button("Cancel", "post.cancel", "P1")


@pytest.mark.parametrize("how", ["typed", "under a message that everybody sees"])
def test_what_is_cancelled_names_the_posts_of_its_steps_and_one_press_cancels_them_too(stage, bob, made, how):
    asked = bob.command("/post cancel P1", channel=SOCIAL).messages[-1] if how == "typed" else a_reminder(stage, CANCEL)

    where = bob.press(asked, "post.cancel").messages[-1]

    assert "*A post of its steps is still planned:*" in shown(where)
    assert post(stage, "P2").state is PostState.DRAFT
    done = bob.press(where, "Cancel it too").messages[-1]
    assert "*One post is cancelled along with P1.*" in shown(done)
    assert [post(stage, each).state for each in ("P1", "P2")] == [PostState.CANCELLED] * 2
    bob.press(bob.command("/post undo", channel=SOCIAL).messages[-1], "undo.yes")
    assert [post(stage, each).state for each in ("P1", "P2")] == [PostState.DRAFT] * 2


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
@pytest.mark.parametrize("is_done", [False, True])
def test_the_longest_checklist_fits_beside_a_card(locale, is_done):
    t = Translator(locale, "America/Argentina/ComodRivadavia")
    steps = checklist_of(PostKind.BLOG, date(2026, 11, 24), Platform)
    if is_done:
        steps = tuple(
            replace(each, done_at=datetime(2026, 11, 24, tzinfo=UTC), done_by="UXXXXXXXXXX") for each in steps
        )
    long = Post(id="P123456", strategy_id="S1", title="&" * 150, platform=Platform.BLOG, checklist=steps * 2)

    assert check_message({"text": "x", "blocks": step_rows(t, long, can_change=True)}) is None
    assert len(made_title(t, long, steps[-1])) <= 150


@pytest.mark.parametrize("locale", ["en-US", "fr-CA"])
def test_the_most_posts_that_steps_can_make_fit_beside_a_card(locale):
    t = Translator(locale, "America/Argentina/ComodRivadavia")
    due = Due.of(datetime(2026, 11, 24, 15, 30, tzinfo=UTC), "America/Toronto")
    long = Post(id="P123456", strategy_id="S1", title="&" * 150, platform=Platform.BLOG, moves=99, due=due)
    known = {"can_change": True, "now": datetime(2026, 11, 24, tzinfo=UTC), "zone": "America/Toronto"}

    for blocks in (
        made_moved_question(t, long, [long] * len(Platform), days=-999, **known),
        made_cancelled_question(t, long, [long] * len(Platform), **known),
    ):
        assert check_message({"text": "x", "blocks": blocks}) is None
