from datetime import UTC, datetime

import pytest

from bot.domain.errors import NotFound, UserError
from bot.domain.posts import PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.services.post.adding import facts_of
from bot.services.post.changes import (
    Snooze,
    assign_post,
    cancel_post,
    move_post,
    publish_post,
    reopen_post,
    snooze_post,
)
from bot.services.post.records import Outdated
from bot.services.ways_back.table import undo_last
from storage.memory import MemoryStore
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, SOLEIL, a_post, a_store, at, later, stored

LINK = "https://www.instagram.com/p/abc/"


@pytest.fixture
def store() -> MemoryStore:
    return a_store()


def does(act, store, post, *, by=AMY, now=NOW, strategy=LUNE, **more):
    return act(store, strategy=strategy, by=by, now=now, post_id=post.id, **more)


# --- moving and handing over


def test_a_moved_post_remembers_where_it_was(store):
    post = does(move_post, store, a_post(store, due=at(24)), due=at(25, 16))

    assert (post.due, post.moves, post.history[-1].note) == (at(25, 16), 1, "2026-11-24T10:00 America/Toronto")


def test_moving_to_where_it_stands_changes_nothing(store):
    post = a_post(store, due=at(24))

    assert does(move_post, store, post, due=at(24)) == post


def test_a_post_is_not_moved_into_the_past(store):
    with pytest.raises(UserError, match="post-in-the-past"):
        does(move_post, store, a_post(store, due=at(24)), due=at(22))


def test_moving_ends_a_snooze(store):
    post = a_post(store, due=at(24))
    does(snooze_post, store, post, span=Snooze.ONE_HOUR)

    assert does(move_post, store, post, due=at(25)).snoozed_until is None


def test_a_form_opened_before_somebody_else_moved_the_post_is_outdated(store):
    post = a_post(store, due=at(24))
    does(move_post, store, post, by=BOB, due=at(25))

    with pytest.raises(Outdated):
        does(move_post, store, post, due=at(26), seen=len(post.history))


def test_a_snooze_meanwhile_outdates_no_form(store):
    post = a_post(store, due=at(24))
    does(snooze_post, store, post, by=BOB, span=Snooze.ONE_HOUR)

    assert does(move_post, store, post, due=at(26), seen=len(post.history)).due == at(26)


def test_two_who_choose_the_same_owner_do_not_get_in_each_others_way(store):
    post = a_post(store)
    does(assign_post, store, post, owner_id="UBOB")

    assert does(assign_post, store, post, by=BOB, owner_id="UBOB", seen=1).owner_id == "UBOB"


@pytest.mark.parametrize("owner_id", ["UGUEST", "UGONE", "UROBOT"])
def test_nobody_gets_a_post_who_cannot_be_reminded_of_it(store, owner_id):
    with pytest.raises(UserError, match="not-reachable"):
        does(assign_post, store, a_post(store), owner_id=owner_id)


# --- publishing


def test_publishing_keeps_link_moment_and_member(store):
    post = does(publish_post, store, a_post(store), link=LINK, published_at=later(hours=-1))

    assert (post.state, post.link, post.published_at, post.published_by) == (
        PostState.PUBLISHED,
        LINK,
        later(hours=-1),
        "UAMY",
    )


def test_the_same_link_sent_twice_is_no_fault(store):
    post = a_post(store)
    once = does(publish_post, store, post, link=LINK)

    assert does(publish_post, store, post, by=BOB, link=LINK, now=later(minutes=1)) == once


def test_another_link_for_a_published_post_is_refused(store):
    post = a_post(store)
    does(publish_post, store, post, link=LINK)

    with pytest.raises(UserError, match="post-already-published"):
        does(publish_post, store, post, by=BOB, link="https://example.com/other")


def test_a_post_without_link_needs_a_reason(store):
    post = a_post(store)

    with pytest.raises(UserError, match="post-link-missing"):
        does(publish_post, store, post)
    assert does(publish_post, store, post, reason="a story").history[-1].note == "a story"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://example.com", "example.com", "https://a b.com", "https://<x>.com", "http://"]
)
def test_only_web_addresses_are_links(store, link):
    with pytest.raises(UserError, match="link-unreadable"):
        does(publish_post, store, a_post(store), link=link)


def test_nothing_is_published_in_the_future(store):
    with pytest.raises(UserError, match="post-published-later"):
        does(publish_post, store, a_post(store), link=LINK, published_at=later(minutes=1))


# --- cancelling, reopening, snoozing, stepping


def test_a_cancelled_post_comes_back_as_a_draft_and_as_an_idea_when_it_had_no_date(store):
    dated, undated = a_post(store, due=at(24)), a_post(store)
    for post in (dated, undated):
        does(cancel_post, store, post)

    assert does(reopen_post, store, dated).state is PostState.DRAFT
    assert does(reopen_post, store, undated).state is PostState.IDEA


def test_cancelling_twice_is_one_line_of_history(store):
    post = a_post(store)
    does(cancel_post, store, post)

    assert len(does(cancel_post, store, post, by=BOB).history) == 2


def test_a_published_post_is_not_cancelled(store):
    post = a_post(store)
    does(publish_post, store, post, link=LINK)

    with pytest.raises(UserError, match="post-state"):
        does(cancel_post, store, post)


