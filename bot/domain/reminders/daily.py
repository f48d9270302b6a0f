"""What comes by the calendar rather than by a post: agenda, check-in, unowned posts, digest, missing numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.domain.members import Member
from bot.domain.moments import Week, at_local, days, local_day
from bot.domain.posts import Post
from bot.domain.reminder_columns import Hour
from bot.domain.reminder_kinds import ReminderKind, over_at, row_of
from bot.domain.reminders.day_steps import DayStep
from bot.domain.reminders.posts import ASKED_AFTER, asked_on
from bot.domain.reminders.reminder import Reminder, key_of
from bot.domain.reminders.routing import Roster, lead, near, plan_people, responsible_for, route
from bot.domain.strategy import Strategy

UNOWNED_AHEAD = timedelta(days=7)
MEASURED_AFTER = timedelta(days=7)
RADAR_DAY = 25
AGENDA_AHEAD = timedelta(days=8)
"""As far as the agenda of a last working day looks; a longer closure is announced up to here."""


def moment_of(kind: ReminderKind, member: Member, day: date) -> datetime:
    """When a daily message of *kind* comes to *member*, by their own clock."""
    return member.at(day, member.check_in_at if row_of(kind).hour is Hour.ROUND else member.agenda_at)


def daily_moment(kind: ReminderKind, member: Member, roster: Roster, *, day: date) -> datetime | None:
    """When a daily message of *member* is owed on *day*; None on a day they don't work."""
    return moment_of(kind, member, day) if roster.works(member, day) else None


def agenda_posts(member: Member, theirs: Iterable[Post], roster: Roster, *, now: datetime) -> list[Post]:
    """Of the open posts that *member* is to do, those that today's agenda lists, by due moment.

    Overdue ones until they are asked about, today's, and on a last working day those of the free days that follow.
    """
    until = member.at(agenda_end(member, roster, now=now), time())
    near = [post for post in theirs if post.due and post.due.at < until]
    listed = [post for post in near if not is_left_alone(post, member, roster, now=now)]
    return sorted(listed, key=lambda post: (post.due_at, post.id))


def is_left_alone(post: Post, member: Member, roster: Roster, *, now: datetime) -> bool:
    """Whether it has been late for so long that *member* is asked about it, once, and no morning lists it any more."""
    if post.due is None or now - post.due.at <= timedelta(days=ASKED_AFTER):
        return False
    day = asked_on(post, member, roster)
    return day is not None and day <= member.today(now)


def agenda_end(member: Member, roster: Roster, *, now: datetime) -> date:
    """The first day that today's agenda leaves to the next one."""
    today = member.today(now)
    return roster.next_working_day(member, today, within=AGENDA_AHEAD.days) or today + timedelta(days=1)


def doer_of(post: Post, strategy: Strategy, roster: Roster, *, now: datetime) -> str | None:
    """Whose turn an open post is: whoever is told when it is due, or now where that is past."""
    at = max(now, post.due.at) if post.due else now
    to = route(post, strategy, roster, at=at, kind=None)
    return to.to if to else None


def agenda(member: Member, posts: list[Post], steps: Iterable[DayStep] = (), *, day: date) -> Reminder:
    """One for all strategies of *member*."""
    owed_at = moment_of(ReminderKind.AGENDA, member, day)
    return Reminder(
        key=key_of(ReminderKind.AGENDA, "", day.isoformat(), member.id, day),
        kind=ReminderKind.AGENDA,
        strategy_id="",
        subject=day.isoformat(),
        recipient_id=member.id,
        owed_at=owed_at,
        expires_at=over_at(ReminderKind.AGENDA, owed_at, zone=member.zone),
        parts=(*(post.id for post in posts), *(each.part for each in steps)),
    )


def check_in(member: Member, strategy: Strategy, *, day: date) -> Reminder:
    owed_at = moment_of(ReminderKind.CHECK_IN, member, day)
    return Reminder(
        key=key_of(ReminderKind.CHECK_IN, strategy.id, day.isoformat(), member.id, day),
        kind=ReminderKind.CHECK_IN,
        strategy_id=strategy.id,
        subject=day.isoformat(),
        recipient_id=member.id,
        owed_at=owed_at,
        expires_at=over_at(ReminderKind.CHECK_IN, owed_at, zone=member.zone),
    )


