"""The ledger itself: claims, leases, backing off, the order of what waits."""

from datetime import timedelta

import pytest

from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.ports import Sent
from bot.services.reminders import deliveries
from bot.services.reminders.queue import in_order, next_to_send, to_look_up
from storage.memory import MemoryStore
from tests import builders
from tests.handlers.reminding import AMY, BOB, CHANNEL, INES, TUESDAY, Site, at

NOON = at(TUESDAY, "12:00")
A_MINUTE = timedelta(minutes=1)
SENT = Sent(channel_id="D1", ts="1.0")


def a_delivery(kind: ReminderKind = ReminderKind.DUE, subject: str = "P1", **more: object) -> Delivery:
    revision = "now-0" if kind is ReminderKind.DUE else ""
    given = {"owed_at": NOON, "expires_at": NOON + timedelta(hours=6), **more}
    return builders.a_delivery(kind, subject, to=AMY, day=TUESDAY, revision=revision, **given)


def a_store(*known: Delivery) -> MemoryStore:
    store = Site().store
    with store.transaction() as tx:
        for each in known:
            tx.deliveries.put(each)
    return store


def claimed(store: MemoryStore) -> Delivery:
    [ready] = next_to_send(store, now=NOON)
    found = deliveries.claim(store, ready, now=NOON)
    assert found is not None
    return found


def stored(store: MemoryStore, key: str = a_delivery().key) -> Delivery:
    with store.transaction() as tx:
        return tx.deliveries.get(key)


def test_a_claim_is_written_before_anything_is_sent() -> None:
    store = a_store(a_delivery())

    claimed(store)

    found = stored(store)
    assert (found.state, found.lease_until, found.attempts) == (DeliveryState.CLAIMED, NOON + deliveries.LEASE, 1)
    assert found.first_attempt_at == NOON


def test_nobody_else_gets_a_message_while_its_lease_lasts() -> None:
    store = a_store(a_delivery())
    claimed(store)

    soon = NOON + deliveries.LEASE - A_MINUTE
    assert (next_to_send(store, now=soon), to_look_up(store, now=soon)) == ([], [])


def test_when_the_lease_is_over_the_outcome_is_unknown() -> None:
    store = a_store(a_delivery())
    claimed(store)
    later = NOON + deliveries.LEASE

    [unclear] = to_look_up(store, now=later)
    again = deliveries.claim(store, unclear, now=later)

    assert again is not None
    assert (again.state, again.first_attempt_at) == (DeliveryState.UNKNOWN, NOON)


def test_a_confirmation_stands_even_when_the_lease_was_lost() -> None:
    store = a_store(a_delivery())
    mine = claimed(store)
    later = NOON + deliveries.LEASE
    deliveries.claim(store, stored(store), now=later)

    deliveries.confirm(store, mine, SENT, content="abc", now=later)

    found = stored(store)
    assert (found.state, found.channel_id, found.ts) == (DeliveryState.SENT, "D1", "1.0")


def test_a_second_confirmation_changes_nothing() -> None:
    store = a_store(a_delivery())
    mine = claimed(store)
    deliveries.confirm(store, mine, SENT, content="abc", now=NOON)

    deliveries.confirm(store, mine, Sent(channel_id="D1", ts="2.0"), content="abc", now=NOON)

    assert stored(store).ts == "1.0"


def test_a_retry_waits_for_its_moment() -> None:
    store = a_store(a_delivery())
    deliveries.retry(store, claimed(store), "timeout", at=NOON + 2 * A_MINUTE)

    assert next_to_send(store, now=NOON + A_MINUTE) == []
    assert [each.key for each in next_to_send(store, now=NOON + 2 * A_MINUTE)] == [a_delivery().key]


def test_backing_off_doubles_up_to_a_quarter_of_an_hour() -> None:
    waits = [deliveries.backoff(attempts, jitter=0.5).total_seconds() for attempts in (1, 2, 3, 4, 5, 6, 7, 50)]

    assert waits == [30, 60, 120, 240, 480, 900, 900, 900]


