"""What a pause holds: everything open while it is on, and afterwards what came due in it."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.moments import Due
from bot.domain.plan_parts import Pause
from bot.domain.posts import PostState, is_paused
from tests.builders import a_post

BEGUN = datetime(2026, 11, 23, 13, tzinfo=UTC)
END = BEGUN + timedelta(days=7)
PAUSE = Pause(began_at=BEGUN, by="UAMY", until=END)


def due(moment):
    return a_post(due=Due.of(moment, "UTC"))


@pytest.mark.parametrize("moment", [BEGUN - timedelta(days=1), BEGUN, END + timedelta(days=1)])
def test_while_it_is_on_it_holds_whatever_is_due(moment):
    assert is_paused(due(moment), PAUSE, now=END - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("moment", "is_held"),
    [
        (BEGUN - timedelta(seconds=1), False),
        (BEGUN, True),
        (END - timedelta(seconds=1), True),
        (END, False),
    ],
)
def test_after_its_end_it_holds_what_came_due_in_it(moment, is_held):
    assert is_paused(due(moment), PAUSE, now=END) is is_held


def test_without_an_end_it_lasts():
    assert is_paused(due(BEGUN), Pause(began_at=BEGUN, by="UAMY"), now=BEGUN + timedelta(days=300))


@pytest.mark.parametrize("state", [PostState.PUBLISHED, PostState.CANCELLED])
def test_what_is_over_is_not_held(state):
    assert not is_paused(a_post(due=Due.of(BEGUN, "UTC"), state=state), PAUSE, now=BEGUN)


def test_without_a_day_or_a_pause_nothing_is_held():
    assert not is_paused(a_post(), PAUSE, now=BEGUN)
    assert not is_paused(due(BEGUN), None, now=BEGUN)
