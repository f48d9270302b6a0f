"""Whether a difference is more than chance: a rank test, Holm's correction, medians.

Why these: decisions/002-evidence.md.
"""

from collections import Counter
from collections.abc import Sequence
from math import comb, erfc, sqrt

ALPHA = 0.01
"""Below this (after Holm's correction) a difference is stated. Strict, because the question comes back weekly."""

EXACT_UP_TO = 20
"""Values of both sides together that are still counted exactly; the normal curve is good enough beyond."""


def rank_test(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """How often chance alone would set two samples at least this far apart in rank: two-sided, in (0, 1].

    Exact for small samples, ties included. Source: Mann, H. B., & Whitney, D. R. (1947), Annals of Mathematical
    Statistics 18, 50–60.
    """
    if not ours or not theirs:
        return 1.0
    ranks = doubled_ranks([*ours, *theirs])
    exact = len(ranks) <= EXACT_UP_TO
    return _exact(ranks, len(ours)) if exact else _normal(ranks, len(ours))


def doubled_ranks(values: Sequence[float]) -> list[int]:
    """Twice the rank of each value, ties sharing their mean rank; doubled, so that they stay whole."""
    below, same = 0, Counter(values)
    ranks: dict[float, int] = {}
    for value in sorted(same):
        ranks[value] = 2 * below + same[value] + 1
        below += same[value]
    return [ranks[value] for value in values]


def _exact(ranks: Sequence[int], ours: int) -> float:
    """The share of all ways to choose *ours* of the ranks whose sum lies at least as far from the mean."""
    ways: list[Counter[int]] = [Counter({0: 1})] + [Counter() for _ in range(ours)]
    for rank in ranks:
        for size in range(ours, 0, -1):
            for total, count in ways[size - 1].items():
                ways[size][total + rank] += count
    mean = ours * (len(ranks) + 1)
    distance = abs(sum(ranks[:ours]) - mean)
    return sum(n for total, n in ways[ours].items() if abs(total - mean) >= distance) / comb(len(ranks), ours)


def _normal(ranks: Sequence[int], ours: int) -> float:
    """The same by the normal curve, corrected for ties and for counting in steps."""
    n, theirs = len(ranks), len(ranks) - ours
    ties = sum(t**3 - t for t in Counter(ranks).values())
    deviation = sqrt(ours * theirs / 12 * (n + 1 - ties / (n * (n - 1))))
    distance = abs(sum(ranks[:ours]) - ours * (n + 1)) / 2
    return erfc(max(0.0, distance - 0.5) / deviation / sqrt(2)) if deviation else 1.0


def holm(chances: Sequence[float]) -> list[float]:
    """Each chance raised for the number of questions asked at once, in the order given.

    Source: Holm, S. (1979), A simple sequentially rejective multiple test procedure, Scand. J. Statistics 6, 65–70.
    """
    order = sorted(range(len(chances)), key=lambda place: chances[place])
    raised, highest = [0.0] * len(chances), 0.0
    for done, place in enumerate(order):
        highest = max(highest, min(1.0, chances[place] * (len(chances) - done)))
        raised[place] = highest
    return raised
