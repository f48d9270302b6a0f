"""How the morning's agenda comes to be owed: once a day to each member, for all of their strategies."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders import daily
from bot.domain.reminders.day_steps import DayStep
from bot.domain.reminders.deliveries import DeliveryState
from bot.domain.reminders.reminder import Reminder
from bot.services.reminders.facts import (
    Decided,
    ReminderFacts,
    agenda_steps,
    is_to_decide,
    moments_ahead,
    steps_by_doer,
    to_review,
    with_steps,
)
from bot.services.reminders.follow_ups import follow_ups_of
from bot.services.reminders.lines import is_line

MANY = 5000

PostsByMember = Mapping[str, Sequence[Post]]
"""Whoever has posts in hands, with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A member's day on which an agenda may be owed; what everybody has in hands is looked up where it is time."""

    member: Member
    day: date
    posts_by_doer: PostsByMember = field(default_factory=dict)
    unread: PostsByMember = field(default_factory=dict)
    stepped: dict[str, list[DayStep]] = field(default_factory=dict)
    asked: Collection[str] = ()  # who has customers' questions to answer, steps with voices, mistakes to put right
    lines: frozenset[str] = frozenset()
    """Whoever has lines that wait for a morning."""


def mornings(facts: ReminderFacts) -> list[Morning]:
    """Of those whose agenda hour has come and whose day is not decided on."""
    people = [each for each in facts.roster.people.values() if each.can_be_messaged]
    due = [(each, each.today(facts.now)) for each in people if _is_time(each, each.today(facts.now), facts)]
    if not due:
        return []
    posts_by_doer, unread = facts.posts_by_doer(now=facts.now), to_review(facts)
    stepped = steps_by_doer(with_steps(facts), facts, now=facts.now)
    follow_ups = follow_ups_of(facts)
    asked = to_answer(facts) | {each.id for each, _ in due if follow_ups.wait_for(each, now=facts.now)}
    lines = frozenset({*(each.recipient_id for each in facts.lines), *_waiting_lines(facts)})
    everybody = Morning(
        member=due[0][0],
        day=due[0][1],
        posts_by_doer=posts_by_doer,
        unread=unread,
        stepped=stepped,
        asked=asked,
        lines=lines,
    )
    return [replace(everybody, member=member, day=day) for member, day in due]


def _waiting_lines(facts: ReminderFacts) -> set[str]:
    """Whoever has lines in the ledger that no morning took yet."""
    waiting = facts.tx.deliveries.ready(facts.now, limit=MANY)
    return {each.recipient_id for each in waiting if is_line(each) and each.state is DeliveryState.PENDING}


def _is_time(member: Member, day: date, facts: ReminderFacts) -> bool:
    if facts.rhythm.decided.get(_name(member), "") >= day.isoformat():
        return False
    moment = daily.daily_moment(ReminderKind.AGENDA, member, facts.roster, day=day)
    return moment is not None and moment <= facts.now


def _name(member: Member) -> str:
    return f"agenda:{member.id}"


def agendas_owed(morning: Morning, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    member, day = morning.member, morning.day
    decided[_name(member)] = day.isoformat()
    if not is_to_decide(_name(member), daily.moment_of(ReminderKind.AGENDA, member, day), day, facts):
        return
    posts = daily.agenda_posts(member, morning.posts_by_doer.get(member.id, ()), facts.roster, now=facts.now)
    posts += [post for post in morning.unread.get(member.id, ()) if post not in posts]
    steps = agenda_steps(member, morning.stepped, facts, now=facts.now)
    waits = bool(morning.unread.get(member.id) or steps or member.id in morning.lines or member.id in morning.asked)
    if waits or (posts and member.wants(ReminderKind.AGENDA)):
        yield daily.agenda(member, posts, steps, day=day)


def to_answer(facts: ReminderFacts) -> set[str]:
    """Whoever has questions to answer that were given to them: those of before that was kept stand in their round."""
    every = (each for strategy in facts.strategies.values() for each in facts.tx.questions.open_of(strategy.id))
    return {each.owner_id for each in every if each.given_at is not None}


def agendas_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    """The first morning on which an agenda has something to say, to whoever has each post in hands by then."""
    mornings = _mornings_ahead(facts)
    follow_ups = follow_ups_of(facts)
    unread, stepped = {*to_review(facts), *to_answer(facts), *_waiting_lines(facts)}, with_steps(facts)
    for moment in sorted(mornings):
        posts_by_doer, steps = facts.posts_by_doer(now=moment), steps_by_doer(stepped, facts, now=moment)
        if any(
            each.id in unread
            or follow_ups.wait_for(each, now=moment)
            or _has_agenda(each, posts_by_doer, steps, facts, now=moment)
            for each in mornings[moment]
        ):
            yield moment
            return


def _mornings_ahead(facts: ReminderFacts) -> dict[datetime, list[Member]]:
    found: dict[datetime, list[Member]] = {}
    for member in (each for each in facts.roster.people.values() if each.can_be_messaged):
        for moment, _ in moments_ahead(ReminderKind.AGENDA, member, facts):
            found.setdefault(moment, []).append(member)
    return found


def _has_agenda(
    member: Member,
    posts_by_doer: PostsByMember,
    stepped: dict[str, list[DayStep]],
    facts: ReminderFacts,
    *,
    now: datetime,
) -> bool:
    posts = daily.agenda_posts(member, posts_by_doer.get(member.id, ()), facts.roster, now=now)
    return bool((posts and member.wants(ReminderKind.AGENDA)) or agenda_steps(member, stepped, facts, now=now))
