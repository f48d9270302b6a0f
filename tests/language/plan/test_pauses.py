"""A pause in words: its end, its reason, and what of it is not sure."""

from datetime import UTC, date, datetime

import pytest

from bot.language.plan.command import parse_plan
from bot.language.plan.requests import GoOn, PausePlan

TUESDAY = datetime(2026, 11, 24, 13, tzinfo=UTC)
MONDAY = date(2026, 11, 30)


def read(text, *, now=TUESDAY):
    return parse_plan(text, now=now, zone="America/Toronto")


@pytest.mark.parametrize(
    ("typed", "until", "reason"),
    [
        ('pause until monday "flood in town"', MONDAY, "flood in town"),
        ('pause jusqu\'à lundi "inondation"', MONDAY, "inondation"),
        ("pause jusqu’à lundi, inondation en ville", MONDAY, "inondation en ville"),
        ("mettre en pause jusqu’au 7 décembre « grève »", date(2026, 12, 7), "grève"),
        ("hold until 7 dec because of snow", date(2026, 12, 7), "snow"),
        ("pause until next week", MONDAY, ""),
        ("pause this week", MONDAY, ""),
        ("pause for 3 days flood", date(2026, 11, 27), "flood"),
        ("pause pendant deux semaines", date(2026, 12, 8), ""),
        ("pause until tuesday", date(2026, 12, 1), ""),
        ("mets en pause jusque lundi à cause d’une inondation", MONDAY, "inondation"),
    ],
)
def test_the_end_is_the_first_day_on_which_posts_go_out_again(typed, until, reason):
    assert read(typed) == PausePlan(typed=typed, until=until, reason=reason)


@pytest.mark.parametrize("typed", ["pause until further notice", "pause jusqu'à nouvel ordre"])
def test_it_may_have_no_end(typed):
    assert read(typed) == PausePlan(typed=typed, is_open=True)


@pytest.mark.parametrize("typed", ["pause flood in town", 'pause until monday 14:00 "x"', "pause monday"])
def test_what_is_no_end_or_more_than_one_is_not_guessed(typed):
    assert read(typed).not_understood


@pytest.mark.parametrize("typed", ["go on", "resume please", "reprendre", "fin de pause"])
def test_going_on_is_understood_in_both_languages(typed):
    assert read(typed) == GoOn(typed=typed)
