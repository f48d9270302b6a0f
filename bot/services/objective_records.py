"""How every change of an objective is kept: with a line of the plan's history, and an undo for ten minutes."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.people import Member
from bot.domain.strategy import Objective, Strategy
from bot.ports import Note, Transaction
from bot.services.plan import with_line
from bot.services.post_records import UNDO_FOR, converter, live_note, write_note


def keep_objective(
    tx: Transaction,
    strategy: Strategy,
    objective: Objective,
    *,
    was: Objective | None,
    what: str,
    by: Member,
    now: datetime,
) -> Strategy:
    """Write *objective*, which was *was* before, or nothing; what changes nothing is not written."""
    if objective == was:
        return strategy
    kept = tx.strategies.put(with_line(_with(strategy, objective), what, by=by, now=now, note=objective.statement))
    body = {"by": by.id, "rev": kept.rev, "was": converter().unstructure(was), "is": converter().unstructure(objective)}
    write_note(tx, _undo_id(objective.id), body, expires_at=now + UNDO_FOR)
    return kept


def undoable(tx: Transaction, strategy: Strategy, objective_id: str = "", *, by: Member, now: datetime) -> str | None:
    """The objective that *by* changed last, if not *objective_id* alone is asked for; None where nobody but others did.

    Who changed it afterwards takes the undo away.
    """
    wanted = [each for each in strategy.objectives if objective_id in ("", each.id)]
    noted = [(note, each) for each in wanted if (note := live_note(tx, _undo_id(each.id), now=now))]
    mine = [(note.body["rev"], each.id) for note, each in noted if _is_theirs(note, each, by)]
    return max(mine)[1] if mine else None


def _is_theirs(note: Note, objective: Objective, by: Member) -> bool:
    return note.body["by"] == by.id and _objective(note.body["is"]) == objective


def what_it_was(tx: Transaction, objective_id: str) -> Objective | None:
    """Before its last change; None for one that was not there."""
    was = tx.notes.get(_undo_id(objective_id)).body["was"]
    return _objective(was) if was else None


def _objective(document: dict[str, Any]) -> Objective:
    return converter().structure(document, Objective)


def take_back(
    tx: Transaction, strategy: Strategy, objective: Objective, was: Objective | None, *, by: Member, now: datetime
) -> Strategy:
    tx.notes.delete(_undo_id(objective.id))
    made = _with(strategy, was) if was else _without(strategy, objective)
    return tx.strategies.put(with_line(made, "objective-undone", by=by, now=now, note=objective.statement))


def _with(strategy: Strategy, objective: Objective) -> Strategy:
    """In its place; at the end where it is new."""
    known = strategy.objectives
    if all(each.id != objective.id for each in known):
        return replace(strategy, objectives=(*known, objective))
    return replace(strategy, objectives=tuple(objective if each.id == objective.id else each for each in known))


def _without(strategy: Strategy, objective: Objective) -> Strategy:
    return replace(strategy, objectives=tuple(each for each in strategy.objectives if each.id != objective.id))


def _undo_id(objective_id: str) -> str:
    return f"undo-objective:{objective_id}"
