"""The daily engagement round: check-ins, questions that wait for an answer."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One member's engagement round of one local day. A number left empty is unknown, not zero.

    *edited_late*: it was changed after the day had ended.
    """

    strategy_id: str
    member_id: str
    day: date
    received: int | None = None  # questions received
    answered: int | None = None  # questions answered
    replied: int | None = None  # comments replied to
    minutes: int | None = None
    unanswered: str = ""  # the oldest question still open, in words
    voices: str = ""
    learned: str = ""
    plan_reviewed: bool = False
    submitted_at: datetime | None = None
    edited_late: bool = False
    rev: int = 0

    @property
    def id(self) -> str:
        return f"{self.strategy_id}:{self.member_id}:{self.day.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something a customer asked that was not answered when it was written down."""

    id: str  # "Q3", unique in the workspace
    strategy_id: str
    text: str
    asked_on: date
    owner_id: str
    answered_at: datetime | None = None
    answered_by: str | None = None
    rev: int = 0

    @property
    def is_open(self) -> bool:
        return self.answered_at is None
