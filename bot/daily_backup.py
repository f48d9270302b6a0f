"""The backup that is made every day while the bot runs, whenever the metronome asks for it."""

import logging
from datetime import date

from bot.ports import Clock, Store
from storage.copies.backup import back_up_daily

logger = logging.getLogger(__name__)


class DailyBackup:
    """`run` may be called as often as one likes: it writes once a day, and tries again where that failed."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._done: date | None = None
        self._told: date | None = None

    def run(self) -> None:
        now = self._clock.now()
        if self._done == now.date():
            return
        try:
            made = back_up_daily(self._store, now=now)
        except OSError as error:
            self._tell(error, now.date())
            return
        self._done = now.date()
        if made is not None:
            logger.info("backup of the day: %s", made)

    def _tell(self, error: OSError, today: date) -> None:
        if self._told != today:
            self._told = today
            logger.warning("no backup of the day yet (%s); tried again until it works", error)
