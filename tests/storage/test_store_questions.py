"""What every store answers to the questions that services ask: what is due, open, published, ready, owed."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.posts import PostState
from bot.domain.reminders.deliveries import DeliveryState
from bot.ports import Note, Store, Transaction
from tests.storage.store_samples import (
    DAY,
    HOUR,
    NOON,
    TODAY,
    a_check_in,
    a_delivery,
    a_measurement,
    a_post,
    a_question,
)
from tests.storage.test_store_contract import add, ids


def reach(store: Store) -> dict[str, int | None]:
    with store.transaction() as tx:
        return reach_in(tx)


def reach_in(tx: Transaction) -> dict[str, int | None]:
    return {post_id: each.counts.reach for post_id, each in tx.measurements.latest_of(["P1", "P2", "P3"]).items()}


class TestQuestions:
    def test_numbers_count_up_for_each_name(self, store):
        with store.transaction() as tx:
            assert [tx.next_number("post"), tx.next_number("post"), tx.next_number("question")] == [1, 2, 1]

        with store.transaction() as tx:
            assert tx.next_number("post") == 3

    def test_a_number_is_not_given_again_when_what_had_it_is_deleted(self, store):
        with store.transaction() as tx:
            tx.posts.put(a_post(tx.next_number("post")))
        with store.transaction() as tx:
            tx.posts.delete("P1")

        with store.transaction() as tx:
            assert tx.next_number("post") == 2

    def test_posts_of_a_strategy_come_in_the_order_of_their_numbers(self, store):
        add(store, a_post(10), a_post(2), a_post(1, strategy_id="S2"))

        with store.transaction() as tx:
            assert ids(tx.posts.of_strategy("S1")) == ["P2", "P10"]

    def test_posts_due_between_include_the_start_and_not_the_end_and_come_by_moment(self, store):
        moments = {1: NOON + HOUR, 2: NOON, 3: NOON + DAY, 4: NOON - timedelta(microseconds=1)}
        add(store, *(a_post(number, due_at=at) for number, at in moments.items()), a_post(5))

        with store.transaction() as tx:
            assert ids(tx.posts.due_between(NOON, NOON + DAY)) == ["P2", "P1"]

    def test_posts_due_at_one_moment_come_by_number(self, store):
        add(store, a_post(10, due_at=NOON), a_post(9, due_at=NOON))

        with store.transaction() as tx:
            assert ids(tx.posts.due_between(NOON, NOON + HOUR)) == ["P9", "P10"]

    def test_posts_due_between_can_be_those_of_one_strategy(self, store):
        add(store, a_post(1, due_at=NOON), a_post(2, due_at=NOON, strategy_id="S2"))

        with store.transaction() as tx:
            assert ids(tx.posts.due_between(NOON, NOON + HOUR, strategy_id="S2")) == ["P2"]
            assert ids(tx.posts.open_due_between(NOON, NOON + HOUR, strategy_id="S1")) == ["P1"]

    def test_open_posts_due_leave_out_what_is_published_or_cancelled(self, store):
        add(store, *(a_post(n, due_at=NOON, state=state) for n, state in enumerate(PostState, start=1)))

        with store.transaction() as tx:
            open_ones = tx.posts.open_due_between(NOON, NOON + HOUR)
            assert {post.state for post in open_ones} == set(PostState) - {PostState.PUBLISHED, PostState.CANCELLED}
            assert len(tx.posts.due_between(NOON, NOON + HOUR)) == len(PostState)

    def test_a_post_that_is_published_leaves_the_open_ones(self, store):
        add(store, a_post(due_at=NOON, owner_id="U1"))

        with store.transaction() as tx:
            tx.posts.put(replace(tx.posts.get("P1"), state=PostState.PUBLISHED, published_at=NOON))

        with store.transaction() as tx:
            assert tx.posts.open_due_between(NOON, NOON + HOUR) == []
            assert tx.posts.open_of_owner("U1") == []
            assert ids(tx.posts.published_between(NOON, NOON + HOUR)) == ["P1"]

    def test_open_posts_of_an_owner_come_by_due_moment_and_those_without_one_last(self, store):
        add(
            store,
            a_post(1, owner_id="U1"),
            a_post(2, owner_id="U1", due_at=NOON + HOUR),
            a_post(3, owner_id="U1", due_at=NOON),
            a_post(4, owner_id="U2", due_at=NOON),
            a_post(5, owner_id="U1", state=PostState.CANCELLED),
            a_post(6),
        )

        with store.transaction() as tx:
            assert ids(tx.posts.open_of_owner("U1")) == ["P3", "P2", "P1"]

    def test_an_owner_whose_id_begins_like_anothers_is_another(self, store):
        add(store, a_post(1, owner_id="U1"), a_post(2, owner_id="U11"), a_post(3, owner_id="U"))

        with store.transaction() as tx:
            assert ids(tx.posts.open_of_owner("U1")) == ["P1"]

    def test_published_posts_come_by_the_moment_of_publishing(self, store):
        add(
            store,
            a_post(1, state=PostState.PUBLISHED, published_at=NOON + HOUR),
            a_post(2, state=PostState.PUBLISHED, published_at=NOON),
            a_post(3, state=PostState.PUBLISHED, published_at=NOON + DAY),
            a_post(4, state=PostState.PUBLISHED, published_at=NOON, strategy_id="S2"),
        )

        with store.transaction() as tx:
            assert ids(tx.posts.published_between(NOON, NOON + DAY)) == ["P2", "P4", "P1"]
            assert ids(tx.posts.published_between(NOON, NOON + DAY, strategy_id="S1")) == ["P2", "P1"]

    def test_posts_are_found_by_link_and_by_the_platforms_own_id(self, store):
        add(
            store,
            a_post(1, link="https://x.test/1", platform_post_id="77"),
            a_post(2),
            a_post(3, link="https://x.test/11"),
        )

        with store.transaction() as tx:
            assert ids(tx.posts.by_link("https://x.test/1")) == ["P1"]
            assert ids(tx.posts.by_platform_post_id("77")) == ["P1"]
            assert tx.posts.by_link("") == []

    # Measurements

    def test_measurements_of_a_post_come_oldest_first(self, store):
        add(store, a_measurement(at=NOON), a_measurement(at=NOON - DAY), a_measurement("P11", at=NOON))

        with store.transaction() as tx:
            assert [each.at for each in tx.measurements.of_post("P1")] == [NOON - DAY, NOON]

    def test_the_latest_measurement_of_each_post_is_found_where_there_is_one(self, store):
        add(store, a_measurement(at=NOON, reach=2), a_measurement(at=NOON - DAY, reach=1), a_measurement("P2", reach=7))

        with store.transaction() as tx:
            assert reach_in(tx) == {"P1": 2, "P2": 7}

    def test_the_latest_measurements_are_those_of_the_last_write_that_stayed(self, store):
        def measure_and_stumble() -> None:
            with store.transaction() as tx:
                tx.measurements.put(a_measurement(at=NOON + DAY, reach=2))
                seen.append(reach_in(tx))
                raise ZeroDivisionError

        add(store, a_measurement(at=NOON, reach=1))
        seen = [reach(store)]
        with pytest.raises(ZeroDivisionError):
            measure_and_stumble()
        seen.append(reach(store))
        add(store, a_measurement(at=NOON + DAY, reach=3), a_measurement("P2", reach=7))
        seen.append(reach(store))
        with store.transaction() as tx:
            tx.measurements.delete(a_measurement(at=NOON + DAY).id)
        seen.append(reach(store))

        assert seen == [{"P1": 1}, {"P1": 2}, {"P1": 1}, {"P1": 3, "P2": 7}, {"P1": 1, "P2": 7}]

    # Notes

    def test_notes_are_found_by_the_beginning_of_their_ids(self, store):
        add(store, *(Note(id=each) for each in ("deed:U2:1", "deed:U1:9", "deed:U1:10", "deed:U10:1", "deed", "dee")))

        with store.transaction() as tx:
            tx.notes.delete("deed:U1:9")
            tx.notes.put(Note(id="deed:U1:é"))
            assert ids(tx.notes.starting("deed:U1:")) == ["deed:U1:10", "deed:U1:é"]
            assert ids(tx.notes.starting("nothing")) == []

    # Check-ins and questions

    def test_check_ins_of_a_span_of_days_come_by_day_then_member(self, store):
        rounds = [("U2", TODAY), ("U1", TODAY), ("U3", TODAY - DAY), ("U1", TODAY + DAY), ("U1", TODAY - 2 * DAY)]
        add(store, *(a_check_in(member, day=day) for member, day in rounds), a_check_in(strategy_id="S2"))

        with store.transaction() as tx:
            found = tx.check_ins.between("S1", TODAY - DAY, TODAY)

        assert [(each.day, each.member_id) for each in found] == [(TODAY - DAY, "U3"), (TODAY, "U1"), (TODAY, "U2")]

    def test_open_questions_of_a_strategy_come_oldest_first(self, store):
        add(
            store,
            a_question(10),
            a_question(9),
            a_question(11, asked_on=TODAY - DAY),
            a_question(1, answered_at=NOON, answered_by="U1"),
            a_question(2, strategy_id="S2"),
        )

        with store.transaction() as tx:
            assert ids(tx.questions.open_of("S1")) == ["Q11", "Q9", "Q10"]

    # Deliveries

    @pytest.mark.parametrize(
        ("fields", "is_ready"),
        [
            ({}, True),
            ({"ready_at": NOON}, True),
            ({"ready_at": NOON - HOUR}, True),
            ({"ready_at": NOON + timedelta(microseconds=1)}, False),
            ({"state": DeliveryState.CLAIMED, "lease_until": NOON}, True),
            ({"state": DeliveryState.CLAIMED, "lease_until": NOON + HOUR}, False),
            ({"state": DeliveryState.CLAIMED, "lease_until": NOON + HOUR, "ready_at": NOON - HOUR}, False),
            ({"state": DeliveryState.UNKNOWN, "lease_until": NOON - HOUR}, True),
            ({"state": DeliveryState.UNKNOWN, "lease_until": NOON + HOUR}, False),
            ({"state": DeliveryState.UNKNOWN}, True),
            ({"state": DeliveryState.SENT}, False),
            ({"state": DeliveryState.ABANDONED}, False),
            ({"state": DeliveryState.EXPIRED}, False),
            ({"state": DeliveryState.MERGED}, False),
        ],
    )
    def test_a_delivery_is_ready_when_nothing_holds_it(self, store, fields, is_ready):
        add(store, a_delivery(**fields))

        with store.transaction() as tx:
            assert bool(tx.deliveries.ready(NOON, limit=10)) is is_ready

    def test_ready_deliveries_come_by_the_moment_they_were_owed_whatever_they_waited_for(self, store):
        add(
            store,
            a_delivery("a", owed_at=NOON - HOUR),
            a_delivery("b", owed_at=NOON - 3 * HOUR, ready_at=NOON - HOUR / 2),
            a_delivery("c", owed_at=NOON - 2 * HOUR, state=DeliveryState.CLAIMED, lease_until=NOON - HOUR),
            a_delivery("d", owed_at=NOON - 4 * HOUR),
        )

        with store.transaction() as tx:
            assert ids(tx.deliveries.ready(NOON, limit=10)) == ["d", "b", "c", "a"]
            assert ids(tx.deliveries.ready(NOON, limit=2)) == ["d", "b"]

    def test_a_delivery_claimed_in_this_transaction_is_not_ready_again(self, store):
        add(store, a_delivery("a", owed_at=NOON - HOUR), a_delivery("b"), a_delivery("c", owed_at=NOON + HOUR))

        with store.transaction() as tx:
            first = tx.deliveries.ready(NOON, limit=1)[0]
            tx.deliveries.put(replace(first, state=DeliveryState.CLAIMED, lease_until=NOON + HOUR))

            assert ids(tx.deliveries.ready(NOON, limit=1)) == ["b"]

    def test_deliveries_are_found_by_what_they_are_about(self, store):
        add(store, a_delivery("a"), a_delivery("b", subject="P11"), a_delivery("c", strategy_id="S2"))

        with store.transaction() as tx:
            assert ids(tx.deliveries.of_subject("S1", "P1")) == ["a"]

    def test_sent_deliveries_whose_subject_changed_are_found_until_they_are_refreshed(self, store):
        sent = {"state": DeliveryState.SENT, "refresh": True}
        add(store, a_delivery("a", **sent), a_delivery("b", refresh=True), a_delivery("c", state=DeliveryState.SENT))
        add(store, a_delivery("d", owed_at=NOON - DAY, **sent))
        add(store, a_delivery("e", ready_at=NOON, **sent), a_delivery("f", ready_at=NOON + HOUR, **sent))

        with store.transaction() as tx:
            assert ids(tx.deliveries.to_refresh(NOON, limit=10)) == ["d", "a", "e"]
            assert ids(tx.deliveries.to_refresh(NOON, limit=1)) == ["d"]
            tx.deliveries.put(replace(tx.deliveries.get("d"), refresh=False))

        with store.transaction() as tx:
            assert ids(tx.deliveries.to_refresh(NOON, limit=10)) == ["a", "e"]

    def test_deliveries_owed_between_include_the_start_and_not_the_end_for_one_recipient_or_all(self, store):
        owed: dict[str, datetime] = {"a": NOON + HOUR, "b": NOON, "c": NOON + DAY}
        add(store, *(a_delivery(key, owed_at=at) for key, at in owed.items()), a_delivery("d", recipient_id="C1"))

        with store.transaction() as tx:
            assert ids(tx.deliveries.owed_between(NOON, NOON + DAY)) == ["b", "d", "a"]
            assert ids(tx.deliveries.owed_between(NOON, NOON + DAY, recipient_id="U1")) == ["b", "a"]
