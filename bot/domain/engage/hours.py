"""Working hours of a strategy: how much of them lies between two moments, and the end of a working day.

Exact where clocks change: open is whenever the clock on the wall says so, so that an hour that comes twice counts
twice and one that is skipped does not count.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.domain.care_rules import CareRules
from bot.domain.members import IsHoliday
from bot.domain.moments import at_local, days, local_day

DAY = timedelta(days=1)
LONGEST_REST = 366
"""Days that are looked through for the next working day: a year without one has none."""

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingHours:
    """*rules* as the clocks of *zone* (IANA) and the holidays of *country* (ISO 3166) make them."""

    rules: CareRules
    zone: str
    country: str
    is_holiday: IsHoliday

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How much of [start, end) lies in working hours; nothing where it ends before it begins."""
        spans = (span for day in days(self._day(start), self._day(end)) for span in self._open_on(day))
        parts = (min(end, closed) - max(start, opened) for opened, closed in spans)
        return sum((part for part in parts if part > timedelta(0)), timedelta(0))

    def due_after(self, moment: datetime, *, working_days: int) -> datetime:
        """The end of the working day that is so many after *moment*'s own; 0: of the one that runs, else the next."""
        ends = (closed for day in self._from(self._day(moment)) for _, closed in self._open_on(day)[-1:])
        today = self._day(moment)
        if not working_days:
            return next((end for end in ends if end > moment), moment)
        later = (end for end in ends if self._day(end - timedelta(microseconds=1)) > today)
        return next((end for n, end in enumerate(later, 1) if n == working_days), moment + working_days * DAY)

    def opens_after(self, moment: datetime) -> datetime:
        """*moment* where it is in working hours, else when they next begin."""
        spans = (span for day in self._from(self._day(moment)) for span in self._open_on(day))
        return next((max(opened, moment) for opened, closed in spans if closed > moment), moment)

    def works_on(self, day: date) -> bool:
        return day.weekday() in self.rules.working_days and not self.is_holiday(self.country, day)

    def _day(self, moment: datetime) -> date:
        return local_day(moment, self.zone)

    def _from(self, day: date) -> Iterator[date]:
        return (day + n * DAY for n in range(LONGEST_REST))

    def _open_on(self, day: date) -> tuple[Span, ...]:
        return open_spans(day, self.rules.opens, self.rules.closes, self.zone) if self.works_on(day) else ()


@lru_cache(maxsize=8192)
def open_spans(day: date, opens: time, closes: time, zone: str) -> tuple[Span, ...]:
    """The spans of UTC in which the clocks of *zone* show *day* and a time in [opens, closes), in order."""
    opened = datetime.combine(day, opens, tzinfo=UTC)
    closed = datetime.combine(day + DAY if closes == time(0) else day, closes, tzinfo=UTC)
    clipped = (
        (max(start, opened - offset), min(end, closed - offset)) for start, end, offset in _even_parts(day, zone)
    )
    return tuple((start, end) for start, end in clipped if start < end)


def _even_parts(day: date, zone: str) -> list[tuple[datetime, datetime, timedelta]]:
    """*day* in parts that have one offset from UTC each: one part, two on a day of a clock change."""
    start, end = at_local(day, time(0), zone), at_local(day + DAY, time(0), zone)
    before, after = _offset(start, zone), _offset(end - timedelta(seconds=1), zone)
    if before == after:
        return [(start, end, before)]
    changed = _change_between(start, end, zone)
    return [(start, changed, before), (changed, end, after)]


def _change_between(start: datetime, end: datetime, zone: str) -> datetime:
    """The first second with another offset than *start*'s."""
    low, high, before = 0, int((end - start).total_seconds()), _offset(start, zone)
    while high - low > 1:
        middle = (low + high) // 2
        is_before = _offset(start + timedelta(seconds=middle), zone) == before
        low, high = (middle, high) if is_before else (low, middle)
    return start + timedelta(seconds=high)


def _offset(moment: datetime, zone: str) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)
