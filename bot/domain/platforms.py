"""The platforms a post can be for."""

from enum import StrEnum


class Platform(StrEnum):
    FACEBOOK = "facebook"
    INSTAGRAM = "instagram"
    LINKEDIN = "linkedin"
    X = "x"
    YOUTUBE = "youtube"
    TIKTOK = "tiktok"
    MASTODON = "mastodon"
    THREADS = "threads"
    PINTEREST = "pinterest"
    BLUESKY = "bluesky"
    GOOGLE_BUSINESS = "google_business"
    BLOG = "blog"
