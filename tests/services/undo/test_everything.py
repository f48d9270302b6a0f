"""Everything that a person can do to a post is taken back whole within ten minutes, and stays on the record."""

from collections.abc import Callable
from dataclasses import fields, replace
from functools import partial
from typing import Any

import pytest

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.posts import Attachment, Post, PostKind, PostState
from bot.domain.strategy import Platform
from bot.ports import Store
from bot.services.objective.compass import Purpose, answer_compass
from bot.services.post.adding import edit_post, wish_for
from bot.services.post.batches import copy_post
from bot.services.post.changes import (
    Snooze,
    assign_post,
    cancel_post,
    draft_post,
    move_post,
    publish_post,
    reopen_post,
    snooze_post,
)
from bot.services.post.checklists import finish_step, hand_over_steps, make_step_post
from bot.services.post.details import Details, attach_files, detail_post
from bot.services.post.echo import keep_echo, rewrite_post
from bot.services.post.records import NEVER_UNDONE
from bot.services.post.reviews import approve_post, ask_changes, ask_review
from bot.services.post.wants import count_asked
from bot.services.ways_back.table import undo_last
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, a_post, a_store, at, later, stored

LINK = "https://www.instagram.com/p/abc/"
OTHER = wish_for(
    title="Other", platform=Platform.X, text="Other", kind=PostKind.STORY, due=at(29), owner_id="UAMY", theme="Tea",
    labels=("a", "b"), notes="Ladder", image="https://example.com/a.png", image_text="A cup",
)  # fmt: skip
DETAILS = Details(labels=("tea",), campaign="Spring", spend=12.5, is_partnership=True, links=(f"{LINK} | A cup",))
DAN = Member(id="UDAN", name="Dan")
REVIEW = {"review_asked_at": NOW, "review_asked_by": "UAMY", "reviewer_id": "UBOB"}


def alone(store: Store, *, post_id: str, **more: Any) -> tuple[Post, ...]:
    return answer_compass(store, post_ids=[post_id], purpose=Purpose(reason="A test"), **more)


DEEDS: dict[str, tuple[PostState, str, Callable[..., Any], dict[str, Any]]] = {
    "edit": (PostState.DRAFT, "edited", edit_post, {"wish": OTHER}),
    "edit what is approved": (PostState.APPROVED, "edited", edit_post, {"wish": OTHER}),
    "move": (PostState.DRAFT, "moved", move_post, {"due": at(29)}),
    "date an idea": (PostState.IDEA, "moved", move_post, {"due": at(29)}),
    "hand over": (PostState.DRAFT, "assigned", assign_post, {"owner_id": "UBOB"}),
    "publish": (PostState.DRAFT, "published", publish_post, {"link": LINK}),
    "publish without a link": (PostState.APPROVED, "published", publish_post, {"reason": "A story"}),
    "cancel": (PostState.APPROVED, "cancelled", cancel_post, {"reason": "Rain"}),
    "reopen": (PostState.CANCELLED, "reopened", reopen_post, {}),
    "take up": (PostState.IDEA, "drafted", draft_post, {}),
    "snooze": (PostState.DRAFT, "snoozed", snooze_post, {"span": Snooze.ONE_HOUR}),
    "ask for review": (PostState.DRAFT, "in_review", ask_review, {"reviewer_id": "UBOB"}),
    "approve": (PostState.IN_REVIEW, "approved", approve_post, {}),
    "ask for changes": (PostState.IN_REVIEW, "changes-asked", ask_changes, {"comment": "Shorter"}),
    "details": (PostState.DRAFT, "edited", detail_post, {"details": DETAILS}),
    "attach": (PostState.DRAFT, "edited", attach_files, {"files": [Attachment(file_id="F1", name="cup.png")]}),
    "keep the same text": (PostState.DRAFT, "echo-kept", keep_echo, {"reason": "Meant"}),
    "count what asks the same": (PostState.DRAFT, "asked", count_asked, {"source": "Q1"}),
    "rewrite": (PostState.DRAFT, "edited", rewrite_post, {"text": "New words"}),
    "finish a step": (PostState.DRAFT, "step-done", finish_step, {"place": 0}),
    "make a step a post": (PostState.DRAFT, "step-made", make_step_post, {"place": 2, "title": "Last days"}),
    "share the steps out": (PostState.DRAFT, "steps-assigned", hand_over_steps, {"owners": {0: "UBOB"}}),
    "say what it is for": (PostState.DRAFT, "compass-alone", alone, {}),
}
"""The state it is done in, its line of history, and how it is done; by Bob, who may all of it."""


@pytest.fixture
def store():
    return a_store()


def kept(store, state: PostState) -> Post:
    """Amy's, with the steps of a contest."""
    due = None if state is PostState.IDEA else at(27)
    post = a_post(store, by=AMY, text="Come by", kind=PostKind.CONTEST, due=due)
    more = REVIEW if state is PostState.IN_REVIEW else {}
    more |= {"approved_at": NOW, "approved_by": "UBOB"} if state is PostState.APPROVED else {}
    with store.transaction() as tx:
        return tx.posts.put(replace(tx.posts.get(post.id), state=state, echo_reason="", **more))


