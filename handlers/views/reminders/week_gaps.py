"""What a morning says to whoever looks after a plan, once a week: what the week still lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.plan.findings import Finding
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import Json, button, escape, section
from handlers.views.radar_words import gap_line, plain_line

NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekGaps:
    """*findings* as they stand; none are left where all of it was mended since. *day*: the reader's."""

    strategy: Strategy
    day: date
    findings: Sequence[Finding] = ()


def week_gap_rows(t: Translator, weeks: Sequence[WeekGaps]) -> list[Json]:
    return [_row(t, each) for each in weeks]


def week_gap_names(t: Translator, weeks: Sequence[WeekGaps]) -> list[str]:
    return [plain_line(t, each) for week in weeks for each in week.findings]


def _row(t: Translator, week: WeekGaps) -> Json:
    """The radar of its month is one press away."""
    name = escape(week.strategy.name)
    if not week.findings:
        return section(t("week-gaps-settled", strategy=name))
    said = [t("week-gaps", strategy=name), *(_gap(t, week.strategy, each) for each in week.findings[:NAMED])]
    if len(week.findings) > NAMED:
        said.append(t("week-gaps-more", n=len(week.findings) - NAMED))
    value = f"{week.strategy.id}|{week.day.isoformat()}"
    label = t("week-gaps-label", strategy=week.strategy.name)
    return section("\n".join(said), accessory=button(t("week-gaps-button"), "plan.check", value, label=label))


def _gap(t: Translator, strategy: Strategy, each: Finding) -> str:
    return f"• {t(f'radar-gap-{each.gap.value}')} · {gap_line(t, strategy, each)}"
