"""`export --everything` and `import --everything`: the whole calendar as one JSON file, to move or to keep it."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from bot.cli.backup import counts_line, in_words, refuse_device, refuse_to_replace
from bot.cli.stores import everything_at, opened
from bot.clock import SystemClock
from bot.domain.errors import UserError
from bot.i18n import Translator
from storage.copies.backup import back_up
from storage.copies.everything import Everything, dump, load, read_dump, tables_in
from storage.journal.disk import replace_file
from storage.tiny import TinyStore


def export_everything(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    tables = everything_at(wish.store, environ)
    content = dump(tables, now=SystemClock().now())
    if wish.file is None:
        sys.stdout.buffer.write(content)
        return
    refuse_to_replace(wish.file)
    with in_words(wish.file):
        replace_file(wish.file.absolute(), [content])
    print(t("cli-everything-exported", path=str(wish.file), counts=counts_of(tables, t)))


def import_everything(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    tables = read_dump(content_of(wish.file), name=wish.file.name)
    with opened(wish.store, environ) as store:
        if wish.replace and isinstance(store, TinyStore) and any(tables_in(store).values()):
            with in_words(store.path):
                kept = back_up(store, now=SystemClock().now())
            print(t("cli-restore-aside", aside=str(kept)))
        load(store, tables, replace=wish.replace)
    print(t("cli-everything-imported", counts=counts_of(tables, t)))


def content_of(path: Path) -> bytes:
    refuse_device(path)
    try:
        return path.read_bytes()
    except (OSError, ValueError):  # a NUL in the name
        raise UserError("file-unreadable", what=str(path)) from None


def counts_of(tables: Everything, t: Translator) -> str:
    return counts_line(t, {table: len(rows) for table, rows in tables.items()})
