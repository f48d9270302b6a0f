"""Public holidays, from the `holidays` package; its tables are loaded when they are first asked for.

A place is a country (ISO 3166-1 alpha-2, "CA") or a region of it (ISO 3166-2, "CA-QC"), which has days of its own.
"""

import sys
from datetime import date
from functools import cache
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase


def is_holiday(place: str, day: date) -> bool:
    """False for an empty place and for one the package does not know."""
    return bool(place) and day in _days(place.upper(), day.year)


def is_place(code: str) -> bool:
    """Whether the public holidays of *code* are known."""
    country, dash, region = code.upper().partition("-")
    known = _package().list_supported_countries(include_aliases=False).get(country)
    return known is not None and (region in known if dash else True)


def calendar_of(place: str, year: int, language: str | None = None) -> "HolidayBase | None":
    """The public holidays of a year with their names; None for a place that the package does not know."""
    country, _, region = place.partition("-")
    try:
        found: HolidayBase = _package().country_holidays(country, subdiv=region or None, years=year, language=language)
    except NotImplementedError:
        return None
    return found


@cache
def _package() -> ModuleType:
    """`holidays`, without the 250 countries nobody asks for: a tenth of a second and eight megabytes.

    Its lazy loader imports the one file that it needs, but Python runs `holidays.countries` before, which imports
    all of them: so that room is there already, and empty.
    """
    import holidays  # only where a country is known

    room = "holidays.countries"
    spec = find_spec(room)
    if spec and room not in sys.modules:
        sys.modules[room] = module_from_spec(spec)
    return holidays


@cache
def _days(place: str, year: int) -> frozenset[date]:
    return frozenset(calendar_of(place, year) or ())
