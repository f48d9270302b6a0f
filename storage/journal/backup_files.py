"""The copies beside a calendar, as their names tell them.

backups/parution-2026-11-24T030000Z.json          made every day; of these 7 days and 4 weeks are kept
backups/parution-2026-11-24T120000Z.kept.json     made on request; kept until somebody deletes it
backups/parution-2026-11-24T120500Z.replaced/     the files that a restore put aside, as they were
backups/parution-2026-11-24T121000Z.found/        the files as a start found them, changed by somebody at that moment
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.moments import aware
from storage.journal import disk

BACKUPS = "backups"
"""The folder of the backups, beside the file."""

ASIDE = (".replaced", ".found")
"""What the names of folders end in."""

_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"-(\d{4}-\d\d-\d\dT\d{6}Z)(\.kept)?\.json")
_ASIDE = re.compile(r"-(\d{4}-\d\d-\d\dT\d{6}Z)(\.replaced|\.found)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """*is_kept*: made on request, so that no rotation deletes it."""

    path: Path
    made_at: datetime
    is_kept: bool


def backups_folder(path: Path) -> Path:
    return path.parent / BACKUPS


def backup_file(path: Path, ending: str, now: datetime) -> Path:
    """Where what is made *now* goes: `.json`, `.kept.json`, `.replaced` or `.found`."""
    return backups_folder(path) / f"{path.stem}-{aware(now).strftime(_STAMP)}{ending}"


def backups_of(path: Path) -> list[Backup]:
    """The backups beside the calendar at *path*, the newest first."""
    names = ((each, _backup_name(path, each.name)) for each in _named_alike(path))
    found = [Backup(path=each, made_at=_moment(name[1]), is_kept=bool(name[2])) for each, name in names if name]
    return sorted(found, key=lambda each: each.made_at, reverse=True)


def newest_backup(path: Path) -> Path | None:
    """Without those that something emptied: they lead nowhere."""
    return next((each.path for each in backups_of(path) if each.path.stat().st_size), None)


def put_aside_of(path: Path) -> list[Path]:
    """The folders with what restores of the calendar at *path* put aside, or starts found changed, the oldest first."""
    alike = (each for each in _named_alike(path) if _ASIDE.fullmatch(each.name.removeprefix(path.stem)))
    return sorted(each for each in alike if each.is_dir())


def last_found_changed(path: Path) -> tuple[Path, datetime] | None:
    """The newest folder of what a start found changed, with the moment of the change."""
    names = ((each, _ASIDE.fullmatch(each.name.removeprefix(path.stem))) for each in put_aside_of(path))
    found = [(each, _moment(name[1])) for each, name in names if name and name[2] == ".found"]
    return found[-1] if found else None


def of_older_schemas(path: Path) -> list[Path]:
    """What upgrades of the calendar at *path* kept beside it."""
    return sorted(path.parent.glob(f"{path.stem}.schema-*{path.suffix}"))


def unfinished_of(path: Path) -> list[Path]:
    """What a kill left of copies that were being made of the calendar at *path*, or written anew."""
    made = (each for each in _named_alike(path) if each.suffix == disk.BESIDE and _backup_name(path, each.stem))
    aside = (each for folder in put_aside_of(path) for each in folder.glob(f"*{disk.BESIDE}"))
    older = path.parent.glob(f"{path.stem}.schema-*{path.suffix}{disk.BESIDE}")
    return sorted([*made, *aside, *older])


def _named_alike(path: Path) -> Iterator[Path]:
    return backups_folder(path).glob(f"{path.stem}-*")


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)


def _backup_name(path: Path, name: str) -> re.Match[str] | None:
    return _NAME.fullmatch(name.removeprefix(path.stem))
