"""Which half of the day an hour means, and parts of a day that leave the hour open."""

from datetime import time

import pytest

from bot.language import read_when
from tests.language.moment.test_moments import NOW, PARIS


@pytest.mark.parametrize("text", ["friday at 2:30", "friday 2:30", "2:30 friday", "friday at 6:45"])
def test_an_hour_with_minutes_may_be_of_either_half_of_the_day(text: str) -> None:
    found = read_when(text, now=NOW, zone=PARIS)

    assert found
    assert found.clock
    assert found.clock.hour > 12
    assert [each.key for each in found.doubts] == ["morning-or-later"]


@pytest.mark.parametrize("text", ["friday 02:30", "friday 2:30am", "friday 14:30", "friday 7:30", "vendredi 2h30"])
def test_an_hour_that_says_its_half_is_not_asked(text: str) -> None:
    found = read_when(text, now=NOW, zone=PARIS)

    assert found
    assert not found.doubts


def test_who_counts_up_to_24_is_not_asked() -> None:
    found = read_when("vendredi 2:30", now=NOW, zone=PARIS, french=True)

    assert found
    assert (found.clock, found.doubts) == (time(2, 30), ())


@pytest.mark.parametrize("text", ["tonight", "ce soir", "friday evening", "demain matin", "après-demain matin"])
def test_a_part_of_a_day_asks_for_the_hour(text: str) -> None:
    found = read_when(text, now=NOW, zone=PARIS)

    assert found
    assert (found.clock, [each.key for each in found.doubts]) == (None, ["part-of-day"])
