"""A Slack that tells who is in a channel, or does not, and counts how often it was asked."""

from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.errors import DeliveryFailed
from bot.domain.members import Member
from bot.ports import ChannelSaid
from bot.services.people.channels import look_again
from bot.services.people.sight import sees
from storage.memory import MemoryStore
from tests.services.post.post_builders import LUNE, NOW, a_store

DAN = Member(id="UDAN", name="Dan")
PRIVATE = ChannelSaid(is_private=True, member_ids=frozenset({"UAMY", "UBOB"}))
PUBLIC = ChannelSaid(is_private=False)


@dataclass
class Told:
    """A directory that answers with what stands there, and counts how often it was asked."""

    said: ChannelSaid | DeliveryFailed = PRIVATE
    asked: list[str] = field(default_factory=list)

    def channel(self, channel_id: str, *, with_members: bool = True) -> ChannelSaid:
        self.asked.append(channel_id)
        if isinstance(self.said, DeliveryFailed):
            raise self.said
        return self.said


def a_team() -> MemoryStore:
    store = a_store()
    with store.transaction() as tx:
        tx.members.put(DAN)
    return store


def look(store: MemoryStore, told: Told, *, now: datetime = NOW, about: tuple[str, ...] = ()) -> None:
    look_again(store, told, [LUNE], now=now, about=about)


def seen_by(store: MemoryStore) -> set[str]:
    with store.transaction() as tx:
        return {each.id for each in tx.members.all() if sees(tx, each.id, LUNE)}


def seen_in(store: MemoryStore, told: Told, now: datetime = NOW) -> set[str]:
    look(store, told, now=now)
    return seen_by(store)
