"""Who is asking, in which language, about which strategy: what every listener is given."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypedDict

from bot.domain.errors import DeliveryFailed, UserError
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.i18n import Translator, translator_for
from bot.ports import Clock, Directory, Files, Messenger, Sharing, Store, Transaction
from bot.services.people.channels import is_new_there, is_to_look_again, look_again, note_activity
from bot.services.people.members import keep_met, keep_new
from bot.services.people.sight import is_shut_out, live_strategies, seen_by, sees

MOST_ASKED = 3
"""Channels that one turn asks Slack about, within the three seconds it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The outer rooms that listeners work with.

    *nudge* asks for a tick soon, because something changed. *publish_home* draws a member's Home tab. *background*
    runs what may take longer than the three seconds in which Slack wants an answer.
    *uninstalled* says that the workspace took the app away: the bot stops and deletes what it keeps.
    *forget_in_copies* does something to every backup that holds a word, as it was done to the store.
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
    forget_in_copies: Callable[[str, Callable[[Store], object]], object] = field(default=lambda word, forget: None)


class Act(TypedDict):
    """On which strategy of which store, by whom and when something is done."""

    store: Store
    strategy: Strategy
    by: Member
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One thing a member did: who, when, where. *channel_id* is empty where there is no conversation (Home).

    *team* are all whom the bot met, as the turn began; None where that was not read along with it. *everybody* are
    all who can be named, once that was asked for.
    """

    house: House
    member: Member
    now: datetime
    channel_id: str = ""
    strategy: Strategy | None = None
    team: Sequence[Member] | None = None
    everybody: Sequence[Member] | None = None

    @property
    def t(self) -> Translator:
        return translator_for(self.member, self.now)

    @property
    def store(self) -> Store:
        return self.house.store

    @property
    def act(self) -> Act:
        """What every deed of a service takes. Raises as `the_strategy`."""
        return {"store": self.store, "strategy": self.the_strategy(), "by": self.member, "now": self.now}

    def the_strategy(self) -> Strategy:
        """Raises `UserError` where none is bound to this channel or member: "no-strategy", "no-strategy-guest"."""
        if self.strategy is None:
            raise UserError("no-strategy-guest" if self.member.is_guest else "no-strategy")
        return self.strategy


def turn_of(house: House, user_id: str, channel_id: str = "", *, is_there: bool = False) -> Turn:
    """The turn of a member, who is looked up in Slack the first time. One transaction, where nothing is new of them.

    *is_there*: they typed or pressed something in that channel. Else it is the one that a form belongs to.
    """
    now = house.clock.now()
    with house.store.transaction() as tx:
        known = tx.members.find(user_id)
        if known is not None and not _is_new(tx, known, channel_id, now=now, is_there=is_there):
            return _turn(house, tx, known, channel_id, now=now)
    member = known or meet(house, user_id)
    _find_out(house, member, channel_id, now=now)
    if is_there:
        note_activity(house.store, channel_id, member.id)
    with house.store.transaction() as tx:
        return _turn(house, tx, member, channel_id, now=now)  # a guest who is new sees the channel's own alone


def _turn(house: House, tx: Transaction, member: Member, channel_id: str, *, now: datetime) -> Turn:
    strategy, team = strategy_for(tx, member, channel_id), tuple(tx.members.all())
    return Turn(house=house, member=member, now=now, channel_id=channel_id, strategy=strategy, team=team)


def _is_new(tx: Transaction, member: Member, channel_id: str, *, now: datetime, is_there: bool) -> bool:
    """Whether something has to be found out, or kept, of where they are."""
    if is_there and is_new_there(tx, channel_id, member.id):
        return True
    return is_to_look_again(tx, _meant(tx, member, channel_id), (member.id,), now=now)


def _meant(tx: Transaction, member: Member, channel_id: str) -> list[Strategy]:
    """The strategies that can be meant, the likeliest first."""
    live = live_strategies(tx)
    here = [each for each in live if each.channel_id == channel_id]
    own = sorted(live, key=lambda each: each.id != member.strategy_id)
    return here if here or member.is_guest else own


def _find_out(house: House, member: Member, channel_id: str, *, now: datetime) -> None:
    """Whether they see the strategies that can be meant, as far as that is not known well enough."""
    with house.store.transaction() as tx:
        meant = _meant(tx, member, channel_id)
    look_again(house.store, house.directory, meant, now=now, about=(member.id,), most=MOST_ASKED)


def meet(house: House, user_id: str) -> Member:
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
        return keep_new(house.store, found)
    except UserError:  # a full disk: what they came for says so, and they are met again the next time
        return found


def unknown(user_id: str) -> Member:
    return Member(id=user_id, name=user_id, is_guest=True)


def refresh_member(house: House, user_id: str) -> Member | None:
    """Take over what Slack says of a member now (name, zone, language, status); their settings stay."""
    try:
        found = house.directory.member(user_id)
    except DeliveryFailed:
        return None
    return None if found is None else keep_met(house.store, found)


def strategy_for(tx: Transaction, member: Member, channel_id: str) -> Strategy | None:
    """The strategy of the channel, else the member's default, else the only one there is for them.

    A guest gets the channel's own and no other. What they do not see is none.
    """
    here = next((each for each in live_strategies(tx) if channel_id and each.channel_id == channel_id), None)
    if member.is_guest:
        return None if here and is_shut_out(tx, member.id, here) else here
    if here is not None:
        return here if sees(tx, member.id, here) else None
    seen = seen_by(tx, member)
    own = next((each for each in seen if each.id == member.strategy_id), None)
    return own or (seen[0] if len(seen) == 1 else None)


def look_up_strategy(turn: Turn, strategy_id: str) -> Strategy | None:
    """The strategy that a button or a form names, as it is now, if it exists for this member.

    A guest keeps to the one of the channel they are in.
    """
    is_own = turn.strategy is not None and turn.strategy.id == strategy_id
    with turn.store.transaction() as tx:
        strategy = tx.strategies.find(strategy_id) if strategy_id else None
    if strategy is None or strategy.is_archived or is_own or turn.member.is_guest:
        return strategy if strategy and is_own and not strategy.is_archived else None
    look_for(turn, strategy, [turn.member.id])
    with turn.store.transaction() as tx:
        return strategy if sees(tx, turn.member.id, strategy) else None


def look_for(turn: Turn, strategy: Strategy, member_ids: Collection[str]) -> None:
    """Find out whether these members see *strategy*, where that is not known well enough."""
    look_again(turn.store, turn.house.directory, [strategy], now=turn.now, about=member_ids)
