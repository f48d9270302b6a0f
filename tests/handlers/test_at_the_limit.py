"""What is exactly as long, as large or as late as it may be is taken as it is; one more is said."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.limits import COUNT_LIMIT
from bot.domain.members import Absence
from bot.i18n import Translator
from handlers.views.lengths import INPUT, SECTION
from handlers.views.post.text_to_copy import PARTS, kept_field, pieces, text_blocks, text_parts
from tests.builders import a_post
from tests.handlers.measuring import counts_of, live
from tests.handlers.posting import SOCIAL, last
from tests.handlers.workspace.test_home import home_of

EN = Translator("en-US", "UTC")


def fields_in(blocks):
    return [each for each in blocks if each["type"] == "input"]


def lines_of_rest(blocks):
    return [each for each in blocks if each["type"] == "context"]


TEXTS = {
    "a text beside others": (50, lambda length: lines_of_rest(text_blocks(EN, a_post(text="x" * length), room=50))),
    "a piece of a text": (SECTION, lambda length: pieces("x" * length)[1:]),
    "the fields of a text": (INPUT * PARTS, lambda length: lines_of_rest(text_parts(EN, "x" * length))),
    "one field of a text": (INPUT, lambda length: fields_in(text_parts(EN, "x" * length))[1:]),
    "any other field": (INPUT, lambda length: lines_of_rest([kept_field(EN, "a", "A", value="x" * length)])),
}


@pytest.mark.parametrize(("most", "beyond"), TEXTS.values(), ids=TEXTS)
def test_a_text_as_long_as_its_place_stands_there_whole(most, beyond):
    assert beyond(most) == []


@pytest.mark.parametrize(("most", "beyond"), TEXTS.values(), ids=TEXTS)
def test_a_text_that_is_longer_by_one_is_divided_or_said_to_be_long(most, beyond):
    assert len(beyond(most + 1)) == 1


def logged(bob, **typed):
    card = last(bob.command("/kpi", channel=SOCIAL))
    bob.press(card, "kpi.log")
    return bob.submit(typed)


@pytest.mark.parametrize(
    ("field", "typed", "kept"),
    [("reach", str(COUNT_LIMIT), COUNT_LIMIT), ("spend", str(COUNT_LIMIT), COUNT_LIMIT), ("reach", "0", 0)],
)
def test_a_number_as_large_as_it_may_be_is_kept(stage, bob, field, typed, kept):
    live(stage)

    logged(bob, **{field: typed})

    assert getattr(counts_of(stage), field) == kept


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        ("reach", str(COUNT_LIMIT + 1), "Above a trillion: check it"),
        ("spend", f"{COUNT_LIMIT}.01", "Above a trillion: check it"),
        ("reach", "1e999999", "Above a trillion: check it"),
        ("reach", "Infinity", "A whole number, 0 or more, or nothing"),
    ],
)
def test_a_number_beyond_that_slack_lets_through_is_said_at_its_field(stage, bob, field, typed, error):
    live(stage)

    answer = logged(bob, **{field: typed})

    assert answer.errors == {field: error}


@pytest.mark.parametrize(("end", "is_shown"), [(date(2026, 11, 23), True), (date(2026, 11, 22), False)])
def test_an_absence_stands_in_home_until_its_last_day_is_over(stage, bob, end, is_shown):
    with stage.bot.house.store.transaction() as tx:
        tx.members.put(replace(tx.members.get("UBOB"), absences=(Absence(first=date(2026, 11, 20), last=end),)))

    assert ("Fri 20 Nov" in str(home_of(bob).blocks)) == is_shown
