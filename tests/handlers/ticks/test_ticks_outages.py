"""Slack fails, the bot dies or sleeps: nothing is lost, nothing comes twice, what is late says so."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from threading import Barrier, Thread

import pytest

from bot.domain.errors import DeliveryFailed, GiveUp, HistoryUnreadable, OutcomeUnknown, TryLater
from bot.domain.reminders.deliveries import DeliveryState
from bot.services.reminders.deliveries import LEASE, LOOK_AGAIN, claim, retry
from bot.services.reminders.queue import next_to_send
from handlers.reminders.ticks import tick
from tests.handlers.reminding import AMY, BOB, CHANNEL, CHLOE, INES, TUESDAY, Site, a_post, at, kinds

NINE, DUE = at(TUESDAY, "09:00"), at(TUESDAY, "16:00")
MONDAY = date(2026, 11, 30)
NOW_KEY = "due:S1:P1:UAMY:2026-11-24:now-0"
A_MINUTE = timedelta(minutes=1)


class Killed(BaseException):
    """The process dies here."""


def site_with(*posts: object) -> Site:
    """At a quarter to four on Tuesday, with what was owed until then told."""
    site = Site()
    site.add(*posts)  # type: ignore[arg-type]
    site.tick(at(TUESDAY, "08:00"), NINE, at(TUESDAY, "15:00"), DUE - timedelta(minutes=15))
    site.slack.posted.clear()
    return site


def failing(error: BaseException, *, times: int = 1) -> Callable[[str, str], BaseException | None]:
    left = [error] * times
    return lambda recipient_id, key: left.pop() if left else None


def keys(site: Site) -> list[str]:
    return [each.key for each in site.slack.posted]


def test_a_passing_failure_is_tried_again() -> None:
    site = site_with(a_post())
    site.slack.fault = failing(TryLater("internal_error"))

    site.tick(DUE, DUE + A_MINUTE)

    assert keys(site) == [NOW_KEY]


def test_a_limit_waits_as_long_as_slack_says() -> None:
    site = site_with(a_post())
    site.slack.fault = failing(TryLater("ratelimited", retry_at=DUE + timedelta(seconds=40)))

    assert site.tick(DUE, DUE + timedelta(seconds=39)) == []
    assert [each.key for each in site.tick(DUE + timedelta(seconds=40))] == [NOW_KEY]


def test_after_a_limit_nothing_else_is_tried_in_the_same_tick() -> None:
    site = site_with(a_post(1), a_post(2, owner_id=BOB))
    site.slack.fault = failing(TryLater("ratelimited", retry_at=DUE + timedelta(seconds=40)))

    assert site.tick(DUE) == []


def test_slack_out_of_reach_is_not_asked_for_every_message() -> None:
    site = site_with(*(a_post(n) for n in range(1, 9)))
    asked: list[str] = []

    def refuse(recipient_id: str, key: str) -> Exception:
        asked.append(key)
        return TryLater("ConnectionRefusedError")

    site.slack.fault = refuse
    site.tick(DUE)

    assert len(asked) == 3


@pytest.mark.parametrize("accepted", [True, False])
def test_an_unknown_outcome_is_looked_up_before_anything_is_sent_again(accepted: bool) -> None:
    site = site_with(a_post())
    site.slack.fault, site.slack.accepts = failing(OutcomeUnknown("timeout")), accepted

    site.tick(DUE, DUE + timedelta(seconds=10), DUE + LOOK_AGAIN, DUE + A_MINUTE)

    assert keys(site) == [NOW_KEY]
    assert site.delivery(NOW_KEY).state is DeliveryState.SENT


@pytest.mark.parametrize("accepted", [True, False])
def test_killed_between_claim_and_confirmation_the_message_is_looked_up_when_the_lease_is_over(accepted: bool) -> None:
    site = site_with(a_post())
    site.slack.fault, site.slack.accepts = failing(Killed()), accepted  # type: ignore[assignment]
    with pytest.raises(Killed):
        site.tick(DUE)

    site.tick(DUE + A_MINUTE, DUE + LEASE, DUE + LEASE + A_MINUTE)

    assert keys(site) == [NOW_KEY]


def test_a_failed_look_up_leaves_the_outcome_as_unknown_as_it_was() -> None:
    site = site_with(a_post())
    site.slack.fault, site.slack.accepts = failing(OutcomeUnknown("timeout")), True
    site.slack.unreadable = TryLater("internal_error")
    site.tick(DUE, DUE + A_MINUTE)
    site.slack.unreadable = None

    site.tick(DUE + 5 * A_MINUTE)

    assert keys(site) == [NOW_KEY]


def test_where_history_cannot_be_read_a_due_post_is_sent_again_and_says_so() -> None:
    site = site_with(a_post())
    site.slack.fault, site.slack.accepts = failing(OutcomeUnknown("timeout")), True
    site.slack.unreadable = HistoryUnreadable("missing_scope")

    site.tick(DUE, DUE + A_MINUTE, DUE + 2 * A_MINUTE)

    assert keys(site) == [NOW_KEY, NOW_KEY]
    assert "You may have had this already" in str(site.slack.posted[1].message.blocks)


def test_where_history_cannot_be_read_a_digest_waits_for_a_person() -> None:
    site = site_with()
    site.slack.fault, site.slack.accepts = failing(OutcomeUnknown("timeout")), True
    site.slack.unreadable = HistoryUnreadable("missing_scope")
    nine = at(MONDAY, "09:00")

    site.tick(nine - A_MINUTE, nine, nine + A_MINUTE, nine + 2 * A_MINUTE)

    assert kinds(site.slack.posted) == [(CHANNEL, "digest"), (INES, "notice")]
    assert "may not have arrived in <#CSOCIAL>" in site.slack.posted[1].message.text


@pytest.mark.parametrize("unreadable", [None, HistoryUnreadable("missing_scope")], ids=["not found", "unreadable"])
def test_what_was_unknown_and_is_late_by_now_is_told_with_all_that_is_late(unreadable: Exception | None) -> None:
    site = site_with(a_post(1), a_post(2, due=DUE + timedelta(minutes=30)))
    site.slack.fault = failing(Killed())  # type: ignore[assignment, arg-type]
    with pytest.raises(Killed):
        site.tick(DUE)
    site.slack.unreadable = unreadable

    told = site.tick_through(DUE + timedelta(hours=1), DUE + timedelta(hours=1, minutes=2), A_MINUTE)

    assert kinds(told) == [(AMY, "catch-up")]
    assert "2 posts came due" in told[0].message.text


def test_a_message_whose_words_fail_is_tried_less_and_less_often_and_ends_in_the_catch_up() -> None:
    site = site_with(a_post())
    due, tries = next(kind for kind in site.renders if kind.value == "due"), []

    def broken(house: object, delivery: object, now: datetime) -> None:
        tries.append(now)
        raise ZeroDivisionError

    site.renders = {**site.renders, due: broken}  # type: ignore[dict-item]
    told = site.tick_through(DUE, DUE + timedelta(hours=7), A_MINUTE)

    assert [each.kind for each in told if each.recipient_id == AMY] == ["overdue", "catch-up"]
    assert len(tries) < 90  # a try and a look-up every quarter of an hour
    assert site.delivery(NOW_KEY).state is DeliveryState.EXPIRED


def test_retries_of_the_same_moment_are_spread() -> None:
    site = site_with(a_post(1), a_post(2, owner_id=BOB))
    site.slack.fault = lambda recipient_id, key: TryLater("internal_error")

    site.tick(DUE)

    waits = {each.ready_at for each in site.states(DeliveryState.PENDING) if each.attempts}
    assert len(waits) == 2


def test_one_late_message_says_that_it_is_late() -> None:
    site = site_with(a_post())

    told = site.tick(DUE + timedelta(hours=1))

    assert kinds(told) == [(AMY, "due")]
    assert "This message is late: it should have reached you Tue 24 Nov 16:00" in str(told[0].message.blocks)


def test_a_message_on_time_does_not_say_that_it_is_late() -> None:
    site = site_with(a_post())

    assert "late" not in str(site.tick(DUE + timedelta(minutes=10))[0].message.blocks)


def test_several_late_ones_are_told_in_one_message() -> None:
    site = site_with(a_post(1), a_post(2, due=DUE + timedelta(minutes=20)), a_post(3, owner_id=BOB))

    told = site.tick(DUE + timedelta(hours=1))

    assert kinds(told) == [(BOB, "due"), (AMY, "catch-up")]
    assert "2 posts came due" in told[1].message.text
    assert {each.key for each in site.states(DeliveryState.MERGED)} >= {NOW_KEY}


def test_after_three_days_of_silence_one_message_tells_what_was_missed() -> None:
    site = Site()
    site.set_round(AMY)
    site.add(a_post(1), a_post(2, due=DUE + timedelta(hours=3)))
    site.tick(at(TUESDAY, "08:00"), NINE)
    site.slack.posted.clear()

    friday = TUESDAY + timedelta(days=3)
    told = site.tick(at(friday, "08:30"))

    assert [each.kind for each in told if each.recipient_id == AMY] == ["catch-up"]
    text = str(told[0].message.blocks)
    assert "While I was away (Tue 24 Nov 15:00 – Fri 27 Nov 08:30)" in text  # an hour before the first was due
    assert "2 posts came due and 3 rounds got no invitation" in text
    assert site.tick(at(friday, "08:31")) == []


def test_a_catch_up_waits_for_the_end_of_a_silence() -> None:
    site = site_with(a_post(1), a_post(2, due=DUE + timedelta(hours=1)))
    seven = at(TUESDAY + timedelta(days=1), "07:00")
    site.directory.quiet = {AMY: seven}

    assert site.tick(at(TUESDAY, "23:30"), at(TUESDAY, "23:45")) == []
    assert kinds(site.tick(seven)) == [(AMY, "catch-up")]


def test_what_others_settled_meanwhile_is_not_told() -> None:
    site = site_with(a_post(1), a_post(2))
    site.change("P1", state="published", published_at=DUE)
    site.change("P2", state="published", published_at=DUE)

    assert site.tick(DUE + timedelta(days=2)) == []


def test_a_laptop_asleep_for_days_gets_todays_agenda_and_none_of_those_it_slept_through() -> None:
    site = site_with(a_post(1, due=at(TUESDAY + timedelta(days=3), "18:00")))

    told = site.tick(at(TUESDAY + timedelta(days=3), "09:01"))

    assert kinds(told) == [(AMY, "agenda")]


def test_a_clock_that_jumps_back_an_hour_or_a_day_doubles_nothing() -> None:
    site = site_with(a_post())
    site.tick(DUE)
    before = len(site.slack.posted)

    site.tick(DUE - timedelta(hours=1), DUE - timedelta(days=1), DUE - timedelta(hours=20), DUE, DUE + A_MINUTE)

    assert len(site.slack.posted) == before


def test_a_bug_in_one_message_does_not_hold_up_the_others() -> None:
    site = site_with(a_post(1), a_post(2, owner_id=BOB))
    good = site.renders

    def broken(house: object, delivery: object, now: datetime) -> None:
        if getattr(delivery, "subject", "") == "P1":
            raise ZeroDivisionError
        return good_due(house, delivery, now)

    good_due = good[next(kind for kind in good if kind.value == "due")]
    site.renders = {**good, next(kind for kind in good if kind.value == "due"): broken}  # type: ignore[dict-item]

    assert kinds(site.tick(DUE)) == [(BOB, "due")]


def test_two_workers_interleaved_double_nothing() -> None:
    site = site_with(*(a_post(n, owner_id=(AMY, BOB, CHLOE)[n % 3]) for n in range(1, 10)))

    def meanwhile(recipient_id: str, key: str) -> None:
        if len(site.slack.posted) < 5:  # the other worker ticks while this one is talking to Slack
            tick(site.house, site.renders, DUE)

    site.slack.fault = meanwhile  # type: ignore[assignment]
    site.tick(DUE)

    assert sorted(keys(site)) == sorted(set(keys(site)))
    assert len(keys(site)) == 9


def test_two_threads_that_tick_at_once_double_nothing() -> None:
    site = site_with(*(a_post(n, owner_id=(AMY, BOB, CHLOE)[n % 3]) for n in range(1, 51)))
    together = Barrier(4)

    def work() -> None:
        together.wait()
        for n in range(3):  # within one lease: a thread that is slow here is no thread that was away for minutes
            tick(site.house, site.renders, DUE + n * LEASE / 4)

    threads = [Thread(target=work) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert len(keys(site)) == len(set(keys(site))) == 50


def test_a_message_is_claimed_by_one_of_two_workers() -> None:
    site = site_with(a_post())
    site.slack.fault = failing(TryLater("internal_error"))
    site.tick(DUE)
    [ready] = next_to_send(site.store, now=DUE + A_MINUTE)

    claims = [claim(site.store, ready, now=DUE + A_MINUTE) for _ in range(2)]

    assert [each is not None for each in claims] == [True, False]


def test_whoever_lost_the_lease_does_not_undo_what_the_other_did() -> None:
    site = site_with(a_post())
    site.slack.fault = failing(Killed())  # type: ignore[assignment]
    with pytest.raises(Killed):
        site.tick(DUE)
    slow = site.delivery(NOW_KEY)
    site.tick(DUE + LEASE)

    retry(site.store, slow, "timeout", at=DUE + LEASE)

    assert site.delivery(NOW_KEY).state is DeliveryState.SENT


@pytest.mark.parametrize("error", [GiveUp("message_not_found"), OutcomeUnknown("timeout"), TryLater("internal_error")])
def test_a_failed_update_is_tried_again_unless_it_cannot_help(error: DeliveryFailed) -> None:
    site = site_with(a_post())
    site.tick(DUE)
    site.change("P1", state="published", published_at=DUE, link="https://example.com/1")
    site.slack.updates.clear()
    site.slack.update_fault = error
    site.tick(DUE + A_MINUTE)
    site.slack.update_fault = None

    site.tick(DUE + 2 * A_MINUTE)

    assert bool(site.slack.updates) is not isinstance(error, GiveUp)
