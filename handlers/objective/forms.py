"""The form of an objective in two steps: what for and with what; then where, and how one sees that it works."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.errors import UserError
from bot.domain.kpi.formulas import DURATIONS, NONE_IS_BEST, can_be_target
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, Resources, Strategy, Target
from bot.language.objective.command import SetObjective
from bot.services.objective.objectives import ObjectiveWish, checked, objective_in, refuse_one_more, set_objective
from bot.services.objective.records import is_as_left, last_deed_to, objective_part
from bot.services.people.who_may import Action, refuse_unless
from handlers.context import Turn
from handlers.doubts import asked_above
from handlers.listening import Listeners
from handlers.payloads import Form, Reply
from handlers.views.objective import card as views


def register(on: Listeners) -> None:
    on.submit("objective", on_first_step)
    on.submit("objective.targets", on_second_step)


def form(turn: Turn, known: Objective | None, request: SetObjective | None = None) -> Reply:
    """With what was typed filled in: platforms and targets still have to be thought about."""
    strategy = turn.the_strategy()
    refuse_unless(turn.member, Action.CHANGE_PLAN, strategy)
    if known is None:
        refuse_one_more(strategy)
    meta = {"channel": strategy.channel_id, "objective": known.id if known else ""}
    deadline = request.deadline.isoformat() if request and request.deadline else None
    view = views.first_step(
        turn.t,
        known,
        currency=strategy.currency,
        meta=meta,
        kind=request.kind if request else None,
        statement=request.statement if request else "",
        deadline=deadline,
        missed="".join(request.not_understood) if request else "",
    )
    reply = Reply(modal=view)
    return asked_above(turn.t, reply, request) if request else reply


def on_first_step(turn: Turn, submitted: Form) -> Reply:
    strategy = turn.the_strategy()
    wish = wish_of(submitted.values)
    known = objective_in(strategy, str(submitted.meta["objective"])) if submitted.meta.get("objective") else None
    errors = first_errors(turn, wish, known)
    if errors:
        return Reply(errors=errors)
    if known is None:
        refuse_one_more(strategy)
    meta = {**submitted.meta, "first": first_values(submitted)}
    return Reply(modal=views.second_step(turn.t, wish.kind, wish.resources.hours_a_week, known, meta=meta))


def first_errors(turn: Turn, wish: ObjectiveWish, known: Objective | None) -> dict[str, str]:
    try:
        checked(wish, today=turn.the_strategy().today(turn.now), was=known)
    except UserError as error:
        fields = {"objective-deadline": "deadline", "objective-resources": "hours"}
        return {fields.get(error.key, "statement"): turn.t.refusal(error)}
    return {}


def first_values(submitted: Form) -> dict[str, Any]:
    return {name: submitted.values.get(name) for name in ("kind", "statement", "deadline", "hours", "budget")}


def wish_of(values: Any) -> ObjectiveWish:
    deadline = values.get("deadline")
    return ObjectiveWish(
        kind=ObjectiveKind(values["kind"]),
        statement=str(values.get("statement") or ""),
        deadline=date.fromisoformat(deadline) if deadline else None,
        resources=Resources(hours_a_week=number(values.get("hours")), budget=number(values.get("budget"))),
    )


def number(typed: Any) -> float | None:
    return float(str(typed).replace(",", ".")) if typed not in (None, "") else None


def on_second_step(turn: Turn, submitted: Form) -> Reply:
    first = wish_of(submitted.meta["first"])
    platforms = tuple(Platform(each) for each in submitted.values.get("platforms") or ())
    wish = replace(first, platforms=platforms, targets=targets_of(submitted))
    errors = second_errors(turn, submitted, wish)
    if errors:
        return Reply(errors=errors)
    strategy, objective = set_objective(**turn.act, wish=wish, objective_id=str(submitted.meta.get("objective") or ""))
    said = turn.t("objective-saved-closed" if objective.closed_at else "objective-saved")
    return saved(turn, strategy, objective, said)


def saved(turn: Turn, strategy: Strategy, objective: Objective, said: str) -> Reply:
    view = views.saved(
        turn.t,
        objective,
        said=said,
        undo=undo_of(turn, strategy, objective),
        currency=strategy.currency,
        channel_id=turn.channel_id,
    )
    return Reply(modal=view)


def undo_of(turn: Turn, strategy: Strategy, objective: Objective) -> str:
    """What a button carries that takes back what the member did last to *objective*; empty where nothing can be."""
    with turn.store.transaction() as tx:
        deed = last_deed_to(tx, strategy, objective.id, by=turn.member, now=turn.now)
    is_left = deed is not None and is_as_left(strategy, objective_part(deed))
    return f"{objective.id}|{deed.token}" if deed and is_left else ""


def second_errors(turn: Turn, submitted: Form, wish: ObjectiveWish) -> dict[str, str]:
    """A KPI without its target, a target without its KPI, and rates above a hundred percent, where they were typed."""
    other, value = submitted.values.get(views.OTHER), number(submitted.values.get(views.OTHER_VALUE))
    if other and (value is None or not _is_said(Kpi(other), value)):
        return {views.OTHER_VALUE: turn.t("objective-other-unvalued")}
    if value and not other:
        return {views.OTHER: turn.t("objective-other-unsaid")}
    unlikely = next((each.kpi for each in wish.targets if not can_be_target(each.kpi, each.value)), None)
    if unlikely is None:
        return {}
    block = views.OTHER_VALUE if unlikely == other else f"target.{unlikely.value}"
    return {block: turn.t("refusal-kpi-target-unlikely", kpi=unlikely.value)}


def targets_of(submitted: Form) -> tuple[Target, ...]:
    typed = {
        name.removeprefix("target."): number(value)
        for name, value in submitted.values.items()
        if name.startswith("target.")
    }
    other = submitted.values.get(views.OTHER)
    if other:
        typed[str(other)] = number(submitted.values.get(views.OTHER_VALUE))
    return tuple(
        target(Kpi(name), value) for name, value in typed.items() if value is not None and _is_said(Kpi(name), value)
    )


def _is_said(kpi: Kpi, value: float) -> bool:
    """Zero stands for no target, but where it is the best of all."""
    return bool(value) or kpi in NONE_IS_BEST


def target(kpi: Kpi, value: float) -> Target:
    """Percentages are typed as such: 2.5 is 0.025; times in hours: 2.5 is 150 minutes."""
    _, unit = views.UNITS.get(kpi, ("", 1))
    return Target(kpi=kpi, value=round(value * unit, 0 if kpi in DURATIONS else 8) if unit != 1 else value)
