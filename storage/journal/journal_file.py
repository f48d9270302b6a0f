"""The open journal: appends lines that stay, takes back what failed, drops what the main file contains."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from storage.journal import disk
from storage.journal.faults import StoreError

_ROOM = 128 * 1024  # written in advance; see storage/journal/lines.py
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def is_full(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno in _FULL


def is_forbidden(error: BaseException | None) -> bool:
    return isinstance(error, OSError) and error.errno in _FORBIDDEN


class JournalFile:
    """`end` is where the durable lines end. `broken` is set when the file is in an unknown state for good."""

    def __init__(self, path: Path, *, end: int) -> None:
        self._path = path
        self.end = end
        self.broken: BaseException | None = None
        self._hold(disk.open_private(path))
        try:
            disk.sync_folder(path.parent)  # also where it is there: who made it may have been killed before this
            self._room_until = end
            if os.fstat(self._fd).st_size != end:
                self._cut()
        except BaseException:
            os.close(self._fd)
            raise

    def append(self, line: bytes) -> None:
        """Returns when *line* is durable. After an error call `take_back`."""
        room_until = self._write(line)
        disk.sync(self._fd)
        self.end += len(line)
        self._room_until = room_until

    def take_back(self, end: int) -> None:
        """Make the file end at *end*, durably; where even that fails `broken` is set."""
        if self.broken:
            return
        self.end = end
        try:
            self._cut()
        except BaseException as error:
            self.broken = error

    def drop_before(self, byte: int, *, first: bytes) -> None:
        """Keep *first* and the lines from *byte* on. An error before the new file is in place changes nothing."""
        lines = first + os.pread(self._fd, self.end - byte, byte)
        beside = disk.write_beside(self._path, [lines])
        fd = disk.open_private(beside)
        try:
            os.replace(beside, self._path)
        except BaseException:
            os.close(fd)
            raise
        replaced = self._fd
        self._hold(fd)
        os.close(replaced)
        self.end = self._room_until = len(lines)
        try:
            disk.sync_folder(self._path.parent)
        except BaseException as error:
            # After a power cut the old file may be back, without the lines that would be written from now on.
            self.broken = error
            raise

    def is_in_place(self) -> bool:
        """Whether the path still leads to this file. Raises `StoreError` where it leads to another one."""
        try:
            there = os.stat(self._path)
        except FileNotFoundError:
            return False
        if (there.st_ino, there.st_dev) != self._file:
            raise StoreError(self._path, "taken")
        return True

    def remove(self) -> None:
        """The main file has all, and nobody writes any more. Where a power cut brings it back it harms nothing."""
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        os.close(self._fd)

    def _hold(self, fd: int) -> None:
        own = os.fstat(fd)
        self._fd, self._file = fd, (own.st_ino, own.st_dev)  # nobody else's as long as it is held open

    def _write(self, line: bytes) -> int:
        """Write at the end, with fresh room behind where it is used up; return how far the room goes."""
        after = self.end + len(line)
        if after <= self._room_until or len(line) > _ROOM:
            disk.write_at(self._fd, self.end, line)
            return max(after, self._room_until)
        try:
            disk.write_at(self._fd, self.end, line + bytes(_ROOM))
            return after + _ROOM
        except OSError as error:
            if not is_full(error):
                raise
        disk.write_at(self._fd, self.end, line)
        return after

    def _cut(self) -> None:
        self._room_until = self.end
        os.ftruncate(self._fd, self.end)
        disk.sync_with_size(self._fd)
