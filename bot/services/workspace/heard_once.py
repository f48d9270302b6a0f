"""What was written to the bot counts once: Slack sends an event again when it missed the acknowledgement."""

import contextlib
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.errors import Conflict
from bot.ports import Note, Store

HEARD = "heard"
"""The note of the messages that were answered lately."""
HEARD_FOR = timedelta(hours=1)
"""Slack tries again at once, after a minute and after five."""
TRIES = 5


def hear(store: Store, key: str, *, now: datetime) -> bool:
    """Whether *key*, which stands for a message, is heard for the first time; also over a restart."""
    for _ in range(TRIES):
        with contextlib.suppress(Conflict), store.transaction() as tx:
            note = tx.notes.find(HEARD) or Note(id=HEARD)
            recent = {each: at for each, at in note.body.items() if datetime.fromisoformat(at) > now - HEARD_FOR}
            if key not in recent:
                tx.notes.put(replace(note, body={**recent, key: now.isoformat()}))
            return key not in recent
    return True
