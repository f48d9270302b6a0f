"""The Translator: texts, moments, numbers and names in one reader's language, locale and time zone."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import DateOrder, Due, Week, local
from bot.domain.posts import PostKind, PostState
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.strategy import Platform, Strategy
from bot.i18n.catalogue import Language, bundle, known_locale, language_of
from bot.i18n.date_orders import date_order
from bot.i18n.places import city
from bot.i18n.regions import counts_twelve_hours, writes_month_first

ListStyle = Literal["standard", "or", "unit"]


TWICE = re.compile(r"\b([ap]\.m|janv|févr|avr|juil|sept|oct|nov|déc)\.\.(?!\.)")
"""An abbreviation at the end of a sentence: its full stop ends both."""


class MissingText(LookupError):
    """A bug: a message, or a parameter of a message, that does not exist."""


class Translator:
    """Texts for one reader. *locale* is what Slack says ("fr-CA"), *zone* an IANA name.

    *now* tells of which days the year need not be said; without it, it is said only where that is asked for.
    """

    def __init__(self, locale: str, zone: str, *, now: datetime | None = None) -> None:
        self.locale = known_locale(locale)
        self.language: Language = language_of(locale)
        self.zone = zone
        self.date_order: DateOrder = date_order(locale, zone)
        self._bundle = bundle(self.locale)
        self._babel = Locale.parse(self.locale, sep="-")
        self._order = "month" if writes_month_first(self._babel) else "day"
        self._hours = 12 if counts_twelve_hours(self._babel) else 24
        self._year = local(now, zone).year if now else None

    def __call__(self, key: str, **params: object) -> str:
        """The message *key*. Raises `MissingText` when it, or a parameter it names, is missing.

        Parameters are strings, numbers and booleans (selected on as `true` and `false`); everything else has to be
        put into words first, by the other methods.
        """
        if not self._bundle.has_message(key):
            raise MissingText(f"{key} ({self.language})")
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise MissingText(f"{key} ({self.language}) has no text of its own")
        text, errors = self._bundle.format_pattern(pattern, {name: plain(params[name]) for name in params})
        if errors:
            raise MissingText(f"{key} ({self.language}): {errors[0]}")
        return TWICE.sub(r"\1.", str(text))

    def has(self, key: str) -> bool:
        return self._bundle.has_message(key)

    def refusal(self, error: UserError) -> str:
        return self(f"refusal-{error.key}", **error.params)

    def country(self, place: str) -> str:
        """ "Canada", "Canada (QC)": *place* is ISO 3166, with a region or without; as it is where CLDR has no name."""
        code, _, region = place.partition("-")
        named = str(self._babel.territories.get(code, code))
        return f"{named} ({region})" if region else named

    def number(self, n: float) -> str:
        """At most three decimals."""
        return format_decimal(n, locale=self._babel)

    def money(self, amount: float, currency: str) -> str:
        """ "$1,200", "1 200 €": cents only where there are some."""
        whole = amount == round(amount)
        pattern = self._babel.currency_formats["standard"].pattern.replace(".00", "") if whole else None
        return format_currency(amount, currency, format=pattern, locale=self._babel, currency_digits=not whole)

    def month(self, day: date) -> str:
        """ "December 2026", "décembre 2026", as within a sentence."""
        return format_date(day, "LLLL y", locale=self._babel)

    def percent(self, fraction: float, digits: int = 1, *, signed: bool = False) -> str:
        """A fraction (0.021) as "2.1%"; *signed* for changes: "+12%", with a true minus sign."""
        body = "#,##0" + ("." + "0" * digits if digits else "")
        spaced = self._babel.percent_formats[None].pattern.removeprefix("#,##0")
        pattern = f"+{body}{spaced};−{body}{spaced}" if signed and fraction else body + spaced
        return format_percent(fraction, format=pattern, locale=self._babel)

    def day(self, d: date, *, weekday: bool = True, short: bool = False, year: bool | None = None) -> str:
        """ "Wednesday 25 November", in the US "Wednesday, November 25"; short: "Wed 25 Nov", "Wed, Nov 25".

        *year*: by default where it is not the present one.
        """
        name = "pattern-day" + ("-short" if short else "") + ("" if weekday else "-only")
        written = format_date(d, self(name, day=d.day, order=self._order), locale=self._babel)
        return self._with_year(written, d) if self._says_year(d, year) else written

    def _says_year(self, d: date, year: bool | None) -> bool:
        return year if year is not None else self._year not in {None, d.year}

    def _with_year(self, written: str, d: date) -> str:
        return self("pattern-year", day=written, year=str(d.year), order=self._order)

    def clock(self, moment: datetime, *, zone: str | None = None) -> str:
        """The time of day in the reader's zone, or in *zone*: "16:00", "4:00 PM", "16 h 05" (with no-break spaces)."""
        return self.wall(local(moment, zone or self.zone).time())

    def wall(self, clock: time) -> str:
        """A time of day without a day: "09:00", "9:00 AM", "9 h"."""
        return format_time(clock, self("pattern-clock", minute=clock.minute, hours=self._hours), locale=self._babel)

    def weekday(self, number: int, *, short: bool = False) -> str:
        """The name of a day of the week; Monday is 0."""
        width: Literal["abbreviated", "wide"] = "abbreviated" if short else "wide"
        return str(get_day_names(width, "stand-alone", self._babel)[number])

    def moment(self, moment: datetime, *, zone: str | None = None, year: bool | None = None) -> str:
        """ "Tue 1 Dec 10:00", "Tue, Dec 1, 10:00 AM" for the reader.

        Where the wall time in *zone* differs, that one follows in brackets.
        """
        here = self._day_and_clock(moment, self.zone, year=year)
        if zone is None or _wall(moment, zone) == _wall(moment, self.zone):
            return here
        same_day = _wall(moment, zone).date() == _wall(moment, self.zone).date()
        there = self.clock(moment, zone=zone) if same_day else self._day_and_clock(moment, zone, year=year)
        return self("moment-elsewhere", here=here, there=there, place=self.place(zone))

    def due(self, due: Due) -> str:
        return self.moment(due.at, zone=due.zone)

    def duration(self, span: timedelta) -> str:
        """ "3 days 2 h", "2 h 10", "45 min"; below a minute in words; the sign is dropped."""
        days, rest = divmod(_minutes(span), 24 * 60)
        if not days:
            return self.worked(span)
        hours = rest // 60
        return self("duration-days-hours" if hours else "duration-days", days=days, hours=hours)

    def worked(self, span: timedelta) -> str:
        """As `duration`, of working time: "35 h 30" however long it is, since a day of work has not 24 hours."""
        hours, rest = divmod(_minutes(span), 60)
        if hours:
            return self("duration-hours-minutes" if rest else "duration-hours", hours=hours, minutes=f"{rest:02}")
        return self("duration-minutes" if rest else "duration-none", minutes=rest)

    def listing(self, items: Iterable[str], style: ListStyle = "standard") -> str:
        """ "a, b, and c"; style "or": "a, b, or c"; "unit" joins with commas only."""
        return format_list(list(items), style=style, locale=self._babel)

    def place(self, zone: str) -> str:
        """The city that names a time zone."""
        return city(zone, self._babel)

    def week(self, week: Week, *, year: bool | None = None) -> str:
        """ "Week 47 · 16–22 November", "Week 47 · November 16–22"; *year* as of a day."""
        first, last = week.monday, week.sunday
        ends = self.day(last, weekday=False, year=year)
        if first.month != last.month:
            begins = self.day(first, weekday=False, year=None if first.year != last.year else False)
            return self("week-across", number=week.number, first=begins, last=ends)
        if self._order == "day":
            return self("week-in-month", number=week.number, first=first.day, last=ends)
        number = self._with_year(str(last.day), last) if self._says_year(last, year) else str(last.day)
        begins = self.day(first, weekday=False, year=False)
        return self("week-in-month", number=week.number, first=begins, last=number)

    def platform(self, p: Platform) -> str:
        return self(f"platform-{p.value}")

    def kind(self, kind: PostKind) -> str:
        return self(f"kind-{kind.value}")

    def state(self, state: PostState) -> str:
        return self(f"state-{state.value}")

    def reminder(self, kind: ReminderKind) -> str:
        return self(f"reminder-{kind.value}")

    def _day_and_clock(self, moment: datetime, zone: str, *, year: bool | None = None) -> str:
        day = self.day(_wall(moment, zone).date(), short=True, year=year)
        return self("pattern-moment", day=day, clock=self.clock(moment, zone=zone), order=self._order)


def _minutes(span: timedelta) -> int:
    return round(abs(span).total_seconds()) // 60


def _wall(moment: datetime, zone: str) -> datetime:
    return local(moment, zone).replace(tzinfo=None)


def plain(value: object) -> str | int | float:
    """*value* as Fluent takes it. Raises `TypeError` for what is not put into words yet."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return str(value)  # of a StrEnum: its value
    if isinstance(value, int | float):
        return value
    raise TypeError(f"a text takes words and numbers, not {value!r}")


def translator_for(member: Member, now: datetime | None = None) -> Translator:
    """For what *member* reads at *now*."""
    return Translator(member.locale, member.zone, now=now)


def translator_of(strategy: Strategy, now: datetime | None = None) -> Translator:
    """For what the strategy's channel reads at *now*."""
    return Translator(strategy.locale, strategy.zone, now=now)
