"""Kaplan–Meier: a textbook's table, the plain median where nothing is open, and no answer where there is none."""

from datetime import timedelta
from statistics import median, median_low

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.engage.survival import Wait, curve, within

# Remission of leukaemia in weeks (Freireich et al. 1963), the worked example of D. G. Kleinbaum and M. Klein,
# "Survival Analysis: A Self-Learning Text", chapter 2; + is still in remission.
TREATED = "6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+"
PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23"


def waits(text: str) -> list[Wait]:
    return [Wait(lasted=timedelta(weeks=int(each.rstrip("+"))), is_over="+" not in each) for each in text.split()]


def test_the_curve_is_that_of_the_textbook():
    found = [(lasted.days // 7, round(share, 4)) for lasted, share in curve(waits(TREATED))]

    assert found == [(6, 0.8571), (7, 0.8067), (10, 0.7529), (13, 0.6902), (16, 0.6275), (22, 0.5378), (23, 0.4482)]


@pytest.mark.parametrize(("text", "share", "weeks"), [(TREATED, 0.5, 23), (PLACEBO, 0.5, 8), (PLACEBO, 0.9, 17)])
def test_the_quantiles_are_those_of_the_textbook(text, share, weeks):
    assert within(waits(text), share) == timedelta(weeks=weeks)


def test_where_the_curve_does_not_come_so_far_nothing_is_said():
    assert within(waits(TREATED), 0.9) is None
    assert within(waits("1 2+ 3+ 4+"), 0.5) is None
    assert within([], 0.5) is None


def test_questions_asked_just_now_do_not_lengthen_the_median():
    """The example of the measures: 4 of 10 answered after 1 to 4 hours, six asked half an hour ago."""
    answered = [Wait(lasted=timedelta(hours=n)) for n in (1, 2, 3, 4)]
    fresh = [Wait(lasted=timedelta(minutes=30), is_over=False)] * 6

    assert [share for _, share in curve(answered + fresh)] == pytest.approx([0.75, 0.5, 0.25, 0])
    assert within(answered + fresh, 0.5) == timedelta(hours=2)


minutes = st.lists(st.integers(0, 10_000), min_size=1, max_size=60)


@given(minutes)
def test_where_nothing_is_open_it_is_the_plain_median(lasted):
    found = within([Wait(lasted=timedelta(minutes=each)) for each in lasted], 0.5)

    assert found == timedelta(minutes=median_low(lasted))
    assert len(lasted) % 2 == 0 or found == timedelta(minutes=median(lasted))


@given(minutes, st.integers(1, 100))
def test_where_nothing_is_open_as_many_are_over_within_a_quantile_as_it_says(lasted, percent):
    found = within([Wait(lasted=timedelta(minutes=each)) for each in lasted], percent / 100)

    needed = -(-len(lasted) * percent // 100)  # rounded up
    assert found == timedelta(minutes=sorted(lasted)[needed - 1])


@given(minutes, minutes)
def test_what_is_still_open_never_makes_the_median_shorter(over, still):
    closed = [Wait(lasted=timedelta(minutes=each)) for each in over]
    waiting = [Wait(lasted=timedelta(minutes=each), is_over=False) for each in still]

    plain, found = within(closed, 0.5), within([*closed, *waiting], 0.5)

    assert plain is not None
    assert found is None or found >= plain
