"""Buffer's bulk file, one for each channel. Source: the project's table of formats."""

from bot.services.exchange.formats.format import Format, Shape

FORMAT = Format(
    columns={"image": ("image url",), "labels": ("tags",), "due": ("posting time",)},
    shape=Shape(
        header=("Text", "Image URL", "Tags", "Posting Time"),
        columns=("text", "image", "labels", "moment"),
        dates="%Y-%m-%d",
        most=100,
        is_fixed=True,
    ),
)
