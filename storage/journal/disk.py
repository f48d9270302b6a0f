"""What the storage asks of the disk: bytes that stay when the power is cut. Knows nothing of documents."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterable
from pathlib import Path

from storage.journal.faults import StoreLocked

BESIDE = ".new"
"""What the name of a file ends in while it is being written; a kill may leave it so."""

_WRITING = b" writing"
"""Behind the holder's process id in the lock file."""
_SIGNATURE = 40

# macOS has no fdatasync, and its fsync leaves the bytes in the drive's own cache.
_FULL_SYNC: int | None = getattr(fcntl, "F_FULLFSYNC", None)


def sync(fd: int) -> None:
    if _FULL_SYNC is None:
        os.fdatasync(fd)
    else:
        fcntl.fcntl(fd, _FULL_SYNC)


def sync_with_size(fd: int) -> None:
    """As `sync`, also after the file was made shorter."""
    if _FULL_SYNC is None:
        os.fsync(fd)
    else:
        fcntl.fcntl(fd, _FULL_SYNC)


def sync_folder(folder: Path) -> None:
    """Make creations and renames in *folder* durable."""
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def write_at(fd: int, offset: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        written = os.pwrite(fd, view, offset)
        offset += written
        view = view[written:]


def open_private(path: Path, flags: int = 0) -> int:
    """Open for reading and writing, created if missing, and readable by its owner only in either case."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o600)
    os.fchmod(fd, 0o600)
    return fd


def make_folder(folder: Path) -> None:
    if not folder.exists():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        sync_folder(folder.parent)


def beside_of(path: Path) -> Path:
    """Where the next content of *path* is written."""
    return path.with_name(path.name + BESIDE)


def write_beside(path: Path, chunks: Iterable[bytes]) -> Path:
    """Write *chunks*, durably, to a new file next to *path*; return its name, for `os.replace`."""
    beside = beside_of(path)
    fd = open_private(beside, os.O_TRUNC)
    try:
        offset = 0
        for chunk in chunks:
            write_at(fd, offset, chunk)
            offset += len(chunk)
        sync_with_size(fd)
    except BaseException:
        with contextlib.suppress(OSError):  # on a full disk the room is wanted back
            beside.unlink()
        raise
    finally:
        os.close(fd)
    return beside


def replace_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Put *chunks* in the place of *path*: after a crash at any moment the old or the new is there, whole."""
    os.replace(write_beside(path, chunks), path)
    sync_folder(path.parent)


def lock_path(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


def hold_lock(path: Path) -> int:
    """Take the lock file of the store at *path* for as long as the returned descriptor is open.

    flock and not lockf: it also refuses a second opening by the same process, and closing another
    descriptor of the file does not drop it. The file stays: removing it would let two holders in.
    """
    fd = open_private(lock_path(path))
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _sign(fd, is_writing=_is_writing(_signature(fd)))
    except BlockingIOError:
        pid = _signature(fd).partition(b" ")[0].strip()
        os.close(fd)
        raise StoreLocked(path, int(pid) if pid.isdigit() else None) from None
    except BaseException:
        os.close(fd)
        raise
    return fd


def mark_writing(lock: int, *, is_writing: bool) -> None:
    """Note in the lock file whether the journal has to be there: from its first line on, until a clean end.

    Durable where it ends, for then the journal is emptied; a beginning that a power cut takes away tells nothing.
    """
    _sign(lock, is_writing=is_writing)
    if not is_writing:
        sync_with_size(lock)


def was_writing(path: Path) -> bool:
    """Whether the journal of the store at *path* has to be there: somebody writes, or did until a kill."""
    try:
        return _is_writing(lock_path(path).read_bytes())
    except FileNotFoundError:
        return False


def forget_writing(path: Path) -> None:
    """The journal of the store at *path*, which the caller holds or nobody does, will not be there any more."""
    if was_writing(path):
        fd = open_private(lock_path(path))
        try:
            mark_writing(fd, is_writing=False)
        finally:
            os.close(fd)


def _signature(lock: int) -> bytes:
    return os.pread(lock, _SIGNATURE, 0)


def _is_writing(signature: bytes) -> bool:
    return signature.rstrip().endswith(_WRITING)


def _sign(lock: int, *, is_writing: bool) -> None:
    said = b"%d%b" % (os.getpid(), _WRITING if is_writing else b"")
    os.pwrite(lock, said.ljust(_SIGNATURE - 1) + b"\n", 0)
