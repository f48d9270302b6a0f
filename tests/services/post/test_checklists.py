import pytest

from bot.domain.errors import UserError
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.services.post.changes import move_post
from bot.services.post.checklists import finish_step, make_step_post
from bot.services.ways_back.table import undo_last
from tests.services.post.post_builders import AMY, LUNE, NOW, a_post, a_store, at, later, stored


@pytest.fixture
def store():
    return a_store()


def a_contest(store):
    return a_post(store, kind=PostKind.CONTEST, due=at(28), text="Win bread", owner_id="UBOB", labels=("spring",))


def does(act, store, post, place, **more):
    return act(store, strategy=LUNE, by=AMY, now=later(minutes=1), post_id=post.id, place=place, **more)


def test_a_step_is_done_once_by_somebody(store):
    post = a_contest(store)

    for _ in range(2):
        does(finish_step, store, post, 0)

    kept = stored(store, post.id)
    assert (kept.checklist[0].done_by, kept.checklist[0].done_at) == ("UAMY", later(minutes=1))
    assert [each.what for each in kept.history] == ["added", "step-done"]


def test_a_step_that_is_a_post_becomes_a_draft_without_text_on_its_day(store):
    post = a_contest(store)

    made = does(make_step_post, store, post, 4, title="Winner post: Spring contest")

    assert (made.state, made.text, made.due.wall, made.parent_id) == (PostState.DRAFT, "", "2026-12-09T10:00", "P1")
    assert (made.platform, made.owner_id, made.labels) == (Platform.INSTAGRAM, "UBOB", ("spring",))
    assert stored(store, post.id).checklist[4].post_id == made.id


def test_the_same_step_makes_one_post(store):
    post = a_contest(store)

    made = [does(make_step_post, store, post, 4, title="Winner").id for _ in range(2)]

    assert made == ["P2", "P2"]


def test_a_teaser_goes_to_its_platform_and_its_owner(store):
    post = a_post(store, kind=PostKind.BLOG, platform=Platform.BLOG, due=at(28))
    place = next(n for n, each in enumerate(post.checklist) if each.platform is Platform.LINKEDIN)

    made = does(make_step_post, store, post, place, title="Teaser")

    assert (made.platform, made.owner_id) == (Platform.LINKEDIN, "UBOB")


def test_moving_the_post_moves_its_steps_and_undo_brings_them_back(store):
    post = a_contest(store)

    moved = move_post(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id, due=at(30))
    undone = undo_last(store, strategy=LUNE, by=AMY, now=NOW, post_id=post.id).post

    assert (moved.checklist[1].day - post.checklist[1].day).days == 2
    assert undone.checklist == post.checklist


@pytest.mark.parametrize(
    ("act", "place", "key", "more"),
    [
        (finish_step, 9, "step-gone", {}),
        (finish_step, -1, "step-gone", {}),
        (make_step_post, 0, "step-makes-nothing", {"title": "A"}),
    ],
)
def test_a_step_that_is_not_there_or_no_post_is_refused(store, act, place, key, more):
    with pytest.raises(UserError, match=key):
        does(act, store, a_contest(store), place, **more)
