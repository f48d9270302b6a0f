"""One live message for a post and a reader: what came before goes, once the newer one is confirmed.

A deletion is a mark on the row of the message, like an update: whoever finds it deletes, any number of times.
"""

from dataclasses import replace
from datetime import datetime

from bot.domain.reminder_kinds import row_of
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.ports import Store, Transaction


def let_earlier_go(tx: Transaction, confirmed: Delivery) -> None:
    """Of all that its reader was sent about the post, the last one stays.

    Only what Slack confirmed counts, on either side: what may not have arrived makes nothing go, and is looked up
    before it goes itself.
    """
    if not row_of(confirmed.kind).gives_way:
        return
    told = live_ones(tx, confirmed)
    for each in told[:-1]:
        if not each.goes:
            tx.deliveries.put(replace(each, goes=True))


def live_ones(tx: Transaction, delivery: Delivery) -> list[Delivery]:
    """What Slack has for the same reader about the same post, the earlier first."""
    every = tx.deliveries.of_subject(delivery.strategy_id, delivery.subject)
    same = [each for each in every if each.recipient_id == delivery.recipient_id and row_of(each.kind).gives_way]
    return sorted(
        (each for each in same if each.state is DeliveryState.SENT), key=lambda each: (each.owed_at, each.key)
    )


def is_followed(tx: Transaction, delivery: Delivery) -> bool:
    """Whether the same reader has something newer about the same post."""
    told = live_ones(tx, delivery)
    return delivery.state is DeliveryState.SENT and bool(told) and told[-1].key != delivery.key


def note_gone(store: Store, deleted: Delivery) -> None:
    """It is not there any more."""
    with store.transaction() as tx:
        current = tx.deliveries.get(deleted.key)
        tx.deliveries.put(replace(current, state=DeliveryState.DELETED, goes=False, refresh=False))


def shrink(store: Store, delivery: Delivery) -> None:
    """It can't or shouldn't be deleted: it is drawn again, as the one line that is left of it."""
    with store.transaction() as tx:
        current = tx.deliveries.get(delivery.key)
        tx.deliveries.put(replace(current, goes=False, refresh=True))


def delete_later(store: Store, delivery: Delivery, *, at: datetime) -> None:
    """Slack did not take the deletion, or did not say; it is tried again at *at*."""
    with store.transaction() as tx:
        current = tx.deliveries.get(delivery.key)
        tx.deliveries.put(replace(current, ready_at=at, attempts=current.attempts + 1))
