"""The late posts that somebody can sort out: their own, those they stand in for, those they were told of."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.daily import doer_of
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.routing import Roster
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.sight import insiders, seen_by
from bot.services.people.who_may import Action, may
from bot.services.plan.holidays import is_holiday
from bot.services.post.lists import is_late
from bot.services.reminders.owing import mark_changed

EVER = datetime.min.replace(tzinfo=UTC)
KEPT = "kept"
"""The only part of the question about a late post whose reader keeps it as it is."""


class Whose(StrEnum):
    OWN = "own"
    NOBODYS = "nobodys"
    STOOD_IN = "stood-in"
    TOLD = "told"  # of a colleague who did not answer


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePosts:
    """*posts* by their due moments; *whose* by their ids; *asked*: of which it is asked what is to become of them."""

    posts: Sequence[Post]
    strategies: Mapping[str, Strategy]
    whose: Mapping[str, Whose]
    asked: frozenset[str]


def late_posts(tx: Transaction, reader: Member, *, now: datetime) -> LatePosts:
    """Of what they see: their own, and those of others that they may change."""
    seen = {each.id: each for each in seen_by(tx, reader)}
    own = [each for each in tx.posts.open_of_owner(reader.id) if each.strategy_id in seen]
    found = [(each, Whose.OWN) for each in own]
    for strategy in seen.values():
        found += _of_others(tx, reader, strategy, now=now)
    late = [(each, whose) for each, whose in found if is_late(each, seen[each.strategy_id], now=now)]
    posts = sorted((each for each, _ in late), key=lambda each: (each.due_at or now, each.number))
    asked = frozenset(each.id for each in posts if any(row.parts != (KEPT,) for row in _asked(tx, each, reader.id)))
    return LatePosts(posts=posts, strategies=seen, whose={each.id: whose for each, whose in late}, asked=asked)


def _of_others(tx: Transaction, reader: Member, strategy: Strategy, *, now: datetime) -> Iterator[tuple[Post, Whose]]:
    roster = Roster(people=insiders(tx, tx.members.all(), strategy), is_holiday=is_holiday)
    for post in tx.posts.open_due_between(EVER, now, strategy_id=strategy.id):
        if post.owner_id == reader.id or not may(reader, Action.CHANGE_POST, strategy, post):
            continue
        if doer_of(post, strategy, roster, now=now) == reader.id:
            yield post, Whose.STOOD_IN if post.owner_id else Whose.NOBODYS
        elif _rows(tx, post, reader.id, ReminderKind.ESCALATION):
            yield post, Whose.TOLD


def _rows(tx: Transaction, post: Post, reader_id: str, kind: ReminderKind) -> list[Delivery]:
    every = tx.deliveries.of_subject(post.strategy_id, post.id)
    return [each for each in every if each.recipient_id == reader_id and each.kind is kind]


def _asked(tx: Transaction, post: Post, reader_id: str) -> list[Delivery]:
    return _rows(tx, post, reader_id, ReminderKind.LATE)


def keep_late(store: Store, post: Post, reader_id: str) -> None:
    """It stays as it is, and in the lists; their morning asks about it no more."""
    with store.transaction() as tx:
        for each in _asked(tx, post, reader_id):
            tx.deliveries.put(replace(each, parts=(KEPT,)))
        mark_changed(tx, post.strategy_id, post.id)
