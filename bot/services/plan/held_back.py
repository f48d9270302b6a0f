"""What the plan says about a post: the policies it breaks, the limits it fills, and what is held back for that."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.domain.errors import People, UserError
from bot.domain.members import Member
from bot.domain.moments import at_local
from bot.domain.plan.budgets import (
    Level,
    Limited,
    Usage,
    campaign_usages,
    counts,
    day_of,
    day_usage,
    is_of_campaign,
    month_usage,
)
from bot.domain.plan.policy_checks import OF_THE_MOMENT, PolicyFinding, findings_of
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.people.whom_to_ask import lead_of
from bot.services.plan.holidays import is_holiday

LONGEST_APART = timedelta(days=2)
"""As far around a post as "minutes apart" is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """*findings* are the policies broken, *usages* the limits at 80 % or more that the post counts for."""

    findings: tuple[PolicyFinding, ...] = ()
    usages: tuple[Usage, ...] = ()

    @property
    def errors(self) -> tuple[PolicyFinding, ...]:
        return tuple(each for each in self.findings if each.is_error)

    @property
    def passed(self) -> tuple[Usage, ...]:
        """The limits that are passed."""
        return tuple(each for each in self.usages if each.level is Level.OVER)

    @property
    def holds(self) -> bool:
        return bool(self.errors or self.passed)


class Held(UserError):
    """A policy that is an error, or a limit at 100 %, holds a post back; *verdict* says which, with the numbers.

    *may_override*: whether whoever asked can pass it with a reason.
    """

    def __init__(self, verdict: Verdict, *, strategy: Strategy, manager: People, may_override: bool) -> None:
        self.manager = manager
        super().__init__("held", manager=manager)
        self.verdict = verdict
        self.currency = strategy.currency
        self.may_override = may_override


def policy_findings(tx: Transaction, strategy: Strategy, post: Post, now: datetime) -> tuple[PolicyFinding, ...]:
    """What *post*, saved or not, breaks of the strategy's policies."""
    if not strategy.plan.policies:
        return ()
    return findings_of(post, strategy, _beside(tx, strategy, post), now=now, is_holiday=is_holiday)


def live_with(tx: Transaction, strategy: Strategy, post: Post, now: datetime) -> tuple[PolicyFinding, ...]:
    """The errors that *post* goes out with, nobody having let them pass; its moment is what it is by then."""
    found = () if post.override else policy_findings(tx, strategy, post, now)
    return tuple(each for each in found if each.is_error and each.policy.kind not in OF_THE_MOMENT)


def usages_of(tx: Transaction, strategy: Strategy, post: Post) -> tuple[Usage, ...]:
    """The limits that *post* counts for, as they are with it; not those that are far from full."""
    limits, day = strategy.plan.limits, day_of(post, strategy.zone)
    if not counts(post):
        return ()
    found: list[Usage | None] = []
    if day and limits.posts_a_day is not None:
        found.append(day_usage(_with(post, _due_on(tx, strategy, day, day)), limits, strategy.zone, day))
    if day and limits.spend_a_month is not None and post.spend:
        found.append(month_usage(_with(post, month_posts(tx, strategy, day)), limits, strategy.zone, day))
    if any(is_of_campaign(post, each.name) for each in limits.campaigns) and post.spend:
        every = campaign_usages(_with(post, tx.posts.of_strategy(strategy.id)), limits)
        found += [each for each in every if is_of_campaign(post, each.name)]
    return tuple(each for each in found if each and each.level is not Level.FINE)


def verdict_on(tx: Transaction, strategy: Strategy, post: Post, now: datetime) -> Verdict:
    return Verdict(findings=policy_findings(tx, strategy, post, now), usages=usages_of(tx, strategy, post))


