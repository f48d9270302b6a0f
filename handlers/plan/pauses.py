"""A pause, typed, pressed and filled in: `/plan pause until monday "flood"`, and `/plan go on` at its end."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.domain.errors import UserError
from bot.domain.moments import at_local, local_day
from bot.domain.strategy import Strategy
from bot.language.plan.requests import GoOn, PausePlan
from bot.services.people.who_may import Action, refuse_unless
from bot.services.plan.card import plan_facts
from bot.services.plan.pauses import PausedPosts
from bot.services.post.pauses import Onwards, begin_pause, go_on, posts_to_go_through
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.plan import forms as plan_forms
from handlers.turns import turn_on
from handlers.views.kit import Json
from handlers.views.plan import card, forms, pauses
from handlers.views.refusals import refusal


def register(on: Listeners) -> None:
    on.press("plan.pause", on_pause)
    on.press("plan.go-on", on_go_on)
    on.submit("plan.pause", on_pause_submitted)
    on.submit("plan.go-on", on_gone_through)


def on_pause_typed(turn: Turn, request: PausePlan) -> Reply:
    """Begun at once where its end was understood, or there is none; else the form, with what was."""
    refuse_unless(turn.member, Action.CHANGE_PLAN, turn.the_strategy())
    is_whole = (request.until or request.is_open) and not (request.not_understood or request.doubts)
    if not is_whole:
        return _form(turn, until=request.until, reason=request.reason, request=request)
    try:
        strategy = _begin(turn, request.until, request.reason)
    except UserError as error:
        if not error.key.startswith("pause-"):
            raise
        return _form(turn, until=None, reason=request.reason, request=request, error=error)
    return _card(turn, strategy)


def _card(turn: Turn, strategy: Strategy) -> Reply:
    facts = plan_facts(**replace(turn, strategy=strategy).act)
    text, blocks = card.plan_card(turn.t, facts, notice=_begun(turn, strategy))
    return Reply(text=text, blocks=blocks)


def _begun(turn: Turn, strategy: Strategy) -> str:
    return pauses.begun_said(turn.t, posts_to_go_through(turn.store, strategy=strategy, now=turn.now))


def _begin(turn: Turn, until: date | None, reason: str) -> Strategy:
    zone = turn.the_strategy().zone
    end = at_local(until, time(), zone) if until else None
    return begin_pause(**turn.act, until=end, reason=reason.strip())


def _form(
    turn: Turn,
    *,
    until: date | None,
    reason: str,
    request: PausePlan | None = None,
    error: UserError | None = None,
) -> Reply:
    intro: list[Json] = []
    if request is not None and not request.is_bare and not (request.reason and not request.not_understood):
        missing = "" if error else " ".join(request.not_understood)
        intro = forms.understood(turn.t, missing=missing, typed=f"/plan {request.typed}".strip())
        intro = [*refusal(turn.t, error)[1], *intro[1:]] if error else intro
    is_on = turn.the_strategy().plan.pause is not None
    meta = plan_forms.meta_for(turn)
    return Reply(modal=pauses.pause_form(turn.t, until=until, reason=reason, is_on=is_on, meta=meta, intro=intro))


def on_pause(turn: Turn, press: Press) -> Reply:
    """The form; of a pause that is on, with its end and its reason."""
    turn = turn_on(turn, press.value)
    strategy = turn.the_strategy()
    refuse_unless(turn.member, Action.CHANGE_PLAN, strategy)
    pause = strategy.plan.pause
    until = local_day(pause.until, strategy.zone) if pause and pause.until and pause.is_on(turn.now) else None
    return replace(_form(turn, until=until, reason=pause.reason if pause else ""), in_place=True)


def on_pause_submitted(turn: Turn, form: Form) -> Reply:
    until = form.text("until")
    try:
        strategy = _begin(turn, date.fromisoformat(until) if until else None, form.text("reason"))
    except UserError as error:
        if error.key not in ("pause-past", "pause-far"):
            raise
        return Reply(errors={"until": turn.t.refusal(error)})
    return plan_forms.card_in_modal(replace(turn, strategy=strategy), notice=_begun(turn, strategy))


def on_go_on_typed(turn: Turn, request: GoOn) -> Reply:
    return _going_on(turn)


def on_go_on(turn: Turn, press: Press) -> Reply:
    return replace(_going_on(turn_on(turn, press.value)), in_place=True)


def _going_on(turn: Turn) -> Reply:
    refuse_unless(turn.member, Action.CHANGE_PLAN, turn.the_strategy())
    return _page(turn, _held(turn), pauses.Chosen())


def _held(turn: Turn) -> PausedPosts:
    return posts_to_go_through(turn.store, strategy=turn.the_strategy(), now=turn.now)


def _page(turn: Turn, held: PausedPosts, chosen: pauses.Chosen) -> Reply:
    strategy = turn.the_strategy()
    meta = plan_forms.meta_for(turn)
    return Reply(modal=pauses.going_on_form(turn.t, held, chosen, strategy=strategy, meta=meta))


def on_gone_through(turn: Turn, form: Form) -> Reply:
    """The next page, or after the last what became of all of it."""
    chosen, held = _chosen(form), _held(turn)
    if chosen.page < pauses.pages_of(held):
        return _page(turn, held, replace(chosen, page=chosen.page + 1))
    done = go_on(**turn.act, wish=_wish(chosen))
    return Reply(modal=pauses.went_on_modal(turn.t, done, meta=plan_forms.meta_for(turn)), in_place=True)


def _chosen(form: Form) -> pauses.Chosen:
    own: dict[str, str] = {**_carried(form.meta)}
    for name, value in form.values.items():
        if name.startswith(pauses.ROW):
            own[name.removeprefix(pauses.ROW)] = str(value)
    return pauses.Chosen(
        passed=form.text("passed") or str(form.meta.get("passed") or ""),
        ahead=form.text("ahead") or str(form.meta.get("ahead") or pauses.KEEP),
        own={post_id: value for post_id, value in own.items() if value != pauses.LIKE_OTHERS},
        page=int(form.meta.get("page") or 1),
    )


def _carried(meta: Mapping[str, Any]) -> dict[str, str]:
    """What was chosen on earlier pages."""
    own = meta.get("own")
    return {str(name): str(value) for name, value in own.items()} if isinstance(own, dict) else {}


def _wish(chosen: pauses.Chosen) -> Onwards:
    return Onwards(
        passed=pauses.onward_of(chosen.passed or pauses.KEEP),
        ahead=pauses.onward_of(chosen.ahead),
        own={post_id: pauses.onward_of(value) for post_id, value in chosen.own.items()},
    )
