"""What reminders depend on at a moment: posts, people, and when the bot looked last. Reads, by indexed questions."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.members import IsHoliday, Member
from bot.domain.moments import days, local_day
from bot.domain.posts import Post, is_paused
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders import daily
from bot.domain.reminders.day_steps import DayStep, open_day_steps, steps_between
from bot.domain.reminders.reminder import LATE_AFTER, Reminder
from bot.domain.reminders.reviews import reviewer_of
from bot.domain.reminders.routing import Roster
from bot.domain.strategy import Strategy
from bot.ports import Note, Transaction
from bot.services.people.sight import insiders, is_listed
from bot.services.reminders.clock_set_back import is_clock_set_back

RHYTHM = "reminders"
"""The note that remembers when the bot first and last looked, and which daily messages were decided on."""

LATEST_ZONE = "Pacific/Kiritimati"
"""Where the date is never behind anybody else's."""
LOOK_BACK = timedelta(days=31)
"""Posts that have been overdue for longer are in the lists, and in nobody's reminders any more."""
STEPS_AHEAD = timedelta(days=31)
"""Posts that are due later have no step that is near: two weeks before is the earliest that a kind brings."""


HORIZON = daily.AGENDA_AHEAD
"""As far ahead as it is told when something is owed next."""

Decided = dict[str, str]
"""The last local day on which each daily message, by its name, was decided on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """*born* is when this calendar began, or the first look at it: what lies before it is owed to nobody.

    *decided* names the last local day on which a daily message was decided on: once a day, at its hour, whatever
    the calendar becomes later that day. *ahead* is when the last look was, where the clock was set back since.
    """

    born: datetime
    last: datetime
    decided: Decided = field(default_factory=dict)
    ahead: datetime | None = None
    rev: int = 0

    @property
    def body(self) -> dict[str, Any]:
        return {"born": self.born.isoformat(), "last": self.last.isoformat(), "decided": self.decided}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderFacts:
    """What the reminders of a moment depend on. *rhythm* is the one before this look."""

    tx: Transaction
    now: datetime
    rhythm: Rhythm
    roster: Roster
    strategies: dict[str, Strategy]
    posts: list[Post]  # open ones, from LOOK_BACK to the horizon of the agenda
    narrow: dict[str, Roster] = field(default_factory=dict)
    lines: list[Reminder] = field(default_factory=list)  # of mornings, found in this look
    revisions: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)

    def roster_of(self, strategy: Strategy) -> Roster:
        """Those who may be told of *strategy*: somebody who does not see it is nobody to it."""
        return self.narrow.get(strategy.id, self.roster)

    def revisions_of(self, strategy: Strategy) -> tuple[tuple[str, int], ...]:
        """Who may be told of *strategy*, and as what they are known: what was worked out for them stands meanwhile."""
        if strategy.id not in self.revisions:
            people = self.roster_of(strategy).people
            self.revisions[strategy.id] = tuple((each.id, each.rev) for each in people.values())
        return self.revisions[strategy.id]

    def posts_by_doer(self, *, now: datetime) -> dict[str, list[Post]]:
        """Whoever is to do posts, with them."""
        found: dict[str, list[Post]] = {}
        for post in self.posts:
            strategy = self.strategies[post.strategy_id]
            doer = daily.doer_of(post, strategy, self.roster_of(strategy), now=now)
            if doer:
                found.setdefault(doer, []).append(post)
        return found


def rhythm_of(tx: Transaction, *, now: datetime) -> Rhythm:
    """As remembered; at the very first look the bot was born just now. Nothing lies in the future."""
    note = tx.notes.find(RHYTHM)
    if note is None:
        return Rhythm(born=now - LATE_AFTER, last=now - LATE_AFTER)
    moments = {name: datetime.fromisoformat(note.body[name]) for name in ("born", "last")}
    rhythm = Rhythm(**moments, decided=dict(note.body["decided"]), rev=note.rev)
    return _set_right(rhythm, now=now) if is_clock_set_back(rhythm.last, now=now) else rhythm


def begin(tx: Transaction, *, now: datetime) -> None:
    """From *now* on something is owed: what comes to be before the first look is told late then, not lost."""
    if tx.notes.find(RHYTHM) is None:
        tx.notes.put(Note(id=RHYTHM, body=rhythm_of(tx, now=now).body))


def _set_right(rhythm: Rhythm, *, now: datetime) -> Rhythm:
    """Days that have not come are undecided again: the ledger knows what was sent about them."""
    today, yesterday = local_day(now, LATEST_ZONE).isoformat(), local_day(now - timedelta(days=1), "UTC").isoformat()
    decided = {name: day if day <= today else yesterday for name, day in rhythm.decided.items()}
    return replace(rhythm, born=min(rhythm.born, now), last=now, ahead=rhythm.last, decided=decided)


def facts_of(tx: Transaction, is_holiday: IsHoliday, *, now: datetime) -> ReminderFacts:
    strategies = {each.id: each for each in tx.strategies.all() if not each.is_archived}
    posts = tx.posts.open_due_between(now - LOOK_BACK, now + daily.AGENDA_AHEAD)
    members = tx.members.all()
    return ReminderFacts(
        tx=tx,
        now=now,
        rhythm=rhythm_of(tx, now=now),
        roster=Roster(people={each.id: each for each in members}, is_holiday=is_holiday),
        strategies=strategies,
        posts=[post for post in posts if post.strategy_id in strategies and not _is_held(post, strategies, now=now)],
        narrow={
            each.id: Roster(people=insiders(tx, members, each), is_holiday=is_holiday)
            for each in strategies.values()
            if is_listed(tx, each)
        },
    )


def _is_held(post: Post, strategies: Mapping[str, Strategy], *, now: datetime) -> bool:
    """By a pause: nobody is reminded of it."""
    return is_paused(post, strategies[post.strategy_id].plan.pause, now=now)


def is_news(reminder: Reminder, rhythm: Rhythm, *, now: datetime) -> bool:
    """It is owed now, or its window passed since the last look."""
    if not rhythm.born <= reminder.owed_at <= now:
        return False
    return now < reminder.expires_at or reminder.owed_at > rhythm.last


def is_to_decide(name: str, moment: datetime, day: date, facts: ReminderFacts) -> bool:
    """Whether a daily message is to be decided on now: not before its hour, not twice for one local day.

    Somebody the bot meets after the hour starts with the next day.
    """
    noted = facts.rhythm.decided.get(name, "")
    if moment > facts.now or noted >= day.isoformat():
        return False
    return bool(noted) or moment > facts.rhythm.last


def moments_ahead(kind: ReminderKind, member: Member, facts: ReminderFacts) -> Iterator[tuple[datetime, date]]:
    """A daily message's moments of the coming working days."""
    today = member.today(facts.now)
    for day in days(today, today + HORIZON):
        moment = daily.daily_moment(kind, member, facts.roster, day=day)
        if moment and moment > facts.now:
            yield moment, day


