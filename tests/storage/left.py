"""Calendars as a stop and as a kill leave them, and what is found in them afterwards."""

import os
from contextlib import closing
from pathlib import Path

from storage.journal.backup_files import BACKUPS
from storage.tiny import TinyStore
from tests.storage.store_samples import NOON, a_post


def add(store: TinyStore, *numbers: int) -> None:
    with store.transaction() as tx:
        for number in numbers:
            tx.posts.put(a_post(number, due_at=NOON))


def stopped(path: Path, *numbers: int) -> None:
    with closing(TinyStore(path)) as store:
        add(store, *numbers)


def killed(path: Path, *numbers: int) -> None:
    """Each in a line of its own."""
    store = TinyStore(path)
    for number in numbers:
        add(store, number)
    os.close(store.journal._lock_fd)


def posts_in(path: Path) -> list[str]:
    with closing(TinyStore(path)) as store, store.transaction() as tx:
        return [post.title for post in tx.posts.all()]


def found_changed(path: Path) -> list[Path]:
    return sorted((path.parent / BACKUPS).glob("*.found"))
