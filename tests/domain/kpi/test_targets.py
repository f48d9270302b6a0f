"""Targets are per objective: each is held against the posts that serve it, and told with whose it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.kpi.rates import Counts, measurement_of
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Resources, Strategy, Target
from bot.i18n import Translator
from bot.services.kpi.digest import digest_of
from bot.services.kpi.digest_words import Telling
from bot.services.kpi.objective_numbers import ObjectiveNumbers, objective_numbers
from storage.memory import MemoryStore
from tests.domain.kpi.digest_builders import (
    MONDAY_AFTER,
    RATE,
    WEEK,
    ZONE,
    a_post,
    a_strategy,
    an_open_post,
    due_on,
    facts,
    measured,
    some,
)

ENGLISH, FRENCH = Translator("en-US", ZONE), Translator("fr-FR", ZONE)


def two_objectives(*, second: float = 0.06) -> Strategy:
    hire = Objective(
        id="O2",
        kind=ObjectiveKind.RECRUITING,
        statement="Hire two bakers",
        targets=(Target(kpi=Kpi.ENGAGEMENT_RATE_BY_REACH, value=second),),
    )
    known = a_strategy(RATE)
    return replace(known, objectives=(*known.objectives, hire))


def lines(*recent: Any, strategy: Strategy, t: Translator = ENGLISH, now: datetime = MONDAY_AFTER) -> list[str]:
    return Telling(digest=digest_of(facts(*recent, strategy=strategy), now=now), t=t).targets()


def test_two_objectives_on_one_kpi_have_both_their_targets() -> None:
    ours, theirs = some(5, objective_id="O1"), some(5, first=20, rate=0.07, objective_id="O2")

    assert lines(*ours, *theirs, strategy=two_objectives()) == [
        "Target: engagement rate by reach 2.2% (target 2.5%), 5 of 5 posts measured · O1 Talk",
        "Target reached: engagement rate by reach 7.2% (target 6.0%), 5 of 5 posts measured · O2 Hire two bakers",
    ]


def test_a_post_that_serves_no_open_objective_counts_for_each() -> None:
    found = digest_of(
        facts(*some(5), *some(2, first=20, objective_id="O9"), strategy=two_objectives()), now=MONDAY_AFTER
    )

    assert [each.figure.n for each in found.targets] == [7, 7]


def test_where_one_objective_is_open_all_posts_count_for_it() -> None:
    known = two_objectives()
    closed = replace(known.objectives[1], closed_at=MONDAY_AFTER)

    found = digest_of(
        facts(*some(5, objective_id="O2"), strategy=replace(known, objectives=(known.objectives[0], closed))),
        now=MONDAY_AFTER,
    )

    assert [(each.objective.id, each.figure.n) for each in found.targets] == [("O1", 5)]


def test_few_posts_are_pooled_over_four_weeks_and_said_so() -> None:
    recent = [each for n in range(4) for each in some(2, first=10 * n + 1, rate=0.03, week=WEEK.shifted(-n))]

    assert lines(*recent, strategy=a_strategy(RATE)) == [
        "Target reached: engagement rate by reach 3.0% (target 2.5%), last four weeks, 8 of 8 posts measured"
    ]
    (french,) = lines(*recent, strategy=a_strategy(RATE), t=FRENCH)
    assert french.replace("\u00a0", " ").replace("\u202f", " ") == (
        "Cible atteinte : taux d’engagement selon la portée 3,0 % (cible : 2,5 %), "
        "sur les quatre dernières semaines, 8 publications chiffrées sur 8"
    )


def test_a_week_without_numbers_says_so_where_four_weeks_have_too_few_as_well() -> None:
    unknown = [measured(a_post(n)) for n in range(40, 48)]

    assert lines(*unknown, *some(1, week=WEEK.shifted(-1)), strategy=a_strategy(RATE)) == [
        "Target: engagement rate by reach 2.5%. No numbers yet (0 of 8 posts measured)"
    ]
    assert (
        "last four weeks, 5 of 13 posts measured"
        in lines(*unknown, *some(5, week=WEEK.shifted(-1)), strategy=a_strategy(RATE))[0]
    )


@pytest.mark.parametrize(
    ("recent", "now", "said"),
    [
        (some(3, rate=0.05), MONDAY_AFTER, "engagements 153 (target 200), about one post's worth short"),
        (some(4, rate=0.045), MONDAY_AFTER, "engagements 186 (target 200), short by less than a post's worth"),
        (some(5, rate=0.045), MONDAY_AFTER, "Target reached: engagements 235 (target 200), 5 of 5 posts measured"),
        ([], MONDAY_AFTER, "engagements 0 (target 200), 200 short, no post was published"),
        (
            some(1, rate=0.04, day=0),
            due_on(WEEK, 3, 12).at,
            "about 2 posts' worth behind (50% of the week is over)",
        ),
        (some(3, rate=0.04, day=0), due_on(WEEK, 3, 12).at, "on pace (50% of the week is over)"),
    ],
)
def test_a_sum_is_told_with_its_pace_in_posts(recent: list[Any], now: datetime, said: str) -> None:
    (line,) = lines(*recent, strategy=a_strategy(Target(kpi=Kpi.ENGAGEMENTS, value=200)), now=now)

    assert said in line


@pytest.mark.parametrize(
    ("t", "said"),
    [
        (ENGLISH, "about 2 posts' worth behind (50% of the week's posts are out or have come due)"),
        (
            FRENCH,
            "en retard de l’équivalent d’environ 2 publications "
            "(50 % des publications de la semaine sont en ligne ou arrivées à échéance)",
        ),
    ],
)
def test_where_posts_are_planned_the_pace_is_theirs(t: Translator, said: str) -> None:
    recent = some(1, rate=0.04, day=0)
    due = (an_open_post(8, day=0), an_open_post(9, day=6))
    told = facts(*recent, due=due, strategy=a_strategy(Target(kpi=Kpi.ENGAGEMENTS, value=200)))

    (line,) = Telling(digest=digest_of(told, now=due_on(WEEK, 3, 12).at), t=t).targets()

    assert said in line.replace("\u00a0", " ").replace("\u202f", " ")


def test_nothing_to_measure_is_said_as_that() -> None:
    aims = a_strategy(RATE, Target(kpi=Kpi.RESPONSE_RATE, value=0.9), Target(kpi=Kpi.PARTICIPATION, value=20))

    assert lines(strategy=aims) == [
        "Target: engagement rate by reach 2.5%. Nothing to measure: no post was published",
        "Target: response rate 90.0%. Nothing to measure: no round was done",
        "Target: participants per contest 20. Nothing to measure: no contest was published",
    ]


# --- over the whole life of an objective

BEGAN = WEEK.shifted(-3).bounds(ZONE)[0]


def known_of(strategy: Strategy, *, now: datetime = MONDAY_AFTER) -> ObjectiveNumbers:
    """Of the first objective: five posts in each of three weeks, at 2 %, 3 % and 1 %; one post without numbers."""
    store = MemoryStore()
    with store.transaction() as tx:
        tx.strategies.put(strategy)
        for n, rate in enumerate((0.02, 0.03, 0.01)):
            for each in some(5, first=10 * n + 1, week=WEEK.shifted(n - 2), rate=rate, objective_id="O1", spend=2.5):
                tx.posts.put(each.post)
                tx.measurements.put(measurement_of(each.post.id, each.counts, after=None, now=now, by="U1"))
        tx.posts.put(a_post(90, objective_id="O1"))
        tx.measurements.put(measurement_of("P90", Counts(), after=None, now=now, by="U1"))
        tx.check_ins.put(CheckIn(strategy_id="S1", member_id="U1", day=WEEK.monday, received=4, answered=3))
    return objective_numbers(store, strategy, strategy.objectives[0], now=now)


def set_at(strategy: Strategy, at: datetime | None, **more: Any) -> Strategy:
    first, *rest = strategy.objectives
    return replace(strategy, objectives=(replace(first, set_at=at, **more), *rest))


def test_an_objective_knows_its_posts_and_in_how_many_weeks_its_target_was_reached() -> None:
    found = known_of(set_at(a_strategy(RATE, Target(kpi=Kpi.ENGAGEMENTS, value=60)), BEGAN))

    rate, total = found.reached
    assert (found.since, found.weeks, found.posts, found.known, found.spent) == (BEGAN, 4, 16, 15, 37.5)
    assert (rate.met, rate.judged) == (1, 3)  # the first week had no post to measure
    assert rate.figure.numerator / 15_000 == pytest.approx(rate.figure.value)
    assert total.figure.numerator == 330
    assert total.a_week == pytest.approx(330 / 4)
    assert (total.met, total.judged) == (3, 4)  # the last one reached it, with a number missing: it can only be more


def test_what_was_published_before_it_was_set_and_after_it_was_closed_is_not_its_own() -> None:
    closed_at = WEEK.bounds(ZONE)[0]

    found = known_of(set_at(a_strategy(RATE), WEEK.shifted(-1).bounds(ZONE)[0], closed_at=closed_at))

    assert (found.weeks, found.posts, found.reached[0].met) == (1, 5, 1)


def test_without_targets_an_objective_is_told_by_what_its_kind_is_told_by() -> None:
    found = known_of(set_at(a_strategy(), BEGAN))

    assert [each.kpi for each in found.reached] == [Kpi.ENGAGEMENT_RATE_BY_REACH]


def test_one_that_is_older_than_its_date_begins_with_its_strategy() -> None:
    begun = replace(a_strategy(RATE), created_at=datetime(2026, 11, 2, tzinfo=UTC))

    assert known_of(begun).since == begun.created_at


def test_its_budget_is_kept_beside() -> None:
    paid = set_at(a_strategy(RATE), BEGAN, resources=Resources(budget=500))

    assert known_of(paid, now=MONDAY_AFTER + timedelta(hours=1)).objective.resources.budget == 500
