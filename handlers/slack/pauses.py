"""What Slack said to wait for: after a 429 a method is left alone until `Retry-After` is over, and only that one."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import SystemClock
from bot.domain.errors import DeliveryFailed, TryLater
from bot.ports import Clock


class Pauses:
    """*elapsed* are seconds of the real world, which Slack's limits are counted in; *clock* says what time that is."""

    def __init__(self, clock: Clock | None = None, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock or SystemClock()
        self._elapsed = elapsed
        self._until: dict[str, float] = {}

    def refuse(self, method: str, *, pauses_all: bool = False) -> None:
        """Raises `TryLater` while *method* is to be left alone; *pauses_all*: nothing of its kind may go out."""
        until = self._until.get(method)
        rest = until - self._elapsed() if until is not None else 0.0
        if rest <= 0:
            self._until.pop(method, None)
        else:
            at = self._clock.now() + timedelta(seconds=rest)
            raise TryLater("ratelimited", retry_at=at, pauses_all=pauses_all)

    def heed(self, method: str, failure: DeliveryFailed, *, now: datetime) -> None:
        if isinstance(failure, TryLater) and failure.retry_at:
            self._until[method] = self._elapsed() + (failure.retry_at - now).total_seconds()
