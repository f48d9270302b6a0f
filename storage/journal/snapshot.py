"""The main file: plain TinyDB JSON with one document on a line, and `_meta` with its schema and sequence.

    {
    "posts": {
    "1": {"id":"P1","text":"Hello"},
    "2": {"id":"P2","text":"World"}
    },
    "_meta": {
    "1": {"schema":1,"sequence":42,"crc32_to_here":"1c291ca3"}
    }
    }

`sequence` is that of the last journal line contained. A table without documents is not written. `crc32_to_here`, of
all bytes before its name, tells a file that stands as it was written from one that was changed since: that one is
read with more care, and kept as it was found. Earlier versions wrote `crc32`, of all bytes before `"_meta"`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from zlib import crc32

import orjson

from storage.journal.faults import StoreDamaged
from storage.journal.index import Document
from storage.journal.rows import encode

META = "_meta"
_DOCUMENTS_PER_CHUNK = 256  # few enough that other threads get their turn between two writes


_LAST_LINES = re.compile(
    rb'"_meta": \{\n"1": \{"schema":(\d{1,9}),"sequence":(\d{1,18}),'
    rb'"(crc32|crc32_to_here)":"([0-9a-f]{8})"\}\n\}\n\}\n\Z'
)
_DOCUMENT_LINE = re.compile(rb'^"(\d+)": (.*\}),?$', re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    schema: int
    sequence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """One table as it stands in the file: two lists of the same length."""

    doc_ids: list[int]
    encoded: list[bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """`meta` is None in a file that plain TinyDB made; `is_edited` where not all is as this module wrote it."""

    meta: Meta | None
    tables: dict[str, Stored]
    is_edited: bool


def encode_snapshot(meta: Meta, tables: Mapping[str, Mapping[int, bytes]]) -> Iterator[bytes]:
    crc = 0
    for chunk in _encode_tables(tables):
        crc = crc32(chunk, crc)
        yield chunk
    head = b'"%b": {\n"1": {"schema":%d,"sequence":%d,' % (META.encode(), meta.schema, meta.sequence)
    yield b'%b"crc32_to_here":"%08x"}\n}\n}\n' % (head, crc32(head, crc))


def _encode_tables(tables: Mapping[str, Mapping[int, bytes]]) -> Iterator[bytes]:
    yield b"{\n"
    for name, documents in tables.items():
        if documents:
            yield b"%b: {\n" % orjson.dumps(name)
            yield from _encode_documents(documents)
            yield b"\n},\n"


def _encode_documents(documents: Mapping[int, bytes]) -> Iterator[bytes]:
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
    if not content or content.isspace():
        return None
    return _read_own(content) or _read_edited(path, content)


def _read_own(content: bytes) -> Snapshot | None:
    """Take the documents as they stand, without decoding them. None for a file that was edited."""
    last = _LAST_LINES.search(content, content.rfind(b'"_meta": {'))
    if last is None or not _is_as_written(content, last):
        return None
    meta = Meta(schema=int(last[1]), sequence=int(last[2]))
    tables = {}
    for block in content[2 : last.start()].split(b"\n},\n")[:-1]:
        name, _, lines = block.partition(b": {\n")
        found = _DOCUMENT_LINE.findall(lines)
        doc_ids, encoded = [int(doc_id) for doc_id, _ in found], [document for _, document in found]
        tables[orjson.loads(name)] = Stored(doc_ids=doc_ids, encoded=encoded)
    return Snapshot(meta=meta, tables=tables, is_edited=False)


def _is_as_written(content: bytes, last: re.Match[bytes]) -> bool:
    covered = last.start() if last[3] == b"crc32" else last.start(3) - 1
    return last[4] == b"%08x" % crc32(memoryview(content)[:covered])


def _read_edited(path: Path, content: bytes) -> Snapshot:
    tables = _parse(path, content)
    if not isinstance(tables, dict):
        raise StoreDamaged(path, "not_documents", byte=0)
    meta = _meta(path, tables.pop(META, None))
    stored = {name: _documents(path, name, rows) for name, rows in tables.items()}
    return Snapshot(meta=meta, tables=stored, is_edited=True)


def _parse(path: Path, content: bytes) -> Any:
    """With the standard library: it can see a number that stands twice, of which one document would be lost."""
    try:
        return json.loads(content.decode(), object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise StoreDamaged(path, "not_json", byte=len(error.doc[: error.pos].encode())) from None
    except UnicodeDecodeError as error:
        raise StoreDamaged(path, "not_json", byte=error.start) from None
    except _RefusedError as error:
        raise StoreDamaged(path, error.what, where=error.where) from None


class _RefusedError(Exception):
    def __init__(self, what: str, where: str) -> None:
        self.what = what
        self.where = where


def _object(pairs: list[tuple[str, Any]]) -> Document:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise _RefusedError("same_key_twice", next(name for name in names if names.count(name) > 1))
    return made


def _no_constant(name: str) -> Any:
    raise _RefusedError("not_json", name)  # NaN would silently become null


def _documents(path: Path, name: str, rows: object) -> Stored:
    if not isinstance(rows, dict):
        raise StoreDamaged(path, "not_documents", where=name)
    for doc_id, document in rows.items():
        if not (doc_id.isdecimal() and isinstance(document, dict)):
            raise StoreDamaged(path, "not_documents", where=f"{name} {doc_id}")
    try:
        return stored({int(doc_id): document for doc_id, document in rows.items()})
    except TypeError as error:  # numbers of more than 64 bits, halves of characters
        raise StoreDamaged(path, "not_documents", where=f"{name}: {error}") from None


def stored(rows: Mapping[int, Document]) -> Stored:
    return Stored(doc_ids=list(rows), encoded=[encode(document) for document in rows.values()])


def _meta(path: Path, rows: object) -> Meta | None:
    if rows is None:
        return None
    match rows:
        case {"1": {"schema": int(schema), "sequence": int(sequence)}}:
            return Meta(schema=schema, sequence=sequence)
    raise StoreDamaged(path, "not_documents", where=META)
