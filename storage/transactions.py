"""One transaction at a time over documents in memory, and its durable end. Knows no file."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from typing import Any, Protocol

from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Calendar
from storage import kinds
from storage.conversion import converter_of_records
from storage.drafts import Below, Change, Draft
from storage.journal.documents import Ticket
from storage.journal.recovery import CollectorPaused
from storage.journal.rows import decode, encode
from storage.records import Records
from storage.repositories import (
    DocumentCheckIns,
    DocumentDeliveries,
    DocumentMeasurements,
    DocumentNotes,
    DocumentPosts,
    DocumentQuestions,
    DocumentRepository,
)


class Engine(Below, Protocol):
    """Documents that can be changed: in memory by `stage_on`, for good by `wait`; see `Journal`."""

    def stage_on(self, seen: Ticket | None, changes: Sequence[Change]) -> Ticket: ...

    def wait(self, ticket: Ticket) -> None: ...

    def close(self) -> None: ...


class DocumentTransaction:
    """The repositories over one draft; they hold nothing of their own, and are made when they are asked for."""

    def __init__(
        self, draft: Draft, records: Mapping[str, Records[Any]], calendars: dict[str, Calendar] | None
    ) -> None:
        self._draft = draft
        self._records = records
        self._calendars = calendars

    @cached_property
    def posts(self) -> DocumentPosts:
        return DocumentPosts(kinds.POSTS, self._draft, self._records[kinds.POSTS.table], self._calendars)

    @cached_property
    def strategies(self) -> DocumentRepository[Strategy]:
        return DocumentRepository(kinds.STRATEGIES, self._draft, self._records[kinds.STRATEGIES.table])

    @cached_property
    def members(self) -> DocumentRepository[Member]:
        return DocumentRepository(kinds.MEMBERS, self._draft, self._records[kinds.MEMBERS.table])

    @cached_property
    def measurements(self) -> DocumentMeasurements:
        return DocumentMeasurements(kinds.MEASUREMENTS, self._draft, self._records[kinds.MEASUREMENTS.table])

    @cached_property
    def check_ins(self) -> DocumentCheckIns:
        return DocumentCheckIns(kinds.CHECK_INS, self._draft, self._records[kinds.CHECK_INS.table])

    @cached_property
    def questions(self) -> DocumentQuestions:
        return DocumentQuestions(kinds.QUESTIONS, self._draft, self._records[kinds.QUESTIONS.table])

    @cached_property
    def deliveries(self) -> DocumentDeliveries:
        return DocumentDeliveries(kinds.DELIVERIES, self._draft, self._records[kinds.DELIVERIES.table])

    @cached_property
    def notes(self) -> DocumentNotes:
        return DocumentNotes(kinds.NOTES, self._draft, self._records[kinds.NOTES.table])

    def of(self, table: str) -> DocumentRepository[Any]:
        """The repository of any kind, by its table; with more questions to ask where it has a property of its own."""
        found = getattr(self, table, None)
        kind = next(each for each in kinds.KINDS if each.table == table)
        return found if found is not None else DocumentRepository(kind, self._draft, self._records[table])

    def part(self) -> AbstractContextManager[None]:
        return self._draft.part()

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(kind.table for kind in kinds.KINDS)

    def rows(self, table: str) -> list[bytes]:
        """The documents as they are stored, for copies of everything; see storage/copies/everything.py."""
        return self._draft.rows(table)

    def write_row(self, table: str, key: str, row: bytes | None) -> None:
        """As stored, revision and all; None deletes."""
        self._draft.put(table, key, row)

    def next_number(self, name: str) -> int:
        row = self._draft.get(kinds.NUMBERS, name)
        number: int = (decode(row)["last"] if row else 0) + 1
        self._draft.put(kinds.NUMBERS, name, encode({"id": name, "last": number}))
        return number


class DocumentStore:
    """The Store port over an engine. Transactions decide one after the other and share their fsyncs."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        converter = converter_of_records()
        self._records = {kind.table: Records(kind.type, converter) for kind in kinds.KINDS}
        self._deciding = threading.RLock()
        self._is_deciding = False
        self._last: Ticket | None = None
        self._calendars: dict[str, Calendar] = {}  # as they were read since the last write to a post

    @contextmanager
    def transaction(self) -> Iterator[DocumentTransaction]:
        """Raises `UserError("store-write")` when the writes can't be made durable; then none of them happened.

        A transaction that only reads ends when all that it read is durable, and raises when that was undone.
        """
        with self._deciding, CollectorPaused():
            self._enter()
            draft = Draft(self._engine)
            seen = self._unsettled()
            try:
                yield DocumentTransaction(draft, self._records, self._calendars if seen is None else None)
            finally:
                draft.is_over, self._is_deciding = True, False
            if changes := draft.changes():
                if draft.covers(kinds.POSTS.table):
                    self._calendars.clear()
                seen = self._last = self._engine.stage_on(seen, changes)
        if seen is not None:
            self._engine.wait(seen)

    def close(self) -> None:
        self._engine.close()

    def _enter(self) -> None:
        if self._is_deciding:
            raise RuntimeError("this thread is inside a transaction already")
        self._is_deciding = True

    def _unsettled(self) -> Ticket | None:
        """The ticket of what can be read now and may still be undone."""
        return None if self._last is None or self._last.settled else self._last
