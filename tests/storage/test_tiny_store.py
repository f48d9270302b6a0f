"""What the TinyDB store adds to the contract: it lasts, it shares fsyncs, and a write that fails never was."""

import errno
import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from bot.domain.errors import UserError
from bot.domain.posts import Post
from bot.i18n import Translator
from storage import open_store
from storage.copies.backup import back_up
from storage.journal import disk
from storage.journal.faults import StoreDamaged, StoreLocked, StoreTooNew
from storage.tiny import TinyStore
from tests.storage.store_samples import DAY, HOUR, NOON, a_delivery, a_measurement, a_post


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calendar.json"


@pytest.fixture
def store(path: Path) -> Iterator[TinyStore]:
    made = TinyStore(path)
    yield made
    made.close()


def titles(store: TinyStore) -> list[str]:
    with store.transaction() as tx:
        return [post.title for post in tx.posts.all()]


class Disk:
    """Stands in for the fsync: counts, fails on request, and while `open` is not set it waits, having said so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.syncs = 0
        self.error: OSError | None = None
        self.busy = threading.Event()
        self.failed = threading.Event()
        self.open = threading.Event()
        self.open.set()
        monkeypatch.setattr(disk, "sync", self._sync)

    def _sync(self, fd: int) -> None:
        self.syncs += 1
        self.busy.set()
        assert self.open.wait(10)
        if self.error is not None:
            self.failed.set()
            raise self.error


@pytest.fixture
def slow_disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@contextmanager
def waiting_for(slow_disk: Disk, work: Callable[[], None]) -> Iterator[threading.Thread]:
    """While *work*, in a thread of its own, waits for the disk; the block opens the disk."""
    slow_disk.open.clear()
    slow_disk.busy.clear()
    thread = threading.Thread(target=work)
    thread.start()
    assert slow_disk.busy.wait(10)
    yield thread
    assert slow_disk.open.is_set()
    thread.join()


# Addresses


def test_a_calendar_that_is_in_use_is_refused_in_words_with_the_process_that_holds_it(path, store):
    with pytest.raises(UserError) as refusal:
        open_store(f"tinydb://{path}")

    assert refusal.value.key == "store-locked"
    assert str(os.getpid()) in Translator("en-US", "UTC").refusal(refusal.value)


# It lasts


def test_what_was_written_is_there_after_a_restart_with_its_numbers_and_orders(path):
    store = TinyStore(path)
    with store.transaction() as tx:
        tx.posts.put(a_post(tx.next_number("post"), due_at=NOON, owner_id="U1"))
    store.close()

    store = TinyStore(path)

    with store.transaction() as tx:
        assert [post.id for post in tx.posts.due_between(NOON, NOON + HOUR)] == ["P1"]
        assert [post.id for post in tx.posts.open_of_owner("U1")] == ["P1"]
        assert tx.next_number("post") == 2
    store.close()


def test_one_transaction_is_one_line_of_the_journal(path, store):
    lines = len(_lines(path))

    with store.transaction() as tx:
        tx.posts.put(a_post())
        tx.deliveries.put(a_delivery())
        tx.next_number("post")

    assert len(_lines(path)) == lines + 1


def test_a_transaction_that_only_reads_or_changes_nothing_writes_nothing(path, store, slow_disk):
    with store.transaction() as tx:
        tx.posts.all()
        tx.posts.delete("P1")

    assert slow_disk.syncs == 0


def test_after_a_clean_stop_plain_tinydb_reads_the_file(path):
    store = TinyStore(path)
    with store.transaction() as tx:
        tx.posts.put(a_post(title="Spring contest"))
    store.close()

    with TinyDB(path) as plain:
        assert plain.table("posts").get(where("id") == "P1")["title"] == "Spring contest"


def test_what_somebody_mended_while_the_bot_was_stopped_is_picked_up(path):
    store = TinyStore(path)
    with store.transaction() as tx:
        tx.posts.put(a_post(title="Sping"))
    store.close()
    path.write_text(path.read_text().replace("Sping", "Spring"))

    store = TinyStore(path)

    assert titles(store) == ["Spring"]
    store.close()


def test_a_second_opening_is_refused(path, store):
    with pytest.raises(StoreLocked):
        TinyStore(path)


def test_a_document_that_has_no_place_in_an_order_is_named_and_left_as_it_is(path):
    store = TinyStore(path)
    with store.transaction() as tx:
        tx.posts.put(a_post(7, due_at=NOON))
    store.close()
    mended = path.read_text().replace('"at":"2026-11-24T12:00:00+00:00"', '"at":"next Tuesday"')
    path.write_text(mended)

    with pytest.raises(StoreDamaged) as damage:
        TinyStore(path)

    assert (damage.value.what, damage.value.where) == ("not_a_record", "posts P7")
    assert path.read_text() == mended


@pytest.mark.parametrize("content", ["{", '{"posts": {"1": {"id": "P1", "due": {"at": "next Tuesday"}}}}'])
def test_damage_names_the_newest_backup_of_this_calendar_and_no_neighbours(path, content):
    made = []
    for name, day in ((path.name, 0), (path.name, 1), ("calendar2.json", 2), ("calendar-2.json", 2)):
        store = TinyStore(path.with_name(name))
        made.append(back_up(store, now=NOON + day * DAY))
        store.close()
    path.write_text(content)

    with pytest.raises(StoreDamaged) as damage:
        TinyStore(path)

    assert damage.value.backup == made[1]


def test_a_store_of_a_newer_version_is_refused_and_left_as_it_is(path):
    newer = json.dumps({"_meta": {"1": {"schema": 999, "sequence": 1}}})
    path.write_text(newer)

    with pytest.raises(StoreTooNew):
        TinyStore(path)

    assert path.read_text() == newer


# Writes that fail


def test_a_write_the_disk_refuses_never_was_and_the_store_goes_on_when_there_is_room(path, store, slow_disk):
    with store.transaction() as tx:
        read = tx.posts.put(a_post(title="Before", due_at=NOON))

    slow_disk.error = OSError(errno.ENOSPC, "no room")
    with pytest.raises(UserError) as refusal, store.transaction() as tx:
        tx.posts.put(replace(read, title="Lost", due=None))
    slow_disk.error = None

    assert (refusal.value.key, refusal.value.params["what"]) == ("store-write", "full")
    with store.transaction() as tx:
        assert [post.title for post in tx.posts.due_between(NOON, NOON + HOUR)] == ["Before"]
        tx.posts.put(replace(read, title="After"))
    assert titles(store) == ["After"]


def test_a_reader_of_what_is_undone_afterwards_is_told(store, slow_disk):
    def read() -> None:
        with store.transaction() as tx:
            seen.append(tx.posts.get("P1").id)
            slow_disk.open.set()

    seen: list[str] = []
    slow_disk.error = OSError(errno.EIO, "broken")

    with waiting_for(slow_disk, lambda: refused(store, a_post())), pytest.raises(UserError):
        read()

    assert (seen, titles(store)) == (["P1"], [])


@pytest.mark.parametrize(
    ("write", "read"),
    [
        (lambda tx: tx.posts.put(a_post()), lambda tx: [post.id for post in tx.posts.calendar_of("S1").posts]),
        (lambda tx: tx.measurements.put(a_measurement()), lambda tx: [*tx.measurements.latest_of(["P1"])]),
    ],
    ids=["calendar", "measurements"],
)
def test_an_answer_read_from_what_is_undone_afterwards_is_not_kept(store, slow_disk, write, read):
    def write_in_vain() -> None:
        with pytest.raises(UserError), store.transaction() as tx:
            write(tx)

    def look() -> None:
        with store.transaction() as tx:
            seen.append(read(tx))
            slow_disk.open.set()

    seen: list[list[str]] = []
    slow_disk.error = OSError(errno.EIO, "broken")

    with waiting_for(slow_disk, write_in_vain), pytest.raises(UserError):
        look()

    assert seen == [["P1"]]
    with store.transaction() as tx:
        assert read(tx) == []


def test_a_write_decided_on_what_was_undone_meanwhile_is_refused(store, slow_disk):
    def build_on_it() -> None:
        with store.transaction() as tx:
            tx.posts.put(replace(tx.posts.get("P1"), text="built on it"))
            slow_disk.open.set()
            assert slow_disk.failed.wait(10)  # it can't be undone from beneath: that waits for the end of this one

    slow_disk.error = OSError(errno.EIO, "broken")

    with waiting_for(slow_disk, lambda: refused(store, a_post())), pytest.raises(UserError):
        build_on_it()
    slow_disk.error = None

    assert titles(store) == []


def test_transactions_that_wait_for_the_disk_at_the_same_time_share_an_fsync(store, slow_disk, monkeypatch):
    staged, wait = threading.Semaphore(0), store.journal.wait
    monkeypatch.setattr(store.journal, "wait", lambda ticket: (staged.release(), wait(ticket)))
    others = [threading.Thread(target=put, args=(store, a_post(number))) for number in range(2, 9)]

    with waiting_for(slow_disk, lambda: put(store, a_post(1))):
        for thread in others:
            thread.start()
        assert all(staged.acquire(timeout=10) for _ in range(8))
        slow_disk.open.set()
    for thread in others:
        thread.join()

    assert slow_disk.syncs == 2
    assert len(titles(store)) == 8


def test_others_decide_while_one_waits_for_the_disk(store, slow_disk):
    with waiting_for(slow_disk, lambda: put(store, a_post())), store.transaction() as tx:
        assert tx.posts.find("P1")
        slow_disk.open.set()


def put(store: TinyStore, post: Post) -> None:
    with store.transaction() as tx:
        tx.posts.put(post)


def refused(store: TinyStore, post: Post) -> None:
    with pytest.raises(UserError):
        put(store, post)


def _lines(path: Path) -> list[bytes]:
    journal = path.with_name(path.name + ".journal")
    return [line for line in journal.read_bytes().rstrip(b"\0").split(b"\n") if line]
