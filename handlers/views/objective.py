"""Objectives as cards, and the form in two steps: what and with what; then where and how it shows."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.kpis import PERCENTAGES
from bot.domain.moments import local_day
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, Strategy
from bot.i18n import Translator
from bot.services.figure_words import amount
from bot.services.objectives import SUGGESTIONS, effort_for, platforms_for
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    date_picker,
    divider,
    escape,
    field,
    header,
    menu,
    menu_of_many,
    modal,
    number_field,
    overflow,
    section,
    text_field,
)

OTHER, OTHER_VALUE = "other", "other_value"


def objectives_card(t: Translator, strategy: Strategy, *, may_change: bool) -> tuple[str, list[Json]]:
    """All objectives, the open ones first; never empty."""
    text = t("objective-title", name=escape(strategy.name), count=len(strategy.open_objectives))
    blocks = [header(clip(t("objective-heading"), 150)), section(text)]
    closed = [each for each in strategy.objectives if each.closed_at is not None][-5:]
    for objective in [*strategy.open_objectives, *reversed(closed)]:
        shown = objective_blocks(t, objective, currency=strategy.plan.limits.currency, may_change=may_change)
        blocks += [divider(), *shown]
    add = [button(t("objective-new"), "objective.new", style="primary")] if may_change else []
    return text, [*blocks, *([actions(*add)] if add else [])]


def objective_blocks(t: Translator, objective: Objective, *, currency: str, may_change: bool) -> list[Json]:
    name = t(f"objective-{objective.kind.value}")
    lines = [f"*{objective.id} · {escape(objective.statement)}*", " · ".join([name, *facts(t, objective, currency)])]
    choices = [(t("button-edit"), f"edit:{objective.id}"), (t("objective-close"), f"close:{objective.id}")]
    if objective.closed_at is not None:
        choices = [(t("objective-reopen"), f"reopen:{objective.id}")]
    accessory = overflow("objective.more", choices) if may_change else None
    blocks = [section("\n".join(lines), accessory=accessory)]
    if objective.targets:
        blocks.append(context(t("objective-targets", targets=t.listing(targets(t, objective), style="unit"))))
    if objective.closed_at is not None:
        day = t.day(local_day(objective.closed_at, t.zone), short=True, year=True)
        blocks.append(context(t("objective-closed", day=day, result=escape(objective.result) or "–")))
    return blocks


def facts(t: Translator, objective: Objective, currency: str) -> list[str]:
    found = []
    if objective.deadline:
        found.append(t("objective-until", day=t.day(objective.deadline, short=True, year=True)))
    if objective.platforms:
        found.append(t.listing([t.platform(each) for each in objective.platforms], style="unit"))
    if objective.resources.hours_a_week is not None:
        found.append(t("objective-hours", hours=t.number(objective.resources.hours_a_week)))
    if objective.resources.budget is not None:
        found.append(t("objective-budget", budget=t.money(objective.resources.budget, currency)))
    return found


def targets(t: Translator, objective: Objective) -> list[str]:
    return [f"{t(f'kpi-{each.kpi.value}')} {amount(t, each.kpi, each.value)}" for each in objective.targets]


def first_step(
    t: Translator, objective: Objective | None, *, currency: str, meta: Mapping[str, Any],
    kind: ObjectiveKind | None = None, statement: str = "", deadline: str | None = None,
) -> Json:  # fmt: skip
    """What it is for, until when, and what it may use."""
    chosen = kind or (objective.kind if objective else None)
    until = deadline or (objective.deadline.isoformat() if objective and objective.deadline else None)
    kinds = [(t(f"objective-{each.value}-long"), each.value) for each in ObjectiveKind]
    resources = objective.resources if objective else None
    blocks = [
        context(t("objective-step-one")),
        field("kind", t("objective-kind"), menu("kind", kinds, chosen=chosen.value if chosen else ""), optional=False),
        text_field(
            "statement",
            t("objective-statement"),
            value=statement or (objective.statement if objective else ""),
            limit=300,
            multiline=True,
            hint=t("objective-statement-hint"),
            optional=False,
        ),
        field("deadline", t("objective-deadline"), date_picker("deadline", day=until)),
        number_field(
            "hours", t("objective-hours-field"), value=resources.hours_a_week if resources else None, decimals=True
        ),
        number_field(
            "budget",
            t("objective-budget-field", currency=currency),
            value=resources.budget if resources else None,
            decimals=True,
        ),
    ]
    return modal("objective", t("objective-form"), blocks, submit=t("button-next"), close=t("button-cancel"), meta=meta)


def second_step(
    t: Translator, kind: ObjectiveKind, hours: float | None, objective: Objective | None, *, meta: Mapping[str, Any]
) -> Json:
    """Where, and how one sees that it works; suggested for the kind, with the reason, and all of it open to change."""
    suggestion = SUGGESTIONS[kind]
    known = objective if objective and objective.kind is kind else None
    chosen = known.platforms if known else platforms_for(kind, hours)
    every = [(t.platform(each), each.value) for each in Platform]
    blocks = [
        context(t("objective-step-two")),
        section(t(f"objective-{kind.value}-why")),
        field(
            "platforms",
            t("objective-platforms"),
            menu_of_many("platforms", every, chosen=[each.value for each in chosen]),
            hint=why_platforms(t, kind, hours),
        ),
        *[target_field(t, kpi, objective) for kpi in asked_kpis(suggestion.kpis, objective)],
        *other_target(t, asked_kpis(suggestion.kpis, objective)),
    ]
    effort = effort_for(hours)
    if effort is not None:
        blocks.append(context(t("objective-effort", hours=t.number(effort.hours), posts=effort.posts)))
    return modal(
        "objective.targets",
        t("objective-form"),
        blocks,
        submit=t("button-save"),
        close=t("button-cancel"),
        meta=meta,
    )


def asked_kpis(suggested: Sequence[Kpi], objective: Objective | None) -> list[Kpi]:
    own = [each.kpi for each in objective.targets] if objective else []
    return list(dict.fromkeys([*own, *suggested]))[:8]


def why_platforms(t: Translator, kind: ObjectiveKind, hours: float | None) -> str:
    names = t.listing([t.platform(each) for each in SUGGESTIONS[kind].platforms], style="unit")
    return t("objective-platforms-hint", platforms=names)


def target_field(t: Translator, kpi: Kpi, objective: Objective | None) -> Json:
    value = next((each.value for each in objective.targets if each.kpi is kpi), None) if objective else None
    shown = value * 100 if value is not None and kpi in PERCENTAGES else value
    label = t("objective-target-percent" if kpi in PERCENTAGES else "objective-target", kpi=t(f"kpi-{kpi.value}"))
    return number_field(f"target.{kpi.value}", label, value=shown, decimals=True)


def other_target(t: Translator, asked: Sequence[Kpi]) -> list[Json]:
    rest = [(t(f"kpi-{kpi.value}"), kpi.value) for kpi in Kpi if kpi not in asked]
    if not rest:
        return []
    return [
        field(OTHER, t("objective-other-kpi"), menu(OTHER, rest)),
        number_field(OTHER_VALUE, t("objective-other-value"), decimals=True, hint=t("objective-other-hint")),
    ]


def saved(t: Translator, objective: Objective, *, currency: str, channel_id: str) -> Json:
    said = t("objective-closed-said" if objective.closed_at else "objective-saved")
    blocks = [section(said), *objective_blocks(t, objective, currency=currency, may_change=False)]
    blocks.append(
        actions(button(t("button-add-post"), "post.add", style="primary"), button(t("objective-all"), "objective.show"))
    )
    return modal("objective.saved", t("objective-form"), blocks, close=t("button-close"), meta={"channel": channel_id})


def closing_form(t: Translator, objective: Objective, *, meta: Mapping[str, Any], result: str = "") -> Json:
    blocks = [
        section(f"*{objective.id} · {escape(objective.statement)}*"),
        text_field("result", t("objective-result"), value=result, multiline=True, limit=1000, optional=False),
    ]
    title = t("objective-close-title")
    return modal("objective.close", title, blocks, submit=t("objective-close"), close=t("button-cancel"), meta=meta)


def objective_help(t: Translator, *, not_understood: str = "") -> tuple[str, list[Json]]:
    title = (
        t("help-not-understood", what=escape(clip(not_understood, 200))) if not_understood else t("objective-heading")
    )
    return title, [section(title), section(t("objective-help")), actions(button(t("objective-all"), "objective.show"))]
