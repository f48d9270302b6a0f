"""What a week's digest holds: the three lines, days, platforms, what worked, discipline, the round, what is missing."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.kpi.comparisons import comparisons
from bot.domain.kpi.digests import Digest, Facts
from bot.domain.kpi.discipline import Mixed
from bot.domain.members import Absence, Member
from bot.domain.moments import Week
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Kpi, Platform, Target
from bot.services.kpi.digest import digest_of
from bot.services.kpi.digest_json import digest_json
from tests.domain.kpi.digest_builders import (
    AN_HOUR,
    MONDAY_AFTER,
    RATE,
    WEEK,
    a_post,
    a_strategy,
    an_open_post,
    due_on,
    facts,
    measured,
    some,
)

BEFORE, AFTER = WEEK.shifted(-1), WEEK.shifted(1)


def told(found: Facts, *, now: datetime = MONDAY_AFTER, holiday: Any = None) -> Digest:
    return digest_of(found, now=now, holiday=holiday or (lambda country, day: False))


def a_round(member_id: str, day: int, **numbers: Any) -> CheckIn:
    given = {"submitted_at": MONDAY_AFTER, **numbers}
    return CheckIn(strategy_id="S1", member_id=member_id, day=WEEK.days()[day], **given)


def test_a_week_with_nothing_planned_and_nothing_published_is_empty_whatever_else_was_done() -> None:
    assert told(facts()).is_empty
    assert told(facts(members=(Member(id="U1", name="Amy"),), check_ins=(a_round("U1", 0, answered=3),))).is_empty
    assert not told(facts(due=(an_open_post(),))).is_empty
    assert not told(facts(*some(1))).is_empty


def test_a_post_belongs_to_the_week_in_which_it_was_published_in_the_zone_of_the_strategy() -> None:
    monday_at_one = due_on(AFTER, 0, 1).at
    late_on_sunday = a_post(1, published_at=monday_at_one - 2 * AN_HOUR)  # Monday already in UTC
    monday = a_post(2, published_at=monday_at_one)

    digest = told(facts(measured(late_on_sunday, reach=1), measured(monday, reach=1)))

    assert [each.post.id for each in digest.measured] == ["P1"]


def test_a_target_is_met_below_or_not_known() -> None:
    assert told(facts(*some(5, rate=0.03))).targets[0].is_met is True
    assert told(facts(*some(5, rate=0.01))).targets[0].is_met is False
    assert told(facts(measured(a_post()))).targets[0].is_met is None


def test_a_rate_on_four_posts_in_four_weeks_is_hidden_from_the_target_and_the_table() -> None:
    digest = told(facts(*some(4, rate=0.03), *some(9, first=20, week=WEEK.shifted(-4))))

    assert digest.targets[0].is_hidden
    assert digest.targets[0].is_met is None
    assert digest.total.is_hidden


def test_a_target_on_a_sum_is_met_by_few_posts_too() -> None:
    strategy = a_strategy(Target(kpi=Kpi.ENGAGEMENTS, value=20))

    assert told(facts(*some(1), strategy=strategy)).targets[0].is_met is True


def test_engagements_are_compared_with_the_week_before() -> None:
    digest = told(facts(*some(1, first=1, rate=0.012), *some(1, first=2, week=BEFORE, rate=0.01)))

    assert digest.engagements.fraction == pytest.approx(0.2)


def test_each_day_stands_beside_the_same_day_of_the_week_before() -> None:
    now, before = measured(a_post(1, day=2), engagements=7), measured(a_post(2, day=2, week=BEFORE), engagements=5)
    unknown = measured(a_post(3, day=4))

    days = told(facts(now, before, unknown)).days

    assert [(each.engagements.value, each.before.value) for each in days] == [
        (0, 0),
        (0, 0),
        (7, 5),
        (0, 0),
        (None, 0),
        (0, 0),
        (0, 0),
    ]


def test_platforms_of_both_weeks_have_their_row() -> None:
    here, there = some(2, platform=Platform.INSTAGRAM), some(1, first=9, week=BEFORE, platform=Platform.LINKEDIN)

    rows = told(facts(*here, *there)).platforms

    assert [(each.platform, each.posts) for each in rows] == [(Platform.INSTAGRAM, 2), (Platform.LINKEDIN, 0)]


def test_a_post_is_compared_with_the_others_of_its_platform_and_kind() -> None:
    peers = some(6, week=BEFORE)
    others = some(9, first=20, week=BEFORE, rate=0.5, kind=PostKind.STORY)
    best = measured(a_post(50), reach=100, engagements=30)

    digest = told(facts(*peers, *others, best))

    (comparison,) = digest.worked
    assert (comparison.post.id, comparison.n, comparison.beats, comparison.is_of_kind) == ("P50", 6, 6, True)
    assert comparison.median == pytest.approx(0.0225)


def test_a_post_beats_those_below_it_and_ties_with_those_that_are_as_good() -> None:
    post = measured(a_post(50), reach=1000, engagements=20)
    others = [
        measured(a_post(n, week=BEFORE), reach=1000, engagements=each)
        for n, each in enumerate((10, 10, 15, 20, 20, 30))
    ]

    (comparison,) = comparisons([post], others)

    assert (comparison.n, comparison.beats, comparison.ties) == (6, 3, 2)


def test_with_too_few_of_its_kind_a_post_is_compared_with_its_platform() -> None:
    digest = told(facts(*some(6, week=BEFORE, kind=PostKind.STORY), measured(a_post(50), reach=100, engagements=30)))

    assert [(each.n, each.is_of_kind) for each in digest.worked] == [(6, False)]


def test_below_five_peers_nothing_is_compared() -> None:
    digest = told(facts(*some(4, week=BEFORE), measured(a_post(50), reach=100, engagements=30)))

    assert (digest.worked, digest.failed) == ((), ())


def test_a_kind_that_does_better_is_found_with_both_samples() -> None:
    stories = some(12, first=1, week=BEFORE, rate=0.08, kind=PostKind.STORY)
    news = some(12, first=30, week=BEFORE, rate=0.01)

    found = told(facts(*stories, *news, *some(1, first=90))).findings

    assert {(each.kind, each.n, each.other_n, each.is_better) for each in found} == {
        (PostKind.STORY, 12, 13, True),
        (PostKind.NEWS, 13, 12, False),
    }
    assert all(each.chance < 0.01 for each in found)


def test_kinds_that_do_alike_are_not_compared_in_words() -> None:
    stories = some(12, first=1, week=BEFORE, kind=PostKind.STORY)

    assert told(facts(*stories, *some(12, first=30, week=BEFORE))).findings == ()


def test_discipline_tells_on_time_late_missed_and_waiting_and_leaves_cancelled_out() -> None:
    on_time = a_post(1, published_at=due_on(WEEK).at + AN_HOUR)
    late = a_post(2, published_at=due_on(WEEK).at + AN_HOUR + timedelta(seconds=1))
    missed = an_open_post(3, day=2)
    waiting = an_open_post(4, day=6, hour=23)
    cancelled = an_open_post(5, state=PostState.CANCELLED)

    found = told(facts(due=(on_time, late, missed, waiting, cancelled)), now=due_on(WEEK, 6, 20).at).discipline

    assert (found.planned, found.on_time, found.late, found.missed, found.waiting) == (4, 1, 1, 1, 1)
    assert found.rate.value == pytest.approx(1 / 3)


def test_the_round_counts_working_days_done_and_pools_questions() -> None:
    people = (Member(id="U1", name="Amy"), Member(id="U2", name="Bob"))
    rounds = (
        a_round("U1", 0, received=6, answered=5),
        a_round("U2", 0, received=4, answered=4),
        a_round("U1", 1, answered=9),
        a_round("U1", 5, received=2, answered=2),
    )

    found = told(facts(members=people, check_ins=rounds)).round

    assert (found.days.numerator, found.days.of) == (3, 10)
    assert (found.questions.numerator, found.questions.denominator, found.questions.n) == (11, 12, 3)


def test_the_rounds_minutes_older_answers_and_mixed_counts_are_each_added_up_by_themselves() -> None:
    people = (Member(id="U1", name="Amy"), Member(id="U2", name="Bob"))
    rounds = (
        a_round("U1", 0, received=6, answered=5, answered_older=1, minutes=20),
        a_round("U2", 0, received=4, answered=9, answered_older=2),
        a_round("U2", 1, received=3, answered=4, minutes=15),
        a_round("U1", 1, minutes=99, submitted_at=None),
    )

    found = told(facts(members=people, check_ins=rounds)).round

    assert (found.count, found.minutes, found.older) == (3, 35, 3)
    assert found.mixed == Mixed(rounds=2, answered=13, received=7)


def test_absences_and_holidays_are_no_working_days_of_the_round() -> None:
    away = Member(id="U1", name="Amy", country="CA", absences=(Absence(first=WEEK.monday, last=WEEK.days()[1]),))

    found = told(facts(members=(away,)), holiday=lambda country, day: day == WEEK.days()[2]).round

    assert found.days.of == 2


def test_a_week_that_runs_counts_its_days_so_far() -> None:
    found = told(facts(members=(Member(id="U1", name="Amy"),)), now=due_on(WEEK, 1, 12).at)

    assert found.round.days.of == 2
    assert not found.is_over


def test_posts_without_numbers_are_missing_and_unknown_not_zero() -> None:
    digest = told(facts(measured(a_post(1)), measured(a_post(2), reach=10, engagements=0)))

    assert [post.id for post in digest.missing] == ["P1"]
    assert (digest.engagements.now.value, digest.engagements.now.n, digest.engagements.now.of) == (0, 1, 2)


def test_numbers_that_came_after_the_digest_are_noticed() -> None:
    digest = told(facts(measured(a_post(1), at=MONDAY_AFTER + AN_HOUR, reach=5)))

    assert digest.latest_numbers_after(MONDAY_AFTER) == MONDAY_AFTER + AN_HOUR
    assert digest.latest_numbers_after(MONDAY_AFTER + 2 * AN_HOUR) is None


def figures_in(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [found for each in value for found in figures_in(each)]
    if not isinstance(value, dict):
        return []
    own = [value] if "numerator" in value else []
    return own + [found for each in value.values() for found in figures_in(each)]


def test_in_json_every_figure_has_its_numerator_denominator_and_n() -> None:
    found = digest_json(told(facts(*some(6), *some(6, first=20, week=BEFORE))))

    figures = figures_in(found)

    assert len(figures) > 20
    for each in figures:
        assert {"value", "numerator", "denominator", "n", "of"} <= each.keys()
        if each["value"] is not None:
            assert each["value"] == pytest.approx(each["numerator"] / each["denominator"])


def test_the_json_names_the_week_and_its_days() -> None:
    found = digest_json(told(facts(*some(1))))

    assert (found["week"], found["first_day"], found["last_day"]) == ("2026-W47", "2026-11-16", "2026-11-22")
    assert Week.parse(found["week"]) == WEEK


def test_a_strategy_without_objective_has_no_target() -> None:
    assert told(facts(*some(1), strategy=replace(a_strategy(RATE), objectives=()))).targets == ()
