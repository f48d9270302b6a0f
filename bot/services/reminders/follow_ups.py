"""What waits for somebody beside posts and questions: the next step with a voice, a mistake to put right."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.engage.corrections import Correction
from bot.domain.engage.voices import Voice
from bot.domain.members import Member
from bot.domain.reminders.day_steps import KEPT_FOR
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.reminders.facts import HORIZON, ReminderFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUps:
    """Of everybody: *steps* are the voices whose next step is near, *corrections* the open ones."""

    steps: tuple[Voice, ...] = ()
    corrections: tuple[Correction, ...] = ()

    def wait_for(self, member: Member, *, now: datetime) -> bool:
        """Whether there is something for their morning of that moment."""
        today = member.today(now)
        has_step = any(each.owner_id == member.id and is_near(each, today) for each in self.steps)
        return has_step or any(each.owner_id == member.id for each in self.corrections)


def follow_ups_of(facts: ReminderFacts) -> FollowUps:
    """Up to the horizon, of those who see the strategy."""
    today, tx = facts.now.date(), facts.tx
    steps: list[Voice] = []
    corrections: list[Correction] = []
    for strategy in facts.strategies.values():
        people = facts.roster_of(strategy).people
        near = tx.voices.with_step_until(strategy.id, today + HORIZON, first=today - KEPT_FOR * 2)
        steps += (each for each in near if each.owner_id in people)
        corrections += (each for each in tx.corrections.open_of(strategy.id) if each.owner_id in people)
    return FollowUps(steps=tuple(steps), corrections=tuple(corrections))


def is_near(voice: Voice, today: date) -> bool:
    """A step that nobody took comes again for a week; then it stays in the list alone."""
    return voice.is_due(today) and voice.step_day is not None and today - KEPT_FOR <= voice.step_day


def follow_ups_for(tx: Transaction, member: Member, strategies: Iterable[Strategy], day: date) -> FollowUps:
    """What their morning of *day* shows, the longest waiting first; a mistake of later is no line of that day."""
    live = [each for each in strategies if not each.is_archived]
    near = [each for one in live for each in tx.voices.with_step_until(one.id, day, first=day - KEPT_FOR)]
    mistakes = [each for one in live for each in tx.corrections.open_of(one.id)]
    return FollowUps(
        steps=tuple(each for each in near if each.owner_id == member.id),
        corrections=tuple(
            each for each in mistakes if each.owner_id == member.id and came_by(each.created_at, member, day)
        ),
    )


def came_by(moment: datetime | None, member: Member, day: date) -> bool:
    """Whether it was there on their *day*: a message of yesterday that changes in place stays yesterday's."""
    return moment is None or member.today(moment) <= day
