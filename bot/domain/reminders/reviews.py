"""Who reviews a post, when they are told, and what has to be read again after a change. Knows no clock."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from bot.domain.members import Member
from bot.domain.moments import local, local_day
from bot.domain.post.fields import Trait, names_with
from bot.domain.posts import Post, PostState
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders.daily import nth_morning, working_moment
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.reminder import Reminder, key_of
from bot.domain.reminders.routing import Roster, is_there, lead
from bot.domain.strategy import Strategy

AGAIN = 2
"""In how many mornings a silent reviewer is asked again, before the manager is."""
ABSENT = "absent"
"""Begins the key's revision of what tells who asked that their reviewer is away."""
LONG_SILENT = timedelta(days=AGAIN + 1)

READ = names_with(Trait.READ)
"""What a reviewer reads: a change of anything else leaves an approval as it is."""


def reviewer_of(post: Post, strategy: Strategy) -> str | None:
    """The post's own, else the platform's, else the manager; never its owner, who can't approve it. None: nobody."""
    plan = strategy.plan_of(post.platform)
    named = (post.reviewer_id, plan.reviewer_id if plan else None, strategy.manager_id)
    return next((each for each in named if each and each != post.owner_id), None)


def is_with_reviewer(post: Post, strategy: Strategy, member_id: str) -> bool:
    return post.state is PostState.IN_REVIEW and reviewer_of(post, strategy) == member_id


def is_unapproved(post: Post, strategy: Strategy) -> bool:
    """Whether publishing it now would pass over the review that its platform asks for."""
    return post.is_open and post.state is not PostState.APPROVED and strategy.needs_review(post.platform)


def reads_differently(was: Post, post: Post) -> bool:
    return any(getattr(was, name) != getattr(post, name) for name in READ)


def review_reminders(post: Post, strategy: Strategy, roster: Roster) -> Iterator[Reminder]:
    """The reviewer at once, again twice while they are silent, then the manager.

    A reviewer who is away is stood in for by the manager, a manager who is away by somebody else who may approve it.
    """
    reviewer, asked_at = reviewer_of(post, strategy), post.review_asked_at
    if post.state is not PostState.IN_REVIEW or reviewer is None or asked_at is None:
        return
    first = roster.people.get(reviewer)
    if first and first.can_be_messaged and not first.wants(ReminderKind.REVIEW):
        return
    to = asked_of(post, strategy, roster, at=asked_at)
    if to is None:
        return
    person = reviewer if to is first else strategy.manager_id
    heard_at = _heard_at(post, to, roster, asked_at)
    if to.id != post.review_asked_by:  # who takes it upon themselves knows
        yield _reminder(post, strategy, person, to, "asked", heard_at)
    if to is first:
        yield from _while_away(post, strategy, roster, to, asked_at)
    for n in range(1, AGAIN + 1):
        owed_at = nth_morning(to, roster, heard_at, n)
        yield _reminder(post, strategy, person, to, f"again{n}", owed_at, kind=ReminderKind.REVIEW_AGAIN)
    yield from _told_at_last(post, strategy, roster, asked_at, told={reviewer, to.id})


def _heard_at(post: Post, to: Member, roster: Roster, asked_at: datetime) -> datetime:
    """At once; where they are away or off that day, once they work again. What is due before then can't wait for it."""
    back = working_days_later(to, roster, asked_at, 0)
    is_due_before = post.due is not None and post.due.at <= back
    is_at_work = roster.works(to, to.today(asked_at))
    return asked_at if is_at_work or (is_due_before and is_there(to, at=asked_at)) else back


def asked_of(post: Post, strategy: Strategy, roster: Roster, *, at: datetime) -> Member | None:
    """Who is asked at *at*: the reviewer, while they are away whoever else may approve it, else they, once back.

    None where nobody can be.
    """
    reviewer = reviewer_of(post, strategy) or ""
    first = roster.people.get(reviewer)
    if is_there(first, at=at):
        return first
    waiting = first if first and first.can_be_messaged else None
    return _lead(post, strategy, roster, at=at, but={reviewer}) or waiting


