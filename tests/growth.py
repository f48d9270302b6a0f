"""How the cost of reading a text grows with its length, without asking how fast the machine is."""

from collections.abc import Callable
from time import thread_time

LONG = 8000
"""Characters; more than Slack lets anybody type after a command."""

NOISE = 0.005
"""Seconds of processor time that say nothing."""

LINEAR = 3.0
"""Twice the text costs twice as much, four times where each letter is held against each other: this lies between."""

TRIES = 6


def growth(read: Callable[[str], object], text_of: Callable[[int], str]) -> float:
    """By how much twice the text costs more, where twice is `LONG`; *text_of* makes a text of a length.

    Measured again while it looks dear: other things run at the same time.
    """
    cost = costs = float("inf")
    for _ in range(TRIES):
        cost, costs = min(cost, _cost(read, text_of(LONG // 2))), min(costs, _cost(read, text_of(LONG)))
        if costs < LINEAR * cost or costs < NOISE:
            break
    return (costs + NOISE) / (cost + NOISE)


def repeated(piece: str) -> Callable[[int], str]:
    """Texts of nothing but *piece*."""
    return lambda size: (piece * size)[:size]


def _cost(read: Callable[[str], object], text: str) -> float:
    start = thread_time()
    read(text)
    return thread_time() - start
