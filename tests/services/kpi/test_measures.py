"""Keeping numbers: who is asked for what is missing, what is owed to the channel, targets, and what cannot be."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.domain.errors import NotFound, UserError
from bot.domain.kpi.rates import Counts
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import DeliveryState
from bot.domain.strategy import Kpi, Strategy
from bot.services.kpi.digest import LOOK_BACK, measured_between, unmeasured_among
from bot.services.kpi.measures import (
    ask_for_numbers,
    known_counts,
    log_counts,
    owe_digest,
    set_target,
)
from bot.services.ways_back.table import undo_numbers
from storage.memory import MemoryStore
from tests.domain.kpi.digest_builders import MONDAY_AFTER as NOW
from tests.domain.kpi.digest_builders import RATE, WEEK, a_post, a_strategy, an_open_post

AMY, BOB = Member(id="U1", name="Amy"), Member(id="U2", name="Bob")
ADMIN = Member(id="UADMIN", name="Ada", is_admin=True)


@pytest.fixture
def store() -> Iterator[MemoryStore]:
    made = MemoryStore()
    with made.transaction() as tx:
        tx.members.put(AMY)
        tx.members.put(BOB)
        tx.strategies.put(a_strategy(RATE))
    yield made
    made.close()


def strategy(store: MemoryStore) -> Strategy:
    with store.transaction() as tx:
        return tx.strategies.get("S1")


def keep(store: MemoryStore, *posts: Post) -> list[Post]:
    with store.transaction() as tx:
        return [tx.posts.put(post) for post in posts]


def logged(store: MemoryStore, post_id: str = "P1", *, now: Any = NOW, **changes: Any) -> Any:
    return log_counts(store, strategy=strategy(store), post_id=post_id, changes=changes, by=BOB, now=now)


def asked(store: MemoryStore, posts: list[Post], *, now: Any = NOW) -> Any:
    return ask_for_numbers(store, strategy=strategy(store), posts=posts, now=now)


def test_a_count_can_be_made_unknown_again(store: MemoryStore) -> None:
    keep(store, a_post(1))
    logged(store, reach=5, shares=2)

    found = logged(store, now=NOW + timedelta(hours=1), shares=None)

    assert found.measurement.counts == Counts(reach=5)
    assert found.before.counts == Counts(reach=5, shares=2)


@pytest.mark.parametrize(
    ("changes", "key"), [({"reach": -1}, "kpi-count-negative"), ({"reach": 10**13}, "kpi-count-huge")]
)
def test_counts_nobody_can_have_are_refused(store: MemoryStore, changes: dict[str, int], key: str) -> None:
    keep(store, a_post(1))

    with pytest.raises(UserError) as refusal:
        logged(store, **changes)

    assert refusal.value.key == key


def test_an_open_post_has_no_numbers(store: MemoryStore) -> None:
    keep(store, an_open_post(1))

    with pytest.raises(UserError, match="kpi-not-published"):
        known_counts(store, strategy=strategy(store), post_id="P1")


def test_a_post_of_another_strategy_does_not_exist_here(store: MemoryStore) -> None:
    keep(store, a_post(1, strategy_id="S2"))

    with pytest.raises(NotFound):
        logged(store, reach=5)


def test_what_is_taken_back_leaves_the_measurement_before(store: MemoryStore) -> None:
    keep(store, a_post(1))
    logged(store, reach=5)
    wrong = logged(store, now=NOW + timedelta(hours=1), reach=50)

    undo_numbers(
        store,
        strategy=strategy(store),
        by=BOB,
        now=NOW + timedelta(minutes=69),
        measurement_id=wrong.measurement.id,
    )

    _, known = known_counts(store, strategy=strategy(store), post_id="P1")
    assert [each.counts.reach for each in known] == [5]


@pytest.mark.parametrize("later", [timedelta(), timedelta(seconds=-40)], ids=["no later", "clock set back"])
def test_what_is_logged_last_stands_whatever_the_clock_says(store: MemoryStore, later: timedelta) -> None:
    keep(store, a_post(1))
    logged(store, reach=10)

    logged(store, reach=20, now=NOW + later)

    _, measurements = known_counts(store, strategy=strategy(store), post_id="P1")
    assert [each.counts.reach for each in measurements] == [10, 20]


def test_the_owner_is_asked_for_missing_numbers(store: MemoryStore) -> None:
    posts = keep(store, a_post(1, owner_id="U2"))

    assert asked(store, posts).asked == {"U2": tuple(posts)}


def test_the_manager_is_asked_where_there_is_no_owner_or_the_owner_wants_no_reminders(store: MemoryStore) -> None:
    with store.transaction() as tx:
        tx.members.put(replace(tx.members.get("U2"), muted=frozenset({ReminderKind.MEASURE})))
    posts = keep(store, a_post(1, owner_id="U2"), a_post(2, owner_id=None))

    assert asked(store, posts).asked == {"U1": tuple(posts)}


def test_nobody_is_asked_about_more_than_three_posts_in_one_go(store: MemoryStore) -> None:
    posts = keep(store, *(a_post(n, owner_id="U2") for n in range(1, 6)))

    assert [post.id for post in asked(store, posts).asked["U2"]] == ["P1", "P2", "P3"]


def test_asking_twice_on_a_day_asks_once(store: MemoryStore) -> None:
    posts = keep(store, a_post(1, owner_id="U2"))
    asked(store, posts)

    again, tomorrow = asked(store, posts), asked(store, posts, now=NOW + timedelta(days=1))

    assert (again.asked, again.already) == ({}, {"U2": tuple(posts)})
    assert tomorrow.asked == {"U2": tuple(posts)}


def test_a_digest_on_its_way_is_not_owed_again(store: MemoryStore) -> None:
    assert owe_digest(store, strategy=strategy(store), week=WEEK, now=NOW)
    assert not owe_digest(store, strategy=strategy(store), week=WEEK, now=NOW)


def test_a_digest_that_was_given_up_is_owed_once_more(store: MemoryStore) -> None:
    owe_digest(store, strategy=strategy(store), week=WEEK, now=NOW)
    with store.transaction() as tx:
        (given_up,) = tx.deliveries.of_subject("S1", str(WEEK))
        tx.deliveries.put(replace(given_up, state=DeliveryState.ABANDONED))

    assert owe_digest(store, strategy=strategy(store), week=WEEK, now=NOW)
    assert not owe_digest(store, strategy=strategy(store), week=WEEK, now=NOW)


def test_a_target_replaces_the_one_on_the_same_kpi(store: MemoryStore) -> None:
    kept = set_target(store, strategy=strategy(store), by=ADMIN, now=NOW, kpi=RATE.kpi, value=0.03, statement="Any")

    assert kept.objective is not None
    assert [(each.kpi, each.value) for each in kept.objective.targets] == [(RATE.kpi, 0.03)]


def test_a_target_without_an_objective_makes_one(store: MemoryStore) -> None:
    with store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), objectives=()))

    kept = set_target(store, strategy=strategy(store), by=ADMIN, now=NOW, kpi=Kpi.REACH, value=500, statement="Be seen")

    assert kept.objective is not None
    assert kept.objective.statement == "Be seen"


@pytest.mark.parametrize(("kpi", "value"), [(Kpi.REACH, 0), (Kpi.RESPONSE_RATE, 1.5)])
def test_a_target_nobody_can_mean_is_refused(store: MemoryStore, kpi: Kpi, value: float) -> None:
    with pytest.raises(UserError, match="kpi-target-unlikely"):
        set_target(store, strategy=strategy(store), by=ADMIN, now=NOW, kpi=kpi, value=value, statement="Any")


def test_posts_of_the_last_weeks_without_numbers_are_unmeasured(store: MemoryStore) -> None:
    keep(store, a_post(1), a_post(2), a_post(3, week=WEEK.shifted(-20)))
    logged(store, "P2", reach=5)

    known = strategy(store)
    with store.transaction() as tx:
        found = unmeasured_among(measured_between(tx, known, NOW - LOOK_BACK, NOW))

    assert [post.id for post in found] == ["P1"]
