"""Sprout Social: its bulk file (support.sproutsocial.com, "How do I use bulk scheduling?") and its report of posts."""

from datetime import timedelta

from bot.services.exchange.formats.format import Format, Shape

FORMAT = Format(
    columns={
        "clock": ("time_24hr",),
        "text": ("message_text", "post"),
        "platform": ("network", "profile"),
        "kind": ("post type",),
        "platform_post_id": ("post id",),
    },
    shape=Shape(
        header=("date", "time_24hr", "message_text"),
        columns=("day", "clock", "text"),
        dates="%m/%d/%Y",
        soonest=timedelta(minutes=10),
        apart=timedelta(minutes=10),
    ),
)
