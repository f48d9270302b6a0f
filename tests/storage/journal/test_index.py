"""Ordered indexes over documents, followed through writes, deletions and undone writes."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.storage.journal.raw import InMemory


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


def test_the_beginning_of_a_tuple_bounds_a_range(documents):
    assert keys(documents.range("posts", "owner", ("amy", "2026"), ("bob",))) == ["P3", "P1"]


def test_a_changed_document_moves(documents):
    documents.write(("posts", "P2", {"due": "2026-09-01"}))

    assert keys(documents.range("posts", "due", None, None)) == ["P3", "P1", "P2"]


def test_a_deleted_document_is_not_found(documents):
    documents.write(("posts", "P2", None))

    assert keys(documents.range("posts", "due", None, None)) == ["P3", "P1"]


def test_results_are_copies(documents):
    with pytest.raises(TypeError):
        documents.range("posts", "due", None, None)[0]["due"] = "never"
    dict(documents.range("posts", "due", None, None)[0])["due"] = "never"

    assert keys(documents.range("posts", "due", None, "2026-01-02")) == ["P2"]


@pytest.mark.parametrize("due", [7, ["2026"], "unreadable"])
def test_a_document_that_cannot_be_put_in_order_raises_until_it_is_mended(documents, due):
    documents.add_index("posts", "due", lambda row: row.get("due") and 1 / (row["due"] != "unreadable") and row["due"])
    documents.write(*[("posts", f"Q{n:02}", {"due": f"2025-01-{n:02}"}) for n in range(1, 30)])
    documents.range("posts", "due", None, None)
    documents.write(("posts", "P1", {"due": due}))

    for _ in range(2):
        with pytest.raises((TypeError, ZeroDivisionError)):
            documents.range("posts", "due", None, None)

    documents.write(("posts", "P1", {"due": "2026-12-01"}))
    assert keys(documents.range("posts", "due", "2026", None)) == ["P2", "P3", "P1"]


def test_one_move_among_many_documents_finds_its_place(documents):
    documents.write(*[("posts", f"Q{n:02}", {"due": f"2025-01-{n:02}"}) for n in range(1, 30)])
    documents.range("posts", "due", None, None)

    documents.write(("posts", "Q05", {"due": "2024-01-20"}))
    documents.write(("posts", "Q05", {"due": "2025-01-20"}))

    assert keys(documents.range("posts", "due", "2025-01-19", "2025-01-22")) == ["Q19", "Q05", "Q20", "Q21"]
    assert len(documents.range("posts", "due", None, None)) == 32


def test_an_index_that_nobody_asked_for_is_not_kept(documents):
    documents.add_index("posts", "unused", lambda row: 1 / 0)

    documents.write(("posts", "P1", {"due": "2026-04-01"}))

    with pytest.raises(ZeroDivisionError):
        documents.range("posts", "unused", 1, 2)


DOCUMENT = st.none() | st.fixed_dictionaries({"due": st.none() | st.integers(0, 5)})
CHANGES = st.lists(st.tuples(st.sampled_from(["A", "B", "C", "D"]), DOCUMENT), max_size=12)


@pytest.mark.parametrize("few", [0, 1_000])
@given(kept=CHANGES, undone=CHANGES)
def test_an_index_holds_what_a_scan_finds_also_after_an_undo(few, kept, undone):
    with patch("storage.journal.index._FEW", few):
        before, from_index = read_after_an_undo(kept, undone)

    scanned = [row for row in before if row["due"] is not None]
    assert sorted(map(str, from_index)) == sorted(map(str, scanned))
    assert [row["due"] for row in from_index] == sorted(row["due"] for row in scanned)


def read_after_an_undo(kept, undone):
    """What the table held before a write that is refused as a whole, and what the index tells after it."""
    documents = InMemory()
    documents.add_index("posts", "due", lambda row: row["due"])
    documents.write(("posts", "E", {"due": 3}))
    documents.range("posts", "due", None, None)
    for key, row in kept:
        documents.write(("posts", key, row))
        if row is None:
            documents.range("posts", "due", None, None)
    before = list(documents.rows("posts"))

    with pytest.raises(ValueError, match="_meta"):
        documents.write(*[("posts", key, row) for key, row in undone], ("_meta", "x", {}))
    return before, documents.range("posts", "due", None, None)
