"""The plan's forms: opened by buttons and by what was typed, and what they keep when they are sent."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.domain.care_rules import CareRules
from bot.domain.errors import NotFound, UserError
from bot.domain.limits import SAID_AGAIN
from bot.domain.plan_parts import Campaign, ExportLayout, Limits, Policy, PolicyKind, Severity, SpecialDay, Theme, Tool
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.language.counts import read_amount
from bot.language.moment.moments import Here
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, refuse_unless
from bot.services.plan.card import plan_facts
from bot.services.plan.changes import (
    change_plan,
    drop_part,
    drop_platform,
    key_of,
    put_care,
    put_day,
    put_limits,
    put_platform,
    put_policy,
    put_theme,
    put_tool,
)
from bot.services.plan.holidays import is_place
from bot.services.plan.money import moved_to
from bot.services.plan.month import is_over
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply, person_field
from handlers.turns import turn_on
from handlers.views.kit import Json
from handlers.views.plan import forms
from handlers.views.plan.card import history_modal, part_modal, plan_modal
from handlers.views.plan_words import AGAIN
from handlers.who_is_meant import look_up_insider

LAYOUTS = {each.value: each for each in ExportLayout}
PARTS = {"policy": "policies", "theme": "themes", "day": "days", "tool": "tools"}
"""The word of a form, and the field of the plan."""

FIELD_OF = {
    "plan-rhythm": "rhythm",
    "plan-text-limit": "text_limit",
    "plan-number": "posts_a_day",
    "plan-money": "spend_a_month",
    "plan-campaigns": "campaigns",
    "plan-campaign-money": "campaigns",
    "plan-campaign-twice": "campaigns",
    "plan-name": "name",
    "plan-policy-text": "text",
    "plan-policy-words": "value",
    "plan-policy-link": "value",
    "plan-policy-number": "value",
    "plan-policy-hours": "value",
    "plan-day-past": "day",
    "plan-theme-known": "name",
    "plan-theme-days": "last",
    "plan-theme-rule": "again",
    "plan-theme-weekdays": "weekdays",
    "plan-country": "country",
    "plan-care-days": "working_days",
    "plan-care-hours": "closes",
    "plan-care-forget": "forget_days",
}
"""Which field of a form a refusal belongs to: block ids, as in the views."""


def register(on: Listeners) -> None:
    on.press("plan.add.", on_add)
    on.press("plan.edit", on_edit)
    on.press("plan.all.", on_all)
    on.press("plan.history", on_history)
    for part, keep in KEEP.items():
        on.submit(f"plan.{part}", submitting(part, keep))


def meta_for(turn: Turn, *, key: str = "") -> dict[str, Any]:
    """The channel, so that the strategy is found again; *key* of the part that is edited."""
    return {"channel": turn.the_strategy().channel_id, "key": key}


def card_in_modal(turn: Turn, *, notice: str = "") -> Reply:
    facts = plan_facts(**turn.act)
    return Reply(modal=plan_modal(turn.t, facts, notice=notice), in_place=True)


def on_add(turn: Turn, press: Press) -> Reply:
    return opened(turn, press.action_id.removeprefix("plan.add."), "")


def on_edit(turn: Turn, press: Press) -> Reply:
    part, _, key = press.value.partition("|")
    return opened(turn, part, key)


def on_all(turn: Turn, press: Press) -> Reply:
    facts = plan_facts(**turn.act)
    return Reply(modal=part_modal(turn.t, facts, press.action_id.removeprefix("plan.all.")), in_place=True)


def on_history(turn: Turn, press: Press) -> Reply:
    turn = turn_on(turn, press.value)
    facts = plan_facts(**turn.act)
    return Reply(modal=history_modal(turn.t, facts), in_place=True)


def opened(turn: Turn, part: str, key: str) -> Reply:
    """The form of a part, empty where *key* is; who may not send it is told before it is filled in."""
    refuse_unless(turn.member, Action.CHANGE_PLAN, turn.the_strategy())
    return Reply(modal=FORMS[part](turn, key), in_place=True)


def _platform_form(turn: Turn, key: str) -> Json:
    plan = turn.the_strategy().plan_of(Platform(key)) if key else None
    return forms.platform_form(turn.t, plan, is_new=plan is None, meta=meta_for(turn, key=key))


def _limits_form(turn: Turn, key: str) -> Json:
    return forms.limits_form(turn.t, turn.the_strategy().plan.limits, meta=meta_for(turn))


def _care_form(turn: Turn, key: str) -> Json:
    return forms.care_form(turn.t, turn.the_strategy(), meta=meta_for(turn))


def _people_form(turn: Turn, key: str) -> Json:
    return forms.people_form(turn.t, turn.the_strategy(), meta=meta_for(turn))


def _part_form(form: Callable[..., Json], part: str) -> Callable[[Turn, str], Json]:
    def show(turn: Turn, key: str) -> Json:
        known = part_called(turn, part, key) if key else None
        return form(turn.t, known, is_new=known is None, meta=meta_for(turn, key=key))

    return show


def part_called(turn: Turn, part: str, key: str) -> Any:
    """Raises `NotFound` for what somebody took out of the plan meanwhile."""
    known = (each for each in getattr(turn.the_strategy().plan, PARTS[part]) if key_of(each) == key)
    found = next(known, None)
    if found is None:
        raise NotFound("plan-part", key)
    return found


def tool_called(turn: Turn, name: str) -> Tool | None:
    tools = turn.the_strategy().plan.tools
    return next((each for each in tools if each.name.casefold() == name.casefold()), None)


FORMS: dict[str, Callable[[Turn, str], Json]] = {
    "platform": _platform_form,
    "limits": _limits_form,
    "care": _care_form,
    "people": _people_form,
    "policy": _part_form(forms.policy_form, "policy"),
    "theme": _part_form(forms.theme_form, "theme"),
    "day": _part_form(forms.day_form, "day"),
    "tool": _part_form(forms.tool_form, "tool"),
}


def submitting(part: str, keep: Callable[[Turn, Form], Strategy]) -> Callable[[Turn, Form], Reply]:
    """A form's answer: the plan as it is now, or the refusal under its field."""

    def on_submitted(turn: Turn, form: Form) -> Reply:
        try:
            dropped = "drop" in (form.values.get("drop") or ())
            strategy = _drop(turn, part, str(form.meta["key"])) if dropped else keep(turn, form)
        except UserError as error:
            block_id = person_field(form, error) or FIELD_OF.get(error.key, "")
            if block_id not in form.values:
                raise
            return Reply(errors={block_id: turn.t.refusal(error)})
        said = [turn.t("plan-said-dropped" if dropped else "plan-said-saved", part=turn.t(f"plan-form-{part}"))]
        themes = strategy.plan.themes if part == "theme" and not dropped else ()
        said.append(over_said(turn, next((each for each in themes if each.name == form.text("name")), None)))
        return card_in_modal(replace(turn, strategy=strategy), notice=" ".join(filter(None, said)))

    return on_submitted


