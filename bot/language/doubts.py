"""What can be read in two ways: it is filled in as it is most likely meant, and asked."""

from dataclasses import dataclass
from datetime import date, time

PART_OF_DAY = "part-of-day"
"""The key of what names a part of a day and no hour: no form makes one up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """*key* names the question `doubt-<key>` of the catalogues; *what* was typed, the rest is what it may mean."""

    key: str
    what: str
    day: date | None = None
    other: date | None = None
    clocks: tuple[time, ...] = ()
    zones: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
