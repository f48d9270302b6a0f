"""The plan as a card: what each platform is for and who answers for it, policies, limits, tools, themes, days."""

from bot.domain.plan_parts import Limits, PlanChange
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.services.plan.card import PlanFacts
from bot.services.plan.changes import key_of
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    divider,
    escape,
    header,
    heard,
    mention,
    modal,
    safe,
    section,
)
from handlers.views.lengths import BLOCKS, GLIMPSE, NAME, PHRASE, SECTION
from handlers.views.plan.pauses import pause_part
from handlers.views.plan_words import (
    day_line,
    own_day_line,
    platform_line,
    policy_line,
    theme_line,
    tool_line,
    usage_line,
)

ROWS = 3
"""Rows of each part in a message, which holds fifty blocks; its form lists all of them."""
ALL = 95
LATEST = 3
"""Lines of history on the card; its form has all that are kept."""


def plan_card(t: Translator, facts: PlanFacts, *, notice: str = "") -> tuple[str, list[Json]]:
    """The whole plan, each part with the button that edits it. *notice*: what has just happened, in mrkdwn."""
    strategy = facts.strategy
    text = t("plan-title", name=escape(strategy.name))
    blocks = [
        *([section(notice), *_undo(t, facts)] if notice else []),
        header(t("plan-heading")),
        section(f"{text}\n{_people(t, facts)}"),
        *pause_part(t, facts),
        *_platforms(t, facts),
        *_listed(t, facts, "policy"),
        *_limits(t, facts),
        *_care(t, facts),
        *_listed(t, facts, "tool"),
        *_listed(t, facts, "theme"),
        *_days(t, facts),
        *_footer(t, facts),
    ]
    return (f"{notice} {text}" if notice else text), blocks


def plan_modal(t: Translator, facts: PlanFacts, *, notice: str = "") -> Json:
    _, blocks = plan_card(t, facts, notice=notice)
    meta = {"channel": facts.strategy.channel_id}
    return modal("plan.card", t("plan-heading"), blocks[:BLOCKS], close=t("button-close"), meta=meta)


def _people(t: Translator, facts: PlanFacts) -> str:
    strategy = facts.strategy
    review = t("plan-reviewed" if strategy.review_required else "plan-unreviewed")
    country = [t("plan-country", country=t.country(strategy.country))] if strategy.country else []
    return " · ".join([_lead(t, strategy), review, *country])


def _lead(t: Translator, strategy: Strategy) -> str:
    return t("plan-manager", who=mention(strategy.manager_id)) if strategy.manager_id else t("plan-no-manager")


def _undo(t: Translator, facts: PlanFacts) -> list[Json]:
    value = f"{facts.strategy.id}|{facts.undo}"
    return [actions(button(t("button-undo"), "plan.undo", value))] if facts.undo else []


def _platforms(t: Translator, facts: PlanFacts) -> list[Json]:
    rows = [
        _row(t, facts, platform_line(t, each), f"platform|{each.platform.value}", t.platform(each.platform))
        for each in facts.strategy.platforms
    ]
    return [divider(), _part(t, facts, "platform", empty=not rows), *rows]


def _listed(t: Translator, facts: PlanFacts, part: str) -> list[Json]:
    """The first rows of a part, and where there are more, the way to all of them."""
    lines = part_lines(t, facts, part)
    rows = [_row(t, facts, line, value, heard(line)) for line, value in lines[:ROWS]]
    more = [_all_button(t, part, len(lines) - ROWS)] if len(lines) > ROWS else []
    return [divider(), _part(t, facts, part, empty=not rows), *rows, *more]


def _all_button(t: Translator, part: str, more: int) -> Json:
    return section(t("plan-more", n=more), accessory=button(t("plan-button-all"), f"plan.all.{part}"))


def part_lines(t: Translator, facts: PlanFacts, part: str) -> list[tuple[str, str]]:
    """Each item of a part in a line, with what its button carries; the nearest themes first, without those over."""
    plan = facts.strategy.plan
    if part == "policy":
        return [(policy_line(t, each), f"policy|{each.id}") for each in plan.policies]
    if part == "tool":
        return [(tool_line(t, each), f"tool|{key_of(each)}") for each in plan.tools]
    if part == "day":
        return [(own_day_line(t, each), f"day|{key_of(each)}") for each in plan.days if each.day >= facts.today]
    live = [each for each in plan.themes if each.rrule or each.last is None or each.last >= facts.today]
    ordered = sorted(live, key=lambda each: (each.first, each.name))
    return [(theme_line(t, each), f"theme|{each.id}") for each in ordered]


def part_modal(t: Translator, facts: PlanFacts, part: str) -> Json:
    """All of a part, as far as a form holds them; there every one can be edited."""
    rows = [_row(t, facts, line, value, heard(line)) for line, value in part_lines(t, facts, part)[:ALL]]
    meta = {"channel": facts.strategy.channel_id}
    blocks = [_part(t, facts, part, empty=not rows), *rows]
    return modal("plan.part", t(f"plan-part-{part}"), blocks, close=t("button-close"), meta=meta)


