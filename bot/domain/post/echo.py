"""When two posts say the same: which are compared, on which words, and from which likeness on. Knows no platform API.

Likeness itself is computed by the services, with a library.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.post.fields import Trait, names_with
from bot.domain.posts import Post, PostState

ALIKE = 0.85
"""From here on two texts are pointed out. Indel similarity: 1 is the same words, 0 nothing in common."""

RECENT = timedelta(days=90)
"""On one platform a text that was only changed a little may come back after this long; an exact copy never may."""

SHORT = 20
"""Characters of words below which only copies count: "Happy new year 2027" is not an echo of 2026's."""

ADDRESSES = re.compile(r"(?:https?://|www\.)\S+|<[@#!][^<>]*>|(?<!\w)@\w[\w.-]*")
"""Links and mentions, as they read after NFKC and in lower case."""

NO_WORD = re.compile(r"[\W_]+")


COMPARED = names_with(Trait.COMPARED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """Another post with (nearly) the same text; *likeness* is in [`ALIKE`, 1]."""

    post: Post
    likeness: float

    @property
    def is_exact(self) -> bool:
        return self.likeness == 1


def words_of(text: str) -> str:
    """What of *text* is compared: lower case after NFKC, without links, mentions, emoji, points and final hashtags.

    A hashtag inside of a sentence is a word. A text of nothing but such things is compared as it is written; only
    white space gives an empty result.
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = ADDRESSES.sub(" ", plain).split()
    while words and (words[-1].startswith("#") or not any(map(str.isalnum, words[-1]))):
        words.pop()
    return NO_WORD.sub(" ", " ".join(words)).strip() or " ".join(plain.split())


def said_by(post: Post) -> str:
    """What of it other posts may say as well."""
    return "\n".join(filter(None, (getattr(post, name) for name in COMPARED)))


def has_voice(post: Post) -> bool:
    """Whether other posts can be echoes of it: it says something and was not called off."""
    return bool(said_by(post).strip()) and post.state is not PostState.CANCELLED


def is_compared(one: Post, other: Post, *, is_exact: bool = False) -> bool:
    """Symmetric. Everything on another platform; on the same one what lies close, and exact copies."""
    if one.id == other.id or one.strategy_id != other.strategy_id:
        return False
    return is_exact or one.platform is not other.platform or _lie_close(moment_of(one), moment_of(other))


def moment_of(post: Post) -> datetime | None:
    """When its readers saw it or will see it."""
    return post.stands_at or post.created_at


def _lie_close(one: datetime | None, other: datetime | None) -> bool:
    return one is None or other is None or abs(one - other) <= RECENT
