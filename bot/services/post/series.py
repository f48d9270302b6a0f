"""The moments of a recurring post, by `dateutil.rrule`: a day or longer apart, at the same wall time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.domain.errors import UserError
from bot.domain.moments import Due, local

MOST = 26
"""Drafts of one series: half a year of weeks. More of them nobody gives a text of their own."""

WITHOUT_END = timedelta(weeks=12)
SHORTEST_MONTH = 28
FREQUENCIES = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrences:
    """*has_more*: more were asked for than one series holds."""

    dues: tuple[Due, ...]
    has_more: bool = False


def occurrences(
    rule: str,
    *,
    first: date,
    clock: time,
    zone: str,
    now: datetime,
    times: int | None = None,
    until: date | None = None,
) -> Occurrences:
    """From *first* on, those that are still to come; twelve weeks where no end is said, `MOST` at most.

    Raises `UserError`: "series-unreadable", "series-empty".
    """
    last = until or (date.max if times else first + WITHOUT_END)
    found: list[Due] = []
    for wall in _days(rule, datetime.combine(first, clock)):
        if wall.date() > last or len(found) > MOST or (times and len(found) == times):
            break
        due = Due.local(wall.date(), clock, zone)
        found += [due] if due.at >= now else []
    if not found:
        raise UserError("series-empty")
    return Occurrences(dues=tuple(found[:MOST]), has_more=len(found) > MOST)


def _days(rule: str, start: datetime) -> Iterable[datetime]:
    """A month without the day of *start* has its last one instead."""
    if not rule.startswith(FREQUENCIES):
        raise UserError("series-unreadable", what=rule)
    if rule.startswith("FREQ=MONTHLY") and start.day > SHORTEST_MONTH and "BY" not in rule:
        rule += f";BYMONTHDAY={','.join(map(str, range(SHORTEST_MONTH, start.day + 1)))};BYSETPOS=-1"
    from dateutil.rrule import rrulestr  # only where something recurs

    try:
        return rrulestr(rule, dtstart=start)
    except (ValueError, TypeError) as error:
        raise UserError("series-unreadable", what=rule) from error


def first_day(day: date | None, clock: time, zone: str, now: datetime) -> date:
    """Where a series begins that names no day: today, or tomorrow where the hour has gone."""
    if day is not None:
        return day
    here = local(now, zone)
    return here.date() if clock >= here.time().replace(tzinfo=None) else here.date() + timedelta(days=1)
