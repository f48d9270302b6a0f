"""`/objective …` as a request: show, set, close, take back."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.domain.moments import DAY_FIRST, DateOrder
from bot.domain.strategy import ObjectiveKind
from bot.language.line import TypedLine
from bot.language.moment.date_orders import in_one_order
from bot.language.moment.moments import Here
from bot.language.moment.readings import LineDateOrder
from bot.language.objective.deadlines import read_sentence
from bot.language.objective.words import KINDS, VERBS
from bot.language.post.undo import Undo, undo_asked
from bot.language.requests import Help, OpenForm, Request
from bot.language.tokens import tokens, unescaped
from bot.language.vocabulary import folded

NUMBER = re.compile(r"^\s*(?P<id>[oO]\d{1,6})\b\s*(?P<rest>.*)$", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfObjective(Request):
    """What is done to one objective. *said*: what was typed after the verb and the number."""

    objective_id: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetObjective(OfObjective):
    """A new objective, or the change of one (*is_edit*, also where no number says which); what was not typed is empty.

    *is_guess*: nothing of it was understood, so that it may be anything. What was not understood looked like a
    deadline, and still stands in the statement.
    """

    kind: ObjectiveKind | None = None
    statement: str = ""
    deadline: date | None = None
    is_edit: bool = False
    is_guess: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseObjective(OfObjective):
    """What was *said* is its result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenObjective(OfObjective):
    """What was closed goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoObjective(OfObjective):
    """What the member did last to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowObjectives(Request):
    """All of them."""


ObjectiveRequest = (
    SetObjective | CloseObjective | ReopenObjective | UndoObjective | ShowObjectives | Undo | OpenForm | Help
)


DEEDS: dict[str, type[CloseObjective | ReopenObjective | UndoObjective]] = {
    "close": CloseObjective,
    "reopen": ReopenObjective,
    "undo": UndoObjective,
}


def parse_objective(
    text: str, *, now: datetime, zone: str, french: bool = False, dates: DateOrder = DAY_FIRST
) -> ObjectiveRequest:
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
    here = Here(now=now, zone=zone, french=french, order=LineDateOrder(dates=dates))
    if verb == "undo" and not objective_id:
        return replace(undo_asked(TypedLine.of(body, tokens(body), here)), typed=text)
    if verb in DEEDS:
        return DEEDS[verb](typed=text, objective_id=objective_id, said=body)
    found = described(body, objective_id, here=here)
    is_guess = not (verb or objective_id or found.kind or found.deadline)
    return replace(found, typed=text, is_edit=bool(objective_id) or verb == "edit", is_guess=is_guess)


def numbered(body: str) -> tuple[str, str]:
    found = NUMBER.match(body)
    return (found["id"].upper(), found["rest"].strip()) if found else ("", body)


def described(body: str, objective_id: str = "", *, here: Here) -> SetObjective:
    """What *body* says of an objective."""
    return in_one_order(tokens(body), here, lambda here: _described(body, objective_id, here))


def _described(body: str, objective_id: str, here: Here) -> SetObjective:
    kind, rest = kind_in(body)
    sentence = read_sentence(rest, here)
    return SetObjective(
        objective_id=objective_id,
        said=body,
        kind=kind,
        statement=sentence.text.strip(" \"“”«»'"),
        deadline=sentence.deadline,
        not_understood=(sentence.missed,) if sentence.missed else (),
    )


def kind_in(body: str) -> tuple[ObjectiveKind | None, str]:
    words = body.split()
    kind, end = KINDS.at([folded(word) for word in words], 0) or (None, 0)
    rest = body.split(maxsplit=end)[end:] if end else [body]
    return kind, rest[0] if rest else ""
