"""What can be wrong with a store on disk. Facts only: the sentences people read are written elsewhere."""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """Something is wrong with the store at `path`; `what` names it in one word."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(f"{path.name}: {what}")
        self.path = path
        self.what = what


class StoreLocked(StoreError):
    """Another process, or another opening in this one, holds the store; `pid` is None while it starts."""

    def __init__(self, path: Path, pid: int | None) -> None:
        super().__init__(path, f"held by {pid or 'another process'}")
        self.pid = pid


class StoreDamaged(StoreError):
    """What is on disk is not what was written. Nothing on disk was changed.

    `what` is one of `bad_line` (in the journal), `gap` (lines are missing), `gone` or `empty` (the file itself, beside
    what tells that a calendar was in it), `journal_gone` (the journal has no line though somebody wrote until a kill),
    `not_json`, `not_documents`, `same_key_twice`. `byte` counts from 0 in `path`, where a place can be named. `backup`
    is the newest backup, if there is one.
    """

    def __init__(
        self, path: Path, what: str, *, byte: int | None = None, where: str = "", backup: Path | None = None
    ) -> None:
        super().__init__(path, f"{what} at byte {byte}" if byte is not None else f"{what} {where}".strip())
        self.what = what
        self.byte = byte
        self.where = where
        self.backup = backup


class StoreTooNew(StoreError):
    """The file was written by a newer version (`found` > `known`); it was not touched."""

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(path, f"schema {found}, known is {known}")
        self.found = found
        self.known = known


class WriteRefused(StoreError):
    """A write did not become durable and is not in memory either. The OSError, if any, is the cause.

    `what` is `full` (no room or quota), `forbidden` (a folder or a disk that may not be written), `failed` (any
    other error of the disk; writing again may succeed),
    `read_only` (the disk could not even be brought back to what it was: restart after mending it), `closed`.
    """
