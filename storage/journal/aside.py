"""The calendar's files as they are, damage and all, kept in a folder of their own among the backups."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.journal import disk
from storage.journal.backup_files import backup_file
from storage.journal.recovery import journal_path


def put_aside(path: Path, *, now: datetime) -> Path | None:
    """What a restore replaces; None where there is nothing."""
    present = [each for each in (path, journal_path(path)) if each.exists()]
    if not present:
        return None
    return _copy(present, _free(path, ".replaced", now))


def keep_found(path: Path) -> Path:
    """What a start found changed, under the moment at which it was last written; once, however often it starts."""
    files = [each for each in (path, journal_path(path)) if each.exists()]
    moment = datetime.fromtimestamp(max(each.stat().st_mtime for each in files), UTC)
    kept = backup_file(path, ".found", moment)
    if all(_is_same(each, kept / each.name) for each in files):
        return kept
    return _copy(files, _free(path, ".found", moment))


def _copy(files: list[Path], folder: Path) -> Path:
    disk.make_folder(folder)
    for each in files:
        disk.replace_file(folder / each.name, [each.read_bytes()])
        shutil.copystat(each, folder / each.name)
    return folder


def _is_same(file: Path, copy: Path) -> bool:
    return copy.exists() and copy.read_bytes() == file.read_bytes()


def _free(path: Path, ending: str, now: datetime) -> Path:
    """A folder that isn't there yet: nothing that was put aside is ever written over."""
    while (aside := backup_file(path, ending, now)).exists():
        now += timedelta(seconds=1)
    return aside
