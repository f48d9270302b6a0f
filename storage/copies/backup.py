"""Copies of the calendar beside it, made while the bot runs, thinned out with time; and the way back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from storage.copies.check import CheckedBackup, check, read_beside
from storage.copies.restored import marked
from storage.journal import disk
from storage.journal.aside import put_aside
from storage.journal.backup_files import backup_file
from storage.journal.faults import StoreDamaged
from storage.journal.recovery import journal_path, last_sequence
from storage.journal.rows import encode
from storage.journal.snapshot import Meta, encode_snapshot
from storage.records import SCHEMA
from storage.tiny import TinyStore

OF_THE_JOURNAL = frozenset({"journal_gone", "bad_line", "gap"})
"""Damage that leaves the main file whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """*aside* is the folder with the replaced files, or None where there were none."""

    checked: CheckedBackup
    aside: Path | None


def back_up(source: TinyStore | Path, *, now: datetime, to: Path | None = None) -> Path:
    """Write a consistent copy of an open store, or of a file that another process may hold, and return its path.

    *to* is where; None is a kept backup beside the calendar. Raises OSError, and for a file `StoreDamaged`.
    """
    path = source if isinstance(source, Path) else source.path
    target = to or backup_file(path, ".kept.json", now)
    disk.make_folder(target.parent)
    _copy(source, target)
    return target


def restore(backup: Path, path: Path, *, now: datetime) -> Restored:
    """Put *backup* in the place of the calendar at *path*, whose files are put aside.

    Raises `StoreDamaged` or `StoreTooNew` for a backup that can't be read whole, `StoreLocked` while a bot runs;
    then nothing has changed. Interrupted at any moment it leaves the old calendar or the restored one. What it owed
    up to now may have been sent since it was made: that is looked up before anything is sent again.

    With the calendar's own file as the *backup* it goes on without a journal that is gone or damaged.
    """
    checked = _checked(backup, path)
    unreadable = [each for each in checked.problems if each.what == "unreadable"]
    if unreadable:
        raise StoreDamaged(backup, "not_a_record", where=f"{unreadable[0].table} {unreadable[0].key}")
    disk.make_folder(path.parent)
    lock = disk.hold_lock(path)
    try:
        aside = put_aside(path, now=now)
        tables = marked(checked.tables, now=now)
        put_in_place(path, {name: {n: encode(row) for n, row in rows.items()} for name, rows in tables.items()})
    finally:
        os.close(lock)
    return Restored(checked=checked, aside=aside)


def _checked(backup: Path, path: Path) -> CheckedBackup:
    try:
        return check(backup)
    except StoreDamaged as error:
        if error.what not in OF_THE_JOURNAL or backup.resolve() != path.resolve():
            raise
        return check(backup, alone=True)


def _copy(source: TinyStore | Path, target: Path) -> None:
    if isinstance(source, TinyStore):
        source.journal.snapshot_to(target)
        return
    found = read_beside(source)
    meta = found.meta or Meta(schema=SCHEMA, sequence=found.sequence)
    rows = {name: table.documents for name, table in found.tables.items()}
    disk.replace_file(target, encode_snapshot(Meta(schema=meta.schema, sequence=found.sequence), rows))


def put_in_place(path: Path, rows: Mapping[str, Mapping[int, bytes]]) -> None:
    """Make *rows* the whole calendar at *path*, which nobody may hold. At any moment it is the old or the new one."""
    journal = journal_path(path)
    try:
        sequence = read_beside(path).sequence
    except StoreDamaged:
        # The journal is aside; here its lines would be taken for changes to the restored file, or for a gap. Whoever
        # has just read it, beside this, skips them.
        sequence = last_sequence(path)
        journal.unlink(missing_ok=True)
        disk.sync_folder(path.parent)
    # That of the journal's last line: should its removal be interrupted, none of its lines is applied, and the next
    # one that is written follows both.
    disk.replace_file(path, encode_snapshot(Meta(schema=SCHEMA, sequence=sequence), rows))
    disk.forget_writing(path)
    journal.unlink(missing_ok=True)
    disk.sync_folder(path.parent)
