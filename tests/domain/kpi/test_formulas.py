"""The formulas, and the rules that hold for all of them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.engage.check_ins import CheckIn
from bot.domain.kpi.care import answered_in
from bot.domain.kpi.formulas import COSTS, FEWEST, PAIRS, Measured, cost_per, figure_of, is_hidden
from bot.domain.kpi.rates import Counts, FigureChange, Total, pooled, summed
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Kpi, Platform

UNKNOWN_OR_COUNT = st.none() | st.integers(0, 10**9)
COUNTS = st.builds(
    Counts,
    impressions=UNKNOWN_OR_COUNT,
    reach=UNKNOWN_OR_COUNT,
    engagements=UNKNOWN_OR_COUNT,
    reactions=UNKNOWN_OR_COUNT,
    comments=UNKNOWN_OR_COUNT,
    shares=UNKNOWN_OR_COUNT,
    clicks=UNKNOWN_OR_COUNT,
    participants=UNKNOWN_OR_COUNT,
    spend=UNKNOWN_OR_COUNT,
)
POSTS = st.lists(COUNTS, max_size=12)


def a_measured(kind: PostKind = PostKind.NEWS, **counts: Any) -> Measured:
    post = Post(id="P1", strategy_id="S1", title="Any", platform=Platform.FACEBOOK, kind=kind)
    return Measured(post=post, counts=Counts(**counts))


def wrapped(counts: Sequence[Counts]) -> list[Measured]:
    return [Measured(post=a_measured().post, counts=each) for each in counts]


TUESDAY = date(2026, 11, 24)


def a_check_in(**numbers: int) -> CheckIn:
    return CheckIn(
        strategy_id="S1",
        member_id="U1",
        day=TUESDAY,
        submitted_at=datetime(2026, 11, 24, 16, tzinfo=UTC),
        **numbers,
    )


FIVE = [a_measured(reach=100, impressions=200, engagements=10, reactions=6, comments=3, shares=1, clicks=4)] * 5


@pytest.mark.parametrize(
    ("kpi", "value"),
    [
        (Kpi.ENGAGEMENT_RATE_BY_REACH, 0.1),
        (Kpi.ENGAGEMENT_RATE_BY_IMPRESSIONS, 0.05),
        (Kpi.CLICK_THROUGH_RATE, 0.02),
        (Kpi.AMPLIFICATION, 1),
        (Kpi.CONVERSATION, 3),
        (Kpi.APPLAUSE, 6),
        (Kpi.ENGAGEMENTS, 50),
        (Kpi.REACH, 500),
        (Kpi.IMPRESSIONS, 1000),
        (Kpi.CLICKS, 20),
    ],
)
def test_each_kpi_has_its_formula(kpi: Kpi, value: float) -> None:
    assert figure_of(kpi, FIVE).value == pytest.approx(value)


COSTLY = a_measured(
    impressions=9001, reach=8009, engagements=100, reactions=61, comments=33, shares=17,
    clicks=40, participants=7, applications=5, conversions=8, spend=200.0,
)  # fmt: skip
"""No count is another's."""


@pytest.mark.parametrize(
    ("kpi", "value"),
    [
        (Kpi.COST_PER_CLICK, 5),
        (Kpi.COST_PER_CONVERSION, 25),
        (Kpi.COST_PER_APPLICATION, 40),
        (Kpi.CONVERSIONS, 8),
        (Kpi.APPLICATIONS, 5),
        (Kpi.CLICKS, 40),
    ],
)
def test_each_cost_is_over_its_own_count(kpi: Kpi, value: float) -> None:
    assert figure_of(kpi, [COSTLY]).value == value


@pytest.mark.parametrize(
    ("what", "value"), [("engagements", 2), ("clicks", 5), ("applications", 40), ("conversions", 25)]
)
def test_what_a_decision_costs_is_told_for_each_count(what: str, value: float) -> None:
    assert cost_per(what, [COSTLY]).value == value


def test_a_rate_is_pooled_and_no_mean_of_rates() -> None:
    large, small = a_measured(reach=1000, engagements=10), a_measured(reach=10, engagements=10)

    assert figure_of(Kpi.ENGAGEMENT_RATE_BY_REACH, [large, small]).value == pytest.approx(20 / 1010)


