"""Who was told how to begin: once to each member, and not where a team has begun already."""

from dataclasses import replace
from datetime import datetime

from bot.domain.members import Member
from bot.ports import Note, Store
from bot.services.people.sight import seen_by

WELCOMED = "welcomed"
"""The note of those who have had it."""


def mark_welcomed(store: Store, member: Member, *, is_welcomed: bool, now: datetime) -> bool:
    """Whether this changed anything; it does not where *member* sees that somebody has begun.

    Raises `Conflict` for the same opening that is heard twice at once.
    """
    with store.transaction() as tx:
        if any(each.channel_id for each in seen_by(tx, member)):
            return False
        note = tx.notes.find(WELCOMED) or Note(id=WELCOMED)
        if (member.id in note.body) is is_welcomed:
            return False
        others = {who: at for who, at in note.body.items() if who != member.id}
        own = {member.id: now.isoformat()} if is_welcomed else {}
        tx.notes.put(replace(note, body={**others, **own}))
    return True
