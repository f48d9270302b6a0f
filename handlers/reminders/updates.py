"""What was sent is kept true: what changed since is drawn again, what a newer message took the place of goes."""

import logging

from bot.domain.errors import DeliveryFailed, GiveUp, HistoryUnreadable, OutcomeUnknown, TryLater
from bot.domain.reminders.deliveries import Delivery
from bot.ports import Sent
from bot.services.reminders import deliveries, live
from bot.services.reminders.queue import is_anything_waiting
from handlers.reminders.beats import Beat, fingerprint, later, logged
from handlers.views.reminders.post import is_fleeting

logger = logging.getLogger(__name__)

UPDATES = 60
DELETIONS = 20
"""Of one beat: two beats a minute stay below the fifty calls of tier 3. Source: docs.slack.dev, chat.delete."""


def update_changed(beat: Beat) -> None:
    """Render again what changed since it was sent, and send what reads differently."""
    with beat.house.store.transaction() as tx:
        changed = tx.deliveries.to_refresh(beat.now, limit=UPDATES)
    for each in changed:
        try:
            _update(beat, each)
        except TryLater as error:
            logged(each, error)
            deliveries.update_later(beat.house.store, each, at=later(beat, each, error))
            if error.retry_at:  # a limit holds for every update
                return
        except DeliveryFailed as error:
            logged(each, error)
            if not isinstance(error, OutcomeUnknown):
                deliveries.confirm_update(beat.house.store, each, content=each.content)
        except Exception:  # the border: as above
            logger.exception("bug in a message (%s)", each.kind.value)
            deliveries.confirm_update(beat.house.store, each, content=each.content)


def _update(beat: Beat, delivery: Delivery) -> None:
    """What is old stays as it reads, unless nobody knows how it does: it may name who was forgotten."""
    content = delivery.content
    is_recent = delivery.sent_at is not None and beat.now - delivery.sent_at < deliveries.UPDATED_FOR
    message = beat.rendered(delivery) if is_recent or not content else None
    if message is not None and fingerprint(message) != content:
        beat.house.messenger.update(Sent(channel_id=delivery.channel_id, ts=delivery.ts), message)
        content = fingerprint(message)
    again = message is not None and is_fleeting(message)
    if not (again and content == delivery.content):
        deliveries.confirm_update(beat.house.store, delivery, content=content, again=again)


def delete_replaced(beat: Beat) -> None:
    """Delete what a newer message took the place of; messages that wait to be sent come first."""
    with beat.house.store.transaction() as tx:
        going = tx.deliveries.to_delete(beat.now, limit=DELETIONS)
    if not going or is_anything_waiting(beat.house.store, now=beat.now):
        return
    for each in going:
        if beat.house.clock.now() > beat.until:
            return
        failure = _guard(beat, each)
        if isinstance(failure, TryLater) and failure.retry_at:  # a limit holds for every deletion
            return


def _guard(beat: Beat, delivery: Delivery) -> DeliveryFailed | None:
    """Delete one; where Slack lets nobody delete it, or its thread can't be read, it becomes one line instead."""
    try:
        _delete(beat, delivery)
    except (GiveUp, HistoryUnreadable) as error:
        live.shrink(beat.house.store, delivery)
        return logged(delivery, error)
    except DeliveryFailed as error:  # also where nobody knows: deleting twice is deleting once
        live.delete_later(beat.house.store, delivery, at=later(beat, delivery, error))
        return logged(delivery, error)
    return None


def _delete(beat: Beat, delivery: Delivery) -> None:
    """One that somebody answered stays, and so does one that tells of something else too."""
    sent = Sent(channel_id=delivery.channel_id, ts=delivery.ts)
    if delivery.lines or not delivery.ts or beat.house.messenger.is_answered(sent):
        live.shrink(beat.house.store, delivery)
        return
    beat.house.messenger.delete(sent)
    live.note_gone(beat.house.store, delivery)
