"""From the calendar and its numbers to a week's digest: what the channel, `/kpi` and the command line tell."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.domain.digests import AgainstTarget, DayPair, Decision, DecisionKind, Digest, Facts, PlatformRow
from bot.domain.discipline import discipline_of, round_of
from bot.domain.engagement import CheckIn
from bot.domain.kpis import Measured, figure_of
from bot.domain.measures import Change, Total, pooled, summed
from bot.domain.moments import Week, local_day
from bot.domain.people import IsHoliday
from bot.domain.posts import Post, PostState
from bot.domain.standing import Finding, Standing, findings, standings
from bot.domain.strategy import Kpi, Platform, Strategy
from bot.ports import Store, Transaction
from bot.services.holidays import is_holiday

BASELINE_WEEKS = 26
"""How far back a post is compared: half a year, so that the platform is still the same one."""

TOLD = 3
"""How many posts are named under what worked, and under what didn't."""


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
    members = [tx.members.find(each) for each in strategy.round_ids]
    return Facts(
        strategy=strategy,
        week=week,
        recent=tuple(measured_between(tx, strategy, earliest, min(end, now))),
        due=tuple(tx.posts.due_between(start, end, strategy_id=strategy.id)),
        coming=tuple(tx.posts.due_between(end, next_end, strategy_id=strategy.id)),
        check_ins=tuple(tx.check_ins.between(strategy.id, week.monday, week.sunday)),
        members=tuple(each for each in members if each and each.is_active),
    )


def measured_between(tx: Transaction, strategy: Strategy, start: datetime, end: datetime) -> list[Measured]:
    """The posts published in [start, end), by moment, each with the counts that stand for it."""
    posts = tx.posts.published_between(start, end, strategy_id=strategy.id)
    latest = tx.measurements.latest_of(post.id for post in posts)
    found = [(post, latest.get(post.id)) for post in posts]
    return [Measured(post=post, counts=m.counts, at=m.at) if m else Measured(post=post) for post, m in found]


def digest_of(facts: Facts, *, now: datetime, holiday: IsHoliday = is_holiday) -> Digest:
    """The same from facts alone."""
    strategy, week = facts.strategy, facts.week
    measured, before = facts.published_in(week), facts.published_in(week.shifted(-1))
    ranked, found = standings(measured, facts.recent), findings(facts.recent)
    coming = tuple(post for post in facts.coming if post.state is not PostState.CANCELLED)
    unowned = tuple(post for post in coming if post.is_open and post.owner_id is None)
    missing = tuple(each.post for each in measured if each.counts.is_empty)
    span = [day for day in week.days() if day <= strategy.today(now)]
    return Digest(
        strategy=strategy,
        week=week,
        made_at=now,
        measured=measured,
        before=before,
        targets=against_targets(strategy, measured, facts.check_ins),
        engagements=change_of(Kpi.ENGAGEMENTS, measured, before),
        days=days_of(week, measured, before, strategy.zone),
        platforms=platform_rows(measured, before),
        total=platform_row(None, measured, before),
        kpis=tuple((kpi, figure_of(kpi, measured, facts.check_ins)) for kpi in Kpi),
        worked=tuple(each for each in ranked if each.did_well)[:TOLD],
        failed=tuple(each for each in reversed(ranked) if each.did_badly)[:TOLD],
        findings=tuple(each for each in found if each.is_evident),
        decision=decision_of(ranked, found, coming=coming, unowned=unowned, missing=missing),
        discipline=discipline_of(facts.due, grace=strategy.grace, now=now),
        round=round_of(facts.members, facts.check_ins, span, is_holiday=holiday),
        coming=coming,
        unowned=unowned,
        missing=missing,
        heard=heard_in(facts.check_ins),
    )


def heard_in(check_ins: Iterable[CheckIn]) -> tuple[CheckIn, ...]:
    return tuple(sorted((each for each in check_ins if each.voices or each.learned), key=lambda each: each.day))


def against_targets(
    strategy: Strategy, measured: Sequence[Measured], check_ins: Sequence[CheckIn]
) -> tuple[AgainstTarget, ...]:
    targets = {each.kpi: each for objective in reversed(strategy.open_objectives) for each in objective.targets}
    return tuple(
        AgainstTarget(target=each, figure=figure_of(each.kpi, measured, check_ins)) for each in targets.values()
    )


def change_of(kpi: Kpi, measured: Iterable[Measured], before: Iterable[Measured]) -> Change:
    return Change(now=figure_of(kpi, measured), before=figure_of(kpi, before))


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


def decision_of(
    ranked: Sequence[Standing],
    found: Sequence[Finding],
    *,
    coming: Sequence[Post],
    unowned: Sequence[Post],
    missing: Sequence[Post],
) -> Decision:
    """What most deserves a decision: repeat what clearly worked, else close the plan's gaps."""
    outstanding = next((each for each in ranked if each.is_exceptional), None)
    if outstanding:
        return Decision(kind=DecisionKind.SEQUEL, post=outstanding.post, standing=outstanding)
    for finding in found:
        best = next((each for each in ranked if each.did_well and _is_of(each.post, finding)), None)
        if best and finding.is_evident and finding.is_better:
            return Decision(kind=DecisionKind.KIND, post=best.post, standing=best, finding=finding)
    if not coming:
        return Decision(kind=DecisionKind.EMPTY)
    if unowned:
        return Decision(kind=DecisionKind.OWNERS, count=len(unowned))
    return Decision(kind=DecisionKind.MISSING if missing else DecisionKind.NONE, count=len(missing))


def _is_of(post: Post, finding: Finding) -> bool:
    return post.platform is finding.platform and post.kind is finding.kind
