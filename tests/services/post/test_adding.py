import pytest

from bot.domain.errors import NotFound, UserError
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.services.post.adding import add_post, edit_post, facts_of
from bot.services.post.records import Outdated
from storage.memory import MemoryStore
from tests.services.post.post_builders import (
    AMY,
    BOB,
    GUEST,
    LUNE,
    NOW,
    SOLEIL,
    a_post,
    a_store,
    a_wish,
    at,
    later,
    stored,
)


@pytest.fixture
def store() -> MemoryStore:
    return a_store()


def edit(store, post, *, by=BOB, seen=None, **more):
    return edit_post(store, strategy=LUNE, by=by, now=later(minutes=1), post_id=post.id, wish=a_wish(**more), seen=seen)


def test_posts_are_numbered_and_start_as_drafts_of_whoever_adds_them(store):
    first, second = a_post(store), a_post(store, by=BOB)

    assert (first.id, second.id) == ("P1", "P2")
    assert (first.state, first.owner_id, second.owner_id) == (PostState.DRAFT, "UAMY", "UBOB")


def test_the_plan_names_owner_backup_and_reviewer_of_its_platform(store):
    post = a_post(store, platform=Platform.LINKEDIN)

    assert (post.owner_id, post.backup_id, post.reviewer_id) == ("UBOB", "UAMY", "UAMY")


def test_who_is_named_goes_before_the_plan(store):
    assert a_post(store, platform=Platform.LINKEDIN, owner_id="UAMY").owner_id == "UAMY"


def test_a_guest_who_adds_an_idea_leaves_it_without_owner_because_nobody_can_remind_them(store):
    assert a_post(store, by=GUEST, is_idea=True).owner_id is None


def test_a_post_serves_the_current_objective_unless_told_otherwise(store):
    assert a_post(store).objective_id == "O1"


def test_an_idea_has_its_own_state(store):
    assert a_post(store, is_idea=True).state is PostState.IDEA


def test_adding_is_the_first_line_of_the_history(store):
    change = a_post(store).history[0]

    assert (change.what, change.by, change.at) == ("added", "UAMY", NOW)


def test_the_same_form_sent_twice_adds_one_post(store):
    once = add_post(store, strategy=LUNE, by=AMY, now=NOW, wish=a_wish(), token="abc")
    again = add_post(store, strategy=LUNE, by=AMY, now=later(hours=23), wish=a_wish(), token="abc")

    assert (once.is_new, again.is_new, again.post.id) == (True, False, once.post.id)


def test_a_day_later_a_token_is_forgotten(store):
    once = add_post(store, strategy=LUNE, by=AMY, now=NOW, wish=a_wish(), token="abc")
    again = add_post(store, strategy=LUNE, by=AMY, now=later(hours=24), wish=a_wish(), token="abc")

    assert again.post.id != once.post.id


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ({"title": ""}, "post-title-empty"),
        ({"title": "x" * 151}, "post-title-long"),
        ({"due": at(23, 7, 59)}, "post-in-the-past"),
        ({"owner_id": "UGUEST"}, "not-reachable"),
        ({"owner_id": "UGONE"}, "not-reachable"),
        ({"owner_id": "UROBOT"}, "not-reachable"),
        ({"owner_id": "UNOBODY"}, "stranger"),
        ({"image": "javascript:alert(1)"}, "post-image-unreadable"),
        ({"link": "example"}, "link-unreadable"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_uses_up_no_number(store, more, key):
    with pytest.raises(UserError) as refused:
        a_post(store, **more)

    assert refused.value.key == key
    assert a_post(store).id == "P1"


def test_a_post_of_another_strategy_is_not_found(store):
    post = a_post(store, strategy=SOLEIL)

    with pytest.raises(NotFound):
        facts_of(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id)


def test_editing_notes_who_changed_which_fields(store):
    post = edit(store, a_post(store), title="Winter contest", kind=PostKind.CONTEST, owner_id="UAMY")

    assert (post.title, post.kind) == ("Winter contest", PostKind.CONTEST)
    assert (post.history[-1].what, post.history[-1].by, post.history[-1].note) == ("edited", "UBOB", "title,kind")


def test_saving_a_form_unchanged_leaves_no_line(store):
    post = a_post(store)

    assert edit(store, post, owner_id="UAMY", seen=1).history == post.history


def test_a_new_date_makes_new_reminders_and_a_draft_of_an_idea(store):
    post = edit(store, a_post(store, is_idea=True), due=at(25))

    assert (post.state, post.moves, post.due) == (PostState.DRAFT, 1, at(25))


def test_a_text_that_the_form_did_not_hold_stays_whole(store):
    post = a_post(store, text="x" * 5000)

    assert edit(store, post, title="Other", text=None).text == "x" * 5000


def test_a_past_moment_may_stay_but_not_be_chosen(store):
    post = a_post(store, due=at(23, 8, 30))
    late = {"strategy": LUNE, "by": AMY, "now": later(days=1), "post_id": post.id}

    kept = edit_post(store, **late, wish=a_wish(title="Late", due=post.due, owner_id="UAMY"))

    assert kept.title == "Late"
    with pytest.raises(UserError, match="post-in-the-past"):
        edit_post(store, **late, wish=a_wish(due=at(23, 9)))


def test_a_form_that_was_overtaken_changes_nothing_and_says_who_was_faster(store):
    post = a_post(store)
    edit(store, post, by=BOB, title="Bob's title")

    with pytest.raises(Outdated) as late:
        edit(store, post, by=AMY, title="Amy's title", seen=len(post.history))

    assert [each.by for each in late.value.since] == ["UBOB"]
    assert stored(store, post.id).title == "Bob's title"


def test_a_cancelled_post_is_not_edited(store):
    post = a_post(store)
    with store.transaction() as tx:
        tx.posts.put(post.into(PostState.CANCELLED))

    with pytest.raises(UserError, match="post-cancelled"):
        edit(store, post, title="Other")


def test_posts_that_share_a_link_are_named_on_the_card(store):
    first, second = a_post(store), a_post(store)
    for post in (first, second):
        edit(store, post, link="https://example.com/1")

    assert facts_of(store, strategy=LUNE, by=AMY, now=NOW, post_id="P1").twins == ("P2",)
