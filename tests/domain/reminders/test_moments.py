"""When a post's reminders are owed, and their keys."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.moments import Due
from bot.domain.posts import Change, Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders import daily
from bot.domain.reminders.posts import may_be_owed, post_reminders
from bot.domain.reminders.reminder import Reminder
from bot.domain.reminders.routing import Roster
from tests.handlers.reminding import (
    AMY,
    BOB,
    INES,
    PARIS,
    TORONTO,
    TUESDAY,
    a_member,
    a_post,
    a_strategy,
    at,
    team,
)

ROSTER = Roster(people={each.id: each for each in team()}, is_holiday=lambda country, day: False)
LATER = timedelta(days=20)


def reminders(post: Post, *, after: timedelta = LATER) -> list[Reminder]:
    assert post.due is not None
    return list(post_reminders(post, a_strategy(), ROSTER, now=post.due.at + after))


def phases(found: list[Reminder]) -> list[tuple[str, datetime]]:
    return [(each.key.rpartition(":")[2], each.owed_at) for each in found]


def test_before_at_and_after_the_due_moment() -> None:
    due = at(TUESDAY, "16:00")

    assert phases(reminders(a_post(), after=timedelta(hours=3))) == [
        ("soon-0", due - timedelta(hours=1)),
        ("now-0", due),
        ("overdue-0-0", due + timedelta(hours=2)),
    ]


def test_nothing_is_owed_before_its_moment() -> None:
    assert phases(reminders(a_post(), after=-timedelta(minutes=61))) == []


@given(
    st.none() | st.integers(-10_000, 400).map(lambda n: timedelta(minutes=n)),
    st.integers(-10_000, 400).map(lambda n: timedelta(minutes=n)),
)
def test_a_post_of_which_nothing_may_be_owed_owes_nothing(snoozed: timedelta | None, after: timedelta) -> None:
    due = at(TUESDAY, "16:00")
    post = a_post(snoozed_until=None if snoozed is None else due + snoozed, snoozes=1)

    assert may_be_owed(post, now=due + after) or reminders(post, after=after) == []


@pytest.mark.parametrize(
    ("moment", "snoozed", "expected"),
    [
        ("14:59", None, False),
        ("15:00", None, True),
        ("12:59", "13:00", False),
        ("13:00", "13:00", True),
        ("14:59", "15:30", False),
        ("15:00", "15:30", True),
    ],
)
def test_a_post_may_owe_something_from_its_early_reminder_on_or_the_end_of_a_snooze(
    moment: str, snoozed: str | None, expected: bool
) -> None:
    post = a_post(snoozed_until=at(TUESDAY, snoozed) if snoozed else None)

    assert may_be_owed(post, now=at(TUESDAY, moment)) is expected


@pytest.mark.parametrize("state", ["published", "cancelled"])
def test_a_post_that_is_done_with_owes_nothing(state: str) -> None:
    assert reminders(a_post(state=state)) == []


def test_a_snooze_silences_what_lies_before_its_end_and_is_a_reminder_itself() -> None:
    due = at(TUESDAY, "16:00")
    post = a_post(snoozed_until=due + timedelta(minutes=5), snoozes=1)

    assert phases(reminders(post, after=timedelta(hours=4))) == [
        ("snoozed-0-1", due + timedelta(minutes=5)),
        ("overdue-0-1", due + timedelta(hours=2, minutes=5)),
    ]


def test_a_snooze_of_the_early_reminder_leaves_the_due_moment_alone() -> None:
    due = at(TUESDAY, "16:00")
    post = a_post(snoozed_until=due - timedelta(minutes=30), snoozes=1)

    assert [name for name, _ in phases(reminders(post, after=timedelta()))] == ["snoozed-0-1", "now-0"]


def test_a_move_makes_the_reminders_new_ones() -> None:
    keys = {each.key for each in reminders(a_post(), after=timedelta())}

    assert keys.isdisjoint(each.key for each in reminders(a_post(moves=1), after=timedelta()))


def test_the_key_names_the_owner_also_where_somebody_stands_in() -> None:
    away = a_member(AMY, is_active=False)
    roster = Roster(people={**ROSTER.people, AMY: away}, is_holiday=lambda country, day: False)

    found = next(post_reminders(a_post(backup_id=BOB), a_strategy(), roster, now=at(TUESDAY, "15:00")))

    assert (found.recipient_id, found.key.split(":")[3]) == (BOB, AMY)


def test_whoever_enters_a_post_after_its_moment_is_not_told_so() -> None:
    late = a_post(created_at=at(TUESDAY, "15:30"), created_by=AMY)

    assert [name for name, _ in phases(reminders(late, after=timedelta()))] == ["now-0"]


def test_a_last_minute_post_for_somebody_else_is_announced() -> None:
    late = a_post(created_at=at(TUESDAY, "15:30"), created_by=BOB)

    assert [name for name, _ in phases(reminders(late, after=timedelta()))] == ["soon-0", "now-0"]


def test_after_two_silent_working_days_the_backup_and_then_the_manager() -> None:
    found = phases(reminders(a_post(backup_id=BOB)))[3:5]

    assert found == [
        ("backup-0-0", at(date(2026, 11, 27), "09:00")),  # Wednesday and Thursday were silent
        ("manager-0-0", at(date(2026, 11, 30), "09:00")),  # after the weekend
    ]


def test_without_a_backup_the_manager_comes_first() -> None:
    found = reminders(a_post())[3:4]

    assert [(each.recipient_id, each.owed_at) for each in found] == [(INES, at(date(2026, 11, 27), "09:00"))]


@pytest.mark.parametrize(("backup", "is_owner_away"), [(AMY, False), (INES, False), (BOB, True)])
def test_nobody_who_was_silent_or_leads_is_told_as_the_backup(backup: str, is_owner_away: bool) -> None:
    """The owner, the manager, the backup who stands in already."""
    people = {**ROSTER.people, AMY: a_member(AMY, is_active=not is_owner_away)}
    roster = Roster(people=people, is_holiday=lambda country, day: False)
    post = a_post(backup_id=backup)

    found = list(post_reminders(post, a_strategy(), roster, now=at(TUESDAY, "16:00") + LATER))[3:4]

    told = [(each.key.split(":")[-1], each.recipient_id, each.owed_at) for each in found]
    assert told == [("manager-0-0", INES, at(date(2026, 11, 27), "09:00"))]


def test_a_sign_of_life_starts_the_silence_anew() -> None:
    heard = Change(at=at(date(2026, 11, 26), "12:00"), by=AMY, what="edited")

    found = reminders(a_post(backup_id=BOB, history=(heard,)))[3:]

    assert found[0].owed_at == at(date(2026, 12, 1), "09:00")


def test_a_manager_who_owns_the_post_is_not_warned_of_themselves() -> None:
    found = phases(reminders(a_post(owner_id=INES)))

    assert [name for name, _ in found] == ["soon-0", "now-0", "overdue-0-0", "asked-0-0"]


def test_after_five_working_days_whoever_has_it_is_asked_about_it_once():
    found = phases(reminders(a_post(), after=timedelta(days=7)))

    assert found[-1] == ("asked-0-0", at(date(2026, 12, 1), "09:00"))  # a week later, over a weekend


def test_a_post_due_within_the_hour_after_the_morning_has_no_word_beforehand():
    near = a_post(due=at(TUESDAY, "09:30"))

    assert [name for name, _ in phases(reminders(near, after=timedelta()))] == ["now-0"]


@pytest.mark.parametrize("what", ["moved", "assigned"])
def test_one_that_came_since_the_morning_has_its_word_beforehand(what: str):
    near = a_post(due=at(TUESDAY, "10:00"), history=(Change(at=at(TUESDAY, "09:10"), by=BOB, what=what),))

    assert [name for name, _ in phases(reminders(near, after=timedelta()))] == ["soon-0", "now-0"]


CLOCK_CHANGES = [
    (PARIS, date(2026, 3, 29), "02:30", "2026-03-29T01:30+00:00"),  # skipped: an hour later on the wall
    (PARIS, date(2026, 10, 25), "02:30", "2026-10-25T00:30+00:00"),  # twice: the first one
    (PARIS, date(2026, 10, 25), "09:00", "2026-10-25T08:00+00:00"),
    (TORONTO, date(2026, 3, 8), "02:30", "2026-03-08T07:30+00:00"),
    (TORONTO, date(2026, 11, 1), "01:30", "2026-11-01T05:30+00:00"),
    (TORONTO, date(2026, 11, 1), "09:00", "2026-11-01T14:00+00:00"),
]


@pytest.mark.parametrize(("zone", "day", "clock", "moment"), CLOCK_CHANGES)
def test_a_due_moment_on_the_day_of_a_clock_change(zone: str, day: date, clock: str, moment: str) -> None:
    due = Due.local(day, time.fromisoformat(clock), zone)

    found = reminders(replace(a_post(), due=due), after=timedelta())

    assert [(each.owed_at, each.key) for each in found] == [
        (datetime.fromisoformat(moment) - timedelta(hours=1), f"due:S1:P1:UAMY:{day}:soon-0"),
        (datetime.fromisoformat(moment), f"due:S1:P1:UAMY:{day}:now-0"),
    ]


@pytest.mark.parametrize(
    ("zone", "day", "expected"),
    [
        (PARIS, date(2026, 3, 27), "2026-03-27T08:00+00:00"),
        (PARIS, date(2026, 3, 30), "2026-03-30T07:00+00:00"),
        (PARIS, date(2026, 10, 26), "2026-10-26T08:00+00:00"),
        (TORONTO, date(2026, 3, 9), "2026-03-09T13:00+00:00"),
        (TORONTO, date(2026, 11, 2), "2026-11-02T14:00+00:00"),
    ],
)
def test_an_agenda_keeps_its_local_hour_across_clock_changes(zone: str, day: date, expected: str) -> None:
    member = a_member(AMY, zone=zone)

    assert daily.daily_moment(ReminderKind.AGENDA, member, ROSTER, day=day) == datetime.fromisoformat(expected)


def test_the_agenda_of_friday_announces_the_weekend() -> None:
    friday, saturday, monday = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)
    held = [
        a_post(1, due=at(saturday, "10:00")),
        a_post(2, due=at(monday, "10:00")),
        a_post(3, due=at(friday, "10:00")),
    ]

    found = daily.agenda_posts(ROSTER.people[AMY], held, ROSTER, now=at(friday, "09:00"))

    assert [post.id for post in found] == ["P3", "P1"]


def test_numbers_are_asked_for_a_week_later_within_working_hours() -> None:
    evening = a_post(state="published", published_at=at(date(2026, 11, 20), "22:00"))  # a Friday

    found = daily.measure(evening, a_strategy(), ROSTER)

    assert found is not None
    assert found.owed_at == at(date(2026, 11, 30), "09:00")


def test_the_digest_is_of_the_week_before_and_keeps_the_strategys_hour() -> None:
    found = daily.digest(a_strategy(), now=at(date(2026, 11, 25), "12:00"))

    assert found is not None
    assert found.key == "digest:S1:2026-W47:CSOCIAL:2026-11-23"
    assert found.owed_at == at(date(2026, 11, 23), "09:00")


def test_no_digest_of_a_time_before_the_strategy() -> None:
    young = a_strategy(created_at=at(date(2026, 11, 24), "12:00"))

    assert daily.digest(young, now=at(date(2026, 11, 25), "12:00")) is None
