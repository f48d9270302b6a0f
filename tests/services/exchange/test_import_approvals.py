"""What a calendar file says of approvals, and what becomes of it for whoever brings it in."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.services.exchange.imports import Imported, plan_import, run_import
from bot.services.exchange.planning import ImportPlan
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, SOLEIL, a_store, later, stored

CHLOE = "UCHLOE"
"""Neither admin nor manager, and nobody's reviewer."""


@pytest.fixture
def store():
    return a_store()


def told(store, text: str, by: str = CHLOE) -> ImportPlan:
    return plan_import(store, text.encode(), strategy=of(store), now=later(hours=1), by=by)


def brought(store, text: str, by: str = CHLOE) -> Imported:
    return run_import(store, text.encode(), strategy=of(store), by=by, now=later(hours=1))


def of(store):
    with store.transaction() as tx:
        return tx.strategies.get(LUNE.id)


def keep(store, **more: Any) -> None:
    with store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(LUNE.id), **more))


def kept(store, **more: Any) -> Post:
    """P1 on LinkedIn, which Amy reviews; Bob's, and approved by Amy."""
    given = {
        "strategy_id": LUNE.id,
        "title": "Tea",
        "platform": Platform.LINKEDIN,
        "text": "Come by",
        "owner_id": BOB.id,
        "state": PostState.APPROVED,
        "approved_at": NOW,
        "approved_by": AMY.id,
        **more,
    }
    with store.transaction() as tx:
        return tx.posts.put(Post(id=f"P{tx.next_number('post')}", **given))


CHANGED = "number,title,platform,text\nP1,Tea,linkedin,Come by on Friday\n"
SAME_AND_APPROVED = "number,title,platform,state,text\nP1,Tea,linkedin,approved,Come by\n"
CHANGED_AND_APPROVED = "number,title,platform,state,text\nP1,Tea,linkedin,approved,Come by on Friday\n"
NEW = "title,platform,state,owner\nTea,linkedin,approved,UBOB\n"


# --- what was approved


@pytest.mark.parametrize("file", [CHANGED, CHANGED_AND_APPROVED])
def test_an_approved_text_that_a_file_changes_goes_back_to_its_reviewer(store, file):
    kept(store)

    plan, done = told(store, file), brought(store, file)

    post = stored(store, "P1")
    assert (post.state, post.approved_by, post.review_asked_by) == (PostState.IN_REVIEW, None, CHLOE)
    assert post.review_asked_at == later(hours=1)
    assert plan.said.reread == done.said.reread == ("P1",)
    assert plan.changed[0].names == ("text", "state")


def test_the_setting_of_an_edit_counts_for_a_file_as_well(store):
    keep(store, plan=replace(LUNE.plan, review_again_after_change=False))
    kept(store)

    brought(store, CHANGED)

    assert stored(store, "P1").state is PostState.APPROVED


def test_what_no_reviewer_reads_leaves_an_approval_as_it_is(store):
    kept(store)

    brought(store, "number,title,platform,text,notes\nP1,Tea,linkedin,Come by,Bring a ladder\n")

    assert (stored(store, "P1").state, stored(store, "P1").notes) == (PostState.APPROVED, "Bring a ladder")


def test_a_line_that_says_what_stands_changes_nothing(store):
    kept(store)

    assert (told(store, SAME_AND_APPROVED).writes, told(store, SAME_AND_APPROVED).same) == (0, 1)


@pytest.mark.parametrize("by", [CHLOE, AMY.id])
@pytest.mark.parametrize("file", [CHANGED, CHANGED_AND_APPROVED, NEW])
def test_the_same_file_twice_changes_nothing_more(store, by, file):
    kept(store)
    brought(store, file, by)

    again = told(store, file, by)

    assert (again.writes, again.same) == (0, 1)


# --- a line that says approved


@pytest.mark.parametrize(("wants_review", "state"), [(True, PostState.IN_REVIEW), (False, PostState.DRAFT)])
def test_it_is_to_be_read_where_the_platform_wants_that_and_else_a_draft(store, wants_review, state):
    keep(store, review_required=wants_review)

    plan, done = told(store, NEW), brought(store, NEW)

    post = stored(store, "P1")
    assert (post.state, post.approved_by) == (state, None)
    assert plan.said.unapproved == done.said.unapproved == (2,)


def test_who_may_approve_does_so_on_the_record(store):
    brought(store, NEW, AMY.id)

    post = stored(store, "P1")
    assert (post.state, post.approved_by, post.approved_at) == (PostState.APPROVED, AMY.id, later(hours=1))
    assert [(each.what, each.by) for each in post.history] == [("imported", AMY.id), ("approved", AMY.id)]
    assert told(store, NEW, AMY.id).said.unapproved == ()


def test_nobody_approves_what_is_their_own(store):
    done = brought(store, NEW, BOB.id)

    assert (stored(store, "P1").state, done.said.unapproved) == (PostState.DRAFT, (2,))


def test_nobody_becomes_a_reviewer_by_writing_so_into_the_file(store):
    with store.transaction() as tx:
        tx.members.put(replace(AMY, id=CHLOE, name="Chloe"))
    text = "title,platform,state,reviewer,owner\nTea,linkedin,approved,UCHLOE,UBOB\n"

    done = brought(store, text)

    assert (stored(store, "P1").state, done.said.unapproved) == (PostState.DRAFT, (2,))


@pytest.mark.parametrize(
    "state", [PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW, PostState.PUBLISHED, PostState.CANCELLED]
)
def test_a_known_post_stays_what_it_is_for_whoever_may_not_approve_it(store, state):
    more = {"link": "https://example.com/1", "published_at": NOW} if state is PostState.PUBLISHED else {}
    kept(store, state=state, approved_by=None, approved_at=None, **more)

    brought(store, SAME_AND_APPROVED)

    assert stored(store, "P1").state is state


@pytest.mark.parametrize(
    ("state", "becomes"),
    [
        (PostState.DRAFT, PostState.APPROVED),
        (PostState.IN_REVIEW, PostState.APPROVED),
        (PostState.IDEA, PostState.IDEA),
        (PostState.PUBLISHED, PostState.PUBLISHED),
        (PostState.CANCELLED, PostState.CANCELLED),
    ],
)
def test_who_may_approve_approves_what_can_be_approved(store, state, becomes):
    more = {"link": "https://example.com/1", "published_at": NOW} if state is PostState.PUBLISHED else {}
    kept(store, state=state, approved_by=None, approved_at=None, **more)

    brought(store, SAME_AND_APPROVED, AMY.id)

    assert stored(store, "P1").state is becomes


def test_whoever_sits_at_the_machine_brings_back_what_the_file_says(store):
    brought(store, NEW, "")

    assert stored(store, "P1").state is PostState.APPROVED


# --- the preview


def test_a_preview_leaves_nothing_behind_not_even_a_number(store):
    told(store, NEW)
    told(store, NEW, AMY.id)

    with store.transaction() as tx:
        assert (tx.posts.of_strategy(LUNE.id), tx.next_number("post")) == ([], 1)
        assert tx.posts.of_strategy(SOLEIL.id) == []


def test_an_answer_to_the_compass_goes_with_the_platform_it_was_given_for(store):
    kept(store, state=PostState.DRAFT, compass_answer="Recruits are there")

    brought(store, "number,title,platform,text\nP1,Tea,tiktok,Come by\n")

    assert stored(store, "P1").compass_answer == ""
