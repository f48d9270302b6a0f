"""Keeping the numbers of posts: log, targets, who is asked for what is missing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.errors import UserError
from bot.domain.kpi.comparisons import PeerComparison, comparisons
from bot.domain.kpi.formulas import Measured, can_be_target
from bot.domain.kpi.rates import Counts, Measurement, measurement_of
from bot.domain.limits import COUNT_LIMIT
from bot.domain.members import Member
from bot.domain.moments import Week, local_day
from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders.deliveries import Delivery, DeliveryState
from bot.domain.reminders.reminder import key_of
from bot.domain.reminders.routing import Roster, lead, near, responsible_for
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Strategy, Target
from bot.ports import Store, Transaction
from bot.services.kpi.digest import BASELINE_WEEKS, LOOK_BACK, measured_between
from bot.services.objective.records import remember_objective
from bot.services.people.sight import insiders
from bot.services.people.who_may import Action, refuse_unless
from bot.services.plan.changes import with_line
from bot.services.plan.holidays import is_holiday
from bot.services.post.records import post_in
from bot.services.reminders.owing import mark_changed
from bot.services.undo.deeds import UNDO_FOR, Deed, DeedPart, PartKind, remember

ASKED_AT_ONCE = 3
"""How many posts one person is asked about in one go; `/kpi` lists the rest."""

Changes = Mapping[str, float | None]
"""Names of counts and what they are now; None makes a count unknown. Names that are left out stay as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """A post, the numbers that stand for it now and those before. *advice* names what looks odd, `kpi-advice-…`."""

    post: Post
    measurement: Measurement
    before: Measurement | None = None
    advice: tuple[str, ...] = ()


def known_counts(store: Store, *, strategy: Strategy, post_id: str) -> tuple[Post, list[Measurement]]:
    """A published post and all its measurements, oldest first. Raises `UserError("kpi-not-published")`."""
    with store.transaction() as tx:
        post = published(post_in(tx, strategy, post_id))
        return post, tx.measurements.of_post(post.id)


def published(post: Post) -> Post:
    if post.state is not PostState.PUBLISHED:
        raise UserError("kpi-not-published", post=post.id)
    return post


def log_counts(
    store: Store, *, strategy: Strategy, post_id: str, changes: Changes, by: Member, now: datetime
) -> Logged:
    """Keep a post's counts as they are now. Saying the same again within minutes adds nothing.

    Raises `UserError`: "rights-measure"; for a post that isn't published and for counts nobody can have.
    """
    refuse_unless(by, Action.MEASURE, strategy)
    with store.transaction() as tx:
        post = published(post_in(tx, strategy, post_id))
        before = tx.measurements.latest_of([post.id]).get(post.id)
        counts = changed(before.counts if before else Counts(), changes)
        if before and before.counts == counts and now - before.at < UNDO_FOR:
            return Logged(post=post, measurement=before, advice=advice_on(counts))
        kept = tx.measurements.put(measurement_of(post.id, counts, after=before, now=now, by=by.id))
        mark_weeks(tx, strategy, post)
        remember(tx, _deed(strategy, kept, before, by), now=now)
    return Logged(post=post, measurement=kept, before=before, advice=advice_on(counts))


def _deed(strategy: Strategy, kept: Measurement, before: Measurement | None, by: Member) -> Deed:
    """With the counts that are others now, to be named."""
    changes = differences(before.counts if before else Counts(), kept.counts)
    part = DeedPart(
        kind=PartKind.NUMBERS,
        key=kept.id,
        what="counts",
        also=kept.post_id,
        before={name: was for name, (was, _) in changes.items() if was is not None},
        after={name: now for name, (_, now) in changes.items() if now is not None},
    )
    return Deed(by=by.id, strategy_id=strategy.id, what="counts", parts=(part,), right=Action.MEASURE)


