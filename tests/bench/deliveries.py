"""What a beat costs when there is little to do: 10 000 posts, 100 000 deliveries, beside SQLite with indexes.

"Ready" is the ledger's question (what can be sent now), "owed" the calendar's (what has come due and is in the ledger
not yet). Both go through the Store port, a transaction each; SQLite answers the same from two tables with indexes,
and its bodies are decoded as ours are. Asked in turns, in one process.
"""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import orjson

from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.reminder import key_of
from bot.domain.strategy import Platform, Strategy
from bot.ports import ChannelSaid, Store, Transaction
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.facts import facts_of
from bot.services.reminders.owed import owed
from bot.services.reminders.owing import enqueue
from storage import open_store
from tests.bench._texts import a_text

POSTS, DELIVERIES, MEMBERS, ROUNDS = 10_000, 100_000, 30, 200
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SPAN = timedelta(days=3 * 365)
READY = 20
LIMIT = 60


def owner(number: int) -> str:
    return f"UBENCH{number % MEMBERS:03}"


def due_of(number: int) -> datetime:
    """Evenly over three years, of which two thirds are past."""
    return (NOW - SPAN * 2 / 3 + SPAN * number / POSTS).replace(second=0, microsecond=0)


def a_post(number: int) -> Post:
    due = due_of(number)
    is_past = due < NOW - timedelta(hours=1)
    return Post(
        id=f"P{number + 1}",
        strategy_id="S1",
        title=f"Post number {number}",
        text=a_text(number),
        platform=Platform.INSTAGRAM,
        owner_id=owner(number),
        state=PostState.PUBLISHED if is_past else PostState.APPROVED,
        published_at=due if is_past else None,
        due=Due.of(due, "Europe/Paris"),
    )


def a_delivery(number: int) -> Delivery:
    """The past ones are sent; the last ones are ready now."""
    is_ready = number >= DELIVERIES - READY
    owed_at = NOW - timedelta(minutes=1) if is_ready else NOW - timedelta(minutes=10 * (DELIVERIES - number))
    subject = f"P{number % POSTS + 1}"
    key = key_of(ReminderKind.DUE, "S1", subject, owner(number), owed_at.date(), f"now-{number}")
    return Delivery(
        key=key,
        kind=ReminderKind.DUE,
        strategy_id="S1",
        subject=subject,
        recipient_id=owner(number),
        owed_at=owed_at,
        expires_at=owed_at + timedelta(hours=6),
        state=DeliveryState.PENDING if is_ready else DeliveryState.SENT,
        sent_at=None if is_ready else owed_at,
        channel_id="D0123456789",
        ts="1766570400.000100",
        content="0123456789abcdef",
    )


def a_measurement(post: Post) -> Measurement:
    at = due_of(post.number - 1) + timedelta(days=2)
    return Measurement(id=f"M{post.number}", post_id=post.id, at=at, counts=Counts(reach=1_200, reactions=40))


def fill(tx: Transaction) -> None:
    tx.strategies.put(
        Strategy(id="S1", name="Maison Lune", channel_id="CSOCIAL", zone="Europe/Paris", manager_id=owner(0))
    )
    for number in range(MEMBERS):
        tx.members.put(Member(id=owner(number), name=f"Member {number}", zone="Europe/Paris", country="FR"))
    for number in range(POSTS):
        post = tx.posts.put(a_post(number))
        if not post.is_open and number % 10:  # of one in ten the numbers are missing
            tx.measurements.put(a_measurement(post))
    for number in range(DELIVERIES):
        tx.deliveries.put(a_delivery(number))


class NobodyIsQuiet:
    def member(self, member_id: str) -> Member | None:
        raise AssertionError("everybody is known")

    def quiet_until(self, member_ids: list[str], *, now: datetime) -> dict[str, datetime]:
        return {}

    def channel(self, channel_id: str, *, with_members: bool = True) -> ChannelSaid:
        return ChannelSaid(is_private=False)


