"""The forms of the plan's parts. They own their block ids."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.limits import BUDGETS_LIMIT, COUNTRY_LIMIT, LANGUAGE_LIMIT, NAME_LIMIT, PLAN_TEXT_LIMIT
from bot.domain.plan_parts import ExportLayout, Limits, Policy, PolicyKind, Severity, SpecialDay, Theme, Tool
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.i18n import Translator
from handlers.views.kit import (
    Json,
    checkboxes,
    clip,
    context,
    copyable,
    date_picker,
    field,
    member_menu,
    menu,
    menu_of_many,
    modal,
    number_field,
    safe,
    section,
    text_field,
    time_picker,
)
from handlers.views.lengths import PARAGRAPH, SECTION
from handlers.views.plan.card import amounts_in_lines
from handlers.views.plan_words import AGAIN, again_of

COLOURS = {
    "green": "#3b7a78",
    "blue": "#2f5d9b",
    "violet": "#7a4f9b",
    "red": "#b3434d",
    "orange": "#b8651b",
    "yellow": "#9a7d0a",
    "grey": "#5f6672",
}
"""Told apart by people who see few colours, and dark enough to write white on."""
CURRENCIES = ("EUR", "CAD", "USD", "GBP", "CHF")
DUE_DAYS = (0, 1, 2, 3, 5)
"""Working days to choose from: by the end of which a question is answered."""

Intro = Sequence[Json]
Meta = Mapping[str, Any]


def platform_form(t: Translator, plan: PlatformPlan | None, *, is_new: bool, meta: Meta) -> Json:
    known = plan or PlatformPlan(platform=Platform.INSTAGRAM)
    which = [(t.platform(each), each.value) for each in Platform]
    chosen = plan.platform.value if plan else ""
    review = [(t("plan-review-as-strategy"), "as"), (t("plan-reviewed"), "yes"), (t("plan-unreviewed"), "no")]
    reviewed = {None: "as", True: "yes", False: "no"}[known.review_required]
    blocks = [
        field("platform", t("plan-ask-platform"), menu("platform", which, chosen=chosen), optional=False),
        text_field("purpose", t("plan-ask-purpose"), value=known.purpose, limit=PLAN_TEXT_LIMIT, multiline=True),
        text_field("public", t("plan-ask-public"), value=known.public, limit=PLAN_TEXT_LIMIT),
        *(
            field(role, t(f"plan-ask-{role}"), member_menu(role, chosen=getattr(known, f"{role}_id")))
            for role in ("owner", "backup", "reviewer")
        ),
        number_field("rhythm", t("plan-ask-rhythm"), value=known.rhythm, decimals=True, hint=t("plan-ask-rhythm-hint")),
        text_field("language", t("plan-ask-language"), value=known.language, limit=LANGUAGE_LIMIT),
        number_field("text_limit", t("plan-ask-text-limit"), value=known.text_limit),
        field("review", t("plan-ask-review"), menu("review", review, chosen=reviewed)),
    ]
    return _form(t, "platform", blocks, is_new=is_new, meta=meta)


def policy_form(t: Translator, policy: Policy | None, *, is_new: bool, meta: Meta) -> Json:
    """One form for every kind: its hint says what each asks."""
    kinds = [(t(f"plan-kind-{each.value}"), each.value) for each in PolicyKind]
    severities = [(t(f"plan-severity-{each.value}-long"), each.value) for each in Severity]
    platforms = [(t.platform(each), each.value) for each in Platform]
    known = policy or Policy(id="", kind=PolicyKind.TEXT)
    blocks = [
        field(
            "kind", t("plan-ask-kind"), menu("kind", kinds, chosen=policy.kind.value if policy else ""), optional=False
        ),
        text_field(
            "value",
            t("plan-ask-value"),
            value=known.value,
            limit=PLAN_TEXT_LIMIT,
            multiline=True,
            hint=t("plan-ask-value-hint"),
        ),
        text_field(
            "text",
            t("plan-ask-text"),
            value=known.text,
            limit=PLAN_TEXT_LIMIT,
            multiline=True,
            hint=t("plan-ask-text-hint"),
        ),
        field("severity", t("plan-ask-severity"), menu("severity", severities, chosen=known.severity.value)),
        field(
            "platforms",
            t("plan-ask-platforms"),
            menu_of_many("platforms", platforms, chosen=[each.value for each in known.platforms]),
            hint=t("plan-ask-platforms-hint"),
        ),
    ]
    return _form(t, "policy", blocks, is_new=is_new, meta=meta)


def limits_form(t: Translator, limits: Limits, *, meta: Meta) -> Json:
    known = [(each, each) for each in dict.fromkeys([*CURRENCIES, limits.currency])]
    blocks = [
        context(t("plan-limits-how")),
        number_field("posts_a_day", t("plan-ask-posts-a-day"), value=limits.posts_a_day),
        number_field("spend_a_month", t("plan-ask-spend-a-month"), value=limits.spend_a_month, decimals=True),
        text_field(
            "campaigns",
            t("plan-ask-campaigns"),
            value=amounts_in_lines(limits),
            multiline=True,
            limit=BUDGETS_LIMIT,
            hint=t("plan-ask-campaigns-hint"),
        ),
        field("currency", t("plan-ask-currency"), menu("currency", known, chosen=limits.currency)),
    ]
    return _form(t, "limits", blocks, is_new=True, meta=meta)


def care_form(t: Translator, strategy: Strategy, *, meta: Meta) -> Json:
    """When customers' questions are worked on, by when they are answered, how long it is known who asked."""
    care = strategy.care
    week = [(t.weekday(day), str(day)) for day in range(7)]
    dues = [(t("plan-care-due", days=days), str(days)) for days in sorted({*DUE_DAYS, care.due_days})]
    blocks = [
        context(t("plan-care-how", place=t.place(strategy.zone))),
        field(
            "working_days",
            t("plan-ask-care-days"),
            menu_of_many("working_days", week, chosen=[str(day) for day in sorted(care.working_days)]),
            optional=False,
        ),
        field("opens", t("plan-ask-opens"), time_picker("opens", clock=care.opens.isoformat("minutes"))),
        field(
            "closes",
            t("plan-ask-closes"),
            time_picker("closes", clock=care.closes.isoformat("minutes")),
            hint=t("plan-ask-closes-hint"),
        ),
        field("due_days", t("plan-ask-due"), menu("due_days", dues, chosen=str(care.due_days))),
        number_field(
            "forget_days", t("plan-ask-forget"), value=care.forget_days, hint=t("plan-ask-forget-hint"), optional=False
        ),
    ]
    return _form(t, "care", blocks, is_new=True, meta=meta)


