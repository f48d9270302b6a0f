"""What is stored: the tables, with their types and the words for them in refusals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from bot.domain.deliveries import Delivery
from bot.domain.engagement import CheckIn, Question
from bot.domain.measures import Measurement
from bot.domain.people import Member
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Note

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[T]):
    """One table. *word* names it in refusals (`post-not-found`)."""

    table: str
    word: str
    type: type[T]


POSTS = Kind(table="posts", word="post", type=Post)
STRATEGIES = Kind(table="strategies", word="strategy", type=Strategy)
MEMBERS = Kind(table="members", word="member", type=Member)
MEASUREMENTS = Kind(table="measurements", word="measurement", type=Measurement)
CHECK_INS = Kind(table="check_ins", word="check-in", type=CheckIn)
QUESTIONS = Kind(table="questions", word="question", type=Question)
DELIVERIES = Kind(table="deliveries", word="delivery", type=Delivery)
NOTES = Kind(table="notes", word="note", type=Note)

KINDS: tuple[Kind[Any], ...] = (POSTS, STRATEGIES, MEMBERS, MEASUREMENTS, CHECK_INS, QUESTIONS, DELIVERIES, NOTES)

NUMBERS = "numbers"
"""The table of `Transaction.next_number`: {"id": name, "last": the number given last}."""
