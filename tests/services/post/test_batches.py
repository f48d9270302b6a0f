from dataclasses import replace
from datetime import date

import pytest

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.plan_parts import Limits, Policy, PolicyKind, Severity
from bot.domain.posts import Attachment, PostState
from bot.domain.strategy import Platform
from bot.services.post.adding import facts_of
from bot.services.post.batches import add_series, copy_post, move_day, posts_of_day
from bot.services.post.changes import draft_post
from bot.services.ways_back.table import undo_last
from tests.services.post.post_builders import AMY, LUNE, NOW, a_post, a_store, a_wish, at, later, stored, undo_batch

CHLOE = Member(id="UCHLOE", name="Chloé")
TUESDAY, WEDNESDAY = date(2026, 11, 24), date(2026, 11, 25)
BY = {"strategy": LUNE, "by": AMY, "now": NOW}


@pytest.fixture
def store():
    found = a_store()
    with found.transaction() as tx:
        tx.members.put(CHLOE)
    return found


def a_series(store, **more):
    return add_series(store, **BY, wish=a_wish(text="The first one"), dues=[at(24), at(25), at(26)], **more)


def test_a_series_is_a_draft_for_each_moment_and_only_the_first_has_the_text(store):
    batch = a_series(store)

    assert [(each.due, each.text, each.series_id) for each in batch.posts] == [
        (at(24), "The first one", "P1"),
        (at(25), "", "P1"),
        (at(26), "", "P1"),
    ]


def test_a_form_delivered_twice_makes_one_series(store):
    first, again = a_series(store, token="t"), a_series(store, token="t")

    assert [each.id for each in again.posts] == [each.id for each in first.posts]


def test_what_the_plan_holds_back_is_left_out_and_counted(store):
    full = replace(LUNE, plan=replace(LUNE.plan, limits=Limits(posts_a_day=1)))
    a_post(store, due=at(25))

    batch = add_series(store, **{**BY, "strategy": full}, wish=a_wish(), dues=[at(24), at(25), at(26)])

    assert ([each.due.day.day for each in batch.posts], batch.missed) == ([24, 26], 1)


def test_undo_takes_the_whole_series_back(store):
    batch = a_series(store)

    undone = undo_batch(store, **BY, token=batch.token)

    assert {each.state for each in undone.posts} == {PostState.CANCELLED}
    with pytest.raises(UserError, match="undo-gone"):
        undo_batch(store, **BY, token=batch.token)


def test_one_of_a_series_can_be_taken_back_alone_and_the_rest_stays_undoable(store):
    batch = a_series(store)
    undo_last(store, **BY, post_id="P2")

    undone = undo_batch(store, **BY, token=batch.token)

    assert ([each.id for each in undone.posts], [each.id for each in undone.left]) == (["P1", "P3"], [])


@pytest.mark.parametrize("more", [{"now": later(minutes=10)}, {"by": CHLOE}], ids=["too late", "somebody else"])
def test_nothing_is_undone_too_late_or_by_others(store, more):
    batch = a_series(store)

    with pytest.raises(UserError, match="undo-gone"):
        undo_batch(store, **{**BY, **more}, token=batch.token)


NO_MORE = Member(id="UCHLOE", name="Chloé", is_guest=True)


def test_whoever_lost_the_right_takes_no_batch_back(store):
    batch = add_series(store, **{**BY, "by": CHLOE}, wish=a_wish(), dues=[at(24), at(25)])

    with pytest.raises(UserError, match="rights-change_post"):
        undo_batch(store, **{**BY, "by": NO_MORE}, token=batch.token)

    assert {stored(store, each.id).state for each in batch.posts} == {PostState.DRAFT}
    assert len(undo_batch(store, **{**BY, "by": CHLOE}, token=batch.token).posts) == 2


def test_of_a_batch_only_what_one_may_still_change_is_taken_back(store):
    a_post(store, by=CHLOE, due=at(24))
    a_post(store, by=AMY, platform=Platform.LINKEDIN, due=at(24))
    owner = replace(LUNE, platforms=(replace(LUNE.platforms[0], owner_id="UCHLOE"),))
    batch = move_day(store, strategy=owner, by=CHLOE, now=NOW, day=TUESDAY, to=WEDNESDAY)
    assert len(batch.posts) == 2

    undone = undo_batch(store, **{**BY, "by": CHLOE}, token=batch.token)

    assert ([each.id for each in undone.posts], [each.id for each in undone.left]) == (["P1"], ["P2"])


