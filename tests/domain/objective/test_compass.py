"""Which posts the compass questions, and which it leaves alone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.objective.compass import CompassQuestion, asked_anew, doubt_about, objective_elsewhere, waiting_among
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Objective, ObjectiveKind, Platform, Strategy
from tests import builders

OPEN = Objective(id="O1", kind=ObjectiveKind.SALES, statement="Sell", platforms=(Platform.INSTAGRAM,))
CLOSED = Objective(id="O2", kind=ObjectiveKind.CARE, statement="Care", closed_at=datetime(2026, 1, 1, tzinfo=UTC))
STRATEGY = Strategy(id="S1", name="Lune", channel_id="C1", zone="UTC", manager_id="U1", objectives=(OPEN, CLOSED))


def a_post(number: int = 1, **more: object) -> Post:
    return builders.a_post(number, **{"objective_id": "O1", **more})


@pytest.mark.parametrize(
    ("more", "doubt"),
    [
        ({}, None),
        ({"platform": Platform.TIKTOK}, CompassQuestion.PLATFORM),
        ({"platform": Platform.TIKTOK, "objective_id": None}, CompassQuestion.PLATFORM),
        ({"objective_id": None}, CompassQuestion.OBJECTIVE),
        ({"objective_id": "O9"}, CompassQuestion.OBJECTIVE),
        ({"objective_id": "O2"}, None),
        ({"platform": Platform.TIKTOK, "compass_answer": "Recruits are there"}, None),
        ({"objective_id": None, "compass_answer": "O1"}, None),
        *(
            ({"objective_id": None, "state": state}, CompassQuestion.OBJECTIVE)
            for state in (PostState.IN_REVIEW, "approved")
        ),
        *(({"objective_id": None, "state": state}, None) for state in ("idea", "published", "cancelled")),
    ],
)
def test_a_post_is_questioned_while_it_is_planned_and_has_no_answer(more, doubt):
    if "state" in more:
        more = {**more, "state": PostState(more["state"])}

    assert doubt_about(a_post(**more), STRATEGY) is doubt


@pytest.mark.parametrize("objectives", [(), (CLOSED,)])
def test_without_an_open_objective_nothing_is_questioned(objectives):
    strategy = replace(STRATEGY, objectives=objectives)

    assert doubt_about(a_post(platform=Platform.TIKTOK, objective_id=None), strategy) is None


FIRST = replace(OPEN, platforms=())
SECOND = Objective(id="O3", kind=ObjectiveKind.TRAFFIC, statement="Visits", platforms=(Platform.LINKEDIN,))


@pytest.mark.parametrize("platform", [Platform.INSTAGRAM, Platform.LINKEDIN])
def test_a_second_objective_with_platforms_does_not_question_what_serves_the_first(platform):
    strategy = replace(STRATEGY, objectives=(FIRST, SECOND))

    assert doubt_about(a_post(platform=platform), strategy) is None


@pytest.mark.parametrize(
    ("objectives", "platform", "served"),
    [
        ((FIRST, SECOND), Platform.LINKEDIN, "O3"),
        ((FIRST, SECOND), Platform.TIKTOK, "O1"),
        ((OPEN, SECOND), Platform.LINKEDIN, "O3"),
        ((OPEN, SECOND), Platform.INSTAGRAM, "O1"),
        ((OPEN, SECOND), Platform.TIKTOK, "O1"),
        ((SECOND, FIRST), Platform.TIKTOK, "O3"),
        ((CLOSED, SECOND), Platform.TIKTOK, "O3"),
        ((CLOSED,), Platform.TIKTOK, None),
    ],
)
def test_a_new_post_serves_the_objective_that_asked_for_its_platform(objectives, platform, served):
    found = replace(STRATEGY, objectives=objectives).objective_for(platform)

    assert (found.id if found else None) == served


@pytest.mark.parametrize(
    ("objectives", "serves", "platform", "there"),
    [
        ((FIRST, SECOND), "O1", Platform.LINKEDIN, "O1"),
        ((OPEN, SECOND), "O1", Platform.LINKEDIN, "O3"),
        ((OPEN, SECOND), "O1", Platform.TIKTOK, "O1"),
        ((OPEN, SECOND), "O3", Platform.INSTAGRAM, "O1"),
        ((OPEN, SECOND), None, Platform.LINKEDIN, "O3"),
        ((CLOSED,), "O2", Platform.LINKEDIN, "O2"),
    ],
)
def test_on_another_platform_a_post_serves_the_same_unless_only_another_objective_asked_for_it(
    objectives, serves, platform, there
):
    assert objective_elsewhere(replace(STRATEGY, objectives=objectives), serves, platform) == there


def test_an_objective_that_names_no_platform_asks_for_all_of_them():
    strategy = replace(STRATEGY, objectives=(replace(OPEN, platforms=()),))

    assert doubt_about(a_post(platform=Platform.TIKTOK), strategy) is None


@pytest.mark.parametrize(
    ("changed", "kept"),
    [
        ({"platform": Platform.X}, ""),
        ({"objective_id": "O2"}, ""),
        ({"title": "Coffee"}, "Why"),
        ({"text": "T"}, "Why"),
    ],
)
def test_an_answer_holds_until_the_platform_or_the_objective_changes(changed, kept):
    was = a_post(compass_answer="Why")

    assert asked_anew(was, replace(was, **changed)).compass_answer == kept


def test_an_answer_that_comes_with_the_change_holds():
    was = a_post(compass_answer="Why")

    assert asked_anew(was, replace(was, platform=Platform.X, compass_answer="New")).compass_answer == "New"


def test_posts_with_the_same_question_wait_together():
    posts = [
        a_post(1, platform=Platform.TIKTOK),
        a_post(2, platform=Platform.X),
        a_post(3, platform=Platform.TIKTOK, objective_id=None),
        a_post(4, objective_id=None),
        a_post(5),
    ]

    found = waiting_among(posts, STRATEGY)

    assert [(each.doubt, each.platform, [post.id for post in each.posts]) for each in found] == [
        (CompassQuestion.PLATFORM, Platform.TIKTOK, ["P1", "P3"]),
        (CompassQuestion.PLATFORM, Platform.X, ["P2"]),
        (CompassQuestion.OBJECTIVE, None, ["P4"]),
    ]
