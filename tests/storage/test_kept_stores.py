"""Calendars that earlier versions left, `kept/COMMIT`: this version opens every one, and nothing in it is lost.

`python -m tests.storage.keep NAME`, run with a version's own code, adds what that version leaves; what is there stays.
A field that goes by another name one day is named in `MOVED`, by the version it is read in.
"""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.domain.posts import PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import DeliveryState
from bot.ports import Store
from storage.conversion import converter_of_records
from storage.copies.backup import restore
from storage.copies.check import check
from storage.copies.everything import TABLES, load, read_dump, tables_in
from storage.journal.backup_files import backups_of
from storage.journal.rows import decode, encode
from storage.kinds import KINDS
from storage.memory import MemoryStore
from storage.records import Records
from storage.tiny import TinyStore
from tests.storage.keep import KEPT
from tests.storage.keep_fill import empty_fields, fill
from tests.storage.store_samples import NOON

Tables = dict[str, dict[str, dict[str, Any]]]
MOVED: Mapping[tuple[str, str], str] = {}
"""(table, field) of an earlier version → what the field is called now."""
LATER_KINDS = {
    ReminderKind.QUESTION,
    ReminderKind.QUESTION_AGAIN,
    ReminderKind.ESCALATION,
    ReminderKind.REVIEW_AGAIN,
    ReminderKind.LATE,
    ReminderKind.SHARE_KIT,
    ReminderKind.CHANGE,
    ReminderKind.CHANGE_LINE,
    ReminderKind.DAY_LINE,
    ReminderKind.ROUND_ASKED,
    ReminderKind.DAY_LINE,
    ReminderKind.RADAR_LINE,
}
"""Of reminders, which no kept version knew."""


@pytest.fixture(params=sorted(KEPT.iterdir()), ids=lambda each: each.name)
def kept(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the folder, to be opened."""
    return shutil.copytree(request.param, tmp_path / "kept")


@pytest.fixture
def path(kept: Path) -> Path:
    return kept / "parution.json"


def exported(kept: Path) -> Tables:
    """What the earlier version itself said was in it."""
    return by_key(json.loads((kept / "everything.json").read_text(encoding="utf-8"))["tables"])


def by_key(tables: Mapping[str, list[dict[str, Any]]]) -> Tables:
    return {table: {row["id"]: row for row in rows} for table, rows in tables.items() if rows}


def held(store: Store) -> Tables:
    return by_key(tables_in(store))


def lost(was: Tables, now: Tables) -> list[str]:
    """Every field that does not stand there as it stood; one that is empty may be left out."""
    return [
        f"{table} {key} {name}: {value!r}"
        for table, rows in was.items()
        for key, row in rows.items()
        for name, value in row.items()
        if name != "rev"
        and (now.get(table, {}).get(key, {}).get(MOVED.get((table, name), name)) or None) != (value or None)
    ]


def strangers(was: Tables, now: Tables) -> list[str]:
    return [f"{table} {key}" for table, rows in now.items() for key in rows if key not in was.get(table, {})]


def written_again(tables: Tables) -> Tables:
    """Each document as it is after somebody changed it: made into a value, and written."""
    converter = converter_of_records()
    again = {kind.table: Records(kind.type, converter) for kind in KINDS}
    return {
        table: {key: decode(again[table].row_of(again[table].value_of(encode(row)))) for key, row in rows.items()}
        for table, rows in tables.items()
        if table in again
    }


def test_everything_that_an_earlier_version_had_is_there_field_by_field(kept: Path, path: Path) -> None:
    was = exported(kept)
    with closing(TinyStore(path)) as store:
        now = held(store)

    assert lost(was, now) == []
    assert strangers(was, now) == []
    with closing(TinyStore(path)) as store:
        assert held(store) == now


def test_whatever_is_changed_next_keeps_all_the_rest_of_it(kept: Path) -> None:
    was = {table: rows for table, rows in exported(kept).items() if table != "numbers"}

    assert lost(was, written_again(was)) == []


def test_an_earlier_calendar_is_found_sound_and_comes_in_by_its_own_export(kept: Path, path: Path) -> None:
    with closing(TinyStore(path)) as store:
        opened = held(store)
    taken_in = MemoryStore()
    load(taken_in, read_dump((kept / "everything.json").read_bytes(), name="everything.json"))

    assert check(path).problems == ()
    assert held(taken_in) == opened


def test_an_earlier_backup_is_listed_and_can_be_brought_back(path: Path) -> None:
    [backup] = backups_of(path)
    inside = {row["id"]: row for row in json.loads(backup.path.read_text(encoding="utf-8"))["strategies"].values()}

    restore(backup.path, path, now=NOON)

    with closing(TinyStore(path)) as store:
        assert held(store)["strategies"] == inside


def test_the_next_numbers_are_new_ones(kept: Path, path: Path) -> None:
    with closing(TinyStore(path)) as store, store.transaction() as tx:
        given = {name: tx.next_number(name) for name in ("post", "strategy", "objective", "question")}

    last = {name: row["last"] for name, row in exported(kept)["numbers"].items()}
    assert given == {name: last.get(name, 0) + 1 for name in given}


def test_what_was_taken_for_right_once_is_not_taken_away(kept: Path, path: Path) -> None:
    """Rounds with more answers than questions."""
    rounds = exported(kept)["check_ins"].values()
    with closing(TinyStore(path)) as store, store.transaction() as tx:
        odd = [
            (each.answered, each.received) for each in tx.check_ins.all() if (each.answered or 0) > (each.received or 0)
        ]

    assert (20, 5) in odd
    assert odd == [pair for pair in ((each["answered"], each["received"]) for each in rounds) if pair[0] > pair[1]]


def test_every_kind_in_every_state_is_kept(kept: Path) -> None:
    was = exported(kept)

    newer_tables = {"voices", "corrections", "share_kits"}
    assert set(was) == set(TABLES) - newer_tables
    assert {row.get("state", "draft") for row in was["posts"].values()} == {each.value for each in PostState}
    newer = {DeliveryState.DELETED}  # of which that version knew nothing
    assert {row["state"] for row in was["deliveries"].values()} == {each.value for each in DeliveryState} - newer
    assert {row["kind"] for row in was["deliveries"].values()} == {each.value for each in ReminderKind} - LATER_KINDS


def test_what_is_kept_for_later_versions_leaves_no_field_empty_and_comes_back_the_same() -> None:
    store = MemoryStore()
    fill(store)
    was = {table: rows for table, rows in held(store).items() if table != "numbers"}

    assert [*_left_empty(store)] == []
    assert lost(was, written_again(was)) == []


def _left_empty(store: Store) -> Iterator[str]:
    with store.transaction() as tx:
        for kind in KINDS:
            values = getattr(tx, kind.table).all()
            empty = set.intersection(*(set(empty_fields(each)) for each in values))
            yield from (f"{kind.table} {name}" for name in sorted(empty))
