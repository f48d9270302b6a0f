"""When who is told about a post: soon, now, overdue, and who is told of a silent owner. Knows no clock."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.members import Member
from bot.domain.posts import OVERDUE_AFTER, Post
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.reminder import Reminder, key_of
from bot.domain.reminders.routing import Roster, Route, backups_of, lead, near, responsible_for, route
from bot.domain.strategy import Strategy

SOON = timedelta(minutes=60)
TOO_SOON_AFTER_ALL = timedelta(minutes=10)
"""So close to the due moment “soon” is not sent any more: the ping itself follows."""
SILENT_DAYS = 2
ASKED_AFTER = 5
"""Working days of whoever has it, after which a late post is asked about, once, and leaves their mornings."""


COMES_BY = frozenset({"moved", "assigned", "added", "imported", "drafted", "reopened"})


class Phase(StrEnum):
    """Which of a post's reminders it is; the first word of its key's revision."""

    SOON = "soon"
    NOW = "now"
    SNOOZED = "snoozed"
    OVERDUE = "overdue"
    BACKUP = "backup"
    MANAGER = "manager"
    ASKED = "asked"


def phase_of(delivery: Delivery) -> Phase:
    """Which of a post's reminders *delivery* is."""
    return Phase(delivery.key.rpartition(":")[2].partition("-")[0])


def may_be_owed(post: Post, *, now: datetime) -> bool:
    """Whether one of its reminders can have come by *now*: the first is “soon”, or the end of a snooze before that."""
    if post.due is None:
        return False
    return post.due.at - SOON <= now or (post.snoozed_until is not None and post.snoozed_until <= now)


def post_reminders(post: Post, strategy: Strategy, roster: Roster, *, now: datetime) -> Iterator[Reminder]:
    """Every reminder of an open post that is owed by *now*, expired ones included.

    A snooze silences what lies before its end, and is a reminder of its own.
    """
    if post.due is None or not post.is_open:
        return
    for phase, owed_at in _pings(post, post.due.at):
        if owed_at <= now and not _known_already(post, strategy, phase, owed_at):
            reminder = _ping(post, strategy, roster, phase, owed_at)
            if reminder:
                yield reminder
    if now - post.due.at > timedelta(days=SILENT_DAYS):
        yield from (each for each in _escalations(post, strategy, roster) if each.owed_at <= now)
    if now - post.due.at > timedelta(days=ASKED_AFTER):
        yield from (each for each in _asked_at_last(post, strategy, roster, now=now) if each.owed_at <= now)


def _pings(post: Post, due_at: datetime) -> list[tuple[Phase, datetime]]:
    snoozed = post.snoozed_until
    last = max(due_at, snoozed) if snoozed else due_at
    every = [(Phase.SOON, due_at - SOON), (Phase.NOW, due_at)]
    heard = [(phase, at) for phase, at in every if snoozed is None or at > snoozed]
    asked = [(Phase.SNOOZED, snoozed)] if snoozed else []
    return sorted([*heard, *asked, (Phase.OVERDUE, last + OVERDUE_AFTER)], key=lambda ping: ping[1])


def _known_already(post: Post, strategy: Strategy, phase: Phase, owed_at: datetime) -> bool:
    """Whoever enters a post after its moment knows; a last-minute post for somebody else is still announced."""
    if post.created_at is None or owed_at >= post.created_at:
        return False
    return phase is not Phase.SOON or responsible_for(post, strategy) == post.created_by


def _ping(post: Post, strategy: Strategy, roster: Roster, phase: Phase, owed_at: datetime) -> Reminder | None:
    kind = ReminderKind.OVERDUE if phase is Phase.OVERDUE else ReminderKind.DUE
    to = route(post, strategy, roster, at=owed_at, kind=kind)
    if to and phase is Phase.SOON and _is_told_by_morning(post, roster.people[to.to], roster):
        return None
    return _post_reminder(post, strategy, phase, kind, owed_at, to) if to else None


def _is_told_by_morning(post: Post, reader: Member, roster: Roster) -> bool:
    """Whether their morning names it within the hour before: unless it came into their hands, or to this day, since."""
    assert post.due is not None  # noqa: S101  # callers look first
    day = reader.today(post.due.at)
    morning = reader.at(day, reader.agenda_at)
    is_near = morning <= post.due.at <= morning + SOON
    if not is_near or not reader.wants(ReminderKind.AGENDA) or not roster.works(reader, day):
        return False
    came = [post.created_at, *(change.at for change in post.history if change.what in COMES_BY)]
    return all(at is None or at < morning for at in came)


def _post_reminder(
    post: Post, strategy: Strategy, phase: Phase, kind: ReminderKind, owed_at: datetime, to: Route
) -> Reminder:
    assert post.due is not None  # noqa: S101  # callers look first
    person = responsible_for(post, strategy)
    revision = f"{phase}-{post.moves}" + (f"-{post.snoozes}" if phase not in {Phase.SOON, Phase.NOW} else "")
    expires_at = post.due.at - TOO_SOON_AFTER_ALL if phase is Phase.SOON else over_at(kind, owed_at, zone=strategy.zone)
    return Reminder(
        key=key_of(kind, strategy.id, post.id, person, post.due.day, revision),
        kind=kind,
        strategy_id=strategy.id,
        subject=post.id,
        recipient_id=to.to,
        stand_ins=to.stand_ins,
        owed_at=owed_at,
        expires_at=expires_at,
    )


