"""A decision that a digest asks for, put off: everybody sees by whom."""

from bot.domain.members import Member
from bot.domain.moments import Week
from bot.domain.strategy import Strategy
from bot.ports import Note, Store, Transaction
from bot.services.reminders.owing import mark_changed


def put_off(store: Store, strategy: Strategy, week: Week, *, by: Member) -> None:
    """Whoever was first stays the one."""
    with store.transaction() as tx:
        if not put_off_by(tx, strategy, week):
            tx.notes.put(Note(id=_note_id(strategy, week), body={"by": by.id}))
        mark_changed(tx, strategy.id, str(week))


def put_off_by(tx: Transaction, strategy: Strategy, week: Week) -> str:
    """Empty where nobody did."""
    note = tx.notes.find(_note_id(strategy, week))
    return str(note.body["by"]) if note else ""


def _note_id(strategy: Strategy, week: Week) -> str:
    return f"digest-later:{strategy.id}:{week}"
