"""Review on a calendar: asked for, given, sent back; what a change makes of an approval; who is told."""

from dataclasses import replace

import pytest

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.changes import ChangeTopic
from bot.domain.strategy import Platform
from bot.services.post.adding import edit_post
from bot.services.post.changes import assign_post, cancel_post, publish_post
from bot.services.post.echo import rewrite_post
from bot.services.post.records import Outdated
from bot.services.post.reviews import approve_post, ask_changes, ask_review
from bot.services.reminders.changes import change_told
from bot.services.ways_back.table import undo_last
from storage.memory import MemoryStore
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, a_post, a_store, a_wish, later, stored

CHLOE = Member(id="UCHLOE", name="Chloé")
STRICT = replace(LUNE, review_required=True)
LINK = "https://www.instagram.com/p/abc/"


@pytest.fixture
def store() -> MemoryStore:
    found = a_store()
    with found.transaction() as tx:
        tx.members.put(CHLOE)
    return found


def chloes(store, **more) -> Post:
    return a_post(store, by=CHLOE, **more)


def does(act, store, post, *, by=CHLOE, now=NOW, strategy=LUNE, **more):
    return act(store, strategy=strategy, by=by, now=now, post_id=post.id, **more)


def approved(store, **more) -> Post:
    post = chloes(store, **more)
    does(ask_review, store, post)
    return does(approve_post, store, post, by=AMY)


def notices(store) -> list[tuple[str, ChangeTopic]]:
    with store.transaction() as tx:
        rows = [each for each in tx.deliveries.all() if each.kind in (ReminderKind.CHANGE, ReminderKind.CHANGE_LINE)]
    return [(each.recipient_id, change_told(each)[0]) for each in rows]


def test_nobody_who_may_not_approve_is_named_by_themselves(store):
    post = chloes(store)
    with store.transaction() as tx:
        tx.posts.put(replace(post, owner_id="UBOB"))

    with pytest.raises(UserError) as refused:
        does(ask_review, store, post, reviewer_id="UCHLOE")

    assert refused.value.key == "rights-approve"
    assert "UAMY" in refused.value.params["people"].ids
    assert stored(store, post.id).state is PostState.DRAFT


def test_asking_names_whoever_reads_it_and_since_when(store):
    post = does(ask_review, store, chloes(store, platform=Platform.LINKEDIN), note="The second line")

    assert (post.state, post.reviewer_id, post.review_asked_at, post.review_asked_by) == (
        PostState.IN_REVIEW,
        "UAMY",
        NOW,
        "UCHLOE",
    )
    assert (post.history[-1].what, post.history[-1].note) == ("in_review", "The second line")


def test_a_reviewer_who_is_chosen_may_approve(store):
    post = a_post(store, by=AMY)
    does(ask_review, store, post, by=AMY, reviewer_id="UCHLOE")

    assert does(approve_post, store, post).approved_by == "UCHLOE"


def test_asking_the_same_person_twice_is_one_line_and_another_person_two(store):
    post = chloes(store)

    for reviewer in ("UAMY", "UAMY", "UBOB"):
        does(ask_review, store, post, reviewer_id=reviewer)

    assert [each.what for each in stored(store, post.id).history] == ["added", "in_review", "in_review"]


@pytest.mark.parametrize(
    ("reviewer", "key"),
    [("UCHLOE", "review-own"), ("UGUEST", "not-reachable"), ("UNOBODY", "stranger")],
)
def test_who_cannot_read_it_is_not_asked(store, reviewer, key):
    with pytest.raises(UserError) as refusal:
        does(ask_review, store, chloes(store), reviewer_id=reviewer)

    assert refusal.value.key == key


def test_a_manager_on_their_own_has_nobody_to_ask(store):
    with pytest.raises(UserError, match="review-nobody"):
        does(ask_review, store, a_post(store, by=AMY), by=AMY)


def test_the_owner_cannot_approve_and_is_told_who_can(store):
    post = does(ask_review, store, chloes(store))

    with pytest.raises(UserError) as refusal:
        does(approve_post, store, post)

    assert refusal.value.key == "rights-approve"
    assert "UAMY" in refusal.value.params["people"].ids


def test_an_approval_says_who_and_when_and_tells_the_owner(store):
    post = approved(store)

    assert (post.state, post.approved_by, post.approved_at) == (PostState.APPROVED, "UAMY", NOW)
    assert notices(store) == [("UCHLOE", ChangeTopic.APPROVED)]


