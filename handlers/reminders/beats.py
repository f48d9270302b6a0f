"""What one beat of the bot's clock works with, and what it makes of Slack's failures."""

import hashlib
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson

from bot.domain.errors import DeliveryFailed, TryLater
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.ports import Outgoing
from bot.services.reminders import deliveries
from bot.services.reminders.do_not_disturb import silence_of
from handlers.context import House
from handlers.listening import Render

logger = logging.getLogger(__name__)

LASTS = timedelta(minutes=1)
"""For how long a beat goes on sending. Who was put to sleep in the middle of one wakes up with the wrong time: what
is late would not say so, and leases would be over that somebody else may have taken up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What one tick works with; *jitter* gives numbers in [0, 1)."""

    house: House
    reminders: Mapping[ReminderKind, Render]
    now: datetime
    jitter: Callable[[], float] = random.random

    def rendered(self, delivery: Delivery, *, at: datetime | None = None) -> Outgoing | None:
        """As it reads when it leaves *at*; None is the beat's own moment."""
        return self.reminders[delivery.kind](self.house, delivery, at or self.now)

    def silence_of(self, member_ids: Sequence[str]) -> Mapping[str, datetime]:
        return silence_of(self.house.directory, member_ids, now=self.now)

    @property
    def until(self) -> datetime:
        return self.now + LASTS


def later(beat: Beat, claimed: Delivery, error: DeliveryFailed | None = None) -> datetime:
    told = error.retry_at if isinstance(error, TryLater) else None
    return told or beat.now + deliveries.backoff(claimed.attempts, jitter=beat.jitter())


def logged(claimed: Delivery, error: DeliveryFailed) -> DeliveryFailed:
    logger.warning("message failed (%s): %s %s", claimed.kind.value, type(error).__name__, error.code)
    return error


def fingerprint(message: Outgoing) -> str:
    return hashlib.sha256(orjson.dumps([message.text, list(message.blocks)])).hexdigest()[:16]
