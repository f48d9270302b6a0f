"""Copies of the calendar beside it, made while the bot runs, thinned out with time; and the way back.

backups/parution-2026-11-24T030000Z.json          made every day; of these 7 days and 4 weeks are kept
backups/parution-2026-11-24T120000Z.kept.json     made on request; kept until somebody deletes it
backups/parution-2026-11-24T120500Z.replaced/     the files that a restore put aside, as they were
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.moments import Week, aware
from bot.ports import Store
from storage import disk
from storage.check import Checked, check, read_beside
from storage.faults import StoreDamaged
from storage.records import SCHEMA
from storage.recovery import journal_path, last_sequence
from storage.restored import marked
from storage.rows import encode
from storage.snapshot import Meta, encode_snapshot
from storage.tiny import BACKUPS, TinyStore

KEEP_DAYS = 7
KEEP_WEEKS = 4

_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"-(\d{4}-\d\d-\d\dT\d{6}Z)(\.kept)?\.json$")
_ASIDE = re.compile(r"-\d{4}-\d\d-\d\dT\d{6}Z\.replaced$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """*is_kept*: made on request, so that no rotation deletes it."""

    path: Path
    made_at: datetime
    is_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """*aside* is the folder with the replaced files, or None where there were none."""

    checked: Checked
    aside: Path | None


def back_up(source: TinyStore | Path, *, now: datetime, to: Path | None = None) -> Path:
    """Write a consistent copy of an open store, or of a file that another process may hold, and return its path.

    *to* is where; None is a kept backup beside the calendar. Raises OSError, and for a file `StoreDamaged`.
    """
    path = source if isinstance(source, Path) else source.path
    target = to or backups_folder(path) / f"{path.stem}-{_stamp(now)}.kept.json"
    disk.make_folder(target.parent)
    _copy(source, target)
    return target


def back_up_daily(store: Store, *, now: datetime) -> Path | None:
    """The backup of this day (UTC) if it isn't there yet, and the older ones thinned out.

    None where there is one already, or where the store isn't a file. Raises OSError; the store is not affected.
    """
    if not isinstance(store, TinyStore):
        return None
    daily = [each for each in backups_of(store.path) if not each.is_kept]
    if any(each.made_at.date() == aware(now).date() for each in daily):
        return None
    made = back_up(store, now=now, to=backups_folder(store.path) / f"{store.path.stem}-{_stamp(now)}.json")
    _thin_out(backups_of(store.path))
    return made


def backups_of(path: Path) -> list[Backup]:
    """The backups beside the calendar at *path*, the newest first."""
    names = ((each, _NAME.search(each.name)) for each in backups_folder(path).glob(f"{path.stem}-*.json"))
    found = [
        Backup(path=each, made_at=datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC), is_kept=bool(name[2]))
        for each, name in names
        if name and each.name == path.stem + name[0]
    ]
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def put_aside_of(path: Path) -> list[Path]:
    """The folders with what restores of the calendar at *path* put aside."""
    return sorted(each for each in backups_folder(path).glob(f"{path.stem}-*") if _is_aside(path, each))


def _is_aside(path: Path, each: Path) -> bool:
    return bool(_ASIDE.fullmatch(each.name.removeprefix(path.stem))) and each.is_dir()


def restore(backup: Path, path: Path, *, now: datetime) -> Restored:
    """Put *backup* in the place of the calendar at *path*, whose files are put aside.

    Raises `StoreDamaged` or `StoreTooNew` for a backup that can't be read whole, `StoreLocked` while a bot runs;
    then nothing has changed. Interrupted at any moment it leaves the old calendar or the restored one. What it owed
    up to now may have been sent since it was made: that is looked up before anything is sent again.
    """
    checked = check(backup)
    unreadable = [each for each in checked.problems if each.what == "unreadable"]
    if unreadable:
        raise StoreDamaged(backup, "not_a_record", where=f"{unreadable[0].table} {unreadable[0].key}")
    disk.make_folder(path.parent)
    lock = disk.hold_lock(path)
    try:
        aside = _put_aside(path, now)
        tables = marked(checked.tables, now=now)
        put_in_place(path, {name: {n: encode(row) for n, row in rows.items()} for name, rows in tables.items()})
    finally:
        os.close(lock)
    return Restored(checked=checked, aside=aside)


def backups_folder(path: Path) -> Path:
    return path.parent / BACKUPS


def _stamp(now: datetime) -> str:
    return aware(now).strftime(_STAMP)


def _copy(source: TinyStore | Path, target: Path) -> None:
    if isinstance(source, TinyStore):
        source.journal.snapshot_to(target)
        return
    found = read_beside(source)
    meta = found.meta or Meta(schema=SCHEMA, sequence=found.sequence)
    rows = {name: table.documents for name, table in found.tables.items()}
    disk.replace_file(target, encode_snapshot(Meta(schema=meta.schema, sequence=found.sequence), rows))


def _thin_out(backups: Iterable[Backup]) -> None:
    daily = [each for each in backups if not each.is_kept]
    kept = {
        *_first_of_each((each.made_at.date(), each.path) for each in daily)[:KEEP_DAYS],
        *_first_of_each((Week.of(each.made_at.date()), each.path) for each in daily)[:KEEP_WEEKS],
    }
    for each in daily:
        if each.path not in kept:
            each.path.unlink()


def _first_of_each(dated: Iterable[tuple[Hashable, Path]]) -> list[Path]:
    first: dict[Hashable, Path] = {}
    for when, path in dated:
        first.setdefault(when, path)
    return list(first.values())


def _put_aside(path: Path, now: datetime) -> Path | None:
    """Copies of the files as they are, damage and all."""
    present = [each for each in (path, journal_path(path)) if each.exists()]
    if not present:
        return None
    aside = _free(backups_folder(path) / f"{path.stem}-{_stamp(now)}.replaced", path, now)
    disk.make_folder(aside)
    for each in present:
        disk.replace_file(aside / each.name, [each.read_bytes()])
        shutil.copystat(each, aside / each.name)
    return aside


def _free(aside: Path, path: Path, now: datetime) -> Path:
    """A folder that isn't there yet: nothing that was put aside is ever written over."""
    while aside.exists():
        now += timedelta(seconds=1)
        aside = aside.with_name(f"{path.stem}-{_stamp(now)}.replaced")
    return aside


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
    journal.unlink(missing_ok=True)
    disk.sync_folder(path.parent)
