"""How the cost of reading a text grows with its length, without asking how fast the machine is."""

from collections.abc import Callable
from time import thread_time

SIZES = (2000, 4000, 8000)
"""Characters, small ones first: what is beyond measure shows before it takes minutes."""

NOISE = 0.002
"""Seconds of processor time that say nothing."""

LINEAR = 3.0
"""Twice the text costs twice as much, four times where each letter is held against each other: this lies between."""

TRIES = 4


def growth(read: Callable[[str], object], text_of: Callable[[int], str]) -> float:
    """By how much twice the text costs more, at most, up to 8 000 characters; *text_of* makes one of a length."""
    worst = 0.0
    for size in SIZES:
        worst = max(worst, _ratio(read, text_of(size // 2), text_of(size)))
        if worst >= LINEAR:
            break
    return worst


def repeated(piece: str) -> Callable[[int], str]:
    """Texts of nothing but *piece*."""
    return lambda size: (piece * size)[:size]


def _ratio(read: Callable[[str], object], half: str, whole: str) -> float:
    """Measured again while it looks dear: other things run at the same time."""
    cost = costs = float("inf")
    for _ in range(TRIES):
        cost, costs = min(cost, _cost(read, half)), min(costs, _cost(read, whole))
        if costs < LINEAR * cost or costs < NOISE:
            break
    return (costs + NOISE) / (cost + NOISE)


def _cost(read: Callable[[str], object], text: str) -> float:
    start = thread_time()
    read(text)
    return thread_time() - start
