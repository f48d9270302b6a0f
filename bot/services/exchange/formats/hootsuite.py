"""Hootsuite's bulk file, without a header: its columns differ between accounts, and the tool's note says which."""

from datetime import timedelta

from bot.services.exchange.formats.format import Format, Shape

FORMAT = Format(
    columns={"platform": ("social network", "réseau social"), "text": ("message",)},
    shape=Shape(columns=("moment", "text", "link"), dates="%m/%d/%Y", soonest=timedelta(minutes=10), is_unique=True),
)
