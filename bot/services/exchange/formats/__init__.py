"""The programs whose files are known: a module for each, with its `FORMAT`.

Those that posts are exported for are named in `ExportLayout`; the others only bring posts and numbers.
"""

from functools import cache
from importlib import import_module

from bot.domain.plan_parts import ExportLayout
from bot.services.exchange.formats.format import Format, Shape

PROGRAMS = (*(each.value for each in ExportLayout), "facebook_2014", "linkedin", "meta", "tiktok", "x", "youtube")


@cache
def format_of(program: str) -> Format:
    found: Format = import_module(f"{__name__}.{program}").FORMAT
    return found


def shape_of(layout: ExportLayout) -> Shape:
    """Raises `ValueError` for a program that no posts are exported for."""
    shape = format_of(layout.value).shape
    if shape is None:
        raise ValueError(f"{layout} has no bulk file")
    return shape


def columns_in_programs() -> dict[str, list[str]]:
    """Column of our own file → what any program calls it."""
    found: dict[str, list[str]] = {}
    for program in PROGRAMS:
        for column, names in format_of(program).columns.items():
            found.setdefault(column, []).extend(names)
    return found
