"""Public holidays of a country, from the `holidays` package; its tables are loaded when they are first asked for."""

from datetime import date
from functools import cache


def is_holiday(country: str, day: date) -> bool:
    """False for an empty country and for one the package does not know. *country* is ISO 3166 alpha-2."""
    return bool(country) and day in _holidays(country.upper(), day.year)


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    import holidays  # costs a tenth of a second and megabytes: only where a country is known

    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()
