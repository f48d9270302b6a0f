"""One tick with 10 000 posts of which 60 are due, beside 60 bare calls of chat.postMessage on the same local Slack.

The calendar lies on disk: each message is claimed, sent and confirmed, and both are synced. Each round makes other
As many as a workspace gets in one burst; bare calls and ticks take turns.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from slack_sdk import WebClient

from bot.app import Bot, build
from bot.cli.sample import sample_strategy
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.ports import Transaction
from bot.sandbox import team
from bot.sandbox.clock import SandboxClock
from bot.sandbox.server import LocalSlack
from bot.settings import Settings
from handlers.reminders.ticks import tick
from tests.bench._texts import a_text

POSTS, DUE, ROUNDS = 10_000, 60, 6
BEGINNING = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)  # a Tuesday noon in Montréal: no agenda, no round is owed
STEP = timedelta(minutes=5)
BOUND = 5
"""Times the bare calls: a message is also claimed, drawn and confirmed, twice synced, and its text compared."""
AHEAD = timedelta(hours=1)
"""How long before its moment a post is announced."""


def owner(number: int) -> str:
    return f"UBENCH{number:03}"


def a_member(number: int) -> Member:
    return Member(id=owner(number), name=f"Member {number}", zone="America/Montreal", strategy_id="S1")


def moment_of(number: int) -> datetime:
    """The first come due sixty a round; the others are spread over the year that follows."""
    turn = number // DUE
    return BEGINNING + AHEAD + STEP * turn if turn <= ROUNDS else BEGINNING + timedelta(days=2, minutes=45 * number)


def a_post(number: int) -> Post:
    return Post(
        id=f"P{number + 1}",
        strategy_id="S1",
        title=f"Post number {number}",
        text=a_text(number),
        platform=Platform.INSTAGRAM,
        owner_id=owner(number % DUE),
        due=Due.of(moment_of(number), "America/Montreal"),
    )


def fill(tx: Transaction) -> None:
    tx.strategies.put(sample_strategy(BEGINNING - timedelta(days=1)))
    for number in range(DUE):
        tx.members.put(a_member(number))
    for number in range(POSTS):
        tx.posts.put(a_post(number))


@contextmanager
def a_site(folder: Path, more: Callable[[Transaction], object] = lambda tx: None) -> Iterator[tuple[LocalSlack, Bot]]:
    """*more* is kept besides."""
    with LocalSlack(clock=SandboxClock(stopped_at=BEGINNING - STEP)) as slack:
        for number in range(DUE):
            person = team.Member(id=owner(number), name=f"member{number}", real_name=f"Member {number}")
            slack.workspace.put_member(person)
        settings = Settings(
            bot_token=slack.bot_token,
            app_token=slack.app_token,
            api_url=slack.api_url,
            store_url=f"tinydb://{folder / 'parution.json'}",
        )
        bot = build(settings, clock=slack.clock)
        with bot.house.store.transaction() as tx:
            fill(tx)
            more(tx)
        bot.start(ticking=False)
        slack.wait_for_app()
        yield slack, bot
        bot.stop()


def timed_tick(slack: LocalSlack, bot: Bot, *, expected: int) -> float:
    """Seconds of one tick; raises where it did not send what is owed."""
    before, start = len(slack.calls), perf_counter()
    tick(bot.house, bot.listeners.reminders, slack.clock.now(), ceiling=DUE)
    took = perf_counter() - start
    sent = [call.method for call in slack.calls[before:]].count("chat.postMessage")
    if sent != expected:
        raise RuntimeError(f"{sent} messages instead of {expected}")
    return took


def timed_bare(client: WebClient, channels: list[str]) -> float:
    start = perf_counter()
    for channel in channels:
        client.chat_postMessage(channel=channel, text="A bare message")
    return perf_counter() - start


def run() -> list[str]:
    with tempfile.TemporaryDirectory() as temporary, a_site(Path(temporary)) as (slack, bot):
        client = WebClient(token=slack.bot_token, base_url=slack.api_url)
        channels = [client.conversations_open(users=[owner(n)])["channel"]["id"] for n in range(DUE)]
        timed_tick(slack, bot, expected=0)
        slack.clock.set(BEGINNING)
        timed_tick(slack, bot, expected=DUE)  # also opens the conversations, once for all
        idle, busy, bare = [], [], []
        for turn in range(1, ROUNDS):
            idle.append(timed_tick(slack, bot, expected=0))
            bare.append(timed_bare(client, channels))
            slack.clock.set(BEGINNING + STEP * turn)
            busy.append(timed_tick(slack, bot, expected=DUE))
    calls = median(bare)
    return [
        f"one tick, {POSTS} posts, {DUE} due: {median(busy) * 1000:.0f} ms,"
        f" {median(busy) / calls:.2f} × {DUE} bare chat.postMessage ({calls * 1000:.0f} ms; bound {BOUND} ×)",
        f"one tick, {POSTS} posts, nothing due: {median(idle) * 1000:.1f} ms",
    ]


if __name__ == "__main__":
    print(*run(), sep="\n")
