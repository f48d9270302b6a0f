"""Parts that many commands take, cut out of a line: a post's number, a link, a person, a moment."""

import re
from typing import Any

from bot.language.line import Line
from bot.language.moments import when_at
from bot.language.pieces import MYSELF
from bot.language.requests import ME

NUMBER = re.compile(r"(?P<mark>p|#|n°|no\.?|nº)?-?0*(?P<number>[1-9]\d{0,8})")
MARKS = frozenset({"p", "#", "n°", "no", "nº", "post", "publication"})
ADDRESS = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/\S+", re.IGNORECASE)
TO = frozenset({"to", "a", "by", "par", "for", "pour", "on", "le", "au", "@"})


def cut_number(line: Line) -> tuple[str | None, Line]:
    """The post's number ("P12", "#12"; at either end also "12") as "P12", and the line without it."""
    for at, word in enumerate(line.words):
        if word in MARKS and at + 1 < len(line.words) and re.fullmatch(r"0*[1-9]\d{0,8}", line.words[at + 1]):
            return f"P{int(line.words[at + 1])}", line.without(at, at + 2)
        found = NUMBER.fullmatch(word)
        if found and found["mark"]:
            return f"P{found['number']}", line.without(at, at + 1)
    return _cut_bare_number(line)


def _cut_bare_number(line: Line) -> tuple[str | None, Line]:
    for at in (0, len(line.words) - 1):
        found = NUMBER.fullmatch(line.words[at]) if line.words else None
        if found and (at == 0 or line.tokens[at - 1].kind == "link"):
            return f"P{found['number']}", line.without(at, at + 1)
    return None, line


def cut_link(line: Line) -> tuple[str, Line]:
    """The first web address, with a scheme, or ""."""
    for at, token in enumerate(line.tokens):
        if token.kind == "link":
            return token.text.rstrip(",;"), line.without(at, at + 1)
        if token.kind == "word" and ADDRESS.fullmatch(token.text):
            return f"https://{token.text}", line.without(at, at + 1)
    return "", line


def cut_person(line: Line) -> tuple[str | None, str, Line]:
    """A member's id or `ME`, else a name typed as "@amy", and the line without them and their preposition."""
    for at, token in enumerate(line.tokens):
        start = at - 1 if at and line.words[at - 1] in TO else at
        if token.kind == "member":
            return token.text, "", line.without(start, at + 1)
        if token.folded in MYSELF:
            return ME, "", line.without(start, at + 1)
        if token.kind == "word" and len(token.text) > 1 and token.text.startswith("@"):
            return None, token.text.strip("@,;:.!"), line.without(start, at + 1)
    return None, "", line


def cut_moment(line: Line) -> tuple[dict[str, Any], Line]:
    """The arguments of a request that a moment fills (`When.asked`). Raises the moment's fault."""
    for at in range(len(line.words)):
        start = at - 1 if at and line.words[at - 1] in TO else at
        if found := when_at(line.words, at, line.here):
            return found.asked, line.without(start, found.end)
    return {}, line
