"""What narrows a list of posts: whose, when, where, which state, in any order."""

from typing import Any

from bot.language.line import Line
from bot.language.parts import cut_person
from bot.language.requests import ListScope, Span
from bot.language.spans import read_days, span_at
from bot.language.words import KINDS, PLATFORMS, SCOPES, STATES

FILLERS = frozenset(
    {"on", "sur", "in", "dans", "en", "by", "par", "of", "de", "du", "des", "d'", "for", "pour", "from", "the"}
    | {
        "le",
        "la",
        "les",
        "l'",
        "posts",
        "post",
        "publications",
        "publication",
        "and",
        "et",
        "are",
        "is",
        "this",
        "my",
        "mes",
        "with",
        "avec",
    }
)

Found = tuple[str, Any, int]


def cut_filters(line: Line) -> tuple[dict[str, Any], Line]:
    """The filters by the names of `ListPosts`, and what is left of the line."""
    fields: dict[str, Any] = {}
    rest, at = line, 0
    while at < len(rest.words):
        found = _filter_at(rest, at)
        if found and found[0] not in fields:
            fields[found[0]] = found[1]
            rest = rest.without(at, found[2])
        else:
            at += 1
    return _with_person(fields, rest)


def _filter_at(line: Line, at: int) -> Found | None:
    if scope := SCOPES.at(line.words, at):
        return "scope", ListScope(scope[0]), scope[1]
    if span := span_at(line.words, at, line.here):
        return "span", span.span, span.end
    for name, names in (("platform", PLATFORMS), ("state", STATES), ("kind", KINDS)):
        if named := names.at(line.words, at):
            return name, named[0], named[1]
    return None


def _with_person(fields: dict[str, Any], line: Line) -> tuple[dict[str, Any], Line]:
    owner_id, owner_name, rest = cut_person(line)
    if owner_id or owner_name:
        fields |= {"owner_id": owner_id, "owner_name": owner_name}
    if "span" not in fields and (days := read_days(rest.typed(), rest.here)):
        fields["span"] = Span(name="day" if days[0] == days[1] else "days", first=days[0], last=days[1])
        rest = rest.after(len(rest.tokens))
    return fields, rest
