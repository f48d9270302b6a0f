"""The addresses that X and Mastodon make links of, where they begin and end; it weighs nothing.

Source: twitter-text 3.1 (github.com/twitter/twitter-text, extractUrlsWithIndices), whose rules both follow, Mastodon
with wider paths and only after http(s):// (its twitter_regex.rb and StatusLengthValidator). Each pattern looks at a
character once and keeps what it took (`++`), so that a text costs what it is long.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import regex  # type: ignore[import-untyped]  # ships no types

Span = tuple[int, int]

LATIN = "à-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\u0300-\u036fḀ-ỿ"
CYRILLIC = "\u0400-\u04ff"
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
NONSENSE = "\ufffe\ufeff\uffff"
SPLITS = rf"!'#%&()*+,./:;<=>?@\[\]\\^{{|}}~$\s\u0085\u180e{NONSENSE}{DIRECTIONS}"
"""What no label of a domain has in it, as the inside of a character class; emoji and « » may stand there."""

LABEL = rf"(?:(?!https?://)[^{SPLITS}])++"
START = regex.compile(
    rf"(?<![A-Za-z0-9@＠$#＃{NONSENSE}])(?P<protocol>https?://)?(?=[^_-])"
    rf"(?:(?P<labels>{LABEL}(?:\.{LABEL})++)|{LABEL}(*SKIP)(*FAIL))",
    regex.IGNORECASE,
)
"""Two labels at least; a word without a dot is passed over at once."""
LATIN_LABELS = regex.compile(rf"(?:[a-z0-9{LATIN}-]++\.)++", regex.IGNORECASE)
ENDING = regex.compile(r"(?P<punycode>xn--[0-9a-z-]++)|[0-9a-z]++|[^\x00-\x7f]{2,15}", regex.IGNORECASE)
GOES_ON = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ@+-")
"""After these, what looked like a top-level domain is none."""

DOT = re.compile(r"\.")

LONGEST_LABEL = 63
"""Characters, as the domain name system spells it."""

LONGEST = 4096
SHORT = regex.compile(
    r"https?://t\.co/([a-z0-9]++)(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]_.,~|-]*[a-z0-9_&=#/-])?", regex.IGNORECASE
)
LONGEST_CODE = 40
"""X's own short links end with their code, of so many characters, whatever follows it."""


class Dialect(NamedTuple):
    """What a path and a query are made of, as insides of character classes; *bare*: names alone are links too."""

    path: str
    path_end: str
    query: str
    query_end: str
    bare: bool


OF_X = Dialect(
    path=rf"a-z0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{CYRILLIC}{LATIN}",
    path_end=rf"a-z0-9+\-=_#/{CYRILLIC}{LATIN}",
    query=r"a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|",
    query_end=r"a-z0-9\-_&=#/",
    bare=True,
)
OF_MASTODON = Dialect(
    path=r"^\s<>()?",
    path_end=r"^\s()?!*\"'「」<>;:=,.$%\[\]~&|@",
    query=r"a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^\u00a0-\U0010fffd",
    query_end=r"a-z0-9_&=#/\-\u00a0-\U0010fffd",
    bare=False,
)


def addresses(text: str, dialect: Dialect) -> Iterator[Span]:
    """Where each link of *text*, which is in NFC, begins and ends, in their order."""
    at = 0
    while found := START.search(text, at):
        start, end = _name(text, *found.span("labels"))
        if not end:
            at = found.end()
            continue
        behind = _behind(dialect).match(text, end)
        at = behind.end() + 1  # one character at least stands between two
        if start != found.start("labels") or not _can_be(text[start:end]) or behind.end() - start > LONGEST:
            continue
        if found["protocol"]:
            yield from _full(text, found.start(), behind.end())
        elif dialect.bare and not text.endswith(("-", "_", ".", "/"), 0, start):
            yield from _bare(text, start, end, behind)


def _full(text: str, start: int, end: int) -> Iterator[Span]:
    own = SHORT.match(text, start, end)
    if own is None or len(own[1]) <= LONGEST_CODE:
        yield own.span() if own else (start, end)


def _bare(text: str, start: int, end: int, behind: "regex.Match[str]") -> Iterator[Span]:
    """Without http:// only the Latin parts of a name are links, and behind the last nothing but a path is."""
    while found := LATIN_LABELS.search(text, start, end):
        ends = filter(None, (_ending(text, at) for at in reversed(_after_dots(text, *found.span()))))
        last = next(ends, 0)
        if last:
            yield found.start(), behind.end() if behind["path"] and last == end else last
        start = last or found.end()


def _name(text: str, first: int, last: int) -> Span:
    """The first domain in dotted labels, as long as it can be; (0, 0) where there is none."""
    starts = [first, *_after_dots(text, first, last)]
    found, end = (0, 0), 0
    for start, stop in reversed(list(pairwise([*starts, last + 1]))):
        label = text[start : stop - 1]
        if label.startswith(("-", "_")) or label.endswith(("-", "_")):
            end = 0
        elif not end and "_" not in label and stop <= last:
            end = _ending(text, stop)
        found = (start, end) if end else found
    return found


def _after_dots(text: str, first: int, last: int) -> list[int]:
    return [each.end() for each in DOT.finditer(text, first, last)]


def _ending(text: str, at: int) -> int:
    """Where the top-level domain that begins *at* ends; 0 where none does."""
    found = ENDING.match(text, at)
    if found is None or found["punycode"]:
        return found.end() if found else 0
    word = found[0].lower()
    tried = [word] if word[0].isascii() else [word[:size] for size in range(len(word), 1, -1)]
    ends = at + len(next((each for each in tried if each in _endings()), ""))
    return ends if ends > at and text[ends : ends + 1] not in GOES_ON else 0


def _can_be(name: str) -> bool:
    """Each label must fit as the domain name system spells it (Punycode)."""
    if name.startswith("xn--") and not LATIN_LABELS.search(name):
        return False
    return all(0 < _spelled(label) <= LONGEST_LABEL for label in name.split("."))


def _spelled(label: str) -> int:
    if label.isascii() or len(label) > LONGEST_LABEL:
        return len(label)
    parts = re.split("[。．｡]", label)  # full stops too, where names are resolved
    return sum(len(each) if each.isascii() else 4 + len(each.encode("punycode")) for each in parts) + len(parts) - 1


@cache
def _behind(dialect: Dialect) -> "regex.Pattern[str]":
    """Port, path with pairs of brackets one deep in another, query; neither of these ends in punctuation."""
    general, ending = f"[{dialect.path}]", f"[{dialect.path_end}]"
    brackets = rf"\((?:{general}*+\({general}++\){general}*+|{general}++)\)"
    path = rf"(?P<path>/(?:(?:{general}|{brackets})*{ending})?(?:{brackets})*+)?"
    query = rf"(?:\?[{dialect.query}]*[{dialect.query_end}])?"
    return regex.compile(rf"(?::\d+)?{path}{query}", regex.IGNORECASE)


@cache
def _endings() -> frozenset[str]:
    """Every top-level domain, from the list that browsers use (publicsuffix.org), as the package carries it."""
    from publicsuffixlist import PSLFILE

    lines = Path(PSLFILE).read_text(encoding="utf-8").splitlines()
    return frozenset(line.rpartition(".")[2] for line in lines if line and not line.startswith("//"))