def unowned(reader: Member, strategy: Strategy, posts: list[Post], *, day: date) -> Reminder:
    """Owed to the manager; *reader* is they, or stands in for them."""
    owed_at = moment_of(ReminderKind.UNOWNED, reader, day)
    return Reminder(
        key=key_of(ReminderKind.UNOWNED, strategy.id, day.isoformat(), strategy.manager_id, day),
        kind=ReminderKind.UNOWNED,
        strategy_id=strategy.id,
        subject=day.isoformat(),
        recipient_id=reader.id,
        owed_at=owed_at,
        expires_at=over_at(ReminderKind.UNOWNED, owed_at, zone=reader.zone),
        parts=tuple(post.id for post in posts),
    )


def leading(strategy: Strategy, roster: Roster, kind: ReminderKind, *, at: datetime) -> Member | None:
    """Who hears on that day of the strategy as a whole: the manager, or who stands in for them."""
    return lead(strategy, roster, at=at, kind=kind, then=plan_people(strategy))


def is_unowned_soon(post: Post, *, now: datetime) -> bool:
    return post.owner_id is None and post.due is not None and now <= post.due.at < now + UNOWNED_AHEAD


AFTER_MORNING = timedelta(hours=1)


def radar(reader: Member, strategy: Strategy, roster: Roster, *, now: datetime) -> Reminder | None:
    """What the next month lacks: on the first day from the 25th on that *reader* works, within a month; an hour after
    their morning, so that the two do not come at once.

    Owed to the manager; *reader* is they, or stands in for them. None where there is no such day.
    """
    first, last = _radar_days(reader.today(now))
    day = _radar_day(reader, roster, first, last)
    if day is None:
        return None
    owed_at = moment_of(ReminderKind.RADAR, reader, day) + AFTER_MORNING
    if strategy.created_at is not None and owed_at < strategy.created_at:
        return None
    following = f"{last + timedelta(days=1):%Y-%m}"
    return Reminder(
        key=key_of(ReminderKind.RADAR, strategy.id, following, strategy.manager_id, last),
        kind=ReminderKind.RADAR,
        strategy_id=strategy.id,
        subject=following,
        recipient_id=reader.id,
        owed_at=owed_at,
        expires_at=over_at(ReminderKind.RADAR, owed_at, zone=reader.zone),
    )


