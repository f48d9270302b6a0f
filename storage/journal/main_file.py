"""The main file on disk: written as a whole, and looked at for what somebody else did to it in between."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from storage.journal import disk
from storage.journal.aside import keep_found
from storage.journal.recovery import Recovered
from storage.journal.snapshot import Meta, encode_snapshot

logger = logging.getLogger(__name__)

EDITED = "%s was changed outside of the bot since it was written; what was read is kept in %s"
TORN = (
    "the last line of the journal of %s was not whole and was left out: it had not been acknowledged yet, unless "
    "something cut the file or changed it; what was found is kept in %s"
)
OVERWRITTEN = "%s was changed outside of the bot while it ran; that was written over, and is kept in %s"
VANISHED = "%s had vanished while the bot ran; it was written anew"


class MainFile:
    """`write` and `settle` raise OSError; then the file is the one before or the new one, whole."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: _Signature | None = None

    def settle(self, recovered: Recovered, *, schema: int) -> None:
        """At a start: what was changed since it was written is kept as it was found, and stands as written from now on.

        A new file is made here, in *schema*, before its journal is: a journal without it tells that it is gone.
        """
        if recovered.is_edited or recovered.is_torn:
            logger.warning(EDITED if recovered.is_edited else TORN, self._path.name, keep_found(self._path))
        self._known = _signature(self._path)
        if recovered.meta is None or recovered.is_edited:
            tables = {name: rows.documents for name, rows in recovered.tables.items()}
            was = recovered.meta.schema if recovered.meta else schema
            self.write(Meta(schema=was, sequence=recovered.sequence), tables)

    def write(self, meta: Meta, tables: Mapping[str, Mapping[int, bytes]]) -> None:
        """What somebody made of the file meanwhile gives way, but not without a word."""
        self._look()
        try:
            disk.replace_file(self._path, encode_snapshot(meta, tables))
        finally:
            self._known = _signature(self._path)

    def _look(self) -> None:
        found = _signature(self._path)
        if found == self._known:
            return
        if found is None:
            logger.warning(VANISHED, self._path.name)
        else:
            logger.warning(OVERWRITTEN, self._path.name, keep_found(self._path))


_Signature = tuple[int, int, int]


def _signature(path: Path) -> _Signature | None:
    """Tells a file from what somebody made of it; None where it is gone."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
