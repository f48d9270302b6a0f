"""A platform of the plan in words: "instagram owner @amy rhythm 3", "plateforme x relecture oui"."""

from typing import Any

from bot.language.counts import figure_at
from bot.language.line import TypedLine
from bot.language.plan.policies import ON
from bot.language.plan.requests import Person, SetPlatform
from bot.language.plan.words import A_WEEK, PER, PERIODS, PLATFORM_KEYS, YES_NO
from bot.language.requests import ME
from bot.language.words import MYSELF, PLATFORMS

MEMBERS = frozenset({"owner", "backup", "reviewer"})

Field = tuple[str, Any, int]


def platform_of(line: TypedLine) -> SetPlatform:
    start = 1 if line.words[:1] and line.words[0] in ON else 0
    named = PLATFORMS.at(line.words, start)
    rest = line.after(named[1]) if named else line
    fields, leftover = _fields(rest)
    return SetPlatform(platform=named[0] if named else None, **fields, not_understood=leftover)


def _fields(line: TypedLine) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The parts of a platform that their names announce, and the rest as typed."""
    fields: dict[str, Any] = {}
    rest, at = line, 0
    while at < len(rest.tokens):
        found = _field(rest, at)
        if found and found[0] not in fields:
            fields[found[0]] = found[1]
            rest = rest.without(at, found[2])
        else:
            at += 1
    return fields, rest.leftover()


def _field(line: TypedLine, at: int) -> Field | None:
    key = PLATFORM_KEYS.at(line.words, at)
    if key is None:
        return _bare_rhythm(line, at)
    name, after = key
    if after < len(line.tokens) and line.tokens[after].raw == ":":
        after += 1
    if name in MEMBERS:
        return _member(name, line, after)
    if name == "review":
        return _review(line, after)
    return _number(name, line, after) if name in {"rhythm", "text_limit"} else _words(name, line, after)


def _member(name: str, line: TypedLine, at: int) -> Field | None:
    found = person_at(line, at)
    return (name, *found) if found else None


def person_at(line: TypedLine, at: int, *, is_announced: bool = True) -> tuple[Person, int] | None:
    """Who is named at *at*, and where that ends; without "@" only where a person *is_announced*."""
    if at >= len(line.tokens):
        return None
    token = line.tokens[at]
    if token.kind == "member":
        return Person(id=token.text), at + 1
    if token.folded in MYSELF:
        return Person(id=ME), at + 1
    is_marked = token.kind == "word" and token.text.startswith("@")
    end = line.here.people.at(line.words, at) if is_marked or is_announced else None
    name = line.typed(at, end or at + 1).strip("@,;:.!") if is_marked or end else ""
    return (Person(name=name), end or at + 1) if name else None


def _review(line: TypedLine, at: int) -> Field | None:
    said = YES_NO.at(line.words, at)
    person = person_at(line, at + (1 if line.words[at : at + 1] in (["by"], ["par"]) else 0))
    if person:
        return ("reviewer", *person)
    return ("review_required", said[0], said[1]) if said else ("review_required", True, at)


def _number(name: str, line: TypedLine, at: int) -> Field | None:
    figure = figure_at(line, at)
    if figure is None or figure.is_percent or (name == "text_limit" and figure.whole is None):
        return None
    end = after_units(line, figure.end, A_WEEK if name == "rhythm" else frozenset())
    if PERIODS & set(line.words[end : end + 1]):
        return None
    return name, figure.whole if name == "text_limit" else figure.value, end


def _bare_rhythm(line: TypedLine, at: int) -> Field | None:
    """ "3 a week" says what it is of."""
    figure = figure_at(line, at)
    if figure is None or figure.is_percent:
        return None
    end = after_units(line, figure.end, A_WEEK)
    return ("rhythm", figure.value, end) if A_WEEK & set(line.words[at:end]) else None


def after_units(line: TypedLine, at: int, period: frozenset[str]) -> int:
    """Where the words end that say what a number is of, and that it is of one *period*."""
    while at < len(line.words) and line.words[at] in PER | period:
        at += 1
    return at


def _words(name: str, line: TypedLine, at: int) -> Field | None:
    """A quoted text, or what stands up to the next name."""
    if at < len(line.tokens) and line.tokens[at].kind == "quoted":
        return name, line.tokens[at].text, at + 1
    end = at
    while end < len(line.tokens) and not (PLATFORM_KEYS.at(line.words, end) and end > at):
        end += 1
    return (name, line.typed(at, end), end) if end > at else None
