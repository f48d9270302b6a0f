"""Holidays by the country's own rules, in the reader's language; company and awareness days kept apart."""

from dataclasses import replace
from datetime import date

import pytest

from bot.domain.plan_parts import Plan, SpecialDay
from bot.domain.strategy import Strategy
from bot.services.plan.holidays import is_holiday, is_place
from bot.services.plan.special_days import DaySort, days_of

BASE = Strategy(id="S1", name="Lune", channel_id="C1", zone="America/Montreal", manager_id="UAMY")


@pytest.mark.parametrize(
    ("country", "day", "locale", "name"),
    [
        ("FR", date(2026, 4, 6), "fr-FR", "Lundi de Pâques"),
        ("FR", date(2027, 3, 29), "en-GB", "Easter Monday"),
        ("FR", date(2026, 5, 14), "fr-CA", "Ascension"),
        ("CA", date(2026, 4, 3), "fr-CA", "Vendredi saint"),
        ("US", date(2026, 11, 26), "en-US", "Thanksgiving Day"),
        ("BE", date(2026, 5, 25), "fr-BE", "Lundi de Pentecôte"),
        ("FR", date(2024, 4, 1), "fr-FR", "Lundi de Pâques"),
        ("FR", date(2025, 6, 9), "fr-FR", "Lundi de Pentecôte"),
        ("FR", date(2038, 4, 26), "fr-FR", "Lundi de Pâques"),  # as late as it gets
        ("DE", date(2025, 4, 18), "de-DE", "Karfreitag"),
        ("GB", date(2026, 4, 3), "en-GB", "Good Friday"),
        ("CA", date(2026, 9, 7), "fr-CA", "Fête du Travail"),
        ("US", date(2027, 11, 25), "en-US", "Thanksgiving Day"),
        ("US", date(2026, 1, 19), "en-US", "Martin Luther King Jr. Day"),
        ("JP", date(2026, 3, 20), "en-US", "Vernal Equinox Day"),
        ("CA-QC", date(2026, 6, 24), "fr-CA", "Fête nationale du Québec"),
        ("CA-QC", date(2026, 10, 12), "fr-CA", "Action de grâce"),
        ("GB-ENG", date(2026, 4, 6), "en-GB", "Easter Monday"),
        ("CA-QC", date(2026, 5, 18), "en-CA", "National Patriots’ Day"),
        ("FR-57", date(2026, 12, 26), "fr-FR", "Saint-Étienne"),
    ],
)
def test_movable_holidays_fall_on_their_day_and_have_a_name(country, day, locale, name):
    found = days_of(replace(BASE, country=country), day, day, locale)

    assert [(each.name, each.sort) for each in found] == [(name, DaySort.HOLIDAY)]


@pytest.mark.parametrize(
    ("country", "day", "is_free"),
    [
        ("FR", date(2026, 4, 6), True),
        ("FR", date(2026, 4, 13), False),
        ("FR", date(2027, 4, 6), False),  # a year later Easter is elsewhere
        ("US", date(2026, 4, 6), False),
        ("us", date(2026, 11, 26), True),
        ("US", date(2026, 11, 19), False),
        ("CA", date(2026, 11, 26), False),
        ("CA-QC", date(2026, 6, 24), True),
        ("ca-qc", date(2026, 12, 25), True),
        ("CA-ON", date(2026, 6, 24), False),
        ("CA-ZZ", date(2026, 12, 25), False),
        ("", date(2026, 12, 25), False),
        ("ZZ", date(2026, 12, 25), False),
    ],
)
def test_reminders_policies_and_the_radar_know_the_same_holidays(country, day, is_free):
    assert is_holiday(country, day) is is_free
    assert bool(days_of(replace(BASE, country=country), day, day, "en-US")) is is_free


@pytest.mark.parametrize("country", ["", "ZZ"])
def test_a_country_that_is_not_known_has_none(country):
    assert days_of(replace(BASE, country=country), date(2026, 1, 1), date(2026, 12, 31), "en-US") == []


def test_the_turn_of_a_year_has_the_holidays_of_both():
    found = days_of(replace(BASE, country="CA"), date(2026, 12, 20), date(2027, 1, 5), "en-CA")

    assert [each.day for each in found] == [date(2026, 12, 25), date(2027, 1, 1)]


def test_company_days_and_awareness_days_are_kept_apart_in_the_order_of_days():
    days = (
        SpecialDay(name="Tea day", day=date(2026, 12, 15)),
        SpecialDay(name="Company day", day=date(2026, 12, 2), is_free=True),
        SpecialDay(name="Long gone", day=date(2025, 12, 2), is_free=True),
    )

    found = days_of(replace(BASE, plan=Plan(days=days)), date(2026, 12, 1), date(2026, 12, 31), "en-US")

    assert [(each.name, each.sort, each.is_free) for each in found] == [
        ("Company day", DaySort.COMPANY, True),
        ("Tea day", DaySort.AWARENESS, False),
    ]


@pytest.mark.parametrize(
    ("code", "is_known"),
    [("fr", True), ("CA-QC", True), ("gb-eng", True), ("ZZ", False), ("FRA", False), ("CA-", False), ("CA-ZZ", False)],
)
def test_places_are_known_by_the_letters_of_their_country_and_region(code, is_known):
    assert is_place(code) is is_known
