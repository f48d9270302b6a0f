"""The characters of platforms that count in their own way; loaded with its patterns when a text for one is counted."""

import unicodedata
from collections.abc import Callable
from urllib.parse import quote, urlsplit

import regex  # type: ignore[import-untyped]  # ships no types

from bot.domain.platform_limits import LIGHT, URL_WEIGHT
from bot.domain.strategy import Platform
from bot.services.plan.addresses import OF_MASTODON, OF_X, Dialect, addresses

SIGN = r"\p{Extended_Pictographic}"
STYLE = r"\uFE0F?\p{Emoji_Modifier}?(?:[\U000E0020-\U000E007E]+\U000E007F)?"
EMOJI = regex.compile(
    rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\uFE0F?\u20E3"
    rf"|(?:\p{{Emoji_Presentation}}|{SIGN}(?=\uFE0F|\p{{Emoji_Modifier}}|\u200D{SIGN})){STYLE}(?:\u200D{SIGN}{STYLE})*"
)
"""A sign shown in colour, with all that is joined to it (Unicode Technical Standard 51, 1.4.9)."""

HEAVY = regex.compile("[^" + "".join(f"{chr(first)}-{chr(last)}" for first, last in LIGHT) + "]")

MASTODON_NAME = regex.compile(
    r"(?<![=/\w])(@[a-z0-9_]++(?:[.-]++[a-z0-9_]++)*+)@\w++(?:[.-]++\w++)*+", regex.IGNORECASE
)
"""Source: Mastodon, Account::MENTION_RE: of @name@server only @name is counted."""

BLUESKY_LINK = regex.compile(r"(?<![^\s(])https?://\S+", regex.IGNORECASE)
IN_PATH = "/%!$&'()*+,;=:@?|[]"
"""What a browser leaves as it is, beside letters and digits."""

PATH_SHOWN = 15
"""Characters of a link's path that Bluesky shows; of a longer one thirteen, and three dots."""


def graphemes(text: str) -> list[str]:
    """What a reader takes for one character: a family of four, a flag, an accented letter."""
    return list(regex.findall(r"\X", text))


def _on_x(text: str) -> int:
    """Weighted: 23 for an address, 2 for an emoji however it is composed, and for most of what is not Latin.

    Source: docs.x.com, counting-characters; held against twitter-text's validate.yml.
    """
    rest, more = _without_addresses(unicodedata.normalize("NFC", text.replace("\r\n", "\n")), OF_X)
    if rest.isascii():
        return len(rest) + more
    rest, pictures = EMOJI.subn("", rest)
    return len(rest) + len(HEAVY.findall(rest)) + 2 * int(pictures) + more


def _on_mastodon(text: str) -> int:
    """Graphemes: 23 for an address, the name alone of somebody on another server (its StatusLengthValidator)."""
    rest, more = _without_addresses(unicodedata.normalize("NFC", text), OF_MASTODON)
    return len(graphemes(MASTODON_NAME.sub(r"\1", rest))) + more


def _on_bluesky(text: str) -> int:
    """Graphemes of what it shows."""
    return len(graphemes(shortened(text)))


def _on_threads(text: str) -> int:
    """An emoji counts as the bytes of its UTF-8 (developers.facebook.com/docs/threads/posts)."""
    return len(text) + sum(len(each.encode()) - len(each) for each in EMOJI.findall(text))


COUNTS: dict[Platform, Callable[[str], int]] = {
    Platform.X: _on_x,
    Platform.MASTODON: _on_mastodon,
    Platform.BLUESKY: _on_bluesky,
    Platform.THREADS: _on_threads,
}


def _without_addresses(text: str, dialect: Dialect) -> tuple[str, int]:
    """*text* with one line end for each address, and what these count more than that."""
    kept, at = [], 0
    for start, end in addresses(text, dialect):
        kept.append(text[at:start])
        at = end
    return "\n".join([*kept, text[at:]]), (URL_WEIGHT - 1) * len(kept)


def shortened(text: str) -> str:
    """With each link as Bluesky shows it (its app's shortenLinks, and detectFacets of its API)."""
    return str(BLUESKY_LINK.sub(lambda found: _with_short_link(found[0]), text))


def _with_short_link(typed: str) -> str:
    link = typed[:-1] if typed.endswith(tuple(".,;:!?")) else typed
    link = link[:-1] if link.endswith(")") and "(" not in link else link
    return _shown(link) + typed[len(link) :]


def _shown(link: str) -> str:
    """Host and the beginning of the path, as a browser spells them; what is no address stays as it is."""
    try:
        parts = urlsplit(link)
        host = (parts.hostname or "").encode("idna").decode() + (f":{parts.port}" if parts.port else "")
    except ValueError:
        return link
    after = ((parts.query, "?"), (parts.fragment, "#"))
    path = quote(parts.path, safe=IN_PATH) if parts.path != "/" else ""
    path += "".join(sign + quote(each, safe=IN_PATH) for each, sign in after if each)
    return host + (path if len(path) <= PATH_SHOWN else f"{path[: PATH_SHOWN - 2]}...") if host else link
