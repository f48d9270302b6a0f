"""What the digests of 2014 have to say, from the rows of the file and fractions: none of the bot's code."""

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from statistics import median

from tests.needed import BRAND

Row = dict[str, str]
FIGURES: dict[tuple[str, str], tuple[str, str | None]] = {
    ("engagement rate by reach", "taux d’engagement selon la portée"): ("total_interactions", "reach"),
    ("engagement rate by impressions", "taux d’engagement selon les impressions"): (
        "total_interactions",
        "impressions",
    ),
    ("click-through rate", "taux de clics"): ("consumptions", "impressions"),
    ("shares per post", "partages par publication"): ("shares", ""),
    ("comments per post", "commentaires par publication"): ("comments", ""),
    ("reactions per post", "réactions par publication"): ("likes", ""),
    ("engagements", "interactions"): ("total_interactions", None),
    ("reach", "portée"): ("reach", None),
    ("impressions", "impressions"): ("impressions", None),
    ("clicks", "clics"): ("consumptions", None),
}
"""What is added up, and divided by what: a column, the number of posts (empty) or nothing (None)."""

FEWEST = 5
"""A rate on fewer posts is not shown."""


@cache
def rows() -> list[Row]:
    with BRAND.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def as_file(found: Sequence[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows()[0]))
    writer.writeheader()
    writer.writerows(found)
    return out.getvalue().encode()


def between(first: date, last: date) -> list[Row]:
    return [row for row in rows() if first <= date.fromisoformat(row["date"]) <= last]


def of_week(monday: date) -> list[Row]:
    return between(monday, monday + timedelta(days=6))


def known(found: Sequence[Row], *columns: str) -> list[Row]:
    return [row for row in found if all(row[column] for column in columns if column)]


def total(found: Sequence[Row], column: str) -> int:
    return sum(int(row[column]) for row in found if row[column])


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """*below* is None where nothing is divided; *n* of *of* posts have the numbers."""

    above: int
    below: int | None
    n: int
    of: int

    @property
    def value(self) -> Fraction:
        return Fraction(self.above, 1 if self.below is None else self.below)


def figure(named: tuple[str, str], found: Sequence[Row]) -> Figure:
    column, by = FIGURES[named]
    there = known(found, column, by or "")
    below = None if by is None else total(there, by) if by else len(there)
    return Figure(above=total(there, column), below=below, n=len(there), of=len(found))


def rate(row: Row) -> Fraction:
    return Fraction(int(row["total_interactions"]), int(row["reach"]))


def half_year(monday: date) -> list[Row]:
    """The posts of a week and of the twenty-six before it: what a post is measured against."""
    return between(monday - timedelta(weeks=26), monday + timedelta(days=6))


def middle(found: Sequence[Row]) -> Fraction:
    return Fraction(median(rate(row) for row in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A number as it stands in a text; *step* is what its last digit stands for."""

    value: Fraction
    step: Fraction

    def shows(self, exact: Fraction | int, *, is_rounded: bool = True) -> bool:
        return abs(self.value - exact) <= (self.step / 2 if is_rounded else 0)


NUMBERS = {
    "en": re.compile(r"[+\-−]?\d+(?:,\d{3})*(?:\.\d+)?%?"),
    "fr": re.compile(r"[+\-−]?\d+(?: \d{3})*(?:,\d+)?(?: ?%)?"),
}


def read(text: str, language: str) -> Read:
    point, thousands = (".", ",") if language == "en" else (",", " ")
    whole, _, decimals = text.replace("−", "-").rstrip("% ").replace(thousands, "").partition(point)
    scale = Fraction(1, 100) if text.endswith("%") else Fraction(1)
    return Read(value=Fraction(f"{whole}.{decimals or 0}") * scale, step=scale / 10 ** len(decimals))


def numbers(text: str, language: str) -> list[Read]:
    """Every number in *text*, in order."""
    plain = text.replace("\u00a0", " ").replace("\u202f", " ")
    return [read(each, language) for each in NUMBERS[language].findall(plain)]
