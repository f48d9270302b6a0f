"""The country that a time zone is in."""

import pytest

from bot.i18n.places import country_of


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Paris", "FR"),
        ("America/Montreal", "CA"),
        ("Asia/Kolkata", "IN"),
        ("Etc/UTC", ""),
        ("UTC", ""),
        ("Nowhere", ""),
    ],
)
def test_the_country_is_that_of_the_zone(zone: str, country: str) -> None:
    assert country_of(zone) == country
