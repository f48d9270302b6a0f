"""The bot's clock jumps, the clocks change, the laptop sleeps: no message comes twice, and what is late says so."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import TryLater
from bot.domain.reminders.deliveries import DeliveryState
from tests.handlers.reminding import AMY, BOB, DAN, PARIS, TORONTO, TUESDAY, Site, Told, a_post, a_strategy, at, team
from tests.handlers.ticks.test_ticks_outages import Killed, failing

DUE, NINE = at(TUESDAY, "16:00"), at(TUESDAY, "09:00")
A_MINUTE, AN_HOUR, A_DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NOW_KEY = "due:S1:P1:UAMY:2026-11-24:now-0"
JUMPS = (-A_DAY, -AN_HOUR, AN_HOUR, A_DAY)


def says_late(told: Told) -> bool:
    return "This message is late" in str(told.message.blocks) or "While I was away" in str(told.message.blocks)


def doubled(site: Site) -> list[str]:
    return [key for key, times in Counter(each.key for each in site.slack.posted).items() if times > 1]


def a_site() -> Site:
    """Amy has a post at four, Bob one at eleven, Dan one at six in Toronto; Amy, Bob and Dan do the round."""
    site = Site()
    site.set_round(AMY, BOB, DAN)
    site.add(
        a_post(1),
        a_post(2, owner_id=BOB, due=at(TUESDAY, "11:00")),
        a_post(3, owner_id=DAN, due=at(TUESDAY, "18:00", TORONTO), zone=TORONTO),
        a_post(4, owner_id=None, due=at(TUESDAY + A_DAY, "10:00")),
    )
    return site


@pytest.mark.parametrize("jump", JUMPS)
@pytest.mark.parametrize("clock", ["08:59", "09:00", "15:30", "16:00", "16:05", "23:59"])
def test_a_clock_that_jumps_and_is_set_right_doubles_nothing_and_loses_nothing(jump: timedelta, clock: str) -> None:
    site, wrong = a_site(), at(TUESDAY, clock)
    site.tick_through(at(TUESDAY, "07:00"), wrong)

    site.tick_through(wrong + jump, wrong + jump + 10 * A_MINUTE, A_MINUTE)
    site.tick_through(wrong + 10 * A_MINUTE, at(TUESDAY + A_DAY, "04:00"))

    assert doubled(site) == []
    pings = [each for each in site.slack.posted if each.kind in {"due", "overdue", "catch-up"}]
    assert {f"P{n}" for n in (1, 2, 3) for each in pings if f"Title {n}" in str(each.message)} == {"P1", "P2", "P3"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from([*JUMPS, timedelta()]), st.integers(1, 200)), min_size=1, max_size=12))
def test_no_row_of_jumps_doubles_a_message(steps: list[tuple[timedelta, int]]) -> None:
    site, now = a_site(), at(TUESDAY, "08:00")
    site.tick(now)

    for jump, minutes in steps:
        now += jump
        site.tick(now)
        now += minutes * A_MINUTE
        site.tick(now)

    assert doubled(site) == []
    pings = [each for each in site.slack.posted if each.kind in {"due", "overdue"}]
    texts = Counter((each.recipient_id, each.message.text) for each in pings)
    assert [text for text, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("jump", [AN_HOUR, A_DAY])
def test_what_a_jump_forward_skipped_says_that_it_is_late(jump: timedelta) -> None:
    site = Site()
    site.add(a_post())
    site.tick_through(at(TUESDAY, "08:00"), DUE - A_MINUTE, 15 * A_MINUTE)

    told = [each for each in site.tick(DUE - A_MINUTE + jump) if each.recipient_id == AMY and each.kind != "agenda"]

    assert told
    assert all(says_late(each) for each in told)


def test_a_bot_first_started_with_tomorrows_date_owes_today_once_its_clock_is_right() -> None:
    site = a_site()
    site.tick(at(TUESDAY + A_DAY, "08:00"))
    site.slack.posted.clear()

    told = site.tick_through(at(TUESDAY, "08:00"), at(TUESDAY, "17:00"))

    assert ("due", AMY) in {(each.kind, each.recipient_id) for each in told}


@pytest.mark.parametrize("accepted", [True, False])
@pytest.mark.parametrize("jump", [AN_HOUR, A_DAY])
def test_killed_while_the_clock_was_ahead_the_message_comes_once_and_nothing_stays_claimed(
    jump: timedelta, accepted: bool
) -> None:
    site = Site()
    site.add(a_post(due=DUE + jump))
    site.tick(at(TUESDAY, "08:00"), DUE - 2 * A_MINUTE)
    site.slack.fault, site.slack.accepts = failing(Killed()), accepted  # type: ignore[arg-type]
    with pytest.raises(Killed):
        site.tick(DUE + jump)  # it is DUE

    site.slack.fault = lambda recipient_id, key: None
    site.tick_through(DUE + A_MINUTE, DUE + 10 * A_MINUTE, A_MINUTE)

    assert doubled(site) == []
    assert len([each for each in site.slack.posted if "now-" in each.key]) == 1
    assert site.states(DeliveryState.CLAIMED) + site.states(DeliveryState.UNKNOWN) == []


@pytest.mark.parametrize("jump", [AN_HOUR, A_DAY])
def test_what_failed_while_the_clock_was_ahead_is_tried_again_at_once(jump: timedelta) -> None:
    site = Site()
    site.add(a_post(due=DUE))
    site.tick(at(TUESDAY, "08:00"), DUE - A_MINUTE)
    site.slack.fault = failing(TryLater("internal_error"), times=50)
    site.tick(DUE + jump)
    site.slack.fault = lambda recipient_id, key: None
    site.slack.posted.clear()

    assert site.tick(DUE + A_MINUTE)


def test_what_was_found_too_early_waits_for_its_moment() -> None:
    site = Site()
    site.add(a_post())
    site.tick(at(TUESDAY, "08:00"), DUE - AN_HOUR)
    site.slack.fault = failing(TryLater("internal_error"), times=50)
    site.tick(DUE)  # it is still three
    site.slack.fault = lambda recipient_id, key: None
    site.slack.posted.clear()

    site.tick_through(DUE - AN_HOUR, DUE - A_MINUTE, A_MINUTE)
    assert [each.key for each in site.slack.posted] == []
    assert [each.key for each in site.tick(DUE)] == [NOW_KEY]


CHANGES = [
    (PARIS, date(2026, 3, 29), "01:30"),  # the hour from two to three does not exist
    (PARIS, date(2026, 10, 25), "01:30"),  # it comes twice
    (TORONTO, date(2026, 3, 8), "01:30"),
    (TORONTO, date(2026, 11, 1), "01:30"),
]


@pytest.mark.parametrize("jump", [-AN_HOUR, timedelta(), AN_HOUR])
@pytest.mark.parametrize(("zone", "sunday", "clock"), CHANGES)
def test_in_the_night_of_a_clock_change_a_clock_that_follows_it_wrongly_doubles_nothing(
    zone: str, sunday: date, clock: str, jump: timedelta
) -> None:
    site = Site(*(replace(each, zone=zone) for each in team()), strategy=a_strategy(zone=zone))
    site.set_round(AMY, BOB)
    dues = [at(sunday, each, zone) for each in ("00:30", "02:30", "03:30", "10:00")]
    site.add(*(a_post(n, due=due, zone=zone) for n, due in enumerate(dues, 1)))
    night = at(sunday, clock, zone)
    site.tick_through(at(sunday - A_DAY, "12:00", zone), night)

    site.tick_through(night + jump, night + jump + 3 * AN_HOUR)
    site.tick_through(night + 3 * AN_HOUR, at(sunday + A_DAY, "17:00", zone))

    assert doubled(site) == []
    assert {each.recipient_id for each in site.slack.told(kind="check-in")} == {AMY, BOB}
    now = [each.key.split(":")[2] for each in site.slack.posted if ":now-" in each.key]
    told = str([each.message for each in site.slack.told(kind="catch-up")])
    assert all(f"P{n}" in now or f"P{n} " in told for n in range(1, 5))
    assert len(now) == len(set(now))
