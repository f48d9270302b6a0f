"""One beat of the bot's clock: write what is owed, send what is ready, bring up to date what changed."""

import logging
from collections.abc import Mapping
from datetime import datetime

from bot.domain.errors import DeliveryFailed
from bot.domain.reminder_kinds import ReminderKind
from bot.services.engage.forgotten_askers import forget_askers_of_old
from bot.services.reminders.owing import enqueue
from bot.services.reminders.queue import CEILING
from handlers.context import House, meet
from handlers.listening import Render
from handlers.plan.canvases import keep_canvases
from handlers.reminders.beats import Beat
from handlers.reminders.ledger import send_ready
from handlers.reminders.updates import delete_replaced, update_changed

logger = logging.getLogger(__name__)


def tick(house: House, reminders: Mapping[ReminderKind, Render], now: datetime, *, ceiling: int = CEILING) -> None:
    """Send what is owed at *now*; *ceiling* is how many messages at most."""
    beat = Beat(house=house, reminders=reminders, now=now)
    for _ in range(2):  # the second round is for what only a sent message makes owed: the details in its thread
        enqueue(house.store, house.directory, now=now, meet=lambda member_id: _meet(house, member_id))
        if not send_ready(beat, ceiling=ceiling):
            break
    delete_replaced(beat)
    update_changed(beat)
    forget_askers_of_old(house.store, now=now)
    keep_canvases(house, now)


def _meet(house: House, member_id: str) -> None:
    try:
        meet(house, member_id)
    except DeliveryFailed as error:
        logger.warning("a member could not be looked up: %s", error.code)
