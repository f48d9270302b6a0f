"""The journal's lines: `crc32 [sequence, [[table, document id, document or null], …]]`, one per fsync.

One line per fsync means that only the last line can be torn, and a torn line was never acknowledged. Behind
the last line the file may hold zeros: room written in advance, because an fsync that need not make the file
longer costs about half. While somebody writes there is always a line: the first one changes nothing and has the
number that the main file goes up to, so that a journal without any line was emptied by somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import orjson

Change = tuple[str, int, dict[str, Any] | None]
Staged = tuple[str, int, bytes | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalLine:
    sequence: int
    changes: list[Change]


class BadLineError(Exception):
    """A line that doesn't hold what was written, with later lines behind it: damage, not a torn end."""

    def __init__(self, byte: int) -> None:
        super().__init__(byte)
        self.byte = byte


def encode_line(sequence: int, changes: Sequence[Staged]) -> bytes:
    """An import makes a line of megabytes: its documents are copied as seldom as may be."""
    head = b"[%d,[" % sequence
    body = b"".join(_parts(changes))
    return b"%08x %b%b\n" % (crc32(body, crc32(head)), head, body)


def _parts(changes: Sequence[Staged]) -> Iterator[bytes]:
    before = b""
    for table, doc_id, document in changes:
        yield b"%b[%b,%d," % (before, _quoted(table), doc_id)
        yield document or b"null"
        before = b"],"
    yield b"]]]" if changes else b"]]"


@lru_cache
def _quoted(table: str) -> bytes:
    return orjson.dumps(table)


def read_lines(content: bytes) -> tuple[list[JournalLine], int]:
    """The lines of a journal and the byte where they end; what lies behind is a torn line or zeros.

    Raises `BadLineError` where a line was lost that had been acknowledged.
    """
    lines: list[JournalLine] = []
    start = 0
    while (end := content.find(b"\n", start)) >= 0:
        line = _read_line(content[start:end])
        if line is None:
            break
        lines.append(line)
        start = end + 1
    written = len(content.rstrip(b"\0"))
    if b"\n" in content[start : written - 1]:
        raise BadLineError(start)
    return lines, start


def _read_line(raw: bytes) -> JournalLine | None:
    checksum, _, payload = raw.partition(b" ")
    if checksum != b"%08x" % crc32(payload):
        return None
    sequence, changes = orjson.loads(payload)
    return JournalLine(sequence=sequence, changes=changes)
