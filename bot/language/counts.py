"""Numbers in a line, and the words they belong to: "reach 1 200 likes 30", "12/14 8 comments 15 min"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Generic, TypeVar

from bot.domain.limits import COUNT_LIMIT
from bot.language.line import FILLERS, TypedLine
from bot.language.moment.moments import Here
from bot.language.tokens import tokens
from bot.language.vocabulary import Vocabulary

V = TypeVar("V")

FIGURE = re.compile(r"[$€£~=]?(?P<digits>\d+(?:[.,'’]\d+)*)(?P<times>k|m)?(?P<percent>%)?[$€£]?", re.IGNORECASE)
THOUSANDS = re.compile(r"\d{1,3}([.,'’]\d{3})(?:[.,'’]\d{3})*")
TIMES = {"k": 1000, "m": 1_000_000}
LONGEST = 16
"""Characters of a number in groups of three: one that has more is beyond the limit."""

JOINS = FILLERS | {"€", "$", "£", "=", ":", "is", "at", "of", "to", "the", "a", "aux", "de", "des", "d'", "le", "les"}

AMONG = frozenset({"dont", "including", "which", "parmi", "were"})
ENDS = (",", ";", ".")
"""What parts a line into clauses, at the end of a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    value: float
    end: int
    is_percent: bool = False

    @property
    def whole(self) -> int | None:
        return int(self.value) if self.value == int(self.value) and not self.is_percent else None


def figure_at(line: TypedLine, start: int) -> Figure | None:
    """The number that begins at *start*: "1200", "1,200", "1 200", "1.2k", "2,5 %"."""
    found = FIGURE.fullmatch(_figure(line, start))
    if found is None:
        return None
    is_over = line.tokens[start].text.endswith(ENDS)
    digits, end = (found["digits"], start + 1) if is_over else _grouped(line, found["digits"], start + 1)
    times, end = _times(line, (found["times"] or "").lower(), end)
    percent = bool(found["percent"]) or _figure(line, end) == "%"
    value = _value(digits, is_scaled=bool(times)) * TIMES.get(times, 1)
    end += 1 if not found["percent"] and percent else 0
    return Figure(value=round(value, 6), end=end, is_percent=percent) if value <= COUNT_LIMIT else None


def _figure(line: TypedLine, at: int) -> str:
    """The token at *at* without the punctuation around it, "" past the end."""
    return line.tokens[at].text.rstrip(",;:.!") if at < len(line.tokens) and line.tokens[at].kind == "word" else ""


def _grouped(line: TypedLine, digits: str, end: int) -> tuple[str, int]:
    """ "1 200": groups of three that stand apart."""
    if not re.fullmatch(r"\d{1,3}", digits):
        return digits, end
    while len(digits) <= LONGEST and re.fullmatch(r"\d{3}(?:[.,]\d{1,2})?", _figure(line, end)):
        digits += _figure(line, end)
        end += 1
    return digits, end


def _times(line: TypedLine, typed: str, end: int) -> tuple[str, int]:
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
    """Tokens [start, end): a name, a figure, or words that are neither; the *place*-th of its line."""

    start: int
    end: int
    clause: int  # where the part of the line ends that it is in
    name: V | None = None
    figure: Figure | None = None
    place: int = 0


def labelled(line: TypedLine, names: Vocabulary[V], *, whole: frozenset[V]) -> tuple[dict[V, Figure], tuple[str, ...]]:
    """Each number of *line* by the name beside it, and what found no partner, as typed.

    What comes first, name or number, comes first in every pair of the line, or of a part of it between commas.
    Names in *whole* take whole numbers only.
    """
    every = [replace(item, place=place) for place, item in enumerate(_items(line, names))]
    first = next((item for item in every if item.name is not None or item.figure), None)
    is_name_first = first is not None and first.name is not None
    values: dict[V, Figure] = {}
    spare: list[Item[V]] = []
    for clause in _by_clause(every):
        own = next((item for item in clause if item.name is not None or item.figure), None)
        has_both = any(item.name is not None for item in clause) and any(item.figure for item in clause)
        order = own is not None and own.name is not None if has_both else is_name_first
        spare += _paired(clause, values, whole, is_name_first=order)
    spare = _paired(spare, values, whole, is_name_first=is_name_first)  # "questions, 6; answered, 5"
    spare = _paired(spare, values, whole, is_name_first=not is_name_first)  # "got 14 answered 12 in 20 minutes"
    return values, _as_typed(line, spare)


def _by_clause(items: list[Item[V]]) -> list[list[Item[V]]]:
    return [list(group) for _, group in groupby(items, key=lambda item: item.clause)]


def _paired(
    items: list[Item[V]], values: dict[V, Figure], whole: frozenset[V], *, is_name_first: bool
) -> list[Item[V]]:
    """Adds to *values* each number by the name beside it; what found no partner stays."""
    spare: list[Item[V]] = []
    at = 0
    while at < len(items):
        pair = _pair(items[at : at + 2], is_name_first=is_name_first)
        if pair is None or pair[0] in values or (pair[0] in whole and pair[1].whole is None):
            spare.append(items[at])
            at += 1
        else:
            values[pair[0]] = pair[1]
            at += 2
    return spare


def _pair(pair: list[Item[V]], *, is_name_first: bool) -> tuple[V, Figure] | None:
    if len(pair) < 2:
        return None
    if pair[1].place != pair[0].place + 1:
        return None
    first, second = pair if is_name_first else (pair[1], pair[0])
    return None if first.name is None or second.figure is None else (first.name, second.figure)


def _items(line: TypedLine, names: Vocabulary[V]) -> Iterator[Item[V]]:
    at, ends = 0, _clause_ends(line)
    while at < len(line.tokens):
        item = _item(line, names, at, ends[at])
        if (
            item.name is not None
            or item.figure
            or line.words[at] not in JOINS | AMONG
            or line.tokens[at].kind != "word"
        ):
            yield item
        at = item.end


def _clause_ends(line: TypedLine) -> list[int]:
    """For each token, where the part of the line ends that it is in: after a comma, a semicolon, a full stop."""
    ends, end = list[int](), len(line.tokens)
    for at in range(len(line.tokens) - 1, -1, -1):
        token = line.tokens[at]
        end = at + 1 if token.kind == "word" and token.text.endswith(ENDS) else end
        ends.append(end)
    return ends[::-1]


def _item(line: TypedLine, names: Vocabulary[V], at: int, clause: int) -> Item[V]:
    if named := names.at(line.words, at, until=clause):
        return Item(start=at, end=named[1], name=named[0], clause=clause)
    figure = figure_at(line, at)
    return Item(start=at, end=figure.end if figure else at + 1, figure=figure, clause=clause)


def _as_typed(line: TypedLine, spare: list[Item[V]]) -> tuple[str, ...]:
    tokens = [token for item in spare for token in line.tokens[item.start : item.end]]
    return TypedLine.of(line.text, tokens, line.here).leftover()


def read_amount(text: str, here: Here) -> float | None:
    """An amount alone: "1 500,50 €"; None for anything else."""
    line = TypedLine.of(text, tokens(text), here)
    figure = figure_at(line, 0)
    if (
        figure is None
        or figure.is_percent
        or any(each.text not in {"€", "$", "£"} for each in line.tokens[figure.end :])
    ):
        return None
    return figure.value
