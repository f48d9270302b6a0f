"""What each KPI is made of: the formulas over measured posts and check-ins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.kpi.rates import Counts, Figure, Rate, pooled, summed
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Kpi


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A post with the counts that stand for it; empty counts where nobody has written any down. *at*: since when.

    *shared*: how many of us shared it; None where no share kit was made for it.
    """

    post: Post
    counts: Counts = field(default_factory=Counts)
    at: datetime | None = None
    shared: int | None = None

    @property
    def spend(self) -> float | None:
        return self.counts.spend if self.counts.spend is not None else self.post.spend

    def count(self, name: str) -> float | None:
        """By its name; engagements are the total, and the post's own spend stands in."""
        found: float | None = getattr(self.counts, name)
        return {"engagements": self.counts.total, "spend": self.spend}.get(name, found)


FEWEST = 5
"""A rate over fewer posts is not shown: it would tell more of chance than of the work."""

Pair = tuple[float | None, float | None]

PAIRS: dict[Kpi, Callable[[Counts], Pair]] = {
    Kpi.ENGAGEMENT_RATE_BY_REACH: lambda counts: (counts.total, counts.reach),
    Kpi.ENGAGEMENT_RATE_BY_IMPRESSIONS: lambda counts: (counts.total, counts.impressions),
    Kpi.CLICK_THROUGH_RATE: lambda counts: (counts.clicks, counts.impressions),
    Kpi.AMPLIFICATION: lambda counts: (counts.shares, 1),
    Kpi.CONVERSATION: lambda counts: (counts.comments, 1),
    Kpi.APPLAUSE: lambda counts: (counts.reactions, 1),
}
"""Numerator and denominator that one post adds to a rate.

Sources: Hootsuite, "How to calculate engagement rate" (by reach, by impressions); Avinash Kaushik, "Best social
media metrics" (amplification, conversation, applause: per post).
"""

SUMS: dict[Kpi, Callable[[Counts], float | None]] = {
    Kpi.ENGAGEMENTS: lambda counts: counts.total,
    Kpi.REACH: lambda counts: counts.reach,
    Kpi.IMPRESSIONS: lambda counts: counts.impressions,
    Kpi.CLICKS: lambda counts: counts.clicks,
    Kpi.CONVERSIONS: lambda counts: counts.conversions,
    Kpi.APPLICATIONS: lambda counts: counts.applications,
}

PACED = frozenset({*SUMS, Kpi.ADVOCATE_SHARES})
"""KPIs that add up over a week: what was shared from kits is a sum, too, and no count of a post."""

PERCENTAGES = frozenset(
    {
        Kpi.ENGAGEMENT_RATE_BY_REACH,
        Kpi.ENGAGEMENT_RATE_BY_IMPRESSIONS,
        Kpi.CLICK_THROUGH_RATE,
        Kpi.RESPONSE_RATE,
    }
)
"""KPIs that are fractions of something; the others are plain numbers."""


COST_OF = {
    Kpi.COST_PER_CLICK: "clicks",
    Kpi.COST_PER_CONVERSION: "conversions",
    Kpi.COST_PER_APPLICATION: "applications",
}
"""KPIs that are money: Σ spend ÷ Σ of that count."""

OF_QUESTIONS = frozenset({Kpi.RESPONSE_RATE, Kpi.TIME_TO_ANSWER, Kpi.UNANSWERED})
"""KPIs that are about customers' questions, and no post."""

DURATIONS = frozenset({Kpi.TIME_TO_ANSWER})
"""KPIs told as a duration: their values are minutes of working hours."""

LESS_IS_BETTER = frozenset({*COST_OF, Kpi.TIME_TO_ANSWER, Kpi.UNANSWERED})

NONE_IS_BEST = frozenset({Kpi.UNANSWERED})
"""KPIs of which zero can be the target."""


def can_be_target(kpi: Kpi, value: float) -> bool:
    is_enough = value >= 0 if kpi in NONE_IS_BEST else value > 0
    return is_enough and not (kpi in PERCENTAGES and value > 1)


NEEDS: dict[Kpi, tuple[str, ...]] = {
    **{kpi: (kpi.value,) for kpi in SUMS},
    **{kpi: ("spend", what) for kpi, what in COST_OF.items()},
    Kpi.ENGAGEMENT_RATE_BY_REACH: ("engagements", "reach"),
    Kpi.ENGAGEMENT_RATE_BY_IMPRESSIONS: ("engagements", "impressions"),
    Kpi.CLICK_THROUGH_RATE: ("clicks", "impressions"),
    Kpi.AMPLIFICATION: ("shares",),
    Kpi.CONVERSATION: ("comments",),
    Kpi.APPLAUSE: ("reactions",),
    Kpi.PARTICIPATION: ("participants",),
}
"""The counts of a post that a KPI is made of, by their names; questions are none of a post."""


def needed(kpi: Kpi, post: Post) -> tuple[str, ...]:
    """Those that *kpi* needs of *post*: only contests have participants."""
    return () if kpi is Kpi.PARTICIPATION and post.kind is not PostKind.CONTEST else NEEDS.get(kpi, ())


NO_QUESTION = Rate(numerator=0, denominator=0, n=0, of=0)


def figure_of(kpi: Kpi, measured: Iterable[Measured], asked: Figure = NO_QUESTION) -> Figure:
    """One KPI over posts, participation over contests, advocate shares over posts with a kit.

    One `OF_QUESTIONS` is *asked* (`care.CareFigures.figure`).
    """
    if kpi in SUMS:
        return summed(SUMS[kpi](each.counts) for each in measured)
    if kpi in PAIRS:
        return pooled(PAIRS[kpi](each.counts) for each in measured)
    if kpi in COST_OF:
        return cost_per(COST_OF[kpi], measured)
    if kpi is Kpi.PARTICIPATION:
        return pooled((each.counts.participants, 1) for each in measured if each.post.kind is PostKind.CONTEST)
    if kpi is Kpi.ADVOCATE_SHARES:
        return summed(each.shared for each in measured if each.shared is not None)
    return asked


def is_hidden(kpi: Kpi, figure: Figure) -> bool:
    """Whether a rate stands on too few posts to be shown. Contests and questions are told one by one anyway."""
    return kpi in PAIRS and figure.n < FEWEST


COSTS: dict[str, Callable[[Counts], float | None]] = {
    "engagements": lambda counts: counts.total,
    "clicks": lambda counts: counts.clicks,
    "applications": lambda counts: counts.applications,
    "conversions": lambda counts: counts.conversions,
}


def cost_per(what: str, measured: Iterable[Measured]) -> Rate:
    """Σ spend ÷ Σ *what* (a key of `COSTS`), in the strategy's currency; a post's own spend stands in."""
    return pooled((each.spend, COSTS[what](each.counts)) for each in measured)
