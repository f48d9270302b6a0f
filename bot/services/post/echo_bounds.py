"""Of many texts, those that can be alike at all: a bound that costs a thirtieth of comparing, and never errs.

Of each text there are a few extracts: itself with only the letters of one group left. What has to be taken out and
put in to turn one text into another is at least what has to be in their extracts, taken together; most pairs are
known to be too far apart after two or three. An extract is short enough for a machine word, which makes it cheap.
"""

from collections.abc import Iterator, Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

from bot.domain.post.echo import ALIKE

LETTERS = 60
"""Aimed at in an extract: most are shorter than the 64 bits that are compared at once."""

MOST = 8
"""Extracts of a text: a single letter tells nothing."""

SLACK = 1
"""What rounding may do to a likeness is less than one letter."""


class TextBounds:
    """Those of a block of texts, the short ones first."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        self._lengths = np.array([len(texts[at]) for at in self._order])
        plain = [_in_bytes(texts[at]) for at in self._order]
        self._known: dict[str, list[int]] = {}
        self._left_out = list(_left_out(plain))
        self._extracts = [[each.translate(None, letters) for each in plain] for letters in self._left_out]

    def near_each(self, asked: Sequence[str]) -> None:
        """Find out for all of *asked* at once what `near` says of them next: many cost a quarter of what one costs."""
        lengths = np.array([len(each) for each in asked])
        may_differ = (1 - ALIKE) * (lengths[:, None] + self._lengths) + SLACK
        differ, plain = np.zeros(may_differ.shape, np.uint32), [_in_bytes(each) for each in asked]
        for letters, extracts in zip(self._left_out, self._extracts, strict=True):
            differ += _apart([each.translate(None, letters) for each in plain], extracts)
            if np.count_nonzero(differ <= may_differ) <= len(asked):
                break
        kept = differ <= may_differ
        self._known = {each: self._found(np.flatnonzero(row)) for each, row in zip(asked, kept, strict=True)}

    def near(self, ours: str) -> list[int]:
        """The places in the block of all texts whose likeness to *ours* reaches `ALIKE`, and a few more."""
        known = self._known.get(ours)
        return self._looked_for(ours) if known is None else known

    def _looked_for(self, ours: str) -> list[int]:
        low, high = np.searchsorted(self._lengths, [len(ours) * _SHORTEST - SLACK, len(ours) / _SHORTEST + SLACK])
        places = np.arange(low, high)
        may_differ = (1 - ALIKE) * (len(ours) + self._lengths[low:high]) + SLACK
        differ, plain = np.zeros(len(places), np.int64), _in_bytes(ours)
        for letters, extracts in zip(self._left_out, self._extracts, strict=True):
            if not len(places):
                break
            theirs = extracts[low:high] if len(places) == high - low else [extracts[at] for at in places]
            differ += _apart([plain.translate(None, letters)], theirs)[0]
            kept = differ <= may_differ
            if not kept.all():
                places, differ, may_differ = places[kept], differ[kept], may_differ[kept]
        return self._found(places)

    def _found(self, places: NDArray[np.int64]) -> list[int]:
        return [self._order[at] for at in places]


_SHORTEST = ALIKE / (2 - ALIKE)
"""What is shorter by more than this can not be alike: 2 × short ÷ (short + long) is the most that a likeness can be."""


def _apart(ours: Sequence[bytes], theirs: Sequence[bytes]) -> NDArray[np.uint32]:
    """For each of *ours* a row with, for each of *theirs*, the letters to take out and put in."""
    apart: NDArray[np.uint32] = process.cdist(ours, theirs, scorer=Indel.distance, dtype=np.uint32)
    return apart


def _in_bytes(text: str) -> bytes:
    """A byte a letter: two letters that share one only make texts look more alike than they are."""
    return text.encode("utf-32-le", "surrogatepass")[::4]


def _left_out(plain: Sequence[bytes]) -> Iterator[bytes]:
    """For each extract the bytes that are not in it; every byte is in one, and the extracts weigh the same."""
    often = np.bincount(np.frombuffer(b"".join(plain), np.uint8), minlength=256)
    groups = int(min(MOST, max(1, often.sum() // (LETTERS * len(plain)))))
    weights, group_of = [0] * groups, [0] * 256
    for letter in np.argsort(-often, kind="stable").tolist():
        lightest = min(range(groups), key=weights.__getitem__)
        weights[lightest] += int(often[letter])
        group_of[letter] = lightest
    for group in range(groups):
        yield bytes(compress(range(256), [each != group for each in group_of]))
