"""Walks the table of sources: what the calendar owes at a moment, and whom it names. Writes nothing."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from bot.domain.errors import UserError
from bot.domain.reminder_columns import Told
from bot.domain.reminder_kinds import row_of
from bot.domain.reminders.reminder import Reminder
from bot.services.reminders.facts import Decided, ReminderFacts, Rhythm, to_review
from bot.services.reminders.sources import SOURCES, ReminderSource

logger = logging.getLogger(__name__)

T = TypeVar("T")

NOTHING: tuple[list[Reminder], Decided] = ([], {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """*superseded*: those of the same post and person that a reminder, named by its key, tells along with itself."""

    rhythm: Rhythm
    reminders: list[Reminder]
    superseded: dict[str, list[Reminder]]


def strangers(facts: ReminderFacts) -> set[str]:
    """Members the calendar names and the bot has never met."""
    named = {each for post in facts.posts for each in (post.owner_id, post.backup_id) if each}
    named |= to_review(facts).keys()
    for strategy in facts.strategies.values():
        named |= {strategy.manager_id, *strategy.round_ids}
        named |= {each for plan in strategy.platforms for each in (plan.owner_id, plan.backup_id) if each}
    return named - facts.roster.people.keys()


def owed(facts: ReminderFacts, sources: Iterable[ReminderSource] = SOURCES) -> Owed:
    """What came to be owed since the last look and is not in the ledger yet; the rhythm after this look.

    Reminders whose window passed while nobody looked are among them: they are told in a catch-up.
    """
    decided: Decided = {}
    groups: list[list[Reminder]] = []
    others: list[Reminder] = []
    for source in sources:
        found = list(_of(source, facts, decided))
        facts.lines.extend(each for each in found if row_of(each.kind).told is Told.LINE)
        if source.is_merged:
            groups += _by_post(found).values()
        elif source.is_joined:
            groups += map(_with_all_parts, _by_reader(found).values())
        else:
            others += found
    return Owed(
        rhythm=replace(facts.rhythm, last=facts.now, decided={**facts.rhythm.decided, **decided}),
        reminders=[*(group[-1] for group in groups), *others],
        superseded={group[-1].key: group[:-1] for group in groups},
    )


def _of(source: ReminderSource, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    nobody: list[Any] = []
    for subject in guarded(source, lambda: list(source.subjects(facts)), nobody):
        found, noted = guarded(source, partial(_of_subject, source, subject, facts), NOTHING)
        decided.update(noted)
        yield from found


def _of_subject(source: ReminderSource, subject: object, facts: ReminderFacts) -> tuple[list[Reminder], Decided]:
    decided: Decided = {}
    return _missing(source.owed(subject, facts, decided), facts), decided


def guarded(source: ReminderSource, find: Callable[[], T], otherwise: T) -> T:
    """What *find* gives; *otherwise* after a bug, which is logged and harms no other message."""
    try:
        return find()
    except UserError:  # a refusal of the store concerns everybody
        raise
    except Exception:  # the border
        logger.exception("bug in what is owed (%s)", ", ".join(source.kinds))
        return otherwise


def _missing(found: Iterable[Reminder], facts: ReminderFacts) -> list[Reminder]:
    return [_owed_since(each, facts) for each in found if facts.tx.deliveries.find(each.key) is None]


def _owed_since(reminder: Reminder, facts: ReminderFacts) -> Reminder:
    """What the calendar only made owed after its moment (a move, a hand-over) is not late: it is owed from now."""
    return reminder if reminder.owed_at > facts.rhythm.last else replace(reminder, owed_at=facts.now)


def _by_reader(reminders: Iterable[Reminder]) -> dict[tuple[str, str], list[Reminder]]:
    """Those of one kind: a line of the morning is none with a message of its own."""
    found: dict[tuple[str, str], list[Reminder]] = {}
    for each in reminders:
        found.setdefault((each.kind, each.recipient_id), []).append(each)
    return found


def _with_all_parts(group: list[Reminder]) -> list[Reminder]:
    """The last of *group* tells what all of them are about."""
    parts = tuple(dict.fromkeys(part for each in group for part in each.parts))
    return [*group[:-1], replace(group[-1], parts=parts)]


def _by_post(reminders: Iterable[Reminder]) -> dict[tuple[str, str], list[Reminder]]:
    found: dict[tuple[str, str], list[Reminder]] = {}
    for each in reminders:
        found.setdefault((each.subject, each.recipient_id), []).append(each)
    return found
