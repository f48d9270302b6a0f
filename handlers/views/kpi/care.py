"""`/kpi care`: how customers were answered, week by week."""

from collections.abc import Sequence
from datetime import date

from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.services.kpi.care import CareWeek, care_targets
from bot.services.kpi.care_words import care_lines
from bot.services.kpi.target_words import Aims
from handlers.views.kit import Json, actions, button, clip, context, escape, header, section
from handlers.views.kpi.digest import CHANNEL_INK
from handlers.views.lengths import NAME


def care_said(t: Translator, weeks: Sequence[CareWeek], strategy: Strategy, *, today: date) -> tuple[str, list[Json]]:
    """*weeks*: the latest first."""
    title = t("care-title", name=clip(strategy.name, NAME))
    latest = care_lines(t, weeks[0].figures, today=today) or [t("care-nothing")]
    rows = [section("\n".join([f"*{t.week(each.week)}*", *_lines(t, each, strategy, today)])) for each in weeks]
    see = actions(button(t("question-list-see-all"), "question.list.all", "all||0"))
    hint = t("care-how")
    return f"{escape(title)}. {latest[0]}", [header(title), *rows, context(hint), see]


def _lines(t: Translator, each: CareWeek, strategy: Strategy, today: date) -> list[str]:
    told = care_lines(t, each.figures, today=today)
    aimed = care_targets(strategy, each.figures)
    is_one = len(strategy.open_objectives) <= 1
    aims = Aims(t=t, currency=strategy.currency, is_over=each.week.sunday < today, is_one=is_one, ink=CHANNEL_INK)
    return [*[f"• {line}" for line in told or [t("care-nothing")]], *[f"• {aims.line(target)}" for target in aimed]]
