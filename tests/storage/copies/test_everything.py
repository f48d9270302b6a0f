"""All of a calendar goes out as one file and comes back as it was; what can't be read whole changes nothing."""

import orjson
import pytest
from hypothesis import given, settings

from bot.domain.errors import UserError
from bot.i18n import Translator
from storage.copies.everything import FORMAT, dump, load, read_dump, tables_in
from storage.memory import MemoryStore
from storage.records import SCHEMA
from tests.storage.copies.everything_samples import calendars
from tests.storage.store_samples import NOON, a_post


def a_store(*posts) -> MemoryStore:
    store = MemoryStore()
    with store.transaction() as tx:
        for post in posts:
            tx.posts.put(post)
            tx.next_number("post")
    return store


def refused(content: bytes) -> UserError:
    with pytest.raises(UserError) as refusal:
        read_dump(content, name="all.json")
    return refusal.value


@settings(max_examples=60, deadline=None)
@given(calendars())
def test_what_goes_out_comes_back_the_same(store):
    content = dump(tables_in(store), now=NOON)

    other = MemoryStore()
    load(other, read_dump(content, name="all.json"))

    assert tables_in(other) == tables_in(store)
    assert dump(tables_in(other), now=NOON) == content


def test_numbers_go_on_where_they_were():
    other = MemoryStore()

    load(other, tables_in(a_store(a_post(1), a_post(2))))

    with other.transaction() as tx:
        assert tx.next_number("post") == 3


def test_a_value_read_before_the_copy_can_be_written_after_it():
    store, other = a_store(a_post(1)), MemoryStore()
    with store.transaction() as tx:
        read = tx.posts.get("P1")

    load(other, tables_in(store))

    with other.transaction() as tx:
        assert tx.posts.put(read).rev == read.rev + 1


def test_a_file_says_its_schema_and_holds_one_document_on_a_line():
    content = dump(tables_in(a_store(a_post(1), a_post(2))), now=NOON)

    head = orjson.loads(content)
    assert (head["format"], head["schema"], head["exported_at"]) == (FORMAT, SCHEMA, "2026-11-24T12:00:00+00:00")
    assert [line[:11] for line in content.splitlines() if b'"title"' in line] == [b'{"id":"P1",', b'{"id":"P2",']


def test_a_store_with_something_in_it_is_not_written_over():
    store = a_store(a_post(7))

    with pytest.raises(UserError) as refusal:
        load(store, tables_in(a_store(a_post(1))))

    assert refusal.value.key == "store-not-empty"
    assert [post["id"] for post in tables_in(store)["posts"]] == ["P7"]


def test_what_was_there_goes_when_that_is_wanted():
    store = a_store(a_post(7), a_post(1, title="Old"))

    load(store, tables_in(a_store(a_post(1, title="New"), a_post(2))), replace=True)

    assert {post["id"]: post["title"] for post in tables_in(store)["posts"]} == {"P1": "New", "P2": "Post 2"}


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "everything-damaged"),
        (b'{"format": "parution', "everything-damaged"),
        (b"[]", "everything-foreign"),
        (b"{}", "everything-foreign"),
        (b'{"posts": {"1": {"id": "P1"}}}', "everything-foreign"),
        (b'{"format": "parution-everything", "schema": 1, "tables": {"posts": [1]}}', "everything-foreign"),
        (b'{"format": "parution-everything", "schema": 99, "tables": {}}', "store-too-new"),
        (b'{"format": "parution-everything", "schema": 1, "tables": {"posts": [{"id": "P1"}]}}', "everything-damaged"),
        (b'{"format": "parution-everything", "schema": 1, "tables": {"others": [{"id": "P1"}]}}', "everything-damaged"),
        (b'{"format": "parution-everything", "schema": 1, "tables": {"numbers": [{"last": 1}]}}', "everything-damaged"),
    ],
)
@pytest.mark.parametrize("locale", ["en-US", "fr-FR"])
def test_a_file_that_cannot_be_taken_whole_is_refused_in_words(content, key, locale):
    refusal = refused(content)

    assert refusal.key == key
    assert "all.json" in Translator(locale, "UTC").refusal(refusal)


def test_the_same_id_twice_is_refused_by_its_name():
    tables = tables_in(a_store(a_post(1)))

    refusal = refused(dump({"posts": tables["posts"] * 2}, now=NOON))

    assert refusal.params["where"] == "posts P1"


def test_damage_is_named_by_its_byte():
    content = dump(tables_in(a_store(a_post(1, title="Été"))), now=NOON)
    place = content.index(b'"platform"') + 1

    refusal = refused(content[:place] + b"\n" + content[place:])

    assert (refusal.params["what"], refusal.params["where"]) == ("byte", str(place))


@pytest.mark.parametrize("key", ["Post", "P1<!channel>", "p-1", "P", "P\u0661"])
def test_an_id_that_has_no_number_is_refused_before_lists_and_figures_fall_over_it(key):
    found = orjson.loads(dump(tables_in(a_store(a_post(1))), now=NOON))
    found["tables"]["posts"][0]["id"] = key

    refusal = refused(orjson.dumps(found))

    assert (refusal.key, refusal.params["where"]) == ("everything-damaged", f"posts {key}")


@pytest.mark.parametrize(
    ("created_at", "is_taken"),
    [
        ("0001-01-01T00:00:00+00:00", False),
        ("1899-12-31T00:00:00+00:00", False),
        ("1900-01-01T00:00:00+00:00", True),
        ("2200-12-31T00:00:00+00:00", True),
        ("9999-12-31T23:59:59+00:00", False),
    ],
)
def test_a_moment_that_no_span_can_be_reckoned_from_is_refused(created_at, is_taken):
    found = orjson.loads(dump(tables_in(a_store(a_post(1))), now=NOON))
    found["tables"]["posts"][0]["created_at"] = created_at
    content = orjson.dumps(found)

    assert is_taken or refused(content).params["where"] == "posts P1"
    assert not is_taken or read_dump(content, name="all.json")
