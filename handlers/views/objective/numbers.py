"""What the bot knows of an objective, above the field that asks how it went."""

from bot.domain.kpi.formulas import FEWEST, LESS_IS_BETTER, is_hidden
from bot.domain.moments import local_day
from bot.i18n import Translator
from bot.services.kpi.figure_words import amount, known_of
from bot.services.kpi.objective_numbers import ObjectiveNumbers, Reached
from handlers.views.kit import Json, section


def numbers_known(t: Translator, found: ObjectiveNumbers, currency: str) -> list[Json]:
    """Its posts, each target with the weeks that reached it, and its money."""
    day = t.day(local_day(found.since, t.zone), short=True, year=True) if found.since.year > 1 else ""
    head = t("objective-numbers", day=day, posts=found.posts, known=found.known, has_day=bool(day))
    lines = [_reached(t, each, currency) for each in found.reached]
    money = _money(t, found, currency)
    return [section("\n".join([f"*{head}*", *(f"• {line}" for line in [*lines, *money])]))]


def _reached(t: Translator, each: Reached, currency: str) -> str:
    name, figure = t(f"kpi-{each.kpi.value}"), each.figure
    if is_hidden(each.kpi, figure) and figure.n:
        return t("objective-number-hidden", kpi=name, n=figure.n, fewest=FEWEST)
    if figure.value is None or not figure.n:
        return t("objective-number-none", kpi=name)
    parts = [t("objective-number", kpi=name, value=amount(t, each.kpi, figure.value, currency))]
    if each.a_week is not None:
        parts.append(t("objective-number-average", value=amount(t, each.kpi, each.a_week, currency)))
    if each.target is not None:
        key = "objective-number-target-most" if each.kpi in LESS_IS_BETTER else "objective-number-target"
        parts.append(t(key, target=amount(t, each.kpi, each.target, currency)))
    if each.judged:
        parts.append(t("objective-number-weeks", met=each.met, judged=each.judged))
    return ", ".join([*parts, known_of(t, each.kpi, figure)])


def _money(t: Translator, found: ObjectiveNumbers, currency: str) -> list[str]:
    budget, spent = found.objective.resources.budget, found.spent
    if spent is None:
        return [t("objective-number-unspent", budget=t.money(budget, currency))] if budget else []
    said = t.money(round(spent, 2), currency)
    if not budget:
        return [t("objective-number-spent", spent=said)]
    return [t("objective-number-budget", spent=said, budget=t.money(budget, currency))]
