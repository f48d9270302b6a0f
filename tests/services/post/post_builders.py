"""A strategy, its people and a store to try posts on."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.strategy import Objective, ObjectiveKind, Platform, PlatformPlan, Strategy
from bot.ports import Store
from bot.services.post.adding import Wish, add_post, wish_for
from bot.services.post.batches import Batch
from bot.services.ways_back.table import batch_of, undo_deed
from storage.memory import MemoryStore

NOW = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
AMY = Member(id="UAMY", name="Amy", zone="America/Toronto", locale="en-CA")
BOB = Member(id="UBOB", name="Bob", zone="Europe/Paris", locale="fr-FR", is_admin=True)  # may change every post
GUEST = Member(id="UGUEST", name="Gus", is_guest=True)
GONE = Member(id="UGONE", name="Gone", is_active=False)
ROBOT = Member(id="UROBOT", name="Robot", is_bot=True)
LUNE = Strategy(
    id="S1",
    name="Maison Lune",
    channel_id="CSOCIAL",
    zone="America/Toronto",
    manager_id="UAMY",
    objectives=(Objective(id="O1", kind=ObjectiveKind.ENGAGEMENT, statement="More participants this spring"),),
    platforms=(PlatformPlan(platform=Platform.LINKEDIN, owner_id="UBOB", backup_id="UAMY", reviewer_id="UAMY"),),
)
SOLEIL = replace(LUNE, id="S2", name="Soleil", channel_id="CSOLEIL", platforms=())


def a_store() -> MemoryStore:
    store = MemoryStore()
    with store.transaction() as tx:
        for member in (AMY, BOB, GUEST, GONE, ROBOT):
            tx.members.put(member)
        for strategy in (LUNE, SOLEIL):
            tx.strategies.put(strategy)
    return store


def at(day: int, hour: int = 10, minute: int = 0, *, zone: str = "America/Toronto") -> Due:
    """A moment of November 2026."""
    return Due.local(date(2026, 11, day), time(hour, minute), zone)


def a_wish(**more: Any) -> Wish:
    return wish_for(**{"title": "Spring contest", "platform": Platform.INSTAGRAM, **more})


def a_post(store: Store, *, by: Member = AMY, strategy: Strategy = LUNE, now: datetime = NOW, **more: Any) -> Post:
    return add_post(store, strategy=strategy, by=by, now=now, wish=a_wish(**more)).post


def later(**span: float) -> datetime:
    return NOW + timedelta(**span)


def stored(store: Store, post_id: str) -> Post:
    with store.transaction() as tx:
        return tx.posts.get(post_id)


def undo_batch(store: Store, *, strategy: Strategy, by: Member, now: datetime, token: str) -> Batch:
    """What a button with that *token* takes back, and what it leaves."""
    return batch_of(store, undo_deed(store, by=by, now=now, token=token))