def test_a_copy_is_a_draft_that_asks_for_a_rewrite_at_once(store):
    was = a_post(store, text="Bring your best tea story to the bakery", due=at(28))

    copies = copy_post(store, **BY, post_id=was.id, platforms=[Platform.LINKEDIN, Platform.INSTAGRAM, Platform.X]).posts

    assert [(each.platform, each.copied_from, each.due, each.state) for each in copies] == [
        (Platform.LINKEDIN, "P1", at(28), PostState.DRAFT),
        (Platform.X, "P1", at(28), PostState.DRAFT),
    ]
    assert copies[0].owner_id == "UBOB"  # LinkedIn's
    assert facts_of(store, **BY, post_id=copies[0].id).echoes[0].post.id == "P1"


def test_a_copy_belongs_to_the_campaign_shows_the_same_files_and_is_a_paid_partnership_as_well(store):
    cup = Attachment(url="https://example.com/cup.png", alt="A cup")
    was = a_post(store, campaign="Christmas", is_partnership=True, attachments=(cup,))

    copy = copy_post(store, **BY, post_id=was.id, platforms=[Platform.X]).posts[0]

    assert (copy.campaign, copy.is_partnership, copy.attachments) == ("Christmas", True, (cup,))


def test_a_copy_of_a_paid_partnership_is_held_to_its_disclosure(store):
    disclose = Policy(id="p1", kind=PolicyKind.DISCLOSURE, value="#ad", severity=Severity.ERROR)
    strict = replace(LUNE, plan=replace(LUNE.plan, policies=(disclose,)))
    was = a_post(store, text="Bread by Lune", is_partnership=True)

    assert copy_post(store, **{**BY, "strategy": strict}, post_id=was.id, platforms=[Platform.X]).missed == 1


def test_a_moment_that_has_gone_is_not_copied(store):
    was = a_post(store, due=at(24))

    assert (
        copy_post(store, **{**BY, "now": later(days=30)}, post_id=was.id, platforms=[Platform.X]).posts[0].due is None
    )


def test_a_copy_for_the_same_platform_is_refused(store):
    was = a_post(store)

    with pytest.raises(UserError, match="copy-same"):
        copy_post(store, **BY, post_id=was.id, platforms=[was.platform])


def test_a_day_moves_whole_each_at_its_own_time(store):
    a_post(store, due=at(24, 9))
    a_post(store, due=at(24, 16, 30))
    a_post(store, due=at(25))

    batch = move_day(store, **BY, day=TUESDAY, to=date(2026, 11, 27))

    assert [stored(store, each).due for each in ("P1", "P2", "P3")] == [at(27, 9), at(27, 16, 30), at(25)]
    undo_batch(store, **BY, token=batch.token)
    assert stored(store, "P1").due == at(24, 9)


def test_what_is_in_other_hands_stays_where_it_is(store):
    a_post(store, due=at(24), owner_id="UBOB")
    a_post(store, by=CHLOE, due=at(24), owner_id="UCHLOE")

    found = posts_of_day(store, **{**BY, "by": CHLOE}, day=TUESDAY, to=WEDNESDAY)
    batch = move_day(store, **{**BY, "by": CHLOE}, day=TUESDAY, to=WEDNESDAY)

    assert [each.id for each in found.posts] == [each.id for each in batch.posts] == ["P2"]
    assert [each.id for each in batch.left] == ["P1"]


def test_what_would_be_due_in_the_past_is_left_by_name_and_the_rest_moves(store):
    a_post(store, due=at(24, 7))
    a_post(store, due=at(24, 16, 30))
    monday = date(2026, 11, 23)  # at 8 in the morning

    found = posts_of_day(store, **BY, day=TUESDAY, to=monday)
    batch = move_day(store, **BY, day=TUESDAY, to=monday)

    assert [each.id for each in found.posts] == [each.id for each in batch.posts] == ["P2"]
    assert [each.id for each in found.left] == [each.id for each in batch.left] == ["P1"]
    assert [stored(store, each).due for each in ("P1", "P2")] == [at(24, 7), at(23, 16, 30)]


@pytest.mark.parametrize(
    ("day", "to", "key"), [(WEDNESDAY, TUESDAY, "day-empty"), (TUESDAY, date(2026, 11, 20), "post-in-the-past")]
)
def test_an_empty_day_and_one_that_has_gone_are_refused_and_nothing_moves(store, day, to, key):
    a_post(store, due=at(24))

    with pytest.raises(UserError, match=key):
        move_day(store, **BY, day=day, to=to)

    assert stored(store, "P1").due == at(24)


def test_an_idea_is_taken_up_without_a_date(store):
    idea = a_post(store, is_idea=True)

    assert draft_post(store, **BY, post_id=idea.id).state is PostState.DRAFT
    assert undo_last(store, **BY, post_id=idea.id).post.state is PostState.IDEA
