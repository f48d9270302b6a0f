"""What it takes to understand a line besides the line: who else is there, and where."""

from bot.domain.people import Member
from handlers.context import Turn


def zones_of(turn: Turn) -> tuple[str, ...]:
    """The plan's zone first, then those of the others: which of two zones of one name is meant."""
    plan = turn.strategy.zone if turn.strategy else turn.member.zone
    return plan, *sorted({each.zone for each in _people(turn)} - {plan})


def _people(turn: Turn) -> list[Member]:
    with turn.store.transaction() as tx:
        return [each for each in tx.members.all() if each.is_active and not each.is_bot]
