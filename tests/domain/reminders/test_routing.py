"""Who is told about a post: owner, backup, platform's backup, manager."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.members import Absence, Member
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.routing import Roster, Route, responsible_for, route
from tests.handlers.reminding import AMY, BOB, CHLOE, INES, TUESDAY, a_member, a_plan, a_post, a_strategy, at, team

AWAY = (Absence(first=TUESDAY - timedelta(days=1), last=TUESDAY),)
MOMENT = at(TUESDAY, "16:00")
SATURDAY = date(2026, 11, 28)
STRATEGY = a_strategy(platforms=(a_plan(backup_id=CHLOE),))


def roster(*changed: Member, holiday: tuple[str, date] | None = None) -> Roster:
    people = {each.id: each for each in (*team(), *changed)}
    return Roster(people=people, is_holiday=lambda country, day: (country, day) == holiday)


def test_an_owner_who_works_gets_their_post() -> None:
    assert route(a_post(), a_strategy(), roster(), at=MOMENT) == Route(to=AMY)


@pytest.mark.parametrize(
    ("away", "expected"),
    [
        ({AMY}, BOB),
        ({AMY, BOB}, CHLOE),
        ({AMY, BOB, CHLOE}, INES),
        ({AMY, BOB, CHLOE, INES}, INES),
        ({BOB}, AMY),
    ],
)
def test_somebody_away_hands_over_down_the_chain(away: set[str], expected: str) -> None:
    people = [a_member(each, absences=AWAY) for each in away]

    found = route(a_post(backup_id=BOB), STRATEGY, roster(*people), at=MOMENT)

    assert found is not None
    assert found.to == expected


def test_a_backup_who_does_not_work_that_day_comes_after_one_who_does() -> None:
    people = [a_member(AMY, absences=AWAY), a_member(BOB, working_days=frozenset({0}))]

    found = route(a_post(backup_id=BOB), STRATEGY, roster(*people), at=MOMENT)

    assert found is not None
    assert found.to == CHLOE


def test_on_a_weekend_a_backup_who_works_takes_it() -> None:
    people = [a_member(BOB, working_days=frozenset(range(7)))]

    found = route(a_post(backup_id=BOB), a_strategy(), roster(*people), at=at(SATURDAY, "10:00"))

    assert found == Route(to=BOB)


def test_on_a_weekend_nobody_works_the_owner_still_gets_it() -> None:
    found = route(a_post(backup_id=BOB), a_strategy(), roster(), at=at(SATURDAY, "10:00"))

    assert found is not None
    assert found.to == AMY


def test_on_a_public_holiday_of_the_owner_the_backup_of_another_country_takes_it() -> None:
    people = [a_member(AMY, country="CA"), a_member(BOB, country="FR")]

    found = route(a_post(backup_id=BOB), a_strategy(), roster(*people, holiday=("CA", TUESDAY)), at=MOMENT)

    assert found == Route(to=BOB)


def test_the_day_that_counts_is_the_members_own() -> None:
    tokyo = a_member(AMY, zone="Asia/Tokyo", absences=(Absence(first=date(2026, 11, 25), last=date(2026, 11, 25)),))

    found = route(a_post(backup_id=BOB), a_strategy(), roster(tokyo), at=MOMENT)  # 00:00 of the 25th in Tokyo

    assert found == Route(to=BOB)


def test_what_the_owner_turned_off_goes_to_nobody_else() -> None:
    muted = a_member(AMY, muted=frozenset({ReminderKind.DUE}), absences=AWAY)

    assert route(a_post(backup_id=BOB), a_strategy(), roster(muted), at=MOMENT) is None


def test_a_backup_who_turned_it_off_is_passed_over() -> None:
    people = [a_member(AMY, absences=AWAY), a_member(BOB, muted=frozenset({ReminderKind.DUE}))]

    found = route(a_post(backup_id=BOB), STRATEGY, roster(*people), at=MOMENT)

    assert found is not None
    assert found.to == CHLOE


@pytest.mark.parametrize("status", [{"is_active": False}, {"is_guest": True}, {"is_bot": True}])
def test_an_owner_whom_slack_lets_nobody_write_to_is_as_good_as_away(status: dict[str, bool]) -> None:
    found = route(a_post(backup_id=BOB), a_strategy(), roster(a_member(AMY, **status)), at=MOMENT)

    assert found == Route(to=BOB)


def test_backups_who_work_may_take_over_from_an_owner_in_do_not_disturb() -> None:
    found = route(a_post(backup_id=BOB), STRATEGY, roster(), at=MOMENT)

    assert found == Route(to=AMY, stand_ins=(BOB, CHLOE))


def test_a_post_without_owner_is_the_platforms_owners_and_else_the_managers() -> None:
    orphan = replace(a_post(), owner_id=None)

    assert responsible_for(orphan, a_strategy(platforms=(a_plan(owner_id=BOB),))) == BOB
    assert responsible_for(orphan, a_strategy()) == INES


def test_nobody_known_means_nobody_is_told() -> None:
    empty = Roster(people={}, is_holiday=lambda country, day: False)

    assert route(a_post(), a_strategy(), empty, at=MOMENT) is None
