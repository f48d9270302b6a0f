"""The daily engagement round: one member's few minutes with people on one day."""

from dataclasses import dataclass
from datetime import date, datetime

NUMBERS = ("received", "answered", "answered_older", "replied", "minutes")
"""What a round counts, in the order in which it is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One member's engagement round of one local day. A number left empty is unknown, not zero.

    *edited_late*: it was changed after the day had ended.
    """

    strategy_id: str
    member_id: str
    day: date
    received: int | None = None  # questions received
    answered: int | None = None  # of these, those that were answered
    answered_older: int | None = None  # questions of earlier days that were answered
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

    @property
    def is_mixed(self) -> bool:
        """More answered than received: older questions were counted in, so that no share can be told from it.

        Nobody can enter that any more; it stands in rounds of before the two had counts of their own.
        """
        return (self.answered or 0) > (self.received or 0) and self.received is not None

    @property
    def answered_of_received(self) -> tuple[int | None, int | None]:
        """What the round adds to a rate: nothing where it is mixed."""
        return (None, None) if self.is_mixed else (self.answered, self.received)
