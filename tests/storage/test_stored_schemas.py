"""Calendars as each schema stored them, `stored/schema-N.json`: this version opens every one and reads it whole.

A new schema adds a file and leaves the older ones as they are.
"""

import json
import shutil
from pathlib import Path

import pytest

from bot.domain.posts import PostState
from bot.domain.reminders.deliveries import DeliveryState
from storage.copies.check import check
from storage.kinds import KINDS
from storage.records import SCHEMA
from storage.tiny import TinyStore

STORED = sorted((Path(__file__).parent / "stored").glob("schema-*.json"))

LATER = ["voices", "corrections", "share_kits"]
"""Kinds that came after the last schema: a table more needs no new one."""


@pytest.fixture(params=STORED, ids=lambda path: path.stem)
def path(request, tmp_path):
    return Path(shutil.copy(request.param, tmp_path / "calendar.json"))


def test_every_schema_has_a_stored_calendar():
    assert [path.stem for path in STORED] == [f"schema-{number}" for number in range(1, SCHEMA + 1)]


def test_a_stored_calendar_is_read_whole_and_found_sound(path):
    stored = json.loads(path.read_text())
    store = TinyStore(path)
    with store.transaction() as tx:
        read = {kind.table: len(getattr(tx, kind.table).all()) for kind in KINDS}
    store.close()

    assert read == {kind.table: len(stored.get(kind.table, ())) for kind in KINDS}
    assert [table for table, count in read.items() if not count] == LATER
    assert check(path).problems == ()


def test_what_stood_in_a_stored_calendar_stands_there_still(path):
    store = TinyStore(path)
    with store.transaction() as tx:
        post, strategy = tx.posts.get("P1"), tx.strategies.get("S1")
        sent = {each.ts for each in tx.deliveries.all() if each.state is DeliveryState.SENT}
        number = tx.next_number("post")
    store.close()

    assert (post.state, post.owner_id, post.link) == (
        PostState.PUBLISHED,
        "UCHLOE",
        "https://instagram.example/maison-lune/1",
    )
    assert post.due.zone == "America/Montreal"
    assert strategy.objectives[0].id == post.objective_id == "O1"
    assert sent
    assert "" not in sent
    assert number == 57


def test_an_older_calendar_is_kept_beside_as_it_was(path):
    before = json.loads(path.read_text())
    schema = before["_meta"]["1"]["schema"]
    TinyStore(path).close()

    kept = path.with_name(f"calendar.schema-{schema}.json")

    assert kept.exists() == (schema < SCHEMA)
    assert json.loads(path.read_text())["_meta"]["1"]["schema"] == SCHEMA
    if kept.exists():
        assert json.loads(kept.read_text())["posts"] == before["posts"]
