"""Do-not-disturb, holidays, weekends, mutes and strangers: delayed or rerouted, never dropped."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.errors import GiveUp, TryLater
from bot.domain.members import Absence, Member
from bot.domain.reminder_kinds import ReminderKind
from bot.services.plan.holidays import is_holiday
from tests.handlers.reminding import (
    AMY,
    BOB,
    CHLOE,
    DAN,
    INES,
    TUESDAY,
    Site,
    Told,
    a_member,
    a_post,
    at,
    kinds,
)

EARLY, NINE, DUE = at(TUESDAY, "08:00"), at(TUESDAY, "09:00"), at(TUESDAY, "16:00")
A_MINUTE = timedelta(minutes=1)
FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)


def site_with(*posts: object) -> Site:
    site = Site()
    site.add(*posts)  # type: ignore[arg-type]
    return site


def test_an_agenda_waits_for_the_end_of_do_not_disturb_and_is_not_late() -> None:
    site = site_with(a_post())
    site.directory.quiet = {AMY: at(TUESDAY, "09:45")}

    assert site.tick(EARLY, NINE, at(TUESDAY, "09:30")) == []
    told = site.tick(at(TUESDAY, "09:45"))

    assert kinds(told) == [(AMY, "agenda")]
    assert "late" not in str(told[0].message.blocks)


def test_an_agenda_whose_day_would_be_over_is_sent_all_the_same() -> None:
    site = site_with(a_post())
    site.directory.quiet = {AMY: at(TUESDAY + timedelta(days=1), "08:00")}

    assert kinds(site.tick(EARLY, NINE)) == [(AMY, "agenda")]


def test_a_due_post_goes_to_a_backup_who_may_be_disturbed() -> None:
    site = site_with(a_post(backup_id=BOB))
    site.tick(EARLY, NINE, at(TUESDAY, "15:00"))
    site.directory.quiet = {AMY: at(TUESDAY, "18:00")}

    assert kinds(site.tick(DUE)) == [(BOB, "due")]


def test_the_end_of_do_not_disturb_makes_no_second_one() -> None:
    site = site_with(a_post(backup_id=BOB))
    site.tick(EARLY, NINE, at(TUESDAY, "15:00"))
    site.directory.quiet = {AMY: at(TUESDAY, "16:05")}

    assert kinds(site.tick(DUE, at(TUESDAY, "16:05"), at(TUESDAY, "16:10"))) == [(BOB, "due")]


@pytest.mark.parametrize("quiet", [{AMY}, {AMY, BOB}])
def test_a_due_post_nobody_may_be_disturbed_for_goes_to_its_owner(quiet: set[str]) -> None:
    site = site_with(a_post(backup_id=BOB if BOB in quiet else None))
    site.tick(EARLY, NINE, at(TUESDAY, "15:00"))
    site.directory.quiet = dict.fromkeys(quiet, at(TUESDAY, "18:00"))

    assert kinds(site.tick(DUE)) == [(AMY, "due")]


def test_when_do_not_disturb_cannot_be_asked_messages_go_out() -> None:
    site = site_with(a_post())

    def refuse(member_ids: object, *, now: object) -> dict[str, object]:
        raise TryLater("internal_error")

    site.directory.quiet_until = refuse  # type: ignore[method-assign, assignment]

    assert kinds(site.tick(EARLY, NINE)) == [(AMY, "agenda")]


def test_no_agenda_on_a_weekend_and_the_last_working_day_announces_it() -> None:
    site = site_with(a_post(due=at(SATURDAY, "10:00")))

    told = site.tick_through(at(FRIDAY, "08:00"), at(SATURDAY, "12:00"), timedelta(minutes=30))

    assert [each.kind for each in told] == ["agenda", "due", "due", "overdue"]
    assert "1 post on the coming days off" in told[0].message.text
    assert "Sat 28 Nov 10:00, a day off" in str(told[0].message.blocks)


def test_no_agenda_on_a_public_holiday_of_the_members_country() -> None:
    armistice = date(2026, 11, 11)
    site = Site(a_member(AMY, country="FR"), a_member(BOB, country="CA"), a_member(INES))
    site.add(a_post(1, due=at(armistice, "16:00")), a_post(2, due=at(armistice, "16:00"), owner_id=BOB))

    told = site.tick(at(armistice, "08:00"), at(armistice, "09:00"))

    assert kinds(told) == [(BOB, "agenda")]


def test_holidays_are_those_of_a_known_country() -> None:
    assert is_holiday("FR", date(2026, 7, 14))
    assert not is_holiday("CA", date(2026, 7, 14))
    assert not is_holiday("", date(2026, 7, 14))
    assert not is_holiday("XX", date(2026, 1, 1))


@pytest.mark.parametrize("kind", [ReminderKind.AGENDA, ReminderKind.DUE, ReminderKind.OVERDUE])
def test_a_kind_that_is_turned_off_is_not_sent(kind: ReminderKind) -> None:
    site = site_with(a_post(backup_id=BOB))
    site.set_member(AMY, muted=frozenset({kind}))

    told = site.tick(EARLY, NINE, at(TUESDAY, "15:00"), DUE, at(TUESDAY, "18:00"))

    assert kind not in {each.kind for each in told}
    assert {each.recipient_id for each in told} == {AMY}


def test_a_manager_stands_in_for_somebody_away_without_a_backup() -> None:
    site = site_with(a_post())
    site.set_member(AMY, absences=(Absence(first=TUESDAY, last=TUESDAY),))

    assert {each.recipient_id for each in site.tick(EARLY, NINE, DUE)} == {INES}


def test_somebody_the_bot_never_met_is_looked_up_and_reminded() -> None:
    site = site_with(a_post(owner_id="UNEW"))
    site.directory.known = {"UNEW": Member(id="UNEW", name="Nour", zone="Europe/Paris", locale="fr-FR")}

    told = site.tick(EARLY, NINE)

    assert [(each.recipient_id, each.message.text[:9]) for each in told] == [("UNEW", "Bonjour\u202f!")]


def test_a_member_first_met_at_noon_gets_their_first_agenda_the_next_morning() -> None:
    site = site_with()
    site.tick(EARLY, NINE)
    with site.store.transaction() as tx:
        tx.members.put(a_member("UNEW"))
    site.add(a_post(owner_id="UNEW", due=at(TUESDAY + timedelta(days=1), "18:00")))

    assert site.tick(at(TUESDAY, "12:00")) == []
    assert kinds(site.tick(at(TUESDAY + timedelta(days=1), "09:00"))) == [("UNEW", "agenda")]


def test_an_agenda_hour_that_is_moved_earlier_is_not_lost() -> None:
    site = site_with(a_post())
    site.set_member(AMY, agenda_at=replace_hour(15))
    site.tick(at(TUESDAY - timedelta(days=1), "15:30"), EARLY, at(TUESDAY, "10:00"))

    site.set_member(AMY, agenda_at=replace_hour(9))

    assert kinds(site.tick(at(TUESDAY, "10:01"))) == [(AMY, "agenda")]


def replace_hour(hour: int) -> object:
    return a_member(AMY).agenda_at.replace(hour=hour)


def agendas(told: list[Told], member_id: str) -> list[str]:
    return [each.key.rpartition(":")[2] for each in told if each.kind == "agenda" and each.recipient_id == member_id]


@pytest.mark.parametrize(
    ("before", "after", "move_at"),
    [
        ("Europe/Paris", "America/Toronto", "10:00"),  # nine comes again in Toronto, that day's agenda was told
        ("America/Toronto", "Europe/Paris", "10:00"),  # nine is gone in Paris: told at once
        ("Europe/Paris", "Asia/Tokyo", "08:00"),
        ("Asia/Tokyo", "America/Los_Angeles", "12:00"),
    ],
)
def test_a_member_who_changes_zone_gets_one_agenda_for_each_local_day(before: str, after: str, move_at: str) -> None:
    site = site_with(*(a_post(n, due=at(TUESDAY + timedelta(days=n), "23:30")) for n in range(-3, 6) if n))
    site.set_member(AMY, zone=before)
    moved = at(TUESDAY, move_at)

    told = site.tick_through(at(TUESDAY - timedelta(days=1), "00:00"), moved)
    site.set_member(AMY, zone=after)
    told += site.tick_through(moved, at(TUESDAY + timedelta(days=2), "23:00"))

    days = agendas(told, AMY)
    assert len(days) == len(set(days))
    assert {"2026-11-23", "2026-11-24", "2026-11-25"} <= set(days)


def test_a_member_who_changes_zone_is_pinged_once_for_a_due_moment() -> None:
    site = site_with(a_post(owner_id=DAN, due=at(TUESDAY, "23:30")))
    site.tick(EARLY, at(TUESDAY, "22:30"), at(TUESDAY, "23:30"))
    site.set_member(DAN, zone="Asia/Tokyo")

    assert site.tick(at(TUESDAY, "23:31"), at(TUESDAY, "23:59")) == []


def test_one_agenda_covers_the_strategies_of_a_member() -> None:
    site = site_with(a_post(1), replace(a_post(2), strategy_id="S2"))
    with site.store.transaction() as tx:
        first = tx.strategies.get("S1")
        tx.strategies.put(replace(first, id="S2", name="Second", channel_id="C2", rev=0))

    told = site.tick(EARLY, NINE)

    assert kinds(told) == [(AMY, "agenda")]
    assert "2 posts today" in told[0].message.text


def test_somebody_who_turns_out_to_have_left_is_not_written_to_again() -> None:
    site = site_with(a_post(1, backup_id=BOB), a_post(2, due=DUE + timedelta(hours=1), backup_id=BOB))
    site.tick(EARLY, NINE)
    site.directory.known = {AMY: a_member(AMY, is_active=False)}
    site.slack.fault = lambda recipient_id, key: GiveUp("user_disabled") if recipient_id == AMY else None

    told = site.tick(at(TUESDAY, "15:00"), DUE, at(TUESDAY, "17:00"))

    assert {each.recipient_id for each in told if each.kind == "due"} == {BOB}


def test_an_archived_strategy_owes_nothing() -> None:
    site = site_with(a_post())
    with site.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get("S1"), is_archived=True))

    assert site.tick(EARLY, NINE, DUE) == []


def test_somebody_in_the_round_is_invited_at_four_on_working_days() -> None:
    site = Site()
    site.set_round(CHLOE, DAN)

    told = site.tick_through(at(FRIDAY, "08:00"), at(date(2026, 11, 29), "23:00"), timedelta(minutes=30))

    assert kinds([each for each in told if each.kind == "check-in"]) == [(CHLOE, "check-in"), (DAN, "check-in")]
