"""Two teams in their first hour, an English and a French one: what they type, and the calendar they bring along."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.i18n import Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who sets the bot up (*lead*), who reviews (*mate*), and how they say things.

    *opens_at*: when the post of today is due, on the strategy's wall; *extra*: more days with a post, such as
    a working day that others have off.
    """

    language: str
    lead: str
    mate: str
    locale: str
    zone: str
    typed: Mapping[str, str]
    words: Mapping[str, str]
    due_clock: str
    extra: Sequence[int] = ()

    @property
    def t(self) -> Translator:
        return Translator(self.locale, self.zone)


ENGLISH = Crew(
    language="en",
    lead="UBOB",
    mate="UDAN",
    locale="en-GB",
    zone="Europe/London",
    due_clock="15:00",
    typed={
        "setup": "/parution setup",
        "early": '/post add "A word before the plan" on linkedin due 18/12 10:00 text "We are new here."',
        "objective": '/objective engagement "More people who talk with us" until 2027-05-31',
        "instagram": '/plan platform instagram for "pictures of the day" owner @bob reviewer @dan rhythm 3 review yes',
        "linkedin": "/plan platform linkedin owner @dan rhythm 1 limit 200 characters",
        "limit": "/plan limit 3 a day",
        "tighter": "/plan limit 2 a day",
        "budget": "/plan budget 100 a month",
        "policy": "/plan policy avoid cheap",
        "tool": "/plan tool Buffer",
        "theme": '/plan theme "Winter" 7/12..18/12',
        "day": '/plan day "Company day" 24/12',
        "check": "/plan check december",
        "away": "/checkin away 12/9",
        "review": "/post review P2",
        "changes": '/post changes P2 "Shorter, please"',
        "edit": "/post edit P2",
        "approve": "/post approve P2",
    },
    words={
        "file": "calendar.csv",
        "columns": "title;platform;kind;due;owner;text;spend;checklist",
        "objective": "More people who talk with us",
        "purpose": "pictures of the day",
        "theme": "Winter",
        "day": "Company day",
        "avoided": "cheap",
        "title": "Idea",
        "contest": "Snow contest",
        "quiz": "Photo contest",
        "ends": "Open until 20 December.",
        "rules": "Rules in the bio.",
        "wish": "Shorter, please",
        "long": "What we learned this year about wax, wicks and glass. ",
        "good": "Made to last",
        "early": "A word before the plan",
        "why": "Our neighbours are there.",
        "first": "First snow over the harbour, and the kettle is on.",
        "second": "First snow. Kettle on.",
    },
)

FRENCH = Crew(
    language="fr",
    lead="UAMY",
    mate="UCHLOE",
    locale="fr-FR",
    zone="America/Toronto",
    due_clock="10:00",
    extra=(4, 28),
    typed={
        "setup": "/parution configurer",
        "early": '/post ajouter "Un mot avant le plan" sur linkedin pour le 18/12 à 10h texte "Nous voici."',
        "objective": '/objective engagement "Plus de gens qui nous parlent" jusqu\'au 31/5/2027',
        "instagram": "/plan plateforme instagram pour « images du jour » responsable @amy relectrice @chloé rythme 3 "
        "relecture oui",
        "linkedin": "/plan plateforme linkedin responsable @chloé rythme 1 limite 200 caractères",
        "limit": "/plan limite 3 par jour",
        "tighter": "/plan limite 2 par jour",
        "budget": "/plan budget 100 par mois",
        "policy": "/plan règle éviter pas cher",
        "tool": "/plan outil Buffer",
        "theme": '/plan thème "Hiver" 7/12..18/12',
        "day": '/plan jour "Journée d’équipe" 24/12',
        "check": "/plan vérifier décembre",
        "away": "/checkin absence 9/12",
        "review": "/post relire P2",
        "changes": '/post à revoir P2 "Plus court"',
        "edit": "/post modifier P2",
        "approve": "/post approuver P2",
    },
    words={
        "file": "calendrier.csv",
        "columns": "titre;plateforme;genre;échéance;responsable;texte;dépense;checklist",
        "objective": "Plus de gens qui nous parlent",
        "purpose": "images du jour",
        "theme": "Hiver",
        "day": "Journée d’équipe",
        "avoided": "pas cher",
        "title": "Idée",
        "contest": "Concours de neige",
        "quiz": "Concours photo",
        "ends": "Ouvert jusqu’à dimanche.",
        "rules": "Règlement en bio.",
        "wish": "Plus court",
        "long": "Ce que cette année nous a appris sur la cire et le verre. ",
        "good": "Fait pour durer",
        "early": "Un mot avant le plan",
        "why": "Nos voisins y sont.",
        "first": "Première neige sur le port, et la bouilloire chante.",
        "second": "Première neige, et du thé.",
    },
)


# --- the calendar that the team brings along

NONE = "[]"
"""In the column of the steps: this contest has none, so that what they would see to is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the file: a day of December, at a full hour."""

    day: int
    hour: int = 10
    platform: str = "instagram"
    kind: str = "news"
    owner: str = ""
    title: str = ""
    text: str = ""
    spend: str = ""
    checklist: str = ""


def calendar(crew: Crew) -> bytes:
    """December with something wrong of every kind, and a post of today, P2, that nothing is wrong with."""
    words = crew.words
    today = [words["good"], "instagram", "story", f"2026-11-23T{crew.due_clock}", crew.lead, words["first"], "", ""]
    table = io.StringIO()
    lines = csv.writer(table, delimiter=";", lineterminator="\n")
    lines.writerow(words["columns"].split(";"))
    lines.writerow(today)
    for number, row in enumerate(with_kinds(list(rows(crew)))):
        title = row.title or f"{words['title']} {number + 1}"
        due = f"2026-12-{row.day:02}T{row.hour:02}:00"
        lines.writerow([title, row.platform, row.kind, due, row.owner, row.text, row.spend, row.checklist])
    return table.getvalue().encode()


def rows(crew: Crew) -> Iterator[Row]:
    """The 3rd and the 8th are empty; the 10th holds too much, on the 24th nobody works; the 28th begins a week
    without LinkedIn."""
    words, lead, mate = crew.words, crew.lead, crew.mate
    for day in (1, 4, 7, 14, 17, 21, 23, 24, 29, 30, 31):
        yield Row(day=day, owner=lead)
    for day in crew.extra:
        yield Row(day=day, hour=16, owner=lead)
    yield Row(day=2, platform="linkedin", owner=mate)
    yield Row(day=30, hour=15, owner=lead, text=f"{words['avoided']} !")
    yield Row(day=9, platform="linkedin", owner=mate)
    yield Row(day=22, platform="linkedin", owner=mate, text=words["long"] * 6)
    yield Row(day=31, hour=15, owner=lead)
    for hour in (9, 12, 15):
        yield Row(day=10, hour=hour, owner=lead)
    yield Row(day=11, owner=lead, kind="contest", title=words["contest"], text=words["ends"], checklist=NONE)
    yield Row(day=16, owner=lead, kind="contest", title=words["quiz"], text=words["rules"], checklist=NONE)
    yield Row(day=15, platform="facebook", spend="90")


def with_kinds(made: Sequence[Row]) -> list[Row]:
    """Half of them are news: with the early post one too many, and one post of another kind evens it out."""
    news, odd = divmod(len(made), 2)
    assert not odd, "an even number of rows, so that one post more is enough"
    plain = [row for row in made if row.kind == "news"]
    others = {id(row) for row in plain[news:]}
    return [Row(**{**_fields(row), "kind": "question"}) if id(row) in others else row for row in made]


def _fields(row: Row) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__slots__}
