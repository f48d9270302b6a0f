"""Objectives: set, changed, closed."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TypeVar

from bot.domain.errors import UserError
from bot.domain.kpi.formulas import can_be_target
from bot.domain.limits import RESULT_LIMIT, STATEMENT_LIMIT
from bot.domain.members import Member
from bot.domain.strategy import Objective, ObjectiveKind, Platform, Resources, Strategy, Target
from bot.ports import Store, Transaction
from bot.services.objective.records import keep_objective
from bot.services.people.who_may import Action, refuse_unless

T = TypeVar("T")

MOST_OPEN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveWish:
    kind: ObjectiveKind
    statement: str
    deadline: date | None = None
    resources: Resources = field(default_factory=Resources)
    platforms: tuple[Platform, ...] = ()
    targets: tuple[Target, ...] = ()


def set_objective(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, wish: ObjectiveWish, objective_id: str = ""
) -> tuple[Strategy, Objective]:
    """A new objective, or *objective_id* changed. Raises `UserError`: "rights-change_plan", "objective-…"."""
    refuse_unless(by, Action.CHANGE_PLAN, strategy)
    with store.transaction() as tx:
        known = tx.strategies.get(strategy.id)
        was = objective_in(known, objective_id) if objective_id else None
        checked(wish, today=strategy.today(now), was=was)
        if was is None:
            refuse_one_more(known)
        objective = _with(was or _blank(tx, wish, now=now), wish)
        what = "objective-edited" if was else "objective"
        return keep_objective(tx, known, objective, was=was, what=what, by=by, now=now), objective


def close_objective(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    objective_id: str,
    result: str,
    seen: str | None = None,
) -> tuple[Strategy, Objective]:
    """Close it with the result in words; what it was stays on record. The same twice changes nothing.

    One that is closed gets *result* in place of the one that was *seen*; raises `UserError("objective-closed-since")`
    where it has another.
    """
    refuse_unless(by, Action.CHANGE_PLAN, strategy)
    result = result.strip()[:RESULT_LIMIT]
    with store.transaction() as tx:
        known = tx.strategies.get(strategy.id)
        was = objective_in(known, objective_id)
        if was.closed_at is None:
            objective, what = replace(was, closed_at=now, closed_by=by.id, result=result), "objective-closed"
        elif was.result in (seen, result):
            objective, what = replace(was, result=result), "objective-result"
        else:
            raise UserError("objective-closed-since")
        return keep_objective(tx, known, objective, was=was, what=what, by=by, now=now), objective


def reopen_objective(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, objective_id: str
) -> tuple[Strategy, Objective]:
    """Raises `UserError`: "rights-change_plan", "objective-not-found", "objective-many"."""
    refuse_unless(by, Action.CHANGE_PLAN, strategy)
    with store.transaction() as tx:
        known = tx.strategies.get(strategy.id)
        was = objective_in(known, objective_id)
        if was.closed_at is not None:
            refuse_one_more(known)
        objective = replace(was, closed_at=None, closed_by=None)
        return keep_objective(tx, known, objective, was=was, what="objective-reopened", by=by, now=now), objective


def objective_in(strategy: Strategy, objective_id: str) -> Objective:
    wanted = objective_id.strip().upper()
    found = next((each for each in strategy.objectives if each.id == wanted), None)
    if found is None:
        raise UserError("objective-not-found", what=objective_id)
    return found


def refuse_one_more(strategy: Strategy) -> None:
    """Raises `UserError("objective-many")` where as many are open as a team can serve."""
    if len(strategy.open_objectives) >= MOST_OPEN:
        raise UserError("objective-many", limit=MOST_OPEN)


def checked(wish: ObjectiveWish, *, today: date, was: Objective | None = None) -> None:
    """Raises `UserError` for what cannot be an objective; the deadline that it *was* given may be over by now."""
    if not wish.statement.strip() or len(wish.statement) > STATEMENT_LIMIT:
        raise UserError("objective-statement", limit=STATEMENT_LIMIT)
    is_kept = was is not None and wish.deadline == was.deadline
    if wish.deadline is not None and wish.deadline < today and not is_kept:
        raise UserError("objective-deadline")
    for amount in (wish.resources.hours_a_week, wish.resources.budget):
        if amount is not None and not 0 <= amount <= 1_000_000_000:
            raise UserError("objective-resources")
    if wish.resources.hours_a_week is not None and wish.resources.hours_a_week > 24 * 7 * 30:
        raise UserError("objective-resources")
    for target in wish.targets:
        if not can_be_target(target.kpi, target.value):
            raise UserError("kpi-target-unlikely", kpi=target.kpi.value)


def _blank(tx: Transaction, wish: ObjectiveWish, *, now: datetime) -> Objective:
    return Objective(id=f"O{tx.next_number('objective')}", kind=wish.kind, statement=wish.statement, set_at=now)


def _with(objective: Objective, wish: ObjectiveWish) -> Objective:
    return replace(
        objective,
        kind=wish.kind,
        statement=wish.statement.strip(),
        deadline=wish.deadline,
        resources=wish.resources,
        platforms=in_their_order(objective.platforms, wish.platforms),
        targets=in_their_order(objective.targets, wish.targets),
    )


def in_their_order(was: tuple[T, ...], wished: tuple[T, ...]) -> tuple[T, ...]:
    """What a form hands back in the order of its menus was not changed by that: as it *was* where it is the same."""
    return was if set(was) == set(wished) else wished
