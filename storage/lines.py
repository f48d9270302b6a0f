"""The journal's lines: `crc32 [sequence, [[table, document id, document or null], …]]`, one per fsync.

One line per fsync means that only the last line can be torn, and a torn line was never acknowledged. Behind
the last line the file may hold zeros: room written in advance, because an fsync that need not make the file
longer costs about half.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

import orjson

Change = tuple[str, int, dict[str, Any] | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    sequence: int
    changes: list[Change]


class BadLineError(Exception):
    """A line that doesn't hold what was written, with later lines behind it: damage, not a torn end."""

    def __init__(self, byte: int) -> None:
        super().__init__(byte)
        self.byte = byte


def encode_change(table: str, doc_id: int, document: bytes | None) -> bytes:
    return b"[%b,%d,%b]" % (_quoted(table), doc_id, document or b"null")


@lru_cache
def _quoted(table: str) -> bytes:
    return orjson.dumps(table)


def encode_line(sequence: int, changes: Sequence[bytes]) -> bytes:
    payload = b"[%d,[%b]]" % (sequence, b",".join(changes))
    return b"%08x %b\n" % (crc32(payload), payload)


def read_lines(content: bytes) -> tuple[list[Line], int]:
    """The lines of a journal and the byte where they end; what lies behind is a torn line or zeros.

    Raises `BadLineError` where a line was lost that had been acknowledged.
    """
    lines: list[Line] = []
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


def _read_line(raw: bytes) -> Line | None:
    checksum, _, payload = raw.partition(b" ")
    if checksum != b"%08x" % crc32(payload):
        return None
    sequence, changes = orjson.loads(payload)
    return Line(sequence=sequence, changes=changes)
