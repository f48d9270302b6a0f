"""From the calendar and its numbers to a week's digest: what the channel, `/kpi` and the command line tell."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.corrections import Correction
from bot.domain.engage.questions import Question
from bot.domain.kpi.comparisons import comparisons, kind_comparisons
from bot.domain.kpi.decisions import Situation, decision_of
from bot.domain.kpi.digests import DayPair, Digest, Facts, PlatformRow
from bot.domain.kpi.discipline import discipline_of, outcome, round_of
from bot.domain.kpi.formulas import Measured, figure_of
from bot.domain.kpi.rates import FigureChange, Total, pooled, summed
from bot.domain.kpi.targets import lacking_among
from bot.domain.members import IsHoliday
from bot.domain.moments import Week, local_day
from bot.domain.posts import Post, PostState, is_paused
from bot.domain.strategy import Kpi, Platform, Strategy
from bot.ports import Store, Transaction
from bot.services.kpi.care import care_in
from bot.services.kpi.targets import against_targets
from bot.services.plan.holidays import is_holiday
from bot.services.reminders.rhythms import is_asked_on

BASELINE_WEEKS = 26
"""How far back a post is compared: half a year, so that the platform is still the same one."""

LOOK_BACK = timedelta(days=56)
"""How long the numbers of a post are still worth asking for."""

TOLD = 3
"""How many posts are named under what worked, and under what didn't."""

TOO_LONG, LONG_AGO = 2, 21
"""Working days that a question may wait before it is told as waiting; days looked back at to find that many."""


def weekly_digest(
    store: Store, strategy: Strategy, week: Week, *, now: datetime, holiday: IsHoliday = is_holiday
) -> Digest:
    with store.transaction() as tx:
        facts = facts_in_week(tx, strategy, week, now=now)
    return digest_of(facts, now=now, holiday=holiday)


def facts_in_week(tx: Transaction, strategy: Strategy, week: Week, *, now: datetime) -> Facts:
    start, end = week.bounds(strategy.zone)
    next_end = week.shifted(1).bounds(strategy.zone)[1]
    earliest = week.shifted(-BASELINE_WEEKS).bounds(strategy.zone)[0]
    active = tuple(each for each in map(tx.members.find, strategy.round_ids) if each and each.is_active)
    every = tx.posts.due_between(earliest, end, strategy_id=strategy.id)
    paused = [each for each in every if is_paused(each, strategy.plan.pause, now=now)]
    running = [(each, each.due.at >= start) for each in every if each.due and each not in paused]
    return Facts(
        strategy=strategy,
        week=week,
        recent=tuple(measured_between(tx, strategy, earliest, min(end, now))),
        due=tuple(each for each, is_of_week in running if is_of_week),
        earlier=tuple(each for each, is_of_week in running if not is_of_week),
        coming=tuple(tx.posts.due_between(end, next_end, strategy_id=strategy.id)),
        check_ins=tuple(tx.check_ins.between(strategy.id, week.monday, week.sunday)),
        members=active,
        unasked=frozenset(
            (each.id, day) for each in active for day in week.days() if not is_asked_on(tx, strategy.id, each, day)
        ),
        questions=tuple(tx.questions.open_of(strategy.id)),
        care=care_in(tx, strategy, week, now=now),
        corrections=tuple(tx.corrections.of_strategy(strategy.id)),
        paused=tuple(paused),
    )


def measured_between(tx: Transaction, strategy: Strategy, start: datetime, end: datetime) -> list[Measured]:
    """The posts published in [start, end), by moment, each with the counts that stand for it."""
    posts = tx.posts.published_between(start, end, strategy_id=strategy.id)
    latest = tx.measurements.latest_of(post.id for post in posts)
    shared = _shared_from_kits(tx) if posts else {}
    bare = [(Measured(post=each, shared=shared.get(each.id)), latest.get(each.id)) for each in posts]
    return [replace(each, counts=m.counts, at=m.at) if m else each for each, m in bare]