def _days(t: Translator, facts: PlanFacts) -> list[Json]:
    """What comes next of holidays, company days and awareness days; the team's own ones can be edited."""
    own = {(each.day, each.name): key_of(each) for each in facts.strategy.plan.days}
    rows, shown = [], 0
    for each in facts.days[:ROWS]:
        key, line = own.get((each.day, each.name)), day_line(t, each)
        shown += key is not None
        rows.append(_row(t, facts, line, f"day|{key}", each.name) if key else section(line))
    more = len(part_lines(t, facts, "day")) - shown
    return [
        divider(),
        _part(t, facts, "day", empty=not rows),
        *rows,
        *([_all_button(t, "day", more)] if more > 0 else []),
    ]


def _part(t: Translator, facts: PlanFacts, part: str, *, empty: bool) -> Json:
    """The name of a part, what it is for where it is still empty, and the button that adds to it."""
    name = t(f"plan-part-{part}")
    text = f"*{name}*\n{t(f'plan-empty-{part}')}" if empty else f"*{name}*"
    if not facts.may_change:
        return section(text)
    return section(text, accessory=button(t("button-add-more"), f"plan.add.{part}", label=t(f"plan-add-{part}")))


def _row(t: Translator, facts: PlanFacts, line: str, value: str, name: str) -> Json:
    if not facts.may_change:
        return section(line)
    label = t("plan-edit-label", name=clip(name, GLIMPSE))
    return section(line, accessory=button(t("button-edit"), "plan.edit", value, label=label))


def _limits(t: Translator, facts: PlanFacts) -> list[Json]:
    limits = facts.strategy.plan.limits
    lines = [usage_line(t, each, limits.currency) for each in facts.usages]
    text = "\n".join([f"*{t('plan-part-limits')}*", *(lines or [t("plan-empty-limits")])])
    label = t("plan-add-limits")
    edit = button(t("button-change"), "plan.edit", "limits|", label=label) if facts.may_change else None
    return [divider(), section(text, accessory=edit)]


def _care(t: Translator, facts: PlanFacts) -> list[Json]:
    """When customers' questions are worked on and due, by the clocks of the strategy's zone."""
    care = facts.strategy.care
    days = " ".join(t.weekday(day, short=True) for day in sorted(care.working_days))
    hours = t("plan-care-hours", days=days, opens=t.wall(care.opens), closes=t.wall(care.closes))
    name = t("plan-form-care")
    text = f"*{name}*\n{hours} · {t('plan-care-due', days=care.due_days)}"
    edit = button(t("button-change"), "plan.edit", "care|", label=name) if facts.may_change else None
    return [section(text, accessory=edit)]


def history_modal(t: Translator, facts: PlanFacts) -> Json:
    """Who changed what of the plan, and when: the latest first, as far as they are kept."""
    lines = [_change_line(t, each, year=True) for each in reversed(facts.strategy.plan.changes)]
    blocks = [section(clip("\n".join(lines[at : at + 10]), SECTION)) for at in range(0, len(lines), 10)]
    return modal(
        "plan.history", t("plan-history"), blocks or [section(t("plan-history-none"))], close=t("button-close")
    )


def _footer(t: Translator, facts: PlanFacts) -> list[Json]:
    strategy = facts.strategy
    buttons = [
        button(t("plan-button-check"), "plan.check", strategy.id, style="primary"),
        button(t("plan-button-calendar"), "calendar.show", strategy.id),
        *([button(t("plan-button-people"), "plan.edit", "people|")] if facts.may_change else []),
        *([button(t("pause-button"), "plan.pause", strategy.id)] if facts.may_change and not facts.paused else []),
        *(
            [button(t("plan-button-history"), "plan.history", strategy.id)]
            if len(strategy.plan.changes) > LATEST
            else []
        ),
    ]
    return [divider(), actions(*buttons), *_last_change(t, facts)]


def _last_change(t: Translator, facts: PlanFacts) -> list[Json]:
    changes = facts.strategy.plan.changes
    return [context("\n".join(_change_line(t, each) for each in reversed(changes[-LATEST:])))] if changes else []


def _change_line(t: Translator, change: PlanChange, *, year: bool | None = None) -> str:
    when, note = t.moment(change.at, year=year), _note(t, change.what, change.note)
    return t("plan-changed", who=mention(change.by), when=when, what=t(f"plan-changed-{change.what}"), note=note)


def _note(t: Translator, what: str, note: str) -> str:
    """A platform and a kind of policy by their names; what people typed as they typed it."""
    if what.startswith("platform") and note:
        return f" · {t(f'platform-{note}')}"
    if what == "target":
        return f" · {t(f'kpi-{note}')}"
    if what in ("policy", "undone", "limits", "people", "care") or not note:
        return ""
    return f" · {safe(note, NAME)}"


def amounts_in_lines(limits: Limits) -> str:
    """Campaign budgets as they are typed in the form: one a line."""
    return "\n".join(f"{each.name} = {each.amount:.15g}" for each in limits.campaigns)


def plan_help(t: Translator, *, not_understood: str = "") -> tuple[str, list[Json]]:
    title = t("plan-not-understood", what=safe(not_understood, PHRASE)) if not_understood else t("plan-help-title")
    buttons = actions(button(t("plan-button-show"), "plan.show"), button(t("plan-button-check"), "plan.check"))
    return title, [section(title), section(t("plan-help")), context(t("plan-help-more")), buttons]
