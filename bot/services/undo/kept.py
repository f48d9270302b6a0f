"""Things that stand in tables of their own (voices, corrections), written so that it can be taken back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from bot.domain.members import Member
from bot.ports import Transaction
from bot.services.undo.deeds import DEEDS, Deed, DeedPart, PartKind, deeds_of, read, remember, rewrite
from bot.services.undo.values import as_json, converter

T = TypeVar("T")


def put_kept(tx: Transaction, table: str, was: T | None, value: T, *, what: str, by: Member, now: datetime) -> T:
    """Write *value*, which was *was* before, and remember that; *what* names the deed (`undo-deed-<what>`)."""
    kept, part = put_part(tx, table, was, value, what=what)
    remember_parts(tx, [part], strategy_id=kept.strategy_id, by=by, now=now)  # type: ignore[attr-defined]
    return kept


def put_part(tx: Transaction, table: str, was: T | None, value: T, *, what: str) -> tuple[T, DeedPart]:
    """As `put_kept`, of a deed that wrote several; `remember_parts` remembers them."""
    kept: Any = tx.of(table).put(value)
    return kept, DeedPart(
        kind=PartKind.KEPT,
        key=kept.id,
        also=table,
        what=what,
        was_rev=0 if was is None else kept.rev - 1,
        rev=kept.rev,
        before=None if was is None else as_json(was),
    )


def delete_kept(tx: Transaction, table: str, was: Any, *, what: str, by: Member, now: datetime) -> None:
    """Delete the row *was*, and remember it for as long as that can be taken back."""
    tx.of(table).delete(was.id)
    part = DeedPart(kind=PartKind.KEPT, key=was.id, also=table, what=what, was_rev=was.rev, before=as_json(was))
    remember_parts(tx, [part], strategy_id=was.strategy_id, by=by, now=now)


def remember_parts(tx: Transaction, parts: Sequence[DeedPart], *, strategy_id: str, by: Member, now: datetime) -> None:
    """One deed, so that all of it is taken back at once."""
    if parts:
        remember(tx, Deed(by=by.id, strategy_id=strategy_id, what=parts[-1].what, parts=tuple(parts)), now=now)


def scrub(tx: Transaction, key: str, field: str) -> None:
    """Empty *field* of what stood before every deed to *key*, whoever did it: what is forgotten does not come back."""
    for note in tx.notes.starting(DEEDS):
        deed = read(note)
        rewrite(
            tx, note, deed, [_without(each, field) if each.key == key and each.before else each for each in deed.parts]
        )


def _without(part: DeedPart, field: str) -> DeedPart:
    return replace(part, before={**part.before, field: ""})


def value_before(part: DeedPart, as_it_is: T) -> T:
    """What stood there before, with the revision that stands there now."""
    found: Any = converter().structure(part.before, type(as_it_is))
    return replace(found, rev=as_it_is.rev)  # type: ignore[attr-defined,no-any-return]


def undo_token(tx: Transaction, key: str, rev: int, *, by: Member, now: datetime) -> str:
    """Of what *by* did last to the row, if nothing was done to it since; else ""."""
    found = (each for each in deeds_of(tx, by, now=now) if each.has(PartKind.KEPT, key))
    deed = next(found, None)
    is_last = deed is not None and any(each.key == key and each.rev == rev for each in deed.parts)
    return deed.token if deed and is_last else ""
