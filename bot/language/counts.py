"""Numbers in a line, and the words they belong to: "reach 1 200 likes 30", "12/14 8 comments 15 min"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.language.line import FILLERS, Line
from bot.language.moments import Here
from bot.language.tokens import tokens
from bot.language.words import Vocabulary

V = TypeVar("V")

FIGURE = re.compile(r"[$€£+~=]?(?P<digits>\d+(?:[.,'’]\d+)*)(?P<times>k|m)?(?P<percent>%)?[$€£]?", re.IGNORECASE)
THOUSANDS = re.compile(r"\d{1,3}([.,'’]\d{3})(?:[.,'’]\d{3})*")
TIMES = {"k": 1000, "m": 1_000_000}
LIMIT = 10**12
JOINS = FILLERS | {"€", "$", "£", "=", ":", "is", "at", "of", "to", "the", "a", "aux", "de", "des", "d'", "le", "les"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    value: float
    end: int
    is_percent: bool = False

    @property
    def whole(self) -> int | None:
        return int(self.value) if self.value == int(self.value) and not self.is_percent else None


def figure_at(line: Line, start: int) -> Figure | None:
    """The number that begins at *start*: "1200", "1,200", "1 200", "1.2k", "2,5 %"."""
    found = FIGURE.fullmatch(_figure(line, start))
    if found is None:
        return None
    digits, end = _grouped(line, found["digits"], start + 1)
    times, end = _times(line, (found["times"] or "").lower(), end)
    percent = bool(found["percent"]) or _figure(line, end) == "%"
    value = _value(digits, is_scaled=bool(times)) * TIMES.get(times, 1)
    end += 1 if not found["percent"] and percent else 0
    return Figure(value=round(value, 6), end=end, is_percent=percent) if value <= LIMIT else None


def _figure(line: Line, at: int) -> str:
    """The token at *at* without the punctuation around it, "" past the end."""
    return line.tokens[at].text.rstrip(",;:.!") if at < len(line.tokens) and line.tokens[at].kind == "word" else ""


def _grouped(line: Line, digits: str, end: int) -> tuple[str, int]:
    """ "1 200": groups of three that stand apart."""
    if not re.fullmatch(r"\d{1,3}", digits):
        return digits, end
    while re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", _figure(line, end)):
        digits += _figure(line, end)
        end += 1
    return digits, end


def _times(line: Line, typed: str, end: int) -> tuple[str, int]:
    if typed or _figure(line, end).lower() != "k":
        return typed, end
    return "k", end + 1


def _value(digits: str, *, is_scaled: bool) -> float:
    """A mark before three digits parts thousands, unless "k" follows; any other mark is the decimal one."""
    if THOUSANDS.fullmatch(digits) and not is_scaled and not digits.startswith("0"):
        return float(re.sub(r"\D", "", digits))
    head, _, tail = digits.replace("’", "'").replace("'", "").replace(",", ".").rpartition(".")
    return float(f"{head.replace('.', '')}.{tail}" if head else tail)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[V]):
    """Tokens [start, end): a name, a figure, or words that are neither."""

    start: int
    end: int
    name: V | None = None
    figure: Figure | None = None


def labelled(line: Line, names: Vocabulary[V], *, whole: frozenset[V]) -> tuple[dict[V, Figure], tuple[str, ...]]:
    """Each number of *line* by the name beside it, and what found no partner, as typed.

    What comes first in the line, name or number, comes first in every pair. Names in *whole* take whole numbers only.
    """
    items = list(_items(line, names))
    first = next((item for item in items if item.name is not None or item.figure), None)
    values: dict[V, Figure] = {}
    spare: list[Item[V]] = []
    at = 0
    while at < len(items):
        pair = _pair(items[at : at + 2], is_name_first=first is not None and first.name is not None)
        if pair is None or pair[0] in values or (pair[0] in whole and pair[1].whole is None):
            spare.append(items[at])
            at += 1
        else:
            values[pair[0]] = pair[1]
            at += 2
    return values, _as_typed(line, spare)


def _pair(pair: list[Item[V]], *, is_name_first: bool) -> tuple[V, Figure] | None:
    if len(pair) < 2:
        return None
    first, second = pair if is_name_first else (pair[1], pair[0])
    return None if first.name is None or second.figure is None else (first.name, second.figure)


def _items(line: Line, names: Vocabulary[V]) -> Iterator[Item[V]]:
    at = 0
    while at < len(line.tokens):
        item = _item(line, names, at)
        if item.name is not None or item.figure or line.words[at] not in JOINS or line.tokens[at].kind != "word":
            yield item
        at = item.end


def _item(line: Line, names: Vocabulary[V], at: int) -> Item[V]:
    if named := names.at(line.words, at):
        return Item(start=at, end=named[1], name=named[0])
    figure = figure_at(line, at)
    return Item(start=at, end=figure.end if figure else at + 1, figure=figure)


def _as_typed(line: Line, spare: list[Item[V]]) -> tuple[str, ...]:
    tokens = [token for item in spare for token in line.tokens[item.start : item.end]]
    return Line.of(line.text, tokens, line.here).leftover()


def read_amount(text: str, here: Here) -> float | None:
    """An amount alone: "1 500,50 €"; None for anything else."""
    line = Line.of(text, tokens(text), here)
    figure = figure_at(line, 0)
    if (
        figure is None
        or figure.is_percent
        or any(each.text not in {"€", "$", "£"} for each in line.tokens[figure.end :])
    ):
        return None
    return figure.value
