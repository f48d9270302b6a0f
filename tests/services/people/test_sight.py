"""Who sees a strategy, and that nobody is given anything of one they do not see."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.errors import GiveUp, NotFound, TryLater, UserError
from bot.domain.plan_parts import Theme
from bot.domain.post.checklists import Step
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform, PlatformPlan
from bot.services.people.channels import note_activity, note_joined, note_left
from bot.services.people.sight import channel_of, is_shut_out, keep_channel, sees
from bot.services.plan.changes import put_platform, put_theme
from bot.services.post.adding import Wish, add_post, edit_post
from bot.services.post.batches import copy_post
from bot.services.post.changes import assign_post
from bot.services.post.checklists import hand_over_steps, make_step_post
from bot.services.post.reviews import ask_review
from bot.services.post.series_changes import SeriesWish, change_series
from bot.services.ways_back.table import last_deeds, undo_deed, undo_last
from storage.memory import MemoryStore
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, SOLEIL, a_post, a_wish, at, stored
from tests.services.telling import PUBLIC, Told, a_team, look, seen_by, seen_in


@pytest.fixture
def store() -> MemoryStore:
    return a_team()


# --- who sees it


def test_a_strategy_of_a_public_channel_is_everybodys(store):
    assert "UDAN" in seen_in(store, Told(PUBLIC))


def test_of_a_private_channel_its_members_alone_see_it_whoever_else_is_named(store):
    with store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), manager_id="UDAN", round_ids=("UDAN",)))

    assert seen_in(store, Told()) == {"UAMY", "UBOB"}


def test_a_strategy_that_waits_for_its_channel_is_everybodys(store):
    with store.transaction() as tx:
        assert sees(tx, "UDAN", replace(LUNE, channel_id=""))


@pytest.mark.parametrize("refusal", [GiveUp("missing_scope"), GiveUp("channel_not_found"), TryLater("ratelimited")])
def test_where_slack_never_told_it_is_those_who_are_named(store, refusal):
    assert seen_in(store, Told(refusal)) == {"UAMY", "UBOB"}


@pytest.mark.parametrize(
    "more",
    [
        {"manager_id": "UDAN"},
        {"round_ids": ("UDAN",)},
        {"platforms": (PlatformPlan(platform=Platform.X, reviewer_id="UDAN"),)},
        {"plan": replace(LUNE.plan, themes=(Theme(id="T1", name="Tea", first=NOW.date(), owner_id="UDAN"),))},
    ],
    ids=["manager", "round", "platform", "theme"],
)
def test_where_slack_does_not_tell_whoever_is_named_in_it_sees_it(store, more):
    with store.transaction() as tx:
        assert sees(tx, "UDAN", replace(LUNE, **more))
        assert not sees(tx, "UDAN", LUNE)


@pytest.mark.parametrize(
    "more",
    [
        {"owner_id": "UDAN"},
        {"owner_id": "UDAN", "state": PostState.PUBLISHED, "published_at": NOW},
        {"backup_id": "UDAN"},
        {"reviewer_id": "UDAN"},
        {"checklist": (Step(key="a", owner_id="UDAN"),)},
    ],
    ids=["owner", "of a published one", "backup", "reviewer", "step"],
)
def test_where_slack_does_not_tell_whoever_has_a_post_of_it_sees_it(store, more):
    post = a_post(store)
    with store.transaction() as tx:
        tx.posts.put(replace(post, **more))

        assert sees(tx, "UDAN", LUNE)
        assert not sees(tx, "UDAN", SOLEIL)


def test_where_slack_does_not_tell_whoever_did_something_there_sees_it(store):
    look(store, Told(GiveUp("missing_scope")))

    note_activity(store, "CSOCIAL", "UDAN")
    note_activity(store, "CELSEWHERE", "UDAN")

    assert "UDAN" in seen_by(store)
    with store.transaction() as tx:
        assert not sees(tx, "UDAN", SOLEIL)


def test_where_slack_does_tell_it_is_believed_whatever_somebody_pressed_there(store):
    look(store, Told())

    note_activity(store, "CSOCIAL", "UDAN")

    assert "UDAN" not in seen_by(store)


# --- nobody is given what they do not see


@pytest.fixture
def closed(store):
    """A private channel without Dan, and a post in it."""
    look(store, Told())
    post = a_post(store, owner_id="UBOB", due=at(26))
    with store.transaction() as tx:
        tx.posts.put(replace(post, series_id="P1", checklist=(Step(key="winner"),)))
    return store


def give(act: Callable[..., Any], **more: Any) -> Callable[[MemoryStore], Any]:
    return lambda store: act(store, strategy=LUNE, by=BOB, now=NOW, **more)


GIVING = {
    "a new post": give(add_post, wish=a_wish(owner_id="UDAN")),
    "an edit": give(edit_post, post_id="P1", wish=a_wish(owner_id="UDAN")),
    "a hand-over": give(assign_post, post_id="P1", owner_id="UDAN"),
    "a review": give(ask_review, post_id="P1", reviewer_id="UDAN"),
    "a series": give(change_series, post_id="P1", wish=SeriesWish(owner_id="UDAN")),
    "a step": give(hand_over_steps, post_id="P1", owners={0: "UDAN"}),
    "a platform": give(put_platform, wish=PlatformPlan(platform=Platform.X, owner_id="UDAN")),
    "a platform's review": give(put_platform, wish=PlatformPlan(platform=Platform.X, reviewer_id="UDAN")),
    "a theme": give(put_theme, theme=Theme(id="", name="Tea", first=NOW.date(), owner_id="UDAN")),
}


@pytest.mark.parametrize("act", GIVING.values(), ids=GIVING)
def test_who_cannot_see_it_is_given_nothing_of_it_and_who_comes_in_is(closed, act):
    with pytest.raises(UserError) as refusal:
        act(closed)
    assert (refusal.value.key, refusal.value.params) == (
        "outsider",
        {"who": "Dan", "member_id": "UDAN"},
    )

    note_joined(closed, "CSOCIAL", "UDAN")

    act(closed)


def test_where_slack_names_nobody_whoever_gives_something_lets_them_in(store):
    look(store, Told(GiveUp("missing_scope")))
    a_post(store, owner_id="UBOB")

    GIVING["a hand-over"](store)

    assert "UDAN" in seen_by(store)


def test_people_of_the_plan_who_left_get_nothing_by_default(closed):
    with closed.transaction() as tx:
        named = PlatformPlan(platform=Platform.INSTAGRAM, owner_id="UDAN", backup_id="UDAN", reviewer_id="UDAN")
        strategy = tx.strategies.put(replace(tx.strategies.get("S1"), platforms=(named,)))

    made = add_post(closed, strategy=strategy, by=AMY, now=NOW, wish=Wish(title="A", platform=Platform.INSTAGRAM)).post
    [copy] = copy_post(closed, strategy=strategy, by=AMY, now=NOW, post_id=made.id, platforms=[Platform.X]).posts

    assert (made.owner_id, made.backup_id, made.reviewer_id, copy.owner_id) == ("UAMY", None, None, "UAMY")


def test_the_post_of_a_step_goes_to_who_makes_it_where_the_owner_left(closed):
    with closed.transaction() as tx:
        was = tx.posts.get("P1")
        tx.posts.put(replace(was, owner_id="UDAN", kind=PostKind.CONTEST))

    made = make_step_post(closed, strategy=LUNE, by=BOB, now=NOW, post_id="P1", place=0, title="Winner")

    assert made.owner_id == "UBOB"


def test_who_is_named_already_and_left_does_not_stop_the_rest_of_a_form(closed):
    with closed.transaction() as tx:
        theme = Theme(id="T1", name="Tea", first=NOW.date(), owner_id="UDAN")
        was = tx.strategies.get("S1")
        tx.strategies.put(replace(was, plan=replace(was.plan, themes=(theme,))))

    kept = put_theme(closed, strategy=LUNE, by=AMY, now=NOW, theme=replace(theme, name="Coffee"))

    assert kept.plan.themes[0].name == "Coffee"


def test_what_is_taken_back_goes_to_nobody_who_has_left(closed):
    note_joined(closed, "CSOCIAL", "UDAN")
    assign_post(closed, strategy=LUNE, by=BOB, now=NOW, post_id="P1", owner_id="UDAN")
    assign_post(closed, strategy=LUNE, by=BOB, now=NOW, post_id="P1", owner_id="UAMY")
    note_left(closed, "CSOCIAL", "UDAN")

    undo_last(closed, strategy=LUNE, by=BOB, now=NOW, post_id="P1")

    assert stored(closed, "P1").owner_id is None


def test_what_was_done_in_a_channel_is_not_taken_back_by_who_has_left_it(closed):
    note_joined(closed, "CSOCIAL", "UBOB")
    assign_post(closed, strategy=LUNE, by=BOB, now=NOW, post_id="P1", owner_id="UAMY")
    token = last_deeds(closed, by=BOB, now=NOW)[0].token
    note_left(closed, "CSOCIAL", "UBOB")

    assert last_deeds(closed, by=BOB, now=NOW) == []
    with pytest.raises(NotFound):
        undo_deed(closed, by=BOB, now=NOW, token=token)
    with pytest.raises(NotFound):
        undo_last(closed, strategy=LUNE, by=BOB, now=NOW, post_id="P1")
    assert stored(closed, "P1").owner_id == "UAMY"


def test_what_is_known_is_the_same_after_it_was_written_and_read(store):
    look(store, Told())

    with store.transaction() as tx:
        note = tx.notes.get("channel:CSOCIAL")
        keep_channel(tx, channel_of(tx, "CSOCIAL"))

        assert tx.notes.get("channel:CSOCIAL") == note
        assert [is_shut_out(tx, each, LUNE) for each in ("UAMY", "UDAN")] == [False, True]