def hold_back(
    tx: Transaction,
    strategy: Strategy,
    post: Post,
    *,
    by: Member,
    now: datetime,
    was: Post | None = None,
    override: str = "",
    is_move: bool = False,
) -> Post:
    """*post* as it may be kept, with the reason where it passes a rule or a limit; *was* is what is stored of it.

    What an edit does not make worse holds nothing back, nor what was passed with a reason before; a move is held
    back for the moment only. Raises `Held`, and `UserError("rights-override")` for a reason of somebody else.
    """
    verdict = verdict_on(tx, strategy, post, now)
    worse = _worse(verdict, tx, strategy, post, was, now, is_move=is_move)
    if not worse.holds:
        return post if verdict.holds or not post.override else replace(post, override="")
    if not override.strip():
        manager, may_override = lead_of(tx, strategy, by), may(by, Action.OVERRIDE, strategy, post)
        raise Held(worse, strategy=strategy, manager=manager, may_override=may_override)
    refuse_unless(by, Action.OVERRIDE, strategy, post)
    return replace(post, override=override.strip()).noted("override", by=by.id, at=now, note=override.strip())


def made_worse(tx: Transaction, strategy: Strategy, post: Post, *, was: Post | None, now: datetime) -> Verdict:
    """What holds *post* back by the rules of `hold_back`: it `holds`, or it does not."""
    return _worse(verdict_on(tx, strategy, post, now), tx, strategy, post, was, now, is_move=False)


def _worse(
    verdict: Verdict, tx: Transaction, strategy: Strategy, post: Post, was: Post | None, now: datetime, *, is_move: bool
) -> Verdict:
    findings = verdict.errors
    if is_move:
        findings = tuple(each for each in findings if each.policy.kind in OF_THE_MOMENT)
    if was is None:
        return replace(verdict, findings=findings)
    if post.override and findings:
        before = policy_findings(tx, strategy, replace(was, state=post.state), now)
        findings = tuple(each for each in findings if each not in before)
    usages = tuple(each for each in verdict.usages if _adds_to(each, was, post, strategy.zone))
    return Verdict(findings=findings, usages=usages)


def _adds_to(usage: Usage, was: Post, post: Post, zone: str) -> bool:
    """Whether the limit is fuller with *post* than it was with *was*."""
    return _part_in(usage, post, zone) > _part_in(usage, was, zone)


def _part_in(usage: Usage, post: Post, zone: str) -> float:
    day = day_of(post, zone)
    if not counts(post):
        return 0
    if usage.of is Limited.DAY:
        return float(day == usage.day)
    if usage.of is Limited.MONTH:
        is_inside = day and usage.day and (day.year, day.month) == (usage.day.year, usage.day.month)
        return (post.spend or 0) if is_inside else 0
    return (post.spend or 0) if is_of_campaign(post, usage.name) else 0


def month_posts(tx: Transaction, strategy: Strategy, day: date) -> list[Post]:
    """What is due or went out in the month of *day*."""
    first = day.replace(day=1)
    return _due_on(tx, strategy, first, _next_month(first) - timedelta(days=1))


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _due_on(tx: Transaction, strategy: Strategy, first: date, last: date) -> list[Post]:
    start = at_local(first, time(), strategy.zone)
    return _between(tx, strategy, start, at_local(last + timedelta(days=1), time(), strategy.zone))


def _with(post: Post, posts: list[Post]) -> list[Post]:
    """*posts* with *post* as it is now, once."""
    return [post, *(each for each in posts if each.id != post.id)]


def _beside(tx: Transaction, strategy: Strategy, post: Post) -> list[Post]:
    if post.due is None:
        return []
    return _between(tx, strategy, post.due.at - LONGEST_APART, post.due.at + LONGEST_APART)


def _between(tx: Transaction, strategy: Strategy, start: datetime, end: datetime) -> list[Post]:
    due = tx.posts.due_between(start, end, strategy_id=strategy.id)
    live = tx.posts.published_between(start, end, strategy_id=strategy.id)
    return list({each.id: each for each in (*due, *live)}.values())