def test_what_changed_after_it_was_read_is_not_approved_unseen(store):
    post = does(ask_review, store, chloes(store, text="One"))
    does(rewrite_post, store, post, text="Two")

    with pytest.raises(Outdated):
        does(approve_post, store, post, by=AMY, seen=len(post.history))

    assert stored(store, post.id).state is PostState.IN_REVIEW


def test_a_wish_for_a_change_sends_it_back_with_the_comment(store):
    post = does(ask_review, store, chloes(store))

    back = does(ask_changes, store, post, by=AMY, comment=" Shorter, please ")

    assert back.state is PostState.DRAFT
    assert (back.history[-1].what, back.history[-1].by, back.history[-1].note) == (
        "changes-asked",
        "UAMY",
        "Shorter, please",
    )
    assert notices(store) == [("UCHLOE", ChangeTopic.SENT_BACK)]


@pytest.mark.parametrize(("comment", "key"), [(" ", "review-comment-missing"), ("Why?", "review-not-asked")])
def test_a_wish_needs_words_and_something_in_review(store, comment, key):
    with pytest.raises(UserError, match=key):
        does(ask_changes, store, chloes(store), by=AMY, comment=comment)


def test_a_change_after_approval_asks_for_review_again(store):
    post = approved(store)

    changed = does(rewrite_post, store, post, text="Another text", now=later(hours=1))

    assert (changed.state, changed.approved_at, changed.review_asked_at) == (PostState.IN_REVIEW, None, later(hours=1))
    assert changed.reviewer_id == "UAMY"


def test_what_nobody_reads_changes_nothing_of_an_approval(store):
    post = approved(store)

    edited = does(edit_post, store, post, wish=a_wish(owner_id="UCHLOE", notes="Call the printer"))

    assert edited.state is PostState.APPROVED


def test_a_plan_may_let_an_approval_stand(store):
    post = approved(store)
    easy = replace(LUNE, plan=replace(LUNE.plan, review_again_after_change=False))

    assert does(rewrite_post, store, post, strategy=easy, text="Another text").state is PostState.APPROVED


def test_undoing_the_change_brings_the_approval_back(store):
    post = approved(store, text="One")
    does(rewrite_post, store, post, text="Two")

    undone = does(undo_last, store, post).post

    assert (undone.state, undone.approved_by, undone.text) == (PostState.APPROVED, "UAMY", "One")


@pytest.mark.parametrize(
    ("act", "what"), [(approved, "published"), (chloes, "published-unapproved")], ids=["approved", "not approved"]
)
def test_publishing_what_was_not_approved_is_recorded_as_that_and_never_blocked(store, act, what):
    post = act(store)

    live = does(publish_post, store, post, strategy=STRICT, link=LINK, now=later(hours=1))

    assert (live.state, live.history[-1].what) == (PostState.PUBLISHED, what)


def test_a_new_owner_is_told_and_whoever_takes_a_post_is_not(store):
    post = a_post(store, by=AMY)

    does(assign_post, store, post, by=AMY, owner_id="UCHLOE")
    does(assign_post, store, post, by=BOB, owner_id="UBOB")

    assert notices(store) == [("UCHLOE", ChangeTopic.GOT), ("UCHLOE", ChangeTopic.LOST)]


@pytest.mark.parametrize(
    "act",
    [
        lambda store, post, by: does(rewrite_post, store, post, by=by, text="Mine"),
        lambda store, post, by: does(ask_review, store, post, by=by),
        lambda store, post, by: does(cancel_post, store, post, by=by),
        lambda store, post, by: does(assign_post, store, post, by=by, owner_id="UCHLOE"),
        lambda store, post, by: does(publish_post, store, post, by=by, link=LINK),
        lambda store, post, by: does(edit_post, store, post, by=by, wish=a_wish(text="Mine")),
    ],
)
def test_what_is_in_other_hands_is_left_alone_and_who_can_is_named(store, act):
    post = a_post(store, by=AMY)

    with pytest.raises(UserError) as refusal:
        act(store, post, CHLOE)

    assert refusal.value.key == "rights-change_post"
    assert "UAMY" in refusal.value.params["people"].ids
    assert stored(store, post.id) == post
