"""The metronome: the one scheduler of the bot, with its few fixed jobs. What they do is given to it."""

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from apscheduler.schedulers.background import BackgroundScheduler

from bot.domain.errors import UserError

logger = logging.getLogger(__name__)

TICK_SECONDS = 15
BACKUP_MINUTES = 10
"""How often it is looked whether the day's backup is there; nearly always it is."""


class Ticker:
    """The metronome: calls *run* every few seconds, and soon after a nudge. One run at a time.

    *back_up* is called now and then, in a thread of its own: no tick waits for it.
    """

    def __init__(self, run: Callable[[], None], back_up: Callable[[], None]) -> None:
        self._run = run
        self._back_up = back_up
        self._refused = ""
        self._lock = threading.Lock()
        self._scheduler = BackgroundScheduler(timezone=UTC)
        self._asked = threading.Event()
        self._is_over = False
        self._listener = threading.Thread(target=self._heed, name="nudges", daemon=True)

    def start(self, *, every_seconds: int = TICK_SECONDS) -> None:
        steady: dict[str, Any] = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._scheduler.add_job(self.beat, "interval", seconds=every_seconds, id="tick", **steady)
        self._scheduler.add_job(
            self._back_up, "interval", minutes=BACKUP_MINUTES, id="backup", next_run_time=datetime.now(UTC), **steady
        )
        self._scheduler.start()
        self._listener.start()
        self.nudge()

    def nudge(self) -> None:
        """Ask for a run now, in a thread of its own; a nudge during a run is heeded after it.

        No job of the scheduler's: a one-time job that is replaced at the moment it ends stops the whole scheduler
        (APScheduler 3.11 raises `JobLookupError` in its own thread), and with it the metronome.
        """
        self._asked.set()

    def _heed(self) -> None:
        while True:
            self._asked.wait()
            self._asked.clear()
            if self._is_over:
                return
            try:
                self.beat()
            except Exception:  # the border: this thread has to hear the next nudge, too
                logger.exception("a tick failed")

    def beat(self) -> None:
        """One run that may be refused (a full disk): the log says so once, and the next beat tries again."""
        try:
            self.run()
        except UserError as error:
            refused = f"{error.key} {error.params}"
            if refused != self._refused:
                logger.warning("a tick was refused, and is tried again until it works: %s", refused)
            self._refused = refused
        else:
            self._refused = ""

    def run(self) -> None:
        with self._lock:
            self._run()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)
            self._is_over = True
            self._asked.set()
            self._listener.join(10)
