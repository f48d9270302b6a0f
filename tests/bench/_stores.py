"""The posts that the store's bench writes, and whom it writes them to: the port, and SQLite beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

import orjson

from bot.domain.moments import Due
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from storage.conversion import converter_of_records
from storage.records import Records
from storage.tiny import TinyStore
from tests.bench.storage import p99, seconds

OWNERS = 500
FIRST = datetime(2026, 1, 5, 8, tzinfo=UTC)
SPAN = timedelta(days=3 * 365)
TEXT = "Des mots pour remplir un billet, ni plus longs ni plus courts que d'habitude. " * 2

WEEK = timedelta(days=7)
UPDATE = "UPDATE posts SET rev = ?, due_at = ?, owner_id = ?, is_open = ?, body = ? WHERE id = ?"
RECORDS = Records(Post, converter_of_records())

Document = dict[str, Any]
Row = tuple[object, ...]


def a_post(number: int) -> Post:
    """A post as the calendar stores one: about 600 bytes, due evenly over three years."""
    return Post(
        id=f"P{number}",
        strategy_id="S1",
        title=f"Billet {number}",
        text=TEXT,
        platform=Platform.INSTAGRAM,
        state=PostState.DRAFT,
        owner_id=owner(number),
        due=due(number),
        labels=("été", "recrutement"),
        objective_id="O1",
        created_at=FIRST,
        created_by="UBENCH000",
    )


def owner(number: int) -> str:
    return f"UBENCH{number % OWNERS:03}"


def due(number: int) -> Due:
    return Due.of(FIRST + timedelta(days=number * 7919 % SPAN.days, hours=number % 10), "Europe/Paris")


def moved(post: Post) -> Post:
    return replace(post, due=due(post.number + post.moves + 1), moves=post.moves + 1)


@contextmanager
def kept_store() -> Iterator[TinyStore]:
    """What the running bot has: the store of the unit tests copies everything at each transaction."""
    with TemporaryDirectory() as folder, closing(TinyStore(Path(folder) / "calendar.json")) as store:
        yield store


def open_port(folder: Path, size: int) -> TinyStore:
    store = TinyStore(folder / f"port-{size}.json")
    with store.transaction() as tx:
        for number in range(1, size + 1):
            tx.posts.put(a_post(number))
    store.journal.compact()
    with store.transaction() as tx:  # an order is built when it is first asked for
        tx.posts.due_between(FIRST, FIRST)
        tx.posts.open_due_between(FIRST, FIRST)
        tx.posts.open_of_owner("")
    return store


class Sqlite:
    """Posts as bodies, with a column and an index for each question that is asked."""

    def __init__(self, path: Path, size: int) -> None:
        self.records = Records(Post, converter_of_records())
        self.db = sqlite3.connect(path, isolation_level=None)
        self.db.execute("PRAGMA journal_mode=WAL")
        self.db.execute("PRAGMA synchronous=FULL")
        self.db.execute("CREATE TABLE posts (id PRIMARY KEY, rev, due_at, owner_id, is_open, body)")
        self.db.execute("CREATE INDEX by_due ON posts (due_at)")
        self.db.execute("CREATE INDEX by_open_due ON posts (due_at) WHERE is_open")
        self.db.execute("CREATE INDEX by_owner ON posts (owner_id, due_at) WHERE is_open")
        self.db.execute("BEGIN")
        rows = (self.row(replace(a_post(number), rev=1)) for number in range(1, size + 1))
        self.db.executemany("INSERT INTO posts VALUES (?, ?, ?, ?, ?, ?)", rows)
        self.db.execute("COMMIT")

    def close(self) -> None:
        self.db.close()

    def row(self, post: Post) -> Row:
        return post.id, post.rev, iso(post), post.owner_id, post.is_open, self.records.row_of(post)

    def update(self, document: Document) -> None:
        """Of a finished document: only its bytes are made here."""
        columns = document["rev"], document["due"]["at"], document["owner_id"], True, orjson.dumps(document)
        self.db.execute(UPDATE, (*columns, document["id"]))

    def read_and_update(self, number: int) -> None:
        self.db.execute("BEGIN IMMEDIATE")
        ((body,),) = self.db.execute("SELECT body FROM posts WHERE id = ?", (f"P{number}",))
        post = self.value(body)
        _, *columns = self.row(moved(replace(post, rev=post.rev + 1)))
        self.db.execute(UPDATE + " AND rev = ?", (*columns, post.id, post.rev))
        self.db.execute("COMMIT")

    def value(self, body: bytes) -> Post:
        return self.records.value_of(body)

    def due_between(self, start: datetime, end: datetime) -> list[bytes]:
        asked = "SELECT body FROM posts WHERE due_at >= ? AND due_at < ? ORDER BY due_at"
        return [body for (body,) in self.db.execute(asked, (start.isoformat(), end.isoformat()))]

    def open_of_owner(self, owner_id: str) -> list[bytes]:
        asked = "SELECT body FROM posts WHERE owner_id = ? AND is_open ORDER BY due_at"
        return [body for (body,) in self.db.execute(asked, (owner_id,))]


def iso(post: Post) -> str | None:
    return None if post.due_at is None else post.due_at.isoformat()


class Bench:
    """One size: the port, SQLite given documents and SQLite given values, each with the same posts."""

    def __init__(self, folder: Path, size: int, stack: ExitStack) -> None:
        self.size = size
        self.store = stack.enter_context(closing(open_port(folder, size)))
        self.documents = stack.enter_context(closing(Sqlite(folder / f"{size}.db", size)))
        self.values = stack.enter_context(closing(Sqlite(folder / f"{size}-values.db", size)))
        self.in_hand: dict[int, Post] = {}

    def post(self, number: int) -> Post:
        """As it was read before, moved now, and not written yet."""
        return moved(self.in_hand.get(number) or replace(a_post(number), rev=1))

    def write(self, post: Post) -> None:
        with self.store.transaction() as tx:
            self.in_hand[post.number] = tx.posts.put(post)

    def read_and_write(self, number: int) -> None:
        with self.store.transaction() as tx:
            self.in_hand[number] = tx.posts.put(moved(tx.posts.get(f"P{number}")))


class Times:
    """name → the seconds of each turn."""

    def __init__(self) -> None:
        self.of: dict[str, list[float]] = {}

    def take(self, name: str, call: Callable[[], object]) -> None:
        self.of.setdefault(name, []).append(seconds(call))

    def ratio(self, name: str, other: str) -> float:
        return median(self.of[name]) / median(self.of[other])

    def slowest(self, name: str, other: str) -> float:
        return p99(self.of[name]) / p99(self.of[other])
