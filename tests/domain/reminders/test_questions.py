"""When whom is told of a question, over weekends, holidays and absences: nobody twice, nobody who is away."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.engage.questions import Question, answer
from bot.domain.members import Absence, Member
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.questions import question_reminders
from bot.domain.reminders.routing import Roster
from bot.domain.strategy import Strategy
from bot.services.engage.question_records import due_after

ZONE = "Europe/Paris"
STRATEGY = Strategy(id="S1", name="A", channel_id="C1", zone=ZONE, manager_id="UMIA")
PEOPLE = {each: Member(id=each, name=each, zone=ZONE) for each in ("UBOB", "UAMY", "UMIA", "UIDA")}


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-12-{text}").replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def asked(given: str, **more: object) -> Question:
    """Given to Bob by Ida, backed up by Amy; Mia is the manager."""
    moment = at(given)
    known = Question(
        id="Q1",
        strategy_id="S1",
        text="?",
        asked_on=moment.date(),
        owner_id="UBOB",
        backup_id="UAMY",
        given_at=moment,
        given_by="UIDA",
        due_at=due_after(STRATEGY, moment),
    )
    return replace(known, **more)


def told(
    question: Question,
    *,
    away: dict[str, tuple[int, int]] | None = None,
    holidays: tuple[int, ...] = (),
    **people: Member,
) -> list[tuple[str, str, str]]:
    """Phase, who and when, in the order in which they are told."""
    gone = {
        who: replace(PEOPLE[who], absences=(Absence(first=date(2026, 12, first), last=date(2026, 12, last)),))
        for who, (first, last) in (away or {}).items()
    }
    everybody = {**PEOPLE, **gone, **people}
    roster = Roster(people=everybody, is_holiday=lambda country, day: day.day in holidays)
    found = question_reminders(question, STRATEGY, roster)
    there = ZoneInfo(ZONE)
    return [
        (each.key.rpartition(":")[2].partition("-")[0], each.recipient_id, f"{each.owed_at.astimezone(there):%d %H:%M}")
        for each in found
    ]


def test_the_holder_at_once_then_with_the_morning_then_the_backup_then_the_manager():
    """Tuesday: due on Wednesday at 18:00, which Bob's Thursday morning tells; Amy and Mia a working day later each."""
    assert told(asked("01 10:00")) == [
        ("given", "UBOB", "01 10:00"),
        ("backup", "UAMY", "04 09:00"),
        ("manager", "UMIA", "07 09:00"),
    ]


def test_who_wants_no_morning_is_told_when_it_is_due_in_a_message_of_its_own():
    bob = replace(PEOPLE["UBOB"], muted=frozenset({ReminderKind.AGENDA}))

    assert ("due", "UBOB", "03 09:00") in told(asked("01 10:00"), UBOB=bob)


def test_who_took_it_upon_themselves_is_not_told_so():
    assert told(asked("01 10:00", given_by="UBOB"))[0][0] == "backup"


@pytest.mark.parametrize(
    ("given", "first"),
    [("04 20:00", "04 20:00"), ("05 10:00", "07 09:00")],
    ids=["in the evening of a working day", "on a Saturday"],
)
def test_at_once_is_on_a_working_day(given, first):
    assert told(asked(given))[0] == ("given", "UBOB", first)


def test_a_holiday_moves_what_is_due_and_what_follows():
    assert told(asked("01 10:00"), holidays=(4,))[1:] == [
        ("backup", "UAMY", "07 09:00"),
        ("manager", "UMIA", "08 09:00"),
    ]


def test_an_absent_holders_question_goes_to_the_backup_once():
    found = told(asked("01 10:00"), away={"UBOB": (1, 9)})

    assert found == [("given", "UAMY", "01 10:00"), ("due", "UAMY", "03 09:00"), ("manager", "UMIA", "07 09:00")]


def test_where_holder_and_backup_are_away_it_is_the_managers():
    found = told(asked("01 10:00"), away={"UBOB": (1, 9), "UAMY": (1, 9)})

    assert [(phase, who) for phase, who, _ in found] == [("given", "UMIA"), ("due", "UMIA")]


def test_a_holder_who_goes_away_before_it_is_due_hands_over_to_the_backup():
    found = told(asked("01 10:00"), away={"UBOB": (2, 9)})

    assert [(phase, who) for phase, who, _ in found] == [("given", "UBOB"), ("due", "UAMY"), ("manager", "UMIA")]


def test_nobody_is_told_of_a_question_that_is_closed_or_of_before_it_had_moments():
    question = asked("01 10:00")

    assert told(answer(question, by="UBOB", at=at("01 11:00"))) == []
    assert told(replace(question, given_at=None, due_at=None)) == []


def test_who_turned_it_off_is_not_told_and_nobody_in_their_place_before_it_is_late():
    bob = replace(PEOPLE["UBOB"], muted=frozenset({ReminderKind.QUESTION}))

    assert [(phase, who) for phase, who, _ in told(asked("01 10:00"), UBOB=bob)] == [
        ("backup", "UAMY"),
        ("manager", "UMIA"),
    ]
