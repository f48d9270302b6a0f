"""Public holidays of the strategy's country or region, company days and awareness days, with their names."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from bot.domain.strategy import Strategy
from bot.services.plan.holidays import calendar_of


class DaySort(StrEnum):
    """A public holiday, a free company day, a day that is a reason to post."""

    HOLIDAY = "holiday"
    COMPANY = "company"
    AWARENESS = "awareness"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """*sort* keeps apart what nobody works on and what is only a reason to post."""

    day: date
    name: str
    sort: DaySort

    @property
    def is_free(self) -> bool:
        return self.sort is not DaySort.AWARENESS


def days_of(strategy: Strategy, first: date, last: date, locale: str) -> list[NamedDay]:
    """Every special day from *first* to *last*, both included, by day; names in the language of *locale* if known."""
    found = [
        *_holidays(strategy, first, last, locale),
        *(
            NamedDay(day=each.day, name=each.name, sort=DaySort.COMPANY if each.is_free else DaySort.AWARENESS)
            for each in strategy.plan.days
            if first <= each.day <= last
        ),
    ]
    return sorted(found, key=lambda each: (each.day, each.sort.value, each.name))


def _holidays(strategy: Strategy, first: date, last: date, locale: str) -> Iterator[NamedDay]:
    if not strategy.country:
        return
    for year in range(first.year, last.year + 1):
        for day, name in named_holidays(strategy.country.upper(), year, locale.replace("-", "_")):
            if first <= day <= last:
                yield NamedDay(day=day, name=name.replace("'", "’"), sort=DaySort.HOLIDAY)


@cache
def named_holidays(place: str, year: int, locale: str) -> tuple[tuple[date, str], ...]:
    """The public holidays of a year; none for a place that the package does not know."""
    plain = calendar_of(place, year)
    if plain is None:
        return ()
    found = calendar_of(place, year, _language(plain.supported_languages, locale)) or plain
    return tuple(sorted((day, name) for day, name in found.items() if day.year == year))


def _language(supported: tuple[str, ...], locale: str) -> str | None:
    """The locale's own variant, its language, any variant of it; None where the package has only others."""
    language = locale.partition("_")[0]
    own = (locale, language, *(each for each in supported if each.partition("_")[0] == language))
    return next((each for each in own if each in supported), None)
