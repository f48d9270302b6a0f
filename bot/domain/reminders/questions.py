"""When somebody is told of a customer's question, and who: at once, when it is due, then others. Knows no clock.

What is given is a message of its own; what waits longer stands in the morning of whoever hears of it: their own
questions are listed there, those of others are lines.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.engage.hours import WorkingHours
from bot.domain.engage.questions import Question
from bot.domain.members import Member
from bot.domain.moments import local_day
from bot.domain.reminder_kinds import ReminderKind, over_at
from bot.domain.reminders.daily import next_morning, working_moment
from bot.domain.reminders.reminder import Reminder, key_of
from bot.domain.reminders.routing import Roster, is_there, lead
from bot.domain.strategy import Strategy

PURSUED = timedelta(days=8)
"""For so long after it was due somebody is told of it; later it stands in lists."""


def question_reminders(question: Question, strategy: Strategy, roster: Roster) -> Iterator[Reminder]:
    """Its holder at once and when it is due; a working day later the backup, one more later the manager.

    Whoever is away is stood in for. Nobody is told what they took upon themselves, nor twice the same.
    """
    told: set[str] = set()
    for phase, person, to, moment in _phases(question, strategy, roster):
        kind, owed_at = _told_as(question, to, roster, phase, moment)
        is_known = (phase in ("backup", "manager") and to.id in told) or _is_in_morning(question, to, owed_at, phase)
        told.add(to.id)
        if not is_known:
            yield _reminder(question, strategy, person, to, phase, owed_at, kind)


def _told_as(
    question: Question, to: Member, roster: Roster, phase: str, moment: datetime
) -> tuple[ReminderKind, datetime]:
    if phase == "given":
        works = roster.works(to, to.today(moment))
        return ReminderKind.QUESTION, moment if works else working_moment(to, roster, moment)
    if to.id == question.owner_id:
        return ReminderKind.QUESTION, working_moment(to, roster, moment)
    return ReminderKind.QUESTION_AGAIN, next_morning(to, roster, moment)


def _is_in_morning(question: Question, to: Member, owed_at: datetime, phase: str) -> bool:
    """The morning lists the open questions of its reader: what is due with it needs no message of its own."""
    is_theirs = phase == "due" and to.id == question.owner_id and to.wants(ReminderKind.AGENDA)
    return is_theirs and owed_at == to.at(to.today(owed_at), to.agenda_at)


def _phases(question: Question, strategy: Strategy, roster: Roster) -> Iterator[tuple[str, str, Member, datetime]]:
    """The phase, whom it is owed to, who gets it, and when."""
    given_at, due_at = question.given_at, question.due_at
    if not question.is_open or given_at is None or due_at is None:
        return
    first = question.owner_id
    if question.given_by != first and (to := answerer_at(question, strategy, roster, at=given_at)):
        yield "given", first, to, given_at
    if to := answerer_at(question, strategy, roster, at=due_at):
        yield "due", first, to, due_at
    hours = WorkingHours(
        rules=strategy.care, zone=strategy.zone, country=strategy.country, is_holiday=roster.is_holiday
    )
    later = hours.due_after(due_at, working_days=1)
    if (backup := _backup(question, roster, at=later)) is not None:
        yield "backup", backup.id, backup, later
    last = hours.due_after(due_at, working_days=2)
    if leading := _lead(question, strategy, roster, at=_managers_morning(strategy, roster, last)):
        yield "manager", strategy.manager_id, leading, last


def _managers_morning(strategy: Strategy, roster: Roster, moment: datetime) -> datetime:
    """On which the manager would hear of it, were they not away: whoever is there then does."""
    manager = roster.people.get(strategy.manager_id)
    return next_morning(replace(manager, absences=()), roster, moment) if manager else moment


def answerer_at(question: Question, strategy: Strategy, roster: Roster, *, at: datetime) -> Member | None:
    """Who is told at *at*: its holder; while they are away or gone the backup, then who hears what is the manager's.

    None where the holder does not want to be told, or nobody can be.
    """
    first = roster.people.get(question.owner_id)
    if first and first.can_be_messaged and not first.wants(ReminderKind.QUESTION):
        return None
    if first is not None and is_there(first, at=at):
        return first
    waiting = first if first and first.can_be_messaged else None
    return _backup(question, roster, at=at) or _lead(question, strategy, roster, at=at) or waiting


def _backup(question: Question, roster: Roster, *, at: datetime) -> Member | None:
    backup = roster.reachable(question.backup_id or "", ReminderKind.QUESTION)
    return backup if is_there(backup, at=at) else None


def _lead(question: Question, strategy: Strategy, roster: Roster, *, at: datetime) -> Member | None:
    but = {question.owner_id}
    return lead(strategy, roster, at=at, kind=ReminderKind.QUESTION, then=(), but=but)


def _reminder(
    question: Question,
    strategy: Strategy,
    person: str,
    to: Member,
    phase: str,
    owed_at: datetime,
    kind: ReminderKind,
) -> Reminder:
    """*person*: whom it is owed to; *to* stands in for them."""
    since = question.given_at if phase == "given" else question.due_at
    moment = since or owed_at
    revision = f"{phase}-{int(moment.timestamp())}"
    return Reminder(
        key=key_of(kind, strategy.id, question.id, person, local_day(moment, strategy.zone), revision),
        kind=kind,
        strategy_id=strategy.id,
        subject=question.id,
        recipient_id=to.id,
        owed_at=owed_at,
        expires_at=over_at(kind, owed_at, zone=to.zone),
        parts=(question.id,),
    )
