"""What the calendar's store costs through its port, beside what else could be taken, alternating in one process.

Values go in and come out: a post is read by its number, its day is moved and it is written with its next revision,
in one durable transaction. "SQLite" is given a finished document and reads nothing first, which flatters it; "SQLite
of values" answers the same question as the port does: it reads, makes the value, checks the revision and writes.
"""

from __future__ import annotations

import gc
import tempfile
import tracemalloc
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

import orjson
from tinydb import TinyDB, where
from tinydb.table import Table

from bot.domain.posts import Post
from bot.ports import Posts, Store
from storage.conversion import converter_of_records
from storage.records import Records
from storage.tiny import TinyStore
from tests.bench._stores import FIRST, RECORDS, SPAN, WEEK, Bench, Document, Times, a_post, moved, open_port, owner
from tests.bench.storage import bare_update

SIZES = (1_000, 10_000, 100_000)
ROUNDS = 2_500

Ask = Callable[[int], Any]
T = TypeVar("T")


def update_lines(folder: Path) -> list[str]:
    with ExitStack() as stack:
        bare = bare_update(folder)
        benches = [Bench(folder, size, stack) for size in SIZES]
        times = Times()
        for turn in range(1, ROUNDS + 1):
            times.take("bare", lambda: bare(0, {}))
            for bench in turned(benches, turn):
                update(bench, times, turn)
    growth = times.ratio(f"port {SIZES[-1]}", f"port {SIZES[0]}")
    return [
        f"bare append of 600 bytes + fdatasync: p50 {median(times.of['bare']) * 1e6:.0f} µs",
        *(line for size in SIZES for line in lines_of_updates(times, size)),
        f"update of 1 in {SIZES[-1]}: {growth:.2f} × that of 1 in {SIZES[0]} (≤ 1.15)",
    ]


