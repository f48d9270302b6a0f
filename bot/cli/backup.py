"""`backup`, `restore` and `check`: the calendar's file, copies and damage. Only `restore` needs the bot stopped."""

import argparse
import contextlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.cli.command import Command
from bot.clock import SystemClock
from bot.domain.errors import UserError
from bot.i18n import Translator
from bot.settings import store_url
from storage import path_of
from storage.copies.backup import back_up, restore
from storage.copies.check import CheckedBackup, check
from storage.journal.backup_files import backups_of, last_found_changed, newest_backup
from storage.journal.faults import StoreDamaged, StoreError
from storage.journal.recovery import has_been_there, journal_path
from storage.records import SCHEMA
from storage.references import Problem
from storage.refusals import refusal_of

HARMLESS = frozenset({"unknown_field", "unknown_table"})


def backup_command(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    path = calendar_file(wish.store, environ)
    with in_words(path):
        made = back_up(path, now=SystemClock().now(), to=target_of(wish.to, path))
        print(t("cli-backup-done", path=str(made), counts=counts_line(t, check(made).counts)))


def target_of(to: Path | None, path: Path) -> Path | None:
    """Where the copy goes; into a folder under the calendar's name.

    Raises `UserError` for the calendar itself, and for what is no file.
    """
    if to is None:
        return None
    target = to / path.name if to.is_dir() else to
    own = {each.resolve() for each in (path, journal_path(path), path.with_name(path.name + ".lock"))}
    if target.resolve() in own:
        raise UserError("backup-over-itself", path=str(target))
    refuse_to_replace(target)
    return target


def restore_command(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> None:
    path = file_of_store(wish.store, environ)
    if wish.file is None:
        show_backups(path, t)
        return
    refuse_device(wish.file)
    with in_words(path, backup=wish.file):
        done = restore(wish.file, path, now=SystemClock().now())
    if done.checked.is_edited:
        print(t("cli-restore-edited", backup=str(wish.file)))
    print(t("cli-restore-done", backup=str(wish.file), counts=counts_line(t, done.checked.counts)))
    if done.aside is not None:
        print(t("cli-restore-aside", aside=str(done.aside)))


def show_backups(path: Path, t: Translator) -> None:
    found = backups_of(path)
    if not found:
        print(t("cli-restore-none", path=str(path)))
        return
    print(t("cli-restore-list", path=str(path)))
    for each in found:
        kind = "kept" if each.is_kept else "daily"
        print(t("cli-restore-one", path=str(each.path), moment=moment_line(t, each.made_at), kind=kind))


def check_command(wish: argparse.Namespace, environ: Mapping[str, str], t: Translator) -> int:
    """Exit status 1 when something has to be mended."""
    path = wish.file or calendar_file(wish.store, environ)
    refuse_device(path)
    with in_words(path):
        found = check(path)
    for line in check_lines(path, found, t, is_own=wish.file is None):
        print(line)
    return int(any(each.what not in HARMLESS for each in found.problems))


def check_lines(path: Path, found: CheckedBackup, t: Translator, *, is_own: bool = True) -> Iterator[str]:
    """*is_own*: it is the calendar itself, which the next start opens."""
    if found.is_readable:
        yield t("cli-check-sound", path=str(path), counts=counts_line(t, found.counts))
    if found.is_edited:
        yield t("cli-check-edited", path=str(path), which="own" if is_own else "other")
    if last := last_found_changed(path.resolve()):
        yield t("cli-check-found", path=str(last[0]), moment=moment_line(t, last[1]))
    if found.schema < SCHEMA:
        yield t("cli-check-older", found=str(found.schema), known=str(SCHEMA))
    yield from (problem_line(t, each) for each in found.problems)
    yield newest_line(path.resolve(), t)


def problem_line(t: Translator, each: Problem) -> str:
    return t(f"cli-problem-{each.what}", table=each.table, entry=each.key, detail=each.detail)


def newest_line(path: Path, t: Translator) -> str:
    newest = next(iter(backups_of(path)), None)
    if newest is None:
        return t("cli-check-no-backup")
    return t("cli-check-backup", path=str(newest.path), moment=moment_line(t, newest.made_at))


def counts_line(t: Translator, counts: Mapping[str, int]) -> str:
    """How much of what people know is in it; the store's own tables are not counted."""
    known = ("strategies", "posts", "members", "measurements", "check_ins", "questions", "deliveries", "notes")
    said = [t("store-count", table=table, count=counts[table]) for table in known if counts.get(table)]
    return t.listing(said) if said else t("store-counts-none")


def moment_line(t: Translator, moment: datetime) -> str:
    """With its year, which the words for a moment leave out."""
    return f"{moment.astimezone(ZoneInfo(t.zone)):%Y-%m-%d %H:%M} {t.place(t.zone)}"


def file_of_store(url: str | None, environ: Mapping[str, str]) -> Path:
    """Raises `UserError("store-no-file")` for a store that keeps none."""
    address = url or store_url(environ)
    path = path_of(address)
    if path is None:
        raise UserError("store-no-file", url=address)
    return path


def calendar_file(url: str | None, environ: Mapping[str, str]) -> Path:
    """Raises `UserError("store-missing")` where there is no calendar yet."""
    path = file_of_store(url, environ)
    if not (path.exists() or has_been_there(path)):
        raise UserError("store-missing", path=str(path))
    return path


def refuse_device(path: Path) -> None:
    """What has no end (`/dev/zero`) is not read to it. Raises `UserError("file-unreadable")`."""
    if path.is_char_device() or path.is_block_device():
        raise UserError("file-unreadable", what=str(path))


def refuse_to_replace(path: Path) -> None:
    """A file is written beside and put in its place: of a device, a pipe, /dev/stdout that would make a file.

    Raises `UserError("file-special")`.
    """
    if path.exists() and not path.is_file():
        raise UserError("file-special", what=str(path))


@contextlib.contextmanager
def in_words(path: Path, *, backup: Path | None = None) -> Iterator[None]:
    """What can be wrong with the files at *path*, or with *backup*, as refusals that say what to do."""
    try:
        yield
    except StoreDamaged as error:
        if backup and error.path.resolve() == backup.resolve():
            place = error.where if error.byte is None else str(error.byte)
            raise UserError("backup-damaged", path=str(backup), where=place or error.what) from error
        error.backup = error.backup or newest_backup(path)
        raise refusal_of(error) from error
    except StoreError as error:
        raise refusal_of(error) from error
    except OSError as error:
        if error.filename is None and isinstance(error, FileNotFoundError):
            raise UserError("file-unreadable", what=str(backup or path)) from None
        raise UserError("file-trouble", path=str(error.filename or path), why=error.strerror or "") from None


def store_argument(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--store", metavar="URL", help=t("cli-store"))


def backup_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("--to", type=Path, metavar="FILE", help=t("cli-backup-to"))
    store_argument(parser, t)


def restore_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?", help=t("cli-restore-file"))
    store_argument(parser, t)


def check_arguments(parser: argparse.ArgumentParser, t: Translator) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", nargs="?", help=t("cli-check-file"))
    store_argument(parser, t)


BACKUP = Command(act=backup_command, arguments=backup_arguments)
RESTORE = Command(act=restore_command, arguments=restore_arguments)
CHECK = Command(act=check_command, arguments=check_arguments)
