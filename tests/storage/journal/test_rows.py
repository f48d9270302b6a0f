"""What is read off a document's bytes without decoding them."""

from hypothesis import given
from hypothesis import strategies as st

from storage.journal.rows import decode, encode, key_in, revision_in

TEXT = st.text(st.characters(codec="utf-8")) | st.sampled_from(['"rev":7}', ',"rev":7}', '\\","rev":7}', '"id":"P9"'])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT | st.just("rev"), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.dictionaries(TEXT, ANYTHING, max_size=4)


@given(before=FIELDS, rev=st.none() | st.integers(0, 2**53), after=FIELDS)
def test_the_revision_of_a_document_is_found_wherever_it_stands(before, rev, after):
    document = {**before, **({} if rev is None else {"rev": rev}), **after}
    document = {name: value for name, value in document.items() if name != "rev" or isinstance(value, int)}

    assert revision_in(encode(document)) == document.get("rev", 0)


@given(before=FIELDS, key=TEXT, after=FIELDS)
def test_the_key_of_a_document_is_found_wherever_it_stands(before, key, after):
    row = encode({**before, "id": key, **after})

    assert key_in(1, row) == decode(row)["id"] if isinstance(decode(row)["id"], str) else "#1"
