"""How long a text is as its platform counts it."""

from functools import lru_cache

from bot.domain.platform_limits import BYTE_LIMITS, Room, Unit, text_limit
from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy

OWN_WAYS = frozenset({Platform.X, Platform.MASTODON, Platform.BLUESKY, Platform.THREADS})
"""Who counts something else than code points."""


def room_of(post: Post, strategy: Strategy | None = None) -> Room:
    return room_on(post.platform, post.text, strategy)


def room_on(platform: Platform, text: str, strategy: Strategy | None = None) -> Room:
    """In the characters of the platform; in bytes, where only these are too many."""
    room = Room(used=length_on(platform, text), limit=text_limit(platform, strategy))
    if platform not in BYTE_LIMITS or room.is_over:
        return room
    from bot.services.plan.character_counts import shortened  # as below

    heavy = Room(used=len(shortened(text).encode()), limit=BYTE_LIMITS[platform], unit=Unit.BYTE)
    return heavy if heavy.is_over else room


@lru_cache(maxsize=2048)  # texts are counted on each card and in each radar
def length_on(platform: Platform, text: str) -> int:
    """Characters used: code points but in `OWN_WAYS`."""
    if platform not in OWN_WAYS:
        return len(text)
    from bot.services.plan.character_counts import COUNTS  # its patterns cost two megabytes: for who writes there

    return COUNTS[platform](text)
