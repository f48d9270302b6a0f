"""Who can be told something, and given something: no guest, no bot, nobody who left or cannot see the strategy."""

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.people.sight import refuse_outsider


def reachable(tx: Transaction, strategy: Strategy, member_id: str) -> Member:
    """Somebody who can be told of *strategy*. Raises also `UserError("outsider")`: they do not see it."""
    member = messageable(tx, member_id)
    refuse_outsider(tx, member, strategy)
    return member


def messageable(tx: Transaction, member_id: str) -> Member:
    """Somebody who can be told: no guest, no bot, nobody who left. Raises `UserError`: "stranger", "not-reachable"."""
    member = tx.members.find(member_id)
    if member is None:
        raise UserError("stranger", who=member_id, member_id=member_id)
    if not member.can_be_messaged:
        raise UserError("not-reachable", who=member.name, member_id=member_id)
    return member
