"""Members as the bot knows them: zone, language, working days, absences and what they want to be told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.moments import at_local, local_day
from bot.domain.reminder_kinds import ReminderKind, muting_of

IsHoliday = Callable[[str, date], bool]
"""Whether a day is a public holiday of a country (ISO 3166 alpha-2); an empty country has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Days away, both included, in the member's own calendar."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


class RoundRhythm(StrEnum):
    """How often somebody is asked for their round: on working days, on two of them, or not at all."""

    DAILY = "daily"
    TWICE = "twice"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundChoice:
    """The rhythm they chose for the round of a strategy, and on which of their days."""

    strategy_id: str
    rhythm: RoundRhythm
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A Slack user as the bot knows them: *name* is what they are called, *full_name* may be longer, or empty.

    *country* is ISO 3166 alpha-2, or empty.
    """

    id: str
    name: str
    zone: str = "UTC"
    locale: str = "en-US"
    country: str = ""
    is_active: bool = True
    is_guest: bool = False
    is_bot: bool = False
    is_admin: bool = False
    working_days: frozenset[int] = frozenset(range(5))  # Monday is 0
    agenda_at: time = time(9)
    check_in_at: time = time(16)
    muted: frozenset[ReminderKind] = frozenset()
    absences: tuple[Absence, ...] = ()
    strategy_id: str | None = None  # the default strategy of their commands
    full_name: str = ""
    rounds: tuple[RoundChoice, ...] = ()
    rev: int = 0

    @property
    def can_be_messaged(self) -> bool:
        """Slack lets no app write to a deactivated member, to another bot or to a guest."""
        return self.is_active and not (self.is_bot or self.is_guest)

    def today(self, now: datetime) -> date:
        return local_day(now, self.zone)

    def at(self, day: date, clock: time) -> datetime:
        """The moment of a local wall time of this member, in UTC."""
        return at_local(day, clock, self.zone)

    def is_away(self, day: date) -> bool:
        return any(absence.covers(day) for absence in self.absences)

    def away_until(self, now: datetime) -> date | None:
        """The last day of the absence that *now* falls into."""
        return next((each.last for each in self.absences if each.covers(self.today(now))), None)

    def works_on(self, day: date, is_holiday: IsHoliday) -> bool:
        in_week = day.weekday() in self.working_days
        return in_week and not self.is_away(day) and not is_holiday(self.country, day)

    def round_choice(self, strategy_id: str) -> RoundChoice | None:
        return next((each for each in self.rounds if each.strategy_id == strategy_id), None)

    def wants(self, kind: ReminderKind) -> bool:
        return muting_of(kind) not in self.muted
