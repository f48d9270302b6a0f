"""Meta Business Suite: the report of a page's or an account's content."""

from bot.services.exchange.formats.format import Format

FORMAT = Format(
    columns={
        "due": ("publish time",),
        "text": ("description",),
        "link": ("permalink",),
        "kind": ("post type",),
        "platform_post_id": ("post id",),
        "reach": ("accounts reached",),
        "engagements": ("interactions",),
        "reactions": ("reactions", "likes"),
        "clicks": ("total clicks", "link clicks"),
        "saves": ("saves",),
        "video_views": ("views",),
    },
)
