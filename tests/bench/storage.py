"""What the store costs, beside what else could be taken, alternating in one process: ratios, not microseconds.

Every store is asked for the same: one durable update of a post of 600 bytes, under two indexes. The journal leaves
a moved post's place in an index to whoever reads that index next; the line "an update, then …" pays for both.
"""

from __future__ import annotations

import gc
import os
import sqlite3
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from contextlib import ExitStack, closing
from itertools import count
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import orjson
from tinydb import TinyDB, where

from tests.storage.journal.raw import Journal

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 1_000
INDEXES = {"posts": {"due": lambda post: post["due_at"], "owner": lambda post: (post["owner_id"], post["due_at"])}}
BLOCK = b"x" * 600
TEXT = "Des mots pour remplir un billet, ni plus longs ni plus courts que d'habitude. " * 3

Document = dict[str, Any]
Update = Callable[[int, Document], object]


def post(number: int, rev: int = 0) -> Document:
    """A post as the calendar stores one: about 600 bytes, 16 fields, dues spread over three years."""
    return {
        "id": f"P{number}",
        "rev": rev,
        "strategy_id": "S1",
        "title": f"Billet {number}",
        "text": TEXT,
        "platform": "instagram",
        "kind": "news",
        "state": "draft",
        "owner_id": f"U{number % 500:09}",
        "backup_id": None,
        "due_at": due(number + rev * 7),
        "zone": "Europe/Paris",
        "labels": ["été", "recrutement"],
        "objective_id": "O1",
        "moves": rev,
        "created_at": "2026-01-01T09:00:00+00:00",
    }


def due(number: int) -> str:
    day = number * 7919 % 1_008
    return f"{2026 + day // 336}-{day // 28 % 12 + 1:02}-{day % 28 + 1:02}T{number % 24:02}:00:00+00:00"


def open_journal(folder: Path, size: int) -> Journal:
    journal = Journal(folder / f"{size}.json", indexes=INDEXES)
    journal.commit([("posts", f"P{number}", post(number)) for number in range(size)])
    journal.compact()
    for name in INDEXES["posts"]:  # built when it is first asked for, kept up from then on
        journal.range("posts", name, None, None, limit=1)
    return journal


def open_sqlite(folder: Path, size: int) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / f"{size}.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE posts (id PRIMARY KEY, due_at, owner_id, body)")
    connection.execute("CREATE INDEX by_due ON posts (due_at)")
    connection.execute("CREATE INDEX by_owner ON posts (owner_id, due_at)")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO posts VALUES (?, ?, ?, ?)", (row(post(number)) for number in range(size)))
    connection.execute("COMMIT")
    return connection


def row(document: Document) -> tuple[str, str, str, bytes]:
    return document["id"], document["due_at"], document["owner_id"], orjson.dumps(document)


def journal_update(journal: Journal) -> Update:
    return lambda number, document: journal.commit([("posts", f"P{number}", document)])


def sqlite_update(connection: sqlite3.Connection) -> Update:
    statement = "UPDATE posts SET id = ?, due_at = ?, owner_id = ?, body = ? WHERE id = ?"
    return lambda number, document: connection.execute(statement, (*row(document), f"P{number}"))


def bare_update(folder: Path) -> Update:
    descriptor = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def update(number: int, document: Document) -> None:
        os.write(descriptor, BLOCK)
        os.fdatasync(descriptor)

    return update


