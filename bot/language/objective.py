"""`/objective …` as a request: show, set, close."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.strategy import ObjectiveKind
from bot.language.moments import read_when
from bot.language.requests import Help, OpenForm, Request
from bot.language.tokens import unescaped
from bot.language.words import HELP, Vocabulary, folded

VERBS = Vocabulary(
    {
        "show": "show, list, voir, montrer, liste, afficher",
        "set": "set, add, new, ajouter, nouveau, nouvel, fixer, definir",
        "edit": "edit, change, modifier, changer",
        "close": "close, finish, done, fermer, clore, terminer, cloturer",
        "reopen": "reopen, rouvrir",
        "help": HELP,
    }
)

KINDS = Vocabulary(
    {
        ObjectiveKind.AWARENESS: "awareness, visibility, notoriete, visibilite",
        ObjectiveKind.ENGAGEMENT: "engagement, community, communaute, interactions",
        ObjectiveKind.TRAFFIC: "traffic, trafic, visits, visites",
        ObjectiveKind.SALES: "sales, ventes, vente, conversions",
        ObjectiveKind.RECRUITING: "recruiting, recruitment, hiring, recrutement, embauche",
        ObjectiveKind.CARE: "care, service, customer care, customer service, service client, relation client",
    }
)

UNTIL = re.compile(
    r"\s(?:until|by|before|till|jusqu['’]au|jusqu['’]à|avant|d['’]ici|pour)\s+(?P<when>.+)$", re.IGNORECASE
)
NUMBER = re.compile(r"^\s*(?P<id>[oO]\d{1,6})\b\s*(?P<rest>.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetObjective(Request):
    """A new objective, or the change of one; what was not typed is empty.

    *is_guess*: nothing of it was understood, so that it may be anything.
    """

    objective_id: str = ""
    kind: ObjectiveKind | None = None
    statement: str = ""
    deadline: date | None = None
    is_guess: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseObjective(Request):
    objective_id: str = ""
    result: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenObjective(Request):
    objective_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowObjectives(Request):
    """All of them."""


ObjectiveRequest = SetObjective | CloseObjective | ReopenObjective | ShowObjectives | OpenForm | Help


def parse_objective(text: str, *, now: datetime, zone: str, french: bool = False) -> ObjectiveRequest:
    """What `/objective` *text* asks for. Raises `UserError("moment-past")` for a deadline that is over."""
    plain = unescaped(text).strip()
    if not plain:
        return OpenForm()
    words = plain.split()
    verb, end = VERBS.at([folded(word) for word in words], 0) or ("", 0)
    rest = plain.split(maxsplit=end)[end:] if end else [plain]
    body = rest[0] if rest else ""
    if verb == "help":
        return Help(typed=text)
    if verb == "show":
        return ShowObjectives(typed=text)
    objective_id, body = numbered(body)
    if verb == "close":
        return CloseObjective(typed=text, objective_id=objective_id, result=body)
    if verb == "reopen":
        return ReopenObjective(typed=text, objective_id=objective_id)
    found = described(text, body, objective_id, now=now, zone=zone, french=french)
    return replace(found, is_guess=not (verb or objective_id or found.kind or found.deadline))


def numbered(body: str) -> tuple[str, str]:
    found = NUMBER.match(body)
    return (found["id"].upper(), found["rest"].strip()) if found else ("", body)


def described(text: str, body: str, objective_id: str, *, now: datetime, zone: str, french: bool) -> SetObjective:
    deadline = None
    found = UNTIL.search(f" {body}")
    if found:
        when = read_when(found["when"], now=now, zone=zone, french=french)
        deadline = when.day if when else None
        if deadline:
            body = f" {body}"[: found.start()].strip()
    kind, statement = kind_in(body)
    return SetObjective(
        typed=text, objective_id=objective_id, kind=kind, statement=statement.strip(" \"“”«»'"), deadline=deadline
    )


def kind_in(body: str) -> tuple[ObjectiveKind | None, str]:
    words = body.split()
    kind, end = KINDS.at([folded(word) for word in words], 0) or (None, 0)
    rest = body.split(maxsplit=end)[end:] if end else [body]
    return kind, rest[0] if rest else ""
