"""What a day in words turned out to be."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.domain.errors import UserError
from bot.domain.moments import DAY_FIRST, DateOrder
from bot.language.doubts import Doubt

Toward = Literal["future", "past"]
Half = Literal["", "morning", "later"]
"""Of the day: nothing said, before noon, after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDateOrder:
    """The order of the *dates* in figures of a line; *mixed*: two of them that can't have the same one."""

    dates: DateOrder = DAY_FIRST
    mixed: tuple[str, str] | None = None

    @property
    def fault(self) -> UserError | None:
        return UserError("dates-mixed", first=self.mixed[0], second=self.mixed[1]) if self.mixed else None


AS_USUAL = LineDateOrder()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRead:
    """A day that was read, up to *end*. *weekly*: a bare weekday, so today's may mean the one in a week.

    *fault*: why it can't be meant as it was typed. *doubt*: what else may be meant.
    """

    day: date
    end: int
    weekly: bool = False
    half: Half = ""
    fault: UserError | None = None
    doubt: Doubt | None = None