@pytest.mark.parametrize(
    ("span", "until"),
    [
        (Snooze.ONE_HOUR, datetime(2026, 11, 23, 14, 0, tzinfo=UTC)),
        (Snooze.THREE_HOURS, datetime(2026, 11, 23, 16, 0, tzinfo=UTC)),
        (Snooze.MORNING, datetime(2026, 11, 24, 14, 0, tzinfo=UTC)),  # nine in Toronto
    ],
)
def test_a_snooze_ends_when_it_says(store, span, until):
    post = does(snooze_post, store, a_post(store, due=at(23, 9)), span=span)

    assert (post.snoozed_until, post.snoozes) == (until, 1)


def test_what_has_no_date_is_not_snoozed(store):
    with pytest.raises(UserError, match="post-undated"):
        does(snooze_post, store, a_post(store), span=Snooze.ONE_HOUR)


@pytest.mark.parametrize("act", [move_post, assign_post, snooze_post])
def test_what_is_over_is_not_moved_handed_over_or_snoozed(store, act):
    post = a_post(store, due=at(24))
    does(cancel_post, store, post)
    more = {move_post: {"due": at(25)}, assign_post: {"owner_id": "UBOB"}, snooze_post: {"span": Snooze.ONE_HOUR}}

    with pytest.raises(UserError, match="post-not-open"):
        does(act, store, post, **more[act])


@pytest.mark.parametrize("act", [cancel_post, reopen_post, undo_last])
def test_a_post_of_another_strategy_cannot_be_touched(store, act):
    post = a_post(store)

    with pytest.raises(NotFound):
        does(act, store, post, strategy=SOLEIL)


# --- undo


def test_undo_brings_back_what_was_and_says_so_in_the_history(store):
    post = a_post(store, due=at(24))
    does(publish_post, store, post, link=LINK)

    undone = does(undo_last, store, post, now=later(minutes=9))

    assert undone.what == "published"
    assert (undone.post.state, undone.post.link, undone.post.published_at) == (PostState.DRAFT, "", None)
    assert [each.what for each in undone.post.history] == ["added", "published", "undone"]


def test_undoing_an_addition_leaves_a_cancelled_post_that_can_be_reopened(store):
    assert does(undo_last, store, a_post(store)).post.state is PostState.CANCELLED


def test_undoing_a_move_restores_the_moment_and_still_makes_new_reminders(store):
    post = a_post(store, due=at(24))
    does(move_post, store, post, due=at(25))

    undone = does(undo_last, store, post).post

    assert (undone.due, undone.moves) == (at(24), 2)


@pytest.mark.parametrize(
    ("by", "now"), [(AMY, later(minutes=10)), (BOB, NOW)], ids=["ten minutes later", "by somebody else"]
)
def test_nothing_is_undone_too_late_or_by_others(store, by, now):
    post = a_post(store)
    does(cancel_post, store, post)

    with pytest.raises(UserError, match=r"undo-gone|undo-stays"):
        does(undo_last, store, post, by=by, now=now)


def test_the_last_action_is_undone_first_then_the_one_before_and_each_once(store):
    post = a_post(store)
    does(cancel_post, store, post)

    undone = [does(undo_last, store, post).what for _ in range(2)]

    assert undone == ["cancelled", "added"]
    with pytest.raises(UserError, match=r"undo-gone|undo-stays"):
        does(undo_last, store, post)


def test_a_button_undoes_the_deed_after_which_it_was_drawn_once_and_no_other(store):
    post = a_post(store)
    lines = len(does(cancel_post, store, post).history)
    does(undo_last, store, post, lines=lines)

    with pytest.raises(UserError, match=r"undo-gone|undo-stays"):
        does(undo_last, store, post, lines=lines)

    assert stored(store, post.id).state is PostState.DRAFT


def test_what_was_changed_by_other_means_since_is_not_undone(store):
    post = a_post(store)
    with store.transaction() as tx:
        tx.posts.put(tx.posts.get(post.id))

    with pytest.raises(UserError, match=r"undo-gone|undo-stays"):
        does(undo_last, store, post)


def test_the_card_offers_undo_to_who_acted_for_ten_minutes(store):
    post = a_post(store)
    does(cancel_post, store, post)

    offered = [
        facts_of(store, strategy=LUNE, by=by, now=now, post_id=post.id).undoable
        for by, now in ((AMY, later(minutes=9)), (BOB, NOW), (AMY, later(minutes=10)))
    ]

    assert offered == [2, 0, 0]


def test_every_change_marks_the_messages_about_the_post_as_out_of_date(store, a_sent_reminder):
    does(cancel_post, store, stored(store, "P1"))

    with store.transaction() as tx:
        assert [each.key for each in tx.deliveries.to_refresh(NOW, limit=5)] == [a_sent_reminder]


@pytest.fixture
def a_sent_reminder(store) -> str:
    a_post(store, due=at(24))
    with store.transaction() as tx:
        sent = Delivery(
            key="due:S1:P1:UAMY:2026-11-24",
            kind=ReminderKind.DUE,
            strategy_id="S1",
            subject="P1",
            recipient_id="UAMY",
            owed_at=NOW,
            expires_at=later(hours=6),
            state=DeliveryState.SENT,
            sent_at=NOW,
        )
        return tx.deliveries.put(sent).key
