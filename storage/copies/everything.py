"""All of a calendar as one JSON file that any store can take in, now and after its format has changed.

    {"format": "parution-everything", "schema": 1, "exported_at": "2026-11-24T12:00:00+00:00",
    "tables": {
    "posts": [
    {"id":"P1","title":"Spring contest",…},
    …

Documents stand as they are stored, revisions included, so that what comes back is what was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

import orjson

from bot.domain.errors import UserError
from bot.domain.moments import aware
from bot.ports import Store
from storage.copies.check import problems_in
from storage.journal.rows import decode, encode
from storage.kinds import KINDS, NUMBERS
from storage.records import SCHEMA, Document, upgrade
from storage.transactions import DocumentTransaction

FORMAT = "parution-everything"
EARLIEST, LATEST = 1900, 2200
"""Years of the moments that a calendar may bring along."""
DEEPEST = 8
"""Nothing that is stored nests more."""
_DAY = re.compile(r"(?P<year>[0-9]{4})-[0-9]{2}-[0-9]{2}(?:T.*)?")
_COUNTED = frozenset(kind.table for kind in KINDS if kind.number)
TABLES = (*(kind.table for kind in KINDS), NUMBERS)

Everything = dict[str, list[Document]]


def tables_in(store: Store) -> Everything:
    """Every document, at one moment, by table."""
    with store.transaction() as tx:
        raw = cast(DocumentTransaction, tx)
        return {table: [decode(row) for row in raw.rows(table)] for table in TABLES}


def dump(tables: Mapping[str, Sequence[Document]], *, now: datetime) -> bytes:
    head = {"format": FORMAT, "schema": SCHEMA, "exported_at": aware(now)}
    blocks = (b"%b: [%b]" % (orjson.dumps(name), _lines(rows)) for name, rows in tables.items() if rows)
    return orjson.dumps(head)[:-1] + b',\n"tables": {\n' + b",\n".join(blocks) + b"\n}}\n"


def read_dump(content: bytes, *, name: str) -> Everything:
    """The documents, brought to this version's schema and checked one by one.

    Raises `UserError`: "everything-foreign" for any other file, "everything-damaged" with the place, "store-too-new".
    """
    found = _parsed(content, name)
    schema = found.get("schema")
    if found.get("format") != FORMAT or not isinstance(schema, int) or not _is_tables(found.get("tables")):
        raise UserError("everything-foreign", name=name)
    if schema > SCHEMA:
        raise UserError("store-too-new", path=name, found=str(schema), known=str(SCHEMA))
    tables = {table: dict(enumerate(rows, start=1)) for table, rows in found["tables"].items()}
    upgrade(schema, tables)
    for fault in _faults(tables):
        raise UserError("everything-damaged", name=name, what="entry", where=fault)
    return {table: list(rows.values()) for table, rows in tables.items()}


def load(store: Store, tables: Mapping[str, Sequence[Document]], *, replace: bool = False) -> None:
    """Write *tables* in one transaction; with *replace* what was there goes in the same one.

    Raises `UserError("store-not-empty")` where something is there that may not go.
    """
    with store.transaction() as tx:
        raw = cast(DocumentTransaction, tx)
        present = {table: [_key(decode(row)) for row in raw.rows(table)] for table in TABLES}
        if any(present.values()) and not replace:
            raise UserError("store-not-empty")
        for table, keys in present.items():
            for key in keys:
                raw.write_row(table, key, None)
        for table, rows in tables.items():
            for document in rows:
                raw.write_row(table, _key(document), encode(document))


def _lines(rows: Sequence[Document]) -> bytes:
    return b"\n" + b",\n".join(map(encode, rows)) + b"\n"


def _parsed(content: bytes, name: str) -> dict[str, Any]:
    try:
        found = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        byte = len(error.doc[: error.pos].encode()) if isinstance(error.doc, str) else error.pos
        raise UserError("everything-damaged", name=name, what="byte", where=str(byte)) from None
    if not isinstance(found, dict):
        raise UserError("everything-foreign", name=name)
    return found


def _is_tables(tables: object) -> bool:
    if not isinstance(tables, dict):
        return False
    rows = (row for each in tables.values() for row in (each if isinstance(each, list) else [None]))
    return all(isinstance(row, dict) for row in rows)


def _faults(tables: Mapping[str, Mapping[int, Document]]) -> Iterator[str]:
    for table, rows in tables.items():
        keys = [row.get("id") for row in rows.values()]
        if table not in TABLES or not all(_is_sound(table, row) for row in rows.values()):
            yield table
        elif len(set(keys)) < len(keys):
            yield f"{table} {next(key for key in keys if keys.count(key) > 1)}"
        yield from (f"{table} {key}" for key in keys if not _is_numbered(table, str(key)))
        yield from (f"{table} {key}" for key, row in zip(keys, rows.values(), strict=True) if _is_out_of_time(row))
    known = {table: dict(rows) for table, rows in tables.items()}
    yield from (f"{each.table} {each.key}" for each in problems_in(known) if each.what == "unreadable")


def _is_sound(table: str, row: Document) -> bool:
    return isinstance(row.get("id"), str) and (table != NUMBERS or isinstance(row.get("last"), int))


def _is_numbered(table: str, key: str) -> bool:
    """What is counted has a letter and its number: figures and lists read it there."""
    return table not in _COUNTED or re.fullmatch(r"[A-Z][0-9]{1,12}", key) is not None


def _is_out_of_time(value: object, depth: int = DEEPEST) -> bool:
    """Whether a day or moment in it lies where spans of time around it can't be reckoned with any more."""
    if isinstance(value, Mapping | list) and depth:
        parts = value.values() if isinstance(value, Mapping) else value
        return any(_is_out_of_time(each, depth - 1) for each in parts)
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    return found is not None and not EARLIEST <= int(found["year"]) <= LATEST


def _key(document: Document) -> str:
    return str(document["id"])
