"""A bot on a local Slack whose clock may be wrong, and what it told whom."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.app import Bot, build
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.sandbox.clock import SandboxClock
from bot.sandbox.core import Call
from bot.sandbox.server import LocalSlack
from bot.sandbox.team import Json
from bot.sandbox.workspace import Workspace
from bot.settings import Settings
from storage.memory import MemoryStore
from tests import builders
from tests.conftest import UNHURRIED
from tests.e2e.ledger.kill_verdict import ACCEPTED, key_of
from tests.e2e.living import MANIFEST, without_odd_spaces

TUESDAY = date(2026, 11, 24)
EIGHT = datetime(2026, 11, 24, 8, tzinfo=UTC)
NOON = EIGHT.replace(hour=12)
HALF_PAST_ELEVEN = NOON - timedelta(minutes=30)
"""After the agendas, and after the first word about a post that is due at noon: nothing else comes before that."""
A_MINUTE = timedelta(minutes=1)


@dataclass
class WrongClock:
    """The local Slack's clock, wrong by *by*."""

    right: SandboxClock
    by: timedelta = timedelta()

    def now(self) -> datetime:
        return self.right.now() + self.by


def a_strategy(**more: object) -> Strategy:
    return builders.a_strategy(**{"locale": "en-GB", **more})


def a_post(number: int = 1, *, due: datetime = NOON, owner: str = "UAMY", **more: object) -> Post:
    usual = {"title": f"Number {number}.", "text": "Copy me", "owner_id": owner, "due": Due.of(due, "UTC")}
    return builders.a_post(number, **{**usual, **more})


def members(*ids: str, locale: str = "en-GB", **more: object) -> list[Member]:
    return [builders.a_member(each, **{"locale": locale, **more}) for each in ids]


TEAM = members("UAMY", "UBOB", "UCHLOE", "UDAN", "UINES")


@dataclass(kw_only=True)
class Life:
    slack: LocalSlack
    store: Store
    clock: WrongClock
    bots: list[Bot] = field(default_factory=list)

    @property
    def bot(self) -> Bot:
        return self.bots[0]

    def add(self, *posts: Post) -> None:
        with self.store.transaction() as tx:
            for each in posts:
                tx.posts.put(each)

    def tick(self, *moments: datetime) -> list[Call]:
        """Move Slack's clock to each moment and beat there; what was accepted."""
        before = len(self.accepted())
        for moment in moments:
            self.slack.clock.set(moment)
            self.bot.tick()
        return self.accepted()[before:]

    def tick_until(self, moment: datetime, step: timedelta = A_MINUTE) -> list[Call]:
        before = len(self.accepted())
        while self.slack.clock.now() < moment:
            self.tick(min(moment, self.slack.clock.now() + step))
        return self.accepted()[before:]

    def accepted(self) -> list[Call]:
        return [call for call in self.slack.calls if call.method == "chat.postMessage" and call.verdict in ACCEPTED]

    def doubled(self) -> list[str]:
        return [key for key, times in Counter(map(key_of, self.accepted())).items() if times > 1]

    def calls(self, method: str) -> list[Call]:
        return [call for call in self.slack.calls if call.method == method]

    def unsettled(self) -> list[Delivery]:
        waiting = {DeliveryState.PENDING, DeliveryState.CLAIMED, DeliveryState.UNKNOWN}
        return [each for each in self.deliveries() if each.state in waiting]

    def forget_conversations(self) -> None:
        """As a restart does."""
        self.bot.house.messenger._channels.clear()  # type: ignore[attr-defined]

    def deliveries(self, state: DeliveryState | None = None) -> list[Delivery]:
        with self.store.transaction() as tx:
            return [each for each in tx.deliveries.all() if state in {None, each.state}]


def texts(calls: Sequence[Call]) -> list[tuple[str, str]]:
    """To whom, what."""
    return [(call.args["channel"], without_odd_spaces(call.args["text"])) for call in calls]


def everything(call: Call) -> str:
    return without_odd_spaces(f"{call.args['text']} {blocks_of(call)}")


def blocks_of(call: Call) -> list[Json]:
    return call.args.get("blocks") or []


def found(store: Store, strategy: Strategy, team: Sequence[Member]) -> None:
    with store.transaction() as tx:
        tx.strategies.put(strategy)
        for each in team:
            tx.members.put(each)


@contextmanager
def living(
    *,
    at: datetime = HALF_PAST_ELEVEN,
    team: Sequence[Member] = TEAM,
    strategy: Strategy | None = None,
    workspace: Workspace | None = None,
    manifest: Path = MANIFEST,
    bots: int = 1,
    apart: timedelta = timedelta(),
    fill: Callable[[Store], None] | None = None,
) -> Iterator[Life]:
    """Bots that have had their first look, on a store with a strategy and its team, or with what *fill* puts in.

    The clocks of the second and further ones are *apart* from the first's.
    """
    clock = SandboxClock(stopped_at=at)
    with LocalSlack(manifest=manifest, clock=clock, workspace=workspace, ack_seconds=UNHURRIED) as slack:
        life = Life(slack=slack, store=MemoryStore(), clock=WrongClock(clock))
        (fill or (lambda store: found(store, strategy or a_strategy(), team)))(life.store)
        settings = Settings(bot_token=slack.bot_token, app_token=slack.app_token, api_url=slack.api_url)
        clocks = [life.clock, *(WrongClock(clock, by=apart) for _ in range(bots - 1))]
        life.bots += [build(settings, clock=each, store=life.store) for each in clocks]
        for bot in life.bots:
            bot.start(ticking=False)
        slack.wait_for(lambda: slack.connections.count == bots)
        life.bot.tick()
        try:
            yield life
        finally:
            for bot in life.bots:
                bot.stop()
