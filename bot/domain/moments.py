"""Moments, local days and ISO weeks; UTC is kept, a zone is always named."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.errors import UserError


def aware(moment: datetime) -> datetime:
    """*moment* in UTC. Raises `ValueError` for a naive one."""
    if moment.tzinfo is None:
        raise ValueError(f"a moment needs its zone: {moment!r}")
    return moment.astimezone(UTC)


def at_local(day: date, clock: time, zone: str) -> datetime:
    """The UTC moment of a local wall time.

    A time that a clock change skips moves forward by the gap; one that happens twice means the first.
    """
    return datetime.combine(day, clock.replace(fold=0), tzinfo=ZoneInfo(zone)).astimezone(UTC)


def local(moment: datetime, zone: str) -> datetime:
    """*moment* as an aware datetime of *zone*."""
    return aware(moment).astimezone(ZoneInfo(zone))


def local_day(moment: datetime, zone: str) -> date:
    return local(moment, zone).date()


def days(first: date, last: date) -> Iterator[date]:
    """Every day from *first* to *last*, both included."""
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOrder:
    """How somebody writes "12/3": with the month first, or the day. *is_sure*: they write it no other way."""

    month_first: bool = False
    is_sure: bool = True

    @property
    def other(self) -> "DateOrder":
        return DateOrder(month_first=not self.month_first)


DAY_FIRST = DateOrder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """How much later, or below zero how much earlier: months and days by the wall clock, then *minutes* that pass."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    def __add__(self, other: "Shift") -> "Shift":
        return Shift(
            months=self.months + other.months, days=self.days + other.days, minutes=self.minutes + other.minutes
        )

    def __neg__(self) -> "Shift":
        return Shift(months=-self.months, days=-self.days, minutes=-self.minutes)

    def __bool__(self) -> bool:
        return bool(self.months or self.days or self.minutes)

    def of_day(self, day: date) -> date:
        """*day* by its months and days; the last of a month where it is shorter. Raises `OverflowError` far away."""
        months = day.year * 12 + day.month - 1 + self.months
        year, month = months // 12, months % 12 + 1
        if not date.min.year <= year <= date.max.year:
            raise OverflowError(year)
        return date(year, month, min(day.day, monthrange(year, month)[1])) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When a post goes out: the moment, and the wall time and zone that somebody chose."""

    at: datetime
    wall: str  # "2026-11-24T10:00", as chosen
    zone: str  # IANA name

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", aware(self.at))

    @classmethod
    def local(cls, day: date, clock: time, zone: str, *, of: str = "") -> "Due":
        """That wall time; where it is *of* another zone, as the clocks of *zone* show it."""
        if of not in ("", zone):
            return cls.of(at_local(day, clock, of), zone)
        wall = datetime.combine(day, clock).isoformat(timespec="minutes")
        return cls(at=at_local(day, clock, zone), wall=wall, zone=zone)

    @classmethod
    def of(cls, moment: datetime, zone: str) -> "Due":
        there = local(moment, zone)
        return cls(at=moment, wall=there.replace(tzinfo=None).isoformat(timespec="minutes"), zone=zone)

    @property
    def day(self) -> date:
        return date.fromisoformat(self.wall[:10])

    def shifted(self, by: Shift, zone: str) -> "Due":
        """Further by the calendar and the clocks of *zone*. Raises `OverflowError` for years that no calendar has."""
        there = local(self.at, zone)
        moved = (
            Due.local(by.of_day(there.date()), there.time(), zone) if by.months or by.days else Due.of(self.at, zone)
        )
        return Due.of(moved.at + timedelta(minutes=by.minutes), zone) if by.minutes else moved


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """An ISO 8601 week, Monday to Sunday, written 2014-W51."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Week":
        year, number, _ = day.isocalendar()
        return cls(year, number)

    @classmethod
    def parse(cls, text: str) -> "Week":
        """Raises `UserError("week-unreadable")` for anything but `YYYY-Www`."""
        try:
            return cls.of(date.fromisoformat(f"{text.strip().upper()}-1"))
        except ValueError:
            raise UserError("week-unreadable", what=text) from None

    @property
    def monday(self) -> date:
        return date.fromisocalendar(self.year, self.number, 1)

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    def days(self) -> list[date]:
        return list(days(self.monday, self.sunday))

    def shifted(self, weeks: int) -> "Week":
        return Week.of(self.monday + timedelta(weeks=weeks))

    def bounds(self, zone: str) -> tuple[datetime, datetime]:
        """The half-open span [Monday 00:00, next Monday 00:00) of *zone*, in UTC."""
        return at_local(self.monday, time(), zone), at_local(self.shifted(1).monday, time(), zone)

    def __str__(self) -> str:
        return f"{self.year}-W{self.number:02}"
