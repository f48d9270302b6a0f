"""Finding out who is in the channels of strategies: by asking Slack, seldom, and by what people do there."""

import contextlib
import logging
from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from bot.domain.errors import Conflict, DeliveryFailed, TryLater, UserError
from bot.domain.people.channels import Channel
from bot.domain.strategy import Strategy
from bot.ports import ChannelSaid, Directory, Store, Transaction
from bot.services.people.sight import channel_of, keep_channel, live_strategies

logger = logging.getLogger(__name__)

TRIES = 5
MAY_NOT_ASK = frozenset({"missing_scope", "no_permission", "not_allowed_token_type"})


def look_again(
    store: Store,
    directory: Directory,
    strategies: Iterable[Strategy],
    *,
    now: datetime,
    about: Collection[str] = (),
    most: int | None = None,
) -> bool:
    """Ask for those channels of which too little is known, or of whether members of *about* are there.

    At most *most*, the first of them: of the others counts what is known. Whether any was asked for.
    """
    bound = [each for each in strategies if each.channel_id]
    with store.transaction() as tx:
        due = [each.channel_id for each in bound if _is_due(tx, each.channel_id, about, now=now)]
    for channel_id in due[:most]:
        if not _ask(store, directory, channel_id, now=now):
            break  # Slack does not answer now: nobody waits for it more than once
    return bool(due)


def look_around(store: Store, directory: Directory, *, now: datetime, is_needed: bool) -> bool:
    """Ask where members were met of whom nobody knows whether they are there; and where somebody *is_needed*, that is
    about to be told something, of all channels of which too little is known. Whether any was asked for.
    """
    with store.transaction() as tx:
        team = [each.id for each in tx.members.all()]
        channels = {each.channel_id: channel_of(tx, each.channel_id) for each in live_strategies(tx) if each.channel_id}
    due = [name for name, each in channels.items() if _is_wanted(each, team, now=now, is_needed=is_needed)]
    for channel_id in due:
        if not _ask(store, directory, channel_id, now=now):
            break
    return bool(due)


def _is_wanted(channel: Channel, team: Iterable[str], *, now: datetime, is_needed: bool) -> bool:
    new = channel.newcomers(team)
    return bool(new or is_needed) and channel.is_to_be_asked(new, now=now)


def _is_due(tx: Transaction, channel_id: str, about: Collection[str], *, now: datetime) -> bool:
    return channel_of(tx, channel_id).is_to_be_asked(about, now=now)


def _ask(store: Store, directory: Directory, channel_id: str, *, now: datetime) -> bool:
    """Slack's answer, or its silence, into what is known: neither opens a channel, nor shuts everybody out.

    Whether Slack answered at all.
    """
    try:
        said = directory.channel(channel_id)
    except TryLater:
        change(store, channel_id, lambda tx, was: was.untold(now=now))
        return False
    except DeliveryFailed as failure:
        logger.info("who is in a channel is not told: %s", failure.code)
        may_not = failure.code in MAY_NOT_ASK
        change(store, channel_id, lambda tx, was: was.refused(now=now, may_not_ask=may_not))
    else:
        remember_channel(store, channel_id, said, now=now)
    return True


def remember_channel(store: Store, channel_id: str, said: ChannelSaid | None, *, now: datetime) -> None:
    """What Slack told of a channel just now, if it did."""

    def told(tx: Transaction, was: Channel) -> Channel:
        assert said is not None  # noqa: S101  # looked at below
        team = [each.id for each in tx.members.all()]
        return was.told(is_private=said.is_private, member_ids=said.member_ids, team=team, now=now)

    if said is not None:
        change(store, channel_id, told)


def is_to_look_again(tx: Transaction, strategies: Iterable[Strategy], about: Collection[str], *, now: datetime) -> bool:
    """Whether `look_again` would ask."""
    return any(each.channel_id and _is_due(tx, each.channel_id, about, now=now) for each in strategies)


def is_new_there(tx: Transaction, channel_id: str, member_id: str) -> bool:
    """Whether `note_activity` would write."""
    channel = channel_of(tx, channel_id)
    is_news = not channel.is_listed and member_id not in channel.inside
    return is_news and any(each.channel_id == channel_id for each in live_strategies(tx))


def note_activity(store: Store, channel_id: str, member_id: str) -> None:
    """Somebody did something in the channel. Where Slack lists who is in it, Slack is believed."""
    with store.transaction() as tx:
        if not is_new_there(tx, channel_id, member_id):
            return
    change(store, channel_id, lambda tx, was: was if was.is_listed else was.with_member(member_id))


def note_joined(store: Store, channel_id: str, member_id: str) -> None:
    """As an event tells; it may come late, so Slack is asked at the next occasion all the same."""
    _note_presence(store, channel_id, member_id, is_there=True)


def note_left(store: Store, channel_id: str, member_id: str) -> None:
    _note_presence(store, channel_id, member_id, is_there=False)


def _note_presence(store: Store, channel_id: str, member_id: str, *, is_there: bool) -> None:
    def moved(tx: Transaction, was: Channel) -> Channel:
        is_known = tx.members.find(member_id) is not None  # of strangers nothing is kept
        changed = was.with_member(member_id) if is_there else was.without_member(member_id)
        return (changed if is_known else was).doubted()

    with store.transaction() as tx:
        if all(each.channel_id != channel_id for each in live_strategies(tx)):
            return
    change(store, channel_id, moved)


def change(store: Store, channel_id: str, to: Callable[[Transaction, Channel], Channel]) -> None:
    """Keep what *to* makes of what is known. On a full disk it is found out another time."""
    for _ in range(TRIES):
        with contextlib.suppress(Conflict):
            try:
                with store.transaction() as tx:
                    keep_channel(tx, to(tx, channel_of(tx, channel_id)))
            except UserError as error:
                logger.warning("who is in a channel was not kept: %s", error.key)
            return