def over_said(turn: Turn, theme: Theme | None) -> str:
    """That all of it lies in the past: it is kept, and nothing comes of it any more."""
    is_past = theme is not None and is_over(theme, turn.the_strategy().today(turn.now))
    return turn.t("plan-said-theme-over") if is_past else ""


def _drop(turn: Turn, part: str, key: str) -> Strategy:
    if part == "platform":
        return drop_platform(**turn.act, platform=Platform(key))
    return drop_part(**turn.act, part=PARTS[part], key=key)


def _keep_platform(turn: Turn, form: Form) -> Strategy:
    rhythm, text_limit = form.text("rhythm"), form.text("text_limit")
    wish = PlatformPlan(
        platform=Platform(form.text("platform")),
        purpose=form.text("purpose"),
        public=form.text("public"),
        language=form.text("language"),
        owner_id=_member(turn, form, "owner"),
        backup_id=_member(turn, form, "backup"),
        reviewer_id=_member(turn, form, "reviewer"),
        rhythm=float(rhythm) if rhythm else None,
        text_limit=int(text_limit) if text_limit else None,
        review_required={"yes": True, "no": False}.get(form.text("review")),
    )
    return put_platform(**turn.act, wish=wish)


def _member(turn: Turn, form: Form, role: str) -> str | None:
    """Learned from Slack where it is somebody new to the plan."""
    chosen = form.text(role)
    known = {getattr(each, f"{role}_id", None) for each in turn.the_strategy().platforms}
    return (chosen if chosen in known else look_up_insider(turn, chosen)) if chosen else None


