"""`/objective`: what the strategy is for; set in two steps, changed, closed with its result, taken back."""

from dataclasses import replace
from datetime import date
from typing import Any

from bot.domain.errors import UserError
from bot.domain.kpis import PERCENTAGES
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, Resources, Strategy, Target
from bot.language.moments import Here
from bot.language.objective import (
    CloseObjective,
    OfObjective,
    ReopenObjective,
    SetObjective,
    ShowObjectives,
    UndoObjective,
    described,
    parse_objective,
)
from bot.language.requests import Help, OpenForm
from bot.services.objectives import (
    ObjectiveWish,
    can_undo,
    checked,
    close_objective,
    objective_in,
    refuse_one_more,
    reopen_objective,
    set_objective,
    undo_objective,
)
from bot.services.rights import Action, may, refuse_unless
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.views import objective as views


def register(on: Listeners) -> None:
    on.command("objective", on_command)
    on.press("objective.new", lambda turn, press: form(turn, None))
    on.press("objective.show", lambda turn, press: show(turn))
    on.press("objective.more", on_more)
    on.press("objective.undo", on_undo)
    on.submit("objective", on_first_step)
    on.submit("objective.targets", on_second_step)
    on.submit("objective.close", on_close)


def on_command(turn: Turn, text: str) -> Reply:
    here = here_of(turn)
    request = parse_objective(text, now=here.now, zone=here.zone, french=here.french)
    match request:
        case OpenForm() | ShowObjectives():
            return show(turn)
        case SetObjective() if not (request.is_guess and _only_reads(turn)):
            return of_one(turn, "edit", request) if request.is_edit else form(turn, None, request)
        case CloseObjective():
            return of_one(turn, "close", request)
        case ReopenObjective():
            return of_one(turn, "reopen", request)
        case UndoObjective():
            return card(turn, *undone(turn, request.objective_id or request.said))
        case SetObjective() | Help():
            said, blocks = views.objective_help(turn.t)
            return Reply(text=said, blocks=blocks)


def _only_reads(turn: Turn) -> bool:
    """Who could not set what was typed is better helped by what can be typed."""
    return not may(turn.member, Action.CHANGE_PLAN, turn.the_strategy())


def here_of(turn: Turn) -> Here:
    return Here(now=turn.now, zone=turn.member.zone, french=turn.t.language == "fr")


def show(turn: Turn) -> Reply:
    return card(turn, turn.the_strategy())


def card(turn: Turn, strategy: Strategy, notice: str = "", *, undo: str = "", in_place: bool = False) -> Reply:
    may_change = may(turn.member, Action.CHANGE_PLAN, strategy)
    text, blocks = views.objectives_card(turn.t, strategy, may_change=may_change, notice=notice, undo=undo)
    return Reply(text=text, blocks=blocks, in_place=in_place)


def of_one(turn: Turn, verb: str, request: OfObjective) -> Reply:
    """Where no number was typed, the only one that can be meant, or whichever is chosen."""
    strategy = turn.the_strategy()
    refuse_unless(turn.member, Action.CHANGE_PLAN, strategy)
    closed = tuple(each for each in strategy.objectives if each.closed_at is not None)
    meant = closed if verb == "reopen" else strategy.open_objectives
    if request.objective_id or len(meant) == 1:
        return act_on(turn, verb, request.objective_id or meant[0].id, request.said)
    text, blocks = views.which_one(turn.t, verb, meant, instead=closed, said=request.said)
    return Reply(text=text, blocks=blocks)


def act_on(turn: Turn, verb: str, objective_id: str, said: str) -> Reply:
    if verb == "reopen":
        return reopened(turn, objective_id)
    if verb == "close":
        return closing(turn, objective_id, said)
    return form(turn, objective_in(turn.the_strategy(), objective_id), described(said, here=here_of(turn)))


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
        currency=strategy.plan.limits.currency,
        meta=meta,
        kind=request.kind if request else None,
        statement=request.statement if request else "",
        deadline=deadline,
        missed="".join(request.not_understood) if request else "",
    )
    return Reply(modal=view)


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
    strategy, objective = set_objective(
        turn.store,
        strategy=turn.the_strategy(),
        by=turn.member,
        now=turn.now,
        wish=wish,
        objective_id=str(submitted.meta.get("objective") or ""),
    )
    said = turn.t("objective-saved-closed" if objective.closed_at else "objective-saved")
    return saved(turn, strategy, objective, said)


