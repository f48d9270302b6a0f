"""From each state of a post into each: a table of what exists, and a refusal for all the rest."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.errors import UserError
from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from tests import builders

IDEA, DRAFT, REVIEW = PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW
APPROVED, PUBLISHED, CANCELLED = PostState.APPROVED, PostState.PUBLISHED, PostState.CANCELLED
STEPS = {
    IDEA: {DRAFT, PUBLISHED, CANCELLED},
    DRAFT: {REVIEW, APPROVED, PUBLISHED, CANCELLED},
    REVIEW: {DRAFT, APPROVED, PUBLISHED, CANCELLED},
    APPROVED: {DRAFT, REVIEW, PUBLISHED, CANCELLED},
    PUBLISHED: set(),
    CANCELLED: {IDEA, DRAFT},
}
NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)


def a_post(state: PostState) -> Post:
    due = Due.of(NOW - timedelta(hours=2), "UTC")
    return builders.a_post(state=state, due=due)


@pytest.mark.parametrize("wanted", PostState)
@pytest.mark.parametrize("state", PostState)
def test_a_step_is_taken_where_it_exists_and_refused_where_not(state, wanted):
    post = a_post(state)

    if wanted in STEPS[state]:
        assert post.into(wanted).state is wanted
        return
    with pytest.raises(UserError, match="post-state") as refusal:
        post.into(wanted)
    assert refusal.value.params == {"post": "P1", "state": state.value, "wanted": wanted.value}


@pytest.mark.parametrize("state", PostState)
def test_only_what_is_open_is_ever_due_or_overdue(state):
    post = a_post(state)

    is_open = state not in (PUBLISHED, CANCELLED)
    assert (post.is_open, post.is_due(NOW), post.is_overdue(NOW)) == (is_open, is_open, is_open)
    assert not post.is_overdue(NOW - timedelta(seconds=1))
