"""A message that is owed, and the key that makes it once: `kind:strategy:subject:person:local day[:revision]`.

The person is the one it is owed to, also where somebody else stands in; the day of a post's reminder is the post's
own, so that neither a member who travels nor a stand-in makes a second one.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.reminder_kinds import ReminderKind, row_of
from bot.domain.reminders.deliveries import Delivery

LATE_AFTER = timedelta(minutes=10)
"""What reaches somebody later than this says so."""
TOGETHER = timedelta(minutes=10)
"""What is done within this is told in one message; by then it can be undone no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A message owed to *recipient_id*; one of *stand_ins* takes it where the recipient is in do-not-disturb.

    *parts* of an agenda are the posts it lists, and the steps (`DayStep.part`).
    """

    key: str
    kind: ReminderKind
    strategy_id: str
    subject: str
    recipient_id: str
    owed_at: datetime
    expires_at: datetime
    stand_ins: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def delivery_of(reminder: Reminder) -> Delivery:
    """Not sent yet."""
    return Delivery(
        key=reminder.key,
        kind=reminder.kind,
        strategy_id=reminder.strategy_id,
        subject=reminder.subject,
        recipient_id=reminder.recipient_id,
        owed_at=reminder.owed_at,
        expires_at=reminder.expires_at,
        parts=reminder.parts,
    )


def key_of(kind: ReminderKind, strategy_id: str, subject: str, person: str, day: date, revision: str = "") -> str:
    """An agenda covers all strategies of its reader: its *strategy_id* is empty, written `*`."""
    parts = [(row_of(kind).keyed_as or kind).value, strategy_id or "*", subject, person, day.isoformat()]
    return ":".join([*parts, revision] if revision else parts)
