"""Files that wait for their confirmation, and those that are being imported, as their notes keep them.

What a large import needs stands in its note, so that one that a restart cut off goes on by itself.
"""

import base64
import secrets
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import DateOrder
from bot.domain.strategy import Strategy
from bot.ports import Note, Sent, Store
from bot.services.exchange.posts import Choice
from bot.services.people.who_may import Action, refuse_unless

WAITING = "import:"
"""How the ids of their notes begin."""
CONFIRM_WITHIN = timedelta(days=1)


def keep_file(
    store: Store,
    content: bytes,
    *,
    name: str,
    by: Member,
    strategy: Strategy,
    lines: int,
    reader: DateOrder,
    now: datetime,
) -> str:
    """The token that stands for it. Files that nobody confirmed go: they are megabytes."""
    token = secrets.token_hex(8)
    body: dict[str, Any] = {
        "content": base64.b64encode(content).decode(),
        "name": name,
        "by": by.id,
        "strategy": strategy.id,
        "lines": lines,
        "reader": asdict(reader),
    }
    with store.transaction() as tx:
        for each in tx.notes.starting(WAITING):
            if each.expires_at and each.expires_at < now:
                tx.notes.delete(each.id)
        tx.notes.put(Note(id=WAITING + token, body=body, expires_at=now + CONFIRM_WITHIN))
    return token


def kept_file(store: Store, token: str, *, by: Member, now: datetime) -> Note | None:
    """The file that *token* stands for, if *by* sent it and it still waits."""
    with store.transaction() as tx:
        note = tx.notes.find(WAITING + token)
    if note is None or note.body["by"] != by.id or (note.expires_at and note.expires_at < now):
        return None
    return note


def begin_import(store: Store, note: Note, choice: Choice, shown: Sent, *, by: Member, now: datetime) -> Note:
    """Raises `UserError`: "import-running" where it is begun already, and as `refuse_unless` for the right to it."""
    with store.transaction() as tx:
        refuse_unless(by, Action.IMPORT, tx.strategies.get(note.body["strategy"]))
        note = tx.notes.get(note.id)
        if "running" in note.body:
            raise UserError("import-running", what=str(note.body["name"]))
        running = {**asdict(choice), "channel": shown.channel_id, "ts": shown.ts, "at": now.isoformat()}
        return tx.notes.put(replace(note, body={**note.body, "running": running}))


def cut_off_imports(store: Store) -> list[Note]:
    """What a stop or a crash left half done."""
    with store.transaction() as tx:
        return [note for note in tx.notes.starting(WAITING) if "running" in note.body]


def forget_file(store: Store, note: Note) -> None:
    with store.transaction() as tx:
        tx.notes.delete(note.id)
