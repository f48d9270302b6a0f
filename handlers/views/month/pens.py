"""Pens for the picture of a month: paper, colours, fonts with every accent, and texts that fit their place.

Pillow is loaded with the first picture. The fonts are DejaVu Sans, which come with matplotlib (decision 006).
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import Any

PAPER, INK, SOFT, GRID = "#ffffff", "#1d1c1d", "#5f5e60", "#c9c9cf"
WEEKEND, HOLIDAY, GAP, TODAY, LATE, GOOD = "#f1f1f4", "#fdf0de", "#a33a1f", "#0b57b8", "#b3261e", "#1b6e3c"
"""On white paper of its own, so that it reads the same in either of Slack's colour schemes."""

Box = tuple[int, int, int, int]
Spot = tuple[int, int]


@cache
def font(size: int, *, is_bold: bool = False) -> Any:
    """Plain layout, not the one of a library that may be there or not: the same picture on every machine."""
    from PIL import ImageFont

    return ImageFont.truetype(font_file(is_bold), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def font_file(is_bold: bool) -> str:
    from matplotlib import get_data_path

    return f"{get_data_path()}/fonts/ttf/DejaVuSans{'-Bold' if is_bold else ''}.ttf"


@cache
def known_characters() -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(font_file(False)).get_charmap()) & frozenset(FT2Font(font_file(True)).get_charmap())


def drawable(text: str) -> str:
    """*text* without what the fonts cannot draw (emoji, most of all), on one line."""
    known = known_characters()
    kept = "".join(each if ord(each) in known else " " for each in unicodedata.normalize("NFC", text))
    return " ".join(kept.split())


def fitting(text: str, room: int, size: int, *, is_bold: bool = False) -> str:
    """*text*, or as much of it as *room* pixels hold, ending in …; nothing where not even one letter fits."""
    face = font(size, is_bold=is_bold)
    if face.getlength(text) <= room:
        return text
    least, most = 0, len(text)
    while least < most:
        middle = (least + most + 1) // 2
        if face.getlength(text[:middle].rstrip() + "…") <= room:
            least = middle
        else:
            most = middle - 1
    return text[:least].rstrip() + "…" if least else ""


def on(colour: str) -> str:
    """White or ink, whichever reads better on *colour* (relative luminance: WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return PAPER if 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.06 else INK


class Sheet:
    """A sheet of paper to draw on, in pixels from its upper left corner."""

    def __init__(self, width: int, height: int) -> None:
        from PIL import Image, ImageDraw

        self._image = Image.new("RGB", (width, height), PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self.box((0, 0, width - 1, height - 1), outline=GRID)

    def text(
        self, spot: Spot, text: str, size: int, *, colour: str = INK, is_bold: bool = False, anchor: str = "lm"
    ) -> None:
        """*anchor* as Pillow has it: l, m, r by its width and m for the middle of its height."""
        self._draw.text(spot, text, fill=colour, font=font(size, is_bold=is_bold), anchor=anchor)

    def box(self, box: Box, *, fill: str | None = None, outline: str | None = None, width: int = 1) -> None:
        self._draw.rectangle(box, fill=fill, outline=outline, width=width)

    def pill(self, box: Box, fill: str) -> None:
        self._draw.rounded_rectangle(box, radius=5, fill=fill)

    def hatch(self, box: Box, colour: str, *, every: int = 14) -> None:
        """Slanting lines within *box*."""
        left, top, right, bottom = box
        height = bottom - top
        for start in range(left - height, right, every):
            begin, end = max(start, left), min(start + height, right)
            self._draw.line((begin, bottom - (begin - start), end, bottom - (end - start)), fill=colour)

    def row(self, spot: Spot, pieces: Sequence[tuple[str, str]], size: int, *, room: int) -> None:
        """Coloured texts one after the other, as many as *room* holds."""
        left, middle = spot
        for text, colour in pieces:
            length = int(font(size).getlength(text))
            if left + length > spot[0] + room:
                return
            self.text((left, middle), text, size, colour=colour)
            left += length

    def png(self) -> bytes:
        file = BytesIO()
        self._image.save(file, format="PNG", compress_level=6)  # a fifth of the time of 9, for 3 % more bytes
        return file.getvalue()
