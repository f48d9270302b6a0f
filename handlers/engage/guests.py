"""Guests read their channel's strategy and nothing else: no round, no question, nothing they keep."""

from bot.domain.errors import UserError
from handlers.context import Turn


def refuse_guest(turn: Turn) -> None:
    """Raises `UserError("guest")`."""
    if turn.member.is_guest:
        raise UserError("guest")
