"""Whether everything in a calendar file can be read, and what in it cannot. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.errors import UserError
from storage.conversion import converter_of_records
from storage.journal.faults import StoreDamaged
from storage.journal.recovery import Recovered, has_been_there, recover
from storage.journal.rows import decode, encode
from storage.kinds import KINDS, StoredKind
from storage.records import SCHEMA, Document, Records, Tables, unknown_fields, upgrade
from storage.references import Problem, broken_references, strangers

_TRIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedBackup:
    """*tables* are upgraded from *schema* to this version's; *counts* say how many documents each had.

    *is_edited*: the file is not as it was written.
    """

    schema: int
    is_edited: bool
    tables: Tables
    problems: tuple[Problem, ...]

    @property
    def counts(self) -> dict[str, int]:
        return {name: len(rows) for name, rows in self.tables.items() if rows}

    @property
    def is_readable(self) -> bool:
        return all(problem.what != "unreadable" for problem in self.problems)


def check(path: Path, *, alone: bool = False) -> CheckedBackup:
    """Read the file at *path* with its journal (without it: *alone*), also while a bot holds it.

    Raises `StoreDamaged`, `StoreTooNew`, and FileNotFoundError where nothing tells of a calendar.
    """
    if not (path.exists() or has_been_there(path.resolve())):
        raise FileNotFoundError(path)
    found = read_beside(path, alone=alone)
    if not path.stat().st_size:
        raise StoreDamaged(path, "empty")
    tables = {name: {n: decode(row) for n, row in rows.documents.items()} for name, rows in found.tables.items()}
    schema = found.meta.schema if found.meta else SCHEMA
    upgrade(schema, tables)
    return CheckedBackup(schema=schema, is_edited=found.is_edited, tables=tables, problems=tuple(problems_in(tables)))


def read_beside(path: Path, *, alone: bool = False) -> Recovered:
    """The files as they are, also while a bot writes: a line that was half written when it was read is read again."""
    for left in reversed(range(_TRIES)):
        try:
            return recover(path.resolve(), schema=SCHEMA, indexes={}, alone=alone)
        except StoreDamaged:
            if not left:
                raise
    raise AssertionError  # the last try has returned or raised


def problems_in(tables: Tables) -> Iterator[Problem]:
    yield from _unreadable(tables)
    yield from strangers(tables)
    yield from broken_references(tables)


def _unreadable(tables: Tables) -> Iterator[Problem]:
    converter = converter_of_records()
    for kind in KINDS:
        records = Records(kind.type, converter)
        for doc_id, document in tables.get(kind.table, {}).items():
            yield from _problems_of(kind, records, str(document.get("id", f"#{doc_id}")), document)


def _problems_of(kind: StoredKind[Any], records: Records[Any], key: str, document: Document) -> Iterator[Problem]:
    try:
        records.value_of(encode(document))
    except UserError as error:
        yield Problem(table=kind.table, key=key, what="unreadable", detail=str(error.params["why"]))
    for name in unknown_fields(kind.type, document):
        yield Problem(table=kind.table, key=key, what="unknown_field", detail=name)
