import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.post.labels import labels_in, labels_line

LABELS = st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=8), max_size=4)


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("", ()),
        ("tea, cake;  #winter\nlast", ("tea", "cake", "winter", "last")),
        ('"a, b",c', ("a, b", "c")),
        ('"the ""best""" , "#1"', ('the "best"', "#1")),
        ('5" screen, "open', ('5" screen', '"open')),
        ('"a" b, c', ('"a" b', "c")),
        (" , ;,", ()),
    ],
)
def test_labels_stand_between_commas_and_in_quotes_where_they_hold_one(line, labels):
    assert labels_in(line) == labels


@given(LABELS, st.sampled_from([",", ", "]))
def test_whatever_a_label_holds_it_is_read_as_it_was_written(labels, between):
    assert labels_in(labels_line(labels, between)) == tuple(labels)
