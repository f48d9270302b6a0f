"""What a week lacks, for the first morning in it of whoever looks after the plan: owed, and as it stands."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from bot.domain.members import Member
from bot.domain.moments import Week
from bot.domain.plan.findings import OF_THE_PLAN, Finding
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders import daily
from bot.domain.reminders.reminder import Reminder
from bot.domain.strategy import Strategy
from bot.ports import Transaction
from bot.services.plan.radar import coverage_between
from bot.services.reminders.facts import LOOK_BACK, Decided, ReminderFacts, is_to_decide, moments_ahead

KIND = ReminderKind.RADAR_LINE


def gaps_of_week(
    tx: Transaction, strategy: Strategy, monday: date, *, now: datetime, locale: str
) -> tuple[Finding, ...]:
    """From today on; none while a pause holds what is planned. *locale*: of the names of holidays."""
    if strategy.plan.pause is not None and strategy.plan.pause.is_on(now):
        return ()
    found = coverage_between(tx, strategy, monday, Week.of(monday).sunday, now=now, locale=locale)
    return tuple(each for each in found.findings if each.gap in OF_THE_PLAN)


def week_gaps_owed(strategy: Strategy, facts: ReminderFacts, decided: Decided) -> Iterator[Reminder]:
    reader = _reader(strategy, facts)
    if reader is None:
        return
    day, name = reader.today(facts.now), f"{KIND}:{strategy.id}"
    moment = daily.daily_moment(KIND, reader, facts.roster, day=day)
    if moment is None or moment > facts.now or not daily.begins_week(reader, day, facts.roster):
        return
    decided[name] = max(day.isoformat(), facts.rhythm.decided.get(name, ""))
    if not is_to_decide(name, moment, day, facts):
        return
    if _is_in_use(strategy, facts) and gaps_of_week(
        facts.tx, strategy, Week.of(day).monday, now=facts.now, locale="en"
    ):
        yield daily.radar_line(reader, strategy, day=day)


def week_gaps_ahead(facts: ReminderFacts) -> Iterator[datetime]:
    """As far as who hears it is known today."""
    for strategy in facts.strategies.values():
        reader = _reader(strategy, facts)
        ahead = moments_ahead(KIND, reader, facts) if reader else ()
        yield from islice((each for each, day in ahead if reader and daily.begins_week(reader, day, facts.roster)), 1)


def _is_in_use(strategy: Strategy, facts: ReminderFacts) -> bool:
    """Where nothing is planned and nothing went live for a month, the digest's one line is enough."""
    live = facts.tx.posts.published_between(facts.now - LOOK_BACK, facts.now)
    return any(each.strategy_id == strategy.id for each in (*facts.posts, *live))


def _reader(strategy: Strategy, facts: ReminderFacts) -> Member | None:
    return daily.leading(strategy, facts.roster_of(strategy), KIND, at=facts.now)
