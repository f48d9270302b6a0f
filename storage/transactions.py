"""The Store port over documents in memory, one transaction at a time. Knows no file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from functools import cached_property
from typing import Any

from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Calendar
from storage import kinds
from storage.conversion import converter_of_records
from storage.journal.documents import Documents
from storage.journal.faults import StoreError
from storage.journal.rows import decode, encode
from storage.records import Records
from storage.refusals import refusal_of
from storage.repositories import (
    DocumentCheckIns,
    DocumentCorrections,
    DocumentDeliveries,
    DocumentMeasurements,
    DocumentNotes,
    DocumentPosts,
    DocumentQuestions,
    DocumentRepository,
    DocumentVoices,
    OpenWrites,
)


class DocumentTransaction:
    """The repositories of one transaction; they hold nothing of their own, and are made when they are asked for."""

    def __init__(
        self, unit: OpenWrites, records: Mapping[str, Records[Any]], calendars: dict[str, Calendar] | None
    ) -> None:
        self._unit = unit
        self._records = records
        self._calendars = calendars

    @cached_property
    def posts(self) -> DocumentPosts:
        return DocumentPosts(kinds.POSTS, self._unit, self._records[kinds.POSTS.table], self._calendars)

    @cached_property
    def strategies(self) -> DocumentRepository[Strategy]:
        return DocumentRepository(kinds.STRATEGIES, self._unit, self._records[kinds.STRATEGIES.table])

    @cached_property
    def members(self) -> DocumentRepository[Member]:
        return DocumentRepository(kinds.MEMBERS, self._unit, self._records[kinds.MEMBERS.table])

    @cached_property
    def measurements(self) -> DocumentMeasurements:
        return DocumentMeasurements(kinds.MEASUREMENTS, self._unit, self._records[kinds.MEASUREMENTS.table])

    @cached_property
    def check_ins(self) -> DocumentCheckIns:
        return DocumentCheckIns(kinds.CHECK_INS, self._unit, self._records[kinds.CHECK_INS.table])

    @cached_property
    def questions(self) -> DocumentQuestions:
        return DocumentQuestions(kinds.QUESTIONS, self._unit, self._records[kinds.QUESTIONS.table])

    @cached_property
    def voices(self) -> DocumentVoices:
        return DocumentVoices(kinds.VOICES, self._unit, self._records[kinds.VOICES.table])

    @cached_property
    def corrections(self) -> DocumentCorrections:
        return DocumentCorrections(kinds.CORRECTIONS, self._unit, self._records[kinds.CORRECTIONS.table])

    @cached_property
    def deliveries(self) -> DocumentDeliveries:
        return DocumentDeliveries(kinds.DELIVERIES, self._unit, self._records[kinds.DELIVERIES.table])

    @cached_property
    def notes(self) -> DocumentNotes:
        return DocumentNotes(kinds.NOTES, self._unit, self._records[kinds.NOTES.table])

    def of(self, table: str) -> DocumentRepository[Any]:
        """The repository of any kind, by its table; with more questions to ask where it has a property of its own."""
        found = getattr(self, table, None)
        kind = next(each for each in kinds.KINDS if each.table == table)
        return found if found is not None else DocumentRepository(kind, self._unit, self._records[table])

    def part(self) -> AbstractContextManager[None]:
        return self._unit.changes.part()

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(kind.table for kind in kinds.KINDS)

    def rows(self, table: str) -> list[bytes]:
        """The documents as they are stored, for copies of everything; see storage/copies/everything.py."""
        return list(self._unit.documents.encoded(table).values())

    def write_row(self, table: str, key: str, row: bytes | None) -> None:
        """As stored, revision and all; None deletes."""
        self._unit.put(table, key, row)

    def next_number(self, name: str) -> int:
        row = self._unit.documents.get_encoded(kinds.NUMBERS, name)
        number: int = (decode(row)["last"] if row else 0) + 1
        self._unit.put(kinds.NUMBERS, name, encode({"id": name, "last": number}))
        return number


class DocumentStore:
    """The Store port over documents in memory. Transactions decide one after the other and share their fsyncs."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents
        converter = converter_of_records()
        self._records = {kind.table: Records(kind.type, converter) for kind in kinds.KINDS}
        self._calendars: dict[str, Calendar] = {}  # as they were read since the last write to a post

    @contextmanager
    def transaction(self) -> Iterator[DocumentTransaction]:
        """Raises `UserError("store-write")` when the writes can't be made durable; then none of them happened.

        A transaction that only reads ends when all that it read is durable, and raises when that was undone.
        """
        if self.documents.is_inside:
            raise RuntimeError("this thread is inside a transaction already")
        try:
            with self.documents.transaction() as changes:
                unit = OpenWrites(self.documents, changes)
                calendars = self._calendars if self.documents.is_settled else None
                try:
                    yield DocumentTransaction(unit, self._records, calendars)
                finally:
                    unit.is_over = True
                if kinds.POSTS.table in unit.written:
                    self._calendars.clear()
        except StoreError as error:
            raise refusal_of(error) from error

    def close(self) -> None:
        self.documents.close()
