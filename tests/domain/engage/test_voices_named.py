"""Who is named in a text: the whole name, however it is spelled; found as an expression for each name finds it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.engage.voices import Voice, is_named_in

LETTERS = st.text(alphabet="aAiIıİsSſßẞkK\u212aéÉe\u0301\u0307 @.-ǆǅ", min_size=1, max_size=6)


def voice(name: str) -> Voice:
    return Voice(id="V1", strategy_id="S1", name=name)


@given(name=LETTERS.filter(lambda each: len(each) > 1), before=LETTERS, after=LETTERS)
def test_nobody_is_overlooked_whom_the_expression_finds(name, before, after):
    for said in (f"{before} {name} {after}", f"{before} {name.upper()} {after}", f"{before}{name.lower()}{after}"):
        found = re.search(rf"(?<!\w)(?:{re.escape(name)})(?!\w)", said, re.IGNORECASE)

        assert is_named_in(voice(name), [said]) is bool(found)


@pytest.mark.parametrize(("text", "is_named"), [("Ask MARIE now", True), ("Mariette", False), ("", False)])
def test_a_part_of_a_word_is_nobody(text, is_named):
    assert is_named_in(voice("Marie"), ["nothing", text]) is is_named