def saved(turn: Turn, strategy: Strategy, objective: Objective, said: str) -> Reply:
    view = views.saved(
        turn.t,
        objective,
        said=said,
        is_undoable=_can_undo(turn, strategy, objective),
        currency=strategy.plan.limits.currency,
        channel_id=turn.channel_id,
    )
    return Reply(modal=view)


def _can_undo(turn: Turn, strategy: Strategy, objective: Objective) -> bool:
    return can_undo(turn.store, strategy=strategy, by=turn.member, now=turn.now, objective_id=objective.id)


def second_errors(turn: Turn, submitted: Form, wish: ObjectiveWish) -> dict[str, str]:
    """A KPI without its target, a target without its KPI, and rates above a hundred percent, where they were typed."""
    other, value = submitted.values.get(views.OTHER), number(submitted.values.get(views.OTHER_VALUE))
    if other and not value:
        return {views.OTHER_VALUE: turn.t("objective-other-unvalued")}
    if value and not other:
        return {views.OTHER: turn.t("objective-other-unsaid")}
    unlikely = next((each.kpi for each in wish.targets if each.kpi in PERCENTAGES and each.value > 1), None)
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
    return tuple(target(Kpi(name), value) for name, value in typed.items() if value)


def target(kpi: Kpi, value: float) -> Target:
    """Percentages are typed as such: 2.5 is 0.025."""
    return Target(kpi=kpi, value=value / 100 if kpi in PERCENTAGES else value)


def on_more(turn: Turn, press: Press) -> Reply:
    verb, _, rest = press.value.partition(":")
    objective_id, _, said = rest.partition(":")
    return act_on(turn, verb, objective_id, said)


def closing(turn: Turn, objective_id: str, result: str) -> Reply:
    """The form for the result; for that of a closed one with the result that it has."""
    strategy = turn.the_strategy()
    refuse_unless(turn.member, Action.CHANGE_PLAN, strategy)
    objective = objective_in(strategy, objective_id)
    meta = {"channel": strategy.channel_id, "objective": objective.id}
    if objective.closed_at is not None:
        meta["seen"] = objective.result
    return Reply(modal=views.closing_form(turn.t, objective, meta=meta, result=result or objective.result))


def on_close(turn: Turn, submitted: Form) -> Reply:
    """Who was closed in front of sees the result that is there first, above their own."""
    objective_id, result, seen = str(submitted.meta["objective"]), submitted.text("result"), submitted.meta.get("seen")
    strategy = turn.the_strategy()
    try:
        strategy, objective = close_objective(
            turn.store,
            strategy=strategy,
            by=turn.member,
            now=turn.now,
            objective_id=objective_id,
            result=result,
            seen=seen,
        )
    except UserError as error:
        if error.key != "objective-closed-since":
            raise
        return closing(turn, objective_id, result)
    return saved(
        turn, strategy, objective, turn.t("objective-closed-said" if seen is None else "objective-saved-closed")
    )


def reopened(turn: Turn, objective_id: str) -> Reply:
    strategy, objective = reopen_objective(
        turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, objective_id=objective_id
    )
    notice = turn.t("objective-reopened-said", objective=objective.id)
    undo = objective.id if _can_undo(turn, strategy, objective) else ""
    return card(turn, strategy, notice, undo=undo, in_place=True)


def on_undo(turn: Turn, press: Press) -> Reply:
    strategy, notice = undone(turn, press.value)
    if not press.view_id:
        return card(turn, strategy, notice, in_place=press.from_ephemeral)
    view = views.objectives_modal(turn.t, strategy, notice=notice)
    return Reply(modal=view, in_place=True)


def undone(turn: Turn, objective_id: str) -> tuple[Strategy, str]:
    """The strategy as it is then, and a word on it."""
    strategy, objective = undo_objective(
        turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, objective_id=objective_id
    )
    is_there = any(each.id == objective.id for each in strategy.objectives)
    return strategy, turn.t("objective-undone" if is_there else "objective-undone-new", objective=objective.id)
