"""What members want to be told, and when."""

from dataclasses import dataclass, replace
from datetime import time

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import CHOOSABLE, ReminderKind
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.sight import seen_by

TICKED = frozenset(CHOOSABLE) - {ReminderKind.CHECK_IN}
"""The round has a rhythm instead, by strategy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsWish:
    wanted: frozenset[ReminderKind]
    agenda_at: time
    check_in_at: time
    working_days: frozenset[int]


def save_settings(store: Store, member_id: str, wish: SettingsWish) -> Member:
    """Raises `UserError("no-working-day")`: without one, no agenda would ever come."""
    if not wish.working_days:
        raise UserError("no-working-day")
    with store.transaction() as tx:
        member = tx.members.get(member_id)
        muted = (member.muted - TICKED) | (TICKED - wish.wanted)
        return tx.members.put(
            replace(
                member,
                muted=muted,
                agenda_at=wish.agenda_at,
                check_in_at=wish.check_in_at,
                working_days=wish.working_days,
            )
        )


def posts_elsewhere(
    tx: Transaction, member: Member, strategy: Strategy | None
) -> tuple[tuple[Strategy, tuple[Post, ...]], ...]:
    """A guest keeps to the channel they are in: for them there is no elsewhere."""
    mine = () if member.is_guest else tuple(tx.posts.open_of_owner(member.id))
    others = [each for each in seen_by(tx, member) if strategy is None or each.id != strategy.id] if mine else []
    found = [(each, tuple(post for post in mine if post.strategy_id == each.id)) for each in others]
    return tuple((each, posts) for each, posts in found if posts)
