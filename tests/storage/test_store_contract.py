"""What every store keeps: one class, run over each of them."""

import threading
from collections.abc import Iterable
from dataclasses import replace

import pytest

from bot.domain.errors import Conflict, NotFound
from bot.domain.members import Member
from bot.domain.posts import PostState
from bot.domain.strategy import Strategy
from bot.ports import Calendar, Note, Store
from tests.storage.store_samples import (
    DAY,
    HOUR,
    NOON,
    a_check_in,
    a_delivery,
    a_measurement,
    a_post,
    a_question,
)


def add(store: Store, *values: object) -> None:
    tables = {
        "Post": "posts",
        "Delivery": "deliveries",
        "Measurement": "measurements",
        "CheckIn": "check_ins",
        "Question": "questions",
        "Member": "members",
        "Strategy": "strategies",
        "Note": "notes",
    }
    with store.transaction() as tx:
        for value in values:
            getattr(tx, tables[type(value).__name__]).put(value)


def calendar(store: Store) -> Calendar:
    with store.transaction() as tx:
        return tx.posts.calendar_of("S1")


def ids(values: Iterable) -> list[str]:
    return [value.id for value in values]


class TestStore:
    # One value

    def test_what_was_written_is_read_in_a_later_transaction(self, store):
        with store.transaction() as tx:
            written = tx.posts.put(a_post(due_at=NOON))

        with store.transaction() as tx:
            assert tx.posts.get("P1") == written

    def test_a_value_that_does_not_exist_is_found_as_none_and_refused_by_name(self, store):
        with store.transaction() as tx:
            assert tx.posts.find("P1") is None
            with pytest.raises(NotFound) as refusal:
                tx.posts.get("P1")

        assert (refusal.value.key, refusal.value.params) == ("post-not-found", {"what": "P1"})

    def test_each_write_gives_the_next_revision(self, store):
        with store.transaction() as tx:
            first = tx.posts.put(a_post())
        with store.transaction() as tx:
            second = tx.posts.put(replace(first, title="Better"))

        assert (first.rev, second.rev) == (1, 2)

    def test_a_stale_revision_is_a_conflict(self, store):
        with store.transaction() as tx:
            read = tx.posts.put(a_post())
        with store.transaction() as tx:
            tx.posts.put(replace(read, title="Faster"))

        with pytest.raises(Conflict), store.transaction() as tx:
            tx.posts.put(replace(read, title="Slower"))

        with store.transaction() as tx:
            assert tx.posts.get("P1").title == "Faster"

    def test_a_new_value_over_one_that_exists_is_a_conflict(self, store):
        add(store, a_post())

        with pytest.raises(Conflict), store.transaction() as tx:
            tx.posts.put(a_post(title="Another"))

    def test_a_change_to_what_was_deleted_meanwhile_is_a_conflict(self, store):
        with store.transaction() as tx:
            read = tx.posts.put(a_post())
        with store.transaction() as tx:
            tx.posts.delete("P1")

        with pytest.raises(Conflict), store.transaction() as tx:
            tx.posts.put(read)

    def test_a_deleted_value_is_gone_and_deleting_it_again_does_nothing(self, store):
        add(store, a_post())

        for _ in range(2):
            with store.transaction() as tx:
                tx.posts.delete("P1")

        with store.transaction() as tx:
            assert tx.posts.find("P1") is None
            assert tx.posts.all() == []

    def test_everything_is_listed_in_the_order_of_its_first_write(self, store):
        add(store, a_post(2), a_post(1), a_post(3))
        with store.transaction() as tx:
            tx.posts.put(replace(tx.posts.get("P2"), title="Changed"))

        with store.transaction() as tx:
            assert ids(tx.posts.all()) == ["P2", "P1", "P3"]

    @pytest.mark.parametrize(
        ("table", "value"),
        [
            ("posts", a_post(due_at=NOON)),
            ("strategies", Strategy(id="S1", name="Lune", channel_id="C1", zone="Europe/Paris", manager_id="U1")),
            ("members", Member(id="U1", name="Amy")),
            ("measurements", a_measurement(reach=0, spend=1.5)),
            ("check_ins", a_check_in(received=0)),
            ("questions", a_question()),
            ("deliveries", a_delivery()),
            ("notes", Note(id="undo:P1", body={"was": [1, None, {"deep": True}]}, expires_at=NOON)),
        ],
    )
    def test_every_kind_comes_back_as_it_was(self, store, table, value):
        with store.transaction() as tx:
            getattr(tx, table).put(value)

        with store.transaction() as tx:
            assert getattr(tx, table).get(value.id) == replace(value, rev=1)

    def test_what_a_reader_does_to_a_note_changes_nobody_elses(self, store):
        body = {"rows": [1]}
        with store.transaction() as tx:
            tx.notes.put(Note(id="import", body=body))
            body["rows"].append(2)
            tx.notes.get("import").body["rows"].append(3)

        with store.transaction() as tx:
            tx.notes.get("import").body["rows"].append(4)
            assert tx.notes.get("import").body == {"rows": [1]}

    def test_a_note_that_json_cannot_hold_is_refused_where_it_is_put(self, store):
        with store.transaction() as tx:
            with pytest.raises(TypeError):
                tx.notes.put(Note(id="import", body={"at": NOON}))
            assert tx.notes.find("import") is None

    # Transactions

    def test_a_transaction_reads_its_own_writes_in_every_way(self, store):
        add(store, a_post(1, due_at=NOON), a_post(2, due_at=NOON), a_post(3, due_at=NOON + DAY))

        with store.transaction() as tx:
            tx.posts.delete("P1")
            tx.posts.put(replace(tx.posts.get("P3"), due=a_post(due_at=NOON - HOUR).due, owner_id="U1"))
            tx.posts.put(a_post(4, due_at=NOON, owner_id="U1"))

            assert ids(tx.posts.due_between(NOON - HOUR, NOON + HOUR)) == ["P3", "P2", "P4"]
            assert ids(tx.posts.open_of_owner("U1")) == ["P3", "P4"]
            assert ids(tx.posts.all()) == ["P2", "P3", "P4"]
            assert tx.posts.find("P1") is None

    def test_what_waits_for_a_reviewer_is_found_in_the_order_of_the_numbers(self, store):
        add(store, a_post(10, state=PostState.IN_REVIEW), a_post(2, state=PostState.IN_REVIEW), a_post(3))

        with store.transaction() as tx:
            assert ids(tx.posts.in_review()) == ["P2", "P10"]
            tx.posts.put(replace(tx.posts.get("P2"), state=PostState.APPROVED))
            assert ids(tx.posts.in_review()) == ["P10"]

    def test_an_order_that_was_asked_for_follows_later_writes_of_the_same_transaction(self, store):
        add(store, a_post(1, owner_id="U1"))

        with store.transaction() as tx:
            two = tx.posts.put(a_post(2, owner_id="U1"))
            assert ids(tx.posts.open_of_owner("U1")) == ["P1", "P2"]
            tx.posts.put(replace(two, owner_id="U2"))
            tx.posts.put(a_post(3, owner_id="U1"))
            tx.posts.delete("P1")

            assert ids(tx.posts.open_of_owner("U1")) == ["P3"]
            assert ids(tx.posts.open_of_owner("U2")) == ["P2"]

    def test_what_is_deleted_and_written_again_in_one_transaction_is_there(self, store):
        add(store, a_post(title="Old"))

        with store.transaction() as tx:
            tx.posts.delete("P1")
            tx.posts.put(a_post(title="New"))

        with store.transaction() as tx:
            assert tx.posts.get("P1").title == "New"

    def test_a_transaction_that_fails_leaves_nothing_behind(self, store):
        add(store, a_post(1, due_at=NOON))

        def fail_half_way() -> None:
            with store.transaction() as tx:
                tx.posts.put(replace(tx.posts.get("P1"), title="Half"))
                tx.posts.put(a_post(2, due_at=NOON))
                tx.deliveries.put(a_delivery())
                tx.next_number("post")
                raise ZeroDivisionError

        with pytest.raises(ZeroDivisionError):
            fail_half_way()

        with store.transaction() as tx:
            assert [post.title for post in tx.posts.due_between(NOON, NOON + HOUR)] == ["Post 1"]
            assert tx.deliveries.all() == []
            assert tx.next_number("post") == 1

    def test_several_tables_are_written_together(self, store):
        add(store, a_post(), a_delivery(), a_check_in())

        with store.transaction() as tx:
            assert tx.posts.find("P1")
            assert tx.deliveries.find("due:P1")
            assert tx.check_ins.find(a_check_in().id)

    def test_a_write_after_the_end_of_its_transaction_is_refused(self, store):
        with store.transaction() as tx:
            pass

        with pytest.raises(RuntimeError):
            tx.posts.put(a_post())

    def test_a_transaction_inside_a_transaction_is_refused_and_the_outer_goes_on(self, store):
        with store.transaction() as outer:
            outer.posts.put(a_post())
            with pytest.raises(RuntimeError), store.transaction():
                pass

        with store.transaction() as tx:
            assert tx.posts.find("P1")

    def test_of_many_threads_that_change_one_value_none_is_lost(self, store):
        add(store, a_post(spend=0.0))

        def spend() -> None:
            for _ in range(25):
                with store.transaction() as tx:
                    post = tx.posts.get("P1")
                    tx.posts.put(replace(post, spend=post.spend + 1))

        threads = [threading.Thread(target=spend) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        with store.transaction() as tx:
            assert tx.posts.get("P1").spend == 100

    # Numbers

    # Posts

    def test_a_calendar_is_of_one_revision_until_a_post_is_written(self, store):
        add(store, a_post(10), a_post(2), a_post(1, strategy_id="S2"))
        seen = [calendar(store) for _ in range(2)]

        add(store, a_delivery("D1"))
        seen.append(calendar(store))

        assert ids(seen[0].posts) == ["P2", "P10"]
        assert all(each == seen[0] for each in seen)

        add(store, a_post(3))

        assert ids(calendar(store).posts) == ["P2", "P3", "P10"]
        assert calendar(store) != seen[0]
        assert ids(seen[0].posts) == ["P2", "P10"]

    def test_a_calendar_shows_what_its_own_transaction_wrote_and_nobody_else_sees_that(self, store):
        add(store, a_post(1))
        add(store, a_post(3), a_post(10))
        before = calendar(store)

        def write_and_stumble() -> None:
            with store.transaction() as tx:
                tx.posts.put(a_post(2))
                tx.posts.put(a_post(4, strategy_id="S2"))
                tx.posts.put(replace(tx.posts.get("P3"), text="other"))
                tx.posts.delete("P1")
                seen.append(tx.posts.calendar_of("S1"))
                raise ZeroDivisionError

        seen: list[Calendar] = []
        with pytest.raises(ZeroDivisionError):
            write_and_stumble()

        assert [(each.id, each.text) for each in seen[0].posts] == [("P2", ""), ("P3", "other"), ("P10", "")]
        assert seen[0] != before
        assert calendar(store) == before

    # Parts of a transaction

    def test_a_part_that_raises_takes_back_its_own_writes_and_no_others(self, store):
        add(store, a_post(1), a_post(2))

        def stumble(tx) -> None:
            with tx.part():
                tx.posts.put(replace(tx.posts.get("P1"), text="in the part"))
                tx.posts.delete("P2")
                tx.posts.put(a_post(3))
                assert tx.next_number("post") == 2
                raise ZeroDivisionError

        with store.transaction() as tx:
            assert tx.next_number("post") == 1
            tx.posts.put(replace(tx.posts.get("P1"), text="before"))
            with pytest.raises(ZeroDivisionError):
                stumble(tx)
            assert [(each.id, each.text) for each in tx.posts.of_strategy("S1")] == [("P1", "before"), ("P2", "")]
            with tx.part():
                tx.posts.put(a_post(4))

        with store.transaction() as tx:
            assert [(each.id, each.text) for each in tx.posts.all()] == [("P1", "before"), ("P2", ""), ("P4", "")]
            assert tx.next_number("post") == 2

    def test_a_part_within_a_part_is_taken_back_with_it(self, store):
        def stumble(tx) -> None:
            with tx.part():
                with tx.part():
                    tx.posts.put(a_post(1))
                raise ZeroDivisionError

        with store.transaction() as tx, pytest.raises(ZeroDivisionError):
            stumble(tx)

        with store.transaction() as tx:
            assert tx.posts.all() == []
