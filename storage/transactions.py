"""The Store port over a TinyDB, one transaction at a time. Knows no file."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any, Generic, TypeVar

from tinydb import TinyDB

from bot.domain.members import Member
from bot.domain.strategy import Strategy
from storage import kinds
from storage.conditions import bytes_of
from storage.conversion import converter_of_records
from storage.journal.faults import StoreError
from storage.journal.rows import encode
from storage.kinds import StoredKind
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
    DocumentShareKits,
    DocumentVoices,
    OpenTables,
    Transactions,
)

R = TypeVar("R", bound=DocumentRepository[Any])


class LazyRepository(Generic[R]):
    """A repository of a transaction, made when it is first asked for."""

    def __init__(self, kind: StoredKind[Any], made: type[R]) -> None:
        self._kind = kind
        self._made = made

    def __get__(self, tx: DocumentTransaction, owner: object = None) -> R:
        made = tx.__dict__[self._kind.table] = self._made(self._kind, tx.opened)  # found there from now on
        return made


class DocumentTransaction:
    """The repositories of one transaction; they hold nothing of their own.

    Its block is written by hand and not as a generator, as that of `Writing` is.
    """

    opened: OpenTables  # from its beginning on

    def __init__(self, store: DocumentStore) -> None:
        self._store = store
        self._block = store.transactions.transaction()

    def __enter__(self) -> DocumentTransaction:
        self._block.__enter__()
        self.opened = self._store.open_tables()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: Any) -> None:
        self.opened.is_over = True
        if kind is None:
            self._store.forget(self.opened.written)
        try:
            self._block.__exit__(kind, error, traceback)
        except StoreError as refused:
            raise refusal_of(refused) from refused
        if isinstance(error, StoreError):
            raise refusal_of(error) from error

    posts = LazyRepository(kinds.POSTS, DocumentPosts)
    strategies: LazyRepository[DocumentRepository[Strategy]] = LazyRepository(kinds.STRATEGIES, DocumentRepository)
    members: LazyRepository[DocumentRepository[Member]] = LazyRepository(kinds.MEMBERS, DocumentRepository)
    measurements = LazyRepository(kinds.MEASUREMENTS, DocumentMeasurements)
    check_ins = LazyRepository(kinds.CHECK_INS, DocumentCheckIns)
    questions = LazyRepository(kinds.QUESTIONS, DocumentQuestions)
    voices = LazyRepository(kinds.VOICES, DocumentVoices)
    corrections = LazyRepository(kinds.CORRECTIONS, DocumentCorrections)
    share_kits = LazyRepository(kinds.SHARE_KITS, DocumentShareKits)
    deliveries = LazyRepository(kinds.DELIVERIES, DocumentDeliveries)
    notes = LazyRepository(kinds.NOTES, DocumentNotes)

    def of(self, table: str) -> DocumentRepository[Any]:
        """The repository of any kind, by its table; with more questions to ask where it has a property of its own."""
        found = getattr(self, table, None)
        kind = next(each for each in kinds.KINDS if each.table == table)
        return found if found is not None else DocumentRepository(kind, self.opened)

    def part(self) -> AbstractContextManager[None]:
        return self.opened.transactions.transaction()

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(kind.table for kind in kinds.KINDS)

    def rows(self, table: str) -> list[bytes]:
        """The documents as they are stored, for copies of everything; see storage/copies/everything.py."""
        return [bytes_of(each) for each in self.opened.tables[table]]

    def write_row(self, table: str, key: str, row: bytes | None) -> None:
        """As stored, revision and all; None deletes."""
        self.opened.write(table, self.opened.find(table, key), row)

    def next_number(self, name: str) -> int:
        stored = self.opened.find(kinds.NUMBERS, name)
        number: int = (stored["last"] if stored is not None else 0) + 1
        self.opened.write(kinds.NUMBERS, stored, encode({"id": name, "last": number}))
        return number


class DocumentStore:
    """The Store port over a TinyDB. Transactions decide one after the other."""

    def __init__(self, db: TinyDB, transactions: Transactions) -> None:
        self.db = db
        self.transactions = transactions
        # TinyDB's cache of queries would hand the same documents to everybody.
        names = (*(kind.table for kind in kinds.KINDS), kinds.NUMBERS)
        self._tables = {name: db.table(name, cache_size=0) for name in names}
        converter = converter_of_records()
        self._records = {kind.table: Records(kind.type, converter) for kind in kinds.KINDS}
        self._kept: dict[str, dict[str, Any]] = {name: {} for name in names}

    def transaction(self) -> DocumentTransaction:
        """Its block raises `UserError("store-write")` when the writes can't be made durable: none of them happened.

        A transaction that only reads ends when all that it read is durable, and raises when that was undone.
        """
        if self.transactions.is_inside:
            raise RuntimeError("this thread is inside a transaction already")
        return DocumentTransaction(self)

    def open_tables(self) -> OpenTables:
        """For a transaction that has begun."""
        kept = self._kept if self.transactions.is_settled else None
        return OpenTables(tables=self._tables, records=self._records, transactions=self.transactions, kept=kept)

    def forget(self, written: Iterable[str]) -> None:
        """What was kept of the tables that were *written*."""
        for table in written:
            self._kept[table].clear()

    def close(self) -> None:
        self.db.close()
