"""`/objective`: what the strategy is for; shown, closed with its result, reopened, taken back."""

from bot.domain.errors import UserError
from bot.domain.strategy import Strategy
from bot.language.moment.moments import Here
from bot.language.moment.readings import LineDateOrder
from bot.language.objective.command import (
    CloseObjective,
    OfObjective,
    ReopenObjective,
    SetObjective,
    ShowObjectives,
    UndoObjective,
    described,
    parse_objective,
)
from bot.language.post.undo import Undo
from bot.language.requests import Help, OpenForm
from bot.services.kpi.objective_numbers import objective_numbers
from bot.services.objective.objectives import close_objective, objective_in, reopen_objective
from bot.services.objective.records import last_deed_to
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.ways_back.table import undo_objective
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.objective import forms
from handlers.one_transaction import together
from handlers.payloads import Form, Press, Reply
from handlers.undo.command import at_deed, coming, in_its_reason, on_undo_typed
from handlers.views.deeds import deed_in_words
from handlers.views.objective import card as views
from handlers.views.objective.numbers import numbers_known
from handlers.views.undo import with_next


def register(on: Listeners) -> None:
    on.command("objective", on_command)
    on.press("objective.new", lambda turn, press: forms.form(turn, None))
    on.press("objective.show", lambda turn, press: show(turn))
    on.press("objective.more", on_more)
    on.press("objective.undo", on_undo)
    on.submit("objective.close", on_close)
    forms.register(on)


def on_command(turn: Turn, text: str) -> Reply:
    here = here_of(turn)
    request = parse_objective(text, now=here.now, zone=here.zone, french=here.french, dates=turn.t.date_order)
    match request:
        case OpenForm() | ShowObjectives():
            return show(turn)
        case SetObjective() if not (request.is_guess and _only_reads(turn)):
            return of_one(turn, "edit", request) if request.is_edit else forms.form(turn, None, request)
        case CloseObjective():
            return of_one(turn, "close", request)
        case ReopenObjective():
            return of_one(turn, "reopen", request)
        case Undo():
            return on_undo_typed(turn, request)
        case UndoObjective():
            with together(turn) as one:
                return card(one, *take_back(one, request.objective_id))
        case SetObjective() | Help():
            said, blocks = views.objective_help(turn.t)
            return Reply(text=said, blocks=blocks)


def _only_reads(turn: Turn) -> bool:
    """Who could not set what was typed is better helped by what can be typed."""
    return not may(turn.member, Action.CHANGE_PLAN, turn.the_strategy())


def here_of(turn: Turn) -> Here:
    order = LineDateOrder(dates=turn.t.date_order)
    return Here(now=turn.now, zone=turn.member.zone, french=turn.t.language == "fr", order=order)


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
        return reopen(turn, objective_id)
    if verb == "close":
        return closing(turn, objective_id, said)
    return forms.form(turn, objective_in(turn.the_strategy(), objective_id), described(said, here=here_of(turn)))


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
    found = objective_numbers(turn.store, strategy, objective, now=turn.now)
    numbers = numbers_known(turn.t, found, strategy.currency)
    form = views.closing_form(turn.t, objective, meta=meta, numbers=numbers, result=result or objective.result)
    return Reply(modal=form)


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
    return forms.saved(
        turn, strategy, objective, turn.t("objective-closed-said" if seen is None else "objective-saved-closed")
    )


def reopen(turn: Turn, objective_id: str) -> Reply:
    strategy, objective = reopen_objective(**turn.act, objective_id=objective_id)
    notice = turn.t("objective-reopened-said", objective=objective.id)
    return card(turn, strategy, notice, undo=forms.undo_of(turn, strategy, objective), in_place=True)


def on_undo(turn: Turn, press: Press) -> Reply:
    """A button of the version before names the objective alone."""
    objective_id, _, token = press.value.partition("|")
    if not token:
        return _taken_back(turn, press, objective_id)
    with at_deed(turn, token) as (one, _):
        return _taken_back(one, press, objective_id, token)


def _taken_back(turn: Turn, press: Press, objective_id: str, token: str = "") -> Reply:
    strategy, notice = take_back(turn, objective_id, token)
    if not press.view_id:
        return card(turn, strategy, notice, in_place=press.from_ephemeral)
    return Reply(modal=views.objectives_modal(turn.t, strategy, notice=notice), in_place=True)


def take_back(turn: Turn, objective_id: str, token: str = "") -> tuple[Strategy, str]:
    """The strategy as it is then, and a word on it. *token*: that deed and no other."""
    with turn.store.transaction() as tx:
        deed = last_deed_to(tx, turn.the_strategy(), objective_id, by=turn.member, now=turn.now, token=token)
    with in_its_reason(turn):
        strategy, _ = undo_objective(**turn.act, objective_id=objective_id, token=token)
    said = turn.t("undo-said", deed=deed_in_words(turn.t, deed)) if deed else ""
    return strategy, with_next(turn.t, said, coming(turn))
