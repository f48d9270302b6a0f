"""The bot beside a bare Bolt app with one empty command, each on its own local Slack, in turns: answer, start, memory.

Both run as processes of their own in Socket Mode; the bot with a calendar of 1 000 posts on disk, and its code
compiled, as whoever installs it has it. The time is that from a command's leaving Slack to its answer, as a member
waits for it.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, Popen
from time import perf_counter

from bot.cli.sample import sample_strategy
from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.strategy import Platform
from bot.sandbox.server import LocalSlack
from storage.tiny import TinyStore
from tests.bench._texts import a_text

ROOT = Path(__file__).resolve().parents[2]
POSTS = 1_000
ROUNDS, WARM_UP, STARTS = 60, 5, 5
MEMBER, CHANNEL = "UBOB", "CSOCIAL"
BOT = ("-m", "bot", "run")
BARE = ("-m", "tests.bench._bare")

Times = tuple[list[float], list[float]]
"""Seconds of the one and of the other, taken in turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """An app in a process of its own, connected to its own local Slack."""

    slack: LocalSlack
    process: Popen[bytes]

    def answer_to(self, typed: str) -> float:
        """Seconds until the member has the answer."""
        hand = self.slack.hand(MEMBER)
        hand.reload()
        start = perf_counter()
        answer = hand.command(typed, channel=CHANNEL)
        took = perf_counter() - start
        if not answer.acknowledged or answer.error:
            raise RuntimeError(f"{typed} was not answered: {answer.error}")
        return took

    @property
    def resident_megabytes(self) -> float:
        """The process's resident memory, as Linux tells it; NaN elsewhere."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), float("nan"))


@contextmanager
def started(arguments: tuple[str, ...], store: Path) -> Iterator[Running]:
    with LocalSlack() as slack:
        environ = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "PYTHONPYCACHEPREFIX": str(store.parent / "compiled"),
            "SLACK_API_URL": slack.api_url,
            "SLACK_BOT_TOKEN": slack.bot_token,
            "SLACK_APP_TOKEN": slack.app_token,
            "PARUTION_STORE": f"tinydb://{store}",
        }
        process = Popen([sys.executable, *arguments], env=environ, cwd=ROOT, stdout=DEVNULL, stderr=DEVNULL)
        try:
            slack.wait_for_app(timeout=60)
            yield Running(slack=slack, process=process)
        finally:
            process.terminate()
            process.wait(timeout=30)


def a_calendar(path: Path, now: datetime) -> Path:
    """The sample strategy with 1 000 posts of the months ahead, none of which is due while this runs."""
    store, platforms = TinyStore(path), list(Platform)
    with store.transaction() as tx:
        strategy = tx.strategies.put(sample_strategy(now))
        for _ in range(POSTS):
            number = tx.next_number("post")
            due = Due.of(now + timedelta(days=2, hours=2 * number), strategy.zone)
            post = Post(
                id=f"P{number}",
                strategy_id=strategy.id,
                title=f"Post number {number}",
                text=a_text(number),
                platform=platforms[number % len(platforms)],
                owner_id=MEMBER,
                due=due,
            )
            tx.posts.put(post)
    store.close()
    return path


def in_turns(one: Callable[[], float], other: Callable[[], float], rounds: int) -> Times:
    pairs = [(one(), other()) for _ in range(rounds)]
    return [each[0] for each in pairs], [each[1] for each in pairs]


def line(name: str, times: Times) -> str:
    own, other = median(times[0]), median(times[1])
    return f"{name}: {own / other:.2f} × bare ({own * 1000:.1f} ms beside {other * 1000:.1f} ms)"


def start_line(folder: Path, calendar: Path) -> str:
    def starting(arguments: tuple[str, ...], store: Path) -> float:
        start = perf_counter()
        with started(arguments, store):
            return perf_counter() - start

    own, other = (lambda: starting(BOT, calendar)), (lambda: starting(BARE, folder / "none.json"))
    in_turns(own, other, 1)  # compiles what is not compiled yet
    return line(f"start until connected, {POSTS} posts", in_turns(own, other, STARTS))


def answer_lines(own: Running, other: Running) -> list[str]:
    asked = {
        "/post add, by text": '/post add "Spring contest" on instagram by me in 20 days kind contest',
        f"/post list all, {POSTS} posts": "/post list all",
        "/post, one's own posts": "/post",
        "/post add, the form": "/post add",
    }
    return [answer_line(name, typed, own, other) for name, typed in asked.items()]


def answer_line(name: str, typed: str, own: Running, other: Running) -> str:
    in_turns(lambda: own.answer_to(typed), lambda: other.answer_to("/empty"), WARM_UP)
    return line(name, in_turns(lambda: own.answer_to(typed), lambda: other.answer_to("/empty"), ROUNDS))


def memory_line(name: str, own: Running, other: Running) -> str:
    mine, theirs = own.resident_megabytes, other.resident_megabytes
    return f"memory {name}: {mine / theirs:.2f} × bare ({mine:.0f} MB beside {theirs:.0f} MB)"


def run() -> list[str]:
    with tempfile.TemporaryDirectory() as temporary, ExitStack() as stack:
        folder = Path(temporary)
        calendar = a_calendar(folder / "parution.json", datetime.now(UTC))
        lines = [start_line(folder, calendar)]
        own = stack.enter_context(started(BOT, calendar))
        other = stack.enter_context(started(BARE, folder / "none.json"))
        lines.append(memory_line("after the start", own, other))
        lines += answer_lines(own, other)
        lines.append(memory_line("after the commands", own, other))
    return lines


if __name__ == "__main__":
    print(*run(), sep="\n")
