"""What is typed is read in a time that grows as its length does: 8 000 characters of prose, and of the worst."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from bot.domain.errors import UserError
from bot.language import parse_checkin, parse_kpi, parse_post
from bot.language.counts import read_amount
from bot.language.engage.words import CHECKIN_VERBS
from bot.language.kpi.words import KPI_VERBS
from bot.language.moment.moments import Here, read_when
from bot.language.moment.spans import read_days, read_week
from bot.language.months import read_month
from bot.language.objective.command import VERBS, parse_objective
from bot.language.plan.command import parse_plan
from bot.language.plan.words import PLAN_VERBS
from bot.language.post.words import POST_VERBS
from bot.language.tokens import tokens
from tests.growth import LINEAR, growth, repeated

NOW = datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
ZONE = "America/Toronto"
HERE = Here(now=NOW, zone=ZONE)

ENGLISH = (
    "The first frost came on Tuesday and the kettle room fogged up, so every lid was tied by hand; Dan counted the "
    "ribbons twice, and we are still 2 short until Friday at 10, with 3 more to come in March. "
)
FRENCH = (
    "Nous servons le thé le lundi à 9 h et le vendredi jusqu’à la fin du mois, puis « une surprise » pour les "
    "clientes d’hier et d’aujourd’hui : 12/1 sur Instagram, par Amélie, avant Noël. "
)

COMMANDS = {
    "post": (parse_post, POST_VERBS),
    "plan": (parse_plan, PLAN_VERBS),
    "kpi": (parse_kpi, KPI_VERBS),
    "checkin": (parse_checkin, CHECKIN_VERBS),
    "objective": (parse_objective, VERBS),
}
WORST = {
    "post add": "every monday and ",
    "post edit": "text ",
    "post move": "from monday to ",
    "post list": "1/2 to ",
    "post copy": "x ",
    "post series": "in 2 days ",
    "post steps": "@a ",
    "post done": "at 10 ",
    "plan platform": "purpose ",
    "plan people": "by me ",
    "plan limit": "200 ",
    "plan budget": "200 ",
    "plan theme": "monday and ",
    "plan day": "1/2 to ",
    "plan awareness": "to ",
    "plan policy": "on x on ",
    "plan tool": "a, ",
    "plan check": "the ",
    "kpi log": "200 ",
    "kpi target": ": ",
    "kpi digest": "1..",
    "kpi numbers": "w1 ",
    "checkin status": "200 ",
    "checkin away": "jusqu'au ",
    "checkin question": "«",
    "objective set": "by ",
    "objective edit": "until ",
}
"""By command and verb, what costs most there; the others leave a text as it is, or cost what an unknown word does."""

UNCLOSED = [
    "'aaaa",
    "'a ",
    "“",
    "„",
    "« ",
    '"',
    "<",
    "<@U1|",
    "<https://",
    "<mailto:a",
    "1 200 ",
    "a\n",
    "\u00a0 ",
    "😀",
]
"""Where words are cut apart, which is the same for every command."""


def reader(name: str) -> Callable[[str], object]:
    parse = COMMANDS[name][0]

    def read(text: str) -> object:
        try:
            return parse(text, now=NOW, zone=ZONE)
        except UserError as refusal:
            return refusal

    return read


def verbs() -> list[tuple[str, str, str]]:
    """Each command, what each of its verbs means, and one way to type it."""
    found = []
    for name, (_, names) in COMMANDS.items():
        typed = {meaning: " ".join(phrase) for phrase, meaning in names.items()}
        found += [(name, meaning, phrase) for meaning, phrase in [("", ""), *typed.items()]]
    return found


@pytest.mark.parametrize(("name", "meaning", "typed"), verbs())
def test_prose_after_any_verb_costs_what_it_is_long(name, meaning, typed):
    assert growth(lambda text: reader(name)(f"{typed} {text}"), repeated(ENGLISH + FRENCH)) < LINEAR


@pytest.mark.parametrize(
    ("name", "typed", "piece"),
    [(name, typed, WORST[f"{name} {meaning}"]) for name, meaning, typed in verbs() if f"{name} {meaning}" in WORST],
)
def test_the_worst_after_a_verb_costs_what_it_is_long(name, typed, piece):
    assert growth(lambda text: reader(name)(f"{typed} {text}"), repeated(piece)) < LINEAR


@pytest.mark.parametrize(
    ("name", "piece"),
    [
        ("checkin", "in in "),
        ("checkin", "5 questions answered "),
        ("objective", "by q1 x "),
        ("objective", "in 3 "),
        ("post", "1 lundi sur "),
        ("post", "03-12 "),
    ],
)
def test_the_worst_without_a_verb_costs_what_it_is_long(name, piece):
    assert growth(reader(name), repeated(piece)) < LINEAR


@pytest.mark.parametrize("piece", UNCLOSED)
def test_what_is_opened_and_never_closed_is_read_once(piece):
    assert growth(tokens, repeated(piece)) < LINEAR


def test_every_worst_is_of_a_verb_that_there_is():
    assert set(WORST) <= {f"{name} {meaning}" for name, meaning, _ in verbs()}


@pytest.mark.parametrize("piece", ["1..", "1/2 to ", "  ", "le ", "w1 ", "200 ", "du ", ENGLISH])
@pytest.mark.parametrize(
    "read",
    [
        lambda text: read_month(text, now=NOW, zone=ZONE),
        lambda text: read_when(text, now=NOW, zone=ZONE),
        lambda text: read_days(text, HERE),
        lambda text: read_week(text, HERE),
        lambda text: read_amount(text, HERE),
    ],
    ids=["month", "moment", "days", "week", "amount"],
)
def test_a_field_that_is_read_costs_what_it_is_long(read, piece):
    assert growth(read, repeated(piece)) < LINEAR
