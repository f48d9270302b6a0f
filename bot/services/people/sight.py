"""Who sees a strategy: the one place that decides. Everybody where its channel is public, else who is in it.

Where Slack does not say who is in a channel (`channels:read` and `groups:read` are optional), that is whoever did
something there, is named in the strategy, or has a post of it. Guests see the strategy of the channel they are in
and no other: of them `handlers.context` knows where they are.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.people.channels import Channel
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Note, Transaction

SORT = "channel:"
"""How the id of a channel's note begins."""


def channel_of(tx: Transaction, channel_id: str) -> Channel:
    """What is known of it; of one that nobody asked for, nothing."""
    note = tx.notes.find(SORT + channel_id)
    return _read(channel_id, note.body) if note else Channel(id=channel_id)


def keep_channel(tx: Transaction, channel: Channel) -> None:
    note = tx.notes.find(SORT + channel.id) or Note(id=SORT + channel.id)
    body = _written(channel)
    if body != note.body:
        tx.notes.put(replace(note, body=body))


def _written(channel: Channel) -> dict[str, Any]:
    return {
        "private": channel.is_private,
        "listed": channel.is_listed,
        "inside": sorted(channel.inside),
        "outside": sorted(channel.outside),
        "asked_at": channel.asked_at.isoformat() if channel.asked_at else None,
        "ask_at": channel.ask_at.isoformat() if channel.ask_at else None,
        "told": channel.is_told,
    }


def _read(channel_id: str, body: dict[str, Any]) -> Channel:
    moments = {name: datetime.fromisoformat(body[name]) for name in ("asked_at", "ask_at") if body.get(name)}
    return Channel(
        id=channel_id,
        is_private=body.get("private"),
        is_listed=bool(body.get("listed")),
        inside=frozenset(body.get("inside", ())),
        outside=frozenset(body.get("outside", ())),
        is_told=bool(body.get("told")),
        **moments,
    )


def live_strategies(tx: Transaction) -> list[Strategy]:
    return [each for each in tx.strategies.all() if not each.is_archived]


def seen_by(tx: Transaction, member: Member) -> list[Strategy]:
    """The strategies that exist for a full member."""
    return [each for each in live_strategies(tx) if sees(tx, member.id, each)]


def sees(tx: Transaction, member_id: str, strategy: Strategy) -> bool:
    """Whether *strategy* exists for a full member; one that waits for its channel is everybody's."""
    if not strategy.channel_id:
        return True
    channel = channel_of(tx, strategy.channel_id)
    if channel.is_open_to(member_id) or channel.is_listed:
        return channel.is_open_to(member_id)
    return member_id in named_in(strategy) or has_post(tx, strategy, member_id)


def is_shut_out(tx: Transaction, member_id: str, strategy: Strategy) -> bool:
    """Whether Slack says that they are not in its private channel: they are told nothing of it, and given nothing.

    Where it does not say, whoever gives them something makes them take part.
    """
    return bool(strategy.channel_id) and channel_of(tx, strategy.channel_id).is_shut_to(member_id)


def is_listed(tx: Transaction, strategy: Strategy) -> bool:
    """Whether there may be members who are shut out of it."""
    return bool(strategy.channel_id) and channel_of(tx, strategy.channel_id).is_listed


def refuse_outsider(tx: Transaction, member: Member, strategy: Strategy) -> None:
    """Raises `UserError("outsider")`: who cannot see a strategy cannot be given anything of it."""
    if is_shut_out(tx, member.id, strategy):
        raise UserError("outsider", who=member.name, member_id=member.id)


def unless_shut_out(tx: Transaction, member_id: str | None, strategy: Strategy) -> str | None:
    """*member_id*, who is named without being asked for: nobody, where they do not see the strategy."""
    return None if member_id and is_shut_out(tx, member_id, strategy) else member_id


def insiders(tx: Transaction, members: Iterable[Member], strategy: Strategy) -> dict[str, Member]:
    """Those of *members* who can be told of *strategy*, by id."""
    channel = channel_of(tx, strategy.channel_id)
    return {each.id: each for each in members if not channel.is_shut_to(each.id)}


def named_in(strategy: Strategy) -> set[str]:
    """Its manager, those of its round, the people of its platforms and themes."""
    plans = [each for plan in strategy.platforms for each in (plan.owner_id, plan.backup_id, plan.reviewer_id)]
    themes = [each.owner_id for each in strategy.plan.themes]
    return {each for each in (strategy.manager_id, *strategy.round_ids, *plans, *themes) if each}


def has_post(tx: Transaction, strategy: Strategy, member_id: str) -> bool:
    """Whether any of its posts is theirs: to publish, to stand in for, to read, or by one of its steps."""
    if any(each.strategy_id == strategy.id for each in tx.posts.open_of_owner(member_id)):
        return True
    return any(_is_theirs(each, member_id) for each in tx.posts.calendar_of(strategy.id).posts)


def _is_theirs(post: Post, member_id: str) -> bool:
    if member_id in (post.owner_id, post.backup_id, post.reviewer_id):
        return True
    return any(step.owner_id == member_id for step in post.checklist)
