"""The city by which people know a time zone, and the country it is in."""

from babel import Locale
from babel.core import get_global

NOWHERE = "ZZ"
"""What CLDR calls the territory of a zone that is in no country."""

OWN_NAMES = {"America/Montreal": "Montréal"}
"""Aliases of the zone database that are a city of their own to the people who live there."""

CLDR_NAMES = {"Asia/Kolkata": "Asia/Calcutta", "Europe/Kyiv": "Europe/Kiev", "Asia/Ho_Chi_Minh": "Asia/Saigon"}
"""Zones that CLDR, and so Babel, files under their former name."""


def city(zone: str, locale: Locale) -> str:
    """ "America/Toronto" → "Toronto", "Europe/London" → "Londres" in French; the zone's own city, also of an alias."""
    if zone in OWN_NAMES:
        return OWN_NAMES[zone]
    known = locale.time_zones.get(CLDR_NAMES.get(zone, zone))
    named = known.get("city") if known else None
    return str(named) if named else _last_part(zone)


def _last_part(zone: str) -> str:
    area, _, rest = zone.rpartition("/")
    if area == "Etc" and rest not in {"UTC", "GMT"}:
        return zone  # "Etc/GMT+5" is west of Greenwich: alone, "GMT+5" would mislead
    return rest.replace("_", " ")


def country_of(zone: str) -> str:
    """ISO 3166 alpha-2 of a time zone's country, by CLDR; empty where it has none."""
    named = get_global("zone_aliases").get(zone, zone)
    territory = get_global("zone_territories").get(named) or get_global("zone_territories").get(zone) or ""
    return "" if territory == NOWHERE else str(territory)
