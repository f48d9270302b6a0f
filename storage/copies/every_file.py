"""Every file that holds the calendar or once held it: for forgetting a member, and for deleting everything."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from bot.domain.errors import UserError
from bot.ports import Store
from storage.copies.backup import put_in_place
from storage.copies.check import check
from storage.journal import disk
from storage.journal.backup_files import (
    ASIDE,
    backups_folder,
    backups_of,
    of_older_schemas,
    put_aside_of,
    unfinished_of,
)
from storage.journal.documents import Documents
from storage.journal.faults import StoreError
from storage.journal.recovery import journal_path, load_tables
from storage.journal.snapshot import stored
from storage.kinds import ORDERS
from storage.tiny import TinyStore
from storage.tinydb_storage import JournaledDB
from storage.transactions import DocumentStore

Change = Callable[[Store], object]


def copies_of(path: Path) -> list[Path]:
    """The copies of the calendar at *path*, each by its main file: backups, what was put aside or upgraded, halves."""
    aside = (folder / path.name for folder in put_aside_of(path))
    return [*(each.path for each in backups_of(path)), *aside, *of_older_schemas(path), *unfinished_of(path)]


def contains(copy: Path, word: str) -> bool:
    """Whether *word* (of letters and digits) stands anywhere in the files of *copy*."""
    files = (each for each in (copy, journal_path(copy)) if each.exists())
    return any(word.encode() in each.read_bytes() for each in files)


def rewrite(copy: Path, change: Change) -> bool:
    """Do *change* to a copy; False where it had to be deleted: what can't be read can't be changed.

    Also deleted is one that an upgrade kept: it is there for an older version, which can't read this one's. And one
    that a kill left unfinished: nobody will restore it.
    """
    documents = None if ".schema-" in copy.name or copy.suffix == disk.BESIDE else _read(copy)
    if documents is None or not _is_done(change, DocumentStore(JournaledDB(documents), documents)):
        remove(copy)
        return False
    put_in_place(copy, {name: documents.encoded(name) for name in documents.tables()})
    return True


def forget_in_copies(store: Store, word: str, change: Change) -> list[Path]:
    """Do *change*, which was done to *store*, to all of its copies that hold *word*; which ones those were.

    Also the lines go that the journal still holds.
    """
    if not isinstance(store, TinyStore):
        return []
    store.journal.compact()
    touched = [each for each in copies_of(store.path) if contains(each, word)]
    for copy in touched:
        rewrite(copy, change)
    return touched


def _read(copy: Path) -> Documents | None:
    try:
        tables = check(copy).tables
    except StoreError:
        return None
    return Documents(load_tables(copy, {name: stored(rows) for name, rows in tables.items()}, ORDERS))


def _is_done(change: Change, store: Store) -> bool:
    try:
        change(store)
    except UserError:  # a document that was mended into something else
        return False
    return True


def remove(copy: Path) -> None:
    for each in (copy, journal_path(copy)):
        each.unlink(missing_ok=True)
    if copy.suffix == disk.BESIDE:
        _drop_if_empty(copy.parent)
    elif copy.parent.suffix in ASIDE:
        shutil.rmtree(copy.parent)
    disk.sync_folder(copy.parent if copy.parent.exists() else copy.parent.parent)


def erase(path: Path) -> list[Path]:
    """Delete the calendar at *path* and all its copies; return what could not be deleted.

    The lock stays, held meanwhile: whoever starts now is refused instead of reading half of it.
    Raises `StoreLocked`.
    """
    if not path.parent.exists():
        return []
    lock = disk.hold_lock(path)
    try:
        with suppress(OSError):  # a disk that is full or failing keeps nothing from being deleted
            disk.forget_writing(path)
        left = [each for each in (*_copies(path), *_own(path)) if not _is_deleted(each)]
        _drop_if_empty(backups_folder(path))
        disk.sync_folder(path.parent)
    finally:
        os.close(lock)
    return left


def _copies(path: Path) -> Iterable[Path]:
    backups = (each.path for each in backups_of(path))
    return [*backups, *unfinished_of(path), *put_aside_of(path), *of_older_schemas(path)]


def _own(path: Path) -> Iterable[Path]:
    """The main file last: while it is there whoever starts finds that it has to go, without it only that it is gone."""
    files = (journal_path(path), path)
    return [*map(disk.beside_of, files), *files]


def _is_deleted(each: Path) -> bool:
    try:
        if each.is_dir():
            shutil.rmtree(each)
        else:
            each.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _drop_if_empty(folder: Path) -> None:
    if folder.exists() and not any(folder.iterdir()):
        folder.rmdir()
