"""The round of a day as a line of another message."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.engage.check_ins import CheckIn
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import Json, actions, button, context, divider


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """The round of a member in one strategy on *day*, done or not."""

    strategy: Strategy
    day: date
    check_in: CheckIn | None


def undone(rounds: Sequence[RoundLine]) -> list[RoundLine]:
    return [each for each in rounds if each.check_in is None]


def round_value(strategy: Strategy, day: str) -> str:
    """What a button `checkin.open` carries: whose round, of which local day."""
    return f"{strategy.id}:{day}"


def round_rows(t: Translator, rounds: Sequence[RoundLine]) -> list[Json]:
    if not rounds:
        return []
    left = undone(rounds)[:1]
    if not left:
        return [divider(), context(t("agenda-round-done"))]
    go = [
        button(t("agenda-do-round"), "checkin.open", round_value(each.strategy, each.day.isoformat())) for each in left
    ]
    return [divider(), context(t("agenda-round")), actions(*go)]
