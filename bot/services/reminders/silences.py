"""A silence of the bot as its catch-ups tell it: one and the same to everybody who was told late."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from zlib import crc32

from bot.domain.reminder_kinds import ReminderKind, row_of
from bot.domain.reminders.deliveries import Delivery
from bot.ports import Transaction

SUBJECT = "late"
"""The subject of every catch-up."""


def revision_of(first_key: str, *, now: datetime) -> str:
    """The end of the key of a catch-up made *now*: a second one in the same second tells of something else."""
    return f"{now.isoformat(timespec='seconds').replace(':', '')}-{crc32(first_key.encode()):x}"


def silence_told(tx: Transaction, catch_up: Delivery) -> tuple[datetime, datetime]:
    """From when to when nobody was told anything: since the first message that any reader missed, until the bot was
    back, whenever the reader's own do-not-disturb ended.

    What an earlier catch-up told already counts for its own reader only.
    """
    own = _missed(tx, catch_up)
    begun = [each.owed_at for each in [*own, *_told_along(tx, own)]]
    for other in _of_the_same_moment(tx, catch_up):
        missed = [each for each in _missed(tx, other) if each.merged_into == other.key]
        begun += [each.owed_at for each in [*missed, *_told_along(tx, missed)]]
    return min(begun, default=catch_up.owed_at), _made_at(catch_up) or catch_up.owed_at


def _missed(tx: Transaction, catch_up: Delivery) -> list[Delivery]:
    return [each for each in map(tx.deliveries.find, catch_up.parts) if each]


def _of_the_same_moment(tx: Transaction, catch_up: Delivery) -> Iterator[Delivery]:
    moment = _made_at(catch_up)
    for owner in ("", *(each.id for each in tx.strategies.all())):
        for each in tx.deliveries.of_subject(owner, SUBJECT):
            if each.kind is ReminderKind.CATCH_UP and moment and _made_at(each) == moment:
                yield each


def _made_at(catch_up: Delivery) -> datetime | None:
    """As its key says, in which the moment lasts; None where it says none."""
    try:
        made_at = datetime.fromisoformat(catch_up.key.rpartition(":")[2].rpartition("-")[0])
    except ValueError:
        return None
    return made_at if made_at.tzinfo else None


def _told_along(tx: Transaction, parts: Iterable[Delivery]) -> list[Delivery]:
    """What each of *parts* tells along with itself: earlier messages about the same post."""
    return [
        each
        for part in parts
        if row_of(part.kind).gives_way
        for each in tx.deliveries.of_subject(part.strategy_id, part.subject)
        if each.merged_into == part.key
    ]
