"""TikTok Studio: the report of videos."""

from bot.services.exchange.formats.format import Format

FORMAT = Format(
    columns={
        "title": ("video title",),
        "link": ("video link",),
        "published_at": ("post time",),
        "reactions": ("total likes",),
        "comments": ("total comments",),
        "shares": ("total shares",),
        "video_views": ("total views",),
    },
)
