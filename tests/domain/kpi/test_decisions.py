"""Line 3 of the digest: the worst that is true, in its order, and nothing to decide only where nothing is wrong."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question
from bot.domain.kpi.decisions import DecisionKind
from bot.domain.kpi.digests import Digest, Facts
from bot.domain.members import Member
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Kpi, Platform, Target
from bot.services.kpi.digest import digest_of
from tests.domain.kpi.digest_builders import (
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
PEOPLE = (Member(id="U1", name="Amy"), Member(id="U2", name="Bob"))
AHEAD = an_open_post(60, week=AFTER)


def told(found: Facts, *, now: Any = MONDAY_AFTER) -> Digest:
    return digest_of(found, now=now, holiday=lambda country, day: False)


def kind_of(found: Facts, *, now: Any = MONDAY_AFTER) -> DecisionKind:
    return told(found, now=now).decision.kind


TUESDAY = WEEK.days()[1]


def a_question(number: int = 1, asked_on: date = TUESDAY) -> Question:
    return Question(id=f"Q{number}", strategy_id="S1", text="Do you ship?", asked_on=asked_on, owner_id="U1")


def a_round(day: int = 0, **numbers: Any) -> CheckIn:
    return CheckIn(strategy_id="S1", member_id="U1", day=WEEK.days()[day], submitted_at=MONDAY_AFTER, **numbers)


WRONG: dict[DecisionKind, dict[str, Any]] = {
    DecisionKind.MISSED: {"due": (an_open_post(70),)},
    DecisionKind.OVERDUE: {"earlier": (an_open_post(69, week=BEFORE),)},
    DecisionKind.GAPS: {"coming": (an_open_post(71, week=AFTER, text=""),)},
    DecisionKind.ROUND: {"members": PEOPLE},
    DecisionKind.QUESTIONS: {"questions": (a_question(),)},
    DecisionKind.MISSING: {"recent": (measured(a_post(72)),)},
    DecisionKind.PACE: {"recent": tuple(some(5, first=80, rate=0.01, platform=Platform.BLOG))},
    DecisionKind.EMPTY: {"coming": ()},
    DecisionKind.SEQUEL: {
        "recent": (*some(9, week=BEFORE.shifted(-3), rate=0.05), measured(a_post(50), reach=100, engagements=30))
    },
}
"""What makes each of them true, from the worst on; each leaves the others as they are."""


def all_of(*kinds: DecisionKind) -> Facts:
    """A week in which all of *kinds* are true and nothing else is wrong."""
    given: dict[str, Any] = {"coming": (AHEAD,), "recent": ()}
    for kind in sorted(kinds, key=list(WRONG).index, reverse=True):
        for name, value in WRONG[kind].items():
            given[name] = (*given.get(name, ()), *value) if name == "recent" else value
    recent = given.pop("recent")
    return facts(*recent, **given)


@pytest.mark.parametrize("place", range(len(WRONG)))
def test_the_worst_that_is_true_is_named(place: int) -> None:
    kinds = [each for each in WRONG if each is not DecisionKind.EMPTY or place]  # gaps need posts that come

    worst = [each for each in list(WRONG)[place:] if each in kinds]

    assert kind_of(all_of(*worst)) is worst[0]


@pytest.mark.parametrize("kind", WRONG)
def test_each_alone_is_named(kind: DecisionKind) -> None:
    assert kind_of(all_of(kind)) is kind


def test_with_everything_in_place_there_is_nothing_to_decide() -> None:
    assert kind_of(facts(*some(2), coming=(AHEAD,))) is DecisionKind.NONE


def test_eight_of_eight_missed_and_no_round_are_told_together() -> None:
    found = told(facts(due=tuple(an_open_post(n) for n in range(1, 9)), members=PEOPLE)).decision

    assert (found.kind, found.count, found.of, found.is_round_undone) == (DecisionKind.MISSED, 8, 8, True)


def test_what_earlier_weeks_left_behind_is_counted_until_it_goes_out_or_is_cancelled() -> None:
    left = [an_open_post(n, week=BEFORE) for n in (1, 2)]
    gone = [a_post(3, week=BEFORE), an_open_post(4, week=BEFORE, state=PostState.CANCELLED)]

    digest = told(facts(coming=(AHEAD,), earlier=(*left, *gone)))

    assert [post.id for post in digest.overdue] == ["P1", "P2"]
    assert (digest.decision.kind, digest.decision.count) == (DecisionKind.OVERDUE, 2)


def test_numbers_of_earlier_weeks_are_asked_for_too_as_long_as_they_are_worth_it() -> None:
    old = [measured(a_post(n, week=WEEK.shifted(-n))) for n in (1, 7, 8)]

    digest = told(facts(measured(a_post(9)), *old, coming=(AHEAD,)))

    assert ([post.id for post in digest.missing], [post.id for post in digest.missing_before]) == (["P9"], ["P1", "P7"])
    assert (digest.decision.kind, digest.decision.count, digest.decision.older) == (DecisionKind.MISSING, 3, 2)


def shares_wanted(*recent: Any) -> Facts:
    return facts(*recent, strategy=a_strategy(Target(kpi=Kpi.AMPLIFICATION, value=20)), coming=(AHEAD,))


def test_what_a_target_needs_of_a_post_is_missing_though_it_has_other_numbers() -> None:
    digest = told(shares_wanted(measured(a_post(1), reach=100, reactions=1), measured(a_post(2), shares=3)))

    assert [(each.post.id, each.counts) for each in digest.lacking] == [("P1", ("shares",))]
    assert (digest.decision.kind, digest.decision.count) == (DecisionKind.MISSING, 1)


def test_a_number_that_a_platform_never_tells_is_not_asked_of_its_posts() -> None:
    told_by_others = measured(a_post(2), shares=3)
    digest = told(shares_wanted(measured(a_post(1, platform=Platform.YOUTUBE), clicks=4), told_by_others))

    assert digest.lacking == ()
    assert digest.decision.kind is DecisionKind.NONE


def test_posts_that_come_without_owner_or_text_are_counted_apart() -> None:
    no_owner, no_text = an_open_post(9, week=AFTER, owner_id=None), an_open_post(10, week=AFTER, text=" ")
    neither = an_open_post(11, week=AFTER, owner_id=None, text="")

    digest = told(facts(measured(a_post(1)), coming=(no_owner, no_text, neither, AHEAD)))

    found = digest.decision
    assert (found.kind, found.count, found.of) == (DecisionKind.GAPS, 3, 4)
    assert (found.unowned, found.textless) == (2, 2)
    assert [post.id for post in digest.unowned] == ["P9", "P11"]


# --- rounds


def test_a_round_on_a_day_off_is_a_round_that_was_done() -> None:
    assert kind_of(facts(*some(1), members=PEOPLE, check_ins=(a_round(5),), coming=(AHEAD,))) is DecisionKind.NONE


def test_where_nobody_has_to_do_it_no_round_is_missed() -> None:
    assert kind_of(facts(*some(1), coming=(AHEAD,))) is DecisionKind.NONE


def test_in_a_week_that_runs_a_round_can_still_be_done() -> None:
    running = facts(*some(1, day=0), members=PEOPLE, coming=(AHEAD,))

    assert kind_of(running, now=due_on(WEEK, 1, 12).at) is DecisionKind.NONE


def test_days_before_there_was_a_strategy_asked_for_no_round() -> None:
    begun = replace(a_strategy(RATE), created_at=due_on(WEEK, 5, 12).at)

    digest = told(facts(*some(1, day=5), strategy=begun, members=PEOPLE, coming=(AHEAD,)))

    assert digest.round.days.of == 0
    assert digest.decision.kind is DecisionKind.NONE


# --- questions


@pytest.mark.parametrize(
    ("asked_on", "is_told"),
    [
        (WEEK.days()[3], True),  # Thursday: Friday and Monday have passed
        (WEEK.days()[4], False),
        (WEEK.days()[6], False),
        (AFTER.monday, False),
    ],
)
def test_a_question_waits_too_long_after_two_working_days(asked_on: date, is_told: bool) -> None:
    found = kind_of(facts(*some(1), coming=(AHEAD,), questions=(a_question(asked_on=asked_on),)))

    assert (found is DecisionKind.QUESTIONS) == is_told


@pytest.mark.parametrize(("working", "is_told"), [(1, False), (2, True)])
def test_a_question_of_long_ago_has_waited_for_the_working_days_that_there_were(working: int, is_told: bool) -> None:
    lately = [AFTER.monday, WEEK.days()[4]][:working]
    old = facts(*some(1), coming=(AHEAD,), questions=(a_question(asked_on=WEEK.days()[1]),))

    found = digest_of(old, now=MONDAY_AFTER, holiday=lambda country, day: day not in lately).decision.kind

    assert (found is DecisionKind.QUESTIONS) == is_told


def test_holidays_are_no_days_that_a_question_waits() -> None:
    thursday = facts(*some(1), coming=(AHEAD,), questions=(a_question(asked_on=WEEK.days()[3]),))

    found = digest_of(thursday, now=MONDAY_AFTER, holiday=lambda country, day: day == WEEK.days()[4])

    assert found.decision.kind is DecisionKind.NONE


def test_of_several_questions_the_one_that_waits_longest_is_named() -> None:
    waiting = (a_question(1, WEEK.days()[2]), a_question(2, WEEK.monday - timedelta(days=9)))

    found = told(facts(*some(1), coming=(AHEAD,), questions=waiting)).decision

    assert (found.count, found.oldest and found.oldest.id) == (2, "Q2")


# --- targets


SUM = Target(kpi=Kpi.ENGAGEMENTS, value=200)


def with_sum(*recent: Any, **others: Any) -> Facts:
    return facts(*recent, strategy=a_strategy(SUM), coming=(AHEAD,), **others)


def test_a_sum_is_off_its_pace_by_a_posts_worth_and_more() -> None:
    behind = told(with_sum(*some(3, rate=0.05))).decision

    assert behind.kind is DecisionKind.PACE
    assert behind.against is not None
    assert behind.against.pace is not None
    assert (behind.against.pace.short, behind.against.pace.posts) == (47, 1)
    assert kind_of(with_sum(*some(4, rate=0.045))) is DecisionKind.NONE  # 186 of 200


def test_a_sum_with_unknown_numbers_is_not_called_behind() -> None:
    half_known = measured(a_post(9), reach=1000)

    assert kind_of(with_sum(*some(1), half_known)) is DecisionKind.MISSING


def test_the_pace_of_a_running_week_is_by_the_share_of_its_planned_posts_that_is_over() -> None:
    due = tuple(a_post(n, day=0) for n in (1, 2)) + tuple(an_open_post(n, day=5) for n in (3, 4, 5, 6))
    wednesday = due_on(WEEK, 2, 12).at

    (against,) = told(with_sum(*some(2, day=0, rate=0.03), due=due), now=wednesday).targets

    assert against.pace is not None
    assert against.pace.share == pytest.approx(2 / 6)
    assert against.pace.short == pytest.approx(200 / 3 - 61)
    assert not against.is_off


def test_without_planned_posts_the_pace_is_by_the_time_that_is_over() -> None:
    noon_on_thursday = WEEK.bounds("America/Toronto")[0] + timedelta(days=3, hours=12)

    (against,) = told(with_sum(*some(1, day=0, rate=0.02)), now=noon_on_thursday).targets

    assert against.pace is not None
    assert against.pace.share == pytest.approx(0.5)
    assert against.pace.posts == 4


def test_of_several_targets_the_one_farthest_off_is_named() -> None:
    aims = a_strategy(Target(kpi=Kpi.ENGAGEMENT_RATE_BY_REACH, value=0.024), Target(kpi=Kpi.REACH, value=50_000))

    found = told(facts(*some(5), strategy=aims, coming=(AHEAD,))).decision

    assert found.against is not None
    assert found.against.target.kpi is Kpi.REACH


def test_a_cost_above_its_target_is_off() -> None:
    aims = a_strategy(Target(kpi=Kpi.COST_PER_CLICK, value=0.4))
    paid = measured(a_post(1), reach=10, clicks=60, spend=30)

    assert kind_of(facts(paid, strategy=aims, coming=(AHEAD,))) is DecisionKind.PACE


def test_a_pace_that_is_off_and_an_empty_week_are_helped_by_what_is_worth_another() -> None:
    for kind in (DecisionKind.PACE, DecisionKind.EMPTY):
        found = told(all_of(kind, DecisionKind.SEQUEL)).decision

        assert (found.kind, found.post and found.post.id) == (kind, "P50")


def test_a_kind_that_does_better_is_proposed_where_no_post_stands_out() -> None:
    stories = some(12, first=1, week=BEFORE, rate=0.08, kind=PostKind.STORY)
    news = some(12, first=30, week=BEFORE, rate=0.01)
    own = some(1, first=90, rate=0.09, kind=PostKind.STORY)

    assert kind_of(facts(*stories, *news, *own, coming=(AHEAD,))) is DecisionKind.KIND