def update(bench: Bench, times: Times, turn: int) -> None:
    """One turn of each; the post that is only written is another one than that which is read first."""
    number = turn * 7919 % bench.size + 1
    post = bench.post(number)
    document = orjson.loads(RECORDS.row_of(post))
    other = (number + bench.size // 2) % bench.size + 1
    calls: list[tuple[str, Callable[[], object]]] = [
        ("port", lambda: bench.write(post)),
        ("sqlite", lambda: bench.documents.update(document)),
        ("port, read", lambda: bench.read_and_write(other)),
        ("values, read", lambda: bench.values.read_and_update(other)),
    ]
    for name, call in turned(calls, turn):
        times.take(f"{name} {bench.size}", call)


def turned(row: Sequence[T], turn: int) -> Sequence[T]:
    """Who comes first changes: what is done right after another's write waits for the disk a little longer."""
    return (*row[turn % len(row) :], *row[: turn % len(row)])


def lines_of_updates(times: Times, size: int) -> list[str]:
    port, sqlite = f"port {size}", f"sqlite {size}"
    read, values = f"port, read {size}", f"values, read {size}"
    return [
        f"update of 1 in {size}: {times.ratio(port, 'bare'):.2f} × bare (≤ 1.60), "
        f"{times.ratio(port, sqlite):.2f} × SQLite (≤ 1.00), p99 {times.slowest(port, sqlite):.2f} × SQLite's (≤ 1.25)",
        f"read, moved and updated, 1 in {size}: {times.ratio(read, 'bare'):.2f} × bare, "
        f"{times.ratio(read, values):.2f} × SQLite of values, p99 {times.slowest(read, values):.2f} ×",
    ]


def tinydb_lines(folder: Path) -> list[str]:
    """Plain TinyDB, in a few rounds: at 100 000 documents one update takes seconds."""
    lines = []
    for size, rounds in zip(SIZES, (20, 5, 1), strict=True):
        with ExitStack() as stack:
            store = stack.enter_context(closing(open_port(folder, size)))
            table = stack.enter_context(TinyDB(folder / f"tinydb-{size}.json")).table("posts")
            table.insert_multiple(documents(size))
            times = updates_beside_tinydb(store, table, rounds)
        lines.append(f"update of 1 in {size}: plain TinyDB {times.ratio('tinydb', 'port'):.0f} × port")
    return lines


def updates_beside_tinydb(store: Store, table: Table, rounds: int) -> Times:
    """Twenty of ours, so that the first one after the import, with the collector behind it, isn't all there is."""
    times = Times()
    for turn in range(1, 21):
        post = moved(replace(a_post(turn), rev=1))
        document = orjson.loads(RECORDS.row_of(post))
        times.take("port", lambda p=post: write(store, p))
        if turn <= rounds:
            times.take("tinydb", lambda d=document, n=turn: table.update(d, doc_ids=[n]))
    return times


def write(store: Store, *posts: Post) -> None:
    with store.transaction() as tx:
        for post in posts:
            tx.posts.put(post)


def documents(size: int) -> list[Document]:
    return [orjson.loads(RECORDS.row_of(a_post(number))) for number in range(1, size + 1)]


def import_lines(folder: Path, size: int = 10_000) -> list[str]:
    """Durable here, with every value checked and encoded; TinyDB is given finished documents and syncs nothing."""
    posts, finished = [a_post(number) for number in range(1, size + 1)], documents(size)
    times = Times()
    for turn in range(7):
        with closing(TinyStore(folder / f"import-{turn}.json")) as store:
            gc.collect()
            times.take("port", lambda s=store: write(s, *posts))
        with TinyDB(folder / f"import-{turn}.tinydb") as db:
            gc.collect()
            times.take("tinydb", lambda d=db: d.table("posts").insert_multiple(finished))
    return [f"import of {size}: {times.ratio('port', 'tinydb'):.2f} × plain TinyDB (≤ 2.00)"]


def start_lines(folder: Path, size: int = 10_000) -> list[str]:
    """Until a post is read, and until those that are due in a week are."""
    path, plain = folder / "start.json", folder / "start.tinydb"
    with closing(TinyStore(path)) as store:
        write(store, *map(a_post, range(1, size + 1)))
    with TinyDB(plain) as db:
        db.table("posts").insert_multiple(documents(size))
    start, end = FIRST.isoformat(), (FIRST + WEEK).isoformat()

    def own(ask: Callable[[Posts], object]) -> None:
        with closing(TinyStore(path)) as store, store.transaction() as tx:
            ask(tx.posts)

    def other(ask: Callable[[Table], object]) -> None:
        with TinyDB(plain) as db:
            ask(db.table("posts"))

    times = Times()
    for _ in range(9):
        times.take("port", lambda: own(lambda posts: posts.get("P1")))
        times.take("tinydb", lambda: other(lambda table: table.get(doc_id=1)))
        times.take("port, due", lambda: own(lambda posts: posts.due_between(FIRST, FIRST + WEEK)))
        times.take("tinydb, due", lambda: other(lambda table: table.search(where("due").at.test(between, start, end))))
    read, due = times.ratio("port", "tinydb"), times.ratio("port, due", "tinydb, due")
    return [
        f"start with {size}, until a post is read: {read:.2f} × plain TinyDB (≤ 2.00), "
        f"until those due in a week are: {due:.2f} ×",
    ]


def between(at: str, start: str, end: str) -> bool:
    return start <= at < end


def read_lines(folder: Path, size: int = 10_000) -> list[str]:
    """Asked again, as a bot that runs asks, and for the first time, when every value has to be made."""
    with ExitStack() as stack:
        bench = Bench(folder, size, stack)
        return [line for name, asks in questions(bench).items() for line in read_lines_of(name, bench, *asks)]


def questions(bench: Bench) -> dict[str, tuple[Ask, Ask]]:
    """The port's question and SQLite's, by the number of a week or of an owner."""

    def port(ask: Callable[[Posts, int], object]) -> Ask:
        def asked(number: int) -> object:
            with bench.store.transaction() as tx:
                return ask(tx.posts, number)

        return asked

    return {
        "posts due in a week": (
            port(lambda posts, number: posts.due_between(week(number), week(number) + WEEK)),
            lambda number: bench.values.due_between(week(number), week(number) + WEEK),
        ),
        "posts of an owner": (
            port(lambda posts, number: posts.open_of_owner(owner(number))),
            lambda number: bench.values.open_of_owner(owner(number)),
        ),
    }


def week(number: int) -> datetime:
    return FIRST + timedelta(days=number * 5 % (SPAN.days - 7))


def read_lines_of(name: str, bench: Bench, own: Ask, bodies: Ask) -> list[str]:
    records = Records(Post, converter_of_records())
    times = Times()
    for turn in range(400):
        bench.store._records["posts"]._known.clear()
        times.take("first", lambda n=turn: own(n))
        times.take("port", lambda n=turn: own(n))
        times.take("sqlite", lambda n=turn: list(map(orjson.loads, bodies(n))))
        times.take("values", lambda n=turn: list(map(records._decoded, bodies(n))))
    return [
        f"{name}: {times.ratio('port', 'sqlite'):.2f} × SQLite (≤ 2.00), for the first time since the start "
        f"{times.ratio('first', 'sqlite'):.2f} ×, which is {times.ratio('first', 'values'):.2f} × SQLite of values",
    ]


def memory_line(folder: Path, size: int = 10_000) -> list[str]:
    """With the orders that the bot's questions build, and with every value read once, as far as values are kept."""
    with closing(TinyStore(folder / "memory.json")) as store:
        write(store, *map(a_post, range(1, size + 1)))
    gc.collect()
    tracemalloc.start()
    with closing(TinyStore(folder / "memory.json")) as store:
        with store.transaction() as tx:
            tx.posts.due_between(FIRST, FIRST)
            tx.posts.open_due_between(FIRST, FIRST)
            tx.posts.open_of_owner("")
        gc.collect()
        kept, _ = tracemalloc.get_traced_memory()
        with store.transaction() as tx:
            tx.posts.all()
        gc.collect()
        whole, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    each = [f"{bytes_ / size / 1000:.1f} kB" for bytes_ in (kept, whole, peak)]
    return [f"memory of a post: {each[0]} in three orders (≤ 4.0), {each[1]} once all were read, {each[2]} at most"]


def run() -> list[str]:
    lines = []
    for part in (update_lines, tinydb_lines, import_lines, start_lines, read_lines, memory_line):
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
            lines += part(Path(folder))
    return lines


if __name__ == "__main__":
    print(*run(), sep="\n")
