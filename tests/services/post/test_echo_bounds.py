from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from bot.domain.post.echo import ALIKE
from bot.services.post.echo_bounds import TextBounds

LETTERS = "abcdé жш文字🎉"


def alike_to(ours: str, texts: list[str]) -> set[int]:
    return {at for at, each in enumerate(texts) if fuzz.ratio(ours, each) >= ALIKE * 100}


@st.composite
def texts_like_one(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text, and others that are cut from it and glued together again."""
    ours = draw(st.text(LETTERS, min_size=1, max_size=200))
    cuts = st.tuples(st.integers(0, len(ours)), st.integers(0, 12), st.text(max_size=12))
    changed = cuts.map(lambda cut: ours[: cut[0]] + cut[2] + ours[cut[0] + cut[1] :])
    return ours, draw(st.lists(changed | st.text(LETTERS, max_size=200), min_size=1, max_size=20))


@given(texts_like_one())
def test_what_is_alike_is_never_ruled_out(texts):
    ours, others = texts

    assert set(TextBounds(others).near(ours)) >= alike_to(ours, others)


@given(texts_like_one())
def test_what_is_asked_for_many_at_once_rules_out_nothing_that_is_alike(texts):
    ours, others = texts
    bounds = TextBounds(others)

    bounds.near_each([ours, *others])

    assert all(set(bounds.near(each)) >= alike_to(each, others) for each in [ours, *others])


def test_what_is_far_apart_is_ruled_out():
    greeting, recipe = (
        "Good morning from the bakery, the bread is warm",
        "Take two eggs, some flour and a pinch of salt",
    )

    assert TextBounds([recipe * 4, greeting * 4, recipe * 40, ""]).near(greeting * 4) == [1]


def test_in_an_alphabet_of_one_byte_nothing_is_lost():
    ours = "".join(map(chr, range(0x100, 0x10000, 0x100)))

    assert TextBounds([ours, ours[::-1], ours[:-5]]).near(ours) == [2, 0, 1]
