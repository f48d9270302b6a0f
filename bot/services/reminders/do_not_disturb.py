"""Do-not-disturb: what waits for its end, what goes to a stand-in, what comes all the same."""

import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import DeliveryFailed
from bot.domain.reminder_columns import Reader
from bot.domain.reminder_kinds import row_of
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.reminder import Reminder, delivery_of
from bot.ports import Directory

logger = logging.getLogger(__name__)


def quiet_until_of(directory: Directory, reminders: Iterable[Reminder], *, now: datetime) -> Mapping[str, datetime]:
    ids = {person for each in reminders for person in (each.recipient_id, *each.stand_ins)}
    # Of notices the calendar owes those to channels; the others are written where they come up.
    people = sorted(ids - {each.recipient_id for each in reminders if row_of(each.kind).reader is not Reader.MEMBER})
    return silence_of(directory, people, now=now) if people else {}


def silence_of(directory: Directory, people: Sequence[str], *, now: datetime) -> Mapping[str, datetime]:
    """Until when who of *people* is in do-not-disturb; where Slack does not say, nobody is."""
    try:
        return directory.quiet_until(people, now=now)
    except DeliveryFailed as error:
        logger.warning("do-not-disturb could not be asked: %s", error.code)
        return {}


def delivery_around_silence(reminder: Reminder, quiet: Mapping[str, datetime], *, now: datetime) -> Delivery:
    """Where the recipient is in do-not-disturb: what is urgent to a stand-in or all the same, the rest later.

    One that would be too late after the silence is sent at once: Slack keeps the sound back, not the message.
    """
    until = quiet.get(reminder.recipient_id)
    if until is None or until <= now:
        return delivery_of(reminder)
    if row_of(reminder.kind).is_urgent:
        awake = next((each for each in reminder.stand_ins if each not in quiet), reminder.recipient_id)
        return delivery_of(replace(reminder, recipient_id=awake))
    if until >= reminder.expires_at:
        return delivery_of(reminder)
    return replace(delivery_of(reminder), owed_at=until, ready_at=until)  # waiting for a silence is not being late
