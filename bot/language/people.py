"""People by their names, without Slack's help: full or first ones, with or without accents and "@"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.language.vocabulary import folded

APART = re.compile(r"[\s._-]+")
"""What stands between the parts of a name: "Marie-Ève Roy", "marie.eve"."""


def parts_of(name: str) -> tuple[str, ...]:
    """A name as it is looked up: "@Marie-Ève" and "marie eve" are the same."""
    return tuple(each for each in APART.split(folded(name).lstrip("@")) if each)


def goes_by(full_name: str, typed: str) -> bool:
    """Whether *typed* is that name, or begins it: "chloe" is Chloé Tremblay, "marie" is Marie-Ève."""
    parts, wanted = parts_of(full_name), parts_of(typed)
    return bool(wanted) and parts[: len(wanted)] == wanted


@dataclass(frozen=True, slots=True)
class Names:
    """The names of those who are known; *phrases* are all ways to begin one."""

    phrases: frozenset[tuple[str, ...]] = frozenset()
    longest: int = 0

    @classmethod
    def of(cls, names: Iterable[str]) -> "Names":
        parts = [parts_of(name) for name in names]
        phrases = frozenset(each[:count] for each in parts for count in range(1, len(each) + 1))
        return cls(phrases, max(map(len, phrases), default=0))

    def at(self, words: list[str], start: int) -> int | None:
        """Where the longest name ends that begins at *start* of folded *words*."""
        found, parts = None, tuple[str, ...]()
        for end in range(start, min(start + self.longest, len(words))):
            parts += parts_of(words[end])
            if parts in self.phrases:
                found = end + 1
        return found
