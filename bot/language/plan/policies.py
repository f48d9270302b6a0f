"""A policy in words: "error avoid cheap, best on instagram", "30 minutes d'écart", "heures 9h-18h"."""

import re
from typing import Any

from bot.domain.plan.policy_checks import clock_span
from bot.domain.plan_parts import PolicyKind
from bot.domain.strategy import Platform
from bot.language.counts import figure_at
from bot.language.line import TypedLine
from bot.language.plan.requests import AddPolicy
from bot.language.plan.words import AT_MOST, POLICIES, SEVERITIES
from bot.language.vocabulary import folded
from bot.language.words import PLATFORMS

ON = frozenset({"on", "sur", "in", "dans"})
NUMBER = re.compile(r"(?:at most |max |au plus )?(\d{1,4})(?: ?(?:min|minutes?|hashtags?|at most|max|au plus))?")
LEAD = re.compile(r"^(?:from|between|de|des|entre)\s+", re.IGNORECASE)
ADDRESS = re.compile(r"(?:https?://)?(?=[^\s<>|]+\.[^\s<>|])[^\s<>|]++")


def policy_of(line: TypedLine) -> AddPolicy:
    severity, line = _cut_first(line, SEVERITIES)
    platforms, line = _cut_platforms(line)
    kind, value = _policy_kind(line)
    if kind is None:
        return AddPolicy(**_unnamed(line), **severity, platforms=platforms)
    if kind is PolicyKind.TEXT:
        return AddPolicy(kind=kind, text=value.strip("\"'“”«» "), **severity, platforms=platforms)
    read = value_of(kind, value)
    missed = (value,) if read is None and value else ()
    return AddPolicy(kind=kind, value=read or "", **severity, platforms=platforms, not_understood=missed)


def _unnamed(line: TypedLine) -> dict[str, Any]:
    """A text in quotes is one that people read."""
    if len(line.tokens) == 1 and line.tokens[0].kind == "quoted":
        return {"kind": PolicyKind.TEXT, "text": line.tokens[0].text}
    return {"not_understood": (line.typed(),) if line.tokens else ()}


def _cut_first(line: TypedLine, names: Any) -> tuple[dict[str, Any], TypedLine]:
    """How strict it is, at either end of the line."""
    if found := names.at(line.words, 0):
        return {"severity": found[0]}, line.after(found[1])
    last = len(line.words) - 1
    if last > 0 and (found := names.at(line.words, last)):
        return {"severity": found[0]}, line.without(last, last + 1)
    return {}, line


def _cut_platforms(line: TypedLine) -> tuple[tuple[Platform, ...], TypedLine]:
    """ "… on instagram and x" at the end."""
    for at, word in enumerate(line.words):
        found = _only_platforms(line, at + 1) if word in ON else []
        if found:
            return tuple(dict.fromkeys(found)), line.without(at, len(line.tokens))
    return (), line


def _only_platforms(line: TypedLine, at: int) -> list[Platform]:
    """Those that stand from *at* on, where nothing else does."""
    found: list[Platform] = []
    while at < len(line.words):
        named = PLATFORMS.at(line.words, at)
        if named is None and line.words[at] not in {"and", "et", ""}:
            return []
        found += [named[0]] if named else []
        at = named[1] if named else at + 1
    return found


def _policy_kind(line: TypedLine) -> tuple[PolicyKind | None, str]:
    """The kind by its name at the start, or after a number: "5 hashtags", "30 minutes apart"."""
    named = POLICIES.at(line.words, 0)
    if named:
        return named[0], line.typed(named[1])
    start = AT_MOST.at(line.words, 0)
    line = line.after(start[1]) if start else line
    figure = figure_at(line, 0)
    after = POLICIES.at(line.words, figure.end) if figure else None
    if figure and after and after[1] == len(line.words):
        return after[0], line.typed(0, figure.end)
    return None, ""


def value_of(kind: PolicyKind, typed: str) -> str | None:
    """The value of a policy as it is kept; None where *typed* is none for its kind."""
    bare = " ".join(typed.split()).strip('"“”«»').strip(" :")
    if kind is PolicyKind.REQUIRE_IMAGE_TEXT:
        return "" if not bare else None
    if kind in (PolicyKind.MOST_HASHTAGS, PolicyKind.MINUTES_APART):
        found = NUMBER.fullmatch(folded(bare))
        return str(int(found[1])) if found else None
    if kind is PolicyKind.WORKING_HOURS:
        joined = re.sub(r"\s+(?:to|until|and|à|a|et|jusqu['’]à)\s+", "-", LEAD.sub("", bare))
        return joined if clock_span(joined) else None
    if kind is PolicyKind.REQUIRE_LINK:
        address = re.sub(r"^(?:to|vers)\s+", "", bare)
        return address if ADDRESS.fullmatch(address) else None
    return bare or None
