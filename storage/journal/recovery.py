"""From the two files on disk to the state in memory. Reads only; refuses what it can't trust.

The journal is read before the file. Who reads beside a running bot may then meet a file that is newer than that
journal, and skips the lines it contains already. The other way round an old file would meet a journal that was
emptied meanwhile, and nothing would tell that its lines are missing.
"""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from storage.journal import disk
from storage.journal.backup_files import backups_of
from storage.journal.faults import StoreDamaged, StoreTooNew
from storage.journal.index import Indexes
from storage.journal.lines import BadLineError, JournalLine, read_lines
from storage.journal.rows import Rows, SameKeyError, encode
from storage.journal.snapshot import Meta, Stored, read_snapshot

Tables = dict[str, Rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """`lines` of the journal change something; all end at byte `end`. `meta` is None for a new or a foreign file.

    `is_edited`: the main file is not as it was written. `is_torn`: behind `end` there is the half of a line.
    """

    tables: Tables
    meta: Meta | None
    sequence: int
    lines: int
    end: int
    is_edited: bool
    is_torn: bool


def journal_path(path: Path) -> Path:
    return path.with_name(path.name + ".journal")


def recover(path: Path, *, schema: int, indexes: Indexes, alone: bool = False) -> Recovered:
    """Raises `StoreTooNew` and `StoreDamaged`; neither has changed anything on disk.

    *alone*: the main file as it stands, whatever became of its journal.
    """
    with CollectorPaused():
        must_be_there = disk.was_writing(path) and not alone
        journal = b"" if alone else _content(journal_path(path))
        snapshot = read_snapshot(path)
        meta = snapshot.meta if snapshot else None
        if meta and meta.schema > schema:
            raise StoreTooNew(path, found=meta.schema, known=schema)
        lines, end = _lines_in(journal, path)
        if snapshot is None and has_been_there(path):
            raise StoreDamaged(path, "empty" if path.exists() else "gone")
        if must_be_there and not lines:
            raise StoreDamaged(path, "journal_gone")
        tables = load_tables(path, snapshot.tables if snapshot else {}, indexes)
        sequence = _replay(path, tables, lines, meta)
        is_edited = snapshot is not None and snapshot.is_edited
        if is_edited and (meta is None or meta.schema == schema):
            build_indexes(tables)
    return Recovered(
        tables=tables,
        meta=meta,
        sequence=sequence,
        lines=sum(1 for line in lines if line.changes),
        end=end,
        is_edited=is_edited,
        is_torn=bool(journal[end:].strip(b"\0")),
    )


def has_been_there(path: Path) -> bool:
    """Whether what stands beside a file that is missing or empty tells of a calendar that was in it.

    The main file is made before the journal is.
    """
    return disk.was_writing(path) or journal_path(path).exists() or bool(backups_of(path))


def last_sequence(path: Path) -> int:
    """Of the journal of *path* alone; 0 where it has no lines, or can't be read."""
    try:
        lines, _ = _lines_in(_content(journal_path(path)), path)
    except StoreDamaged:
        return 0
    return lines[-1].sequence if lines else 0


def load_tables(path: Path, stored: Mapping[str, Stored], indexes: Indexes) -> Tables:
    tables = {name: Rows(name) for name in [*stored, *indexes]}
    for name, table in stored.items():
        try:
            tables[name].load(table.doc_ids, table.encoded)
        except SameKeyError as error:
            raise StoreDamaged(path, "same_key_twice", where=f"{name} {error}") from None
    for name, orders in indexes.items():
        for index, key in orders.items():
            tables[name].add_index(index, key)
    return tables


def build_indexes(tables: Tables) -> None:
    """So that a document somebody edited into something that can't be put in order is refused now."""
    for rows in tables.values():
        rows.build_indexes()


class CollectorPaused:
    """Where thousands of documents are made and all are kept the collector would walk them again and again."""

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *error: object) -> None:
        if self._was_on:
            gc.enable()


def _content(journal: Path) -> bytes:
    try:
        return journal.read_bytes()
    except FileNotFoundError:
        return b""


def _lines_in(content: bytes, path: Path) -> tuple[list[JournalLine], int]:
    try:
        return read_lines(content)
    except BadLineError as error:
        raise StoreDamaged(journal_path(path), "bad_line", byte=error.byte) from None


def _replay(path: Path, tables: Tables, lines: list[JournalLine], meta: Meta | None) -> int:
    """Apply the lines the file doesn't contain yet; return the last sequence."""
    if not lines:
        return meta.sequence if meta else 0
    # A file without _meta was made by hand; its journal is then applied from its first line on.
    sequence = meta.sequence if meta else lines[0].sequence - 1
    expected = range(lines[0].sequence, lines[0].sequence + len(lines))
    if expected.start > sequence + 1 or [line.sequence for line in lines] != list(expected):
        raise StoreDamaged(journal_path(path), "gap")
    for line in lines:
        if line.sequence > sequence:
            _apply(path, tables, line)
    return max(sequence, lines[-1].sequence)


def _apply(path: Path, tables: Tables, line: JournalLine) -> None:
    """As one: within a line keys may have changed places."""
    changed = {(name, doc_id): document for name, doc_id, document in line.changes}
    for name, doc_id in changed:
        tables.setdefault(name, Rows(name)).release(doc_id)
    for (name, doc_id), document in changed.items():
        try:
            tables[name].place(doc_id, None if document is None else encode(document))
        except SameKeyError as error:
            raise StoreDamaged(path, "same_key_twice", where=f"{name} {error}") from None
