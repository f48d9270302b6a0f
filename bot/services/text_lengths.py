"""How long a text is as its platform counts it."""

import unicodedata
from functools import lru_cache
from pathlib import Path

import regex  # type: ignore[import-untyped]  # ships no types

from bot.domain.limits import URL_WEIGHT, Room, text_limit, weight
from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy

END = r"(?<![.,;:!?)\]])"
LINK = regex.compile(rf"https?://[^\s<>\"']+{END}", regex.IGNORECASE)
LETTERS = "0-9a-zß-öø-ɏ"
"""Of a domain that X links without https://: ASCII and accented Latin, so that other scripts around it end it."""

EMOJI = regex.compile(r"\p{Emoji_Presentation}|\uFE0F|\u20E3|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\u200D")


def room_of(post: Post, strategy: Strategy | None = None) -> Room:
    return room_on(post.platform, post.text, strategy)


def room_on(platform: Platform, text: str, strategy: Strategy | None = None) -> Room:
    return Room(used=length_on(platform, text), limit=text_limit(platform, strategy))


def length_on(platform: Platform, text: str) -> int:
    """Characters used: weighted on X, links as 23 on Mastodon, graphemes on Bluesky, code points elsewhere.

    Mastodon links only what says https:// (its StatusLengthValidator), X also what ends like an address.
    """
    if platform is Platform.X:
        return _weighted(text)
    if platform is Platform.MASTODON:
        return len(graphemes(LINK.sub("u" * URL_WEIGHT, text)))
    if platform is Platform.BLUESKY:
        return len(graphemes(text))
    return len(text)


def graphemes(text: str) -> list[str]:
    """What a reader takes for one character: a family of four, a flag, an accented letter."""
    return list(regex.findall(r"\X", text))


def _weighted(text: str) -> int:
    """As X counts: NFC first, 23 for an address, 2 for an emoji however it is composed."""
    normal = unicodedata.normalize("NFC", text)
    rest, addresses = _addresses().subn("", normal)
    plain = len(rest) if rest.isascii() else sum(_weight_of(each) for each in graphemes(rest))
    return int(addresses * URL_WEIGHT + plain)


@lru_cache(maxsize=1)  # made when X is first written for
def _addresses() -> "regex.Pattern[str]":
    """Links as X finds them, also without https:// where the ending is a top-level domain.

    Source: twitter-text 3 (extractUrlsWithIndices, validAsciiDomain): no mention, hashtag, cashtag or mail address.
    """
    name = rf"(?<![{LETTERS}@＠$#＃_./-])(?:[{LETTERS}-]++\.)+(?=[a-z]|[^\x00-\x7f])\L<endings>(?![0-9a-z@+-])"
    path = r"(?::\d+)?(?:[/?][^\s<>\"']*)?"
    return regex.compile(rf"{LINK.pattern}|{name}{path}{END}", regex.IGNORECASE, endings=_endings())


def _endings() -> set[str]:
    """Every top-level domain, from the list that browsers use (publicsuffix.org), as the package carries it."""
    from publicsuffixlist import PSLFILE

    lines = Path(PSLFILE).read_text(encoding="utf-8").splitlines()
    return {line.rpartition(".")[2] for line in lines if line and not line.startswith("//")}


@lru_cache(maxsize=4096)  # a month of posts is written with a few hundred
def _weight_of(grapheme: str) -> int:
    return 2 if EMOJI.search(grapheme) else sum(map(weight, grapheme))
