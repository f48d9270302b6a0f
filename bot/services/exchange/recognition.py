"""What a table is: which of its columns are which fields, for which platform, and how its days are read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.errors import UserError
from bot.domain.moments import DateOrder
from bot.domain.strategy import Platform, Strategy
from bot.language.vocabulary import folded
from bot.language.words import PLATFORMS
from bot.services.exchange import columns
from bot.services.exchange.csv_tables import Table
from bot.services.exchange.dates import AS_PROGRAMS, with_iso_days
from bot.services.exchange.tables import FileKind, FoundTable

OWN_CORE = frozenset({"number", "title", "platform", "state", "due_zone", "objective", "campaign", "uid"})
"""Where all of these are columns, the file is our own: an empty cell of a new post means none, not the default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """*known*: the fields that are recognised, with their columns. *platform*: that of rows which do not name one.

    *dates*: how days that can be read two ways were read.
    """

    table: Table
    known: Mapping[str, int]
    platform: Platform | None = None
    dates: str = ""
    is_own: bool = False


def recognised(
    found: FoundTable,
    strategy: Strategy,
    *,
    name: str = "",
    platform: Platform | None = None,
    reader: DateOrder = AS_PROGRAMS,
) -> SourceFile:
    """*name* is the file's; *reader*: how whoever brings it writes days. Raises `UserError("file-no-platform")`."""
    table, known = found.table, columns.fields_of(found.table.header)
    platform = platform or platform_in(name)
    if found.kind is FileKind.EVENTS:
        return SourceFile(table=table, known=known, platform=platform)
    if "platform" not in known and platform is None:
        raise UserError("file-no-platform", what=name)
    table, dates = with_iso_days(table, known, strategy, AS_PROGRAMS if found.kind is FileKind.BULK else reader)
    return SourceFile(table=table, known=known, platform=platform, dates=dates, is_own=known.keys() >= OWN_CORE)


def platform_in(name: str) -> Platform | None:
    """The platform that a file's name names: "buffer-instagram.csv", "hootsuite LinkedIn décembre.csv"."""
    words = re.split(r"[^\w]+|_", folded(name.rpartition(".")[0] or name))
    for length in (2, 1):
        for at in range(len(words) - length + 1):
            if (phrase := tuple(words[at : at + length])) in PLATFORMS:
                return PLATFORMS[phrase]
    return None
