"""A typed text as tokens: words, quoted pieces, mentions and links, with Slack's own marks taken off."""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from bot.language.vocabulary import folded_word
from bot.language.zone_words import ABBREVIATIONS

TokenKind = Literal["word", "quoted", "member", "link", "channel"]

TOKEN = re.compile(
    r"""<@(?P<member>[UW][A-Z0-9]+)(?:\|[^<>]*)?>
      | <(?P<link>https?://[^|<>\s]+)(?:\|[^<>]*)?>
      | <(?P<mail>mailto:[^|<>]+)(?:\|[^<>]*)?>
      | <\#(?P<channel>[CG][A-Z0-9]+)(?:\|[^<>]*)?>
      | "(?P<double>[^"]+)" | “(?P<curly>[^“”]+)[”"] | «(?P<french>[^«»]+)» | „(?P<low>[^„“”]+)[“”]
      | (?<!\w)(?P<single>['‘](?P<inside>[^'‘’\n]++(?:(?<=\w)['’]\w[^'‘’\n]*+)*+)['’])(?!\w)
      | (?P<url>https?://[^\s<>"]+)
      | (?P<key>(?<!\S)(?:text|texte|title|titre|theme|thème|campaign|campagne|label|kind|genre|due
                  |learned|appris):)(?=\S)
      | (?P<word>[^\s"“”«»<]+|.)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Nothing looks past another sign of its own kind, so that however many are never closed, the text is read once."""

QUOTES = ("double", "curly", "french", "low", "inside")


@dataclass(frozen=True, kw_only=True)
class Token:
    """One piece of a text: *text* is what it says, *raw* how it was typed, between *start* and *end*."""

    kind: TokenKind
    text: str
    raw: str
    start: int
    end: int
    is_zone: bool = False

    @cached_property
    def folded(self) -> str:
        """As it is looked up; what is no word is never found, and a zone stays in capitals: "ET" is no « et »."""
        if self.is_zone:
            return self.text.strip(AROUND)
        return folded_word(self.text) if self.kind == "word" else ""


CLOSED_INSIDE = re.compile(r"<(https?://[^|<>\s]++)((?:\|[^<>]*+)?)>")
"""Slack takes what closes a quote into the link before it: "<https://lune.example">."""

LINK = re.compile(r"<((?:https?://|mailto:)[^|<>\s]+)(?:\|[^<>]*)?>")
NAMED = re.compile(r"<([@#])[A-Z0-9]+\|([^<>]+)>")


def unescaped(text: str) -> str:
    """*text* as the person saw it: links and names without Slack's brackets, and its three escapes undone."""
    if "<" not in text and "&" not in text:
        return text
    plain = NAMED.sub(r"\1\2", LINK.sub(lambda found: found[1].removeprefix("mailto:"), text))
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


AROUND = "().,;:!?…"


def tokens(text: str) -> list[Token]:
    """In a line all in capitals, none of them tell a zone."""
    found = [_token(each) for each in TOKEN.finditer(_closed_outside(text)) if not each[0].isspace()]
    if not any(each.kind == "word" and each.text != each.text.upper() for each in found):
        return found
    after = [each.folded for each in found[1:]] + [""]
    return [
        replace(token, is_zone=True) if _is_zone(token) and following not in PARTS_OF_HOUR else token
        for token, following in zip(found, after, strict=True)
    ]


def _closed_outside(text: str) -> str:
    """*text*, as long as it was, with what closes a quote after the link instead of in it."""
    return CLOSED_INSIDE.sub(_with_mark_after, text) if "<http" in text else text


def _with_mark_after(found: re.Match[str]) -> str:
    link, label = found.groups()
    bare = link.rstrip("\"”»“'’")
    return found[0] if bare == link else f"<{bare}>{link[len(bare) :]}" + " " * len(label)


PARTS_OF_HOUR = frozenset({"demi", "demie", "quart"})


def _is_zone(token: Token) -> bool:
    return token.kind == "word" and token.text.strip(AROUND) in ABBREVIATIONS


def _token(found: re.Match[str]) -> Token:
    kind, text = _reading(found)
    return Token(kind=kind, text=unescaped(text), raw=unescaped(found[0]), start=found.start(), end=found.end())


def _reading(found: re.Match[str]) -> tuple[TokenKind, str]:
    if found["member"]:
        return "member", found["member"]
    if link := found["link"] or found["url"]:
        return "link", link
    if found["channel"]:
        return "channel", found["channel"]
    for name in QUOTES:
        if found[name]:
            return "quoted", found[name].strip()
    return "word", found[0]


def words(pieces: list[Token]) -> list[str]:
    """The folded words of *pieces*, "" for what is no word, so that positions stay."""
    return [each.folded for each in pieces]


def as_typed(text: str, pieces: list[Token]) -> str:
    """The stretch of *text* that *pieces* cover, spaces included."""
    return unescaped(text[pieces[0].start : pieces[-1].end]) if pieces else ""