def in_review(facts: ReminderFacts) -> list[Post]:
    """What a pause holds is asked about no more; what is asked during the pause is."""
    found = [post for post in facts.tx.posts.in_review() if post.strategy_id in facts.strategies]
    return [post for post in found if not (_is_held(post, facts.strategies, now=facts.now) and _was_asked(post, facts))]


def _was_asked(post: Post, facts: ReminderFacts) -> bool:
    """Before the pause began."""
    pause = facts.strategies[post.strategy_id].plan.pause
    return pause is not None and (post.review_asked_at is None or post.review_asked_at < pause.began_at)


def to_review(facts: ReminderFacts) -> dict[str, list[Post]]:
    """Whoever has to read posts, with them."""
    found: dict[str, list[Post]] = {}
    for post in in_review(facts):
        strategy = facts.strategies[post.strategy_id]
        reviewer = reviewer_of(post, strategy)
        is_shut_out = reviewer in facts.roster.people and reviewer not in facts.roster_of(strategy).people
        if reviewer and not is_shut_out:
            found.setdefault(reviewer, []).append(post)
    return found


def with_steps(facts: ReminderFacts) -> list[Post]:
    """Posts whose checklists may have something for the days around now, published ones too."""
    later = facts.tx.posts.open_due_between(facts.now + daily.AGENDA_AHEAD, facts.now + STEPS_AHEAD)
    live = facts.tx.posts.published_between(facts.now - LOOK_BACK, facts.now)
    every = [post for post in (*facts.posts, *later, *live) if post.checklist and post.strategy_id in facts.strategies]
    return [post for post in every if not _is_held(post, facts.strategies, now=facts.now)]


def steps_by_doer(stepped: Iterable[Post], facts: ReminderFacts, *, now: datetime) -> dict[str, list[DayStep]]:
    """Whoever is to do steps, with them: who was named for each, unless they are away, else whoever has the post."""
    found: dict[str, list[DayStep]] = {}
    for post in stepped:
        strategy = facts.strategies[post.strategy_id]
        roster = facts.roster_of(strategy)
        doer = daily.doer_of(post, strategy, roster, now=now)
        for each in open_day_steps(post):
            person = _named_for(each, roster, now=now) or doer
            if person:
                found.setdefault(person, []).append(each)
    return found


def _named_for(each: DayStep, roster: Roster, *, now: datetime) -> str | None:
    member = roster.reachable(each.step.owner_id or "", None)
    return member.id if member and not member.is_away(member.today(now)) else None


def steps_of_today(
    tx: Transaction, strategy: Strategy, member: Member, *, now: datetime, is_holiday: IsHoliday
) -> list[DayStep]:
    """Those of the strategy's posts that the member's morning of now would list."""
    facts = facts_of(tx, is_holiday, now=now)
    stepped = [each for each in with_steps(facts) if each.strategy_id == strategy.id]
    return agenda_steps(member, steps_by_doer(stepped, facts, now=now), facts, now=now)


def agenda_steps(
    member: Member, stepped: dict[str, list[DayStep]], facts: ReminderFacts, *, now: datetime
) -> list[DayStep]:
    until = daily.agenda_end(member, facts.roster, now=now)
    return steps_between(stepped.get(member.id, ()), today=member.today(now), until=until)
