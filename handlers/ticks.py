"""One beat of the bot's clock: write what is owed, send what is ready, bring up to date what changed.

Any number of threads and processes may tick at once: the ledger gives each message to one of them.
"""

import hashlib
import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import orjson

from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.errors import (
    Conflict,
    DeliveryFailed,
    GiveUp,
    HistoryUnreadable,
    OutcomeUnknown,
    TryLater,
    UserError,
)
from bot.domain.people import ReminderKind
from bot.ports import Outgoing, Sent
from bot.services import deliveries
from bot.services.backlog import CEILING, next_to_send
from bot.services.echo import compare_ahead
from bot.services.reminders import enqueue
from handlers.context import House, first_met, refreshed
from handlers.listening import Render
from handlers.plan.canvases import keep_canvases
from handlers.views.reminders.post import is_fleeting

logger = logging.getLogger(__name__)

LOOK_BACK = timedelta(hours=25)
"""How much earlier than the first attempt a message is looked for: ours may have been a wrong clock, set right since.

A key stands in one message only, so that looking further back than needed costs a page at most.
"""
LASTS = timedelta(minutes=1)
"""For how long a beat goes on sending. Who was put to sleep in the middle of one wakes up with the wrong time: what
is late would not say so, and leases would be over that somebody else may have taken up."""
FAILURES_IN_A_ROW = 3
"""After so many Slack is out of reach: the rest waits for the next tick instead of for time-outs."""
UPDATES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What one tick works with; *jitter* gives numbers in [0, 1)."""

    house: House
    reminders: Mapping[ReminderKind, Render]
    now: datetime
    jitter: Callable[[], float] = random.random

    def rendered(self, delivery: Delivery) -> Outgoing | None:
        render = self.reminders.get(delivery.kind)
        return render(self.house, delivery, self.now) if render else None

    @property
    def until(self) -> datetime:
        return self.now + LASTS


def tick(house: House, reminders: Mapping[ReminderKind, Render], now: datetime, *, ceiling: int = CEILING) -> None:
    """Send what is owed at *now*; *ceiling* is how many messages at most."""
    beat = Beat(house=house, reminders=reminders, now=now)
    for _ in range(2):  # the second round is for what only a sent message makes owed: the details in its thread
        enqueue(house.store, house.directory, now=now, meet=lambda member_id: _meet(house, member_id))
        if not send_ready(beat, ceiling=ceiling):
            break
    update_changed(beat)
    keep_canvases(house, now)


def _meet(house: House, member_id: str) -> None:
    try:
        first_met(house, member_id)
    except DeliveryFailed as error:
        logger.warning("a member could not be looked up: %s", error.code)


def send_ready(beat: Beat, *, ceiling: int = CEILING) -> bool:
    """Whether a digest went out among them, so that its thread is owed now.

    Where Slack limits sending, those of unknown outcome are still looked up: that is another method.
    """
    failures, is_held, has_thread = 0, False, False
    ready = next_to_send(beat.house.store, now=beat.now, ceiling=ceiling)
    compare_ahead(beat.house.store, [each.subject for each in ready])
    for each in ready:
        if beat.house.clock.now() > beat.until:
            return False
        if is_held and each.state is DeliveryState.PENDING:
            continue
        claimed = deliveries.claim(beat.house.store, each, now=beat.now)
        outcome = _guarded(beat, claimed) if claimed else None
        failures = failures + 1 if _is_outage(outcome) else 0
        if failures == FAILURES_IN_A_ROW:
            return False
        is_held = is_held or (isinstance(outcome, TryLater) and outcome.holds_all)
        has_thread = has_thread or (each.kind is ReminderKind.DIGEST and claimed is not None and outcome is None)
    return has_thread


def _is_outage(outcome: DeliveryFailed | None) -> bool:
    """Whether Slack did not answer; a limit is an answer."""
    return isinstance(outcome, OutcomeUnknown) or (isinstance(outcome, TryLater) and outcome.retry_at is None)


def _guarded(beat: Beat, claimed: Delivery) -> DeliveryFailed | None:
    try:
        clear = _looked_up(beat, claimed) if claimed.state is DeliveryState.UNKNOWN else claimed
        return _sent(beat, clear) if clear else None
    except GiveUp as error:  # of the look-up: there is no such conversation
        return _given_up(beat, claimed, error)
    except DeliveryFailed as error:  # of the look-up: what became of the message is as unknown as before
        deliveries.unsure(beat.house.store, claimed, error.code, at=_later(beat, claimed, error))
        return _logged(claimed, error)
    except Exception:  # the border: a bug in one message, before or after Slack had it, must not hold up all others
        logger.exception("bug in a message (%s)", claimed.kind.value)
        deliveries.unsure(beat.house.store, claimed, "bug", at=_later(beat, claimed))
        return None


def _later(beat: Beat, claimed: Delivery, error: DeliveryFailed | None = None) -> datetime:
    told = error.retry_at if isinstance(error, TryLater) else None
    return told or beat.now + deliveries.backoff(claimed.attempts, jitter=beat.jitter())


def _looked_up(beat: Beat, claimed: Delivery) -> Delivery | None:
    """The message, if it has to be sent (again); None where Slack had it or it is settled otherwise."""
    store, now = beat.house.store, beat.now
    try:
        found = _found(beat, claimed)
    except HistoryUnreadable:
        if claimed.kind is ReminderKind.DIGEST:  # a whole channel would read it twice: a person has to look
            deliveries.abandon(store, claimed, deliveries.UNREADABLE, now=now)
            return None
        return replace(claimed, error=deliveries.UNREADABLE)
    if found is not None:
        deliveries.confirm(store, claimed, found, content="", now=claimed.first_attempt_at or now)
    elif claimed.expires_at <= now:  # the next beat tells it in a catch-up
        deliveries.retry(store, claimed, deliveries.LATE, at=now)
    return None if found or claimed.expires_at <= now else claimed


def _found(beat: Beat, claimed: Delivery) -> Sent | None:
    message = beat.rendered(claimed)
    since = (claimed.first_attempt_at or beat.now) - LOOK_BACK
    thread_ts = message.thread_ts if message else None
    return beat.house.messenger.find(claimed.recipient_id, claimed.key, since=since, thread_ts=thread_ts)


def _sent(beat: Beat, claimed: Delivery) -> DeliveryFailed | None:
    """Send one message and record what came of it; the failure, if it was one."""
    store, now = beat.house.store, beat.now
    message = beat.rendered(claimed)
    if message is None:
        deliveries.drop(store, claimed, deliveries.MOOT)
        return None
    try:
        sent = beat.house.messenger.post(claimed.recipient_id, message, key=claimed.key, before=beat.until)
    except TryLater as error:
        deliveries.retry(store, claimed, error.code, at=_later(beat, claimed, error))
        return _logged(claimed, error)
    except GiveUp as error:
        return _given_up(beat, claimed, error)
    except DeliveryFailed as error:
        deliveries.unsure(store, claimed, error.code, at=now + deliveries.LOOK_AGAIN)
        return _logged(claimed, error)
    try:
        deliveries.confirm(store, claimed, sent, content=digest_of(message), now=now)
    except (UserError, Conflict) as error:  # a full disk: Slack has it, only the look-up may decide now
        raise OutcomeUnknown("unconfirmed") from error
    return None


def _given_up(beat: Beat, claimed: Delivery, error: GiveUp) -> GiveUp:
    deliveries.abandon(beat.house.store, claimed, error.code, now=beat.now)
    _ask_again_who(beat.house, claimed)
    _logged(claimed, error)
    return error


def _ask_again_who(house: House, refused: Delivery) -> None:
    """Whoever cannot be written to may have left: the next reminders go to somebody else then."""
    if refused.kind is not ReminderKind.DIGEST:
        try:
            refreshed(house, refused.recipient_id)
        except DeliveryFailed as error:
            logger.warning("a member could not be looked up: %s", error.code)


def _logged(claimed: Delivery, error: DeliveryFailed) -> DeliveryFailed:
    logger.warning("message failed (%s): %s %s", claimed.kind.value, type(error).__name__, error.code)
    return error


def update_changed(beat: Beat) -> None:
    """Render again what changed since it was sent, and send what reads differently."""
    with beat.house.store.transaction() as tx:
        changed = tx.deliveries.to_refresh(limit=UPDATES)
    for each in changed:
        try:
            _update(beat, each)
        except TryLater as error:
            _logged(each, error)
            return
        except DeliveryFailed as error:
            _logged(each, error)
            if not isinstance(error, OutcomeUnknown):
                deliveries.updated(beat.house.store, each, content=each.content)
        except Exception:  # the border: as above
            logger.exception("bug in a message (%s)", each.kind.value)
            deliveries.updated(beat.house.store, each, content=each.content)


def _update(beat: Beat, delivery: Delivery) -> None:
    content = delivery.content
    is_recent = delivery.sent_at is not None and beat.now - delivery.sent_at < deliveries.UPDATED_FOR
    message = beat.rendered(delivery) if is_recent else None
    if message is not None and digest_of(message) != content:
        beat.house.messenger.update(Sent(channel_id=delivery.channel_id, ts=delivery.ts), message)
        content = digest_of(message)
    again = message is not None and is_fleeting(message)
    if not (again and content == delivery.content):
        deliveries.updated(beat.house.store, delivery, content=content, again=again)


def digest_of(message: Outgoing) -> str:
    return hashlib.sha256(orjson.dumps([message.text, list(message.blocks)])).hexdigest()[:16]
