"""What Slack sends to the app, whatever carries it: interactions once, events until they are acknowledged."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol

from bot.sandbox.clock import SandboxClock
from bot.sandbox.faults import EventFault, Faults
from bot.sandbox.team import Json

Kind = Literal["slash_commands", "interactive", "events_api"]
RETRY_DELAYS = (timedelta(), timedelta(minutes=1), timedelta(minutes=5))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """How the app took a delivery; *failure* is Slack's retry reason when it did not acknowledge."""

    acknowledged: bool
    status: int | None = None
    body: Json = field(default_factory=dict)
    failure: str | None = None
    wants_no_retry: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    kind: Kind
    payload: Json
    attempt: int = 0
    reason: str = ""
    fault: EventFault = "ok"


class Transport(Protocol):
    def send(self, parcel: Parcel, on_reply: Callable[[Reply], None]) -> None:
        """Send, and tell *on_reply* exactly once, from any thread, within the time Slack waits."""


@dataclass(slots=True, kw_only=True, eq=False)
class EventDelivery:
    payload: Json
    attempt: int = 0
    reason: str = ""
    due_at: datetime | None = None
    outcome: Future[Reply] = field(default_factory=Future)

    def wait(self, seconds: float) -> Reply:
        """How the app took it, or that it was put off after the second attempt."""
        return self.outcome.result(seconds)


class Deliveries:
    def __init__(self, clock: SandboxClock, faults: Faults, patience: float = 3.0) -> None:
        self._clock = clock
        self._faults = faults
        self.patience = patience
        self.transport: Transport | None = None
        self._lock = threading.Lock()
        self._waiting: list[EventDelivery] = []
        self.in_flight = 0
        self.on_answer: Callable[[], None] = lambda: None
        clock.on_move.append(self.redeliver_due)

    def interact(self, kind: Kind, payload: Json, effect: Callable[[Reply], None]) -> Reply:
        """Send an interaction and wait for its acknowledgement; *effect* shows it before anything later."""
        outcome: Future[Reply] = Future()
        self._send(Parcel(kind=kind, payload=payload), lambda reply: _settle(outcome, reply, effect))
        return outcome.result(self.longest_wait)

    @property
    def longest_wait(self) -> float:
        """Seconds after which something is wrong with the local Slack itself: two attempts and a margin."""
        return self.patience * 2 + 30

    def announce(self, payload: Json) -> EventDelivery:
        """Send an event; it is sent again at once, after 1 and after 5 minutes until it is acknowledged."""
        delivery = EventDelivery(payload=payload)
        fault = self._faults.event_fault(payload["event"]["type"])
        self._attempt(delivery, fault)
        if fault == "twice":
            self._send(Parcel(kind="events_api", payload=payload), lambda reply: None)
        return delivery

    def redeliver_due(self) -> None:
        """Send again what is due by the sandbox clock."""
        now = self._clock.now()
        with self._lock:
            due = [each for each in self._waiting if each.due_at is not None and each.due_at <= now]
            self._waiting = [each for each in self._waiting if each not in due]
        for delivery in due:
            self._attempt(delivery, "ok")

    @property
    def waiting_count(self) -> int:
        return len(self._waiting)

    def _attempt(self, delivery: EventDelivery, fault: EventFault) -> None:
        parcel = Parcel(
            kind="events_api",
            payload=delivery.payload,
            attempt=delivery.attempt,
            reason=delivery.reason,
            fault=fault,
        )
        self._send(parcel, lambda reply: self._take(delivery, reply))

    def _send(self, parcel: Parcel, on_reply: Callable[[Reply], None]) -> None:
        with self._lock:
            self.in_flight += 1
        if self.transport is None or parcel.fault == "lost":
            self._answered(on_reply, Reply(acknowledged=False, failure="connection_failed"))
        else:
            self.transport.send(parcel, lambda reply: self._answered(on_reply, reply))

    def _answered(self, on_reply: Callable[[Reply], None], reply: Reply) -> None:
        on_reply(reply)
        with self._lock:
            self.in_flight -= 1
        self.on_answer()

    def _take(self, delivery: EventDelivery, reply: Reply) -> None:
        is_over = reply.acknowledged or reply.wants_no_retry or delivery.attempt == len(RETRY_DELAYS)
        if not is_over:
            self._put_off(delivery, reply.failure or "unknown_error")
        elif not delivery.outcome.done():
            delivery.outcome.set_result(reply)

    def _put_off(self, delivery: EventDelivery, reason: str) -> None:
        delay = RETRY_DELAYS[delivery.attempt]
        delivery.attempt += 1
        delivery.reason = reason
        if not delay:
            self._attempt(delivery, "ok")
            return
        delivery.due_at = self._clock.now() + delay
        with self._lock:
            self._waiting.append(delivery)
        if not delivery.outcome.done():
            delivery.outcome.set_result(Reply(acknowledged=False, failure=reason))


def _settle(outcome: Future[Reply], reply: Reply, effect: Callable[[Reply], None]) -> None:
    try:
        effect(reply)
    except BaseException as failure:  # handed to the thread that waits; the event loop must go on
        outcome.set_exception(failure)
    else:
        outcome.set_result(reply)
