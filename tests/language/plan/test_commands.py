"""`/plan …` in English and French: what is understood of each form, and what stays as it was typed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import UserError
from bot.domain.plan_parts import PolicyKind, Severity
from bot.domain.strategy import Platform
from bot.language.plan.command import parse_plan
from bot.language.plan.requests import (
    AddDay,
    AddPolicy,
    AddTheme,
    AddTool,
    CheckPlan,
    Person,
    PlanRequest,
    SetBudget,
    SetDayLimit,
    SetPeople,
    SetPlatform,
    ShowCalendar,
)
from bot.language.requests import Help, OpenForm

NOW = datetime(2026, 11, 23, 14, tzinfo=UTC)
WINTER = (date(2026, 12, 1), date(2026, 12, 24))
AMY = Person(id="UAMY")


def read(typed: str, *, french: bool = False):
    return parse_plan(typed, now=NOW, zone="America/Montreal", french=french)


ENGLISH = {
    "": OpenForm(),
    "platform instagram owner <@UAMY> rhythm 3": SetPlatform(platform=Platform.INSTAGRAM, owner=AMY, rhythm=3),
    "platform instagram owner @amy": SetPlatform(platform=Platform.INSTAGRAM, owner=Person(name="amy")),
    'instagram 3 a week purpose "show the team" public parents language fr': SetPlatform(
        platform=Platform.INSTAGRAM, rhythm=3, purpose="show the team", public="parents", language="fr"
    ),
    "platform x limit 280 backup <@UAMY> reviewer me": SetPlatform(
        platform=Platform.X, text_limit=280, backup=AMY, reviewer=Person(id="me")
    ),
    "platform linkedin review no rhythm 0.5": SetPlatform(
        platform=Platform.LINKEDIN, review_required=False, rhythm=0.5
    ),
    "platform linkedin rhythm 2 a day": SetPlatform(platform=Platform.LINKEDIN, not_understood=("rhythm 2 a day",)),
    "platform linkedin rhythm often": SetPlatform(platform=Platform.LINKEDIN, not_understood=("rhythm often",)),
    "people": SetPeople(),
    "manager @bob": SetPeople(manager=Person(name="bob")),
    "manager <@UAMY>": SetPeople(manager=AMY),
    "country fr": SetPeople(country="FR"),
    "country Atlantis": SetPeople(not_understood=("Atlantis",)),
    "people instagram owner <@UAMY>": SetPlatform(platform=Platform.INSTAGRAM, owner=AMY),
    "limit 4 a day": SetDayLimit(posts=4),
    "limit 4 a week": SetDayLimit(not_understood=("4 a week",)),
    "limit 90 monthly": SetDayLimit(not_understood=("90 monthly",)),
    "limit off": SetDayLimit(is_off=True),
    "limit many": SetDayLimit(not_understood=("many",)),
    "budget 500 a month": SetBudget(amount=500),
    "budget 1 500,50 € a month": SetBudget(amount=1500.5, currency="EUR"),
    'budget 200 for "Winter"': SetBudget(amount=200, campaign="Winter"),
    "budget 200 cad campaign Winter sale": SetBudget(amount=200, campaign="Winter sale", currency="CAD"),
    "budget 500 a week": SetBudget(not_understood=("500 a week",)),
    "budget 20 eur a day": SetBudget(currency="EUR", not_understood=("20", "a day")),
    'budget 200 a week for "Winter"': SetBudget(campaign="Winter", not_understood=('200 a week for "Winter"',)),
    "budget 200 a month for Winter": SetBudget(campaign="Winter", not_understood=("200 a month for Winter",)),
    'budget "Winter" 200': SetBudget(amount=200, campaign="Winter"),
    "budget $300": SetBudget(amount=300),
    "budget off": SetBudget(is_off=True),
    'theme "Winter" 1/12..24/12': AddTheme(name="Winter", first=WINTER[0], last=WINTER[1]),
    "theme Winter 1/12..24/12 by <@UAMY>": AddTheme(name="Winter", first=WINTER[0], last=WINTER[1], owner=AMY),
    'theme "Tips" every monday': AddTheme(name="Tips", weekdays=frozenset({0})),
    "theme Winter": AddTheme(name="Winter"),
    "theme Coffee every monday": AddTheme(name="Coffee", weekdays=frozenset({0})),
    "theme Friday fun every friday from 1 dec": AddTheme(name="Friday fun", first=WINTER[0], weekdays=frozenset({4})),
    'theme "A" every friday from 1 dec': AddTheme(name="A", first=WINTER[0], weekdays=frozenset({4})),
    "theme Tips mondays and fridays 1/12..24/12": AddTheme(
        name="Tips", first=WINTER[0], last=WINTER[1], weekdays=frozenset({0, 4})
    ),
    "theme Winter from 1 dec to 24 dec": AddTheme(name="Winter", first=WINTER[0], last=WINTER[1]),
    "theme Fridays at work from 1 dec": AddTheme(name="Fridays at work", first=WINTER[0]),
    "policy avoid cheap, best": AddPolicy(kind=PolicyKind.AVOID_WORDS, value="cheap, best"),
    "policy error avoid cheap on instagram and x": AddPolicy(
        kind=PolicyKind.AVOID_WORDS,
        value="cheap",
        severity=Severity.ERROR,
        platforms=(Platform.INSTAGRAM, Platform.X),
    ),
    "policy at most 5 hashtags": AddPolicy(kind=PolicyKind.MOST_HASHTAGS, value="5"),
    "policy error 5 hashtags": AddPolicy(kind=PolicyKind.MOST_HASHTAGS, value="5", severity=Severity.ERROR),
    "policy 30 minutes apart": AddPolicy(kind=PolicyKind.MINUTES_APART, value="30"),
    "policy working hours 9:00 to 18:00": AddPolicy(kind=PolicyKind.WORKING_HOURS, value="9:00-18:00"),
    "policy hours 9am-5pm": AddPolicy(kind=PolicyKind.WORKING_HOURS, value="9am-5pm"),
    "policy hours from 9 am to 5 pm": AddPolicy(kind=PolicyKind.WORKING_HOURS, value="9 am-5 pm"),
    "policy hours whenever": AddPolicy(kind=PolicyKind.WORKING_HOURS, not_understood=("whenever",)),
    "policy link https://lune.example": AddPolicy(kind=PolicyKind.REQUIRE_LINK, value="https://lune.example"),
    "policy image text": AddPolicy(kind=PolicyKind.REQUIRE_IMAGE_TEXT),
    "policy disclosure #ad, partner": AddPolicy(kind=PolicyKind.DISCLOSURE, value="#ad, partner"),
    'policy "Be kind"': AddPolicy(kind=PolicyKind.TEXT, text="Be kind"),
    "policy gibberish": AddPolicy(not_understood=("gibberish",)),
    'day "Company day" 2/1': AddDay(name="Company day", day=date(2027, 1, 2)),
    'awareness "Tea day" 15/12': AddDay(name="Tea day", day=date(2026, 12, 15), is_free=False),
    "tool Buffer": AddTool(names=("Buffer",)),
    "tool": AddTool(),
    "tool Buffer, Hootsuite": AddTool(names=("Buffer", "Hootsuite")),
    "tool Canva, Metricool and Sprout": AddTool(names=("Canva", "Metricool", "Sprout")),
    "tool Buffer and Hootsuite": AddTool(names=("Buffer", "Hootsuite")),
    "tool Smith and Sons": AddTool(names=("Smith and Sons",)),
    'tool "Buffer, the blue one"': AddTool(names=("Buffer, the blue one",)),
    "calendar december": ShowCalendar(text="december"),
    "check": CheckPlan(),
    "check december": CheckPlan(first=date(2026, 12, 1)),
    "check next month": CheckPlan(first=date(2026, 12, 1)),
    "check 2026-12": CheckPlan(first=date(2026, 12, 1)),
    "check 12/2026": CheckPlan(first=date(2026, 12, 1)),
    "check for the month of december": CheckPlan(first=date(2026, 12, 1)),
    "check next week": CheckPlan(first=date(2026, 12, 1), is_part=True),
    "check 24/12": CheckPlan(first=date(2026, 12, 1), is_part=True),
    "check whenever": CheckPlan(not_understood=("whenever",)),
    "help theme": Help(about="theme"),
    "frobnicate": Help(not_understood=("frobnicate",)),
}

FRENCH = {
    "plateforme instagram responsable <@UAMY> rythme 3 par semaine relecture oui": SetPlatform(
        platform=Platform.INSTAGRAM, owner=AMY, rhythm=3, review_required=True
    ),
    "personnes": SetPeople(),
    "suivi @bob": SetPeople(manager=Person(name="bob")),
    "pays CA-QC": SetPeople(country="CA-QC"),
    "limite 4 par jour": SetDayLimit(posts=4),
    "limite 20 par semaine": SetDayLimit(not_understood=("20 par semaine",)),
    "budget 500 par semaine": SetBudget(not_understood=("500 par semaine",)),
    "budget 5000 par an": SetBudget(not_understood=("5000 par an",)),
    "instagram rythme 12 par mois": SetPlatform(platform=Platform.INSTAGRAM, not_understood=("rythme 12 par mois",)),
    "budget 500 $ par mois": SetBudget(amount=500),
    "budget 500 par mois": SetBudget(amount=500),
    "budget 500 $ pour « Hiver »": SetBudget(amount=500, campaign="Hiver"),
    "thème « Hiver » du 1er au 24 décembre": AddTheme(name="Hiver", first=WINTER[0], last=WINTER[1]),
    "thème « Astuce » chaque lundi": AddTheme(name="Astuce", weekdays=frozenset({0})),
    "thème Lundi conseils chaque lundi": AddTheme(name="Lundi conseils", weekdays=frozenset({0})),
    "thème Coulisses tous les mardis et jeudis à partir du 1er décembre": AddTheme(
        name="Coulisses", first=WINTER[0], weekdays=frozenset({1, 3})
    ),
    "thème Hiver dès le 1er décembre": AddTheme(name="Hiver", first=WINTER[0]),
    "thème Printemps du 1er au 31 mars": AddTheme(name="Printemps", first=date(2027, 3, 1), last=date(2027, 3, 31)),
    "règle éviter pas cher, meilleur": AddPolicy(kind=PolicyKind.AVOID_WORDS, value="pas cher, meilleur"),
    "règle erreur exiger #lune sur instagram": AddPolicy(
        kind=PolicyKind.REQUIRE_WORDS, value="#lune", severity=Severity.ERROR, platforms=(Platform.INSTAGRAM,)
    ),
    "règle heures de 9h à 18h": AddPolicy(kind=PolicyKind.WORKING_HOURS, value="9h-18h"),
    "règle heures entre 9 h et 18 h": AddPolicy(kind=PolicyKind.WORKING_HOURS, value="9 h-18 h"),
    "règle heures 9h-18h": AddPolicy(kind=PolicyKind.WORKING_HOURS, value="9h-18h"),
    "règle écart 30": AddPolicy(kind=PolicyKind.MINUTES_APART, value="30"),
    "règle texte d'image": AddPolicy(kind=PolicyKind.REQUIRE_IMAGE_TEXT),
    "jour « Journée d'équipe » 2/1": AddDay(name="Journée d'équipe", day=date(2027, 1, 2)),
    "journée « Journée du thé » 15/12": AddDay(name="Journée du thé", day=date(2026, 12, 15), is_free=False),
    "vérifier décembre": CheckPlan(first=date(2026, 12, 1)),
    "vérifier pour le mois de décembre": CheckPlan(first=date(2026, 12, 1)),
    "vérifier pour la semaine prochaine": CheckPlan(first=date(2026, 12, 1), is_part=True),
    "vérifier le mois prochain": CheckPlan(first=date(2026, 12, 1)),
    "outil Buffer": AddTool(names=("Buffer",)),
    "outils Buffer; Hootsuite et Canva": AddTool(names=("Buffer", "Hootsuite", "Canva")),
    "aide": Help(),
}


@pytest.mark.parametrize("typed", ENGLISH)
def test_english_is_understood(typed):
    request = read(typed)

    assert request == type(request)(**{**_fields(ENGLISH[typed]), "typed": request.typed})
    assert type(request) is type(ENGLISH[typed])


@pytest.mark.parametrize("typed", FRENCH)
def test_french_is_understood(typed):
    request = read(typed, french=True)

    assert request == type(request)(**{**_fields(FRENCH[typed]), "typed": request.typed})
    assert type(request) is type(FRENCH[typed])


def _fields(request):
    return {name: getattr(request, name) for name in type(request).__dataclass_fields__}


@given(
    st.text(max_size=80),
    st.sampled_from(["", "platform ", "policy ", "theme ", "budget ", "day ", "limit ", "check ", "people "]),
)
def test_whatever_is_typed_is_a_request_or_a_refusal_in_words(text, verb):
    try:
        key = type(read(verb + text)).__name__
    except UserError as error:
        key = error.key

    assert key in {*(each.__name__ for each in get_args(PlanRequest)), "days-backwards", "moment-weekday"}


BY_NAME = {
    "manager dan": SetPeople(manager=Person(name="dan")),
    "suivi par Marie-Ève Roy": SetPeople(manager=Person(name="Marie-Ève Roy")),
    "manager @dan": SetPeople(manager=Person(name="dan")),
    "platform tiktok owner ines backup bob": SetPlatform(
        platform=Platform.TIKTOK, owner=Person(name="ines"), backup=Person(name="bob")
    ),
    "plateforme tiktok responsable ines remplaçant bob": SetPlatform(
        platform=Platform.TIKTOK, owner=Person(name="ines"), backup=Person(name="bob")
    ),
    "platform tiktok by marie eve 3 a week": SetPlatform(
        platform=Platform.TIKTOK, owner=Person(name="marie eve"), rhythm=3
    ),
    "platform x review by dan": SetPlatform(platform=Platform.X, reviewer=Person(name="dan")),
    "theme Autumn october by dan": AddTheme(
        name="Autumn", first=date(2026, 10, 1), last=date(2026, 10, 31), owner=Person(name="dan")
    ),
    "theme Dan october": AddTheme(name="Dan", first=date(2026, 10, 1), last=date(2026, 10, 31)),
}


@pytest.mark.parametrize(("text", "expected"), BY_NAME.items())
def test_people_of_the_plan_are_found_by_name(text: str, expected: PlanRequest) -> None:
    people = ("Dan", "Inès Moreau", "Bob Miller", "Marie-Ève Roy")

    found = parse_plan(text, now=NOW, zone="America/Montreal", people=people)

    assert replace(found, typed="") == expected


SPRING = {"name": "Spring", "first": date(2027, 3, 1), "last": date(2027, 5, 31)}
STRETCHES = {
    "theme Spring from march to may": SPRING,
    "theme Printemps de mars à mai": SPRING | {"name": "Printemps"},
    "theme Winter november to january": {"name": "Winter", "first": date(2026, 11, 1), "last": date(2027, 1, 31)},
    "theme Été 21 juin - 21 septembre": {"name": "Été", "first": date(2027, 6, 21), "last": date(2027, 9, 21)},
    "theme Saint-Valentin du lundi 8 au dimanche 14 février": {
        "name": "Saint-Valentin",
        "first": date(2027, 2, 8),
        "last": date(2027, 2, 14),
    },
    "theme Conseils tous les mardis de décembre": {
        "name": "Conseils",
        "first": date(2026, 12, 1),
        "last": date(2026, 12, 31),
        "weekdays": frozenset({1}),
    },
    "theme Black Friday 27/11": {"name": "Black Friday", "first": date(2026, 11, 27)},
    "theme Black Friday november 27": {"name": "Black Friday", "first": date(2026, 11, 27)},
    "day Black Friday 27/11": {"name": "Black Friday", "day": date(2026, 11, 27)},
    "day Good Friday 26 march": {"name": "Good Friday", "day": date(2027, 3, 26)},
}


@pytest.mark.parametrize(("text", "expected"), STRETCHES.items())
def test_a_name_ends_where_its_days_begin(text: str, expected: dict[str, object]) -> None:
    found = read(text)

    assert {name: getattr(found, name) for name in expected} == expected
    assert not found.not_understood


@pytest.mark.parametrize(
    ("text", "name", "missed"),
    [
        ("theme Tips every other monday", "Tips", "every other monday"),
        ("theme Gifts the first week of december", "Gifts", "the first week of december"),
        ("theme Noël la première semaine de décembre", "Noël", "la première semaine de décembre"),
        ("theme Gifts weekends in december", "Gifts", "weekends in december"),
        ("theme Tips first monday of each month", "Tips", "first monday of each month"),
        ("day Tea day next friday", "Tea day", "next friday"),
    ],
)
def test_what_hangs_between_a_name_and_its_days_is_asked(text: str, name: str, missed: str) -> None:
    found = read(text)

    assert isinstance(found, AddTheme | AddDay)
    assert (found.name, found.not_understood) == (name, (missed,))
    assert isinstance(found, AddDay) or (found.first, found.last, found.weekdays) == (None, None, frozenset())


@pytest.mark.parametrize("text", ["theme Été dès juin", "theme Été à partir de juin", "theme Été from june"])
def test_a_theme_from_a_month_on_has_no_last_day_that_nobody_said(text: str) -> None:
    found = read(text)

    assert isinstance(found, AddTheme)
    assert (found.name, found.first, found.last, found.not_understood) == ("Été", date(2027, 6, 1), None, ())


def test_weekdays_among_other_words_are_asked() -> None:
    assert read("theme Rose tous les vendredis jusqu'à Noël").not_understood
