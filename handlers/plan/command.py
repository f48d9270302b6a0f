"""`/plan`: what was typed becomes a change, a form with what was understood, or the plan as a card."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bot.domain.errors import UserError
from bot.domain.plan_parts import Campaign, Limits, Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.strategy import PlatformPlan, Strategy
from bot.language.plan import requests as asked
from bot.language.plan.command import parse_plan
from bot.language.post.undo import Undo
from bot.language.requests import ME, Help, OpenForm, Request
from bot.services.people.who_may import Action, refuse_unless
from bot.services.plan.card import plan_facts
from bot.services.plan.changes import put_day, put_limits, put_platform, put_policy, put_theme, put_tools
from bot.services.undo.deeds import Deed
from bot.services.ways_back.table import undo_plan
from handlers.context import Turn
from handlers.doubts import asked_above
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.plan import forms as plan_forms
from handlers.plan import pauses, radar
from handlers.undo.command import at_deed, coming, in_its_reason, on_undo_typed
from handlers.views.deeds import deed_in_words
from handlers.views.kit import Json, safe, section
from handlers.views.lengths import NAME
from handlers.views.plan import card as views
from handlers.views.plan import forms
from handlers.views.refusals import refusal
from handlers.views.undo import with_next
from handlers.who_is_meant import look_up_insider, member_named, names_of

Answer = Callable[[Turn, Any], Reply]


def register(on: Listeners) -> None:
    on.command("plan", on_command)
    on.press("plan.show", lambda turn, press: card(turn))
    on.press("plan.undo", on_undo)
    plan_forms.register(on)
    radar.register(on)
    pauses.register(on)


def on_command(turn: Turn, text: str) -> Reply:
    t = turn.t
    request = parse_plan(
        text,
        now=turn.now,
        zone=zone_of(turn),
        french=t.language == "fr",
        people=names_of(turn),
        dates=t.date_order,
    )
    return asked_above(t, ANSWERS[type(request)](turn, request), request)


def zone_of(turn: Turn) -> str:
    """Days of the plan are those of the strategy."""
    return turn.strategy.zone if turn.strategy else turn.member.zone


def card(turn: Turn, *, notice: str = "", in_place: bool = False) -> Reply:
    facts = plan_facts(**turn.act)
    text, blocks = views.plan_card(turn.t, facts, notice=notice)
    return Reply(text=text, blocks=blocks, in_place=in_place)


def on_undo(turn: Turn, press: Press) -> Reply:
    """A button of the version before names the strategy alone."""
    token = press.value.partition("|")[2]
    if not token:
        return _undo(turn, press, None)
    with at_deed(turn, token) as (one, deed):
        return _undo(one, press, deed)


def _undo(turn: Turn, press: Press, deed: Deed | None) -> Reply:
    with in_its_reason(turn):
        strategy = undo_plan(**turn.act, token=deed.token if deed else "")
    turn = replace(turn, strategy=strategy)
    said = turn.t("undo-said", deed=deed_in_words(turn.t, deed)) if deed else turn.t("plan-said-undone")
    notice = with_next(turn.t, said, coming(turn))
    if press.view_id:
        return plan_forms.card_in_modal(turn, notice=notice)
    return card(turn, notice=notice, in_place=press.from_ephemeral)


def saved(turn: Turn, strategy: Strategy, part: str, *, said: str = "") -> Reply:
    """*said*: what it means, where that was not typed in so many words."""
    notice = turn.t("plan-said-saved", part=turn.t(f"plan-form-{part}"))
    return card(replace(turn, strategy=strategy), notice=" ".join(filter(None, [notice, said])))


def _typed(turn: Turn, request: Request, view: Json | None, *, error: UserError | None = None) -> Reply:
    """The form *view* with a word on what was not understood, and a message that keeps what was typed."""
    refuse_unless(turn.member, Action.CHANGE_PLAN, turn.the_strategy())
    assert view is not None  # noqa: S101  # a form was made
    if request.is_bare:
        return Reply(modal=view)
    missing = " ".join(request.not_understood)
    intro = forms.understood(turn.t, missing=missing, typed=f"/plan {request.typed}".strip())
    if error is not None:
        intro = [*refusal(turn.t, error)[1], *intro[1:]]
    shown = {**view, "blocks": [*intro, *view["blocks"]]}
    text = turn.t("post-form-opened")
    return Reply(modal=shown, text=text, blocks=[section(text), *intro] if error else intro)


def _kept(
    turn: Turn, request: Request, part: str, keep: Callable[[], Strategy], view: Json, *, said: str = ""
) -> Reply:
    """Kept at once; what cannot be kept opens the form, and says why."""
    try:
        return saved(turn, keep(), part, said=said)
    except UserError as error:
        if not error.key.startswith("plan-"):
            raise
        return _typed(turn, request, view, error=error)


def on_platform_typed(turn: Turn, request: asked.SetPlatform) -> Reply:
    """What was not typed stays as it is."""
    known = turn.the_strategy().plan_of(request.platform) if request.platform else None
    wish, unknown = _platform_wish(turn, request, known)
    meta = plan_forms.meta_for(turn, key=known.platform.value if known else "")
    view = forms.platform_form(turn.t, wish, is_new=known is None, meta=meta)
    request = replace(request, not_understood=(*request.not_understood, *unknown))
    if wish is None or request.not_understood or wish == known:
        return _typed(turn, request, view)
    return _kept(turn, request, "platform", lambda: put_platform(**turn.act, wish=wish), view)


def _platform_wish(
    turn: Turn, request: asked.SetPlatform, known: PlatformPlan | None
) -> tuple[PlatformPlan | None, list[str]]:
    """What the platform should be, and the names that nobody goes by."""
    if request.platform is None:
        return None, []
    wish, unknown = known or PlatformPlan(platform=request.platform), []
    for role in ("owner", "backup", "reviewer"):
        person = getattr(request, role)
        found = person_of(turn, person)
        if person and not found:
            unknown.append(f"@{person.name}")
        elif found:
            wish = replace(wish, **{f"{role}_id": found})  # type: ignore[arg-type]
    typed = {
        name: getattr(request, name)
        for name in ("purpose", "public", "language", "rhythm", "text_limit", "review_required")
        if getattr(request, name) not in (None, "")
    }
    return replace(wish, **typed), unknown


def person_of(turn: Turn, person: asked.Person | None) -> str | None:
    """Who is meant; None where nobody is known by that name."""
    if person is None:
        return None
    if person.id == ME:
        return turn.member.id
    found = person.id or member_named(turn, person.name)
    return look_up_insider(turn, found) if found else None


def on_people_typed(turn: Turn, request: asked.SetPeople) -> Reply:
    """Always the form, with what was typed filled in: another manager is seen before they are one."""
    strategy, manager = turn.the_strategy(), person_of(turn, request.manager)
    wish = replace(strategy, manager_id=manager or strategy.manager_id, country=request.country or strategy.country)
    view = forms.people_form(turn.t, wish, meta=plan_forms.meta_for(turn))
    if request.manager and not manager:
        request = replace(request, not_understood=(*request.not_understood, f"@{request.manager.name}"))
    if not request.not_understood:
        refuse_unless(turn.member, Action.CHANGE_PLAN, strategy)
        text = turn.t("post-form-opened")
        return Reply(modal=view, text=text, blocks=[section(text)])
    return _typed(turn, request, view)


def on_care_typed(turn: Turn, request: asked.SetCare) -> Reply:
    return _typed(turn, request, plan_forms.FORMS["care"](turn, ""))


def on_limit_typed(turn: Turn, request: asked.SetDayLimit) -> Reply:
    limits = replace(turn.the_strategy().plan.limits, posts_a_day=request.posts)
    said = turn.t("plan-said-no-limit-day") if request.is_off else ""
    return _limits_typed(turn, request, limits, is_whole=request.is_off or request.posts is not None, said=said)


def on_budget_typed(turn: Turn, request: asked.SetBudget) -> Reply:
    limits = _with_amount(turn.the_strategy().plan.limits, request)
    said = turn.t("plan-said-no-limit-month") if request.is_off else ""
    if request.is_off and request.campaign:
        said = turn.t("plan-said-no-limit-campaign", name=safe(request.campaign, NAME))
    error = _other_currency(turn.the_strategy(), limits, request)
    if error is None:
        limits = replace(limits, currency=request.currency or limits.currency)
    is_whole = request.is_off or request.amount is not None
    return _limits_typed(turn, request, limits, is_whole=is_whole, said=said, error=error)


def _with_amount(limits: Limits, request: asked.SetBudget) -> Limits:
    if not request.campaign:
        return replace(limits, spend_a_month=request.amount)
    others = tuple(each for each in limits.campaigns if each.name.casefold() != request.campaign.casefold())
    own = () if request.amount is None else (Campaign(name=request.campaign, amount=request.amount),)
    return replace(limits, campaigns=(*others, *own))


def _other_currency(strategy: Strategy, limits: Limits, request: asked.SetBudget) -> UserError | None:
    """All amounts are of one currency: one amount does not turn those that stay into others."""
    stay = [each.amount for each in limits.campaigns if each.name != request.campaign]
    stay += [limits.spend_a_month] if limits.spend_a_month is not None and request.campaign else []
    stay += [each.resources.budget for each in strategy.open_objectives if each.resources.budget]
    if not stay or request.currency in ("", limits.currency):
        return None
    return UserError("plan-other-currency", typed=request.currency, currency=limits.currency)


def _limits_typed(
    turn: Turn, request: Request, limits: Limits, *, is_whole: bool, said: str = "", error: UserError | None = None
) -> Reply:
    shown = limits if is_whole else turn.the_strategy().plan.limits
    view = forms.limits_form(turn.t, shown, meta=plan_forms.meta_for(turn))
    if request.not_understood or not is_whole or error:
        return _typed(turn, request, view, error=error)
    return _kept(turn, request, "limits", lambda: put_limits(**turn.act, limits=limits), view, said=said)


def on_theme_typed(turn: Turn, request: asked.AddTheme) -> Reply:
    owner = person_of(turn, request.owner)
    today = turn.the_strategy().today(turn.now)
    is_whole = request.name and (request.first or request.weekdays)
    known = _theme_called(turn, request.name)
    theme = None
    if is_whole:
        base = known or Theme(id="", name=request.name, first=today)
        theme = replace(
            base,
            name=request.name,
            first=request.first or base.first,
            last=request.last or base.last,
            weekdays=request.weekdays or base.weekdays,
            owner_id=owner or base.owner_id,
        )
    is_lost = request.owner is not None and owner is None
    meta = plan_forms.meta_for(turn, key=known.id if known else "")
    view = forms.theme_form(turn.t, theme or known, name=request.name, is_new=known is None, meta=meta)
    if theme is None or request.not_understood or request.doubts or is_lost:
        return _typed(turn, request, view)
    return _kept(
        turn,
        request,
        "theme",
        lambda: put_theme(**turn.act, theme=theme),
        view,
        said=plan_forms.over_said(turn, theme),
    )


def _theme_called(turn: Turn, name: str) -> Theme | None:
    themes = turn.the_strategy().plan.themes
    return next((each for each in themes if each.name.casefold() == name.casefold()), None)


def on_policy_typed(turn: Turn, request: asked.AddPolicy) -> Reply:
    policy = None
    if request.kind is not None:
        policy = Policy(
            id="",
            kind=request.kind,
            text=request.text,
            value=request.value,
            severity=request.severity,
            platforms=request.platforms,
        )
    view = forms.policy_form(turn.t, policy, is_new=True, meta=plan_forms.meta_for(turn))
    is_whole = policy and (policy.value or policy.text or policy.kind is PolicyKind.REQUIRE_IMAGE_TEXT)
    if policy is None or request.not_understood or not is_whole:
        return _typed(turn, request, view)
    return _kept(turn, request, "policy", lambda: put_policy(**turn.act, policy=policy), view)


def on_day_typed(turn: Turn, request: asked.AddDay) -> Reply:
    day = SpecialDay(name=request.name, day=request.day, is_free=request.is_free) if request.day else None
    meta = plan_forms.meta_for(turn)
    view = forms.day_form(turn.t, day, name=request.name, is_free=request.is_free, is_new=True, meta=meta)
    if day is None or not day.name or request.not_understood or request.doubts:
        return _typed(turn, request, view)
    return _kept(turn, request, "day", lambda: put_day(**turn.act, day=day), view)


def on_tool_typed(turn: Turn, request: asked.AddTool) -> Reply:
    named = [plan_forms.tool_called(turn, each) or Tool(name=each, layout=forms_layout(each)) for each in request.names]
    first = named[0] if named else None
    view = forms.tool_form(turn.t, first, is_new=True, meta=plan_forms.meta_for(turn))
    if not named:
        return _typed(turn, request, view)
    return _kept(turn, request, "tool", lambda: put_tools(**turn.act, tools=tuple(named)), view)


def forms_layout(name: str) -> Any:
    """Tools that are known by name bring their layout."""
    return plan_forms.LAYOUTS.get(name.strip().casefold().partition(" ")[0])


def on_calendar_typed(turn: Turn, request: asked.ShowCalendar) -> Reply:
    from handlers.plan.calendar import show_calendar

    return show_calendar(turn, request.text)


def on_show_typed(turn: Turn, request: OpenForm) -> Reply:
    return on_help_typed(turn, Help(not_understood=request.not_understood)) if request.not_understood else card(turn)


def on_help_typed(turn: Turn, request: Help) -> Reply:
    text, blocks = views.plan_help(turn.t, not_understood=" ".join(request.not_understood))
    return Reply(text=text, blocks=blocks)


ANSWERS: Mapping[type[Request], Answer] = MappingProxyType(
    {
        OpenForm: on_show_typed,
        Help: on_help_typed,
        asked.SetPlatform: on_platform_typed,
        asked.SetPeople: on_people_typed,
        asked.SetCare: on_care_typed,
        asked.SetDayLimit: on_limit_typed,
        asked.SetBudget: on_budget_typed,
        asked.AddTheme: on_theme_typed,
        asked.AddPolicy: on_policy_typed,
        asked.AddDay: on_day_typed,
        asked.AddTool: on_tool_typed,
        asked.ShowCalendar: on_calendar_typed,
        asked.CheckPlan: radar.on_check_typed,
        Undo: on_undo_typed,
        asked.PausePlan: pauses.on_pause_typed,
        asked.GoOn: pauses.on_go_on_typed,
    }
)
