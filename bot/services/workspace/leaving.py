"""The end of a workspace: it is written down before it is carried out, so that no crash in between keeps the data."""

from datetime import datetime

from bot.ports import Note, Store

LEFT = "uninstalled"


def leave(store: Store, *, now: datetime) -> None:
    with store.transaction() as tx:
        if tx.notes.find(LEFT) is None:
            tx.notes.put(Note(id=LEFT, body={"at": now.isoformat()}))


def has_left(store: Store) -> bool:
    with store.transaction() as tx:
        return tx.notes.find(LEFT) is not None
