"""Whatever moments the bot ticks at: nothing twice, nothing lost within its window; and the next moment is named."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.errors import OutcomeUnknown, TryLater
from bot.domain.members import Absence
from bot.domain.posts import Post
from bot.domain.reminder_kinds import KINDS, ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.services.reminders.upcoming import next_moment
from tests.handlers.reminding import (
    AMY,
    BOB,
    CHLOE,
    DAN,
    INES,
    PARIS,
    TORONTO,
    TUESDAY,
    Site,
    Told,
    a_post,
    at,
    kinds,
)

WAITING = (DeliveryState.PENDING, DeliveryState.UNKNOWN)

STARTS = [
    datetime(2026, 10, 23, 6, tzinfo=UTC),  # Paris leaves summer time
    datetime(2026, 10, 30, 6, tzinfo=UTC),  # Toronto does
    datetime(2026, 3, 27, 6, tzinfo=UTC),
    datetime(2026, 3, 6, 6, tzinfo=UTC),
]
MINUTES = 4 * 24 * 60
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def a_calendar(start: datetime, minutes: list[int]) -> list[Post]:
    zones, owners = (PARIS, TORONTO), (AMY, BOB, CHLOE, DAN)
    return [
        a_post(n, due=start + timedelta(minutes=minute), zone=zones[n % 2], owner_id=owners[n % 4], backup_id=INES)
        for n, minute in enumerate(minutes, 1)
    ]


def deliveries(site: Site) -> dict[str, Delivery]:
    with site.store.transaction() as tx:
        return {each.key: each for each in tx.deliveries.all()}


def was_told(delivery: Delivery, known: dict[str, Delivery]) -> bool:
    if delivery.merged_into:
        return was_told(known[delivery.merged_into], known)
    return delivery.state is DeliveryState.SENT


@QUICK
@given(
    start=st.sampled_from(STARTS),
    minutes=st.lists(st.integers(0, MINUTES - 1), min_size=1, max_size=6, unique=True),
    ticks=st.lists(st.integers(0, MINUTES + 600), min_size=1, max_size=40),
    faults=st.lists(st.sampled_from(["", "", "later", "lost", "accepted"]), max_size=30),
)
def test_ticks_at_any_moments_double_nothing_and_lose_nothing(
    start: datetime, minutes: list[int], ticks: list[int], faults: list[str]
) -> None:
    site = Site()
    site.set_round(AMY, DAN)
    posts = a_calendar(start, minutes)
    site.add(*posts)
    left = list(faults)

    def fault(recipient_id: str, key: str) -> Exception | None:
        what = left.pop() if left else ""
        site.slack.accepts = what == "accepted"
        return TryLater("internal_error") if what == "later" else OutcomeUnknown("timeout") if what else None

    site.slack.fault = fault
    moments = [start + timedelta(minutes=minute) for minute in sorted(ticks)]
    site.tick(start - timedelta(minutes=1), *moments)
    left.clear()
    last = moments[-1]
    site.tick(*(last + timedelta(minutes=n) for n in (16, 17, 18)))

    sent = [each.key for each in site.slack.posted]
    known = deliveries(site)
    assert len(sent) == len(set(sent))
    for post in posts:
        if post.due is not None and post.due.at <= last:
            found = [each for key, each in known.items() if f":{post.id}:" in key]
            assert any(was_told(each, known) for each in found)


@pytest.mark.parametrize("start", STARTS)
def test_stepping_from_moment_to_moment_tells_the_same_as_ticking_every_minute(start: datetime) -> None:
    calendar = a_calendar(start, [70, 400, 1500, 1501, 2000, 2900])
    stepped, steady = Site(), Site()
    for site in (stepped, steady):
        site.set_round(AMY, DAN)
        site.add(*calendar)
        site.tick(start)

    end = start + timedelta(days=3)
    found: list[tuple[datetime, str]] = []
    now = start
    while (following := next_moment(stepped.store, now)) is not None and following <= end:
        assert following > now
        now = following
        found += [(now, each.key) for each in stepped.tick(now)]

    minutes = (start + timedelta(minutes=n) for n in range(1, 3 * 24 * 60 + 1))
    assert sorted(found) == sorted((minute, each.key) for minute in minutes for each in steady.tick(minute))


def test_every_stop_on_the_way_tells_something() -> None:
    site = Site()
    site.set_round(AMY)
    site.add(a_post(), a_post(2, due=at(TUESDAY + timedelta(days=1), "10:00"), owner_id=None))
    now = at(TUESDAY, "08:00")
    site.tick(now)

    told: list[list[Told]] = []
    for _ in range(8):
        following = next_moment(site.store, now)
        assert following is not None
        now = following
        told.append(site.tick(now))

    assert all(told)


def test_an_overdue_post_that_is_in_other_hands_tomorrow_is_told_tomorrow_and_the_next_stop_knows() -> None:
    evening, tomorrow = at(TUESDAY, "20:00"), TUESDAY + timedelta(days=1)
    site = Site()
    site.set_member(INES, muted=frozenset(ReminderKind))
    site.add(a_post(backup_id=BOB, due=at(TUESDAY, "10:00")))
    site.set_member(AMY, absences=(Absence(first=tomorrow, last=tomorrow + timedelta(days=30)),))
    site.tick_through(at(TUESDAY, "06:00"), evening, timedelta(hours=1))

    following = next_moment(site.store, evening)

    assert following == at(tomorrow, "09:00")
    assert kinds(site.tick(following)) == [(BOB, "agenda")]


@pytest.mark.parametrize("error", [TryLater("ratelimited", retry_at=at(TUESDAY, "16:20")), OutcomeUnknown("timeout")])
def test_a_message_that_waits_is_the_next_stop_when_its_waiting_is_over(error: Exception) -> None:
    site, due = Site(), at(TUESDAY, "16:00")
    site.add(a_post())
    site.tick(at(TUESDAY, "08:00"), at(TUESDAY, "09:00"), at(TUESDAY, "15:00"))
    site.slack.fault = lambda recipient_id, key: error
    site.tick(due)

    [waiting] = [each for state in WAITING for each in site.states(state)]

    then = waiting.ready_at or waiting.lease_until
    assert then is not None
    assert then > due + timedelta(seconds=1)
    assert next_moment(site.store, due) == then


def test_with_an_empty_calendar_the_radar_of_the_25th_comes_next_then_the_digest() -> None:
    site = Site()
    site.tick(at(TUESDAY, "08:00"))

    assert next_moment(site.store, at(TUESDAY, "08:00")) == at(date(2026, 11, 25), "10:00")
    assert next_moment(site.store, at(date(2026, 11, 25), "10:00")) == at(date(2026, 11, 30), "09:00")


def test_the_digest_is_posted_once_for_each_week_and_its_details_after_it() -> None:
    site = Site()

    told = site.tick_through(at(TUESDAY, "08:00"), at(TUESDAY + timedelta(days=14), "08:00"), timedelta(hours=1))

    assert [each.key for each in told] == [
        "digest:S1:2026-W48:CSOCIAL:2026-11-30",
        "digest:S1:2026-W48:CSOCIAL:2026-11-30:details",
        "digest:S1:2026-W49:CSOCIAL:2026-12-07",
        "digest:S1:2026-W49:CSOCIAL:2026-12-07:details",
    ]


def test_a_thousand_at_once_go_out_by_urgency_and_within_the_ceiling() -> None:
    site = Site()
    nine = at(TUESDAY, "09:00")
    site.set_round(AMY, BOB, CHLOE)
    people = [f"U{n:03}" for n in range(200)]
    with site.store.transaction() as tx:
        known = tx.members.get(BOB)
        for each in people:
            tx.members.put(type(known)(id=each, name=each, zone=PARIS))
    agendas = [a_post(n, due=at(TUESDAY, "20:00"), owner_id=people[n % 200]) for n in range(1, 301)]
    due = [a_post(n, due=nine, owner_id=people[n % 200]) for n in range(301, 1101)]
    site.tick(at(TUESDAY, "07:00"))
    site.add(*agendas, *due)

    sizes = [len(site.tick(nine + timedelta(seconds=15 * n))) for n in range(40)]

    order = [each.kind for each in site.slack.posted]
    assert max(sizes) == 60
    assert order[:800] == ["due"] * 800
    assert order[800:] == ["agenda"] * 200
    assert len({each.recipient_id for each in site.slack.posted[:200]}) == 200  # everybody's first before a second


def test_a_due_post_overtakes_agendas_that_wait() -> None:
    site = Site()
    people = [f"U{n:03}" for n in range(100)]
    with site.store.transaction() as tx:
        known = tx.members.get(BOB)
        for each in people:
            tx.members.put(type(known)(id=each, name=each, zone=PARIS))
    nine = at(TUESDAY, "09:00")
    site.tick(at(TUESDAY, "07:00"))
    site.add(*(a_post(n, due=at(TUESDAY, "20:00"), owner_id=each) for n, each in enumerate(people, 1)))
    site.tick(nine)
    site.add(a_post(500, due=nine + timedelta(minutes=1), owner_id=AMY))

    told = site.tick(nine + timedelta(minutes=1))

    assert kinds(told)[0] == (AMY, "due")


def test_the_windows_are_those_that_were_promised() -> None:
    hours = {kind.value: span.total_seconds() / 3600 for kind, row in KINDS.items() if (span := row.window)}

    assert (hours["due"], hours["overdue"], hours["measure"], hours["digest"]) == (6, 24, 168, 72)
