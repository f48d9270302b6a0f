"""The main file: plain TinyDB JSON with one document on a line, and `_meta` with its schema and sequence.

    {
    "_meta": {
    "1": {"schema":1,"sequence":42}
    },
    "posts": {
    "1": {"id":"P1","text":"Hello"},
    "2": {"id":"P2","text":"World"}
    }
    }

`sequence` is that of the last journal line contained. A table without documents is not written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import orjson

from storage.faults import StoreDamaged
from storage.index import Document
from storage.rows import encode

META = "_meta"
_DOCUMENTS_PER_CHUNK = 256  # few enough that other threads get their turn between two writes


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    schema: int
    sequence: int


_DOCUMENT_LINE = re.compile(rb'"(\d+)": (\{.*\}),\n')


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One table as it stands in the file: three lists of the same length."""

    doc_ids: list[int]
    encoded: list[bytes]
    documents: list[Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """`meta` is None in a file that plain TinyDB made."""

    meta: Meta | None
    tables: dict[str, Stored]


def encode_snapshot(meta: Meta, tables: Mapping[str, Mapping[int, bytes]]) -> Iterator[bytes]:
    yield b'{\n"%b": {\n"1": {"schema":%d,"sequence":%d}\n}' % (META.encode(), meta.schema, meta.sequence)
    for name, documents in tables.items():
        if documents:
            yield b",\n%b: {\n" % orjson.dumps(name)
            yield from _encode_table(documents)
            yield b"\n}"
    yield b"\n}\n"


def _encode_table(documents: Mapping[int, bytes]) -> Iterator[bytes]:
    lines = (b'"%d": %b' % item for item in documents.items())
    yield b",\n".join(islice(lines, _DOCUMENTS_PER_CHUNK))
    while chunk := list(islice(lines, _DOCUMENTS_PER_CHUNK)):
        yield b",\n" + b",\n".join(chunk)


def read_snapshot(path: Path) -> Snapshot | None:
    """None for a file that isn't there or is empty. Raises `StoreDamaged` for one that isn't TinyDB's."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    if not content.strip():
        return None
    tables = _split_lines(content) or _parse(path, content)
    meta = _meta(path, tables.pop(META, None))
    return Snapshot(meta=meta, tables=tables)


def _split_lines(content: bytes) -> dict[str, Stored] | None:
    """Read a file laid out by `encode_snapshot` line by line: the bytes of each document are wanted anyway.

    None for any other layout, and for anything that isn't right: `_parse` says what.
    """
    if not (content.startswith(b"{\n") and content.endswith(b"\n}\n}\n")):
        return None
    tables: dict[str, Stored] = {}
    try:
        for block in content[2:-5].split(b"\n},\n"):
            title, _, lines = block.partition(b": {\n")
            tables[str(orjson.loads(title))] = _split_documents(lines + b",\n")
    except ValueError:
        return None
    return tables


def _split_documents(lines: bytes) -> Stored:
    found = _DOCUMENT_LINE.findall(lines)
    doc_ids, encoded = [int(doc_id) for doc_id, _ in found], [row for _, row in found]
    seen = sum(len(doc_id) + len(row) for doc_id, row in found) + len(found) * len(b'"": ,\n')
    if seen != len(lines) or len(set(doc_ids)) < len(doc_ids):
        raise ValueError
    return Stored(doc_ids=doc_ids, encoded=encoded, documents=list(map(orjson.loads, encoded)))


def _parse(path: Path, content: bytes) -> dict[str, Stored]:
    try:
        tables = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        byte = len(error.doc[: error.pos].encode())
        raise StoreDamaged(path, "not_json", byte=byte) from None
    if not isinstance(tables, dict):
        raise StoreDamaged(path, "not_documents", byte=0)
    return {name: _documents(path, name, rows) for name, rows in tables.items()}


def _documents(path: Path, name: str, rows: object) -> Stored:
    if not isinstance(rows, dict):
        raise StoreDamaged(path, "not_documents", where=name)
    for doc_id, document in rows.items():
        if not (doc_id.isdecimal() and isinstance(document, dict)):
            raise StoreDamaged(path, "not_documents", where=f"{name} {doc_id}")
    return stored({int(doc_id): document for doc_id, document in rows.items()})


def stored(rows: Mapping[int, Document]) -> Stored:
    documents = list(rows.values())
    return Stored(doc_ids=list(rows), encoded=[encode(document) for document in documents], documents=documents)


def _meta(path: Path, rows: Stored | None) -> Meta | None:
    if rows is None:
        return None
    match rows.documents:
        case [{"schema": int(schema), "sequence": int(sequence)}]:
            return Meta(schema=schema, sequence=sequence)
    raise StoreDamaged(path, "not_documents", where=META)
