"""What is wrong with a store, as refusals that people read; the facts are in storage/journal/faults.py."""

from __future__ import annotations

from bot.domain.errors import UserError
from storage.journal.faults import StoreDamaged, StoreError, StoreLocked, StoreTooNew


def refusal_of(error: StoreError) -> UserError:
    path = str(error.path)
    match error:
        case StoreLocked(pid=pid):
            return UserError("store-locked", path=path, pid=str(pid or "none"))
        case StoreTooNew(found=found, known=known):
            return UserError("store-too-new", path=path, found=str(found), known=str(known))
        case StoreDamaged(what="gone" | "empty" | "journal_gone" as what, backup=backup):
            return UserError("store-gone", path=path, what=what, backup=str(backup or "none"))
        case StoreDamaged(what=what, backup=backup):
            return UserError("store-damaged", path=path, what=what, where=_place(error), backup=str(backup or "none"))
        case _:
            return UserError("store-write", path=path, what=error.what)


def _place(damage: StoreDamaged) -> str:
    return damage.where if damage.byte is None else str(damage.byte)
