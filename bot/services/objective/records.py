"""How every change of an objective is kept: with a line of the plan's history, and an undo for ten minutes."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.members import Member
from bot.domain.strategy import Objective, Strategy
from bot.ports import Transaction
from bot.services.people.who_may import Action
from bot.services.plan.changes import with_line
from bot.services.undo.deeds import Deed, DeedPart, PartKind, deeds_of, remember
from bot.services.undo.values import as_json, converter


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
    remember_objective(tx, strategy, objective, was=was, what=what, by=by, now=now)
    return kept


def remember_objective(
    tx: Transaction,
    strategy: Strategy,
    objective: Objective,
    *,
    was: Objective | None,
    what: str,
    by: Member,
    now: datetime,
) -> None:
    part = DeedPart(
        kind=PartKind.OBJECTIVE,
        key=objective.id,
        what=what,
        before=as_json(was) if was else None,
        after=as_json(objective),
    )
    deed = Deed(by=by.id, strategy_id=strategy.id, what=what, parts=(part,), right=Action.CHANGE_PLAN)
    remember(tx, deed, now=now)


def last_deed_to(
    tx: Transaction, strategy: Strategy, objective_id: str = "", *, by: Member, now: datetime, token: str = ""
) -> Deed | None:
    """What *by* did last to an objective, or to *objective_id*; of *token*, that deed and no other."""
    deeds = (each for each in deeds_of(tx, by, now=now) if each.strategy_id == strategy.id)
    meant = (each for each in deeds if token in ("", each.token))
    return next((each for each in meant if each.has(PartKind.OBJECTIVE, objective_id)), None)


def objective_part(deed: Deed) -> DeedPart:
    return next(each for each in deed.parts if each.kind is PartKind.OBJECTIVE)


def is_as_left(strategy: Strategy, part: DeedPart) -> bool:
    found = next((each for each in strategy.objectives if each.id == part.key), None)
    return found is not None and part.after is not None and objective_of(part.after) == found


def objective_of(document: dict[str, Any]) -> Objective:
    return converter().structure(document, Objective)


def put_back(tx: Transaction, strategy: Strategy, part: DeedPart, *, by: Member, now: datetime) -> Strategy:
    """What was new is gone then."""
    objective = next(each for each in strategy.objectives if each.id == part.key)
    made = _with(strategy, objective_of(part.before)) if part.before else _without(strategy, objective)
    return tx.strategies.put(with_line(made, "objective-undone", by=by, now=now, note=objective.statement))


def _with(strategy: Strategy, objective: Objective) -> Strategy:
    """In its place; at the end where it is new."""
    known = strategy.objectives
    if all(each.id != objective.id for each in known):
        return replace(strategy, objectives=(*known, objective))
    return replace(strategy, objectives=tuple(objective if each.id == objective.id else each for each in known))


def _without(strategy: Strategy, objective: Objective) -> Strategy:
    return replace(strategy, objectives=tuple(each for each in strategy.objectives if each.id != objective.id))
