"""`/checkin oops …`, `/checkin C3 …`, `/checkin corrections` as requests: mistakes and how they are put right."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from bot.domain.engage.corrections import NoticedBy, Remedy
from bot.domain.moments import at_local, local
from bot.language.line import TypedLine
from bot.language.moment.moments import When, when_at
from bot.language.parts import cut_number, cut_person
from bot.language.requests import Request
from bot.language.vocabulary import Vocabulary, folded

NOTICED = Vocabulary(
    {
        NoticedBy.CUSTOMER: "noticed by a customer, noticed by customer, by a customer, from a customer, a customer, "
        "customer, remarque par un client, remarquee par un client, signale par un client, signalee par un client, "
        "remarque par une cliente, remarquee par une cliente, signale par une cliente, signalee par une cliente, "
        "par un client, par une cliente, un client, une cliente, client, cliente",
        NoticedBy.US: "noticed by us, by us, us, ourselves, remarque par nous, remarquee par nous, par nous, nous",
    }
)
REMEDIES = Vocabulary(
    {
        Remedy.CORRECTED: "corrected, fixed, mended, corrige, corrigee",
        Remedy.APOLOGISED: "apologised, apologized, said sorry, sorry, excuses, excuses presentees, avec excuses",
        Remedy.TAKEN_DOWN: "taken down, took it down, removed, deleted, retiree, retire, supprimee, supprime",
    }
)
ANSWER = frozenset({"answer", "answered", "said", "reponse", "repondu", "dit"})
AT = frozenset({"noticed", "seen", "remarque", "remarquee", "vu", "vue", "at", "on", "le", "a"})
DONE = frozenset(
    {"done", "fixed", "right", "corrected", "closed", "fait", "corrige", "corrigee", "regle", "reglee"}
    | {"repare", "reparee", "reparer"}
)
EDIT = frozenset({"edit", "change", "modifier", "modifie", "changer"})
NUMBER = re.compile(r"c-?0*([1-9]\d{0,8})")


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOnCorrection(Request):
    """A mistake in a post that is out, as far as it was understood. *owner_id* may be `ME`."""

    post_id: str | None = None
    what: str = ""
    noticed_at: datetime | None = None
    noticed_by: NoticedBy | None = None
    remedies: tuple[Remedy, ...] = ()
    answer: str = ""
    owner_id: str | None = None
    owner_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchCorrection(Request):
    """*deed*: "show", "done", "edit" or "give"."""

    correction_id: str
    deed: str = "show"
    owner_id: str | None = None
    owner_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCorrections(Request):
    """The open ones, and those put right last."""


def correction_number(word: str) -> str:
    found = NUMBER.fullmatch(folded(word))
    return f"C{found[1]}" if found else ""


def touch_correction_asked(line: TypedLine) -> TouchCorrection | None:
    """ "C3", "C3 done", "done C3", "C3 to @dan"."""
    at = next((n for n, word in enumerate(line.words[:2]) if correction_number(word)), None)
    if at is None or (at and line.words[0] not in DONE | EDIT):
        return None
    called = TouchCorrection(correction_id=correction_number(line.words[at]))
    rest = line.without(at, at + 1)
    if rest.words[:1] and rest.words[0] in DONE | EDIT:
        deed = "done" if rest.words[0] in DONE else "edit"
        return replace(called, deed=deed, not_understood=rest.after(1).leftover())
    owner_id, owner_name, left = cut_person(rest)
    if owner_id or owner_name:
        return replace(called, deed="give", owner_id=owner_id, owner_name=owner_name, not_understood=left.leftover())
    return replace(called, not_understood=rest.leftover())


def oops_asked(line: TypedLine) -> Request:
    """ "P12 "wrong price" noticed by a customer corrected answer "…"": without quotes, the rest is what was wrong."""
    touched = touch_correction_asked(line)
    if touched:
        return touched
    post_id, rest = cut_number(line)
    if not any(token.kind == "quoted" for token in rest.tokens):
        return TakeOnCorrection(post_id=post_id, what=rest.typed().strip(" :,"))
    owner_id, owner_name, rest = cut_person(rest)
    fields, left = _fields(rest.looking("past"))
    return TakeOnCorrection(
        post_id=post_id, owner_id=owner_id, owner_name=owner_name, **fields, not_understood=left.leftover()
    )


def _fields(line: TypedLine) -> tuple[dict[str, Any], TypedLine]:
    fields: dict[str, Any] = {}
    rest, at = line, 0
    while at < len(rest.tokens):
        found = next((each for read in READERS if (each := read(rest, at)) and _is_new(each, fields)), None)
        if found is None:
            at += 1
            continue
        name, value, end = found
        fields[name] = (*fields.get(name, ()), value) if name == "remedies" else value
        rest = rest.without(at, end)
    return fields, rest


Found = tuple[str, Any, int]


def _is_new(found: Found, fields: dict[str, Any]) -> bool:
    return found[0] == "remedies" or found[0] not in fields


def _answer(line: TypedLine, at: int) -> Found | None:
    after = at + 2 if at + 1 < len(line.tokens) and line.tokens[at + 1].raw == ":" else at + 1
    is_said = line.words[at] in ANSWER and after < len(line.tokens) and line.tokens[after].kind == "quoted"
    return ("answer", line.tokens[after].text, after + 1) if is_said else None


def _what(line: TypedLine, at: int) -> Found | None:
    token = line.tokens[at]
    return ("what", token.text, at + 1) if token.kind == "quoted" else None


def _noticed_by(line: TypedLine, at: int) -> Found | None:
    found = NOTICED.at(line.words, at)
    return ("noticed_by", *found) if found else None


def _remedy(line: TypedLine, at: int) -> Found | None:
    found = REMEDIES.at(line.words, at)
    return ("remedies", *found) if found else None


def _noticed_at(line: TypedLine, at: int) -> Found | None:
    start = at + 1 if line.words[at] in AT else at
    found = when_at(line.words, start, line.here) if start < len(line.words) else None
    moment = _moment(found, line) if found else None
    return ("noticed_at", moment, found.end) if found and moment else None


def _moment(when: When, line: TypedLine) -> datetime | None:
    """A day alone is its noon, or now where that is still to come. Raises the moment's fault."""
    checked = when.checked()
    if checked.due is not None:
        return checked.due.at
    day: date | None = checked.day or (line.here.today if checked.clock else None)
    if day is None:
        return None
    clock = checked.clock or local(line.here.now, line.here.zone).time().replace(hour=12, minute=0, second=0)
    return min(at_local(day, clock, checked.zone or line.here.zone), line.here.now)


READERS: tuple[Callable[[TypedLine, int], Found | None], ...] = (_answer, _what, _noticed_by, _remedy, _noticed_at)
