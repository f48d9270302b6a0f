"""The ledger at work: look up what may have been sent, send what is ready.

Any number of threads and processes may do so at once: a claim gives each message to one of them.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from bot.domain.errors import (
    Conflict,
    DeliveryFailed,
    GiveUp,
    HistoryUnreadable,
    OutcomeUnknown,
    TryLater,
    UserError,
)
from bot.domain.reminder_columns import Reader
from bot.domain.reminder_kinds import row_of
from bot.domain.reminders.deliveries import Delivery
from bot.ports import OVERSLEPT, Sent
from bot.services.people.channels import look_around
from bot.services.post.echo import compare_ahead
from bot.services.reminders import deliveries
from bot.services.reminders.queue import CEILING, next_to_send, to_look_up
from handlers.context import House, refresh_member
from handlers.reminders.beats import Beat, fingerprint, later, logged

logger = logging.getLogger(__name__)

LOOK_BACK = timedelta(hours=25)
"""How much earlier than the first attempt a message is looked for: ours may have been a wrong clock, set right since.

A key stands in one message only, so that looking further back than needed costs a page at most.
"""
FAILURES_IN_A_ROW = 3
"""After so many Slack is out of reach: the rest waits for the next tick instead of for time-outs."""


Act = Callable[[Beat, Delivery], DeliveryFailed | None]


def send_ready(beat: Beat, *, ceiling: int = CEILING) -> bool:
    """Whether something went out among them of which more is owed now, like a digest.

    First what may have been sent is looked up, so that what was not is told with all else that is late.
    """
    store = beat.house.store
    if not _each(beat, to_look_up(store, now=beat.now, limit=ceiling), _look_up):
        return False
    room = min(ceiling, beat.house.messenger.room())
    ready = next_to_send(store, now=beat.now, ceiling=room, silence_of=beat.silence_of)
    if ready:
        look_around(store, beat.house.directory, now=beat.now, is_needed=True)
    compare_ahead(store, [each.subject for each in ready if row_of(each.kind).is_about_post])
    done: list[Delivery] = []
    _each(beat, ready, _send, done)
    return any(row_of(each.kind).is_continued for each in done)


def _each(beat: Beat, ready: Sequence[Delivery], act: Act, done: list[Delivery] | None = None) -> bool:
    """Claim one after the other and *act*; those that worked out are *done*.

    False where it had to end: Slack is out of reach or wants no more messages, or the beat has lasted too long.
    """
    outages = 0
    for each in ready:
        if beat.house.clock.now() > beat.until:
            return False
        claimed = deliveries.claim(beat.house.store, each, now=beat.now)
        failure = _guard(beat, claimed, act) if claimed else None
        if claimed and failure is None and done is not None:
            done.append(claimed)
        outages = outages + 1 if _is_outage(failure) else 0
        if outages == FAILURES_IN_A_ROW or (isinstance(failure, TryLater) and failure.pauses_all):
            return False
    return True


def _is_outage(failure: DeliveryFailed | None) -> bool:
    """Whether Slack did not answer; a limit is an answer."""
    is_ours = failure is not None and failure.code == OVERSLEPT
    is_silent = isinstance(failure, TryLater) and failure.retry_at is None and not is_ours
    return isinstance(failure, OutcomeUnknown) or is_silent


def _guard(beat: Beat, claimed: Delivery, act: Act) -> DeliveryFailed | None:
    try:
        return act(beat, claimed)
    except GiveUp as error:  # of the look-up: there is no such conversation
        return _give_up(beat, claimed, error)
    except DeliveryFailed as error:  # of the look-up: what became of the message is as unknown as before
        deliveries.mark_unsure(beat.house.store, claimed, error.code, at=later(beat, claimed, error))
        return logged(claimed, error)
    except Exception:  # the border: a bug in one message, before or after Slack had it, holds up no other
        logger.exception("bug in a message (%s)", claimed.kind.value)
        deliveries.mark_unsure(beat.house.store, claimed, deliveries.BUG, at=later(beat, claimed))
        return None


def _look_up(beat: Beat, claimed: Delivery) -> None:
    """Confirmed where Slack had it, else back in line; where Slack lets nobody look, the kind of message decides."""
    store, now = beat.house.store, beat.now
    try:
        found = _found(beat, claimed)
    except HistoryUnreadable:
        if row_of(claimed.kind).reader is Reader.CHANNEL:  # a whole channel would read it twice: a person has to look
            deliveries.abandon(store, claimed, deliveries.UNREADABLE, now=now)
        else:
            deliveries.retry(store, claimed, deliveries.UNREADABLE, at=now)
        return
    if found is None:
        deliveries.retry(store, claimed, claimed.error, at=now)
    else:
        deliveries.confirm(store, claimed, found, content="", now=claimed.first_attempt_at or now)


def _found(beat: Beat, claimed: Delivery) -> Sent | None:
    since = (claimed.first_attempt_at or beat.now) - LOOK_BACK
    thread_ts = _thread_of(beat, claimed)
    return beat.house.messenger.find(claimed.recipient_id, claimed.key, since=since, thread_ts=thread_ts)


def _thread_of(beat: Beat, claimed: Delivery) -> str | None:
    """The thread it belongs into; a bug in its words must not keep a message from being looked up."""
    try:
        message = beat.rendered(claimed)
    except DeliveryFailed:
        raise
    except Exception:  # the border: as above
        logger.exception("bug in a message (%s)", claimed.kind.value)
        return None
    return message.thread_ts if message else None


def _send(beat: Beat, claimed: Delivery) -> DeliveryFailed | None:
    """Send one message and record what came of it; the failure, if it was one.

    What became late while it waited for its turn is drawn anew, and says so.
    """
    failure = _send_as_of(beat, claimed, beat.house.clock.now())
    if failure is not None and failure.code == OVERSLEPT and beat.house.clock.now() <= beat.until:
        failure = _send_as_of(beat, claimed, beat.house.clock.now())
    if failure is not None and failure.code == OVERSLEPT:
        deliveries.retry(beat.house.store, claimed, failure.code, at=beat.now)
        return logged(claimed, failure)
    return failure


def _send_as_of(beat: Beat, claimed: Delivery, moment: datetime) -> DeliveryFailed | None:
    """Send it as it reads at *moment*, for as long as that is true; "overslept" leaves it claimed."""
    store, now = beat.house.store, beat.now
    message = beat.rendered(claimed, at=moment)
    if message is None:
        deliveries.drop(store, claimed, deliveries.MOOT)
        return None
    true_until = min(beat.until, deliveries.true_until(claimed, now=moment))
    try:
        sent = beat.house.messenger.post(claimed.recipient_id, message, key=claimed.key, before=true_until)
    except TryLater as error:
        if error.code == OVERSLEPT:
            return error
        deliveries.retry(store, claimed, error.code, at=later(beat, claimed, error))
        return logged(claimed, error)
    except GiveUp as error:
        return _give_up(beat, claimed, error)
    except DeliveryFailed as error:
        deliveries.mark_unsure(store, claimed, error.code, at=now + deliveries.LOOK_AGAIN)
        return logged(claimed, error)
    try:
        says_late = deliveries.is_late(claimed, now=moment)
        deliveries.confirm(store, claimed, sent, content=fingerprint(message), now=now, says_late=says_late)
    except (UserError, Conflict) as error:  # a full disk: Slack has it, only the look-up may decide now
        raise OutcomeUnknown("unconfirmed") from error
    return None


def _give_up(beat: Beat, claimed: Delivery, error: GiveUp) -> GiveUp:
    deliveries.abandon(beat.house.store, claimed, error.code, now=beat.now)
    _ask_again_who(beat.house, claimed)
    logged(claimed, error)
    return error


def _ask_again_who(house: House, refused: Delivery) -> None:
    """Whoever cannot be written to may have left: the next reminders go to somebody else then."""
    if row_of(refused.kind).reader is not Reader.CHANNEL:
        try:
            refresh_member(house, refused.recipient_id)
        except DeliveryFailed as error:
            logger.warning("a member could not be looked up: %s", error.code)
