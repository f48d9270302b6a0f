"""A team of five, a store in memory and a Slack that records: what the tests of reminders stand on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from bot.ports import ChannelSaid, Outgoing, Sent, Upload
from bot.services.reminders.owing import mark_changed
from handlers.context import House
from handlers.listening import Render
from handlers.reminders import drawing
from handlers.reminders.ticks import tick
from storage.memory import MemoryStore
from tests import builders

PARIS, TORONTO = "Europe/Paris", "America/Toronto"
AMY, BOB, CHLOE, DAN, INES = "UAMY", "UBOB", "UCHLOE", "UDAN", "UINES"
CHANNEL = "CSOCIAL"
TUESDAY = date(2026, 11, 24)


def at(day: date, clock: str, zone: str = PARIS) -> datetime:
    return Due.local(day, time.fromisoformat(clock), zone).at


def a_member(member_id: str, **more: object) -> Member:
    return builders.a_member(member_id, **{"zone": PARIS, "locale": "en-GB", **more})


def team() -> list[Member]:
    return [
        a_member(AMY),
        a_member(BOB),
        a_member(CHLOE, locale="fr-FR"),
        a_member(DAN, zone=TORONTO, locale="fr-CA"),
        a_member(INES),
    ]


def a_strategy(**more: object) -> Strategy:
    return builders.a_strategy(**{"channel_id": CHANNEL, "zone": PARIS, "manager_id": INES, **more})


def a_post(number: int = 1, *, due: datetime | None = None, zone: str = PARIS, **more: object) -> Post:
    usual = {"title": f"Title {number}", "text": "Copy me", "owner_id": AMY}
    return builders.a_post(number, due=Due.of(due or at(TUESDAY, "16:00"), zone), **{**usual, **_worded(more)})


def _worded(more: dict[str, object]) -> dict[str, object]:
    return {**more, "state": PostState(str(more["state"]))} if "state" in more else more


def a_plan(**more: object) -> PlatformPlan:
    return replace(PlatformPlan(platform=Platform.INSTAGRAM), **more)  # type: ignore[arg-type]


@dataclass
class Told:
    recipient_id: str
    key: str
    message: Outgoing
    at: datetime
    ts: str = ""

    @property
    def kind(self) -> str:
        return self.key.split(":")[0]


@dataclass
class RecordingMessenger:
    """Keeps what is posted; *fault* may raise before (or after, with *accepts*) a message is taken."""

    posted: list[Told] = field(default_factory=list)
    taken: int = 0
    updates: list[tuple[str, Outgoing]] = field(default_factory=list)
    fault: Callable[[str, str], Exception | None] = lambda recipient_id, key: None
    accepts: bool = False
    unreadable: Exception | None = None
    update_fault: Exception | None = None
    deleted: list[str] = field(default_factory=list)
    delete_fault: Exception | None = None
    answered: set[str] = field(default_factory=set)
    now: datetime = datetime(2026, 11, 23, tzinfo=UTC)

    def post(self, recipient_id: str, message: Outgoing, *, key: str, before: datetime | None = None) -> Sent:
        error = self.fault(recipient_id, key)
        if error is None or self.accepts:
            self.taken += 1
            self.posted.append(Told(recipient_id, key, message, self.now, f"{self.taken}.0"))
        if error is not None:
            raise error
        return Sent(channel_id=f"D{recipient_id}", ts=self.posted[-1].ts)

    def update(self, sent: Sent, message: Outgoing) -> None:
        if self.update_fault is not None:
            raise self.update_fault
        self.updates.append((sent.ts, message))

    def delete(self, sent: Sent) -> None:
        if self.delete_fault is not None:
            raise self.delete_fault
        self.deleted.append(sent.ts)

    def is_answered(self, sent: Sent) -> bool:
        if self.unreadable is not None:
            raise self.unreadable
        return sent.ts in self.answered

    def find(self, recipient_id: str, key: str, *, since: datetime, thread_ts: str | None = None) -> Sent | None:
        if self.unreadable is not None:
            raise self.unreadable
        found = [told.ts for told in self.posted if told.key == key and told.at >= since]
        return Sent(channel_id=f"D{recipient_id}", ts=found[0]) if found else None

    def room(self) -> int:
        return 1000

    def permalink(self, sent: Sent) -> str:
        return f"https://slack.example/{sent.ts}"

    def told(self, recipient_id: str | None = None, kind: str | None = None) -> list[Told]:
        wanted = [each for each in self.posted if recipient_id in {None, each.recipient_id}]
        return [each for each in wanted if kind in {None, each.kind}]


@dataclass
class QuietDirectory:
    """Nobody but *known* exists; *quiet* are in do-not-disturb. *private* channels have those in them, others all."""

    known: dict[str, Member] = field(default_factory=dict)
    quiet: dict[str, datetime] = field(default_factory=dict)
    private: dict[str, frozenset[str]] = field(default_factory=dict)

    def channel(self, channel_id: str, *, with_members: bool = True) -> ChannelSaid:
        inside = self.private.get(channel_id)
        return ChannelSaid(is_private=inside is not None, member_ids=inside)

    def people_in(self, channel_id: str, *, now: datetime) -> Sequence[Member]:
        return ()

    def doubt_people_in(self, channel_id: str) -> None:
        raise AssertionError("reminders hear of nobody who comes or leaves")

    def member(self, member_id: str) -> Member | None:
        return self.known.get(member_id)

    def quiet_until(self, member_ids: Sequence[str], *, now: datetime) -> dict[str, datetime]:
        return {each: until for each, until in self.quiet.items() if each in member_ids and until > now}


class NoFiles:
    def known(self, file: dict[str, Any]) -> dict[str, Any]:
        raise AssertionError("reminders bring no files")

    def download(self, file: dict[str, Any]) -> bytes:
        raise AssertionError("reminders bring no files")

    def send(self, member_id: str, upload: Upload, message: Outgoing) -> None:
        raise AssertionError("reminders send no files")


@dataclass
class StoppedClock:
    """Stands at the moment of the last tick."""

    at: datetime = datetime(2026, 11, 23, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


class Registered:
    """Takes the place of the listeners: only reminders are registered in these tests."""

    def __init__(self) -> None:
        self.renders: dict[ReminderKind, Render] = {ReminderKind.DIGEST: a_digest, ReminderKind.RADAR: no_radar}

    def reminder(self, kind: ReminderKind, render: Render) -> None:
        self.renders[kind] = render


def a_digest(house: House, delivery: Delivery, now: datetime) -> Outgoing:
    return Outgoing(text=f"Digest {delivery.subject}")


def no_radar(house: House, delivery: Delivery, now: datetime) -> None:
    """The plan's views have tests of their own."""


