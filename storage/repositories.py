"""The repositories of a transaction, the same over every embedded store."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar, cast

from tinydb.table import Table

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Question
from bot.domain.engage.share_kits import ShareKit
from bot.domain.engage.voices import Voice
from bot.domain.errors import Conflict, NotFound
from bot.domain.kpi.rates import Measurement
from bot.domain.posts import Post
from bot.domain.reminders.deliveries import Delivery
from bot.ports import Calendar, Note
from storage.conditions import Between, ById, Found, Replacement, bytes_of
from storage.journal.rows import EncodedDocument, revision_in
from storage.kinds import ORDERS, StoredKind
from storage.orders import AT_ONCE, NEVER, SOME_TIME, SortKey, just_after, seconds
from storage.records import Records
from storage.tinydb_storage import in_order

T = TypeVar("T")

LAST_CHARACTER = chr(sys.maxunicode)


class Transactions(Protocol):
    """How changes to the tables of a TinyDB are made together or not at all; ours is `Documents`."""

    @property
    def is_inside(self) -> bool:
        """Whether this thread is inside of a transaction."""

    @property
    def is_settled(self) -> bool:
        """Whether nothing that can be read now may be undone any more."""

    def transaction(self) -> AbstractContextManager[Any]:
        """Inside of another one it is a part of that."""


@dataclass(slots=True, kw_only=True)
class OpenTables:
    """The tables of a transaction: what is written to them, as long as it isn't over.

    *kept*: by table, answers that stand as they were read since its last write; None where those may still be undone.
    """

    tables: Mapping[str, Table]
    records: Mapping[str, Records[Any]]
    transactions: Transactions
    kept: Mapping[str, dict[str, Any]] | None
    written: set[str] = field(default_factory=set)
    is_over: bool = False

    def find(self, table: str, key: str) -> Found | None:
        found: Found | None = self.tables[table].get(ById(key))
        return found

    def write(self, table: str, stored: Found | None, row: bytes | None) -> None:
        """Put *row* in the place of what is *stored*: either may be nothing."""
        if self.is_over:
            raise RuntimeError("the transaction is over; this write would be lost")
        self.written.add(table)
        if stored is None:
            if row is not None:
                self.tables[table].insert(EncodedDocument(row))
        elif row is None:
            self.tables[table].remove(doc_ids=[stored.doc_id])
        else:
            self.tables[table].update(Replacement(EncodedDocument(row)), doc_ids=[stored.doc_id])

    def kept_of(self, table: str) -> dict[str, Any]:
        """Where an answer about *table* is kept for the transactions that follow, as long as it stands."""
        return {} if self.kept is None or table in self.written else self.kept[table]


class DocumentRepository(Generic[T]):
    def __init__(self, kind: StoredKind[T], opened: OpenTables) -> None:
        self._kind = kind
        self._open = opened
        self._table = opened.tables[kind.table]
        self._records: Records[T] = opened.records[kind.table]

    def find(self, key: str) -> T | None:
        stored = self._open.find(self._kind.table, key)
        return None if stored is None else self._records.value_of(bytes_of(stored))

    def get(self, key: str) -> T:
        found = self.find(key)
        if found is None:
            raise NotFound(self._kind.word, key)
        return found

    def put(self, value: T) -> T:
        table, given = self._kind.table, cast(Any, value)
        stored = self._open.find(table, given.id)
        was = None if stored is None else bytes_of(stored)
        if given.rev != (0 if was is None else revision_in(was)):
            raise Conflict(table, given.id)
        written, row = self._records.next_revision(value, was=was)
        self._open.write(table, stored, row)
        return written

    def delete(self, key: str) -> None:
        """Deleting what isn't there is no fault."""
        stored = self._open.find(self._kind.table, key)
        if stored is not None:
            self._open.write(self._kind.table, stored, None)

    def all(self) -> list[T]:
        """In the order in which they were first written."""
        return [self._records.value_of(bytes_of(each)) for each in self._table]

    def _range(self, order: str, low: SortKey, high: SortKey, limit: int | None = None) -> list[T]:
        span = Between(ORDERS[self._kind.table][order], low, high)
        value_of = self._records.value_of
        return [value_of(bytes_of(each)) for each in in_order(self._table, span, limit)]

    def _with(self, order: str, *beginning: str) -> list[T]:
        return self._range(order, beginning, _after(*beginning))


class DocumentPosts(DocumentRepository[Post]):
    def calendar_of(self, strategy_id: str) -> Calendar:
        calendars: dict[str, Calendar] = self._open.kept_of(self._kind.table)
        if strategy_id not in calendars:
            calendars[strategy_id] = Calendar(tuple(self.of_strategy(strategy_id)))
        return calendars[strategy_id]

    def of_strategy(self, strategy_id: str) -> list[Post]:
        return self._with("strategy", strategy_id)

    def due_between(self, start: datetime, end: datetime, *, strategy_id: str | None = None) -> list[Post]:
        return self._span("due", start, end, strategy_id)

    def open_due_between(self, start: datetime, end: datetime, *, strategy_id: str | None = None) -> list[Post]:
        return self._span("open_due", start, end, strategy_id)

    def open_of_owner(self, owner_id: str) -> list[Post]:
        return self._with("open_owner", owner_id)

    def in_review(self) -> list[Post]:
        return self._range("in_review", (0,), (NEVER,))

    def published_between(self, start: datetime, end: datetime, *, strategy_id: str | None = None) -> list[Post]:
        """By the moment of publishing."""
        return self._span("published", start, end, strategy_id)

    def by_link(self, link: str) -> list[Post]:
        return self._with("link", link)

    def by_platform_post_id(self, platform_post_id: str) -> list[Post]:
        return self._with("platform_post_id", platform_post_id)

    def _span(self, index: str, start: datetime, end: datetime, strategy_id: str | None) -> list[Post]:
        found = self._range(index, (seconds(start),), (seconds(end),))
        return found if strategy_id is None else [post for post in found if post.strategy_id == strategy_id]


