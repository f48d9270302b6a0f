"""A file takes a post nowhere that no command could: every state against every state a line may say."""

from dataclasses import replace

import pytest

from bot.domain.post.checklists import PLANNED
from bot.domain.posts import Post, PostKind, PostState
from bot.services.exchange.imports import Imported, plan_import, run_import
from bot.services.exchange.planning import ImportPlan
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, a_post, a_store, at, later, stored

IDEA, DRAFT, REVIEW = PostState.IDEA, PostState.DRAFT, PostState.IN_REVIEW
APPROVED, PUBLISHED, CANCELLED = PostState.APPROVED, PostState.PUBLISHED, PostState.CANCELLED
MARKS = {
    IDEA: {},
    DRAFT: {},
    REVIEW: {"review_asked_at": NOW, "review_asked_by": "UAMY"},
    APPROVED: {"approved_at": NOW, "approved_by": "UBOB"},
    PUBLISHED: {"published_at": NOW, "published_by": "UAMY", "link": "https://example.com/1"},
    CANCELLED: {},
}
BECOMES = {
    (IDEA, DRAFT): DRAFT,
    (IDEA, PUBLISHED): PUBLISHED,
    (IDEA, CANCELLED): CANCELLED,
    (DRAFT, REVIEW): REVIEW,
    (DRAFT, APPROVED): APPROVED,
    (DRAFT, PUBLISHED): PUBLISHED,
    (DRAFT, CANCELLED): CANCELLED,
    (REVIEW, DRAFT): DRAFT,
    (REVIEW, APPROVED): APPROVED,
    (REVIEW, PUBLISHED): PUBLISHED,
    (REVIEW, CANCELLED): CANCELLED,
    (APPROVED, DRAFT): DRAFT,
    (APPROVED, REVIEW): REVIEW,
    (APPROVED, PUBLISHED): PUBLISHED,
    (APPROVED, CANCELLED): CANCELLED,
    (CANCELLED, IDEA): IDEA,
    (CANCELLED, DRAFT): DRAFT,
}
"""By Bob, who may approve Amy's posts. Every other pair is left out, with the reason."""


@pytest.fixture
def store():
    return a_store()


def kept(store, state: PostState, **more: object) -> Post:
    post = a_post(store, by=AMY, text="Come by")
    with store.transaction() as tx:
        known = tx.posts.get(post.id)
        return tx.posts.put(replace(known, state=state, reviewer_id="UBOB", **{**MARKS[state], **more}))


def line(state: PostState | str) -> bytes:
    published = "2026-11-23 07:00" if state == PUBLISHED else ""
    return f"number,title,platform,state,published_at\nP1,Spring contest,instagram,{state},{published}\n".encode()


def brought(store, text: bytes, by: str = BOB.id) -> Imported:
    return run_import(store, text, strategy=LUNE, by=by, now=later(hours=1))


def told(store, text: bytes, by: str = BOB.id) -> ImportPlan:
    return plan_import(store, text, strategy=LUNE, by=by, now=later(hours=1))


@pytest.mark.parametrize("by", [BOB.id, ""], ids=["who may approve", "the machine"])
@pytest.mark.parametrize("said", PostState)
@pytest.mark.parametrize("state", PostState)
def test_every_state_goes_where_a_command_could_take_it_and_nowhere_else(store, state, said, by):
    kept(store, state)

    brought(store, line(said), by)

    assert stored(store, "P1").state is (state if state is said else BECOMES.get((state, said), state))


@pytest.mark.parametrize("said", PostState)
@pytest.mark.parametrize("state", PostState)
def test_what_no_command_could_is_left_out_with_the_reason(store, state, said):
    kept(store, state)

    reasons = [each.reason for each in told(store, line(said)).refused]

    is_refused = state is not said and (state, said) not in BECOMES
    assert bool(reasons) is is_refused
    assert all(each.startswith(("stays", "no-moment")) for each in reasons)


@pytest.mark.parametrize("state", [REVIEW, APPROVED])
def test_whoever_may_not_approve_sends_nothing_back_by_an_old_file(store, state):
    kept(store, state)

    plan = told(store, line(DRAFT), AMY.id)
    brought(store, line(DRAFT), AMY.id)

    assert [(each.field, each.reason, each.what) for each in plan.refused] == [("state", "stays-judged", "P1")]
    assert stored(store, "P1").state is state


def test_what_a_file_puts_into_review_waits_for_somebody(store):
    kept(store, DRAFT)

    brought(store, line(REVIEW))

    post = stored(store, "P1")
    assert (post.reviewer_id, post.review_asked_at, post.review_asked_by) == ("UBOB", later(hours=1), "UBOB")


def test_a_new_line_in_review_that_nobody_can_read_is_a_draft(store):
    alone = replace(LUNE, manager_id=None)
    text = b"title,platform,state\nTea,x,in review\n"

    run_import(store, text, strategy=alone, by=BOB.id, now=NOW)

    assert stored(store, "P1").state is DRAFT


@pytest.mark.parametrize("state", [DRAFT, REVIEW])
def test_what_is_no_longer_approved_has_no_mark_of_it(store, state):
    kept(store, APPROVED)

    brought(store, line(state))

    assert (stored(store, "P1").approved_at, stored(store, "P1").approved_by) == (None, None)


def test_a_date_makes_an_idea_of_a_file_a_draft(store):
    text = b"title,platform,state,date\nTea,x,idea,2026-12-01\n"

    brought(store, text)

    assert stored(store, "P1").state is DRAFT
    assert (told(store, text).writes, told(store, text).same) == (0, 1)


def test_a_date_in_a_file_makes_a_known_idea_a_draft_with_new_reminders(store):
    kept(store, IDEA)

    brought(store, b"number,title,platform,date\nP1,Spring contest,instagram,2026-12-01\n")

    assert (stored(store, "P1").state, stored(store, "P1").moves) == (DRAFT, 1)


def test_the_steps_of_a_post_come_with_its_kind_and_move_with_its_day(store):
    kept(store, DRAFT, due=at(27))
    head = "number,title,platform,kind,date\n"

    brought(store, f"{head}P1,Spring contest,instagram,contest,2026-12-10\n".encode())
    first = [each.day for each in stored(store, "P1").checklist]
    brought(store, f"{head}P1,Spring contest,instagram,contest,2026-12-11\n".encode())

    assert len(first) == len(PLANNED[PostKind.CONTEST])
    assert [(each.day - was).days for each, was in zip(stored(store, "P1").checklist, first, strict=True)] == [1] * 5


def test_a_reason_for_the_same_text_does_not_outlive_the_text(store):
    kept(store, DRAFT, echo_reason="Meant")

    brought(store, b"number,title,platform,text\nP1,Spring contest,instagram,Something else\n")

    assert stored(store, "P1").echo_reason == ""


def test_the_history_names_what_the_file_changed_and_who_brought_it(store):
    kept(store, DRAFT, due=at(27))

    brought(store, b"number,title,platform,date,text\nP1,Spring contest,instagram,2026-12-01,New\n")

    change = stored(store, "P1").history[-1]
    assert (change.what, change.by, change.at) == ("imported", "UBOB", later(hours=1))
    assert set(change.note.split(",")) == {"due", "text"}
