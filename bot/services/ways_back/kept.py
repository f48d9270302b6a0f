"""How a row of a table of its own goes back to what it was before a deed; what was new is gone then."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bot.domain.engage.questions import Question
from bot.domain.engage.voices import Voice
from bot.domain.errors import UserError
from bot.services.engage.advocates import advocate_of
from bot.services.engage.corrections import refuse_unless_correction
from bot.services.engage.question_records import keepers_of_question, refuse_unless_question
from bot.services.engage.share_kits import refuse_unless_kit
from bot.services.engage.voices import refuse_unless_voice
from bot.services.reminders.owing import mark_changed, mark_mornings
from bot.services.undo.deeds import follow
from bot.services.undo.kept import value_before
from bot.services.undo.stack import LaterChange, Move, Way
from bot.services.undo.values import converter

REFUSE: Mapping[str, Callable[[Move, Any], object]] = MappingProxyType(
    {
        "voices": lambda move, row: refuse_unless_voice(move.by, move.strategy, row),
        "questions": lambda move, row: _refuse_question(move, row),
        "share_kits": lambda move, row: refuse_unless_kit(move.tx, move.by, move.strategy, row),
        "corrections": lambda move, row: refuse_unless_correction(move.tx, move.by, move.strategy, row),
    }
)
"""By table: who may not change a row raises `UserError`."""


def _refuse_question(move: Move, row: Question) -> None:
    """Whoever may change it as it is, or as it was: what one has just given away is still taken back."""
    before = value_before(move.part, row) if move.part.before else row
    refuse_unless_question(move.by, move.strategy, before if move.by.id in keepers_of_question(before) else row)


GONE: Mapping[str, type[Voice]] = MappingProxyType({"voices": Voice})
"""What rows of a table are, where a deed deletes them: an advocate's."""


def _gone(move: Move) -> Voice | None:
    """The row that the deed deleted, as it was; None of a deed that wrote one."""
    part = move.part
    return None if part.rev else replace(converter().structure(part.before, GONE[part.also]), rev=0)


def changed_since(move: Move) -> LaterChange | None:
    row, gone = move.tx.of(move.part.also).find(move.part.key), _gone(move)
    if gone is not None:
        is_there = row is not None or advocate_of(move.tx, move.strategy, gone.member_id) is not None
        return LaterChange(key=move.part.key) if is_there else None
    return None if row is not None and row.rev == move.part.rev else LaterChange(key=move.part.key)


def refuse(move: Move) -> None:
    row = _gone(move) or move.tx.of(move.part.also).find(move.part.key)
    if row is None:
        raise UserError("undo-gone")
    REFUSE[move.part.also](move, row)


def put_back(move: Move) -> None:
    rows, part, gone = move.tx.of(move.part.also), move.part, _gone(move)
    if gone is not None:
        rows.put(gone)
        return
    row = rows.get(part.key)
    before = None if part.before is None else value_before(part, row)
    owners = {getattr(each, "owner_id", "") for each in (row, before)} - {""}
    mark_changed(move.tx, move.strategy.id, part.key)
    mark_mornings(move.tx, move.strategy, now=move.now, of=owners)
    if before is None:
        rows.delete(part.key)
        return
    kept = rows.put(before)
    follow(move.tx, part.key, was_rev=part.was_rev, rev=kept.rev)


KEPT = Way(changed=changed_since, refuse=refuse, put_back=put_back)
