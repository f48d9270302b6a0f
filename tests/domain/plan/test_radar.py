"""The coverage radar, finding by finding: what is found, and what must not be."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.domain.members import Absence
from bot.domain.moments import days
from bot.domain.plan.budgets import Level
from bot.domain.plan.findings import Gap, Scope
from bot.domain.plan.policy_checks import PolicyFinding
from bot.domain.plan.radar import radar
from bot.domain.plan_parts import Campaign, Limits, Plan, Policy, PolicyKind, Theme
from bot.domain.platform_limits import Room
from bot.domain.posts import PostKind, PostState
from bot.domain.strategy import Platform, PlatformPlan, Strategy
from tests.domain.plan.covering import BASE, BEFORE, FIRST, LAST, PEOPLE, a_post, every_working_day, found

# --- days without content


def test_an_empty_month_is_one_stretch_of_its_working_days():
    [gap] = found(Gap.EMPTY_DAYS)

    assert (gap.first, gap.last, gap.count) == (FIRST, LAST, 23)


def test_a_month_with_a_post_on_every_working_day_has_no_empty_day():
    assert found(Gap.EMPTY_DAYS, *every_working_day()) == ()


@pytest.mark.parametrize("state", [PostState.IDEA, PostState.CANCELLED])
def test_an_idea_and_a_cancelled_post_fill_no_day(state):
    [gap] = found(Gap.EMPTY_DAYS, a_post(state=state))

    assert gap.count == 23


def test_days_that_are_over_and_days_nobody_works_are_not_empty():
    gaps = found(Gap.EMPTY_DAYS, today=date(2026, 12, 24), free={date(2026, 12, 25): "Christmas"})

    assert [(each.first, each.last, each.count) for each in gaps] == [(date(2026, 12, 24), LAST, 5)]


def test_a_post_parts_a_stretch_of_empty_days():
    gaps = found(Gap.EMPTY_DAYS, a_post())

    assert [each.first for each in gaps] == [FIRST, date(2026, 12, 11)]


# --- rhythm


def with_rhythm(rhythm: float) -> Strategy:
    return replace(BASE, platforms=(PlatformPlan(platform=Platform.INSTAGRAM, rhythm=rhythm),))


@pytest.mark.parametrize(("rhythm", "weeks"), [(1, 4), (2, 5), (0, 0)])
def test_a_rhythm_is_counted_week_by_week(rhythm, weeks):
    gaps = found(Gap.RHYTHM, a_post(day=date(2026, 12, 10)), strategy=with_rhythm(rhythm))

    assert len(gaps) == weeks


def test_other_platforms_do_not_keep_a_rhythm():
    gaps = found(Gap.RHYTHM, a_post(platform=Platform.X), strategy=with_rhythm(1))

    assert len(gaps) == 5


def test_a_rhythm_below_one_a_week_is_counted_over_the_month():
    [gap] = found(Gap.RHYTHM, a_post(), strategy=with_rhythm(0.5))
    enough = found(Gap.RHYTHM, a_post(), a_post(2), strategy=with_rhythm(0.5))

    assert (gap.count, gap.wanted) == (1, 2)
    assert enough == ()


@pytest.mark.parametrize(("rhythm", "wanted"), [(2.5, 12), (2.9, 14), (1.5, None), (2, None)])
def test_a_rhythm_that_is_not_whole_is_also_counted_over_the_month(rhythm, wanted):
    twice_a_week = [a_post(n, day=date(2026, 12, 1 + 7 * (n // 2) + n % 2)) for n in range(10)]

    gaps = found(Gap.RHYTHM, *twice_a_week, strategy=with_rhythm(rhythm))

    assert [(each.first, each.count, each.wanted) for each in gaps] == (
        [(date(2026, 11, 30), 10, wanted)] if wanted else []
    )


def test_a_week_belongs_to_the_month_of_its_thursday_and_is_counted_whole():
    last_of_november = [a_post(n, day=date(2026, 11, 30)) for n in range(1, 3)]

    gaps = found(Gap.RHYTHM, *last_of_november, strategy=with_rhythm(2))

    assert gaps[0].first == date(2026, 12, 7)


def test_weeks_that_are_over_are_not_asked_for():
    gaps = found(Gap.RHYTHM, strategy=with_rhythm(1), today=date(2026, 12, 28))

    assert [(each.first, each.last) for each in gaps] == [(date(2026, 12, 28), date(2027, 1, 3))]


# --- people


@pytest.mark.parametrize(
    ("more", "count"),
    [
        ({}, 1),
        ({"owner_id": "UBOB"}, 0),
        ({"state": PostState.PUBLISHED}, 0),
        ({"state": PostState.IDEA}, 0),
        ({"day": date(2026, 11, 30)}, 0),
        ({"due": None}, 0),
    ],
)
def test_an_open_post_of_the_month_needs_an_owner(more, count):
    assert len(found(Gap.UNOWNED, a_post(**{"owner_id": None, **more}))) == count


@pytest.mark.parametrize(
    ("today", "more", "is_found"),
    [
        (date(2026, 12, 7), {}, False),
        (date(2026, 12, 8), {}, True),
        (date(2026, 12, 10), {"text": " \n"}, True),
        (date(2026, 12, 11), {}, False),
        (date(2026, 12, 8), {"text": "Tea"}, False),
        (date(2026, 12, 8), {"state": PostState.PUBLISHED}, False),
        (date(2026, 12, 8), {"state": PostState.IDEA}, False),
    ],
)
def test_a_post_without_a_text_is_a_finding_from_two_days_before(today, more, is_found):
    gaps = found(Gap.NO_TEXT, a_post(**more), today=today)

    assert [(each.post.id, each.first) for each in gaps if each.post] == (
        [("P1", date(2026, 12, 10))] if is_found else []
    )


AWAY = replace(PEOPLE["UBOB"], absences=(Absence(first=date(2026, 12, 8), last=date(2026, 12, 12)),))


@pytest.mark.parametrize(
    ("people", "more", "count"),
    [
        ({"UBOB": AWAY}, {}, 1),
        ({"UBOB": AWAY}, {"backup_id": "UDAN"}, 0),
        ({"UBOB": AWAY}, {"day": date(2026, 12, 14)}, 0),
        ({"UBOB": replace(PEOPLE["UBOB"], is_active=False)}, {}, 1),
        ({}, {}, 0),
    ],
)
def test_a_post_needs_somebody_who_is_there(people, more, count):
    assert len(found(Gap.AWAY, a_post(**more), people={**PEOPLE, **people})) == count


def test_who_has_twice_what_the_others_have_is_offered_relief():
    posts = [a_post(n, owner_id="UBOB") for n in range(1, 8)] + [a_post(n, owner_id="UDAN") for n in range(8, 11)]

    [gap] = found(Gap.LOAD, *posts)

    assert (gap.member_id, gap.count, gap.wanted) == ("UBOB", 7, 3)
    assert found(Gap.LOAD, *posts, *(a_post(n, owner_id="UDAN") for n in range(11, 13))) == ()


def test_somebody_who_works_alone_has_no_load_to_share():
    assert found(Gap.LOAD, *every_working_day()) == ()


# --- themes, kinds, contests

WINTER = Theme(id="T1", name="Winter", first=FIRST, last=date(2026, 12, 24))


@pytest.mark.parametrize(
    ("more", "is_found"),
    [({"theme": "winter"}, False), ({}, True), ({"theme": "Winter", "day": date(2026, 12, 28)}, True)],
)
def test_a_theme_wants_a_post_on_one_of_its_days(more, is_found):
    strategy = replace(BASE, plan=Plan(themes=(WINTER,)))
    themed = {"T1": frozenset(days(WINTER.first, date(2026, 12, 24)))}

    gaps = found(Gap.THEME, a_post(**more), strategy=strategy, themed=themed)

    assert bool(gaps) is is_found


def test_one_kind_that_fills_more_than_half_the_month_is_pointed_out():
    same = [a_post(n, kind=PostKind.NEWS) for n in range(1, 5)]
    other = [a_post(n, kind=PostKind.STORY) for n in range(5, 8)]

    [gap] = found(Gap.MIX, *same, *other)

    assert (gap.kind, gap.count, gap.wanted) == (PostKind.NEWS, 4, 7)
    assert found(Gap.MIX, *same, *other, a_post(8, kind=PostKind.STORY)) == ()
    assert found(Gap.MIX, *same) == ()


def test_the_quietest_working_day_is_offered_for_another_kind():
    busy = every_working_day(kind=PostKind.NEWS)[1:]

    [gap] = found(Gap.MIX, *busy)

    assert gap.quiet_day == FIRST


# --- where a post that mends it may go


def test_a_missed_rhythm_is_made_good_on_a_day_that_somebody_works():
    plan = replace(BASE, platforms=(PlatformPlan(platform=Platform.LINKEDIN, rhythm=1),))
    monday = date(2026, 12, 28)
    others = [a_post(n, day=date(2026, 12, n), platform=Platform.LINKEDIN) for n in (2, 9, 16, 23)]

    [gap] = found(Gap.RHYTHM, *others, strategy=plan, free={monday: "Boxing Day"})

    assert (gap.first, gap.quiet_day) == (monday, date(2026, 12, 29))


def test_a_theme_gets_its_post_on_its_quietest_working_day():
    theme = Theme(id="T1", name="Winter", first=date(2026, 12, 5), last=date(2026, 12, 8))
    themed = {"T1": frozenset(days(theme.first, theme.last))}

    [gap] = found(
        Gap.THEME, a_post(day=date(2026, 12, 7)), strategy=replace(BASE, plan=Plan(themes=(theme,))), themed=themed
    )

    assert (gap.first, gap.quiet_day) == (date(2026, 12, 5), date(2026, 12, 8))


def test_a_winner_is_told_on_a_day_that_the_limit_leaves_room_on():
    contest = a_post(kind=PostKind.CONTEST, day=date(2026, 12, 9))
    full = a_post(2, day=date(2026, 12, 16))
    strategy = replace(BASE, plan=Plan(limits=Limits(posts_a_day=1)))

    [gap] = found(Gap.CONTEST_WINNER, contest, full, strategy=strategy)

    assert gap.quiet_day == date(2026, 12, 17)


def test_a_winner_is_told_a_week_later_or_on_the_next_day_that_somebody_works():
    contest = a_post(kind=PostKind.CONTEST, day=date(2026, 12, 18))

    [gap] = found(Gap.CONTEST_WINNER, contest, free={date(2026, 12, 25): "Christmas"})

    assert gap.quiet_day == date(2026, 12, 28)


# --- rules, holidays, limits


def test_a_policy_that_a_post_breaks_is_a_finding_about_it():
    broken = PolicyFinding(policy=Policy(id="L1", kind=PolicyKind.AVOID_WORDS, value="best"), what=("best",))

    [gap] = found(Gap.POLICY, a_post(), broken={"P1": (broken,)})

    assert (gap.post.id, gap.broken) == ("P1", broken)


def test_a_text_longer_than_its_platform_takes_is_a_finding_with_both_numbers():
    [gap] = found(Gap.TOO_LONG, a_post(), a_post(2), rooms={"P1": Room(used=2201, limit=2200)})

    assert (gap.post.id, gap.count, gap.wanted) == ("P1", 2201, 2200)


def test_a_text_that_went_out_is_not_too_long_any_more():
    assert found(Gap.TOO_LONG, a_post(state=PostState.PUBLISHED), rooms={"P1": Room(used=2201, limit=2200)}) == ()


def test_a_post_on_a_day_nobody_works_is_pointed_out_by_the_days_name():
    [gap] = found(Gap.HOLIDAY, a_post(day=date(2026, 12, 25)), free={date(2026, 12, 25): "Christmas Day"})

    assert gap.name == "Christmas Day"


@pytest.mark.parametrize(("posts", "is_full"), [(2, False), (3, True)])
def test_a_day_with_more_posts_than_the_plan_allows(posts, is_full):
    strategy = replace(BASE, plan=Plan(limits=Limits(posts_a_day=2)))

    gaps = found(Gap.DAY_FULL, *(a_post(n) for n in range(1, posts + 1)), strategy=strategy)

    assert bool(gaps) is is_full


@pytest.mark.parametrize(("spend", "level"), [(79, None), (80, Level.NEAR), (101, Level.OVER)])
def test_money_is_told_from_four_fifths_of_the_budget_on(spend, level):
    limits = Limits(spend_a_month=100, campaigns=(Campaign(name="Winter", amount=1000),))
    strategy = replace(BASE, plan=Plan(limits=limits))

    gaps = found(Gap.BUDGET, a_post(spend=spend), strategy=strategy)

    assert [each.usage.level for each in gaps] == ([level] if level else [])


def test_the_most_urgent_findings_come_first():
    strategy = with_rhythm(1)
    scope = Scope(strategy=strategy, first=FIRST, last=LAST, today=BEFORE, posts=(a_post(owner_id=None),))

    gaps = [each.gap for each in radar(scope).findings]

    assert gaps == sorted(gaps, key=list(Gap).index)
    assert gaps[0] is Gap.UNOWNED


def test_what_the_month_is_made_of_is_counted_whole_also_what_is_live():
    live = a_post(2, state=PostState.PUBLISHED, published_at=datetime(2026, 12, 2, 15, tzinfo=UTC), owner_id="UDAN")

    result = radar(Scope(strategy=BASE, first=FIRST, last=LAST, today=date(2026, 12, 9), posts=(a_post(), live)))

    assert (result.total, dict(result.loads)) == (2, {"UBOB": 1, "UDAN": 1})


@pytest.mark.parametrize(("backup", "finds"), [("UDAN", 0), ("UAMY", 1), (None, 1)])
def test_an_owner_who_is_away_is_a_finding_only_where_no_backup_of_the_platform_is_there_either(backup, finds):
    people = {**PEOPLE}
    for each in ("UAMY", "UBOB"):
        people[each] = replace(PEOPLE[each], absences=(Absence(first=FIRST, last=LAST),))
    platforms = (PlatformPlan(platform=Platform.INSTAGRAM, owner_id="UBOB", backup_id=backup),)

    gaps = found(
        Gap.AWAY, a_post(platform=Platform.INSTAGRAM), people=people, strategy=replace(BASE, platforms=platforms)
    )

    assert len(gaps) == finds
