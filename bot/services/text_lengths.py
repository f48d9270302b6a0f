"""How long a text is as its platform counts it."""

import unicodedata
from functools import lru_cache

import regex  # type: ignore[import-untyped]  # ships no types

from bot.domain.limits import URL_WEIGHT, Room, text_limit, weight
from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy

_ENDINGS = "com|org|net|info|biz|edu|gov|io|co|eu|fr|ca|be|ch|lu|de|uk|us|me|tv|app|dev|shop|blog|quebec|paris"
URL = regex.compile(
    rf"(?:https?://[^\s<>\"']+|(?<![@\w.-])(?:[\p{{L}}\p{{N}}-]+\.)+(?:{_ENDINGS})\b(?:/[^\s<>\"']*)?)(?<![.,;:!?)\]])",
    regex.IGNORECASE,
)
"""Addresses as people write them, also without https:// where the ending is a usual one."""

EMOJI = regex.compile(r"\p{Emoji_Presentation}|\uFE0F|\u20E3|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\u200D")


def room_of(post: Post, strategy: Strategy | None = None) -> Room:
    return Room(used=length_on(post.platform, post.text), limit=text_limit(post.platform, strategy))


def length_on(platform: Platform, text: str) -> int:
    """Characters used: weighted on X, addresses as 23 on Mastodon, graphemes on Bluesky, code points elsewhere."""
    if platform is Platform.X:
        return _weighted(text)
    if platform is Platform.MASTODON:
        return len(graphemes(URL.sub("u" * URL_WEIGHT, text)))
    if platform is Platform.BLUESKY:
        return len(graphemes(text))
    return len(text)


def graphemes(text: str) -> list[str]:
    """What a reader takes for one character: a family of four, a flag, an accented letter."""
    return list(regex.findall(r"\X", text))


def _weighted(text: str) -> int:
    """As X counts: NFC first, 23 for an address, 2 for an emoji however it is composed."""
    normal = unicodedata.normalize("NFC", text)
    rest, addresses = URL.subn("", normal)
    plain = len(rest) if rest.isascii() else sum(_weight_of(each) for each in graphemes(rest))
    return int(addresses * URL_WEIGHT + plain)


@lru_cache(maxsize=4096)  # a month of posts is written with a few hundred
def _weight_of(grapheme: str) -> int:
    return 2 if EMOJI.search(grapheme) else sum(map(weight, grapheme))
