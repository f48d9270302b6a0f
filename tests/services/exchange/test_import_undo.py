"""An import taken back: posts, numbers and dates as they were, for ten minutes, by whoever brought the file in."""

import pytest

from bot.domain.errors import UserError
from bot.domain.posts import PostState
from bot.services.exchange.imports import Imported, plan_import, run_import
from bot.services.post.batches import Batch
from bot.services.post.changes import cancel_post, move_post
from bot.services.ways_back.table import last_deeds
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, a_post, a_store, at, later, stored, undo_batch

FILE = b"title,platform,date,text\nTea,x,2026-12-01,Come by\nBread,x,2026-12-02,Fresh\n"
CHANGED = b"number,title,platform,date,text,reach\nP1,Spring contest,instagram,2026-11-29,Other,\n"
LIVE = b"title,platform,link,published_at,reach\nOld,x,https://example.com/1,2026-11-02 10:00,50\n"


@pytest.fixture
def store():
    return a_store()


def brought(store, text: bytes) -> Imported:
    return run_import(store, text, strategy=LUNE, by=BOB.id, now=NOW)


def taken_back(store, done: Imported, *, by=BOB, **after: float) -> Batch:
    return undo_batch(store, strategy=LUNE, by=by, now=later(**(after or {"minutes": 9})), token=done.token)


def measurements(store) -> list[object]:
    with store.transaction() as tx:
        return tx.measurements.all()


def test_what_came_in_is_cancelled_and_says_so(store):
    batch = taken_back(store, brought(store, FILE))

    assert [each.id for each in batch.posts] == ["P1", "P2"]
    assert {each.state for each in batch.posts} == {PostState.CANCELLED}
    last = stored(store, "P1").history[-1]
    assert (last.what, last.note, last.by, last.at) == ("undone", "imported", "UBOB", later(minutes=9))


def test_a_file_that_brings_nothing_leaves_what_was_done_before_to_be_taken_back(store):
    first = brought(store, FILE)

    again = brought(store, FILE)

    assert again.token == ""
    assert last_deeds(store, by=BOB, now=later(minutes=1))[0].token == first.token


def test_what_was_changed_is_as_it_was_and_has_new_reminders(store):
    was = a_post(store, text="First", due=at(27))

    taken_back(store, brought(store, CHANGED))

    post = stored(store, "P1")
    assert (post.text, post.due, post.state) == ("First", was.due, PostState.DRAFT)
    assert post.moves == was.moves + 2


def test_numbers_and_live_links_go_with_it(store):
    done = brought(store, LIVE)
    assert len(measurements(store)) == 1

    taken_back(store, done)

    post = stored(store, "P1")
    assert (post.state, post.link, post.published_at) == (PostState.CANCELLED, "", None)
    assert measurements(store) == []


@pytest.mark.parametrize("file", [FILE, LIVE])
def test_the_same_file_comes_in_again_afterwards(store, file):
    taken_back(store, brought(store, file))

    plan = plan_import(store, file, strategy=LUNE, by=BOB.id, now=later(minutes=10))

    assert (len(plan.new), plan.same, plan.refused) == (file.count(b"\n") - 1, 0, ())


def test_what_the_team_cancelled_itself_stays_cancelled_for_the_same_file(store):
    post = a_post(store, title="Tea", due=at(27))
    cancel_post(store, strategy=LUNE, by=BOB, now=NOW, post_id=post.id)

    text = b"title,platform,due\nTea,instagram,2026-11-27 10:00\n"
    assert plan_import(store, text, strategy=LUNE, by=BOB.id, now=NOW).same == 1


def test_what_was_changed_since_stays(store):
    done = brought(store, FILE)
    move_post(store, strategy=LUNE, by=BOB, now=later(minutes=1), post_id="P1", due=at(30))

    batch = taken_back(store, done)

    assert ([each.id for each in batch.posts], [each.id for each in batch.left]) == (["P2"], ["P1"])
    assert stored(store, "P1").state is PostState.DRAFT


@pytest.mark.parametrize("more", [{"minutes": 10}, {"by": AMY, "minutes": 1}], ids=["too late", "somebody else"])
def test_nothing_is_taken_back_too_late_or_by_others(store, more):
    done = brought(store, FILE)

    with pytest.raises(UserError, match="undo-gone"):
        taken_back(store, done, **more)

    assert stored(store, "P1").state is PostState.DRAFT


def test_once_is_enough(store):
    done = brought(store, FILE)
    taken_back(store, done)

    with pytest.raises(UserError, match="undo-gone"):
        taken_back(store, done)


def test_a_preview_and_a_file_that_changes_nothing_leave_nothing_to_take_back(store):
    brought(store, FILE)

    assert brought(store, FILE).token == ""
