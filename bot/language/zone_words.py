"""The names of time zones in words: abbreviations, regions and cities, in both languages."""

from dataclasses import dataclass
from typing import Literal

Season = Literal["", "standard", "summer"]
"""Whether a name belongs to one half of the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneName:
    """*zones*: what it may mean (IANA names)."""

    zones: tuple[str, ...]
    season: Season = ""


def _named(season: Season, table: dict[str, str]) -> dict[str, ZoneName]:
    return {
        name: ZoneName(zones=tuple(zones.split()), season=season)
        for names, zones in table.items()
        for name in names.split()
    }


ABBREVIATIONS = {
    **_named(
        "",
        {
            "ET HE": "America/New_York",
            "CT": "America/Chicago",
            "MT": "America/Denver",
            "PT": "America/Los_Angeles",
            "UTC Z": "UTC",
            "HST": "Pacific/Honolulu",
            "MSK": "Europe/Moscow",
            "IST": "Asia/Kolkata Asia/Jerusalem",
            "JST": "Asia/Tokyo",
            "KST": "Asia/Seoul",
            "SGT": "Asia/Singapore",
            "HKT": "Asia/Hong_Kong",
            "PHT": "Asia/Manila",
            "ICT": "Asia/Bangkok",
            "PKT": "Asia/Karachi",
            "GST": "Asia/Dubai",
            "SAST": "Africa/Johannesburg",
            "WAT": "Africa/Lagos",
            "EAT": "Africa/Nairobi",
            "BRT": "America/Sao_Paulo",
            "AWST": "Australia/Perth",
        },
    ),
    **_named(
        "standard",
        {
            "EST HNE": "America/New_York",
            "CST": "America/Chicago Asia/Shanghai",
            "HNC": "America/Chicago",
            "MST": "America/Denver America/Phoenix",
            "HNR": "America/Denver",
            "PST HNP": "America/Los_Angeles",
            "AST HNA": "America/Halifax America/Puerto_Rico",
            "NST HNT": "America/St_Johns",
            "AKST": "America/Anchorage",
            "GMT": "UTC Europe/London",
            "WET": "Europe/Lisbon",
            "CET HNEC": "Europe/Paris",
            "EET": "Europe/Athens",
            "AEST": "Australia/Sydney Australia/Brisbane",
            "ACST": "Australia/Adelaide Australia/Darwin",
            "NZST": "Pacific/Auckland",
        },
    ),
    **_named(
        "summer",
        {
            "EDT HAE": "America/New_York",
            "CDT HAC": "America/Chicago",
            "MDT HAR": "America/Denver",
            "PDT HAP": "America/Los_Angeles",
            "ADT HAA": "America/Halifax",
            "NDT HAT": "America/St_Johns",
            "AKDT": "America/Anchorage",
            "BST": "Europe/London Asia/Dhaka",
            "WEST": "Europe/Lisbon",
            "CEST HAEC": "Europe/Paris",
            "EEST": "Europe/Athens",
            "IDT": "Asia/Jerusalem",
            "AEDT": "Australia/Sydney",
            "ACDT": "Australia/Adelaide",
            "NZDT": "Pacific/Auckland",
        },
    ),
}
"""As people in North America, Europe and the Pacific write them; several zones where they share a name."""

ONLY_IN_CAPITALS = frozenset(
    {"ET", "HE", "CT", "MT", "PT", "Z", "EST", "IST", "WET", "WEST", "EAT", "HAT", "HAC", "HAR"}
)
"""Names that are other words in small letters."""
AFTER_HALF_OF_DAY = frozenset({"CT", "MT", "PT"})
"""Of these, what stands after "10am" or "3pm" can be nothing else, unless in French."""

REGIONS = {
    "america/new_york": "eastern, l'est, boston, miami, atlanta, washington, philadelphia, ny, nyc",
    "america/toronto": "quebec, quebecoise, ottawa",
    "america/chicago": "central, centre, dallas, houston, austin, minneapolis",
    "america/denver": "mountain, rocheuses, calgary, montagnes",
    "america/los_angeles": "pacific, pacifique, san francisco, seattle, las vegas, la, sf",
    "america/halifax": "atlantic, l'atlantique, maritimes",
    "america/st_johns": "newfoundland, terre-neuve",
    "europe/paris": "france, francaise, french, lyon, marseille, lille, bordeaux, nantes, toulouse, nice, "
    "strasbourg, central european",
    "europe/london": "uk, british, britannique, londres, manchester, edinburgh, angleterre, england",
    "europe/brussels": "bruxelles, belge, belgique, belgium",
    "europe/zurich": "geneve, geneva, lausanne, suisse, swiss",
    "europe/lisbon": "lisbonne",
    "europe/madrid": "barcelona, barcelone",
    "europe/rome": "milan, milano",
    "europe/berlin": "munich, hamburg, hambourg, frankfurt, francfort, cologne, german, allemande",
    "europe/vienna": "vienne",
    "europe/copenhagen": "copenhague",
    "europe/warsaw": "varsovie",
    "europe/athens": "athenes, eastern european",
    "europe/moscow": "moscou",
    "africa/casablanca": "maroc, rabat",
    "africa/algiers": "alger",
    "america/mexico_city": "mexico",
    "asia/kolkata": "india, inde, mumbai, delhi, new delhi, bangalore",
    "asia/shanghai": "beijing, pekin, china, chine",
    "asia/singapore": "singapour",
    "asia/seoul": "seoul",
    "asia/dubai": "dubai",
}
"""What people name instead of the city of a zone; zones in small letters."""
