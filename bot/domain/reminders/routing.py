"""Who is told about a post: its owner, or whoever stands in for them on that day. Knows no Slack."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.members import IsHoliday, Member
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.strategy import Strategy


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """Who is who, and who works when. Somebody who is not in *people* cannot be told anything yet."""

    people: Mapping[str, Member]
    is_holiday: IsHoliday

    def reachable(self, member_id: str, kind: ReminderKind | None) -> Member | None:
        """The member, unless Slack lets nobody write to them or they turned *kind* off (None: whatever they did)."""
        found = self.people.get(member_id)
        return found if found and found.can_be_messaged and _wants(found, kind) else None

    def wanting(self, ids: Iterable[str], kind: ReminderKind) -> list[Member]:
        """Those of *ids* who can be told, and want to be."""
        found = (self.reachable(each, kind) for each in ids)
        return [each for each in found if each]

    def works(self, member: Member, day: date) -> bool:
        return member.works_on(day, self.is_holiday)

    def next_working_day(self, member: Member, after: date, *, within: int = 31) -> date | None:
        """The first working day later than *after*, if there is one within that many days."""
        ahead = (after + timedelta(days=n) for n in range(1, within + 1))
        return next((day for day in ahead if self.works(member, day)), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """*to* gets it; the first of *stand_ins* who is not in do-not-disturb takes it where *to* is."""

    to: str
    stand_ins: tuple[str, ...] = ()


def responsible_for(post: Post, strategy: Strategy) -> str:
    """The owner, else the platform's, else the manager: a post is never nobody's."""
    plan = strategy.plan_of(post.platform)
    return post.owner_id or (plan.owner_id if plan else None) or strategy.manager_id


def next_lead(strategy: Strategy, posts: Iterable[Post], people: Iterable[Member]) -> str | None:
    """Who follows a manager who is gone: an owner of a platform, their backup, a reviewer, the round, then the owner of
    most of the open *posts*, then an admin. None where nobody of *people* is any of these.
    """
    plans = strategy.platforms
    owners = Counter(each.owner_id for each in posts if each.is_open)
    named = [
        *plan_people(strategy),
        *(each.reviewer_id for each in plans),
        *strategy.round_ids,
        *(owner for owner, _ in owners.most_common()),
    ]
    there = {each.id: each for each in people if each.can_be_messaged}
    admins = sorted(each.id for each in there.values() if each.is_admin)
    return next((each for each in (*named, *admins) if each in there), None)


def backups_of(post: Post, strategy: Strategy) -> tuple[str, ...]:
    """The post's own backup, then the platform's."""
    plan = strategy.plan_of(post.platform)
    named = [post.backup_id, plan.backup_id if plan else None]
    first = responsible_for(post, strategy)
    return tuple(dict.fromkeys(each for each in named if each and each != first))


def route(
    post: Post, strategy: Strategy, roster: Roster, *, at: datetime, kind: ReminderKind | None = ReminderKind.DUE
) -> Route | None:
    """Who is told about *post* at *at*, or None where the responsible person turned *kind* off.

    Somebody away hands over to the backup, then the platform's backup, then to whoever hears what is the manager's.
    On a weekend or holiday of the owner a backup who works takes it; where none does, the owner still gets it on
    time. *kind* None asks in whose hands the post is, whatever they turned off.
    """
    first = roster.people.get(responsible_for(post, strategy))
    if first and first.can_be_messaged and not _wants(first, kind):
        return None
    backups = _present(backups_of(post, strategy), roster, at, kind)
    working = [each for each in backups if roster.works(each, each.today(at))]
    if first is None or not first.can_be_messaged or first.is_away(first.today(at)):
        return _instead(first, working or backups, lead(strategy, roster, at=at, kind=kind, then=near(post, strategy)))
    if roster.works(first, first.today(at)) or not working:
        return Route(to=first.id, stand_ins=tuple(each.id for each in working))
    return Route(to=working[0].id, stand_ins=tuple(each.id for each in working[1:]))


def _wants(member: Member, kind: ReminderKind | None) -> bool:
    return kind is None or member.wants(kind)


def _present(ids: tuple[str, ...], roster: Roster, at: datetime, kind: ReminderKind | None) -> list[Member]:
    known = [roster.reachable(each, kind) for each in ids]
    return [each for each in known if each and not each.is_away(each.today(at))]


def _instead(first: Member | None, backups: list[Member], leading: Member | None) -> Route | None:
    if backups:
        return Route(to=backups[0].id, stand_ins=tuple(each.id for each in backups[1:]))
    # Everybody is away: better a message that waits than a post that is missed.
    last = leading or (first if first and first.can_be_messaged else None)
    return Route(to=last.id) if last else None


def near(post: Post, strategy: Strategy) -> tuple[str, ...]:
    """Who may act on *post* beside its owner and the manager: its backups, the platform's owner, whoever made it."""
    plan = strategy.plan_of(post.platform)
    others = [plan.owner_id if plan else None, post.created_by]
    return tuple(dict.fromkeys([*backups_of(post, strategy), *(each for each in others if each)]))


def lead(
    strategy: Strategy,
    roster: Roster,
    *,
    at: datetime,
    kind: ReminderKind | None,
    then: Iterable[str],
    but: Collection[str] = (),
) -> Member | None:
    """Who hears at *at* what is the manager's to hear: they, unless away, else the first who is there of *then*.

    After those come the workspace's admins. Where nobody is there it waits for the manager. *but*: who is no answer,
    like the one it is about. None where the manager turned *kind* off.
    """
    manager = roster.people.get(strategy.manager_id)
    if manager and manager.can_be_messaged and not _wants(manager, kind):
        return None
    admins = sorted(each.id for each in roster.people.values() if each.is_admin)
    named = (each for each in dict.fromkeys([strategy.manager_id, *then, *admins]) if each not in but)
    there = _present(tuple(named), roster, at, kind)
    waiting = manager if manager and manager.can_be_messaged and manager.id not in but else None
    return there[0] if there else waiting


def plan_people(strategy: Strategy) -> tuple[str, ...]:
    """Who looks after the platforms: their owners, then their backups."""
    plans = strategy.platforms
    named = [*(each.owner_id for each in plans), *(each.backup_id for each in plans)]
    return tuple(dict.fromkeys(each for each in named if each))


def is_there(manager: Member | None, *, at: datetime) -> bool:
    """Whether what is the manager's to hear is told them at *at*."""
    return manager is not None and manager.can_be_messaged and not manager.is_away(manager.today(at))
