"""In which order somebody writes the day and the month of a date in figures, by their locale and time zone."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from bot.domain.moments import DAY_FIRST, DateOrder
from bot.i18n.catalogue import language_of
from bot.i18n.places import country_of
from bot.i18n.regions import figures, is_month_first

ANYBODYS = "en-US"
"""What Slack says of everybody who never chose a language: where it is not spoken, it says little."""

UNKNOWN = DateOrder(is_sure=False)


@cache
def date_order(locale: str, zone: str) -> DateOrder:
    """By CLDR's patterns of the *locale*; not sure where they differ, or where the country of *zone* writes otherwise.

    In French, the day always comes first: the pattern of Canada ("12-25") is that of ISO dates, not of "25/12".
    """
    if language_of(locale) == "fr":
        return DAY_FIRST
    own, country = _written(locale), country_of(zone)
    there = _written_in(country) if locale.replace("_", "-") == ANYBODYS and country else own
    is_other = there.is_sure and there.month_first != own.month_first
    return DateOrder(month_first=own.month_first, is_sure=False) if is_other else own


def _written_in(country: str) -> DateOrder:
    """In English where CLDR knows the country's, else in its first official language."""
    english = _written(f"en-{country}")
    official = get_official_languages(country, de_facto=True)
    return english if english.is_sure or not official else _written(f"{official[0]}-{country}")


def _written(locale: str) -> DateOrder:
    """Sure where the day of a year and the whole date have one order: in Canada's English they don't."""
    try:
        known = Locale.parse(locale.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return UNKNOWN
    short = known.date_formats["short"].pattern
    month_first = is_month_first(figures(known))
    return DateOrder(month_first=month_first, is_sure=month_first == is_month_first(short))
