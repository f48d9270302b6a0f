"""What is stored, in one table: the type of each kind, the word for it, its orders, and what it names.

A new kind is a row here and its dataclass, with `id` and `rev`; its word has its refusal in both catalogues. Copies
of everything, checks, look-ups and what is forgotten of a member walk this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Question
from bot.domain.engage.share_kits import ShareKit
from bot.domain.engage.voices import Voice
from bot.domain.kpi.rates import Measurement
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminders.deliveries import Delivery
from bot.domain.strategy import Strategy
from bot.ports import Note
from storage.orders import (
    CHECK_IN_ORDERS,
    CORRECTION_ORDERS,
    DELIVERY_ORDERS,
    MEASUREMENT_ORDERS,
    NOTE_ORDERS,
    POST_ORDERS,
    QUESTION_ORDERS,
    SHARE_KIT_ORDERS,
    VOICE_ORDERS,
    KeyOf,
    TableOrder,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredKind(Generic[T]):
    """One table. *word* names it in refusals (`post-not-found`).

    *names*: its fields that name something of another table. Members are met when they are needed: naming one who is
    not there is no fault. *number*: of ids that are a letter and a number, the name under which they are counted.
    """

    table: str
    word: str
    type: type[T]
    orders: Mapping[str, KeyOf] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    number: str = ""


_OF_STRATEGY = {"strategy_id": "strategies"}

POSTS = StoredKind(table="posts", word="post", type=Post, orders=POST_ORDERS, names=_OF_STRATEGY, number="post")
STRATEGIES = StoredKind(table="strategies", word="strategy", type=Strategy, number="strategy")
MEMBERS = StoredKind(table="members", word="member", type=Member, names=_OF_STRATEGY)
MEASUREMENTS = StoredKind(
    table="measurements",
    word="measurement",
    type=Measurement,
    orders=MEASUREMENT_ORDERS,
    names={"post_id": "posts"},
)
CHECK_INS = StoredKind(table="check_ins", word="check-in", type=CheckIn, orders=CHECK_IN_ORDERS, names=_OF_STRATEGY)
QUESTIONS = StoredKind(
    table="questions",
    word="question",
    type=Question,
    orders=QUESTION_ORDERS,
    names=_OF_STRATEGY,
    number="question",
)
VOICES = StoredKind(table="voices", word="voice", type=Voice, orders=VOICE_ORDERS, names=_OF_STRATEGY, number="voice")
CORRECTIONS = StoredKind(
    table="corrections",
    word="correction",
    type=Correction,
    orders=CORRECTION_ORDERS,
    names={"strategy_id": "strategies", "post_id": "posts"},
    number="correction",
)
SHARE_KITS = StoredKind(
    table="share_kits",
    word="share-kit",
    type=ShareKit,
    orders=SHARE_KIT_ORDERS,
    names={"strategy_id": "strategies", "post_id": "posts"},
    number="share kit",
)
DELIVERIES = StoredKind(table="deliveries", word="delivery", type=Delivery, orders=DELIVERY_ORDERS, names=_OF_STRATEGY)
NOTES = StoredKind(table="notes", word="note", type=Note, orders=NOTE_ORDERS)

KINDS: tuple[StoredKind[Any], ...] = (
    POSTS,
    STRATEGIES,
    MEMBERS,
    MEASUREMENTS,
    CHECK_INS,
    QUESTIONS,
    VOICES,
    CORRECTIONS,
    SHARE_KITS,
    DELIVERIES,
    NOTES,
)

NUMBERS = "numbers"
"""The table of `Transaction.next_number`: {"id": name, "last": the number given last}."""

ORDERS: Mapping[str, Mapping[str, TableOrder]] = {
    kind.table: {name: TableOrder(kind.table, name, key_of) for name, key_of in kind.orders.items()}
    for kind in KINDS
    if kind.orders
}