def test_engagements_without_a_total_are_summed_from_the_known_parts() -> None:
    partly = a_measured(reactions=5, comments=2)

    assert figure_of(Kpi.ENGAGEMENTS, [partly]).value == 7
    assert partly.counts.summed_parts == ("reactions", "comments")


def test_participation_is_over_contests_only() -> None:
    contests = [a_measured(PostKind.CONTEST, participants=n) for n in (10, 20)]

    figure = figure_of(Kpi.PARTICIPATION, [*contests, a_measured(participants=99)])

    assert (figure.value, figure.n, figure.of) == (15, 2, 2)


def test_the_response_rate_leaves_out_rounds_where_a_number_is_unknown() -> None:
    rounds = [a_check_in(received=10, answered=8), a_check_in(answered=3), a_check_in(received=0, answered=0)]

    figure = figure_of(Kpi.RESPONSE_RATE, [], answered_in([], rounds, first=TUESDAY, last=TUESDAY, zone="UTC"))

    assert (figure.value, figure.n, figure.of) == (0.8, 2, 3)


def test_a_cost_pools_the_money_and_takes_the_budget_of_the_post_where_no_spend_was_logged() -> None:
    logged = a_measured(spend=30.0, clicks=10)
    planned = Measured(
        post=Post(id="P2", strategy_id="S1", title="Any", platform=Platform.X, spend=10.0), counts=Counts(clicks=10)
    )

    assert cost_per("clicks", [logged, planned, a_measured(clicks=100)]).value == 2
    assert all(cost_per(what, []).value is None for what in COSTS)


@pytest.mark.parametrize("kpi", sorted(PAIRS))
def test_a_rate_over_fewer_than_five_posts_is_hidden(kpi: Kpi) -> None:
    assert is_hidden(kpi, figure_of(kpi, FIVE[: FEWEST - 1]))
    assert not is_hidden(kpi, figure_of(kpi, FIVE))


def test_a_sum_is_never_hidden() -> None:
    assert not is_hidden(Kpi.REACH, figure_of(Kpi.REACH, FIVE[:1]))


def test_nothing_known_of_something_is_unknown_and_nothing_of_nothing_is_zero() -> None:
    assert summed([None, None]).value is None
    assert summed([]).value == 0


@pytest.mark.parametrize(
    ("now", "before", "fraction", "is_new"),
    [(112, 100, 0.12, False), (0, 50, -1, False), (7, 0, None, True), (0, 0, None, False), (None, 5, None, False)],
)
def test_a_change_against_nothing_is_new_and_no_percentage(
    now: int | None, before: int, fraction: float | None, is_new: bool
) -> None:
    change = FigureChange(now=summed([now]), before=summed([before]))

    assert (change.fraction, change.is_new) == (fraction and pytest.approx(fraction), is_new)


def test_a_change_says_whether_every_post_was_known() -> None:
    assert FigureChange(now=summed([1]), before=summed([1])).is_complete
    assert not FigureChange(now=summed([1, None]), before=summed([1])).is_complete


@given(POSTS, st.randoms(use_true_random=False))
def test_the_order_of_posts_never_matters(counts: list[Counts], chance: Any) -> None:
    shuffled = list(counts)
    chance.shuffle(shuffled)

    for kpi in Kpi:
        assert figure_of(kpi, wrapped(counts)) == figure_of(kpi, wrapped(shuffled))


@given(POSTS, POSTS)
def test_two_halves_add_up_to_the_whole(one: list[Counts], other: list[Counts]) -> None:
    for kpi in Kpi:
        first, second, both = (figure_of(kpi, wrapped(each)) for each in (one, other, one + other))
        assert (both.numerator, both.n, both.of) == (
            first.numerator + second.numerator,
            first.n + second.n,
            first.of + second.of,
        )
        if not isinstance(both, Total):
            assert both.denominator == first.denominator + second.denominator


@given(POSTS)
def test_posts_without_numbers_change_no_value(counts: list[Counts]) -> None:
    silent = [Counts()] * 3

    for kpi in PAIRS:
        assert figure_of(kpi, wrapped(counts + silent)).value == figure_of(kpi, wrapped(counts)).value


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 1000)), min_size=1))
def test_a_pooled_rate_lies_between_the_smallest_and_the_largest(pairs: list[tuple[int, int]]) -> None:
    rates = [above / below for above, below in pairs]

    value = pooled(pairs).value

    assert value is not None
    assert min(rates) - 1e-9 <= value <= max(rates) + 1e-9