def changed(counts: Counts, changes: Changes) -> Counts:
    """Raises `UserError("kpi-count-negative")`, or `("kpi-count-huge")`."""
    for name, value in changes.items():
        if value is not None and value < 0:
            raise UserError("kpi-count-negative", count=name)
        if value is not None and value > COUNT_LIMIT:
            raise UserError("kpi-count-huge", count=name)
    now: dict[str, Any] = dict(changes)
    return replace(counts, **now)


def advice_on(counts: Counts) -> tuple[str, ...]:
    """What cannot well be so; the platforms disagree on what they count, so it is no refusal."""
    odd = {
        "reach": _is_more(counts.reach, counts.impressions),
        "clicks": _is_more(counts.clicks, counts.impressions),
        "engagements": _is_more(counts.total, counts.impressions),
    }
    return tuple(name for name, is_odd in odd.items() if is_odd)


def _is_more(part: int | None, whole: int | None) -> bool:
    return part is not None and whole is not None and part > whole


def mark_weeks(tx: Transaction, strategy: Strategy, post: Post) -> None:
    """What tells about the post's numbers has to be written again: its messages, digests that count or miss them."""
    mark_changed(tx, strategy.id, post.id)
    if post.published_at is None:
        return
    week = Week.of(local_day(post.published_at, strategy.zone))
    for each in (week.shifted(n) for n in range(LOOK_BACK.days // 7 + 1)):
        mark_changed(tx, strategy.id, str(each))
        mark_changed(tx, strategy.id, f"{each}:details")


def differences(before: Counts, after: Counts) -> dict[str, tuple[float | None, float | None]]:
    """The counts that changed, by name."""
    pairs = {each.name: (getattr(before, each.name), getattr(after, each.name)) for each in fields(Counts)}
    return {name: (was, now) for name, (was, now) in pairs.items() if was != now}


def set_target(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    kpi: Kpi,
    value: float,
    statement: str,
    objective_id: str = "",
) -> Strategy:
    """Set, or replace, the target of a KPI in the current objective, or in the open one of that id.

    *statement* is a new objective's, if needed. Raises `UserError`: "rights-change_plan", "kpi-target-unlikely",
    "objective-not-found".
    """
    refuse_unless(by, Action.CHANGE_PLAN, strategy)
    if not can_be_target(kpi, value):
        raise UserError("kpi-target-unlikely", kpi=kpi.value)
    with store.transaction() as tx:
        known = tx.strategies.get(strategy.id)
        objective = _aimed_at(known, objective_id) or _new_objective(tx, statement, now=now)
        others = [each for each in objective.targets if each.kpi is not kpi]
        aimed = replace(objective, targets=(*others, Target(kpi=kpi, value=value)))
        made = replace(known, objectives=_in_place(known.objectives, aimed))
        kept = tx.strategies.put(with_line(made, "target", by=by, now=now, note=kpi.value))
        was = next((each for each in known.objectives if each.id == aimed.id), None)
        if aimed != was:
            remember_objective(tx, strategy, aimed, was=was, what="target", by=by, now=now)
        return kept


def _aimed_at(strategy: Strategy, objective_id: str) -> Objective | None:
    if not objective_id:
        return strategy.objective
    found = next((each for each in strategy.open_objectives if each.id == objective_id), None)
    if found is None:
        raise UserError("objective-not-found", what=objective_id)
    return found


def _in_place(known: tuple[Objective, ...], aimed: Objective) -> tuple[Objective, ...]:
    """The order stays: the first that is open is the current one."""
    if all(each.id != aimed.id for each in known):
        return (aimed, *known)
    return tuple(aimed if each.id == aimed.id else each for each in known)


def _new_objective(tx: Transaction, statement: str, *, now: datetime) -> Objective:
    number = tx.next_number("objective")
    return Objective(id=f"O{number}", kind=ObjectiveKind.ENGAGEMENT, statement=statement, set_at=now)


def ranked(store: Store, strategy: Strategy, *, now: datetime) -> tuple[list[PeerComparison], list[Measured]]:
    """The posts of the last half year beside their peers, the best first; and all that were published."""
    with store.transaction() as tx:
        recent = measured_between(tx, strategy, now - timedelta(weeks=BASELINE_WEEKS), now)
    return comparisons(recent, recent), recent


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedForNumbers:
    """Who is asked for which numbers, by member id; *already*: who was asked today before.

    *unasked*: posts that nobody can be asked about.
    """

    asked: Mapping[str, tuple[Post, ...]]
    already: Mapping[str, tuple[Post, ...]]
    unasked: tuple[Post, ...] = ()


def ask_for_numbers(store: Store, *, strategy: Strategy, posts: Sequence[Post], now: datetime) -> AskedForNumbers:
    """Owe each responsible person a message about their posts; once for a post and a day."""
    asked: dict[str, tuple[Post, ...]] = {}
    already: dict[str, tuple[Post, ...]] = {}
    unasked: list[Post] = []
    with store.transaction() as tx:
        roster = Roster(people=insiders(tx, tx.members.all(), strategy), is_holiday=is_holiday)
        for post in posts:
            person = _whom_to_ask(post, strategy, roster, now=now)
            if person is None:
                unasked.append(post)
            elif len(asked.get(person, ())) < ASKED_AT_ONCE:
                into = asked if _owe(tx, strategy, post, person, now=now) else already
                into[person] = (*into.get(person, ()), post)
    return AskedForNumbers(asked=asked, already=already, unasked=tuple(unasked))


def _whom_to_ask(post: Post, strategy: Strategy, roster: Roster, *, now: datetime) -> str | None:
    """The responsible, or who hears what is the manager's where they cannot be reached or don't want to be asked."""
    responsible = roster.reachable(responsible_for(post, strategy), ReminderKind.MEASURE)
    kind = ReminderKind.MEASURE
    found = responsible or lead(strategy, roster, at=now, kind=kind, then=near(post, strategy))
    return found.id if found else None


def _owe(tx: Transaction, strategy: Strategy, post: Post, person: str, *, now: datetime) -> bool:
    """Whether it is new."""
    key = key_of(ReminderKind.MEASURE, strategy.id, post.id, person, strategy.today(now), "asked")
    if tx.deliveries.find(key) is not None:
        return False
    tx.deliveries.put(
        Delivery(
            key=key,
            kind=ReminderKind.MEASURE,
            strategy_id=strategy.id,
            subject=post.id,
            recipient_id=person,
            owed_at=now,
            expires_at=over_at(ReminderKind.MEASURE, now, zone=strategy.zone),
        )
    )
    return True


ON_ITS_WAY = frozenset({DeliveryState.PENDING, DeliveryState.CLAIMED, DeliveryState.SENT, DeliveryState.UNKNOWN})


def owe_digest(store: Store, *, strategy: Strategy, week: Week, now: datetime) -> bool:
    """Owe the channel the digest of *week*, under the key of the scheduled one; False where it has or gets it.

    One that expired or was given up is owed once more.
    """
    day = week.shifted(1).days()[strategy.digest_weekday]
    with store.transaction() as tx:
        known = tx.deliveries.of_subject(strategy.id, str(week))
        if any(each.kind is ReminderKind.DIGEST and each.state in ON_ITS_WAY for each in known):
            return False
        key = key_of(ReminderKind.DIGEST, strategy.id, str(week), strategy.channel_id, day, "again" if known else "")
        was = tx.deliveries.find(key)
        tx.deliveries.put(replace(_digest_delivery(strategy, week, key, now=now), rev=was.rev if was else 0))
    return True


def _digest_delivery(strategy: Strategy, week: Week, key: str, *, now: datetime) -> Delivery:
    return Delivery(
        key=key,
        kind=ReminderKind.DIGEST,
        strategy_id=strategy.id,
        subject=str(week),
        recipient_id=strategy.channel_id,
        owed_at=now,
        expires_at=over_at(ReminderKind.DIGEST, now, zone=strategy.zone),
    )
