"""The calendar as a TinyDB: our conditions are true queries, answered from the orders, and `where` narrows them."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tinydb import TinyDB, where
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from storage import open_store
from storage.conditions import Between, ById, Replacement
from storage.journal import rows as journal_rows
from storage.journal.rows import EncodedDocument
from storage.kinds import ORDERS
from storage.orders import seconds
from storage.tiny import TinyStore
from storage.tinydb_storage import JournaledDB, in_order
from tests.storage.store_samples import DAY, HOUR, NOON, a_post

DUE = ORDERS["posts"]["due"]
TODAY = Between(DUE, (seconds(NOON),), (seconds(NOON + DAY),))
POSTS = [
    {"id": "P1", "due": {"at": (NOON + 2 * HOUR).isoformat()}, "owner_id": "U1", "text": "long"},
    {"id": "P2", "due": {"at": (NOON + 9 * DAY).isoformat()}, "owner_id": "U1"},
    {"id": "P3", "due": {"at": NOON.isoformat()}, "owner_id": "U2"},
    {"id": "P4"},
]


@pytest.fixture(params=["ours", "plain"])
def table(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Table]:
    plain = request.param == "plain"
    with TinyDB(storage=MemoryStorage) if plain else JournaledDB(tmp_path / "c.json", indexes=ORDERS) as db:
        posts = db.table("posts", cache_size=0)
        posts.insert_multiple(POSTS)
        yield posts


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Table]:
    with JournaledDB(tmp_path / "calendar.json", indexes=ORDERS) as db:
        db.table("posts").insert_multiple(POSTS)
        yield db.table("posts")


def ids(documents) -> list[str]:
    return [each["id"] for each in documents]


def test_a_document_is_found_by_its_key(table):
    assert table.get(ById("P2"))["owner_id"] == "U1"
    assert table.get(ById("P9")) is None
    assert table.contains(ById("P4"))


def test_a_span_is_found_in_its_order(table):
    assert ids(in_order(table, TODAY)) == ["P3", "P1"]
    assert ids(in_order(table, TODAY, limit=1)) == ["P3"]
    assert table.count(TODAY) == 2


@pytest.mark.parametrize(
    "narrowed",
    [TODAY & (where("owner_id") == "U1"), (where("owner_id") == "U1") & TODAY],
    ids=["span first", "where first"],
)
def test_where_narrows_a_span_on_either_side(table, narrowed):
    assert ids(table.search(narrowed)) == ["P1"]
    assert ids(table.search(narrowed & (where("text") == "long"))) == ["P1"]
    assert table.search(narrowed & (where("text") == "short")) == []
    assert table.get(narrowed)["id"] == "P1"
    assert ids(table.search(ById("P2") & (where("owner_id") == "U1"))) == ["P2"]
    assert table.get(ById("P2") & (where("owner_id") == "U2")) is None


def test_other_ways_to_put_conditions_together_are_looked_through(table):
    assert ids(table.search(~TODAY)) == ["P2", "P4"]
    assert sorted(ids(table.search(TODAY | ById("P4")))) == ["P1", "P3", "P4"]


def test_a_span_and_what_narrows_it_decode_only_what_they_have_to(ours, monkeypatch):
    ours.search(TODAY)
    decoded: list[bytes] = []
    decode = journal_rows.decode
    monkeypatch.setattr(journal_rows, "decode", lambda row: (decoded.append(row), decode(row))[1])

    found = ours.search(TODAY)
    assert decoded == []

    assert found[0]["owner_id"] == "U2"
    assert ids(ours.search(TODAY & (where("owner_id") == "U1"))) == ["P1"]
    assert len(decoded) == 3


def test_a_document_is_replaced_as_a_whole_and_what_was_cleared_is_gone(table):
    replacement = Replacement(EncodedDocument(b'{"id":"P1","owner_id":"U9"}'))

    table.update(replacement, doc_ids=[table.get(ById("P1")).doc_id])
    table.update(Replacement(EncodedDocument(b'{"id":"P2"}')), ById("P2"))

    assert table.get(ById("P1")) == {"id": "P1", "owner_id": "U9"}
    assert table.get(ById("P2")) == {"id": "P2"}
    assert ids(table.all()) == ["P1", "P2", "P3", "P4"]


def test_updates_and_removals_go_by_span_as_by_any_condition(table):
    assert len(table.update({"owner_id": "U7"}, TODAY)) == 2
    assert sorted(ids(table.search(where("owner_id") == "U7"))) == ["P1", "P3"]
    assert len(table.remove(TODAY & (where("text") == "long"))) == 1
    assert ids(table.all()) == ["P2", "P3", "P4"]


def test_what_is_found_is_a_mapping_that_json_refuses_rather_than_writes_as_nothing(ours):
    found = ours.get(ById("P4"))

    assert dict(found) == found == {"id": "P4"}
    assert "id" in found
    with pytest.raises(TypeError):
        json.dumps(found)
    with pytest.raises(TypeError):
        found["id"] = "P5"


def test_documents_of_tinydb_may_be_written_with_their_numbers(ours):
    ours.insert(Document({"id": "P9"}, doc_id=42))

    assert ours.insert({"id": "P10"}) == 43
    assert ours.get(doc_id=42) == {"id": "P9"}


def test_several_tables_are_written_as_one_or_not_at_all(tmp_path):
    def stumble(db: JournaledDB) -> None:
        with db.transaction():
            db.table("posts").insert({"id": "P1"})
            db.table("members").insert({"id": "U1"})
            raise ZeroDivisionError

    with JournaledDB(tmp_path / "calendar.json") as db:
        with pytest.raises(ZeroDivisionError):
            stumble(db)

        assert db.tables() == set()


# The bot's own store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TinyStore]:
    with closing(TinyStore(tmp_path / "calendar.json")) as store:
        with store.transaction() as tx:
            for number, owner in enumerate(["U1", "U2", "U1"], start=1):
                tx.posts.put(a_post(number, due_at=NOON + number * HOUR, owner_id=owner))
        yield store


def test_the_running_store_is_asked_with_where_and_answers_as_its_repository_does(store):
    table = store.db.table("posts")

    with store.transaction() as tx:
        found = [each.id for each in tx.posts.open_of_owner("U1")]
        assert ids(table.search(where("owner_id") == "U1")) == found == ["P1", "P3"]
        tx.posts.put(replace(tx.posts.get("P2"), owner_id="U1"))
        assert ids(table.search(where("owner_id") == "U1")) == ["P1", "P2", "P3"]


def test_what_tinydb_writes_while_the_bot_runs_is_what_the_repository_reads(store):
    store.db.table("posts").update({"title": "Mended"}, where("id") == "P2")

    with store.transaction() as tx:
        assert tx.posts.get("P2").title == "Mended"


def test_plain_tinydb_edits_the_file_of_a_stopped_bot_and_the_bot_picks_it_up(tmp_path):
    path = tmp_path / "calendar.json"
    with closing(open_store(f"tinydb://{path}")) as store, store.transaction() as tx:
        tx.posts.put(a_post(1, due_at=NOON, owner_id="U1"))
        tx.posts.put(a_post(2, owner_id="U1"))

    with TinyDB(path) as plain:
        assert ids(plain.table("posts").search(where("owner_id") == "U1")) == ["P1", "P2"]
        plain.table("posts").update({"owner_id": "U2"}, where("id") == "P1")
        plain.table("posts").remove(where("id") == "P2")

    with closing(open_store(f"tinydb://{path}")) as store, store.transaction() as tx:
        assert [each.id for each in tx.posts.open_of_owner("U2")] == ["P1"]
        assert tx.posts.open_of_owner("U1") == []


def test_the_running_bot_has_loaded_tinydb():
    asked = "import sys, bot.app, storage; print('tinydb' in sys.modules, storage.open_store.__name__)"

    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout

    assert said == "True open_store\n"
