"""Who is asking, in which language, about which strategy: what every listener is given."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from bot.domain.errors import DeliveryFailed, UserError
from bot.domain.people import Member
from bot.domain.strategy import Strategy
from bot.i18n import Translator, translator_for
from bot.ports import Clock, Directory, Files, Messenger, Sharing, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The outer rooms that listeners work with.

    *nudge* asks for a tick soon, because something changed. *publish_home* draws a member's Home tab. *background*
    runs what may take longer than the three seconds in which Slack wants an answer.
    *uninstalled* says that the workspace took the app away: the bot stops and deletes what it keeps.
    """

    store: Store
    messenger: Messenger
    directory: Directory
    clock: Clock
    files: Files
    nudge: Callable[[], None] = field(default=lambda: None)
    publish_home: Callable[[str, dict[str, Any]], object] = field(default=lambda member_id, view: None)
    sharing: Sharing | None = None
    background: Callable[[Callable[[], object]], object] = field(default=lambda act: act())
    uninstalled: Callable[[], object] = field(default=lambda: None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing a member did: who, when, where. *channel_id* is empty where there is no conversation (Home)."""

    house: House
    member: Member
    now: datetime
    channel_id: str = ""
    strategy: Strategy | None = None

    @property
    def t(self) -> Translator:
        return translator_for(self.member, self.now)

    @property
    def store(self) -> Store:
        return self.house.store

    def the_strategy(self) -> Strategy:
        """Raises `UserError` where none is bound to this channel or member: "no-strategy", "no-strategy-guest"."""
        if self.strategy is None:
            raise UserError("no-strategy-guest" if self.member.is_guest else "no-strategy")
        return self.strategy


def turn_of(house: House, user_id: str, channel_id: str = "") -> Turn:
    """The turn of a member, who is looked up in Slack the first time."""
    now = house.clock.now()
    with house.store.transaction() as tx:
        known = tx.members.find(user_id)
    member = known or first_met(house, user_id)
    with house.store.transaction() as tx:
        strategy = strategy_for(tx, member, channel_id)  # only now: a guest who is new sees the channel's own alone
    return Turn(house=house, member=member, now=now, channel_id=channel_id, strategy=strategy)


def first_met(house: House, user_id: str) -> Member:
    """Somebody new, as Slack knows them; where Slack does not answer, they are met for good the next time.

    Until then they count as a guest: who may be one is shown no strategy but the channel's own.
    """
    try:
        found = house.directory.member(user_id)
    except DeliveryFailed:
        return unknown(user_id)
    if found is None:
        return unknown(user_id)
    try:
        with house.store.transaction() as tx:
            return tx.members.find(user_id) or tx.members.put(found)
    except UserError:  # a full disk: what they came for says so, and they are met again the next time
        return found


def unknown(user_id: str) -> Member:
    return Member(id=user_id, name=user_id, is_guest=True)


def refreshed(house: House, user_id: str) -> Member | None:
    """Take over what Slack says of a member now (name, zone, language, status); their settings stay."""
    try:
        found = house.directory.member(user_id)
    except DeliveryFailed:
        return None
    if found is None:
        return None
    with house.store.transaction() as tx:
        known = tx.members.find(user_id)
        return tx.members.put(_taking(known, found)) if known else tx.members.put(found)


def _taking(known: Member, found: Member) -> Member:
    return replace(
        known,
        name=found.name,
        full_name=found.full_name,
        zone=found.zone,
        locale=found.locale,
        country=found.country,
        is_active=found.is_active,
        is_guest=found.is_guest,
        is_bot=found.is_bot,
        is_admin=found.is_admin,
    )


def strategy_for(tx: Transaction, member: Member | None, channel_id: str) -> Strategy | None:
    """The strategy of the channel, else the member's default, else the only one there is.

    A guest gets the channel's own and no other.
    """
    live = [each for each in tx.strategies.all() if not each.is_archived]
    here = next((each for each in live if each.channel_id == channel_id), None)
    if here is not None or (member is not None and member.is_guest):
        return here
    default = member.strategy_id if member else None
    own = next((each for each in live if each.id == default), None)
    return own or (live[0] if len(live) == 1 else None)
