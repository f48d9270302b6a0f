"""Whatever one member does, undone deed by deed it ends where it began."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.members import Member
from bot.ports import Store
from bot.services.undo.deeds import Deed
from bot.services.ways_back.table import last_deeds, undo_deed
from tests.services.post.post_builders import BOB
from tests.services.undo.deeds import ACTS, WHO, a_full_store, done, everything


def undone(store: Store, deed: Deed, by: Member = BOB) -> None:
    undo_deed(store, by=by, now=WHO["now"] + timedelta(minutes=1), token=deed.token)


POSTS = ["P1", "P2", "P3", "P4", "P6"]
deeds = st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(POSTS)), max_size=9)


@settings(max_examples=150, deadline=None)
@given(deeds)
def test_any_deeds_of_one_member_undone_one_by_one_end_where_they_began(done_so):
    store = a_full_store()
    before = everything(store)
    for act, post_id in done_so:
        done(store, act, post_id)

    while found := last_deeds(store, by=BOB, now=WHO["now"]):
        undone(store, found[0])

    assert everything(store) == before


@settings(max_examples=60, deadline=None)
@given(deeds)
def test_every_undo_goes_back_to_what_stood_before_that_deed(done_so):
    store = a_full_store()
    stood = []
    for act, post_id in done_so:
        before, count = everything(store), len(last_deeds(store, by=BOB, now=WHO["now"]))
        done(store, act, post_id)
        if len(last_deeds(store, by=BOB, now=WHO["now"])) > count:
            stood.append(before)

    for before in reversed(stood):
        undone(store, last_deeds(store, by=BOB, now=WHO["now"])[0])
        assert everything(store) == before
