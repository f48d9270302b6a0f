"""TinyDB on the journal, and plain TinyDB on the same file while the bot is stopped."""

import json

import pytest
from tinydb import Query, TinyDB, where
from tinydb.operations import increment
from tinydb.table import Document

from storage.tinydb_storage import JournaledDB, JournaledStorage
from tests.storage.journal.raw import Journal


@pytest.fixture
def path(tmp_path):
    return tmp_path / "calendar.json"


@pytest.fixture(params=[JournaledDB, lambda path: TinyDB(path, storage=JournaledStorage)], ids=["own", "plain"])
def opened(request):
    return request.param


def test_queries_and_updates_of_tinydb_work(path, opened):
    with opened(path) as db:
        posts = db.table("posts")
        posts.insert_multiple([{"id": "P1", "n": 1}, {"id": "P2", "n": 2}, {"n": 3}])
        posts.update({"n": 5}, where("id") == "P1")
        posts.update(increment("n"), doc_ids=[2])
        posts.upsert({"id": "P4", "n": 9}, where("id") == "P4")
        posts.upsert(Document({"n": 4}, doc_id=3))
        posts.remove(where("n") == 9)

    with opened(path) as db:
        posts = db.table("posts")
        assert posts.all() == [{"id": "P1", "n": 5}, {"id": "P2", "n": 3}, {"n": 4}]
        assert posts.search(Query().n > 3) == [{"id": "P1", "n": 5}, {"n": 4}]
        assert posts.get(doc_id=2) == {"id": "P2", "n": 3}
        assert posts.get(doc_ids=[1, 3]) == [{"id": "P1", "n": 5}, {"n": 4}]
        assert posts.contains(doc_id=7) is False
        assert len(posts) == 3
        assert db.tables() == {"posts"}


def test_a_document_without_a_string_id_goes_by_its_number(path, opened):
    with opened(path) as db:
        assert db.insert({"n": 1}) == 1
        assert db.storage.documents.find("_default", "#1") == {"n": 1}


def test_a_key_that_is_taken_is_refused(path, opened):
    with opened(path) as db:
        db.insert({"id": "P1"})

        with pytest.raises(ValueError, match="P1"):
            db.insert({"id": "P1"})

        assert len(db) == 1


def test_a_truncated_table_is_empty_and_a_dropped_one_gone(path, opened):
    with opened(path) as db:
        db.table("a").insert_multiple([{}, {}])
        db.table("b").insert({})
        db.table("a").truncate()
        db.drop_table("b")
        assert db.tables() == set()
        db.insert({})
        db.drop_tables()

    assert json.loads(path.read_text()).keys() == {"_meta"}


def test_a_result_is_a_copy_and_never_an_old_one(path):
    with JournaledDB(path) as db:
        db.insert({"tags": []})

        db.search(where("tags").exists())[0]["tags"].append("mine")
        assert db.search(where("tags").exists()) == [{"tags": []}]

        TinyDB(storage=lambda: db.storage).update({"tags": ["theirs"]}, doc_ids=[1])
        assert db.search(where("tags").exists()) == [{"tags": ["theirs"]}]


def test_a_single_write_is_one_line_that_holds_one_document(path, opened):
    with opened(path) as db:
        db.insert_multiple({"n": n} for n in range(5))
        db.update({"n": 7}, doc_ids=[4])

        lines = path.with_name("calendar.json.journal").read_bytes().rstrip(b"\0").splitlines()

    assert lines[-1][9:] == b'[2,[["_default",4,{"n":7}]]]'


def test_an_error_in_an_updater_changes_nothing(path):
    with JournaledDB(path) as db:
        db.insert_multiple([{"n": 1}, {}])

        with pytest.raises(KeyError):
            db.update(increment("n"))

        assert db.all() == [{"n": 1}, {}]


def test_after_a_clean_stop_plain_tinydb_opens_the_file(path):
    journal = Journal(path)
    journal.commit([("posts", "P1", {"text": "Bonjour é"}), ("members", "U1", {"zone": "Europe/Paris"})])
    journal.close()

    with TinyDB(path, encoding="utf-8") as db:
        assert db.table("posts").all() == [{"id": "P1", "text": "Bonjour é"}]
        assert db.table("members").get(where("zone") == "Europe/Paris") == {"id": "U1", "zone": "Europe/Paris"}


def test_what_plain_tinydb_wrote_meanwhile_is_picked_up(path):
    journal = Journal(path)
    journal.commit([("posts", "P1", {"n": 1}), ("posts", "P2", {"n": 1})])
    journal.close()

    with TinyDB(path) as db:
        db.table("posts").update({"n": 2}, where("id") == "P1")
        db.table("posts").remove(where("id") == "P2")
        db.table("posts").insert({"id": "P3", "n": 3})

    journal = Journal(path)
    assert list(journal.rows("posts")) == [{"id": "P1", "n": 2}, {"id": "P3", "n": 3}]
    journal.commit([("posts", "P3", {"n": 4})])
    journal.close()
    assert json.loads(path.read_text())["_meta"]["1"]["sequence"] == 2


def test_a_file_that_plain_tinydb_made_is_taken_over(path):
    with TinyDB(path) as db:
        db.insert({"id": "P1"})

    journal = Journal(path)

    assert journal.get("_default", "P1") == {"id": "P1"}
    journal.close()


@pytest.mark.parametrize("content", ["", "{}", "\n"])
def test_an_empty_file_is_a_new_store(path, content):
    path.write_text(content)

    journal = Journal(path)

    assert journal.tables() == []
    journal.close()


def test_a_file_edited_by_hand_may_be_laid_out_in_any_way(path):
    journal = Journal(path)
    journal.commit([("posts", "P1", {"n": 1}), ("posts", "P2", {"n": 1})])
    journal.close()
    path.write_text(json.dumps(json.loads(path.read_text()), indent=4))

    journal = Journal(path)

    assert [row["id"] for row in journal.rows("posts")] == ["P1", "P2"]
    journal.close()


@pytest.mark.parametrize("edit", [lambda text: text + "\n", lambda text: text.replace("P1", "P7")])
def test_a_file_that_was_edited_is_put_in_order_before_it_is_taken(path, edit):
    def refuse(document):
        raise LookupError(document["id"])

    journal = Journal(path)
    journal.commit([("posts", "P1", {"n": 1})])
    journal.close()
    Journal(path, indexes={"posts": {"due": refuse}}).close()  # as it was written: nothing to look at

    path.write_text(edit(path.read_text()))

    with pytest.raises(LookupError):
        Journal(path, indexes={"posts": {"due": refuse}})


def test_what_was_edited_in_a_line_stands_as_it_was_meant(path):
    journal = Journal(path)
    journal.commit([("posts", "P1", {"n": 1}), ("posts", "P2", {"n": 1})])
    journal.close()

    path.write_text(path.read_text().replace('{"id":"P2","n":1}', '{ "n": 2,  "id": "P3" }'))

    journal = Journal(path)
    assert journal.get("posts", "P3") == {"n": 2, "id": "P3"}
    assert journal.get("posts", "P2") is None
    journal.close()
