"""Every short name of a zone means the zone that calls itself so, in that half of the year; every region its own."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.language.zone_words import ABBREVIATIONS, REGIONS

HALVES = (datetime(2027, 1, 15, 12, tzinfo=UTC), datetime(2027, 7, 15, 12, tzinfo=UTC))
CALLED_OTHERWISE = {
    "ET": "EST", "CT": "CST", "MT": "MST", "PT": "PST", "HE": "EST",
    "HNE": "EST", "HNC": "CST", "HNR": "MST", "HNP": "PST", "HNA": "AST", "HNT": "NST", "HNEC": "CET",
    "HAE": "EDT", "HAC": "CDT", "HAR": "MDT", "HAP": "PDT", "HAA": "ADT", "HAT": "NDT", "HAEC": "CEST",
    "Z": "UTC", "PHT": "PST",
}  # fmt: skip
"""What tzdata has for the French names, and for those that it spells otherwise."""
WITHOUT_A_NAME = {
    "Asia/Singapore": "SGT", "Asia/Bangkok": "ICT", "Asia/Dubai": "GST", "America/Sao_Paulo": "BRT",
    "Asia/Dhaka": "BST",
}  # fmt: skip
"""Where tzdata has a figure only."""
ONE_OF_EACH = {
    "boston": "america/new_york", "ottawa": "america/toronto", "dallas": "america/chicago",
    "calgary": "america/denver", "seattle": "america/los_angeles", "maritimes": "america/halifax",
    "terre-neuve": "america/st_johns", "lyon": "europe/paris", "edinburgh": "europe/london",
    "belgique": "europe/brussels", "geneve": "europe/zurich", "lisbonne": "europe/lisbon",
    "barcelone": "europe/madrid", "milano": "europe/rome", "munich": "europe/berlin", "vienne": "europe/vienna",
    "copenhague": "europe/copenhagen", "varsovie": "europe/warsaw", "athenes": "europe/athens",
    "moscou": "europe/moscow", "rabat": "africa/casablanca", "alger": "africa/algiers",
    "mexico": "america/mexico_city", "mumbai": "asia/kolkata", "pekin": "asia/shanghai",
    "singapour": "asia/singapore", "seoul": "asia/seoul", "dubai": "asia/dubai",
}  # fmt: skip


def called(zone: str) -> dict[str, bool]:
    """Every name of the year, and whether it is that of its summer time."""
    there = [moment.astimezone(ZoneInfo(zone)) for moment in HALVES]
    return {each.tzname() or "": bool(each.dst()) for each in there} | ({"GMT": False} if zone == "UTC" else {})


@pytest.mark.parametrize("name", sorted(ABBREVIATIONS))
def test_a_short_name_is_of_the_zone_that_calls_itself_so_and_of_its_half_of_the_year(name):
    said, own = ABBREVIATIONS[name], CALLED_OTHERWISE.get(name, name)

    for zone in said.zones:
        summers = {WITHOUT_A_NAME[zone]: said.season == "summer"} if zone in WITHOUT_A_NAME else called(zone)
        assert own in summers, zone
        assert not said.season or summers[own] == (said.season == "summer"), zone


def test_one_place_of_each_region_is_in_its_own_zone():
    places = {place: zone for zone, words in REGIONS.items() for place in words.split(", ")}

    assert {place: places.get(place) for place in ONE_OF_EACH} == ONE_OF_EACH
    assert set(ONE_OF_EACH.values()) == set(REGIONS)