def _radar_days(today: date) -> tuple[date, date]:
    """The latest 25th, and the last day of its month."""
    first = (today if today.day >= RADAR_DAY else today.replace(day=1) - timedelta(days=1)).replace(day=RADAR_DAY)
    return first, (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _radar_day(reader: Member, roster: Roster, first: date, last: date) -> date | None:
    return next(
        (each for each in days(first, last + timedelta(days=RADAR_DAY - 1)) if roster.works(reader, each)), None
    )


def radar_reader(strategy: Strategy, roster: Roster, *, now: datetime) -> Member | None:
    """The manager: it waits for them as long as it is worth reading. Else who stands in for them on the 25th."""
    manager = roster.reachable(strategy.manager_id, ReminderKind.RADAR)
    first, last = _radar_days(manager.today(now) if manager else strategy.today(now))
    if manager is not None and _radar_day(manager, roster, first, last) is not None:
        return manager
    return leading(strategy, roster, ReminderKind.RADAR, at=at_local(first, time(12), strategy.zone))


def begins_week(member: Member, day: date, roster: Roster) -> bool:
    """Whether *day* is the first of its week that *member* works."""
    return next((each for each in Week.of(day).days() if roster.works(member, each)), None) == day


def radar_line(reader: Member, strategy: Strategy, *, day: date) -> Reminder:
    """What the week of *day* lacks. Owed to the manager; *reader* is they, or stands in for them."""
    monday, owed_at = Week.of(day).monday, moment_of(ReminderKind.RADAR_LINE, reader, day)
    return Reminder(
        key=key_of(ReminderKind.RADAR_LINE, strategy.id, monday.isoformat(), strategy.manager_id, monday),
        kind=ReminderKind.RADAR_LINE,
        strategy_id=strategy.id,
        subject=monday.isoformat(),
        recipient_id=reader.id,
        owed_at=owed_at,
        expires_at=over_at(ReminderKind.RADAR_LINE, owed_at, zone=reader.zone),
    )


def digest(strategy: Strategy, *, now: datetime) -> Reminder | None:
    """The latest digest whose moment has come: of the week before that moment."""
    owed_at = digest_moment(strategy, now=now)
    if strategy.created_at is not None and owed_at < strategy.created_at:
        return None
    day = local_day(owed_at, strategy.zone)
    week = str(Week.of(day).shifted(-1))
    return Reminder(
        key=key_of(ReminderKind.DIGEST, strategy.id, week, strategy.channel_id, day),
        kind=ReminderKind.DIGEST,
        strategy_id=strategy.id,
        subject=week,
        recipient_id=strategy.channel_id,
        owed_at=owed_at,
        expires_at=over_at(ReminderKind.DIGEST, owed_at, zone=strategy.zone),
    )


DETAILS = ":details"
"""Ends the subject of the message in a digest's thread."""


def digest_details(digest: Reminder, sent_at: datetime) -> Reminder:
    """Every post with its numbers, in the thread of a *digest* that was sent then."""
    return replace(digest, key=digest.key + DETAILS, subject=digest.subject + DETAILS, owed_at=sent_at)


def digest_moment(strategy: Strategy, *, now: datetime, weeks: int = 0) -> datetime:
    """The latest moment of a digest up to *now*, or that many weeks later."""
    today = strategy.today(now)
    day = today - timedelta(days=(today.weekday() - strategy.digest_weekday) % 7)
    if at_local(day, strategy.digest_at, strategy.zone) > now:
        day -= timedelta(weeks=1)
    return at_local(day + timedelta(weeks=weeks), strategy.digest_at, strategy.zone)


def measure_key(post: Post, strategy: Strategy) -> str:
    """Of a published post."""
    day = local_day(post.published_at, strategy.zone) if post.published_at else date.min
    return key_of(ReminderKind.MEASURE, strategy.id, post.id, responsible_for(post, strategy), day)


def measure(post: Post, strategy: Strategy, roster: Roster) -> Reminder | None:
    """Asks for the numbers of a published post, a week later, in the morning of whoever owns it."""
    person = responsible_for(post, strategy)
    if post.published_at is None or _has_muted(person, roster):
        return None
    asked_at = post.published_at + MEASURED_AFTER
    member = roster.reachable(person, ReminderKind.MEASURE) or lead(
        strategy, roster, at=asked_at, kind=ReminderKind.MEASURE, then=near(post, strategy)
    )
    if member is None:
        return None
    owed_at = morning_after(member, roster, asked_at)
    return Reminder(
        key=measure_key(post, strategy),
        kind=ReminderKind.MEASURE,
        strategy_id=strategy.id,
        subject=post.id,
        recipient_id=member.id,
        owed_at=owed_at,
        expires_at=over_at(ReminderKind.MEASURE, owed_at, zone=member.zone),
    )


def _has_muted(member_id: str, roster: Roster) -> bool:
    member = roster.people.get(member_id)
    return member is not None and member.can_be_messaged and not member.wants(ReminderKind.MEASURE)


def morning_after(member: Member, roster: Roster, moment: datetime) -> datetime:
    """The first morning of a working day of *member* that is not before *moment*."""
    day = member.today(moment)
    if roster.works(member, day) and moment <= member.at(day, member.agenda_at):
        return member.at(day, member.agenda_at)
    following = roster.next_working_day(member, day)
    return member.at(following, member.agenda_at) if following else moment


def nth_morning(member: Member, roster: Roster, moment: datetime, n: int) -> datetime:
    """That of the *n*th working day of *member* after the day of *moment*."""
    day = member.today(moment)
    for _ in range(n):
        day = roster.next_working_day(member, day) or day
    return member.at(day, member.agenda_at)


def next_morning(member: Member, roster: Roster, moment: datetime) -> datetime:
    """The first one of a working day of *member* that is not before *moment*."""
    morning = member.at(member.today(moment), member.agenda_at)
    if moment <= morning and roster.works(member, member.today(moment)):
        return morning
    return nth_morning(member, roster, moment, 1)


def working_moment(member: Member, roster: Roster, moment: datetime) -> datetime:
    """*moment* where it falls between the member's agenda and check-in of a working day, else their next agenda."""
    day = member.today(moment)
    if roster.works(member, day):
        if moment <= member.at(day, member.agenda_at):
            return member.at(day, member.agenda_at)
        if moment <= member.at(day, member.check_in_at):
            return moment
    following = roster.next_working_day(member, day)
    return member.at(following, member.agenda_at) if following else moment


def days_since(member: Member, *, last: datetime, now: datetime, at_most: int = 7) -> Iterator[date]:
    """The member's local days from *last* to *now*, only the latest ones after a long silence."""
    today = member.today(now)
    first = max(member.today(last), today - timedelta(days=at_most))
    return days(first, today)
