"""YouTube Studio: the report of videos. Its first column, "Content", has their ids."""

from bot.services.exchange.formats.format import Format

FORMAT = Format(
    columns={"title": ("video title",), "platform_post_id": ("content",), "video_views": ("views", "video views")},
)
