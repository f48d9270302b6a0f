"""What narrows a list of posts: whose, when, where, which state, in any order."""

from typing import Any

from bot.language.line import TypedLine
from bot.language.moment.spans import SpanRead, is_open_ended, read_days, span_at
from bot.language.parts import cut_person
from bot.language.post.words import KINDS, SCOPES, STATES
from bot.language.requests import ListScope, Span
from bot.language.words import PLATFORMS

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

WITHOUT_WHOSE = (FILLERS - {"my", "mes"}) | {"all", "everything", "tout", "tous", "toutes"}
"""What says nothing where nobody's posts can be asked for: "my" would be dropped in silence there, "all" is so."""

EVERY_FILTER = frozenset({"scope", "span", "platform", "state", "kind", "owner"})

Found = tuple[str, Any, int]


def cut_filters(line: TypedLine, *, taking: frozenset[str] = EVERY_FILTER) -> tuple[dict[str, Any], TypedLine]:
    """The filters by the names of `ListPosts`, and what is left of the line: those that are not taken stay there."""
    fields: dict[str, Any] = {}
    rest, at = line, 0
    while at < len(rest.words):
        found = _filter_at(rest, at, taking)
        if found and found[0] not in fields:
            fields[found[0]] = found[1]
            rest = rest.without(at, found[2])
        else:
            at += 1
    if "owner" in taking:
        fields, rest = _with_person(fields, rest)
    return _with_days(fields, rest) if "span" in taking else (fields, rest)


def _filter_at(line: TypedLine, at: int, taking: frozenset[str]) -> Found | None:
    if "scope" in taking and (scope := SCOPES.at(line.words, at)):
        return "scope", ListScope(scope[0]), scope[1]
    if "span" in taking and (span := _span_alone(line, at)):
        return "span", span.span, span.end
    for name, names in (("platform", PLATFORMS), ("state", STATES), ("kind", KINDS)):
        if name in taking and (named := names.at(line.words, at)):
            return name, named[0], named[1]
    return None


def _span_alone(line: TypedLine, at: int) -> SpanRead | None:
    """Not the month of "dec 1-7" and "1 december", whose days say more."""
    span = span_at(line.words, at, line.here)
    beside = span and [*line.words[max(0, at - 1) : at], *line.words[span.end : span.end + 1]]
    is_part = span and span.span.name == "month" and any(each[:1].isdigit() for each in beside or ())
    return None if is_part else span


def _with_person(fields: dict[str, Any], line: TypedLine) -> tuple[dict[str, Any], TypedLine]:
    owner_id, owner_name, rest = cut_person(line)
    if owner_id or owner_name:
        fields |= {"owner_id": owner_id, "owner_name": owner_name}
    return fields, rest


def _with_days(fields: dict[str, Any], rest: TypedLine) -> tuple[dict[str, Any], TypedLine]:
    if "span" not in fields and not is_open_ended(rest.words) and (days := read_days(rest.typed(), rest.here)):
        fields["span"] = Span(name="day" if days[0] == days[1] else "days", first=days[0], last=days[1])
        rest = rest.after(len(rest.tokens))
    return fields, rest