def _keep_limits(turn: Turn, form: Form) -> Strategy:
    """0 is no limit, as where it is typed in a line."""
    posts, spend = form.text("posts_a_day") or 0, form.text("spend_a_month") or 0
    limits = Limits(
        posts_a_day=int(posts) or None,
        spend_a_month=round(float(spend), 2) or None,
        campaigns=campaigns_of(form.text("campaigns"), Here(now=turn.now, zone=turn.member.zone)),
        currency=form.text("currency") or turn.the_strategy().currency,
    )
    return put_limits(**turn.act, limits=limits)


def _keep_care(turn: Turn, form: Form) -> Strategy:
    """What was left empty stays as it is."""
    care = turn.the_strategy().care
    rules = CareRules(
        working_days=frozenset(int(each) for each in form.values.get("working_days") or ()),
        opens=time.fromisoformat(form.text("opens") or care.opens.isoformat()),
        closes=time.fromisoformat(form.text("closes") or care.closes.isoformat()),
        due_days=int(form.text("due_days") or care.due_days),
        forget_days=int(form.text("forget_days") or care.forget_days),
    )
    return put_care(**turn.act, care=rules)


def campaigns_of(typed: str, here: Here) -> tuple[Campaign, ...]:
    """ "Winter = 200" a line. Raises `UserError("plan-campaigns")` with the line that says no amount."""
    found = []
    for line in filter(None, map(str.strip, typed.splitlines())):
        name, _, typed_amount = line.replace(":", "=").rpartition("=")
        amount = read_amount(typed_amount, here) if name else None
        if amount is None:
            raise UserError("plan-campaigns", what=line[:SAID_AGAIN])
        found.append(Campaign(name=line[: len(name)].strip(), amount=round(amount, 2)))
    return tuple(found)


def _keep_policy(turn: Turn, form: Form) -> Strategy:
    policy = Policy(
        id=str(form.meta["key"]),
        kind=PolicyKind(form.text("kind")),
        value=form.text("value"),
        text=form.text("text"),
        severity=Severity(form.text("severity") or Severity.ADVICE),
        platforms=tuple(Platform(each) for each in form.values.get("platforms") or ()),
    )
    return put_policy(**turn.act, policy=policy)


def _keep_theme(turn: Turn, form: Form) -> Strategy:
    last, again, key = form.text("last"), form.text("again"), str(form.meta["key"])
    known = next((each for each in turn.the_strategy().plan.themes if each.id == key), None)
    rule = known.rrule if again == "other" and known else AGAIN.get(again, "")
    theme = Theme(
        id=key,
        name=form.text("name"),
        first=date.fromisoformat(form.text("first")),
        last=date.fromisoformat(last) if last else None,
        weekdays=frozenset(int(each) for each in form.values.get("weekdays") or ()),
        rrule=rule,
        colour=form.text("colour") or forms.COLOURS["green"],
        owner_id=_member(turn, form, "owner"),
    )
    return put_theme(**turn.act, theme=theme)


def _keep_day(turn: Turn, form: Form) -> Strategy:
    day = SpecialDay(
        name=form.text("name"), day=date.fromisoformat(form.text("day")), is_free=form.text("sort") != "awareness"
    )
    return put_day(**turn.act, day=day, instead_of=str(form.meta["key"]))


def _keep_tool(turn: Turn, form: Form) -> Strategy:
    layout = form.text("layout")
    tool = Tool(name=form.text("name"), layout=ExportLayout(layout) if layout else None, note=form.text("note"))
    return put_tool(**turn.act, tool=tool, instead_of=str(form.meta["key"]))


def _keep_people(turn: Turn, form: Form) -> Strategy:
    manager = form.text("manager")
    manager = manager if manager == turn.the_strategy().manager_id else look_up_insider(turn, manager)

    country = form.text("country").upper()
    if country and not is_place(country):
        raise UserError("plan-country", what=country)

    def change(tx: Any, was: Strategy) -> Strategy:
        reachable(tx, was, manager)
        threads = form.text("thread") == "yes"
        plan = replace(was.plan, review_again_after_change=form.text("again") != "no", thread_per_post=threads)
        reviewed = form.text("review") == "yes"
        made = replace(was, manager_id=manager, review_required=reviewed, plan=plan)
        return moved_to(tx, made, country)

    return change_plan(**turn.act, what="people", change=change)


KEEP: dict[str, Callable[[Turn, Form], Strategy]] = {
    "platform": _keep_platform,
    "limits": _keep_limits,
    "care": _keep_care,
    "people": _keep_people,
    "policy": _keep_policy,
    "theme": _keep_theme,
    "day": _keep_day,
    "tool": _keep_tool,
}
