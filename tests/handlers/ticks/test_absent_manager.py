"""What is the manager's to hear goes on to the next who is there, once, and says why."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.errors import GiveUp
from bot.domain.members import Absence
from bot.domain.posts import PostState
from bot.domain.reminder_kinds import ReminderKind
from tests.handlers.reminding import (
    AMY,
    BOB,
    CHLOE,
    DAN,
    INES,
    TUESDAY,
    Site,
    Told,
    a_plan,
    a_post,
    a_strategy,
    at,
    kinds,
)

EARLY, DUE = at(TUESDAY, "08:00"), at(TUESDAY, "16:00")
A_MINUTE, A_DAY = timedelta(minutes=1), timedelta(days=1)
WEEKS = Absence(first=TUESDAY, last=date(2026, 12, 11))
FRIDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 30)
AWAY = "You get this because <@UINES>, who looks after Maison Lune, is away or can't be reached."


def away(site: Site) -> None:
    site.set_member(INES, absences=(WEEKS,))


def gone(site: Site) -> None:
    site.set_member(INES, is_active=False)


def a_guest(site: Site) -> None:
    site.set_member(INES, is_guest=True)


def nobody(site: Site) -> None:
    site.set_strategy(manager_id="")


ABSENT = [away, gone, a_guest, nobody]
Absent = Callable[[Site], None]


def a_site(*posts: Any, **more: Any) -> Site:
    """Ines manages, Chloé owns the platform, Dan is an admin."""
    site = Site(strategy=a_strategy(platforms=(a_plan(owner_id=CHLOE, **more),)))
    site.set_member(DAN, is_admin=True, zone="Europe/Paris", locale="en-GB")
    site.set_member(CHLOE, locale="en-GB")
    site.add(*posts)
    return site


def words(told: Told) -> str:
    return told.message.text + json.dumps(list(told.message.blocks), ensure_ascii=False)


def silence(site: Site, until: date = MONDAY) -> list[Told]:
    """What comes to people about posts while nobody does anything, day by day; their agendas left out."""
    moments = [at(TUESDAY + timedelta(days=n), clock) for n in range(20) for clock in ("09:00", "15:00", "18:05")]
    told = site.tick(EARLY, *(each for each in moments if each <= at(until, "18:05")))
    return [each for each in told if each.kind not in ("agenda", "radar", "radar-line", "digest")]


@pytest.mark.parametrize("absent", ABSENT)
def test_an_overdue_post_goes_on_to_who_owns_the_platform_and_says_why(absent: Absent) -> None:
    site = a_site(a_post())
    absent(site)

    last = silence(site, FRIDAY)[-1]

    assert (last.recipient_id, last.kind) == (CHLOE, "overdue")
    assert "late since Tue 24 Nov 16:00, with <@UAMY>" in words(last)
    assert ("nobody looks after Maison Lune" if absent is nobody else AWAY) in words(last)


def test_after_the_backup_it_goes_on_to_another_and_not_to_the_backup_again() -> None:
    site = a_site(a_post(backup_id=CHLOE))
    away(site)

    told = [(each.recipient_id, each.kind) for each in silence(site)]

    assert told[-2:] == [(CHLOE, "overdue"), (DAN, "overdue")]


def test_a_manager_who_is_there_gets_it_as_ever() -> None:
    site = a_site(a_post())

    last = silence(site, FRIDAY)[-1]

    assert last.recipient_id == INES
    assert "late since Tue 24 Nov 16:00, with <@UAMY>" in words(last)
    assert "is away or can't be reached" not in words(last)


def test_a_manager_who_comes_back_is_not_told_a_second_time_and_the_reason_stays() -> None:
    site = a_site(a_post())
    away(site)
    silence(site, FRIDAY)

    site.set_member(INES, absences=(Absence(first=TUESDAY, last=FRIDAY),))
    later = silence(site, MONDAY)

    assert [each for each in later if each.recipient_id == INES and each.kind == "overdue"] == []


def test_where_nobody_else_may_act_it_waits_until_the_manager_is_back() -> None:
    site = Site(strategy=a_strategy())
    site.add(a_post())
    site.set_member(INES, absences=(Absence(first=TUESDAY, last=MONDAY),))

    meanwhile = silence(site, MONDAY)
    back = site.tick(at(MONDAY + timedelta(days=1), "09:00"), at(MONDAY + timedelta(days=1), "09:01"))

    assert INES not in {each.recipient_id for each in meanwhile}
    assert [(each.recipient_id, each.kind) for each in back if each.kind == "overdue"] == [(INES, "overdue")]


def test_an_absent_managers_own_post_stays_with_who_stands_in_and_is_not_escalated_to_them() -> None:
    site = Site(strategy=a_strategy())
    site.add(a_post(owner_id=INES, backup_id=BOB))
    site.set_member(INES, absences=(Absence(first=TUESDAY, last=MONDAY),))

    told = silence(site, MONDAY + timedelta(days=1))

    assert {each.recipient_id for each in told} == {BOB}


def test_what_a_manager_turned_off_goes_to_nobody_else() -> None:
    site = a_site(a_post())
    site.set_member(INES, absences=(WEEKS,), muted=frozenset({ReminderKind.OVERDUE}))

    assert {each.recipient_id for each in silence(site, FRIDAY)} == {AMY}


@pytest.mark.parametrize("absent", ABSENT)
def test_a_due_post_of_somebody_away_goes_to_who_may_act_on_it(absent: Absent) -> None:
    site = a_site(a_post())
    site.set_member(AMY, absences=(WEEKS,))
    absent(site)

    told = [each for each in site.tick(EARLY, at(TUESDAY, "15:00"), DUE) if each.kind == "due"]

    assert {each.recipient_id for each in told} == {CHLOE}
    assert all("because <@UAMY> is away or off today" in words(each) for each in told)


def test_a_post_that_is_nobodys_in_a_strategy_that_is_nobodys_reaches_an_admin() -> None:
    site = Site(strategy=replace(a_strategy(), manager_id=""))
    site.set_member(DAN, is_admin=True, zone="Europe/Paris", locale="en-GB")
    site.add(a_post(owner_id=None))

    told = [each for each in site.tick(EARLY, at(TUESDAY, "15:00"), DUE) if each.kind == "due"]

    assert {each.recipient_id for each in told} == {DAN}
    assert "the post has no owner, and nobody looks after Maison Lune" in words(told[0])


def in_review(**more: Any) -> Any:
    return a_post(state=PostState.IN_REVIEW, due=at(MONDAY, "16:00"), review_asked_at=EARLY, **more)


@pytest.mark.parametrize("absent", ABSENT)
def test_a_silent_review_goes_on_to_an_admin_who_may_approve_it(absent: Absent) -> None:
    site = a_site(in_review(reviewer_id=BOB, review_asked_by=AMY))
    absent(site)

    told = [each for each in silence(site, FRIDAY) if each.kind == "review"]

    assert [each.recipient_id for each in told] == [BOB, BOB, BOB, DAN]
    assert "<@UBOB> was asked Tue 24 Nov 08:00 and has not answered yet" in words(told[-1])
    assert ("nobody looks after Maison Lune" if absent is nobody else AWAY) in words(told[-1])
    assert "post.approve" in words(told[-1])


def test_a_silent_review_goes_to_the_platforms_reviewer_before_an_admin() -> None:
    site = a_site(in_review(reviewer_id=BOB, review_asked_by=AMY), reviewer_id=CHLOE)
    away(site)

    told = [each for each in silence(site, FRIDAY) if each.kind == "review"]

    assert told[-1].recipient_id == CHLOE


def test_a_manager_who_is_there_reads_that_the_reviewer_is_silent() -> None:
    site = a_site(in_review(reviewer_id=BOB, review_asked_by=AMY))

    told = [each for each in silence(site, FRIDAY) if each.kind == "review"]

    assert told[-1].recipient_id == INES
    assert "has not answered yet" in words(told[-1])
    assert "is not there" not in words(told[-1])


@pytest.mark.parametrize("reviewer", [BOB, INES])
def test_where_reviewer_and_manager_are_away_an_admin_reads_it(reviewer: str) -> None:
    site = a_site(in_review(reviewer_id=reviewer, review_asked_by=AMY))
    site.set_member(BOB, absences=(WEEKS,))
    away(site)

    told = [each for each in silence(site, TUESDAY) if each.kind == "review"]

    assert [each.recipient_id for each in told] == [DAN]
    assert f"because <@{reviewer}> is away or off today" in words(told[0])


def test_whoever_reads_in_place_of_a_reviewer_who_left_is_told_that_they_left() -> None:
    site = a_site(in_review(reviewer_id=BOB, review_asked_by=AMY))
    site.set_member(BOB, is_active=False)

    told = [each for each in silence(site, TUESDAY) if each.kind == "review"]

    assert [each.recipient_id for each in told] == [INES]
    assert "because <@UBOB> can't be reached here any more: P1 needs somebody else" in words(told[0])
    assert "away or off" not in words(told[0])


def test_nobody_is_asked_to_approve_their_own_post_in_place_of_somebody_away() -> None:
    site = a_site(in_review(owner_id=DAN, reviewer_id=BOB, review_asked_by=DAN))
    away(site)

    told = [each for each in silence(site, FRIDAY) if each.kind == "review"]

    assert DAN not in {each.recipient_id for each in told}


@pytest.mark.parametrize("absent", ABSENT)
def test_posts_without_an_owner_are_told_to_who_is_there(absent: Absent) -> None:
    site = a_site(a_post(due=at(MONDAY, "16:00"), owner_id=None))
    absent(site)

    told = [each for each in site.tick(EARLY, at(TUESDAY, "09:00"), at(TUESDAY, "09:01")) if each.kind == "unowned"]

    assert [each.recipient_id for each in told] == [CHLOE]
    assert ("nobody looks after Maison Lune" if absent is nobody else AWAY) in words(told[0])


def test_a_manager_who_is_back_hears_of_posts_without_an_owner_themselves() -> None:
    site = a_site(a_post(due=at(MONDAY, "16:00"), owner_id=None))
    site.set_member(INES, absences=(Absence(first=TUESDAY, last=TUESDAY),))

    told = [
        each
        for n in range(2)
        for each in site.tick(at(TUESDAY + timedelta(days=n), "08:00"), at(TUESDAY + timedelta(days=n), "09:00"))
        if each.kind == "unowned"
    ]

    assert [each.recipient_id for each in told] == [CHLOE, INES]


@pytest.mark.parametrize("absent", ABSENT)
def test_a_message_that_cannot_be_delivered_is_told_to_who_is_there(absent: Absent) -> None:
    site = a_site(a_post())
    absent(site)
    site.slack.fault = lambda recipient_id, key: GiveUp("user_disabled") if recipient_id == AMY else None

    told = site.tick(at(TUESDAY, "16:00"), at(TUESDAY, "16:01"))

    assert kinds(told) == [(DAN, "notice")]
    assert ("nobody looks after Maison Lune" if absent is nobody else AWAY) in words(told[0])


@pytest.mark.parametrize("absent", ABSENT)
def test_numbers_that_nobody_can_be_asked_for_are_asked_of_who_is_there(absent: Absent) -> None:
    live = at(TUESDAY - timedelta(days=7), "12:00")
    site = a_site(a_post(state=PostState.PUBLISHED, published_at=live))
    site.set_member(AMY, is_active=False)
    absent(site)

    morning = at(TUESDAY + A_DAY, "09:00")
    told = [each for each in site.tick(EARLY, at(TUESDAY, "12:01"), morning) if each.kind == "measure"]

    assert [each.recipient_id for each in told] == [CHLOE]
    assert "You are asked because <@UAMY> doesn't get this reminder." in words(told[0])


def test_a_reviewer_who_goes_away_is_stood_in_for_and_who_asked_is_told() -> None:
    site = a_site(in_review(reviewer_id=BOB, review_asked_by=AMY))
    site.set_member(BOB, absences=(Absence(first=TUESDAY + A_DAY, last=date(2026, 12, 4)),))

    told = [each for each in silence(site, TUESDAY + A_DAY) if each.kind == "review"]

    assert [each.recipient_id for each in told] == [BOB, AMY, INES]
    assert "<@UBOB>, who was to review it, is away until Fri 4 Dec. <@UINES> is asked instead." in told[1].message.text
    assert "post.review" in words(told[1])
    assert "because <@UBOB> is away or off today" in words(told[2])
    assert "post.approve" in words(told[2])


def test_who_asked_hears_that_nobody_else_is_there_to_review_it() -> None:
    site = Site(strategy=a_strategy())
    site.add(in_review(reviewer_id=INES, review_asked_by=AMY))
    site.set_member(INES, absences=(Absence(first=TUESDAY + A_DAY, last=date(2026, 12, 4)),))

    told = [each for each in silence(site, date(2026, 12, 4)) if each.kind == "review"]

    assert [each.recipient_id for each in told] == [INES, AMY]
    assert "Nobody else who may approve it is there" in told[1].message.text


def test_a_review_asked_of_somebody_away_waits_for_them_where_nobody_else_may_approve_it() -> None:
    site = Site(strategy=a_strategy())
    site.add(in_review(reviewer_id=INES, review_asked_by=AMY))
    site.set_member(INES, absences=(Absence(first=TUESDAY, last=FRIDAY),))

    meanwhile = [each for each in silence(site, FRIDAY) if each.kind == "review"]
    back = site.tick(at(MONDAY, "09:00"), at(MONDAY, "09:01"))

    assert meanwhile == []
    assert [each.recipient_id for each in back if each.kind == "review"] == [INES]
