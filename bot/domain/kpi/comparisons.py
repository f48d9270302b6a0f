"""How a post did beside its peers, and which sort of post does better: always with the sample it rests on."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from bot.domain.kpi.evidence import ALPHA, holm, rank_test
from bot.domain.kpi.formulas import FEWEST, PAIRS, SUMS, Measured
from bot.domain.kpi.rates import Counts
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Kpi, Platform

BASES = (Kpi.ENGAGEMENT_RATE_BY_REACH, Kpi.ENGAGEMENT_RATE_BY_IMPRESSIONS, Kpi.ENGAGEMENTS)
"""What posts are compared on: the first that is known of the post."""

FAR = 0.75
"""A post did well when it beats at least this share of its peers, badly when they beat it."""

EXCEPTIONAL, EXCEPTIONAL_LEAD = 0.9, 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerComparison:
    """A post among its *n* peers: the other posts of its platform and kind, of all kinds where those are too few.

    *beats*: how many of them did less.
    """

    measured: Measured
    basis: Kpi
    value: float
    median: float
    n: int
    beats: int
    ties: int = 0
    is_of_kind: bool = True

    @property
    def post(self) -> Post:
        return self.measured.post

    @property
    def share(self) -> float:
        """Where it stands among its peers, from 0 (last) to 1 (first); ties count half."""
        return (self.beats + self.ties / 2) / self.n

    @property
    def did_well(self) -> bool:
        return self.share >= FAR

    @property
    def is_exceptional(self) -> bool:
        """Beats nine tenths of its peers and half again their median: worth proposing once more."""
        return self.share >= EXCEPTIONAL and self.value >= EXCEPTIONAL_LEAD * self.median

    @property
    def did_badly(self) -> bool:
        return self.share <= 1 - FAR


@dataclass(frozen=True, slots=True, kw_only=True)
class KindComparison:
    """One sort of post against all other posts of its platform; *chance* is Holm's corrected p."""

    platform: Platform
    kind: PostKind
    basis: Kpi
    median: float
    n: int
    other_median: float
    other_n: int
    chance: float

    @property
    def is_evident(self) -> bool:
        return self.chance < ALPHA

    @property
    def is_better(self) -> bool:
        return self.median > self.other_median


def worth(counts: Counts, basis: Kpi) -> float | None:
    """One post's own value on *basis*; None where it cannot be known."""
    if basis in SUMS:
        return SUMS[basis](counts)
    above, below = PAIRS[basis](counts)
    return above / below if above is not None and below else None


def comparison_of(measured: Measured, others: Sequence[Measured]) -> PeerComparison | None:
    """Where a post stands among *others*; None below `FEWEST` peers or without numbers."""
    basis = next((each for each in BASES if worth(measured.counts, each) is not None), None)
    if basis is None:
        return None
    for is_of_kind in (True, False):
        known = peers_of(measured.post, others, basis, is_of_kind=is_of_kind)
        if len(known) >= FEWEST:
            return _among(measured, basis, known, is_of_kind=is_of_kind)
    return None


def peers_of(post: Post, others: Iterable[Measured], basis: Kpi, *, is_of_kind: bool) -> list[float]:
    """What the other posts of the platform, and of the kind where *is_of_kind*, are worth."""
    found = [worth(each.counts, basis) for each in others if are_peers(each.post, post, is_of_kind=is_of_kind)]
    return [each for each in found if each is not None]


def _among(measured: Measured, basis: Kpi, known: Sequence[float], *, is_of_kind: bool) -> PeerComparison:
    value = worth(measured.counts, basis) or 0.0
    return PeerComparison(
        measured=measured,
        basis=basis,
        value=value,
        median=median(known),
        n=len(known),
        beats=sum(each < value for each in known),
        ties=known.count(value),
        is_of_kind=is_of_kind,
    )


def are_peers(one: Post, other: Post, *, is_of_kind: bool) -> bool:
    return one.id != other.id and one.platform is other.platform and (one.kind is other.kind or not is_of_kind)


def comparisons(measured: Iterable[Measured], baseline: Sequence[Measured]) -> list[PeerComparison]:
    """The best first. Posts that cannot be compared are left out."""
    found = [comparison_of(each, baseline) for each in measured]
    return sorted((each for each in found if each), key=lambda each: (-each.share, -each.value, each.post.number))


def kind_comparisons(baseline: Iterable[Measured], basis: Kpi = Kpi.ENGAGEMENT_RATE_BY_REACH) -> list[KindComparison]:
    """Each kind with enough posts against the rest of its platform, the surest first; asked together, so corrected."""
    by_platform: dict[Platform, dict[PostKind, list[float]]] = defaultdict(lambda: defaultdict(list))
    for each in baseline:
        value = worth(each.counts, basis)
        if value is not None:
            by_platform[each.post.platform][each.post.kind].append(value)
    asked = [
        (platform, kind, values, [v for other, vs in kinds.items() if other is not kind for v in vs])
        for platform, kinds in by_platform.items()
        for kind, values in kinds.items()
    ]
    fit = [each for each in asked if min(len(each[2]), len(each[3])) >= FEWEST]
    chances = holm([rank_test(ours, theirs) for _, _, ours, theirs in fit])
    found = [_kind_comparison(*each, basis, chance) for each, chance in zip(fit, chances, strict=True)]
    return sorted(found, key=lambda each: (each.chance, each.platform, each.kind))


def _kind_comparison(
    platform: Platform, kind: PostKind, ours: list[float], theirs: list[float], basis: Kpi, chance: float
) -> KindComparison:
    return KindComparison(
        platform=platform,
        kind=kind,
        basis=basis,
        median=median(ours),
        n=len(ours),
        other_median=median(theirs),
        other_n=len(theirs),
        chance=chance,
    )