def seconds(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def alternate(updates: dict[str, tuple[int, Update]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """name → the seconds of each of its updates; every name has its turn in every round."""
    taken: dict[str, list[float]] = {name: [] for name in updates}
    for rev in range(1, rounds + 1):
        for name, (size, update) in updates.items():
            number = rev * 7919 % size
            document = post(number, rev)
            taken[name].append(seconds(lambda u=update, n=number, d=document: u(n, d)))
    return taken


def p99(values: list[float]) -> float:
    return quantiles(values, n=100)[98]


def update_lines(folder: Path) -> list[str]:
    with ExitStack() as stack:
        updates = {"bare": (1, bare_update(folder))}
        for size in SIZES:
            journal = stack.enter_context(closing(open_journal(folder, size)))
            updates[f"journal {size}"] = size, journal_update(journal)
            updates[f"sqlite {size}"] = size, sqlite_update(stack.enter_context(closing(open_sqlite(folder, size))))
        taken = alternate(updates)
    middle = {name: median(values) for name, values in taken.items()}
    lines = [f"bare append of 600 bytes + fdatasync: p50 {middle['bare'] * 1e6:.0f} µs"]
    for size in SIZES:
        own, other = f"journal {size}", f"sqlite {size}"
        lines.append(
            f"update of 1 in {size}: journal {middle[own] / middle['bare']:.2f} × bare (≤ 1.60), "
            f"{middle[own] / middle[other]:.2f} × SQLite (≤ 1.00), "
            f"p99 {p99(taken[own]) / p99(taken[other]):.2f} × SQLite's (≤ 1.25)"
        )
    growth = middle[f"journal {SIZES[-1]}"] / middle[f"journal {SIZES[0]}"]
    return [*lines, f"update of 1 in {SIZES[-1]}: {growth:.2f} × that of 1 in {SIZES[0]} (≤ 1.15)"]


def tinydb_lines(folder: Path) -> list[str]:
    """Plain TinyDB, in a few rounds: at 100 000 documents one update takes seconds."""
    lines = []
    for size, rounds in zip(SIZES, (20, 5, 1), strict=True):
        with closing(open_journal(folder, size)) as journal, TinyDB(folder / f"tinydb-{size}.json") as db:
            table = db.table("posts")
            table.insert_multiple(post(number) for number in range(size))
            taken = alternate(
                {
                    "tinydb": (size, lambda number, document, t=table: t.update(document, doc_ids=[number + 1])),
                    "journal": (size, journal_update(journal)),
                },
                rounds,
            )
        lines.append(
            f"update of 1 in {size}: plain TinyDB {median(taken['tinydb']) / median(taken['journal']):.0f} × journal"
        )
    return lines


def import_lines(folder: Path, size: int = 10_000) -> list[str]:
    documents = [post(number) for number in range(size)]
    tries = range(5)
    with ExitStack() as stack:
        journals = [stack.enter_context(closing(Journal(folder / f"i{n}.json", indexes=INDEXES))) for n in tries]
        dbs = [stack.enter_context(TinyDB(folder / f"it{n}.json")) for n in tries]
        changes = [("posts", document["id"], document) for document in documents]
        own = min(seconds(lambda n=n: journals[n].commit(changes)) for n in tries)
        other = min(seconds(lambda n=n: dbs[n].table("posts").insert_multiple(documents)) for n in tries)
    return [f"import of {size}: {own / other:.2f} × plain TinyDB (≤ 2.00)"]


def start_lines(folder: Path, size: int = 10_000) -> list[str]:
    """Until the first document is read, and until posts due in a week are."""
    path = folder / "start.json"
    with closing(Journal(path)) as journal:
        journal.commit([("posts", f"P{number}", post(number)) for number in range(size)])

    def own() -> None:
        with closing(Journal(path, indexes=INDEXES)) as journal:
            journal.get("posts", "P1")

    def own_due() -> None:
        with closing(Journal(path, indexes=INDEXES)) as journal:
            journal.range("posts", "due", "2026-03-01", "2026-03-08")

    def other() -> None:
        with TinyDB(path) as db:
            db.table("posts").get(doc_id=1)

    def other_due() -> None:
        with TinyDB(path) as db:
            db.table("posts").search(where("due_at").test(lambda at: "2026-03-01" <= at < "2026-03-08"))

    times = [[seconds(call) for call in (own, other, own_due, other_due)] for _ in range(7)]
    first, first_other, due_own, due_other = (median(column) for column in zip(*times, strict=True))
    return [
        f"start with {size}, until a document is read: {first / first_other:.2f} × plain TinyDB (≤ 2.00)",
        f"start with {size}, until those due in a week are: {due_own / due_other:.2f} × plain TinyDB",
    ]


def read_lines(folder: Path, size: int = 10_000) -> list[str]:
    with closing(open_journal(folder, size)) as journal, closing(open_sqlite(folder, size)) as connection:
        numbers = count()

        def bodies(statement: str, *bounds: str) -> list[Document]:
            return [orjson.loads(body) for (body,) in connection.execute(statement, bounds)]

        def day() -> tuple[str, str]:
            number = next(numbers) // 2
            return f"2026-{number % 12 + 1:02}-{number % 21 + 1:02}", f"2026-{number % 12 + 1:02}-{number % 21 + 8:02}"

        def owner() -> str:
            return f"U{next(numbers) // 2 % 500:09}"

        def update(store_update: Update) -> None:
            number = next(numbers)
            store_update(number % size, post(number % size, number))

        by_due = "SELECT body FROM posts WHERE due_at >= ? AND due_at < ? ORDER BY due_at"
        by_owner = "SELECT body FROM posts WHERE owner_id = ? ORDER BY due_at"
        asked = {
            "posts due in a week": (
                lambda: journal.range("posts", "due", *day()),
                lambda: bodies(by_due, *day()),
            ),
            "posts of an owner": (
                lambda: (lambda who: journal.range("posts", "owner", (who,), (who + "\0",)))(owner()),
                lambda: bodies(by_owner, owner()),
            ),
            "an update, then posts due in a week": (
                lambda: (update(journal_update(journal)), journal.range("posts", "due", *day())),
                lambda: (update(sqlite_update(connection)), bodies(by_due, *day())),
            ),
        }
        return [read_line(name, *pair) for name, pair in asked.items()]


def read_line(name: str, own: Callable[[], object], other: Callable[[], object]) -> str:
    times = [(seconds(own), seconds(other)) for _ in range(400)]
    mine, theirs = (median(column) for column in zip(*times, strict=True))
    return f"{name}: {mine / theirs:.2f} × SQLite (≤ 2.00)"


def memory_line(folder: Path, size: int = 10_000) -> list[str]:
    with closing(Journal(folder / "memory.json")) as journal:
        journal.commit([("posts", f"P{number}", post(number)) for number in range(size)])
    gc.collect()
    tracemalloc.start()
    with closing(Journal(folder / "memory.json", indexes=INDEXES)) as journal:
        for name in INDEXES["posts"]:
            journal.range("posts", name, None, None, limit=1)
        gc.collect()
        kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return [
        f"memory of a document in two orders: {kept / size / 1000:.1f} kB (≤ 4.0), {peak / size / 1000:.1f} at most"
    ]


def run() -> list[str]:
    lines = []
    for part in (update_lines, tinydb_lines, import_lines, start_lines, read_lines, memory_line):
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
            lines += part(Path(folder))
    return lines


if __name__ == "__main__":
    print(*run(), sep="\n")
