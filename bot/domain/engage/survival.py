"""How long something takes where some of it is not over yet: the Kaplan–Meier curve and its quantiles.

Source: E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", JASA 53 (1958).
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

NEARLY = 1e-9
"""A product of fractions that should be one half may be a little more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Something took *lasted* until it was over, or lasts so long already."""

    lasted: timedelta
    is_over: bool = True


def curve(waits: Iterable[Wait]) -> Iterator[tuple[timedelta, float]]:
    """After each span in which something was over: the share that lasts longer, in [0, 1], the spans growing.

    What is over after just as long as something else has lasted already is counted first.
    """
    every = list(waits)
    over = Counter(each.lasted for each in every if each.is_over)
    left = Counter(each.lasted for each in every)
    at_risk, share = len(every), 1.0
    for lasted in sorted(left):
        if over[lasted]:
            share *= 1 - over[lasted] / at_risk
            yield lasted, share
        at_risk -= left[lasted]


def within(waits: Iterable[Wait], share: float) -> timedelta | None:
    """The shortest span within which *share* in (0, 1] of it is over; None where the curve does not come so far."""
    return next((lasted for lasted, still in curve(waits) if still <= 1 - share + NEARLY), None)
