"""The backup that is made every day while the bot runs, how many of them are kept, and how old ones are thinned out."""

import logging
from collections.abc import Hashable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from bot.domain.moments import Week, aware
from bot.ports import Clock, Store
from storage.copies.backup import back_up
from storage.journal.backup_files import Backup, backup_file, backups_of
from storage.tiny import TinyStore

logger = logging.getLogger(__name__)

KEEP_DAYS = 7
KEEP_WEEKS = 4


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


def back_up_daily(store: Store, *, now: datetime) -> Path | None:
    """The backup of this day (UTC) if it isn't there yet, and the older ones thinned out.

    None where there is one already, or where the store isn't a file. Raises OSError; the store is not affected.
    """
    if not isinstance(store, TinyStore):
        return None
    if any(each.made_at.date() == aware(now).date() for each in _daily(store.path, now)):
        return None
    made = back_up(store, now=now, to=backup_file(store.path, ".json", now))
    _thin_out(_daily(store.path, now))
    store.journal.compact()  # what was forgotten since yesterday goes from the journal's lines as well
    return made


def _daily(path: Path, now: datetime) -> list[Backup]:
    """Without those of days to come: a clock that was ahead made them, and they must not push out the others."""
    return [each for each in backups_of(path) if not each.is_kept and each.made_at <= aware(now)]


def _thin_out(daily: Sequence[Backup]) -> None:
    kept = {
        *_first_of_each((each.made_at.date(), each.path) for each in daily)[:KEEP_DAYS],
        *_first_of_each((Week.of(each.made_at.date()), each.path) for each in daily)[:KEEP_WEEKS],
    }
    for each in daily:
        if each.path not in kept:
            each.path.unlink()


def _first_of_each(dated: Iterable[tuple[Hashable, Path]]) -> list[Path]:
    first: dict[Hashable, Path] = {}
    for when, path in dated:
        first.setdefault(when, path)
    return list(first.values())
