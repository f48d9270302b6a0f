"""Meeting members: who they are as Slack tells it, kept so that their own settings stay."""

from dataclasses import replace
from datetime import datetime

from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.channels import is_to_look_again

OF_SLACK = ("name", "full_name", "zone", "locale", "country", "is_active", "is_guest", "is_bot", "is_admin")
"""What Slack says of a member; the rest they set themselves."""


def keep_new(store: Store, found: Member) -> Member:
    """Somebody who is *found* in Slack, or who they are already."""
    with store.transaction() as tx:
        return tx.members.find(found.id) or tx.members.put(found)


def keep_met(store: Store, found: Member) -> Member:
    """What Slack says of them now; nothing is written where it says what it said before."""
    with store.transaction() as tx:
        return _keep(tx, found)


def meet_for(store: Store, found: Member, strategy: Strategy, *, now: datetime) -> bool:
    """As `keep_met`; whether it has to be found out if they see *strategy*."""
    with store.transaction() as tx:
        _keep(tx, found)
        return is_to_look_again(tx, [strategy], (found.id,), now=now)


def _keep(tx: Transaction, found: Member) -> Member:
    known = tx.members.find(found.id)
    if known is None:
        return tx.members.put(found)
    met = replace(known, **{name: getattr(found, name) for name in OF_SLACK})
    return known if met == known else tx.members.put(met)
