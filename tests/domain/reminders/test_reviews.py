from dataclasses import replace
from datetime import date

import pytest

from bot.domain.members import Absence
from bot.domain.posts import Attachment, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.reviews import (
    is_unapproved,
    is_with_reviewer,
    reads_differently,
    review_reminders,
    reviewer_of,
    working_days_later,
)
from bot.domain.reminders.routing import Roster
from tests.handlers.reminding import AMY, BOB, DAN, INES, PARIS, a_member, a_plan, a_post, a_strategy, at

TUESDAY, FRIDAY, SATURDAY = date(2026, 11, 24), date(2026, 11, 27), date(2026, 11, 28)
ASKED = at(TUESDAY, "15:00")
STRATEGY = a_strategy(platforms=(a_plan(reviewer_id=BOB),))
POST = a_post(state=PostState.IN_REVIEW, review_asked_at=ASKED, review_asked_by=AMY)


def roster(*members) -> Roster:
    people = {each.id: each for each in (a_member(AMY), a_member(BOB), a_member(INES), *members)}
    return Roster(people=people, is_holiday=lambda country, day: False)


def told(post=POST, strategy=STRATEGY, known=None):
    return [
        (each.recipient_id, each.owed_at.isoformat()[:16])
        for each in review_reminders(post, strategy, known or roster())
    ]


@pytest.mark.parametrize(
    ("own", "platform", "owner", "reviewer"),
    [
        (DAN, BOB, AMY, DAN),
        (None, BOB, AMY, BOB),
        (None, None, AMY, INES),
        (AMY, BOB, AMY, BOB),
        (None, BOB, BOB, INES),
        (INES, INES, INES, None),
    ],
)
def test_the_reviewer_is_the_posts_own_else_the_platforms_else_the_manager_and_never_the_owner(
    own, platform, owner, reviewer
):
    strategy = a_strategy(platforms=(a_plan(reviewer_id=platform),))

    assert reviewer_of(replace(POST, reviewer_id=own, owner_id=owner), strategy) == reviewer


def test_asked_at_once_again_in_the_next_two_mornings_then_the_manager_in_theirs():
    assert told() == [
        (BOB, "2026-11-24T14:00"),
        (BOB, "2026-11-25T08:00"),
        (BOB, "2026-11-26T08:00"),
        (INES, "2026-11-27T08:00"),
    ]


def test_a_manager_who_reviews_is_not_told_about_themselves():
    assert {who for who, _ in told(strategy=a_strategy())} == {INES}
    assert len(told(strategy=a_strategy())) == 3


def test_a_manager_who_owns_the_post_is_not_asked_to_approve_it():
    assert {who for who, _ in told(replace(POST, owner_id=INES))} == {BOB}


@pytest.mark.parametrize("state", [each for each in PostState if each is not PostState.IN_REVIEW])
def test_nobody_is_asked_about_what_is_not_in_review(state):
    assert told(replace(POST, state=state)) == []


def test_whoever_is_away_is_stood_in_for_by_the_manager():
    away = a_member(BOB, absences=(Absence(first=TUESDAY, last=FRIDAY),))

    assert {who for who, _ in told(known=roster(away))} == {INES}


def test_who_turned_reviews_off_is_left_alone():
    assert told(known=roster(a_member(BOB, muted=frozenset({ReminderKind.REVIEW})))) == []


@pytest.mark.parametrize(
    ("day", "clock", "expected"),
    [
        (TUESDAY, "15:00", "2026-11-25T15:00"),
        (FRIDAY, "15:00", "2026-11-30T15:00"),
        (SATURDAY, "11:00", "2026-12-01T09:00"),
        (TUESDAY, "23:30", "2026-11-26T09:00"),
        (TUESDAY, "06:00", "2026-11-25T09:00"),
    ],
)
def test_a_working_day_later_is_told_when_its_reader_is_at_work(day, clock, expected):
    moment = working_days_later(a_member(BOB), roster(), at(day, clock), 1)

    assert moment == at(date.fromisoformat(expected[:10]), expected[11:], PARIS)


def test_asking_again_makes_new_messages():
    again = replace(POST, review_asked_at=at(TUESDAY, "16:00"))

    keys = [{each.key for each in review_reminders(post, STRATEGY, roster())} for post in (POST, again)]

    assert keys[0].isdisjoint(keys[1])


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        ({"text": "Other"}, True),
        ({"title": "Other"}, True),
        ({"image_text": "A cat"}, True),
        ({"attachments": (Attachment(url="https://example.com/a.png"),)}, True),
        ({"notes": "Other"}, False),
        ({"owner_id": BOB}, False),
        ({"labels": ("a",)}, False),
    ],
)
def test_what_a_reviewer_reads_is_what_makes_a_difference(change, differs):
    assert reads_differently(POST, replace(POST, **change)) is differs


@pytest.mark.parametrize(
    ("state", "required", "is_missing"),
    [
        (PostState.DRAFT, True, True),
        (PostState.IN_REVIEW, True, True),
        (PostState.APPROVED, True, False),
        (PostState.PUBLISHED, True, False),
        (PostState.DRAFT, False, False),
    ],
)
def test_an_approval_is_missing_where_the_platform_asks_for_one(state, required, is_missing):
    strategy = a_strategy(platforms=(a_plan(review_required=required),))

    assert is_unapproved(replace(POST, state=state), strategy) is is_missing


def test_it_waits_for_its_reviewer_only_while_it_is_in_review():
    assert is_with_reviewer(POST, STRATEGY, BOB)
    assert not is_with_reviewer(POST, STRATEGY, AMY)
    assert not is_with_reviewer(replace(POST, state=PostState.APPROVED), STRATEGY, BOB)