def done(store, deed: str, by: Member = BOB) -> Post:
    state, _, act, more = DEEDS[deed]
    post = kept(store, state)
    act(store, strategy=LUNE, by=by, now=later(minutes=1), post_id=post.id, **more)
    return post


def undone(store, *, by: Member = BOB, **after: float) -> Post:
    return undo_last(store, strategy=LUNE, by=by, now=later(**after), post_id="P1").post


def what_stands(post: Post) -> dict[str, Any]:
    return {each.name: getattr(post, each.name) for each in fields(Post) if each.name not in NEVER_UNDONE}


@pytest.mark.parametrize("deed", DEEDS)
def test_all_of_it_is_as_it_was_within_ten_minutes(store, deed):
    was = done(store, deed)
    assert what_stands(stored(store, "P1")) != what_stands(was)

    undone(store, minutes=10, seconds=59)

    assert what_stands(stored(store, "P1")) == what_stands(was)


@pytest.mark.parametrize("deed", DEEDS)
def test_after_ten_minutes_and_for_others_it_stays(store, deed):
    done(store, deed)
    now = stored(store, "P1")

    for act in (partial(undone, store, minutes=11), partial(undone, store, by=AMY, minutes=2)):
        with pytest.raises(UserError, match=r"undo-gone|undo-stays"):
            act()

    assert stored(store, "P1") == now


@pytest.mark.parametrize("deed", DEEDS)
def test_who_did_what_and_when_is_in_the_history_and_so_is_that_it_was_undone(store, deed):
    done(store, deed)
    undone(store, minutes=2)

    *_, change, back = stored(store, "P1").history
    assert (change.what, change.by, change.at) == (DEEDS[deed][1], "UBOB", later(minutes=1))
    assert (back.what, back.note, back.by, back.at) == ("undone", DEEDS[deed][1], "UBOB", later(minutes=2))


@pytest.mark.parametrize("post_id", ["P1", "P2"])
def test_a_step_made_into_a_post_is_taken_back_whole_from_either_side_and_can_be_made_again(store, post_id):
    was = done(store, "make a step a post")

    back = undo_last(store, strategy=LUNE, by=BOB, now=later(minutes=2), post_id=post_id)

    assert {back.post.id, *(each.id for each in back.along)} == {"P1", "P2"}
    assert (stored(store, "P1").checklist, stored(store, "P2").state) == (was.checklist, PostState.CANCELLED)
    again = make_step_post(store, strategy=LUNE, by=BOB, now=later(minutes=3), post_id="P1", place=2, title="Last days")
    assert (again.id, again.state) == ("P3", PostState.DRAFT)


@pytest.mark.parametrize("changed", ["P1", "P2"])
def test_a_step_made_into_a_post_stays_one_where_either_was_changed_since(store, changed):
    done(store, "make a step a post")
    snooze_post(store, strategy=LUNE, by=AMY, now=later(minutes=2), post_id=changed, span=Snooze.ONE_HOUR)

    for post_id in ("P1", "P2"):
        with pytest.raises(UserError, match=r"undo-gone|undo-stays"):
            undo_last(store, strategy=LUNE, by=BOB, now=later(minutes=3), post_id=post_id)

    assert stored(store, "P1").checklist[2].post_id == "P2"
    assert stored(store, "P2").state is PostState.DRAFT


def test_whoever_was_named_for_a_step_takes_the_post_that_they_made_back(store):
    post = kept(store, PostState.DRAFT)
    with store.transaction() as tx:
        tx.members.put(DAN)
    hand_over_steps(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id, owners={2: "UDAN"})
    make_step_post(store, strategy=LUNE, by=DAN, now=later(minutes=1), post_id="P1", place=2, title="Last days")

    undone(store, by=DAN, minutes=2)

    assert (stored(store, "P1").checklist[2].post_id, stored(store, "P2").state) == ("", PostState.CANCELLED)


def test_what_one_has_just_handed_over_is_taken_back_though_it_is_in_other_hands(store):
    with store.transaction() as tx:
        tx.members.put(DAN)
    post = kept(store, PostState.DRAFT)
    assign_post(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id, owner_id="UDAN")
    assign_post(store, strategy=LUNE, by=DAN, now=later(minutes=1), post_id=post.id, owner_id="UBOB")

    assert undone(store, by=DAN, minutes=2).owner_id == "UDAN"


def test_a_copy_that_is_taken_back_leaves_the_first_post_as_it_is(store):
    was = kept(store, PostState.DRAFT)
    copy_post(store, strategy=LUNE, by=BOB, now=NOW, post_id="P1", platforms=[Platform.X])

    undo_last(store, strategy=LUNE, by=BOB, now=later(minutes=1), post_id="P2")

    assert (stored(store, "P2").state, stored(store, "P1")) == (PostState.CANCELLED, was)
