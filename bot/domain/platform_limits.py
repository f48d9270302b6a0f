"""How long a text and a title may be on each platform; counting is done by the services.

For X docs.x.com, counting characters; Threads developers.facebook.com/docs/threads/posts; Bluesky the lexicon
app.bsky.feed.post; the others as usually given in 2026. Where one is disputed (TikTok, a Mastodon instance) the plan
of the strategy overrides it.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.strategy import Platform, Strategy

TEXT_LIMITS: dict[Platform, int] = {
    Platform.X: 280,
    Platform.LINKEDIN: 3000,
    Platform.INSTAGRAM: 2200,
    Platform.FACEBOOK: 63206,
    Platform.YOUTUBE: 5000,
    Platform.TIKTOK: 2200,
    Platform.MASTODON: 500,
    Platform.THREADS: 500,
    Platform.PINTEREST: 500,
    Platform.BLUESKY: 300,
    Platform.GOOGLE_BUSINESS: 1500,
}
"""Characters of the text; a blog has no limit."""

BYTE_LIMITS: dict[Platform, int] = {Platform.BLUESKY: 3000}
"""Bytes of the text in UTF-8, where they are limited beside its characters."""

TITLE_LIMITS: dict[Platform, int] = {Platform.YOUTUBE: 100, Platform.PINTEREST: 100}
"""Characters of the title, where the platform shows one of its own."""

SHOWN_TITLES = frozenset({Platform.YOUTUBE, Platform.PINTEREST, Platform.BLOG})
"""Where the title goes out with the text."""

URL_WEIGHT = 23
"""What any address counts on X and on Mastodon."""

LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Code points that count one on X; all others count two (docs.x.com, counting-characters)."""


class Unit(StrEnum):
    """What a limit counts."""

    CHARACTER = "character"
    BYTE = "byte"


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How full a text is: *used* of *limit* characters (or bytes) as the platform counts; no limit is None."""

    used: int
    limit: int | None
    unit: Unit = Unit.CHARACTER

    @property
    def left(self) -> int | None:
        return None if self.limit is None else self.limit - self.used

    @property
    def is_over(self) -> bool:
        return self.limit is not None and self.used > self.limit


def text_limit(platform: Platform, strategy: Strategy | None = None) -> int | None:
    """The strategy's own limit for the platform, else the platform's."""
    plan = strategy.plan_of(platform) if strategy else None
    return (plan.text_limit if plan else None) or TEXT_LIMITS.get(platform)


def title_room(platform: Platform, title: str) -> Room | None:
    """How full the title is; None where the platform has none of its own."""
    limit = TITLE_LIMITS.get(platform)
    return Room(used=len(title), limit=limit) if limit else None