def _escalations(post: Post, strategy: Strategy, roster: Roster) -> Iterator[Reminder]:
    """After two silent working days the backup, on the next one the manager; without a backup the manager at once.

    A manager who is not there that day is stood in for by somebody else who may act on the post; where nobody may, it
    waits until the manager is back.
    """
    doer = _doer(post, strategy, roster)
    if doer is None or doer.id == strategy.manager_id:
        return
    first = _day_after_silence(post, doer, roster)
    second = roster.next_working_day(doer, first) if first else None
    backup = _backup(post, strategy, roster, doer, first)
    last = second if backup else first
    told = {doer.id, *([backup.id] if backup else [])}
    leading = _lead(post, strategy, roster, doer.at(last, doer.agenda_at), but=told) if last else None
    heard = _there_from(leading, last, post, strategy, roster) if leading and last else None
    for phase, member, day in [(Phase.BACKUP, backup, first), (Phase.MANAGER, leading, heard)]:
        if member and day:
            owed_at = member.at(day, member.agenda_at)
            yield _post_reminder(post, strategy, phase, ReminderKind.ESCALATION, owed_at, Route(to=member.id))


def _asked_at_last(post: Post, strategy: Strategy, roster: Roster, *, now: datetime) -> Iterator[Reminder]:
    """Whether it is to be dropped, moved or kept: whoever has it says so.

    Owed since the last morning they had: also where it was late for long before anybody could ask.
    """
    doer = _in_whose_hands(post, strategy, roster, now=now)
    first = asked_on(post, doer, roster) if doer and doer.wants(ReminderKind.LATE) else None
    if doer is None or first is None or first > doer.today(now):
        return
    today = doer.today(now)
    past = (today - timedelta(days=n) for n in range((today - first).days + 1))
    mornings = (doer.at(day, doer.agenda_at) for day in past if roster.works(doer, day))
    owed_at = next((each for each in mornings if each <= now), None)
    if owed_at:
        yield _post_reminder(post, strategy, Phase.ASKED, ReminderKind.LATE, owed_at, Route(to=doer.id))


def asked_at(post: Post, strategy: Strategy, roster: Roster, *, now: datetime) -> datetime | None:
    """The first morning that asks about it, as far as that is known."""
    doer = _in_whose_hands(post, strategy, roster, now=now)
    day = asked_on(post, doer, roster) if doer and doer.wants(ReminderKind.LATE) else None
    return doer.at(day, doer.agenda_at) if doer and day else None


def asked_on(post: Post, doer: Member, roster: Roster) -> date | None:
    """The working day of *doer* on which a post that is late by then is asked about; None where there is none soon."""
    late_from = max(each for each in (post.due_at, post.snoozed_until) if each) if post.due else None
    day: date | None = doer.today(late_from) if late_from else None
    for _ in range(ASKED_AFTER):
        day = roster.next_working_day(doer, day) if day else None
    return day


def _there_from(leading: Member, day: date, post: Post, strategy: Strategy, roster: Roster) -> date | None:
    """*day*, or for somebody away then their first day back; their own posts they find in their agenda there."""
    if not leading.is_away(day):
        return day
    is_own = leading.id == responsible_for(post, strategy)
    return None if is_own else roster.next_working_day(leading, day)


def _doer(post: Post, strategy: Strategy, roster: Roster) -> Member | None:
    assert post.due is not None  # noqa: S101  # only posts with a due moment are overdue
    to = route(post, strategy, roster, at=post.due.at, kind=None)
    return roster.people.get(to.to) if to else None


def _in_whose_hands(post: Post, strategy: Strategy, roster: Roster, *, now: datetime) -> Member | None:
    """Whose mornings have it as late: its owner once they are there, also where somebody stood in when it was due."""
    owner = roster.people.get(responsible_for(post, strategy))
    is_there = owner is not None and owner.can_be_messaged and not owner.is_away(owner.today(now))
    return owner if is_there else _doer(post, strategy, roster)


def _day_after_silence(post: Post, doer: Member, roster: Roster) -> date | None:
    heard = [post.due_at, post.snoozed_until, post.created_at, *(change.at for change in post.history)]
    day: date | None = doer.today(max(each for each in heard if each))
    for _ in range(SILENT_DAYS + 1):
        day = roster.next_working_day(doer, day) if day else None
    return day


def _backup(post: Post, strategy: Strategy, roster: Roster, doer: Member, day: date | None) -> Member | None:
    ids = [each for each in backups_of(post, strategy) if each not in {doer.id, strategy.manager_id}]
    known = (roster.reachable(each, ReminderKind.OVERDUE) for each in ids)
    return next((each for each in known if each and day and not each.is_away(day)), None)


def _lead(post: Post, strategy: Strategy, roster: Roster, at: datetime, *, but: Collection[str]) -> Member | None:
    return lead(strategy, roster, at=at, kind=ReminderKind.OVERDUE, then=near(post, strategy), but=but)
