"""LinkedIn: the report of a page's posts."""

from bot.services.exchange.formats.format import Format

FORMAT = Format(
    columns={
        "title": ("post title",),
        "link": ("post link",),
        "published_at": ("created date",),
        "campaign": ("campaign name",),
        "reactions": ("likes",),
        "shares": ("reposts",),
    },
)
