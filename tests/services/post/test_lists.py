from dataclasses import replace
from datetime import date

import pytest

from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform
from bot.services.post.changes import cancel_post, publish_post
from bot.services.post.lists import Only, PostFilter, list_posts, overview_of, posts_to_publish
from storage.memory import MemoryStore
from tests.services.post.post_builders import AMY, BOB, LUNE, NOW, SOLEIL, a_post, a_store, at, later


@pytest.fixture
def store() -> MemoryStore:
    """P1 late, P2 today, P3 in a week, P4 an idea of Bob's, P5 published, P6 cancelled, P7 of another strategy."""
    store = a_store()
    a_post(store, due=at(23, 7), now=later(days=-1))
    a_post(store, due=at(23, 17), kind=PostKind.CONTEST)
    a_post(store, due=at(30), platform=Platform.LINKEDIN, owner_id="UAMY")
    a_post(store, by=BOB, is_idea=True)
    a_post(store, due=at(23, 9))
    a_post(store, due=at(24))
    a_post(store, strategy=SOLEIL, due=at(24))
    publish_post(store, strategy=LUNE, by=AMY, now=NOW, post_id="P5", link="https://example.com/5")
    cancel_post(store, strategy=LUNE, by=AMY, now=NOW, post_id="P6")
    return store


def ids(store, *, by=AMY, number=1, **wanted):
    page = list_posts(store, strategy=LUNE, by=by, now=NOW, wanted=PostFilter(**wanted), number=number)
    return [each.id for each in page.posts]


def test_all_begins_with_what_is_open_and_ends_with_what_was_cancelled(store):
    assert ids(store) == ["P1", "P2", "P3", "P4", "P5", "P6"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({"only": Only.OPEN, "owner_id": "UAMY"}, ["P1", "P2", "P3"]),
        ({"only": Only.OVERDUE}, ["P1"]),
        ({"only": Only.IDEAS}, ["P4"]),
        ({"only": Only.UNOWNED}, []),
        ({"platform": Platform.LINKEDIN}, ["P3"]),
        ({"kind": PostKind.CONTEST}, ["P2"]),
        ({"state": PostState.CANCELLED}, ["P6"]),
        ({"owner_id": "UBOB"}, ["P4"]),
        ({"first": date(2026, 11, 23), "last": date(2026, 11, 29)}, ["P1", "P2", "P5"]),
        ({"first": date(2026, 11, 30), "last": date(2026, 11, 30)}, ["P3"]),
    ],
)
def test_a_list_is_narrowed(store, wanted, expected):
    assert ids(store, **wanted) == expected


def test_days_are_those_of_the_reader(store):
    a_post(store, due=at(29, 20))  # Monday 02:00 in Paris
    week = {"first": date(2026, 11, 30), "last": date(2026, 12, 6)}

    assert "P8" in ids(store, by=BOB, **week)
    assert "P8" not in ids(store, by=AMY, **week)


def test_a_list_has_pages_of_ten_and_stops_at_the_last():
    store = a_store()
    for _ in range(23):
        a_post(store)

    page = list_posts(store, strategy=LUNE, by=AMY, now=NOW, wanted=PostFilter(), number=9)

    assert (page.number, page.pages, page.first, page.last, page.total) == (3, 3, 21, 23, 23)


def test_the_overview_tells_late_today_next_and_what_is_left_of_others(store):
    found = overview_of(store, strategy=LUNE, by=AMY, now=NOW)

    parts = [[each.id for each in part] for part in (found.late, found.today, found.next, found.undated)]
    assert parts == [["P1"], ["P2"], ["P3"], []]
    assert (found.total, found.others, found.unowned) == (3, 1, 0)


def test_the_overview_tells_whoever_manages_what_is_late_with_others_and_what_waits_for_their_review(store):
    with store.transaction() as tx:
        late = tx.posts.get("P1")
        tx.posts.put(replace(late, owner_id=BOB.id, state=PostState.IN_REVIEW, reviewer_id=AMY.id))

    found = overview_of(store, strategy=LUNE, by=AMY, now=NOW)

    assert [each.id for each in found.reviews] == ["P1"]
    assert found.others_late == 1


def test_done_without_a_number_means_what_is_due(store):
    assert [each.id for each in posts_to_publish(store, strategy=LUNE, by=AMY, now=NOW)] == ["P1"]
    assert [each.id for each in posts_to_publish(store, strategy=LUNE, by=BOB, now=NOW)] == ["P4"]