def theme_form(t: Translator, theme: Theme | None, *, name: str = "", is_new: bool, meta: Meta) -> Json:
    colours = [(t(f"colour-{key}"), value) for key, value in COLOURS.items()]
    colour = theme.colour if theme else COLOURS["green"]
    if colour not in COLOURS.values():
        colours.append((colour, colour))
    weekdays = [(t.weekday(n), str(n)) for n in range(7)]
    again = [(t(f"plan-again-{each}"), each) for each in ("once", *AGAIN, *(["other"] if _is_other(theme) else []))]
    first, last = (theme.first, theme.last) if theme else (None, None)
    blocks = [
        text_field("name", t("plan-ask-theme"), value=theme.name if theme else name, limit=NAME_LIMIT, optional=False),
        field(
            "first", t("plan-ask-first"), date_picker("first", day=first.isoformat() if first else None), optional=False
        ),
        field(
            "last",
            t("plan-ask-last"),
            date_picker("last", day=last.isoformat() if last else None),
            hint=t("plan-ask-last-hint"),
        ),
        field(
            "weekdays",
            t("plan-ask-weekdays"),
            menu_of_many("weekdays", weekdays, chosen=map(str, theme.weekdays) if theme else ()),
        ),
        field("again", t("plan-ask-again"), menu("again", again, chosen=_again(theme))),
        field("colour", t("plan-ask-colour"), menu("colour", colours, chosen=colour)),
        field("owner", t("plan-ask-owner"), member_menu("owner", chosen=theme.owner_id if theme else None)),
    ]
    return _form(t, "theme", blocks, is_new=is_new, meta=meta)


