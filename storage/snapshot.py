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


Stored = tuple[bytes, Document]  # as it stands on disk, and decoded


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """`meta` is None in a file that plain TinyDB made."""

    meta: Meta | None
    tables: dict[str, dict[int, Stored]]


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


def _split_lines(content: bytes) -> dict[str, dict[int, Stored]] | None:
    """Read a file laid out by `encode_snapshot` line by line: the bytes of each document are wanted anyway.

    None for any other layout, and for anything that isn't right: `_parse` says what.
    """
    if not (content.startswith(b"{\n") and content.endswith(b"\n}\n}\n")):
        return None
    tables: dict[str, dict[int, Stored]] = {}
    try:
        for block in content[2:-5].split(b"\n},\n"):
            title, *lines = block.split(b"\n")
            tables[_title(title)] = _split_documents(lines)
    except ValueError:
        return None
    return tables


def _title(line: bytes) -> str:
    if not line.endswith(b": {"):
        raise ValueError
    return str(orjson.loads(line[:-3]))


def _split_documents(lines: list[bytes]) -> dict[int, Stored]:
    lines[-1] += b","
    documents: dict[int, Stored] = {}
    for line in lines:
        doc_id, _, encoded = line[:-1].partition(b": ")
        document = orjson.loads(encoded)
        if not (line.endswith(b",") and doc_id[:1] + doc_id[-1:] == b'""' and isinstance(document, dict)):
            raise ValueError
        documents[int(doc_id[1:-1])] = encoded, document
    if len(documents) < len(lines):
        raise ValueError
    return documents


def _parse(path: Path, content: bytes) -> dict[str, dict[int, Stored]]:
    try:
        tables = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        byte = len(error.doc[: error.pos].encode())
        raise StoreDamaged(path, "not_json", byte=byte) from None
    if not isinstance(tables, dict):
        raise StoreDamaged(path, "not_documents", byte=0)
    return {name: _documents(path, name, rows) for name, rows in tables.items()}


def _documents(path: Path, name: str, rows: object) -> dict[int, Stored]:
    if not isinstance(rows, dict):
        raise StoreDamaged(path, "not_documents", where=name)
    for doc_id, document in rows.items():
        if not (doc_id.isdecimal() and isinstance(document, dict)):
            raise StoreDamaged(path, "not_documents", where=f"{name} {doc_id}")
    return {int(doc_id): (encode(document), document) for doc_id, document in rows.items()}


def _meta(path: Path, rows: dict[int, Stored] | None) -> Meta | None:
    if rows is None:
        return None
    match rows:
        case {1: (_, {"schema": int(schema), "sequence": int(sequence)})}:
            return Meta(schema=schema, sequence=sequence)
    raise StoreDamaged(path, "not_documents", where=META)
