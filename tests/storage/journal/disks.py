"""Disks that fill up, fail and come back: a real small one where it may be mounted, and injected failures anywhere."""

import contextlib
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from storage.journal import disk
from tests.storage.journal.raw import Journal


@contextmanager
def small_disk(folder: Path, *, size: str = "600k") -> Iterator[Path]:
    """A real file system of *size* at *folder*; the test is skipped where it may not be mounted."""
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk can't be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


def fill_up(folder: Path) -> Path:
    """Take all the room that is left; deleting the returned file gives it back."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(bytes(size))
    return filler


class BadDisk:
    """While `error` is set, the next `left` of the calls named fail with it: `write`, `sync` (an fsync), `rename`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *calls: str) -> None:
        self.error: int | None = None
        self.left = 1_000_000
        places: dict[str, tuple[Any, str]] = {
            "write": (disk, "write_at"),
            "sync": (disk, "sync"),
            "rename": (os, "replace"),
        }
        for call in calls:
            module, name = places[call]
            monkeypatch.setattr(module, name, self._failing(getattr(module, name)))

    def _failing(self, real: Any) -> Any:
        def call(*args: Any) -> Any:
            if self.error is not None and self.left:
                self.left -= 1
                raise OSError(self.error, os.strerror(self.error))
            return real(*args)

        return call


def numbers(path: Path) -> list[str]:
    """The posts that a restart finds."""
    journal = Journal(path)
    try:
        return [row["id"] for row in journal.rows("posts")]
    finally:
        journal.close()
