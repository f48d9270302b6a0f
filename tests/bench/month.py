"""What a month costs: its days, its list, its picture, its files; of 60 posts and of 300.

The picture stands beside compressing the same pixels alone, everything else beside reading the month.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from statistics import median

from PIL import Image

from bot.i18n import Translator
from bot.services.exchange.formats.icalendar import calendar_ics
from bot.services.exchange.imports import plan_import
from bot.services.exchange.own_file import calendar_csv
from bot.services.plan.month import Month, month_of
from handlers.views.month.list import month_blocks
from handlers.views.month.picture import drawn
from storage.tiny import TinyStore
from tests.bench._stores import kept_store
from tests.handlers import months

POSTS = 300
ROUNDS = 7
BOUND = 500
"""Milliseconds for a picture: it is drawn beside a server that goes on answering within three seconds."""


def fill(store: TinyStore) -> None:
    with store.transaction() as tx:
        tx.strategies.put(months.LUNE)
        for number in range(1, POSTS + 1):
            post = months.a_post(number, number % 30 + 1)
            tx.posts.put(replace(post, text=f"Bonjour à tous, numéro {number}. " * 8, owner_id=None))


def run() -> list[str]:
    with kept_store() as store:
        fill(store)
        return _lines(store)


def _lines(store: TinyStore) -> list[str]:
    t = Translator("fr-CA", months.ZONE)
    full, many = months.full("fr-CA"), a_month(store)
    first = timed(lambda: drawn(t, full), rounds=1)
    sheets = {"60 posts": full, "300 posts": many, "40 posts on one day": months.crowded("fr-CA")}
    file = calendar_csv(store, months.LUNE)
    costs: dict[str, Callable[[], object]] = {
        "its list, 300 posts": lambda: month_blocks(t, many, may_post=True),
        "an .ics file, 300 posts": lambda: calendar_ics(many.posts, months.LUNE, t, now=months.NOW),
        "the own CSV, 300 posts": lambda: calendar_csv(store, months.LUNE),
        "that CSV read again and compared": lambda: plan_import(store, file, strategy=months.LUNE, now=months.NOW),
    }
    reading = timed(lambda: a_month(store))
    return [
        f"the first picture after a start, fonts included: {first:.0f} ms",
        *(picture_cost(t, name, month) for name, month in sheets.items()),
        f"its days out of the store, 300 posts: {reading:.1f} ms",
        *(f"{name}: {(cost := timed(act)):.1f} ms, {cost / reading:.1f} × reading" for name, act in costs.items()),
    ]


def a_month(store: TinyStore) -> Month:
    return month_of(store, months.LUNE, months.FIRST, months.NOW, locale="fr-CA")


def picture_cost(t: Translator, name: str, month: Month) -> str:
    file = drawn(t, month)
    pixels = Image.open(BytesIO(file)).convert("RGB")
    whole, bare = timed(lambda: drawn(t, month)), timed(lambda: compressed(pixels))
    return (
        f"its picture, {name}: {whole:.0f} ms (bound {BOUND} ms), {whole / bare:.2f} × compressing the same pixels,"
        f" {len(file) // 1024} KB"
    )


def compressed(pixels: Image.Image) -> None:
    pixels.save(BytesIO(), format="PNG", compress_level=6)


def timed(act: Callable[[], object], *, rounds: int = ROUNDS) -> float:
    """The median of *rounds*, in milliseconds of processor time."""
    spans = []
    for _ in range(rounds):
        start = time.thread_time()
        act()
        spans.append((time.thread_time() - start) * 1000)
    return median(spans)
