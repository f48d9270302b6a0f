"""Advocates: employees who agreed to share; each says so, and takes it back, for themselves alone."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.engage.share_kits import KITS_A_WEEK, MOST_A_WEEK
from bot.domain.engage.voices import Voice, VoiceKind
from bot.domain.errors import UserError
from bot.domain.limits import NAME_LIMIT
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, refuse_unless
from bot.services.undo.kept import delete_kept, put_kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Whether a member is an advocate of a strategy (None: not), and how many advocates it has."""

    voice: Voice | None
    count: int


def advocates_of(tx: Transaction, strategy: Strategy) -> list[Voice]:
    return [each for each in tx.voices.of_strategy(strategy.id) if each.member_id]


def advocate_of(tx: Transaction, strategy: Strategy, member_id: str) -> Voice | None:
    return next((each for each in advocates_of(tx, strategy) if each.member_id == member_id), None)


def agreement_of(store: Store, *, strategy: Strategy, by: Member) -> Agreement:
    with store.transaction() as tx:
        found = advocates_of(tx, strategy)
    return Agreement(voice=next((each for each in found if each.member_id == by.id), None), count=len(found))


def be_advocate(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, kits_a_week: int | None = None
) -> Voice:
    """Oneself only. Raises `UserError`: "rights-keep", "advocate-number", and where they can be told nothing."""
    refuse_unless(by, Action.KEEP, strategy)
    if kits_a_week is not None and not 1 <= kits_a_week <= MOST_A_WEEK:
        raise UserError("advocate-number", most=MOST_A_WEEK)
    with store.transaction() as tx:
        reachable(tx, strategy, by.id)
        known = advocate_of(tx, strategy, by.id)
        if known is not None:
            wanted = replace(known, kits_a_week=kits_a_week or known.kits_a_week)
            return known if wanted == known else put_kept(tx, "voices", known, wanted, what="advocate", by=by, now=now)
        made = Voice(
            id=f"V{tx.next_number('voice')}",
            strategy_id=strategy.id,
            name=by.name[:NAME_LIMIT],
            kind=VoiceKind.ADVOCATE,
            owner_id=by.id,
            created_by=by.id,
            created_at=now,
            member_id=by.id,
            kits_a_week=kits_a_week or KITS_A_WEEK,
        )
        return put_kept(tx, "voices", None, made, what="advocate", by=by, now=now)


def be_no_advocate(store: Store, *, strategy: Strategy, by: Member, now: datetime) -> Voice | None:
    """What was kept of them as one, which goes; what they shared stays counted. Once is enough: None then."""
    with store.transaction() as tx:
        known = advocate_of(tx, strategy, by.id)
        if known is not None:
            delete_kept(tx, "voices", known, what="no-advocate", by=by, now=now)
    return None if known is None else replace(known, rev=0)
