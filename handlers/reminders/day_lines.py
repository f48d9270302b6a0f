"""Draws what a team did on a day, in the thread of the week's digest."""

from dataclasses import replace
from datetime import date, datetime

from bot.domain.reminders.deliveries import Delivery
from bot.i18n import translator_of
from bot.ports import Outgoing
from bot.services.reminders.day_lines import day_done
from handlers.context import House
from handlers.views.reminders.day_lines import day_line


def render_day_line(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    """None before it is sent, where all was taken back; afterwards it says so."""
    with house.store.transaction() as tx:
        strategy, digest = tx.strategies.find(delivery.strategy_id), tx.deliveries.find(delivery.parts[0])
        if strategy is None or strategy.is_archived or digest is None or not digest.ts:
            return None
        if strategy.channel_id != delivery.recipient_id:  # who reads the channel of before may not see it any more
            return None
        done = day_done(tx, strategy, date.fromisoformat(delivery.subject))
    if done.is_nothing and delivery.sent_at is None:
        return None
    return replace(day_line(translator_of(strategy, now), done), thread_ts=digest.ts)