def a_database(folder: Path) -> sqlite3.Connection:
    """The same posts and deliveries as bodies, with an index for each of the two questions."""
    db = sqlite3.connect(folder / "ledger.db", isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("CREATE TABLE posts (id PRIMARY KEY, is_open, due_at, body)")
    db.execute("CREATE INDEX open_due ON posts (due_at) WHERE is_open")
    db.execute("CREATE TABLE deliveries (key PRIMARY KEY, state, ready_at, owed_at, body)")
    db.execute(
        "CREATE INDEX readiness ON deliveries (ready_at, owed_at) WHERE state IN ('pending', 'claimed', 'unknown')"
    )
    db.execute("BEGIN")
    db.executemany("INSERT INTO posts VALUES (?, ?, ?, ?)", map(_post_row, range(POSTS)))
    db.executemany("INSERT INTO deliveries VALUES (?, ?, ?, ?, ?)", map(_delivery_row, range(DELIVERIES)))
    db.execute("COMMIT")
    return db


def _post_row(number: int) -> tuple[object, ...]:
    post = a_post(number)
    return post.id, post.is_open, due_of(number).isoformat(), orjson.dumps(post)


def _delivery_row(number: int) -> tuple[object, ...]:
    each = a_delivery(number)
    return each.key, each.state.value, "", each.owed_at.isoformat(), orjson.dumps(each)


def sqlite_ready(db: sqlite3.Connection) -> Callable[[], int]:
    asked = (
        "SELECT body FROM deliveries WHERE state IN ('pending', 'claimed', 'unknown') AND ready_at <= ?"
        " ORDER BY ready_at, owed_at LIMIT ?"
    )
    return lambda: len([orjson.loads(body) for (body,) in db.execute(asked, (NOW.isoformat(), LIMIT))])


def sqlite_owed(db: sqlite3.Connection) -> Callable[[], int]:
    """Open posts of the look's own span, and whether the ledger has a key of each: no rule of the product applied."""
    start, end = (NOW - timedelta(days=31)).isoformat(), (NOW + timedelta(days=8)).isoformat()
    posts, known = (
        "SELECT id, body FROM posts WHERE is_open AND due_at >= ? AND due_at < ?",
        "SELECT 1 FROM deliveries WHERE key = ?",
    )

    def ask() -> int:
        found = [(number, orjson.loads(body)) for number, body in db.execute(posts, (start, end))]
        return sum(db.execute(known, (f"due:S1:{number}:now-0",)).fetchone() is None for number, _ in found)

    return ask


def store_ready(store: Store) -> Callable[[], int]:
    def ask() -> int:
        with store.transaction() as tx:
            return len(tx.deliveries.ready(NOW, limit=LIMIT))

    return ask


def store_owed(store: Store) -> Callable[[], int]:
    def ask() -> int:
        with store.transaction() as tx:
            return len(owed(facts_of(tx, is_holiday, now=NOW)).reminders)

    return ask


def seconds(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return perf_counter() - start


def line(name: str, own: Callable[[], int], other: Callable[[], int], rounds: int) -> str:
    own(), other()
    times = [(seconds(own), seconds(other)) for _ in range(rounds)]
    mine, theirs = (median(column) for column in zip(*times, strict=True))
    return f"{name}: {mine / theirs:.2f} × SQLite, {mine * 1e3:.2f} ms (≤ 1.00 ms)"


def run() -> list[str]:
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        with closing(open_store(f"tinydb://{folder}/ledger.json")) as store, closing(a_database(folder)) as db:
            with store.transaction() as tx:
                fill(tx)
            enqueue(store, NobodyIsQuiet(), now=NOW)
            return [
                line(f"ready: {READY} of {DELIVERIES} deliveries", store_ready(store), sqlite_ready(db), ROUNDS),
                line(f"owed: what came due among {POSTS} posts", store_owed(store), sqlite_owed(db), ROUNDS // 4),
            ]


if __name__ == "__main__":
    print(*run(), sep="\n")
