"""The moments of a recurring post, by `dateutil.rrule`: a day or longer apart, at the same wall time."""

from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from bot.domain.errors import UserError
from bot.domain.moments import Due, local

MOST = 26
"""Drafts of one series: half a year of weeks. More of them nobody gives a text of their own."""

WITHOUT_END = timedelta(weeks=12)
FREQUENCIES = ("FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY")


def occurrences(
    rule: str,
    *,
    first: date,
    clock: time,
    zone: str,
    now: datetime,
    times: int | None = None,
    until: date | None = None,
) -> list[Due]:
    """From *first* on, those that are still to come; twelve weeks where no end is said, `MOST` at most.

    Raises `UserError`: "series-unreadable", "series-empty".
    """
    if not rule.startswith(FREQUENCIES):
        raise UserError("series-unreadable", what=rule)
    try:
        days = rrulestr(rule, dtstart=datetime.combine(first, clock))
    except (ValueError, TypeError) as error:
        raise UserError("series-unreadable", what=rule) from error
    wanted = min(times or MOST, MOST)
    last = until or (first + WITHOUT_END if times is None else date.max)
    found: list[Due] = []
    for wall in days:
        if wall.date() > last or len(found) == wanted:
            break
        due = Due.local(wall.date(), clock, zone)
        if due.at >= now:
            found.append(due)
    if not found:
        raise UserError("series-empty")
    return found


def first_day(day: date | None, clock: time, zone: str, now: datetime) -> date:
    """Where a series begins that names no day: today, or tomorrow where the hour has gone."""
    if day is not None:
        return day
    here = local(now, zone)
    return here.date() if clock >= here.time().replace(tzinfo=None) else here.date() + timedelta(days=1)
