"""The views of a pause at their longest, in both languages, against the local Slack's limits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.plan_parts import Pause, Plan
from bot.services.plan.card import PlanFacts
from bot.services.plan.pauses import PausedPosts
from bot.services.post.pauses import WentOn
from handlers.views.plan import pauses
from handlers.views.post.lists import pause_lines
from handlers.views.reminders.pauses import PauseLine, pause_rows
from tests.handlers.longest import NOW, TODAY, a_post, a_strategy, assert_message, assert_modal, worst

META = {"channel": "C" + "0" * 10, "key": ""}


def a_pause(texts, **more):
    known = Pause(began_at=NOW - timedelta(days=9), by="U0000000000", until=NOW + timedelta(days=9, minutes=7))
    return replace(known, reason=worst(300, texts), **more)


def held(texts, **more):
    posts = [a_post(texts, number) for number in range(60)]
    passed, ahead = NOW - timedelta(days=8), NOW + timedelta(days=8)
    due = [replace(each, due=replace(each.due, at=passed if n < 30 else ahead)) for n, each in enumerate(posts)]
    return PausedPosts(pause=a_pause(texts, **more), now=NOW, zone="UTC", passed=tuple(due[:30]), ahead=tuple(due[30:]))


@pytest.mark.parametrize("is_on", [True, False])
def test_the_form_that_begins_one(t, texts, is_on):
    assert_modal(pauses.pause_form(t, until=TODAY, reason=worst(300, texts), is_on=is_on, meta=META))


@pytest.mark.parametrize("page", range(1, 5))
def test_each_page_of_what_is_gone_through(t, texts, page):
    own = {f"P{10**5 + n}": "others" for n in range(60)}
    chosen = pauses.Chosen(passed="9", own=own, page=page)

    view = pauses.going_on_form(t, held(texts), chosen, strategy=a_strategy(texts), meta=META)

    assert_modal(view)
    assert len(view["blocks"]) <= pauses.PAGE + 5


def test_what_became_of_all(t, texts):
    posts = held(texts).posts
    done = WentOn(strategy=a_strategy(texts), kept=posts, moved=posts, dropped=posts, held_back=posts, token="0" * 16)

    assert_message(*pauses.went_on_said(t, done))
    assert_modal(pauses.went_on_modal(t, done, meta=META))


@pytest.mark.parametrize("until", [NOW + timedelta(days=1), NOW - timedelta(days=1), None])
def test_what_is_said_of_one_that_is_on_or_over(t, texts, until):
    paused = held(texts, until=until)
    strategy = a_strategy(texts, plan=Plan(pause=paused.pause))
    facts = PlanFacts(strategy=strategy, today=TODAY, paused=paused, may_change=True)

    assert_message("plan", pauses.pause_part(t, facts))
    assert_message(
        pauses.begun_said(t, paused),
        [*pauses.pause_part(t, facts), *pause_lines(t, a_pause(texts), now=NOW, zone="UTC")],
    )


@pytest.mark.parametrize("is_over", [True, False])
def test_what_a_morning_says_of_it(t, texts, is_over):
    paused = held(texts)
    line = PauseLine(strategy=a_strategy(texts), pause=paused.pause, posts=paused.posts, is_over=is_over)

    assert_message("pause", pause_rows(t, [line, line], now=NOW))
