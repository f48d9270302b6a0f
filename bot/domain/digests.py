"""The week of a strategy as figures: what the digest tells, and the facts it is computed from. Holds no sentence."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.discipline import Discipline, Round
from bot.domain.engagement import CheckIn
from bot.domain.kpis import COST_OF, Measured, is_hidden
from bot.domain.measures import Change, Figure, Rate, Total
from bot.domain.moments import Week
from bot.domain.people import Member
from bot.domain.posts import Post
from bot.domain.standing import Finding, Standing
from bot.domain.strategy import Kpi, Platform, Strategy, Target


class DecisionKind(StrEnum):
    SEQUEL = "sequel"  # a post did clearly better than its peers
    KIND = "kind"  # a kind of post does better than the others of its platform
    EMPTY = "empty"  # nothing is planned for the week that begins
    OWNERS = "owners"  # planned posts have no owner
    MISSING = "missing"  # numbers are missing
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The one thing to decide; *post* is what a sequel would repeat, *count* how many posts it is about."""

    kind: DecisionKind
    post: Post | None = None
    standing: Standing | None = None
    finding: Finding | None = None
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstTarget:
    target: Target
    figure: Figure

    @property
    def is_hidden(self) -> bool:
        return is_hidden(self.target.kpi, self.figure)

    @property
    def is_met(self) -> bool | None:
        """None while it cannot be known."""
        value = self.figure.value
        if value is None or self.is_hidden:
            return None
        less_is_better = self.target.kpi in COST_OF
        return value <= self.target.value if less_is_better else value >= self.target.value


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPair:
    """Engagements of the posts published on a day, and on the same day a week before."""

    day: date
    engagements: Total
    before: Total


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformRow:
    """One platform's week; None is all of them together."""

    platform: Platform | None
    posts: int
    reach: Total
    engagements: Total
    rate: Rate
    change: Change

    @property
    def is_hidden(self) -> bool:
        return is_hidden(Kpi.ENGAGEMENT_RATE_BY_REACH, self.rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One week of one strategy. *measured*: the posts published in it, by moment; *missing*: those without numbers.

    *coming* and *unowned* are of the week after, which has begun when the digest is read on Monday. *heard*: the
    rounds in which somebody noticed a voice or learned something, by day.
    """

    strategy: Strategy
    week: Week
    made_at: datetime
    measured: tuple[Measured, ...]
    before: tuple[Measured, ...]
    targets: tuple[AgainstTarget, ...]
    engagements: Change
    days: tuple[DayPair, ...]
    platforms: tuple[PlatformRow, ...]
    total: PlatformRow
    kpis: tuple[tuple[Kpi, Figure], ...]
    worked: tuple[Standing, ...]
    failed: tuple[Standing, ...]
    findings: tuple[Finding, ...]
    decision: Decision
    discipline: Discipline
    round: Round
    coming: tuple[Post, ...]
    unowned: tuple[Post, ...]
    missing: tuple[Post, ...]
    heard: tuple[CheckIn, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing was published, planned or answered: one line is enough."""
        return not (self.measured or self.discipline.planned or self.round.days.numerator or self.round.questions.of)

    @property
    def is_over(self) -> bool:
        """Whether the whole week lay behind when this was made."""
        return self.made_at >= self.week.bounds(self.strategy.zone)[1]

    def latest_numbers_after(self, told_at: datetime) -> datetime | None:
        return max((each.at for each in self.measured if each.at and each.at > told_at), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a digest is computed from. *recent*: everything published from the baseline's start to the week's end."""

    strategy: Strategy
    week: Week
    recent: tuple[Measured, ...] = ()
    due: tuple[Post, ...] = ()
    coming: tuple[Post, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    members: tuple[Member, ...] = ()

    def published_in(self, week: Week) -> tuple[Measured, ...]:
        start, end = week.bounds(self.strategy.zone)
        return tuple(each for each in self.recent if each.post.published_at and start <= each.post.published_at < end)
