"""Counts of a post at a moment, and figures pooled over posts; unknown is never zero."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from bot.domain.moments import aware

PARTS = ("reactions", "comments", "shares", "saves", "clicks")
"""What engagements are summed from where the platform gives no total of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """A post's counts; each an integer ≥ 0 or unknown. *engagements* is the platform's own total.

    *spend* is money in the strategy's currency, as a number ≥ 0.
    """

    impressions: int | None = None
    reach: int | None = None
    engagements: int | None = None
    reactions: int | None = None
    comments: int | None = None
    shares: int | None = None
    saves: int | None = None
    clicks: int | None = None
    video_views: int | None = None
    participants: int | None = None
    applications: int | None = None
    conversions: int | None = None
    spend: float | None = None

    def __post_init__(self) -> None:
        for each in fields(self):
            value = getattr(self, each.name)
            if value is not None and value < 0:
                raise ValueError(f"{each.name} is {value}; a count is never negative")

    @property
    def total(self) -> int | None:
        """Engagements: the platform's own total, else the sum of the known parts, else unknown."""
        if self.engagements is not None:
            return self.engagements
        known = [getattr(self, part) for part in PARTS if getattr(self, part) is not None]
        return sum(known) if known else None

    @property
    def summed_parts(self) -> tuple[str, ...]:
        """Which parts `total` was summed from; empty where the platform gave its own total."""
        if self.engagements is not None:
            return ()
        return tuple(part for part in PARTS if getattr(self, part) is not None)

    @property
    def is_empty(self) -> bool:
        return all(getattr(self, each.name) is None for each in fields(self))


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """A post's counts as known at a moment; the latest of a post stands."""

    id: str  # "P12:2026-11-24T10:00:00+00:00"
    post_id: str
    at: datetime
    counts: Counts
    by: str = ""  # member id, or empty for an import
    source: str = "log"  # log or import
    rev: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "at", aware(self.at))


A_TICK = timedelta(microseconds=1)


def measurement_of(
    post_id: str, counts: Counts, *, after: Measurement | None, now: datetime, by: str, source: str = "log"
) -> Measurement:
    """Counts taken *now*, which stand in place of those taken before: a clock may stand still, or be set back."""
    at = now if after is None or after.at < now else after.at + A_TICK
    return Measurement(id=f"{post_id}:{at.isoformat()}", post_id=post_id, at=at, counts=counts, by=by, source=source)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A pooled rate with what it was made from: *n* items where both numbers were known, of *of* in all."""

    numerator: float
    denominator: float
    n: int
    of: int

    @property
    def value(self) -> float | None:
        """Numerator ÷ denominator, or None when there is nothing to divide by."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge(Rate):
    """A value that is read as it stands, over *n* items; unknown where the denominator is 0."""


def gauge(value: float | None, n: int) -> Gauge:
    return Gauge(numerator=value or 0.0, denominator=0.0 if value is None else 1.0, n=n, of=n)


def pooled(pairs: Iterable[tuple[float | None, float | None]]) -> Rate:
    """Σ numerators ÷ Σ denominators over the pairs where both are known; never a mean of rates.

    Source: the project's rule for every rate (Hootsuite's engagement rate by reach, pooled over posts).
    """
    every = list(pairs)
    known = [(a, b) for a, b in every if a is not None and b is not None]
    return Rate(numerator=sum(a for a, _ in known), denominator=sum(b for _, b in known), n=len(known), of=len(every))


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A sum over the *n* of *of* items where the count was known."""

    numerator: float
    n: int
    of: int

    @property
    def denominator(self) -> int:
        return 1

    @property
    def value(self) -> float | None:
        """The sum; None when nothing is known of something, 0 when there was nothing at all."""
        return None if self.of and not self.n else self.numerator


Figure = Rate | Total


def summed(values: Iterable[float | None]) -> Total:
    every = list(values)
    known = [value for value in every if value is not None]
    return Total(numerator=sum(known), n=len(known), of=len(every))


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """A figure beside the same one of an earlier span."""

    now: Figure
    before: Figure

    @property
    def fraction(self) -> float | None:
        """Relative change, 0.12 for 12 % more; None where either is unknown or there was nothing before."""
        now, before = self.now.value, self.before.value
        return (now - before) / before if before and now is not None else None

    @property
    def is_new(self) -> bool:
        """Something after nothing: no percentage says that."""
        return self.before.value == 0 and self.before.n == self.before.of and bool(self.now.value)

    @property
    def is_complete(self) -> bool:
        """Whether every item of both spans was known."""
        return self.now.n == self.now.of and self.before.n == self.before.of
