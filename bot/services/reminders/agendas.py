"""How the morning's agenda comes to be owed: once a day to each member, for all of their strategies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from bot.domain.members import Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders import daily
from bot.domain.reminders.day_steps import DayStep
from bot.domain.reminders.reminder import Reminder
from bot.services.reminders.facts import (
    Decided,
    Scene,
    agenda_steps,
    is_to_decide,
    moments_ahead,
    steps_by_holder,
    to_review,
    with_steps,
)

Held = Mapping[str, Sequence[Post]]
"""Whoever has posts in hands, with them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A member's day on which an agenda may be owed; what everybody has in hands is looked up where it is time."""

    member: Member
    day: date
    held: Held = field(default_factory=dict)
    unread: Held = field(default_factory=dict)
    stepped: dict[str, list[DayStep]] = field(default_factory=dict)


def mornings(scene: Scene) -> list[Morning]:
    """Of those whose agenda hour has come and whose day is not decided on."""
    people = [each for each in scene.roster.people.values() if each.can_be_messaged]
    due = [(each, each.today(scene.now)) for each in people if _is_time(each, each.today(scene.now), scene)]
    if not due:
        return []
    held, unread = scene.held(now=scene.now), to_review(scene)
    stepped = steps_by_holder(with_steps(scene), scene, now=scene.now)
    return [Morning(member=member, day=day, held=held, unread=unread, stepped=stepped) for member, day in due]


def _is_time(member: Member, day: date, scene: Scene) -> bool:
    if scene.rhythm.decided.get(_name(member), "") >= day.isoformat():
        return False
    moment = daily.daily_moment(ReminderKind.AGENDA, member, scene.roster, day=day)
    return moment is not None and moment <= scene.now


def _name(member: Member) -> str:
    return f"agenda:{member.id}"


def agendas_owed(morning: Morning, scene: Scene, decided: Decided) -> Iterator[Reminder]:
    member, day = morning.member, morning.day
    decided[_name(member)] = day.isoformat()
    if not is_to_decide(_name(member), daily.moment_of(ReminderKind.AGENDA, member, day), day, scene):
        return
    posts = daily.agenda_posts(member, morning.held.get(member.id, ()), scene.roster, now=scene.now)
    posts += [post for post in morning.unread.get(member.id, ()) if post not in posts]
    steps = agenda_steps(member, morning.stepped, scene, now=scene.now)
    if (posts or steps) and member.wants(ReminderKind.AGENDA):
        yield daily.agenda(member, posts, steps, day=day)


def agendas_ahead(scene: Scene) -> Iterator[datetime]:
    """The first morning on which an agenda has something to say, to whoever has each post in hands by then."""
    mornings = _mornings_ahead(scene)
    unread, stepped = to_review(scene), with_steps(scene)
    for moment in sorted(mornings):
        held, steps = scene.held(now=moment), steps_by_holder(stepped, scene, now=moment)
        if any(each.id in unread or _has_agenda(each, held, steps, scene, now=moment) for each in mornings[moment]):
            yield moment
            return


def _mornings_ahead(scene: Scene) -> dict[datetime, list[Member]]:
    found: dict[datetime, list[Member]] = {}
    for member in scene.roster.wanting(scene.roster.people, ReminderKind.AGENDA):
        for moment, _ in moments_ahead(ReminderKind.AGENDA, member, scene):
            found.setdefault(moment, []).append(member)
    return found


def _has_agenda(member: Member, held: Held, stepped: dict[str, list[DayStep]], scene: Scene, *, now: datetime) -> bool:
    posts = daily.agenda_posts(member, held.get(member.id, ()), scene.roster, now=now)
    return bool(posts or agenda_steps(member, stepped, scene, now=now))
