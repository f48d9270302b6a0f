"""Walks the table of sources: what the calendar owes at a moment, and whom it names. Writes nothing."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from bot.domain.errors import UserError
from bot.domain.reminders.reminder import Reminder
from bot.services.reminders.facts import Decided, Rhythm, Scene, to_review
from bot.services.reminders.sources import SOURCES, Source

logger = logging.getLogger(__name__)

T = TypeVar("T")

NOTHING: tuple[list[Reminder], Decided] = ([], {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """*superseded*: those of the same post and person that a reminder, named by its key, tells along with itself."""

    rhythm: Rhythm
    reminders: list[Reminder]
    superseded: dict[str, list[Reminder]]


def strangers(scene: Scene) -> set[str]:
    """Members the calendar names and the bot has never met."""
    named = {each for post in scene.posts for each in (post.owner_id, post.backup_id) if each}
    named |= to_review(scene).keys()
    for strategy in scene.strategies.values():
        named |= {strategy.manager_id, *strategy.round_ids}
        named |= {each for plan in strategy.platforms for each in (plan.owner_id, plan.backup_id) if each}
    return named - scene.roster.people.keys()


def owed(scene: Scene, sources: Iterable[Source] = SOURCES) -> Owed:
    """What came to be owed since the last look and is not in the ledger yet; the rhythm after this look.

    Reminders whose window passed while nobody looked are among them: they are told in a catch-up.
    """
    decided: Decided = {}
    groups: list[list[Reminder]] = []
    others: list[Reminder] = []
    for source in sources:
        found = list(_of(source, scene, decided))
        if source.is_merged:
            groups += _by_post(found).values()
        else:
            others += found
    return Owed(
        rhythm=replace(scene.rhythm, last=scene.now, decided={**scene.rhythm.decided, **decided}),
        reminders=[*(group[-1] for group in groups), *others],
        superseded={group[-1].key: group[:-1] for group in groups},
    )


def _of(source: Source, scene: Scene, decided: Decided) -> Iterator[Reminder]:
    nobody: list[Any] = []
    for subject in guarded(source, lambda: list(source.subjects(scene)), nobody):
        found, noted = guarded(source, partial(_of_subject, source, subject, scene), NOTHING)
        decided.update(noted)
        yield from found


def _of_subject(source: Source, subject: object, scene: Scene) -> tuple[list[Reminder], Decided]:
    decided: Decided = {}
    return _missing(source.owed(subject, scene, decided), scene), decided


def guarded(source: Source, find: Callable[[], T], otherwise: T) -> T:
    """What *find* gives; *otherwise* after a bug, which is logged and harms no other message."""
    try:
        return find()
    except UserError:  # a refusal of the store concerns everybody
        raise
    except Exception:  # the border
        logger.exception("bug in what is owed (%s)", ", ".join(source.kinds))
        return otherwise


def _missing(found: Iterable[Reminder], scene: Scene) -> list[Reminder]:
    return [_owed_since(each, scene) for each in found if scene.tx.deliveries.find(each.key) is None]


def _owed_since(reminder: Reminder, scene: Scene) -> Reminder:
    """What the calendar only made owed after its moment (a move, a hand-over) is not late: it is owed from now."""
    return reminder if reminder.owed_at > scene.rhythm.last else replace(reminder, owed_at=scene.now)


def _by_post(reminders: Iterable[Reminder]) -> dict[tuple[str, str], list[Reminder]]:
    found: dict[tuple[str, str], list[Reminder]] = {}
    for each in reminders:
        found.setdefault((each.subject, each.recipient_id), []).append(each)
    return found
