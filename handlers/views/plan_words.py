"""Parts of the plan in one line each: policies, what breaks them, limits and how full they are, themes, days."""

import math
from collections.abc import Sequence

from bot.domain.plan.budgets import Level, Limited, Usage
from bot.domain.plan.policy_checks import PolicyFinding, whole_number, words_of
from bot.domain.plan_parts import Policy, PolicyKind, SpecialDay, Theme, Tool
from bot.domain.strategy import PlatformPlan
from bot.i18n import Translator
from bot.services.plan.held_back import Verdict
from bot.services.plan.special_days import NamedDay
from handlers.views.kit import mention, safe
from handlers.views.lengths import GLIMPSE, LANGUAGE, LINE, NAME, NOTE, PHRASE, RULE, TITLE

SHOWN_WORDS = 8


def platform_line(t: Translator, plan: PlatformPlan) -> str:
    """All that the plan says of one platform."""
    people = [
        t(f"plan-{role}", who=mention(member_id))
        for role, member_id in (("owner", plan.owner_id), ("backup", plan.backup_id), ("reviewer", plan.reviewer_id))
        if member_id
    ]
    said = [
        safe(plan.purpose, NOTE) if plan.purpose else "",
        t("plan-public", public=safe(plan.public, NOTE)) if plan.public else "",
        *(people or [t("plan-unowned")]),
        t("plan-rhythm", rhythm=t.number(plan.rhythm)) if plan.rhythm is not None else "",
        t("plan-language", language=safe(plan.language, LANGUAGE)) if plan.language else "",
        t("plan-text-limit", limit=plan.text_limit) if plan.text_limit else "",
        t("plan-reviewed" if plan.review_required else "plan-unreviewed") if plan.review_required is not None else "",
    ]
    return f"*{t.platform(plan.platform)}* · " + " · ".join(each for each in said if each)


def policy_line(t: Translator, policy: Policy) -> str:
    """What it asks, how strictly and where."""
    severity = [] if policy.kind is PolicyKind.TEXT else [t(f"plan-severity-{policy.severity.value}")]
    where = [t.listing(map(t.platform, policy.platforms), "unit")] if policy.platforms else []
    explained = [safe(policy.text, LINE)] if policy.text and policy.kind is not PolicyKind.TEXT else []
    return " · ".join([policy_name(t, policy), *severity, *where, *explained])


def policy_name(t: Translator, policy: Policy) -> str:
    if policy.kind is PolicyKind.TEXT:
        return safe(policy.text, RULE)
    value = safe(", ".join(words_of(policy.value)) or policy.value, PHRASE)
    return t(f"plan-policy-{policy.kind.value}", value=value, n=whole_number(policy.value) or 0)


def finding_line(t: Translator, finding: PolicyFinding) -> str:
    """What is wrong, in one sentence: an error or advice, never a colour alone."""
    kind, what = finding.policy.kind, finding.what
    said = _broken(t, kind, what)
    why = f" ({safe(finding.policy.text, LINE)})" if finding.policy.text else ""
    return t(f"plan-found-{finding.policy.severity.value}", what=f"{said}{why}")


def _broken(t: Translator, kind: PolicyKind, what: Sequence[str]) -> str:
    if kind is PolicyKind.MOST_HASHTAGS:
        return t("plan-broken-most_hashtags", used=int(what[0]), limit=int(what[1]))
    if kind is PolicyKind.WORKING_HOURS and len(what) > 1:
        return t("plan-broken-free-day")
    shown = [safe(each, GLIMPSE) for each in what[:SHOWN_WORDS]]
    style = "or" if kind is PolicyKind.DISCLOSURE else "standard"
    return t(f"plan-broken-{kind.value}", what=t.listing(shown, style), n=len(what))  # type: ignore[arg-type]


def usage_line(t: Translator, usage: Usage, currency: str) -> str:
    """Both numbers, the share, and what is left or too much."""
    params = usage_params(t, usage, currency)
    line = t(f"plan-usage-{usage.of.value}", **params)
    if usage.level is not Level.FINE:
        is_full = usage.level is Level.NEAR and usage.left == 0
        line = f"{line} · {t('plan-usage-full' if is_full else f'plan-usage-{usage.level.value}')}"
    unknown = f" · {t('plan-usage-unknown', n=usage.unknown)}" if usage.unknown else ""
    return line + unknown


def usage_params(t: Translator, usage: Usage, currency: str) -> dict[str, object]:
    is_count = usage.of is Limited.DAY
    figure = t.number if is_count else lambda amount: t.money(amount, currency)
    when = ""
    if usage.day:
        when = t.day(usage.day, short=True) if is_count else t.month(usage.day)
    return {
        "used": figure(usage.used),
        "limit": figure(usage.limit),
        "left": figure(abs(usage.left)),
        "share": t.percent(shown_share(usage.share), 0) if usage.limit else "–",
        "when": when,
        "name": safe(usage.name, NAME) or "–",
        "over": "true" if usage.level is Level.OVER else "false",
    }


def shown_share(share: float) -> float:
    """In whole percents, rounded down: one that reads as 80 % or 100 % is there."""
    return math.floor(round(share * 100, 6)) / 100


def verdict_lines(t: Translator, verdict: Verdict, currency: str) -> list[str]:
    return [
        *(finding_line(t, each) for each in verdict.findings),
        *(usage_line(t, each, currency) for each in verdict.usages),
    ]


def theme_line(t: Translator, theme: Theme) -> str:
    first, last = t.day(theme.first, short=True, year=True), ""
    if theme.last and theme.last != theme.first:
        last = t("plan-until", first=first, last=t.day(theme.last, short=True, year=True))
    elif not theme.last:
        last = t("plan-from", first=first)
    weekdays = [t.listing([t.weekday(each) for each in sorted(theme.weekdays)], "unit")] if theme.weekdays else []
    again = [t(f"plan-again-{again_of(theme)}")] if theme.rrule else []
    owner = [mention(theme.owner_id)] if theme.owner_id else []
    return " · ".join([f"*{safe(theme.name, NAME)}*", last or first, *weekdays, *again, *owner])


def again_of(theme: Theme) -> str:
    """How a theme comes back, as the form offers it; "other" for a rule of another making."""
    return next((name for name, rule in AGAIN.items() if theme.rrule.removeprefix("RRULE:") == rule), "other")


AGAIN = {"weekly": "FREQ=WEEKLY", "monthly": "FREQ=MONTHLY", "yearly": "FREQ=YEARLY"}


def day_line(t: Translator, named: NamedDay) -> str:
    return f"{t.day(named.day, short=True)} · *{safe(named.name, TITLE)}* · {t(f'plan-day-{named.sort.value}')}"


def own_day_line(t: Translator, day: SpecialDay) -> str:
    sort = "company" if day.is_free else "awareness"
    return f"{t.day(day.day, short=True, year=True)} · *{safe(day.name, NAME)}* · {t(f'plan-day-{sort}')}"


def tool_line(t: Translator, tool: Tool) -> str:
    layout = [t("plan-tool-layout", layout=tool.layout.value.capitalize())] if tool.layout else []
    note = [safe(tool.note, LINE)] if tool.note else []
    return " · ".join([f"*{safe(tool.name, NAME)}*", *layout, *note])
