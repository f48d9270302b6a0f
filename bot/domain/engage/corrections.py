"""Corrections: mistakes in what is live and how they were put right. Whose fault one was has no field."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from statistics import median


class NoticedBy(StrEnum):
    CUSTOMER = "customer"
    US = "us"


class Remedy(StrEnum):
    """What was done about it, in public."""

    CORRECTED = "corrected"
    APOLOGISED = "apologised"
    TAKEN_DOWN = "taken_down"


class Advice(StrEnum):
    """The short list that helps, in its order."""

    OPENLY = "openly"  # say it openly
    CORRECT = "correct"
    ANSWER = "answer"  # whoever asked
    TEAM = "team"  # tell them


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """*what* was wrong with a published post. *owner_id* took it on; *answer* is what was said in public.

    *followed*: what of the short list was done. It is open until *put_right_at*.
    """

    id: str  # "C3", unique in the workspace
    strategy_id: str
    post_id: str
    what: str
    noticed_at: datetime
    noticed_by: NoticedBy | None = None
    remedies: tuple[Remedy, ...] = ()
    followed: tuple[Advice, ...] = ()
    answer: str = ""
    learned: str = ""
    owner_id: str = ""
    created_by: str = ""
    created_at: datetime | None = None
    put_right_at: datetime | None = None
    rev: int = 0

    @property
    def is_open(self) -> bool:
        return self.put_right_at is None

    @property
    def took(self) -> timedelta | None:
        return None if self.put_right_at is None else self.put_right_at - self.noticed_at


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeToCorrect:
    """The median over *n* corrections that were put right, None where there is none; *still_open* are not in it."""

    median: timedelta | None
    n: int
    still_open: int


def time_to_correct(corrections: Iterable[Correction]) -> TimeToCorrect:
    """From when a mistake was noticed to when it was put right, in hours that pass."""
    every = list(corrections)
    spans = [each.took for each in every if each.took is not None]
    middle = timedelta(seconds=median(each.total_seconds() for each in spans)) if spans else None
    return TimeToCorrect(median=middle, n=len(spans), still_open=len(every) - len(spans))
