"""Draws the message about all that came too late for one reader."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from bot.domain.reminder_columns import Joined
from bot.domain.reminder_kinds import row_of
from bot.domain.reminders.day_steps import DayStep, post_ids_of, steps_named
from bot.domain.reminders.deliveries import Delivery
from bot.i18n import translator_for
from bot.ports import Outgoing, Transaction
from bot.services.reminders.silences import silence_told
from handlers.context import House
from handlers.reminders.reading import may_change_by, posts_in, strategies_for
from handlers.views.reminders.catch_ups import CatchUp, catch_up_message
from handlers.views.reminders.day_steps import is_to_do


def render_catch_up(house: House, delivery: Delivery, now: datetime) -> Outgoing | None:
    with house.store.transaction() as tx:
        reader = tx.members.find(delivery.recipient_id)
        caught = _caught(tx, delivery, now=now)
        if reader is None:
            return None
        today = reader.today(now)
        steps = _missed_steps(tx, delivery, today=today)
        may_change = may_change_by(reader, caught.strategies)
        caught = replace(caught, undone_today=today in caught.rounds, steps=steps, may_change=may_change)
    return catch_up_message(translator_for(reader, now), caught)


def _caught(tx: Transaction, delivery: Delivery, *, now: datetime) -> CatchUp:
    parts = [each for each in map(tx.deliveries.find, delivery.parts) if each]
    asked = {each.subject for each in _told_as(Joined.NUMBERS, parts)}
    measures = asked - tx.measurements.latest_of(sorted(asked)).keys()
    strategies = strategies_for(tx, delivery.recipient_id)
    about = [each.subject for each in _told_as(Joined.POST, parts)]
    listed = [post_id for each in _told_as(Joined.LIST, parts) for post_id in each.parts]
    is_new = delivery.sent_at is None
    since, until = silence_told(tx, delivery)
    posts = posts_in(tx, dict.fromkeys([*about, *listed]), strategies)
    return CatchUp(
        delivery=delivery,
        posts=[post for post in posts if post.is_open or not is_new],
        measures=posts_in(tx, sorted(measures), strategies),
        rounds=_rounds_not_done(tx, [each for each in parts if each.strategy_id in strategies]),
        strategies=strategies,
        since=since,
        until=until,
        now=now,
    )


def _told_as(joined: Joined, parts: Iterable[Delivery]) -> list[Delivery]:
    return [each for each in parts if row_of(each.kind).joined is joined]


def _missed_steps(tx: Transaction, delivery: Delivery, *, today: date) -> list[DayStep]:
    """Those of lists that did not come; not for the first time on a later day, whose own agenda lists them."""
    is_new = delivery.sent_at is None
    lists = _told_as(Joined.LIST, [each for each in map(tx.deliveries.find, delivery.parts) if each])
    told = [each for each in lists if not is_new or each.subject == today.isoformat()]
    parts = list(dict.fromkeys(part for each in told for part in each.parts))
    steps = steps_named(parts, posts_in(tx, post_ids_of(parts), strategies_for(tx, delivery.recipient_id)))
    return [each for each in steps if is_to_do(each) or not is_new]


def _rounds_not_done(tx: Transaction, parts: list[Delivery]) -> list[date]:
    """The days, once each, also where somebody is in the rounds of two strategies."""
    rounds = _told_as(Joined.ROUND, parts)
    undone = [
        each for each in rounds if tx.check_ins.find(f"{each.strategy_id}:{each.recipient_id}:{each.subject}") is None
    ]
    return sorted({date.fromisoformat(each.subject) for each in undone})