def _shared_from_kits(tx: Transaction) -> dict[str, int]:
    """How many of us shared a post that has a share kit, by its number."""
    found: dict[str, int] = {}
    for kit in tx.share_kits.all():
        found[kit.post_id] = found.get(kit.post_id, 0) + kit.shared
    return found


def digest_of(facts: Facts, *, now: datetime, holiday: IsHoliday = is_holiday) -> Digest:
    """The same from facts alone."""
    week, found = facts.week, situation_of(facts, now=now, holiday=holiday)
    measured, before = facts.published_in(week), facts.published_in(week.shifted(-1))
    known, earlier = facts.strategy, asked_before(facts, now=now)
    return Digest(
        strategy=facts.strategy,
        week=week,
        made_at=now,
        measured=measured,
        before=before,
        targets=tuple(found.targets),
        engagements=change_of(Kpi.ENGAGEMENTS, measured, before),
        days=days_of(week, measured, before, facts.strategy.zone),
        platforms=platform_rows(measured, before),
        total=platform_row(None, measured, before),
        kpis=tuple((kpi, figure_of(kpi, measured, facts.asked(kpi))) for kpi in Kpi),
        worked=tuple(each for each in found.ranked if each.did_well)[:TOLD],
        failed=tuple(each for each in reversed(found.ranked) if each.did_badly)[:TOLD],
        findings=tuple(each for each in found.findings if each.is_evident),
        decision=decision_of(found),
        discipline=found.discipline,
        round=found.round,
        coming=tuple(found.coming),
        unowned=tuple(found.unowned),
        textless=tuple(found.textless),
        missing=tuple(unmeasured_among(measured)),
        lacking=tuple(lacking_among(measured, facts.recent, known)),
        missing_before=tuple(unmeasured_among(earlier)),
        lacking_before=tuple(lacking_among(earlier, facts.recent, known)),
        overdue=tuple(found.overdue),
        heard=heard_in(facts.check_ins),
        care=facts.care,
        waiting=tuple(waiting_since_before(facts)),
        corrections=corrections_in(facts),
        paused=facts.paused,
    )


def situation_of(facts: Facts, *, now: datetime, holiday: IsHoliday) -> Situation:
    strategy, measured = facts.strategy, facts.published_in(facts.week)
    coming = [post for post in facts.coming if post.state is not PostState.CANCELLED]
    return Situation(
        is_over=now >= facts.week.bounds(strategy.zone)[1],
        discipline=discipline_of(facts.due, grace=strategy.grace, now=now),
        round=round_of(
            facts.members,
            facts.check_ins,
            days_with_rounds(facts, now=now),
            answered=facts.answered,
            is_holiday=holiday,
            unasked=facts.unasked,
        ),
        coming=coming,
        unowned=[post for post in coming if post.is_open and post.owner_id is None],
        textless=[post for post in coming if post.is_open and not post.has_text],
        waiting=waiting_too_long(facts, now=now, holiday=holiday),
        missing=_without_numbers(measured, facts),
        missing_before=_without_numbers(asked_before(facts, now=now), facts),
        overdue=overdue_among(facts.earlier, strategy, now=now),
        targets=against_targets(facts, now=now),
        ranked=comparisons(measured, facts.recent),
        findings=kind_comparisons(facts.recent),
    )


def overdue_among(earlier: Iterable[Post], strategy: Strategy, *, now: datetime) -> list[Post]:
    """Those that are still to go out, the oldest first."""
    late = [post for post in earlier if post.is_open and outcome(post, grace=strategy.grace, now=now) == "missed"]
    return sorted(late, key=lambda each: (each.due_at or now, each.number))


def asked_before(facts: Facts, *, now: datetime) -> list[Measured]:
    """The posts that went out before the week, and whose numbers are still worth asking for."""
    start = facts.week.bounds(facts.strategy.zone)[0]
    out = ((each, each.post.published_at) for each in facts.recent)
    return [each for each, at in out if at and now - LOOK_BACK <= at < start]


def unmeasured_among(measured: Iterable[Measured]) -> list[Post]:
    return [each.post for each in measured if each.counts.is_empty]


