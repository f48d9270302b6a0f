"""The brand's year of posts that the project is tried on, as Facebook reported it in 2014."""

from bot.services.exchange.formats.format import Format

FORMAT = Format(
    columns={
        "kind": ("category",),
        "clock": ("hour",),
        "reactions": ("likes",),
        "clicks": ("consumptions",),
        "engagements": ("total_interactions",),
    },
)
