"""The local Slack's time: the real one with an offset, or stopped; it only moves forward."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A moment to measure from, in sandbox time and in real time."""

    at: datetime
    real_seconds: float


class SandboxClock:
    def __init__(self, stopped_at: datetime | None = None) -> None:
        self._lock = threading.RLock()
        self._offset = timedelta()
        self._stopped_at: datetime | None = None
        self.stepper: Callable[[datetime], None] | None = None
        self.next_reminder: Callable[[], datetime | None] | None = None
        self.on_move: list[Callable[[], None]] = []
        if stopped_at is not None:
            self._stopped_at = _aware(stopped_at)

    @property
    def is_stopped(self) -> bool:
        return self._stopped_at is not None

    def now(self) -> datetime:
        with self._lock:
            return self._stopped_at or datetime.now(UTC) + self._offset

    def stop_at(self, moment: datetime) -> None:
        """Stop at *moment*, which may not lie in the past once the clock was stopped before."""
        with self._lock:
            if self.is_stopped:
                self._refuse_the_past(moment)
            self._stopped_at = _aware(moment)
        self._moved()

    def run(self) -> None:
        """Let time pass again, from the moment at which it was stopped."""
        with self._lock:
            if self._stopped_at is not None:
                self._offset = self._stopped_at - datetime.now(UTC)
                self._stopped_at = None
        self._moved()

    def move_to(self, moment: datetime) -> None:
        """Bring everything to *moment*: the stepper first, tick by tick, then this clock.

        Raises `ValueError` when *moment* is past: Slack's timestamps never go back.
        """
        self._refuse_the_past(moment)
        if self.stepper is not None:
            self.stepper(moment)
        if moment > self.now():
            self.set(moment)

    def set(self, moment: datetime) -> None:
        """Move this clock alone; the stepper uses it on its way."""
        with self._lock:
            self._refuse_the_past(moment)
            if self.is_stopped:
                self._stopped_at = _aware(moment)
            else:
                self._offset = _aware(moment) - datetime.now(UTC)
        self._moved()

    def mark(self) -> Mark:
        return Mark(at=self.now(), real_seconds=time.monotonic())

    def seconds_since(self, mark: Mark) -> float:
        """How long ago *mark* is, by whichever time passed faster.

        Real time counts too, so that a slow bot misses its three seconds while the clock is stopped.
        """
        return max((self.now() - mark.at).total_seconds(), time.monotonic() - mark.real_seconds)

    def _refuse_the_past(self, moment: datetime) -> None:
        if _aware(moment) < self.now():
            raise ValueError(f"the clock only moves forward: {moment} is before {self.now()}")

    def _moved(self) -> None:
        for told in list(self.on_move):
            told()


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"a moment needs its time zone: {moment}")
    return moment.astimezone(UTC)
