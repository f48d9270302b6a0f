"""X: the report of posts since 2024, and of tweets before."""

from bot.services.exchange.formats.format import Format

FORMAT = Format(
    columns={
        "text": ("post text", "tweet text"),
        "link": ("post link", "tweet permalink"),
        "platform_post_id": ("post id", "tweet id"),
        "reactions": ("likes",),
        "comments": ("replies",),
        "shares": ("reposts", "retweets"),
        "saves": ("bookmarks",),
        "clicks": ("url clicks",),
    },
)