def _while_away(
    post: Post, strategy: Strategy, roster: Roster, reviewer: Member, asked_at: datetime
) -> Iterator[Reminder]:
    """A reviewer who goes away before they answered: somebody else who may approve it is asked, and who asked told."""
    ahead = sorted(each.first for each in reviewer.absences if each.first > reviewer.today(asked_at))
    if not ahead:
        return
    gone_at = reviewer.at(ahead[0], reviewer.agenda_at)
    leading = _lead(post, strategy, roster, at=gone_at, but={reviewer.id})
    instead = leading if is_there(leading, at=gone_at) else None
    if instead is not None:
        moment = working_moment(instead, roster, gone_at)
        yield _reminder(post, strategy, strategy.manager_id, instead, "instead", moment)
    asker = roster.reachable(post.review_asked_by or "", ReminderKind.REVIEW)
    if asker is not None and asker not in (reviewer, instead):
        yield _reminder(post, strategy, asker.id, asker, ABSENT, working_moment(asker, roster, gone_at))


def tells_of_absence(delivery: Delivery) -> bool:
    """Whether it tells who asked that their reviewer is away."""
    return delivery.key.rpartition(":")[2].startswith(f"{ABSENT}-")


def _told_at_last(
    post: Post, strategy: Strategy, roster: Roster, asked_at: datetime, *, told: Collection[str]
) -> Iterator[Reminder]:
    """The manager, or who stands in for them on the day on which they would hear of it."""
    manager = roster.people.get(strategy.manager_id)
    if strategy.manager_id in told or strategy.manager_id == post.owner_id:
        return
    at_work = replace(manager, absences=()) if manager else None
    moment = working_days_later(at_work, roster, asked_at, AGAIN + 1) if at_work else None
    leading = _lead(post, strategy, roster, at=moment or asked_at + LONG_SILENT, but=told)
    if leading is not None:
        owed_at = nth_morning(leading, roster, asked_at, AGAIN + 1)
        yield _reminder(
            post, strategy, strategy.manager_id, leading, "manager", owed_at, kind=ReminderKind.REVIEW_AGAIN
        )


def is_asked_still(post: Post, delivery: Delivery) -> bool:
    """Whether a message about a review is about the question that stands: the post was not asked about anew since."""
    if post.state is not PostState.IN_REVIEW or post.review_asked_at is None:
        return False
    return delivery.key.rpartition("-")[2] == _stamp(post.review_asked_at)


def _stamp(asked_at: datetime) -> str:
    return str(int(asked_at.timestamp()))


def working_days_later(member: Member, roster: Roster, moment: datetime, n: int) -> datetime:
    """*n* times 24 hours of the member's working days after *moment*, where they are awake to read it."""
    day, clock = member.today(moment), local(moment, member.zone).time()
    if not roster.works(member, day):
        day, clock = roster.next_working_day(member, day) or day, time()
    for _ in range(n):
        day = roster.next_working_day(member, day) or day
    return working_moment(member, roster, member.at(day, clock))


def _lead(post: Post, strategy: Strategy, roster: Roster, *, at: datetime, but: Collection[str]) -> Member | None:
    """Of those who may approve *post*: never its owner."""
    plan = strategy.plan_of(post.platform)
    then = [plan.reviewer_id] if plan and plan.reviewer_id else []
    never = {*but, post.owner_id or ""}
    return lead(strategy, roster, at=at, kind=ReminderKind.REVIEW, then=then, but=never)


def _reminder(
    post: Post,
    strategy: Strategy,
    person: str,
    to: Member,
    phase: str,
    owed_at: datetime,
    *,
    kind: ReminderKind = ReminderKind.REVIEW,
) -> Reminder:
    """*person*: whom it is owed to; *to* stands in for them."""
    assert post.review_asked_at is not None  # noqa: S101  # callers look first
    asked = post.review_asked_at
    revision = f"{phase}-{_stamp(asked)}"
    return Reminder(
        key=key_of(kind, strategy.id, post.id, person, local_day(asked, strategy.zone), revision),
        kind=kind,
        strategy_id=strategy.id,
        subject=post.id,
        recipient_id=to.id,
        owed_at=owed_at,
        expires_at=over_at(kind, owed_at, zone=to.zone),
    )
