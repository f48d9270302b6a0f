"""Two objectives, of which only the second names platforms: which of them posts serve, and what is asked of them."""

from dataclasses import replace

import pytest

from bot.domain.strategy import Objective, ObjectiveKind, Platform
from tests.handlers.posting import SOCIAL, last, post, posts, shown

SECOND = Objective(id="O9", kind=ObjectiveKind.TRAFFIC, statement="More visits", platforms=(Platform.LINKEDIN,))


@pytest.fixture
def first(stage) -> str:
    """The sample strategy's objective, which names no platform; the second one beside it."""
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        objective = replace(known.objectives[0], platforms=())
        tx.strategies.put(replace(known, objectives=(objective, SECOND)))
    return objective.id


def test_a_post_that_serves_the_first_is_not_asked_what_it_is_for(stage, bob, first):
    bob.command('/post add "Tea" on instagram by me tue 10:00', channel=SOCIAL)

    answer = last(bob.command("/post serves", channel=SOCIAL))

    assert post(stage).objective_id == first
    assert "Every post of yours has its objective." in answer.text
    assert "What is it for" not in shown(last(bob.command("/post show P1", channel=SOCIAL)))


def test_a_new_post_on_a_platform_that_only_the_second_asked_for_serves_the_second(stage, bob, first):
    bob.command('/post add "Tea" on linkedin by me tue 10:00', channel=SOCIAL)
    bob.command('/post idea "Bread" on linkedin', channel=SOCIAL)
    bob.command("/post add", channel=SOCIAL)
    bob.submit({"title": "Cake", "platform": "linkedin"})

    assert {each.title: each.objective_id for each in posts(stage)} == {"Tea": "O9", "Bread": "O9", "Cake": "O9"}


def test_a_copy_keeps_what_it_serves_where_that_names_no_platform(stage, bob, first):
    bob.command('/post add "Tea" on instagram by me tue 10:00', channel=SOCIAL)
    bob.command("/post copy P1 to linkedin", channel=SOCIAL)

    assert post(stage, "P2").objective_id == first


def test_what_waits_for_an_answer_is_read_without_marks(stage, bob, first):
    with stage.bot.house.store.transaction() as tx:
        known = tx.strategies.get(stage.strategy.id)
        tx.strategies.put(replace(known, objectives=(SECOND,)))
    bob.command('/post add "Tea" on tiktok by me tue 10:00', channel=SOCIAL)

    answer = last(bob.command("/post serves", channel=SOCIAL))

    assert "*Posts on TikTok, which no objective asks for*" in shown(answer)
    assert "Posts on TikTok, which no objective asks for" in answer.text
    assert "*" not in answer.text
