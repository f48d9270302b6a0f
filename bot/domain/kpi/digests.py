"""The week of a strategy as figures: what the digest tells, and the facts it is computed from. Holds no sentence."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Question
from bot.domain.kpi.care import Answered, CareFigures, answered_in
from bot.domain.kpi.comparisons import KindComparison, PeerComparison
from bot.domain.kpi.decisions import Decision
from bot.domain.kpi.discipline import Discipline, RoundsOfSpan
from bot.domain.kpi.formulas import NO_QUESTION, Measured, is_hidden
from bot.domain.kpi.rates import Figure, FigureChange, Rate, Total
from bot.domain.kpi.targets import AgainstTarget, Lacking
from bot.domain.members import Member
from bot.domain.moments import Week
from bot.domain.posts import Post
from bot.domain.strategy import Kpi, Platform, Strategy


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
    change: FigureChange

    @property
    def is_hidden(self) -> bool:
        return is_hidden(Kpi.ENGAGEMENT_RATE_BY_REACH, self.rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One week of one strategy. *measured*: the posts published in it, by moment; *missing*: those without numbers.

    *lacking*: those with numbers, but not with what a target needs; *missing_before* and *lacking_before*: the same of
    the weeks before it, as far back as numbers are still asked for. *overdue*: posts of earlier weeks, still to go out.
    *coming*, *unowned* and *textless* are of the week after, which has begun when the digest is read on Monday.
    *heard*: the rounds in which somebody noticed a voice or learned something, by day.
    *corrections*: of mistakes, those that were put right in the week, and those still open. *waiting*: questions of
    earlier weeks that nobody answered yet, the oldest first.
    """

    strategy: Strategy
    week: Week
    made_at: datetime
    measured: tuple[Measured, ...]
    before: tuple[Measured, ...]
    targets: tuple[AgainstTarget, ...]
    engagements: FigureChange
    days: tuple[DayPair, ...]
    platforms: tuple[PlatformRow, ...]
    total: PlatformRow
    kpis: tuple[tuple[Kpi, Figure], ...]
    worked: tuple[PeerComparison, ...]
    failed: tuple[PeerComparison, ...]
    findings: tuple[KindComparison, ...]
    decision: Decision
    discipline: Discipline
    round: RoundsOfSpan
    coming: tuple[Post, ...]
    unowned: tuple[Post, ...]
    textless: tuple[Post, ...]
    missing: tuple[Post, ...]
    heard: tuple[CheckIn, ...] = ()
    corrections: tuple[Correction, ...] = ()
    overdue: tuple[Post, ...] = ()
    missing_before: tuple[Post, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    lacking_before: tuple[Lacking, ...] = ()
    care: CareFigures | None = None
    waiting: tuple[Question, ...] = ()
    paused: tuple[Post, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing was published or planned: one line is enough."""
        return not (self.measured or self.discipline.planned or self.paused)

    @property
    def has_words(self) -> bool:
        """Whether rounds noticed something, or a mistake taught something."""
        return bool(self.heard) or any(each.learned and not each.is_open for each in self.corrections)

    @property
    def is_over(self) -> bool:
        """Whether the whole week lay behind when this was made."""
        return self.made_at >= self.week.bounds(self.strategy.zone)[1]

    def latest_numbers_after(self, told_at: datetime) -> datetime | None:
        return max((each.at for each in self.measured if each.at and each.at > told_at), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a digest is computed from. *recent*: everything published from the baseline's start to the week's end.

    *earlier*: posts that were due before the week. *questions*: those that are still open. *paused*: posts that were
    due up to the week's end and are held by a pause; *due* and *earlier* are without them.
    """

    strategy: Strategy
    week: Week
    recent: tuple[Measured, ...] = ()
    due: tuple[Post, ...] = ()
    earlier: tuple[Post, ...] = ()
    coming: tuple[Post, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    members: tuple[Member, ...] = ()
    unasked: frozenset[tuple[str, date]] = frozenset()
    questions: tuple[Question, ...] = ()
    care: CareFigures | None = None
    corrections: tuple[Correction, ...] = ()
    paused: tuple[Post, ...] = ()

    @property
    def answered(self) -> Answered:
        """The week's response rate: one, wherever it is told."""
        if self.care is not None:
            return self.care.answered
        days = {"first": self.week.monday, "last": self.week.sunday}
        return answered_in((), self.check_ins, **days, zone=self.strategy.zone)

    def asked(self, kpi: Kpi) -> Figure:
        """What *kpi* came to, where it is about questions."""
        if kpi is Kpi.RESPONSE_RATE:
            return self.answered
        return NO_QUESTION if self.care is None else self.care.figure(kpi)

    def published_in(self, week: Week, *, weeks: int = 1) -> tuple[Measured, ...]:
        """Those of *week*, or of as many *weeks* together with it as their last."""
        start, end = week.shifted(1 - weeks).bounds(self.strategy.zone)[0], week.bounds(self.strategy.zone)[1]
        return tuple(each for each in self.recent if each.post.published_at and start <= each.post.published_at < end)
