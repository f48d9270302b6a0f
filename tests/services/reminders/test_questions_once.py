"""When a question is told is worked out once, and anew whenever it, its strategy or anybody who may be told changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.care_rules import CareRules
from bot.domain.members import Absence
from bot.domain.reminder_kinds import ReminderKind
from bot.ports import Transaction
from bot.services.reminders import sources
from bot.services.reminders.facts import begin, facts_of
from bot.services.reminders.sources import SOURCES
from storage.memory import MemoryStore
from tests.domain.reminders.test_questions import PEOPLE, STRATEGY, asked, at

GIVEN, NOW = at("02 10:00"), at("07 12:00")  # due on Thursday; the backup hears it on Monday morning
QUESTION = next(each for each in SOURCES if ReminderKind.QUESTION in each.kinds)
Told = list[tuple[str, str]]


@pytest.fixture
def store() -> MemoryStore:
    made = MemoryStore()
    with made.transaction() as tx:
        begin(tx, now=GIVEN - timedelta(days=1))
        tx.strategies.put(STRATEGY)
        tx.questions.put(asked("02 10:00"))
        for each in PEOPLE.values():
            tx.members.put(each)
    return made


def told(store: MemoryStore) -> Told:
    """Phase and who, of all that is owed by now."""
    with store.transaction() as tx:
        facts = facts_of(tx, lambda country, day: False, now=NOW)
        found = [each for one in QUESTION.subjects(facts) for each in QUESTION.owed(one, facts, {})]
    return [(each.key.rpartition(":")[2].partition("-")[0], each.recipient_id) for each in found]


def backup_away(tx: Transaction) -> None:
    absence = Absence(first=date(2026, 12, 3), last=date(2026, 12, 9))
    tx.members.put(replace(tx.members.get("UAMY"), absences=(absence,)))


def slower(tx: Transaction) -> None:
    tx.strategies.put(replace(tx.strategies.get("S1"), care=CareRules(working_days=frozenset({0, 1, 2, 3}))))


def given_away(tx: Transaction) -> None:
    tx.questions.put(replace(tx.questions.get("Q1"), backup_id="UIDA"))


def known_by_fewer(tx: Transaction) -> None:
    tx.members.delete("UAMY")


@pytest.mark.parametrize("change", [backup_away, slower, given_away, known_by_fewer])
def test_what_changed_counts_at_once_as_if_it_had_been_so(store: MemoryStore, change: Callable[[Transaction], None]):
    before = told(store)
    with store.transaction() as tx:
        change(tx)

    after = told(store)

    assert ("backup", "UAMY") in before
    assert ("backup", "UAMY") not in after
    again = MemoryStore()
    with store.transaction() as one, again.transaction() as other:
        for table in ("strategies", "questions", "members", "notes"):
            for each in one.of(table).all():
                other.of(table).put(replace(each, rev=0))
    assert told(again) == after


def test_while_nothing_changes_it_is_not_worked_out_again(store: MemoryStore, monkeypatch: pytest.MonkeyPatch):
    before = told(store)
    monkeypatch.delattr(sources, "question_reminders")

    assert told(store) == before
