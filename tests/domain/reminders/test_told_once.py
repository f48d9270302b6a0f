"""The table of reminder kinds says of each when, to whom, in which message, what becomes of it: so does the text."""

from pathlib import Path

import pytest

from bot.domain.reminder_columns import Hour, Muted, Reader, Replaced, To, Told
from bot.domain.reminder_kinds import CHOOSABLE, KINDS, ReminderKind, muting_of

EVERY = list(ReminderKind)
DECISION = Path(__file__).parents[3] / "decisions" / "018-told-once.md"


def told_in_words(kind):
    row = KINDS[kind]
    mute = f"with {row.muted_with}" if row.muted_with else row.muted
    return [kind, row.hour, row.to, row.told, row.replaced, mute, row.instead]


def rows_of_the_decision():
    lines = [line for line in DECISION.read_text().splitlines() if line.startswith("| `")]
    return {line.split("`")[1]: [cell.strip(" `") for cell in line.strip("|").split("|")] for line in lines}


@pytest.mark.parametrize("kind", EVERY)
def test_the_decision_tells_of_every_kind_what_its_row_says(kind):
    assert rows_of_the_decision()[kind] == [str(each) for each in told_in_words(kind)]


def test_the_decision_tells_of_no_other_kind():
    assert rows_of_the_decision().keys() == set(EVERY)


@pytest.mark.parametrize("kind", EVERY)
def test_a_line_of_the_morning_is_owed_at_the_hour_of_the_morning(kind):
    row = KINDS[kind]

    assert row.told is not Told.LINE or row.hour is Hour.AGENDA


@pytest.mark.parametrize("kind", EVERY)
def test_what_goes_once_the_next_about_a_post_is_there_is_about_a_post(kind):
    row = KINDS[kind]

    assert row.replaced is not Replaced.NEXT or row.is_about_post


@pytest.mark.parametrize("kind", EVERY)
def test_what_is_muted_with_another_kind_is_muted_by_one_that_members_choose_about(kind):
    row = KINDS[kind]

    assert row.muted is not Muted.BY_CHOICE or muting_of(kind) in CHOOSABLE
    assert (row.muted is Muted.BY_CHOICE) or row.muted_with is None


@pytest.mark.parametrize("kind", EVERY)
def test_the_keys_of_a_kind_begin_with_one_word(kind):
    keyed = KINDS[kind].keyed_as

    assert keyed is None or KINDS[keyed].keyed_as is None


@pytest.mark.parametrize("kind", EVERY)
def test_what_is_owed_to_a_channel_is_read_by_one(kind):
    row = KINDS[kind]

    assert (row.to is To.CHANNEL) == (row.reader is Reader.CHANNEL)
