"""The durable store under TinyDB: documents in memory, a journal on disk. Knows nothing of posts or Slack.

Documents are dictionaries in named tables. The project addresses them by their own key, a string that stands
in the document as "id"; TinyDB addresses the same documents by an integer, given when a document is first
written, kept in the file and the journal, and perhaps given again after a deletion and a restart.

Files next to `NAME.json`: `NAME.json.journal` (lines not yet in the file), `NAME.json.lock`.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from storage.journal import disk
from storage.journal.documents import Documents, Ticket, Writing, undo
from storage.journal.faults import StoreError, WriteRefused
from storage.journal.index import Document, Indexes
from storage.journal.journal_file import JournalFile, is_forbidden, is_full
from storage.journal.lines import encode_line
from storage.journal.main_file import MainFile
from storage.journal.recovery import build_indexes, journal_path, load_tables, recover
from storage.journal.rows import decode
from storage.journal.snapshot import Meta, encode_snapshot, stored

logger = logging.getLogger(__name__)

Upgrade = Callable[[int, dict[str, dict[int, Document]]], None]

_LINES_BEFORE_COMPACTION = 2_000


class Journal(Documents):
    """A store held by this process alone.

    Between `stage` and `wait` a change is in memory and not yet on disk. Every reader of this process sees
    it; if its fsync fails it is undone, together with everything staged after it, and each of those writers
    is told. So what was read may be acted on inside (a later write fails with the one it built on), but an
    effect outside must wait for the end of a transaction: that comes when all that could be read is durable, and
    raises when it was undone.
    """

    def __init__(
        self,
        path: Path,
        *,
        compact_after: int | None = None,
        schema: int = 1,
        upgrade: Upgrade | None = None,
        indexes: Indexes | None = None,
    ) -> None:
        """Open or create the store.

        *compact_after* journal lines the main file is rewritten; None: 2 000, or half as many as there are
        documents if that is more. *upgrade* changes documents of an older schema in place, given that schema
        and table → document id → document; the state before it is kept beside as `NAME.schema-1.json`.
        *indexes* are as `add_index` takes them; where the file was edited or upgraded all are built at once, so
        that what a key raises on a document is raised here.

        Raises `StoreLocked`, `StoreDamaged`, `StoreTooNew`; `WriteRefused` where the disk can't be written.
        """
        super().__init__()
        self.path = path.resolve()
        self._main = MainFile(self.path)
        self.schema = schema
        self._compact_after = compact_after
        # Always taken in this order: compacting → io → memory → staging. So nothing that asks for io is done inside
        # of a transaction, which holds the memory.
        self._compacting = threading.Lock()
        self._io = threading.Lock()
        self._staging = threading.Lock()
        self._pending = Ticket()
        self._last = Ticket(settled=True)  # of those that something was staged with
        self._closed = False
        self._worker: threading.Thread | None = None
        self._compact_from = 0
        with self._disk_errors():
            disk.make_folder(self.path.parent)
            self._lock_fd = disk.hold_lock(self.path)
            try:
                self._open(upgrade, indexes or {})
            except BaseException:
                os.close(self._lock_fd)
                raise

    @property
    def is_settled(self) -> bool:
        return self._last.settled

    def wait(self, ticket: Ticket) -> None:
        """Return when what was staged is durable. Raises `WriteRefused` when it was undone instead."""
        self._refuse_inside()
        with self._io:
            if not ticket.settled:
                self._flush()
        if ticket.error is not None:
            raise self._refusal(ticket.error) from ticket.error

    def compact(self) -> None:
        """Rewrite the main file and empty the journal, while others read and write. Raises OSError."""
        self._refuse_inside()
        with self._compacting:
            meta, tables, end = self._capture()
            self._main.write(meta, tables)
            with self._io:
                self._file.drop_before(end, first=encode_line(meta.sequence, []))
                self._lines = self._sequence - meta.sequence
                self._compact_from = 0

    def snapshot_to(self, path: Path) -> None:
        """Write a consistent copy, durable and whole or not at all, while others read and write."""
        self._refuse_inside()
        meta, tables, _ = self._capture()
        disk.replace_file(path, encode_snapshot(meta, tables))

    def close(self) -> None:
        """Leave one plain TinyDB file. Where the disk can't take it the journal stays; nothing is lost."""
        self._refuse_inside()
        with self.memory:
            if self._closed:
                return
            self._closed = True
        try:
            self._end()
        finally:
            with self._compacting, self._io:
                self._let_go()

    def _end(self) -> None:
        with self._io:  # what was staged is the last to be written, and nobody starts a compaction any more
            self._flush()
            worker = self._worker
        if worker:
            worker.join()
        if self._lines:
            self._compact_or_go_on()

    def _let_go(self) -> None:
        """Where the main file has everything it can be moved and replaced alone: nothing speaks of the journal."""
        try:
            if not (self._lines or self._file.broken):
                with suppress(OSError):  # then the journal stays, and is asked for
                    disk.mark_writing(self._lock_fd, is_writing=False)
                    self._file.remove()
        finally:
            self._file.close()
            os.close(self._lock_fd)

    def _open(self, upgrade: Upgrade | None, indexes: Indexes) -> None:
        recovered = recover(self.path, schema=self.schema, indexes=indexes)
        self._tables = recovered.tables
        self._sequence = recovered.sequence
        self._main.settle(recovered, schema=self.schema)
        self._file = JournalFile(journal_path(self.path), end=recovered.end)
        self._lines = recovered.lines
        try:
            if recovered.meta is not None and recovered.meta.schema < self.schema:
                self._upgrade(recovered.meta.schema, upgrade, indexes)
            if not self._file.end:
                self._file.append(encode_line(self._sequence, []))
            disk.mark_writing(self._lock_fd, is_writing=True)
        except BaseException:
            self._file.close()
            raise

    def _upgrade(self, old: int, upgrade: Upgrade | None, indexes: Indexes) -> None:
        kept = self.path.with_name(f"{self.path.stem}.schema-{old}{self.path.suffix}")
        before = {name: rows.documents for name, rows in self._tables.items()}
        disk.replace_file(kept, encode_snapshot(Meta(schema=old, sequence=self._sequence), before))
        documents = {name: {n: decode(row) for n, row in rows.items()} for name, rows in before.items()}
        if upgrade:
            upgrade(old, documents)
        after = {name: stored(rows) for name, rows in documents.items()}
        self._tables = load_tables(self.path, after, indexes)
        build_indexes(self._tables)
        self.compact()
        logger.info("%s was brought from format %d to %d; %s is as it was", self.path.name, old, self.schema, kept)

    def _capture(self) -> tuple[Meta, dict[str, dict[int, bytes]], int]:
        """The durable state, and the byte of the journal up to which it is contained in it."""
        with self._io, self.memory:
            self._flush()
            tables = {name: rows.documents.copy() for name, rows in self._tables.items()}
            return Meta(schema=self.schema, sequence=self._sequence), tables, self._file.end

    def stage(self, writing: Writing) -> Ticket | None:
        with self._staging:
            if writing.steps:
                self._refuse_if_over()
                self._last = self._pending
                self._last.steps += writing.steps
                self._last.changes += writing.staged()
            return None if self._last.settled else self._last

    def _flush(self) -> None:
        """Make durable what is staged; `_io` is locked. The error, if any, is in the ticket."""
        with self._staging:
            ticket, self._pending = self._pending, Ticket()
        end, sequence = self._file.end, self._sequence
        try:
            if ticket.changes:
                self._append(ticket, sequence + 1)
            ticket.settled = True
        except BaseException as error:
            self._file.take_back(end)
            self._sequence = sequence
            self._fail(ticket, error)
            if not isinstance(error, OSError | StoreError):
                raise
        self._compact_when_long()

    def _append(self, ticket: Ticket, sequence: int) -> None:
        self._refuse_if_broken()
        if not self._file.is_in_place():
            logger.warning("%s.journal had vanished while the bot ran; it was put back", self.path.name)
            self._file.drop_before(0, first=b"")
        self._file.append(encode_line(sequence, ticket.changes))
        self._sequence = sequence
        self._lines += 1

    def _fail(self, ticket: Ticket, error: BaseException) -> None:
        """Undo *ticket* and, first, what was staged on top of it while it was being written."""
        with self.memory, self._staging:
            later, self._pending = self._pending, Ticket()
            for failed in (later, ticket):
                undo(failed.steps)
                failed.error, failed.settled = error, True

    def _compact_when_long(self) -> None:
        least = self._compact_after or _LINES_BEFORE_COMPACTION
        if self._lines < least:  # nearly always
            return
        limit = self._compact_after or max(least, sum(map(len, self._tables.values())) // 2)
        busy = self._closed or (self._worker and self._worker.is_alive())
        if self._lines < max(limit, self._compact_from) or busy:
            return
        self._compact_from = self._lines + limit  # so that one that fails isn't tried again with every write
        # A thread of its own: a write that happens to be the last one must not wait for all documents.
        self._worker = threading.Thread(target=self._compact_or_go_on, name="compaction")
        try:
            self._worker.start()
        except RuntimeError as error:  # no room for a thread; the write is durable all the same
            self._not_rewritten(error)
            self._worker = None

    def _compact_or_go_on(self) -> None:
        try:
            self.compact()
        except OSError as error:
            self._not_rewritten(error)

    def _not_rewritten(self, error: Exception) -> None:
        logger.warning("%s was not rewritten (%s); the journal holds all writes", self.path.name, error)

    def _refuse_inside(self) -> None:
        if self.is_inside:
            raise RuntimeError("inside of a transaction nothing is durable yet: do this when it is over")

    def _refuse_if_over(self) -> None:
        if self._closed:
            raise WriteRefused(self.path, "closed")
        self._refuse_if_broken()

    def _refuse_if_broken(self) -> None:
        if self._file.broken:
            raise WriteRefused(self.path, "read_only") from self._file.broken

    @contextmanager
    def _disk_errors(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise self._refusal(error) from error

    def _refusal(self, error: BaseException) -> WriteRefused:
        if isinstance(error, StoreError):
            return WriteRefused(self.path, error.what)
        return WriteRefused(self.path, "full" if is_full(error) else "forbidden" if is_forbidden(error) else "failed")