def _again(theme: Theme | None) -> str:
    return again_of(theme) if theme and theme.rrule else "once"


def _is_other(theme: Theme | None) -> bool:
    return _again(theme) == "other"


def day_form(
    t: Translator, day: SpecialDay | None, *, name: str = "", is_free: bool = True, is_new: bool, meta: Meta,
) -> Json:  # fmt: skip
    """Public holidays are known already; here stand the team's own days."""
    sorts = [(t("plan-day-company-long"), "company"), (t("plan-day-awareness-long"), "awareness")]
    free = day.is_free if day else is_free
    when = day.day.isoformat() if day else None
    blocks = [
        text_field("name", t("plan-ask-day-name"), value=day.name if day else name, limit=NAME_LIMIT, optional=False),
        field("day", t("plan-ask-day"), date_picker("day", day=when), optional=False),
        field("sort", t("plan-ask-day-sort"), menu("sort", sorts, chosen="company" if free else "awareness")),
        context(t("plan-day-how")),
    ]
    return _form(t, "day", blocks, is_new=is_new, meta=meta)


def tool_form(t: Translator, tool: Tool | None, *, is_new: bool, meta: Meta) -> Json:
    layouts = [(each.value.capitalize(), each.value) for each in ExportLayout]
    chosen = tool.layout.value if tool and tool.layout else ""
    blocks = [
        text_field("name", t("plan-ask-tool"), value=tool.name if tool else "", limit=NAME_LIMIT, optional=False),
        field("layout", t("plan-ask-layout"), menu("layout", layouts, chosen=chosen), hint=t("plan-ask-layout-hint")),
        text_field("note", t("plan-ask-note"), value=tool.note if tool else "", limit=PLAN_TEXT_LIMIT),
    ]
    return _form(t, "tool", blocks, is_new=is_new, meta=meta)


def people_form(t: Translator, strategy: Strategy, *, meta: Meta) -> Json:
    """What holds for the whole strategy."""
    yes_no = [(t("plan-reviewed"), "yes"), (t("plan-unreviewed"), "no")]
    threads = [(t("plan-thread-yes"), "yes"), (t("plan-thread-no"), "no")]
    again = [(t("plan-review-again"), "yes"), (t("plan-review-once"), "no")]
    blocks = [
        field("manager", t("setup-manager"), member_menu("manager", chosen=strategy.manager_id), optional=False),
        field(
            "review",
            t("plan-ask-review"),
            menu("review", yes_no, chosen="yes" if strategy.review_required else "no"),
        ),
        field(
            "again",
            t("plan-ask-review-again"),
            menu("again", again, chosen="yes" if strategy.plan.review_again_after_change else "no"),
        ),
        field(
            "thread",
            t("plan-ask-thread"),
            menu("thread", threads, chosen="yes" if strategy.plan.thread_per_post else "no"),
            hint=t("plan-ask-thread-hint"),
        ),
        text_field(
            "country",
            t("plan-ask-country"),
            value=strategy.country,
            limit=COUNTRY_LIMIT,
            hint=t("plan-ask-country-hint"),
        ),
    ]
    return _form(t, "people", blocks, is_new=True, meta=meta)


def understood(t: Translator, *, missing: str, typed: str) -> list[Json]:
    """Above a form that a command opened: what it did not understand, and all that was typed."""
    said = t("post-form-missed", what=safe(missing, PARAGRAPH)) if missing else t("post-form-incomplete")
    return [section(said), context(t("post-form-typed")), copyable(clip(typed, SECTION))]


def _form(t: Translator, part: str, blocks: Sequence[Json], *, is_new: bool, meta: Meta) -> Json:
    """A part that stands in the plan can be taken out of it."""
    out = [(t("plan-drop"), "drop")]
    drop = [] if is_new else [field("drop", t("plan-ask-drop"), checkboxes("drop", out))]
    title = t(f"plan-form-{part}")
    submit, close = t("button-save"), t("button-close")
    return modal(f"plan.{part}", title, [*blocks, *drop], submit=submit, close=close, meta=meta)
