"""Objectives as cards, and the form in two steps: what and with what; then where and how it shows."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.kpi.formulas import DURATIONS, PERCENTAGES
from bot.domain.limits import RESULT_LIMIT, STATEMENT_LIMIT
from bot.domain.moments import local_day
from bot.domain.objective.suggestions import SUGGESTIONS, effort_for, platforms_for
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, Strategy
from bot.i18n import Translator
from bot.services.kpi.figure_words import amount
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    copyable,
    date_picker,
    divider,
    escape,
    field,
    header,
    mention,
    menu,
    menu_of_many,
    modal,
    number_field,
    overflow,
    safe,
    section,
    text_field,
)
from handlers.views.lengths import PHRASE, PLACEABLE, VALUE

OTHER, OTHER_VALUE = "other", "other_value"


LATEST = 5
"""Closed ones that are shown; the others keep their numbers."""


def objectives_card(
    t: Translator, strategy: Strategy, *, may_change: bool, notice: str = "", undo: str = ""
) -> tuple[str, list[Json]]:
    """All objectives, the open ones first; never empty. *notice*: what has just happened to *undo*, if it can be."""
    text = t("objective-title", name=escape(strategy.name), count=len(strategy.open_objectives))
    back = [actions(button(t("button-undo"), "objective.undo", undo))] if undo else []
    said = [section(notice), *back] if notice else []
    blocks = [*said, header(t("objective-heading")), section(text)]
    closed = [each for each in strategy.objectives if each.closed_at is not None][-LATEST:]
    for objective in [*strategy.open_objectives, *reversed(closed)]:
        shown = objective_blocks(t, objective, currency=strategy.currency, may_change=may_change)
        blocks += [divider(), *shown]
    add = [button(t("objective-new"), "objective.new", style="primary")] if may_change else []
    return " ".join(filter(None, [notice, text])), [*blocks, *([actions(*add)] if add else [])]


def objectives_modal(t: Translator, strategy: Strategy, *, notice: str) -> Json:
    """All objectives in place of a form, after what *notice* says."""
    _, blocks = objectives_card(t, strategy, may_change=True, notice=notice)
    meta = {"channel": strategy.channel_id}
    return modal("objective.saved", t("objective-heading"), blocks, close=t("button-close"), meta=meta)


def which_one(
    t: Translator, verb: str, meant: Sequence[Objective], *, instead: Sequence[Objective], said: str
) -> tuple[str, list[Json]]:
    """A button for each that can be meant, else for the last of those *instead*; what was *said* goes with it."""
    shown = list(meant or instead)[-LATEST:]
    text = t(f"objective-which-{verb}") if meant else _none(t, verb, instead)
    typed = [context(t("you-typed")), copyable(said)] if said else []
    add = [] if shown else [actions(button(t("objective-all"), "objective.show"))]
    return text, [section(text), *(_choice(t, verb, each, said) for each in shown), *typed, *add]


def _none(t: Translator, verb: str, instead: Sequence[Objective]) -> str:
    if verb == "reopen":
        return t("objective-none-closed")
    return " ".join([t("objective-none-open"), *([t("objective-instead")] if instead else [])])


def _choice(t: Translator, verb: str, objective: Objective, said: str) -> Json:
    labels = {"edit": t("button-edit"), "close": _close_label(t, objective), "reopen": t("objective-reopen")}
    choice = button(labels[verb], "objective.more", f"{verb}:{objective.id}:{said}"[:VALUE])
    return section(f"*{objective.id} · {escape(objective.statement)}*", accessory=choice)


def _close_label(t: Translator, objective: Objective) -> str:
    return t("objective-close" if objective.closed_at is None else "objective-edit-result")


def objective_blocks(t: Translator, objective: Objective, *, currency: str, may_change: bool) -> list[Json]:
    name = t(f"objective-{objective.kind.value}")
    lines = [f"*{objective.id} · {escape(objective.statement)}*", " · ".join([name, *facts(t, objective, currency)])]
    choices = [(t("button-edit"), f"edit:{objective.id}"), (_close_label(t, objective), f"close:{objective.id}")]
    if objective.closed_at is not None:
        choices = [(t("objective-reopen"), f"reopen:{objective.id}"), *choices[1:]]
    accessory = overflow("objective.more", choices) if may_change else None
    blocks = [section("\n".join(lines), accessory=accessory)]
    if objective.targets:
        blocks.append(context(t("objective-targets", targets=t.listing(targets(t, objective, currency), style="unit"))))
    return [*blocks, *_closed(t, objective)]


def _closed(t: Translator, objective: Objective) -> list[Json]:
    """When, by whom and with which result, where it is closed."""
    if objective.closed_at is None:
        return []
    day = t.day(local_day(objective.closed_at, t.zone), short=True, year=True)
    result = safe(objective.result, PLACEABLE) or "–"
    if objective.closed_by is None:
        return [context(t("objective-closed", day=day, result=result))]
    return [context(t("objective-closed-by", day=day, who=mention(objective.closed_by), result=result))]


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


def targets(t: Translator, objective: Objective, currency: str) -> list[str]:
    return [f"{t(f'kpi-{each.kpi.value}')} {amount(t, each.kpi, each.value, currency)}" for each in objective.targets]


def first_step(
    t: Translator, objective: Objective | None, *, currency: str, meta: Mapping[str, Any],
    kind: ObjectiveKind | None = None, statement: str = "", deadline: str | None = None, missed: str = "",
) -> Json:  # fmt: skip
    """What it is for, until when, and what it may use. *missed*: what looked like a deadline in the statement."""
    chosen = kind or (objective.kind if objective else None)
    until = deadline or (objective.deadline.isoformat() if objective and objective.deadline else None)
    kinds = [(t(f"objective-{each.value}-long"), each.value) for each in ObjectiveKind]
    resources = objective.resources if objective else None
    blocks = [
        *([section(t("objective-no-deadline", what=safe(missed, PHRASE)))] if missed else []),
        context(t("objective-step-one")),
        field("kind", t("objective-kind"), menu("kind", kinds, chosen=chosen.value if chosen else ""), optional=False),
        text_field(
            "statement",
            t("objective-statement"),
            value=statement or (objective.statement if objective else ""),
            limit=STATEMENT_LIMIT,
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


UNITS: dict[Kpi, tuple[str, float]] = {
    **dict.fromkeys(PERCENTAGES, ("objective-target-percent", 0.01)),
    **dict.fromkeys(DURATIONS, ("objective-target-hours", 60)),
}
"""What a form asks for, and how much one of it is; the others are typed as they are."""


def target_field(t: Translator, kpi: Kpi, objective: Objective | None) -> Json:
    value = next((each.value for each in objective.targets if each.kpi is kpi), None) if objective else None
    key, unit = UNITS.get(kpi, ("objective-target", 1))
    shown = None if value is None else round(value / unit, 8)
    return number_field(f"target.{kpi.value}", t(key, kpi=t(f"kpi-{kpi.value}")), value=shown, decimals=True)


def other_target(t: Translator, asked: Sequence[Kpi]) -> list[Json]:
    rest = [(t(f"kpi-{kpi.value}"), kpi.value) for kpi in Kpi if kpi not in asked]
    if not rest:
        return []
    return [
        field(OTHER, t("objective-other-kpi"), menu(OTHER, rest)),
        number_field(OTHER_VALUE, t("objective-other-value"), decimals=True, hint=t("objective-other-hint")),
    ]


def saved(t: Translator, objective: Objective, *, said: str, undo: str, currency: str, channel_id: str) -> Json:
    back = [button(t("button-undo"), "objective.undo", undo)] if undo else []
    blocks = [section(said), *objective_blocks(t, objective, currency=currency, may_change=False)]
    add = button(t("button-add-post"), "post.add", style="primary")
    blocks.append(actions(add, button(t("objective-all"), "objective.show"), *back))
    return modal("objective.saved", t("objective-form"), blocks, close=t("button-close"), meta={"channel": channel_id})


def closing_form(
    t: Translator, objective: Objective, *, meta: Mapping[str, Any], numbers: Sequence[Json] = (), result: str = ""
) -> Json:
    """The result of one that is closed by it; of one that is closed already, the result that takes its place.

    *numbers*: what is known of it, above the field that asks for them.
    """
    is_closed = objective.closed_at is not None
    blocks = [
        section(f"*{objective.id} · {escape(objective.statement)}*"),
        *_closed(t, objective),
        *numbers,
        *([context(t("objective-result-instead"))] if is_closed else []),
        text_field("result", t("objective-result"), value=result, multiline=True, limit=RESULT_LIMIT, optional=False),
    ]
    title = t("objective-result-title" if is_closed else "objective-close-title")
    submit = t("button-save" if is_closed else "objective-close")
    return modal("objective.close", title, blocks, submit=submit, close=t("button-cancel"), meta=meta)


def objective_help(t: Translator, *, not_understood: str = "") -> tuple[str, list[Json]]:
    title = (
        t("help-not-understood", what=escape(clip(not_understood, PHRASE)))
        if not_understood
        else t("objective-heading")
    )
    return title, [section(title), section(t("objective-help")), actions(button(t("objective-all"), "objective.show"))]
