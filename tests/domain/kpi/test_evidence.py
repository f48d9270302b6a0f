"""The rank test and Holm's correction, on known values and as rules."""

import random
from itertools import combinations
from math import erfc, sqrt
from statistics import mean, pstdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.kpi import evidence
from bot.domain.kpi.evidence import holm, rank_test

SAMPLE = st.lists(st.integers(0, 50), min_size=1, max_size=9)
CHANCES = st.lists(st.floats(0, 1), max_size=8)


def test_three_against_three_apart_happen_twice_in_twenty() -> None:
    assert rank_test([1, 2, 3], [4, 5, 6]) == pytest.approx(0.1)


def test_equal_samples_show_no_difference() -> None:
    assert rank_test([3, 3, 3], [3, 3]) == 1


def test_the_exact_count_agrees_with_trying_every_choice() -> None:
    ours, theirs = [1, 2, 2, 7], [2, 3, 8, 9, 9]
    every = [*ours, *theirs]
    rank = {v: sum(e < v for e in every) + (every.count(v) + 1) / 2 for v in every}
    distance = abs(sum(rank[v] for v in ours) - 4 * 10 / 2)

    choices = list(combinations(every, 4))
    far = [each for each in choices if abs(sum(rank[v] for v in each) - 20) >= distance]

    assert rank_test(ours, theirs) == pytest.approx(len(far) / len(choices))


def test_the_curve_agrees_with_the_count_where_one_takes_over(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = [1, 2, 3, 4, 6, 7, 9, 12, 15], [5, 8, 10, 11, 13, 14, 16, 16, 18, 19, 20]

    counted = rank_test(ours, theirs)
    monkeypatch.setattr(evidence, "EXACT_UP_TO", 0)
    curved = rank_test(ours, theirs)

    assert curved == pytest.approx(counted, abs=0.01)
    assert curved != pytest.approx(counted, abs=1e-9), "twenty are counted still"


def test_the_curve_is_as_wide_as_all_choices_with_their_ties(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = [1, 2, 2, 7], [2, 3, 8, 9, 9]
    every = [*ours, *theirs]
    rank = {v: sum(e < v for e in every) + (every.count(v) + 1) / 2 for v in every}
    sums = [sum(rank[v] for v in each) for each in combinations(every, 4)]
    distance = abs(sum(rank[v] for v in ours) - mean(sums)) - 0.5  # half a step, as ranks come in whole ones

    monkeypatch.setattr(evidence, "EXACT_UP_TO", 0)

    assert rank_test(ours, theirs) == pytest.approx(erfc(distance / pstdev(sums) / sqrt(2)))


def test_the_test_is_rarely_wrong_about_nothing() -> None:
    chance = random.Random(2014)  # noqa: S311 (samples, no secrets)
    samples = [([chance.random() for _ in range(15)], [chance.random() for _ in range(25)]) for _ in range(400)]

    wrong = sum(rank_test(ours, theirs) < 0.05 for ours, theirs in samples)

    assert wrong / len(samples) == pytest.approx(0.05, abs=0.03)


@settings(deadline=None)
@given(SAMPLE, SAMPLE)
def test_it_does_not_matter_which_sample_is_ours(ours: list[int], theirs: list[int]) -> None:
    assert rank_test(ours, theirs) == pytest.approx(rank_test(theirs, ours))


@settings(deadline=None)
@given(SAMPLE, SAMPLE)
def test_only_the_ranks_matter(ours: list[int], theirs: list[int]) -> None:
    stretched = rank_test([v**3 for v in ours], [v**3 for v in theirs])

    assert rank_test(ours, theirs) == pytest.approx(stretched)


def test_holm_raises_the_smallest_most() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])


@given(CHANCES)
def test_holm_lowers_no_chance_and_keeps_the_order(chances: list[float]) -> None:
    raised = holm(chances)

    assert all(after >= before for before, after in zip(chances, raised, strict=True))
    assert sorted(raised) == [raised[place] for place in sorted(range(len(chances)), key=lambda i: (chances[i], i))]