@pytest.mark.parametrize(("jitter", "seconds"), [(0.0, 15), (0.999, 45)])
def test_jitter_spreads_the_retries(jitter: float, seconds: int) -> None:
    assert deliveries.backoff(1, jitter=jitter).total_seconds() == pytest.approx(seconds, abs=0.1)


def test_an_abandoned_message_leaves_a_notice_for_the_manager() -> None:
    store = a_store(a_delivery())

    deliveries.abandon(store, claimed(store), "user_disabled", now=NOON)

    with store.transaction() as tx:
        notices = [each for each in tx.deliveries.all() if each.kind is ReminderKind.NOTICE]
    assert [(each.recipient_id, each.parts) for each in notices] == [(INES, (a_delivery().key,))]


def test_urgent_messages_come_first_and_everybodys_first_before_a_second() -> None:
    agenda = a_delivery(ReminderKind.AGENDA, "day", owed_at=NOON - A_MINUTE, recipient_id=BOB)
    first, second = a_delivery(subject="P1"), a_delivery(subject="P2", owed_at=NOON + A_MINUTE)
    other = a_delivery(subject="P3", recipient_id=BOB, owed_at=NOON + 2 * A_MINUTE)

    assert [each.subject for each in in_order([agenda, second, other, first])] == ["P1", "P3", "P2", "day"]


def test_an_expired_agenda_is_told_to_nobody() -> None:
    store = a_store(a_delivery(ReminderKind.AGENDA, "2026-11-24", expires_at=NOON))

    assert next_to_send(store, now=NOON) == []


def test_an_expired_due_post_is_told_in_a_catch_up() -> None:
    store = a_store(a_delivery(expires_at=NOON))

    [catch_up] = next_to_send(store, now=NOON)

    assert (catch_up.kind, catch_up.parts) == (ReminderKind.CATCH_UP, (a_delivery().key,))
    found = stored(store)
    assert (found.state, found.merged_into) == (DeliveryState.EXPIRED, catch_up.key)


def test_two_catch_ups_for_one_person_in_the_same_moment_are_two() -> None:
    store = a_store(a_delivery(expires_at=NOON))
    [first] = next_to_send(store, now=NOON)
    with store.transaction() as tx:
        tx.deliveries.put(a_delivery(subject="P2", expires_at=NOON))

    found = next_to_send(store, now=NOON)

    assert {each.parts for each in found} == {first.parts, (a_delivery(subject="P2").key,)}


def test_a_catch_up_that_did_not_get_through_is_part_of_the_next_one() -> None:
    store = a_store(a_delivery(expires_at=NOON))
    [first] = next_to_send(store, now=NOON)

    [second] = next_to_send(store, now=first.expires_at)

    assert second.key != first.key
    assert second.parts == (a_delivery().key,)
    assert stored(store, first.key).merged_into == second.key


def test_an_expired_digest_becomes_a_notice_and_no_catch_up_of_the_channel() -> None:
    late = a_delivery(ReminderKind.DIGEST, "2026-W47", recipient_id=CHANNEL, expires_at=NOON)
    store = a_store(late)

    assert next_to_send(store, now=NOON) == []
    assert [each.kind for each in next_to_send(store, now=NOON)] == [ReminderKind.NOTICE]


def test_a_message_of_unknown_outcome_is_never_merged() -> None:
    unknown = a_delivery(state=DeliveryState.UNKNOWN, lease_until=NOON, owed_at=NOON - timedelta(hours=1))
    store = a_store(unknown, a_delivery(subject="P2", owed_at=NOON - timedelta(hours=1)))

    assert [each.subject for each in to_look_up(store, now=NOON)] == ["P1"]
    assert [each.subject for each in next_to_send(store, now=NOON)] == ["P2"]
    assert stored(store).state is DeliveryState.UNKNOWN


def test_an_update_that_was_overtaken_stays_marked() -> None:
    store = a_store(a_delivery(state=DeliveryState.SENT, refresh=True))
    read = stored(store)
    with store.transaction() as tx:
        tx.deliveries.put(read)

    deliveries.confirm_update(store, read, content="abc")

    assert stored(store).refresh
