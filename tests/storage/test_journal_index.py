"""Ordered indexes over documents, followed through writes, deletions and undone writes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.documents import Documents, encode_for


class InMemory(Documents):
    def write(self, *changes):
        return self._stage([(table, key, encode_for(table, key, row)) for table, key, row in changes])


@pytest.fixture
def documents():
    documents = InMemory()
    documents.add_index("posts", "due", lambda row: row.get("due"))
    documents.add_index("posts", "owner", lambda row: (row.get("owner", ""), row.get("due", "")))
    documents.write(
        ("posts", "P1", {"due": "2026-03-01", "owner": "amy"}),
        ("posts", "P2", {"due": "2026-01-01", "owner": "bob"}),
        ("posts", "P3", {"due": "2026-02-01", "owner": "amy"}),
        ("posts", "P4", {"owner": "amy"}),
    )
    return documents


def keys(found):
    return [row["id"] for row in found]


def test_a_range_is_in_order_and_leaves_out_its_upper_end(documents):
    assert keys(documents.range("posts", "due", "2026-01-01", "2026-03-01")) == ["P2", "P3"]


def test_an_end_may_be_open(documents):
    assert keys(documents.range("posts", "due", None, "2026-02-01")) == ["P2"]
    assert keys(documents.range("posts", "due", "2026-02-01", None)) == ["P3", "P1"]


def test_a_limit_keeps_the_first(documents):
    assert keys(documents.range("posts", "due", None, None, limit=2)) == ["P2", "P3"]


def test_a_document_without_a_key_is_left_out(documents):
    assert "P4" not in keys(documents.range("posts", "due", None, None))


def test_equal_finds_all_with_that_key(documents):
    documents.write(("posts", "P5", {"due": "2026-01-01"}))

    assert keys(documents.equal("posts", "due", "2026-01-01")) == ["P2", "P5"]
    assert documents.equal("posts", "due", "2026-01-02") == []


def test_the_beginning_of_a_tuple_bounds_a_range(documents):
    assert keys(documents.range("posts", "owner", ("amy", "2026"), ("bob",))) == ["P3", "P1"]


def test_a_changed_document_moves(documents):
    documents.write(("posts", "P2", {"due": "2026-09-01"}))

    assert keys(documents.range("posts", "due", None, None)) == ["P3", "P1", "P2"]


def test_a_deleted_document_is_not_found(documents):
    documents.write(("posts", "P2", None))

    assert keys(documents.range("posts", "due", None, None)) == ["P3", "P1"]


def test_results_are_copies(documents):
    documents.range("posts", "due", None, None)[0]["due"] = "never"

    assert keys(documents.range("posts", "due", None, "2026-01-02")) == ["P2"]


def test_keys_that_cannot_be_sorted_together_are_refused_and_change_nothing(documents):
    documents.add_index("posts", "last", lambda row: row.get("due"))
    for name in ("due", "last"):
        documents.range("posts", name, None, None)

    with pytest.raises(TypeError):
        documents.write(("posts", "P1", None), ("posts", "P9", {"due": 7}))

    for name in ("due", "last"):
        assert keys(documents.range("posts", name, None, None)) == ["P2", "P3", "P1"]
    assert documents.get("posts", "P9") is None


def test_an_index_that_nobody_asked_for_is_not_kept(documents):
    documents.add_index("posts", "unused", lambda row: 1 / 0)

    documents.write(("posts", "P1", {"due": "2026-04-01"}))

    with pytest.raises(ZeroDivisionError):
        documents.equal("posts", "unused", 1)


DOCUMENT = st.none() | st.fixed_dictionaries({"due": st.none() | st.integers(0, 5)})
CHANGES = st.lists(st.tuples(st.sampled_from(["A", "B", "C", "D"]), DOCUMENT), max_size=12)


@given(CHANGES, CHANGES)
def test_an_index_holds_what_a_scan_finds_also_after_an_undo(kept, undone):
    documents = InMemory()
    documents.add_index("posts", "due", lambda row: row["due"])
    documents.range("posts", "due", None, None)
    documents.write(*[("posts", key, row) for key, row in kept])
    before = list(documents.rows("posts"))

    with pytest.raises(ValueError, match="_meta"):
        documents.write(*[("posts", key, row) for key, row in undone], ("_meta", "x", {}))
    from_index = documents.range("posts", "due", None, None)

    scanned = [row for row in before if row["due"] is not None]
    assert sorted(map(str, from_index)) == sorted(map(str, scanned))
    assert [row["due"] for row in from_index] == sorted(row["due"] for row in scanned)


@pytest.fixture
def few_are_many(monkeypatch):
    monkeypatch.setattr("storage.documents._MANY", 1)


@pytest.mark.usefixtures("few_are_many")
def test_many_changes_at_once_leave_the_order_that_single_ones_leave(documents):
    changes = [("posts", f"P{n % 7}", {"due": f"2026-0{n % 9 + 1}-01"} if n % 5 else None) for n in range(60)]
    singly = InMemory()
    singly.add_index("posts", "due", lambda row: row.get("due"))
    singly.range("posts", "due", None, None)
    documents.range("posts", "due", None, None)
    for row in documents.rows("posts"):
        singly.write(("posts", row["id"], row))

    documents.write(*changes)

    for change in changes:
        singly.write(change)
    assert documents.range("posts", "due", None, None) == singly.range("posts", "due", None, None)


@pytest.mark.usefixtures("few_are_many")
@pytest.mark.parametrize("wrong", [("posts", "P9", {"due": 7}), ("_meta", "x", {}), ("posts", "P9", {"id": "P3"})])
def test_many_changes_of_which_one_is_refused_change_nothing(documents, wrong):
    before = keys(documents.range("posts", "due", None, None))

    with pytest.raises((TypeError, ValueError)):
        documents.write(("posts", "P1", None), ("posts", "P2", {"due": "2026-12-01"}), ("posts", "P8", {}), wrong)

    assert keys(documents.range("posts", "due", None, None)) == before
    documents.write(("posts", "P1", {"due": "2026-12-02"}))
    assert keys(documents.range("posts", "due", None, None)) == ["P2", "P3", "P1"]
