"""Dates in figures: all of one line have one order, the day first or the month; a number over 12 tells it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar

from bot.domain.errors import UserError
from bot.domain.moments import DateOrder
from bot.language.doubts import Doubt
from bot.language.moment.moments import Here
from bot.language.moment.readings import LineDateOrder
from bot.language.requests import Request
from bot.language.tokens import Token, words

R = TypeVar("R", bound=Request)

DATE = re.compile(
    r"(?<!\d)(?<!\d[/.,])(?P<one>\d\d?)(?P<mark>[/-])(?P<two>\d\d?)(?P<year>(?P=mark)(?:\d{4}|\d\d))?(?!\d|/\d)"
)
"""With a dash only before a year: "3-12" alone may be from three to twelve."""

ALWAYS = re.compile(r"24/7")
"""Around the clock, wherever it does not stand beside a date."""

JOINED = re.compile(r"(?:\.{2,}|[…→–—-]|\b(?:to|au|a|until|till|jusqu'au|and|et))\s*$")
TEXTS = frozenset({"text", "texte"})


@dataclass(slots=True)
class Written:
    """The dates of a line by what they tell of its order."""

    month_first: list[str] = field(default_factory=list)
    day_first: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def add(self, typed: str, one: int, two: int) -> None:
        if 1 <= one <= 12 < two <= 31:
            self.month_first.append(typed)
        elif 1 <= two <= 12 < one <= 31:
            self.day_first.append(typed)
        elif one != two and 1 <= one <= 12 and 1 <= two <= 12:
            self.open.append(typed)


def in_one_order(pieces: list[Token], here: Here, read: Callable[[Here], R]) -> R:
    """What *read* makes of *pieces*, all of whose dates are of one order: their own, else that of who is *here*.

    Where neither tells, the likelier reading comes with the question. What both orders tell is at fault.
    """
    found = written(pieces)
    if found.month_first and found.day_first:
        return read(replace(here, order=LineDateOrder(mixed=(found.day_first[0], found.month_first[0]))))
    if found.month_first or found.day_first:
        return read(replace(here, order=LineDateOrder(dates=DateOrder(month_first=bool(found.month_first)))))
    if here.order.dates.is_sure or not found.open:
        return read(here)
    return _both(found.open[0], here, read)


def written(pieces: list[Token]) -> Written:
    """The dates in figures of *pieces*, but not those of quotes and of a post's text."""
    found, plain = Written(), " ".join(words(_without_text(pieces)))
    for each in DATE.finditer(plain):
        is_date = each["mark"] == "/" or each["year"]
        if is_date and not _is_always(each, plain):
            found.add(each[0], int(each["one"]), int(each["two"]))
    return found


def _without_text(pieces: list[Token]) -> list[Token]:
    end = next((at for at, each in enumerate(pieces) if each.folded.rstrip(":") in TEXTS), len(pieces))
    return pieces[:end]


def _is_always(found: re.Match[str], plain: str) -> bool:
    if not ALWAYS.fullmatch(found[0]):
        return False
    before, after = plain[max(0, found.start() - 12) : found.start()], plain[found.end() : found.end() + 12]
    is_joined = JOINED.search(before) or re.match(r"\s*(?:\.{2,}|[…→–—-]|(?:to|au|a|until|till)\b)\s*\d", after)
    return not is_joined


def _both(typed: str, here: Here, read: Callable[[Here], R]) -> R:
    """The likelier reading, unless only the other one makes sense; both of them where they differ."""
    likelier, other = _ordered(here, here.order.dates), _ordered(here, here.order.dates.other)
    try:
        meant = read(likelier)
    except UserError:
        return read(other)
    try:
        instead = read(other)
    except UserError:
        return meant
    if meant == instead:
        return meant
    question = Doubt(key="date-order", what=typed, day=_day(typed, likelier), other=_day(typed, other))
    return replace(meant, doubts=(*meant.doubts, question))


def _ordered(here: Here, dates: DateOrder) -> Here:
    return replace(here, order=LineDateOrder(dates=replace(dates, is_sure=True)))


def _day(typed: str, here: Here) -> date | None:
    found = here.day_at([typed], 0)
    return found.day if found else None