class DocumentMeasurements(DocumentRepository[Measurement]):
    def of_post(self, post_id: str) -> list[Measurement]:
        return self._with("post", post_id)

    def latest_of(self, post_ids: Iterable[str]) -> dict[str, Measurement]:
        """Kept, for every look at what is owed asks it of weeks of posts."""
        kept: dict[str, list[Measurement]] = self._open.kept_of(self._kind.table)
        wanted = tuple(post_ids)
        kept.update((post_id, self.of_post(post_id)[-1:]) for post_id in wanted if post_id not in kept)
        return {post_id: kept[post_id][0] for post_id in wanted if kept[post_id]}


class DocumentCheckIns(DocumentRepository[CheckIn]):
    def between(self, strategy_id: str, first: date, last: date) -> list[CheckIn]:
        return self._range("day", (strategy_id, first.isoformat()), _after(strategy_id, last.isoformat()))


class DocumentQuestions(DocumentRepository[Question]):
    def open_of(self, strategy_id: str) -> list[Question]:
        return self._with("open", strategy_id)

    def of_strategy(self, strategy_id: str) -> list[Question]:
        return self._with("strategy", strategy_id)

    def kept(self) -> dict[str, Any]:
        return self._open.kept_of(self._kind.table)

    def given_between(self, start: datetime, end: datetime) -> list[Question]:
        return self._range("given", (seconds(start),), (seconds(end),))

    def due_between(self, start: datetime, end: datetime) -> list[Question]:
        return self._range("due", (seconds(start),), (seconds(end),))

    def closed_with_asker(self, strategy_id: str, *, before: datetime, limit: int) -> list[Question]:
        return self._range("asker", (strategy_id,), (strategy_id, seconds(before)), limit)


class DocumentVoices(DocumentRepository[Voice]):
    def of_strategy(self, strategy_id: str) -> list[Voice]:
        return self._with("strategy", strategy_id)

    def with_step_until(self, strategy_id: str, day: date, *, first: date = date.min) -> list[Voice]:
        return self._range("step", (strategy_id, first.isoformat()), _after(strategy_id, day.isoformat()))


class DocumentCorrections(DocumentRepository[Correction]):
    def of_strategy(self, strategy_id: str) -> list[Correction]:
        return self._with("strategy", strategy_id)

    def open_of(self, strategy_id: str) -> list[Correction]:
        return self._with("open", strategy_id)

    def of_post(self, post_id: str) -> list[Correction]:
        return self._with("post", post_id)


class DocumentShareKits(DocumentRepository[ShareKit]):
    def of_post(self, post_id: str) -> list[ShareKit]:
        return self._with("post", post_id)


class DocumentDeliveries(DocumentRepository[Delivery]):
    def ready(self, now: datetime, *, limit: int) -> list[Delivery]:
        at_once = self._range("readiness", (AT_ONCE,), (SOME_TIME,), limit)
        waited = self._range("readiness", (SOME_TIME,), (just_after(now),))
        return sorted((*at_once, *waited), key=lambda each: (each.owed_at, each.key))[:limit]

    def of_subject(self, strategy_id: str, subject: str) -> list[Delivery]:
        """By `owed_at`."""
        return self._with("subject", strategy_id, subject)

    def to_refresh(self, now: datetime, *, limit: int) -> list[Delivery]:
        """Those that never had to wait first, by `owed_at`."""
        return self._range("refresh", (SOME_TIME,), (just_after(now),), limit)

    def to_delete(self, now: datetime, *, limit: int) -> list[Delivery]:
        """Those that never had to wait first, by `owed_at`."""
        return self._range("going", (SOME_TIME,), (just_after(now),), limit)

    def owed_between(self, start: datetime, end: datetime, *, recipient_id: str | None = None) -> list[Delivery]:
        """By `owed_at`."""
        if recipient_id is None:
            return self._range("owed", (seconds(start),), (seconds(end),))
        return self._range("recipient", (recipient_id, seconds(start)), (recipient_id, seconds(end)))


class DocumentNotes(DocumentRepository[Note]):
    def starting(self, prefix: str) -> list[Note]:
        return self._range("id", (prefix,), (prefix + LAST_CHARACTER,))


def _after(*beginning: str) -> SortKey:
    """The first key behind all those that begin with *beginning*: no text lies between "P1" and "P1\\0"."""
    return (*beginning[:-1], beginning[-1] + "\0")