def _without_numbers(measured: Sequence[Measured], facts: Facts) -> list[Post]:
    """Without any, or without those that a target needs."""
    lacking = lacking_among(measured, facts.recent, facts.strategy)
    return [*unmeasured_among(measured), *(each.post for each in lacking)]


def days_with_rounds(facts: Facts, *, now: datetime) -> list[date]:
    """The days of the week up to now on which there was a strategy to do rounds for."""
    strategy = facts.strategy
    first = local_day(strategy.created_at, strategy.zone) if strategy.created_at else date.min
    return [day for day in facts.week.days() if first <= day <= strategy.today(now)]


def waiting_too_long(facts: Facts, *, now: datetime, holiday: IsHoliday) -> list[Question]:
    """Questions of the week, or older, that have waited for `TOO_LONG` working days, the oldest first."""
    strategy = facts.strategy
    working = [
        day
        for n in range(LONG_AGO)
        if (day := strategy.today(now) - timedelta(days=n)).weekday() < 5 and not holiday(strategy.country, day)
    ]
    latest = working[TOO_LONG - 1] - timedelta(days=1) if len(working) >= TOO_LONG else date.min
    waiting = [each for each in facts.questions if each.asked_on <= min(latest, facts.week.sunday)]
    return sorted(waiting, key=lambda each: each.asked_on)


def waiting_since_before(facts: Facts) -> list[Question]:
    """Questions of weeks before that are still open, the oldest first: each week tells of them until they are not."""
    since = {each.id: each.waits_since(facts.strategy.zone) for each in facts.questions}
    older = [each for each in facts.questions if since[each.id] < facts.week.monday]
    return sorted(older, key=lambda each: (since[each.id], each.number))


def heard_in(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    return tuple(sorted((each for each in check_ins if each.voices or each.learned), key=lambda each: each.day))


def corrections_in(facts: Facts) -> tuple[Correction, ...]:
    """Those put right in the week, and those noticed by its end that were still open then."""
    start, end = facts.week.bounds(facts.strategy.zone)
    then = (_as_of(each, end) for each in facts.corrections if each.noticed_at < end)
    return tuple(each for each in then if each.put_right_at is None or each.put_right_at >= start)


def _as_of(correction: Correction, end: datetime) -> Correction:
    """What was put right later was open then."""
    is_later = correction.put_right_at is not None and correction.put_right_at >= end
    return replace(correction, put_right_at=None) if is_later else correction


def change_of(kpi: Kpi, measured: Iterable[Measured], before: Iterable[Measured]) -> FigureChange:
    return FigureChange(now=figure_of(kpi, measured), before=figure_of(kpi, before))


def days_of(week: Week, measured: Sequence[Measured], before: Sequence[Measured], zone: str) -> tuple[DayPair, ...]:
    earlier = week.shifted(-1).days()
    return tuple(
        DayPair(day=day, engagements=_on(day, measured, zone), before=_on(day_before, before, zone))
        for day, day_before in zip(week.days(), earlier, strict=True)
    )


def _on(day: date, measured: Sequence[Measured], zone: str) -> Total:
    there = [each for each in measured if each.post.published_at and local_day(each.post.published_at, zone) == day]
    return summed(each.counts.total for each in there)


def platform_rows(measured: Sequence[Measured], before: Sequence[Measured]) -> tuple[PlatformRow, ...]:
    """The platforms of both weeks, in the order of their names."""
    names = sorted({each.post.platform for each in (*measured, *before)})
    return tuple(
        platform_row(
            name,
            [each for each in measured if each.post.platform is name],
            [each for each in before if each.post.platform is name],
        )
        for name in names
    )


def platform_row(platform: Platform | None, measured: Sequence[Measured], before: Sequence[Measured]) -> PlatformRow:
    return PlatformRow(
        platform=platform,
        posts=len(measured),
        reach=summed(each.counts.reach for each in measured),
        engagements=summed(each.counts.total for each in measured),
        rate=pooled((each.counts.total, each.counts.reach) for each in measured),
        change=change_of(Kpi.ENGAGEMENTS, measured, before),
    )
