"""Parts that many commands take, cut out of a line: a post's number, a link, a person, a moment."""

import re
from typing import Any

from bot.language.line import TypedLine
from bot.language.links import address_in
from bot.language.moment.durations import duration_at
from bot.language.moment.moments import when_at
from bot.language.requests import ME
from bot.language.words import MYSELF

NUMBER = re.compile(r"(?P<mark>p|#|n°|no\.?|nº)?-?0*(?P<number>[1-9]\d{0,8})")
MARKS = frozenset({"p", "#", "n°", "no", "nº", "post", "publication"})
TO = frozenset({"to", "a", "by", "par", "for", "pour", "on", "le", "au", "@"})


def cut_number(line: TypedLine) -> tuple[str | None, TypedLine]:
    """The post's number ("P12", "#12"; at either end also "12") as "P12", and the line without it.

    One at the start outweighs those after it: they may stand in a text.
    """
    if NUMBER.fullmatch("".join(line.words[:1])) and duration_at(line.words, 0) is None:
        return _cut_bare_number(line)
    for at, word in enumerate(line.words):
        if word in MARKS and at + 1 < len(line.words) and re.fullmatch(r"0*[1-9]\d{0,8}", line.words[at + 1]):
            return f"P{int(line.words[at + 1])}", line.without(at, at + 2)
        found = NUMBER.fullmatch(word)
        if found and found["mark"]:
            return f"P{found['number']}", line.without(at, at + 1)
    return _cut_bare_number(line)


def _cut_bare_number(line: TypedLine) -> tuple[str | None, TypedLine]:
    for at in (0, len(line.words) - 1):
        found = NUMBER.fullmatch(line.words[at]) if line.words else None
        if found and (at == 0 or line.tokens[at - 1].kind == "link"):
            return f"P{found['number']}", line.without(at, at + 1)
    return None, line


def cut_link(line: TypedLine) -> tuple[str, TypedLine]:
    """The first web address, with a scheme, or ""; quotes and brackets around it are no part of it."""
    for at, token in enumerate(line.tokens):
        found = address_in(token.text) if token.kind in {"link", "word", "quoted"} and " " not in token.text else ""
        if found:
            return found, line.without(at, at + 1)
    return "", line


def cut_person(line: TypedLine, *, at_once: bool = False) -> tuple[str | None, str, TypedLine]:
    """A member's id or `ME`, else a name as it was typed, and the line without them and their preposition.

    Marked people ("@amy", "me") come before mere names, which *at_once* stand at the start or nowhere.
    """
    for look in (_marked_person, _known_person):
        for at in range(len(line.tokens)):
            start = at - 1 if at and line.words[at - 1] in TO else at
            found = look(line, at) if look is _marked_person or start == 0 or not at_once else None
            if found:
                return found[0], found[1], line.without(start, found[2])
    return None, "", line


def _marked_person(line: TypedLine, at: int) -> tuple[str | None, str, int] | None:
    token = line.tokens[at]
    if token.kind == "member":
        return token.text, "", at + 1
    if token.folded in MYSELF:
        return ME, "", at + 1
    if token.kind == "word" and len(token.text) > 1 and token.text.startswith("@"):
        return None, *_named(line, at, line.here.people.at(line.words, at) or at + 1)
    return None


def _known_person(line: TypedLine, at: int) -> tuple[str | None, str, int] | None:
    end = line.here.people.at(line.words, at)
    return (None, *_named(line, at, end)) if end else None


def _named(line: TypedLine, at: int, end: int) -> tuple[str, int]:
    return line.typed(at, end).strip("@,;:.!"), end


def cut_moment(line: TypedLine, *, fillers: frozenset[str] = frozenset()) -> tuple[dict[str, Any], TypedLine]:
    """The arguments of a request that a moment fills (`When.asked`). Raises the moment's fault.

    Beside words that are no *fillers*, it is as likely something else ("friday fortnight"): it stays in the line.
    """
    for at in range(len(line.words)):
        start = at - 1 if at and line.words[at - 1] in TO else at
        if found := when_at(line.words, at, line.here):
            is_sure = line.stands_apart(start, found.end, fillers=fillers | TO)
            return (found.asked, line.without(start, found.end)) if is_sure else ({}, line)
    return {}, line
