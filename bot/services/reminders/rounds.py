"""When members are asked for their round: with what comes due near their hour; after three skipped, whether at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from bot.domain.members import Member, RoundRhythm
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders import daily
from bot.domain.reminders.deliveries import DeliveryState
from bot.domain.reminders.posts import post_reminders
from bot.domain.reminders.reminder import Reminder, key_of
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.reminders.facts import Decided, ReminderFacts, is_to_decide, moments_ahead
from bot.services.reminders.rhythms import is_left_open, last_asked, last_day_before, rhythm_of, subject_of, two_days

NEAR = timedelta(minutes=30)
SKIPPED = 3
"""Rounds in a row that were asked for and not done, after which it is asked whether they are of use."""
LOOKED_BACK = timedelta(days=14)
_TOLD = frozenset({DeliveryState.SENT, DeliveryState.MERGED})


def round_members(facts: ReminderFacts) -> Iterator[tuple[Strategy, Member]]:
    for strategy in facts.strategies.values():
        for member in facts.roster_of(strategy).wanting(strategy.round_ids, ReminderKind.CHECK_IN):
            yield strategy, member


def rounds_owed(whose: tuple[Strategy, Member], facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    """Today's, and after a silence those of the days in between."""
    strategy, member = whose
    name = f"check-in:{strategy.id}:{member.id}"
    for day in daily.days_since(member, last=facts.rhythm.last, now=facts.now):
        moment = _moment(member, day, name, facts)
        if moment is None or moment > facts.now:
            continue
        decided[name] = max(day.isoformat(), facts.rhythm.decided.get(name, ""), decided.get(name, ""))
        if is_to_decide(name, moment, day, facts) and not _is_done(strategy, member, day, facts):
            yield from _asked_for(strategy, member, day, moment, facts)


def _moment(member: Member, day: date, name: str, facts: ReminderFacts) -> datetime | None:
    """The member's hour, or the moment near it at which they get a message about a post, which takes it along."""
    moment = daily.daily_moment(ReminderKind.CHECK_IN, member, facts.roster, day=day)
    is_open = moment is not None and facts.rhythm.decided.get(name, "") < day.isoformat()
    if moment is None or not is_open or not moment - NEAR <= facts.now <= moment + NEAR:
        return moment
    pings = [each.owed_at for post in facts.posts for each in _pings_of(post, member, moment, facts)]
    return min(pings, default=moment)


def _pings_of(post: Post, member: Member, moment: datetime, facts: ReminderFacts) -> Iterator[Reminder]:
    """Those that come within half an hour of *moment*, and did not come before this look."""
    if post.due is None or abs(post.due.at - moment) > timedelta(hours=3):
        return
    strategy = facts.strategies[post.strategy_id]
    for each in post_reminders(post, strategy, facts.roster_of(strategy), now=moment + NEAR):
        is_near = moment - NEAR <= each.owed_at and each.owed_at > facts.rhythm.last
        if each.recipient_id == member.id and is_near and each.kind in (ReminderKind.DUE, ReminderKind.OVERDUE):
            yield each


def _asked_for(
    strategy: Strategy, member: Member, day: date, moment: datetime, facts: ReminderFacts
) -> Iterator[Reminder]:
    if not _is_wanted(facts.tx, strategy.id, member, day):
        return
    invitation = daily.check_in(member, strategy, day=day)
    if day == member.today(facts.now) and _has_skipped(strategy, member, day, facts):
        yield _question(invitation, member, day)
    else:
        yield replace(invitation, owed_at=moment)


def is_offered(tx: Transaction, strategy: Strategy, member: Member, day: date) -> bool:
    """Whether their morning of *day* offers the round: not while they leave open whether it is of use.

    What they chose that day holds for the mornings after it, but for off.
    """
    if rhythm_of(tx, strategy.id, member) is RoundRhythm.OFF:
        return False
    return day <= last_day_before(tx, strategy.id, member) or _is_wanted(tx, strategy.id, member, day)


def _is_wanted(tx: Transaction, strategy_id: str, member: Member, day: date) -> bool:
    rhythm, asked = rhythm_of(tx, strategy_id, member), last_asked(tx, strategy_id, member.id)
    if rhythm is RoundRhythm.OFF or is_left_open(tx, asked, member.id, day):
        return False
    return rhythm is RoundRhythm.DAILY or day.weekday() in two_days(member)


def _question(invitation: Reminder, member: Member, day: date) -> Reminder:
    subject = subject_of(member.id)
    key = key_of(ReminderKind.ROUND_ASKED, invitation.strategy_id, subject, member.id, day)
    return replace(invitation, key=key, kind=ReminderKind.ROUND_ASKED, subject=subject)


def _has_skipped(strategy: Strategy, member: Member, day: date, facts: ReminderFacts) -> bool:
    since = max(day - LOOKED_BACK, last_day_before(facts.tx, strategy.id, member) + timedelta(days=1))
    before, skipped = day - timedelta(days=1), 0
    while before >= since and skipped < SKIPPED:
        row = facts.tx.deliveries.find(daily.check_in(member, strategy, day=before).key)
        if _is_done(strategy, member, before, facts):
            return False
        skipped += row is not None and row.state in _TOLD
        before -= timedelta(days=1)
    return skipped == SKIPPED


def _is_done(strategy: Strategy, member: Member, day: date, facts: ReminderFacts) -> bool:
    return facts.tx.check_ins.find(f"{strategy.id}:{member.id}:{day.isoformat()}") is not None


def rounds_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    for strategy, member in round_members(facts):
        ahead = moments_ahead(ReminderKind.CHECK_IN, member, facts)
        yield from islice((each for each, day in ahead if not _is_done(strategy, member, day, facts)), 1)