class Site:
    """A bot of reminders alone: `tick(now)` and see what was told."""

    def __init__(self, *members: Member, strategy: Strategy | None = None) -> None:
        self.store = MemoryStore()
        self.slack = RecordingMessenger()
        self.directory = QuietDirectory()
        self.clock = StoppedClock()
        self.house = House(
            store=self.store, messenger=self.slack, directory=self.directory, clock=self.clock, files=NoFiles()
        )
        registered = Registered()
        drawing.register(registered)  # type: ignore[arg-type]
        self.renders = registered.renders
        with self.store.transaction() as tx:
            tx.strategies.put(strategy or a_strategy())
            for each in members or team():
                tx.members.put(each)

    def add(self, *posts: Post) -> None:
        with self.store.transaction() as tx:
            for each in posts:
                tx.posts.put(each)

    def change(self, post_id: str, **more: object) -> Post:
        """As the services do: the post is written, its messages are marked."""
        with self.store.transaction() as tx:
            post = tx.posts.put(replace(tx.posts.get(post_id), **_worded(more)))  # type: ignore[arg-type]
            mark_changed(tx, post.strategy_id, post.id)
        return post

    def set_round(self, *member_ids: str) -> None:
        self.set_strategy(round_ids=member_ids)

    def set_strategy(self, **more: object) -> None:
        with self.store.transaction() as tx:
            tx.strategies.put(replace(tx.strategies.get("S1"), **more))  # type: ignore[arg-type]

    def set_member(self, member_id: str, **more: object) -> None:
        with self.store.transaction() as tx:
            tx.members.put(replace(tx.members.get(member_id), **more))  # type: ignore[arg-type]

    def tick(self, *moments: datetime) -> list[Told]:
        """Tick at each moment; what was told then: each message, and after it each line that it took along."""
        before = len(self.slack.posted)
        for now in moments:
            self.clock.at = self.slack.now = now
            tick(self.house, self.renders, now)
        return [told for each in self.slack.posted[before:] for told in (each, *self.lines_of(each))]

    def lines_of(self, told: Told) -> list[Told]:
        with self.store.transaction() as tx:
            carrier = tx.deliveries.find(told.key)
        return [replace(told, key=key) for key in carrier.lines] if carrier else []

    def tick_through(self, start: datetime, end: datetime, step: timedelta = timedelta(minutes=15)) -> list[Told]:
        told, now = [], start
        while now <= end:
            told += self.tick(now)
            now += step
        return told

    def delivery(self, key: str) -> Delivery:
        with self.store.transaction() as tx:
            return tx.deliveries.get(key)

    def states(self, state: DeliveryState) -> list[Delivery]:
        with self.store.transaction() as tx:
            return [each for each in tx.deliveries.all() if each.state is state]


def kinds(told: Sequence[Told]) -> list[tuple[str, str]]:
    return [(each.recipient_id, each.kind) for each in told]
