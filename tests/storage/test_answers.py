"""Whatever a transaction has written, each of its questions is answered as if all of it were looked through."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.posts import Post, PostState
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.ports import Transaction
from storage.journal.documents import Documents
from storage.journal.recovery import load_tables
from storage.kinds import ORDERS
from storage.memory import MemoryStore
from storage.tinydb_storage import JournaledDB
from storage.transactions import DocumentStore
from tests.storage.store_samples import HOUR, NOON, a_delivery, a_post

HOURS = st.none() | st.integers(-3, 3)
POSTS = st.builds(
    lambda number, hours, owner, state: a_post(
        number, due_at=None if hours is None else NOON + hours * HOUR, owner_id=owner, state=state
    ),
    st.integers(1, 12),
    HOURS,
    st.sampled_from(["U1", "U11", None]),
    st.sampled_from([PostState.DRAFT, PostState.PUBLISHED]),
)
DELIVERIES = st.builds(
    lambda key, owed, wait, state, refresh: a_delivery(
        key,
        owed_at=NOON + owed * HOUR,
        ready_at=None if wait is None else NOON + wait * HOUR,
        lease_until=None if wait is None else NOON + wait * HOUR,
        state=state,
        refresh=refresh,
    ),
    st.sampled_from("abcdef"),
    st.integers(-2, 2),
    HOURS,
    st.sampled_from([DeliveryState.PENDING, DeliveryState.CLAIMED, DeliveryState.SENT]),
    st.booleans(),
)
WRITES = st.lists(POSTS | DELIVERIES | st.sampled_from(["P1", "P2", "a", "b"]), max_size=20)


def ours() -> DocumentStore:
    """Our tables without a disk."""
    documents = Documents(load_tables(Path("nowhere"), {}, ORDERS))
    return DocumentStore(JournaledDB(documents), documents)


@pytest.mark.parametrize("made", [MemoryStore, ours])
@settings(max_examples=60, deadline=None)
@given(before=WRITES, inside=WRITES)
def test_a_transactions_answers_are_those_of_looking_everything_through(made, before, inside):
    store = made()
    with store.transaction() as tx:
        for write in before:
            apply(tx, write)

    with store.transaction() as tx:
        for write in inside:
            apply(tx, write)
            assert answers(tx) == looked_through(tx)
        seen = looked_through(tx)

    with store.transaction() as tx:
        assert answers(tx) == looked_through(tx) == seen


def apply(tx: Transaction, write: Post | Delivery | str) -> None:
    repository = tx.posts if isinstance(write, Post) or str(write).startswith("P") else tx.deliveries
    if isinstance(write, str):
        repository.delete(write)
        return
    stored = repository.find(write.id)
    repository.put(replace(write, rev=stored.rev if stored else 0))


def answers(tx: Transaction) -> list[list[str]]:
    found = [
        tx.posts.due_between(NOON - HOUR, NOON + 2 * HOUR),
        tx.posts.open_due_between(NOON - HOUR, NOON + 2 * HOUR),
        tx.posts.open_of_owner("U1"),
        tx.deliveries.ready(NOON, limit=3),
        tx.deliveries.to_refresh(NOON, limit=2),
        tx.deliveries.owed_between(NOON - HOUR, NOON + HOUR),
    ]
    return [[each.id for each in rows] for rows in found]


def looked_through(tx: Transaction) -> list[list[str]]:
    posts = sorted(tx.posts.all(), key=lambda post: (post.due_at or NOON + timedelta(days=9), post.number))
    deliveries = sorted(tx.deliveries.all(), key=lambda each: (each.owed_at, each.key))
    due = [post for post in posts if post.due_at and NOON - HOUR <= post.due_at < NOON + 2 * HOUR]
    found = [
        due,
        [post for post in due if post.is_open],
        [post for post in posts if post.is_open and post.owner_id == "U1"],
        [each for each in deliveries if is_ready(each)][:3],
        sorted([each for each in deliveries if is_to_refresh(each)], key=waited)[:2],
        [each for each in deliveries if NOON - HOUR <= each.owed_at < NOON + HOUR],
    ]
    return [[each.id for each in rows] for rows in found]


def is_to_refresh(delivery: Delivery) -> bool:
    has_come = delivery.ready_at is None or delivery.ready_at <= NOON
    return delivery.state is DeliveryState.SENT and delivery.refresh and has_come


def waited(delivery: Delivery) -> float:
    """Those that never had to wait come first."""
    return delivery.ready_at.timestamp() if delivery.ready_at else 0.0


def is_ready(delivery: Delivery) -> bool:
    waits = {DeliveryState.PENDING: delivery.ready_at, DeliveryState.CLAIMED: delivery.lease_until}
    if delivery.state not in waits:
        return False
    until = waits[delivery.state]
    return until is None or until <= NOON
