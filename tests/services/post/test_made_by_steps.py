"""The posts that a contest's steps became go along when it moves or is cancelled: what may, what stays, one undo."""

from dataclasses import replace

import pytest

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.plan_parts import Limits
from bot.domain.posts import PostKind, PostState
from bot.services.post.changes import Snooze, assign_post, cancel_post, move_post, publish_post, snooze_post
from bot.services.post.checklists import make_step_post
from bot.services.post.made_by_steps import cancel_made, move_made, posts_made_by_steps
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, a_post, a_store, at, later, stored, undo_batch

BY = {"strategy": LUNE, "by": AMY, "now": NOW}
REMINDER, WINNER = 2, 4
CHLOE = Member(id="UCHLOE", name="Chloé")


@pytest.fixture
def store():
    """A contest on 28 November of which the reminder (P2, 3 December) and the winner post (P3, the 9th) are made."""
    found = a_store()
    with found.transaction() as tx:
        tx.members.put(CHLOE)
    a_post(found, kind=PostKind.CONTEST, due=at(28))
    for place in (REMINDER, WINNER):
        make_step_post(found, **BY, post_id="P1", place=place, title="Made")
    return found


def days_of(store) -> list[str]:
    return [stored(store, each).due.wall[5:10] for each in ("P1", "P2", "P3")]


def moved(store, **more):
    move_post(store, **BY, post_id="P1", due=at(30))
    return move_made(store, **{**BY, **more}, post_id="P1", days=2, moves={"P2": 0, "P3": 0})


def test_they_move_by_as_many_days_and_one_undo_brings_all_of_it_back(store):
    batch = moved(store)

    assert [each.id for each in batch.posts] == ["P1", "P2", "P3"]
    assert days_of(store) == ["11-30", "12-05", "12-11"]
    undo_batch(store, **BY, token=batch.token)
    assert days_of(store) == ["11-28", "12-03", "12-09"]


def test_they_are_cancelled_and_one_undo_brings_all_of_it_back(store):
    cancel_post(store, **BY, post_id="P1")

    batch = cancel_made(store, **BY, post_id="P1")

    assert {stored(store, each).state for each in ("P1", "P2", "P3")} == {PostState.CANCELLED}
    undo_batch(store, **BY, token=batch.token)
    assert {stored(store, each).state for each in ("P1", "P2", "P3")} == {PostState.DRAFT}


@pytest.mark.parametrize(
    "between",
    [
        lambda store: snooze_post(store, **{**BY, "by": BOB}, post_id="P1", span=Snooze.ONE_HOUR),
        lambda store: assign_post(store, **BY, post_id="P1", owner_id="UBOB"),
    ],
    ids=["somebody else's change", "another change"],
)
def test_a_first_post_that_was_changed_since_keeps_its_own_undo(store, between):
    move_post(store, **BY, post_id="P1", due=at(30))
    between(store)

    batch = move_made(store, **BY, post_id="P1", days=2, moves={"P2": 0, "P3": 0})
    undo_batch(store, **BY, token=batch.token)

    assert [each.id for each in batch.posts] == ["P2", "P3"]
    assert days_of(store) == ["11-30", "12-03", "12-09"]


def test_pressed_twice_they_move_once(store):
    moved(store)

    with pytest.raises(UserError, match="made-gone"):
        move_made(store, **BY, post_id="P1", days=2, moves={"P2": 0, "P3": 0})

    assert days_of(store) == ["11-30", "12-05", "12-11"]


def test_what_somebody_moved_meanwhile_stays_where_they_put_it(store):
    move_post(store, **BY, post_id="P2", due=at(29))

    assert [each.id for each in moved(store).posts] == ["P1", "P3"]
    assert days_of(store) == ["11-30", "11-29", "12-11"]


def test_what_is_in_other_hands_is_left_by_name(store):
    with store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P2"), owner_id="UCHLOE", created_by="UCHLOE"))

    batch = moved(store, by=CHLOE)
    assert ([each.id for each in batch.posts], [each.id for each in batch.left]) == (["P2"], ["P3"])
    batch = cancel_made(store, **{**BY, "by": CHLOE}, post_id="P1")
    assert ([each.id for each in batch.posts], [each.id for each in batch.left]) == (["P2"], ["P3"])


def test_where_none_is_ones_own_it_says_whose_they_are(store):
    with pytest.raises(UserError, match="rights-change_post"):
        moved(store, by=CHLOE)
    with pytest.raises(UserError, match="rights-change_post"):
        cancel_made(store, **{**BY, "by": CHLOE}, post_id="P1")


def test_what_the_plan_holds_back_or_would_be_over_is_left_by_name(store):
    full = replace(LUNE, plan=replace(LUNE.plan, limits=Limits(posts_a_day=1)))
    a_post(store, due=at(30))
    with store.transaction() as tx:
        tx.posts.put(replace(tx.posts.get("P2"), due=at(28)))
        tx.posts.put(replace(tx.posts.get("P3"), due=at(20)))

    batch = move_made(store, **{**BY, "strategy": full}, post_id="P1", days=2, moves={"P2": 0, "P3": 0})

    assert (batch.posts, [each.id for each in batch.left], batch.token) == ((), ["P2", "P3"], "")


def test_those_that_are_live_or_cancelled_are_asked_about_no_more(store):
    publish_post(store, **BY, post_id="P2", reason="A story")
    cancel_post(store, **BY, post_id="P3")

    assert posts_made_by_steps(store, stored(store, "P1")) == []
    with pytest.raises(UserError, match="made-gone"):
        cancel_made(store, **{**BY, "now": later(minutes=1)}, post_id="P1")
