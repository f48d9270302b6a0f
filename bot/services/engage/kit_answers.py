"""What one member answered to a share kit: a part of it that is theirs alone, and is taken back as such."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.engage.share_kits import Shared, ShareKit
from bot.domain.members import Member
from bot.ports import Transaction
from bot.services.undo.deeds import DeedPart, PartKind, deeds_of
from bot.services.undo.kept import remember_parts
from bot.services.undo.values import as_json, converter

Answer = Mapping[str, Any]
"""A member's own part of a kit, as JSON: whether it is *closed*, and their *share*, or None."""


def answer_in(kit: ShareKit, member_id: str) -> Answer:
    mine = kit.share_of(member_id)
    return {"closed": member_id in kit.closed_ids, "share": None if mine is None else as_json(mine)}


def with_answer(kit: ShareKit, member_id: str, answer: Answer) -> ShareKit:
    """The kit with this for their part; what others answered is as it was."""
    closed = tuple(each for each in kit.closed_ids if each != member_id)
    shares = tuple(each for each in kit.shares if each.member_id != member_id)
    if answer["share"] is not None:
        shares = (*shares, converter().structure(answer["share"], Shared))
    return replace(kit, closed_ids=(*closed, member_id) if answer["closed"] else closed, shares=shares)


def put_answer(tx: Transaction, was: ShareKit, kit: ShareKit, *, what: str, by: Member, now: datetime) -> ShareKit:
    """Write what *by* answered, and remember it so that colleagues' answers do not stand in its way."""
    kept = tx.share_kits.put(kit)
    part = DeedPart(
        kind=PartKind.ANSWER,
        key=kept.id,
        what=what,
        was_rev=was.rev,
        rev=kept.rev,
        before=answer_in(was, by.id),
        after=answer_in(kept, by.id),
        also="share_kits",
    )
    remember_parts(tx, [part], strategy_id=kept.strategy_id, by=by, now=now)
    return kept


def answer_token(tx: Transaction, kit: ShareKit, *, by: Member, now: datetime) -> str:
    """Of what *by* answered last, if it still stands; else ""."""
    found = (each for each in deeds_of(tx, by, now=now) if each.has(PartKind.ANSWER, kit.id))
    deed = next(found, None)
    stands = deed is not None and deed.parts[0].after == answer_in(kit, by.id)
    return deed.token if deed and stands else ""
