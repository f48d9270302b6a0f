"""The calendar as the project's own CSV file, which can be imported again without changing anything.

What people did with a post (its history, who asked for its review and who approved it) is no calendar: it stays here.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.domain.kpi.rates import Measurement
from bot.domain.moments import local
from bot.domain.post.fields import COLUMNS, Cell, PostField
from bot.domain.post.labels import labels_line
from bot.domain.posts import Attachment, Post, Step
from bot.domain.strategy import Strategy
from bot.ports import Store
from bot.services.exchange.columns import COUNTS, OWN
from bot.services.exchange.csv_tables import written
from bot.services.exchange.formats.icalendar import salt_of


def calendar_csv(store: Store, strategy: Strategy, *, wanted: Iterable[str] | None = None) -> bytes:
    """Every post of *strategy* (or those whose ids are *wanted*) with its latest counts; dates are ISO with offset."""
    with store.transaction() as tx:
        posts = tx.posts.of_strategy(strategy.id)
        latest = tx.measurements.latest_of([post.id for post in posts])
    ids = None if wanted is None else set(wanted)
    whose = salt_of(strategy)
    rows = [row_of(post, latest.get(post.id), whose) for post in posts if ids is None or post.id in ids]
    return written(OWN, rows)


def row_of(post: Post, measurement: Measurement | None, calendar_id: str) -> list[str]:
    counts = {name: getattr(measurement.counts, name) for name in COUNTS} if measurement else {}
    cells = {**_cells_of(post), "calendar_id": calendar_id, **counts}
    return ["" if cells.get(name) is None else str(cells[name]) for name in OWN]


def _cells_of(post: Post) -> dict[str, object]:
    return {**{name: _cell(getattr(post, each.name), each) for name, each in COLUMNS.items()}, **_moments_of(post)}


def _cell(value: Any, of: PostField) -> object:
    if of.cell is Cell.YES_NO:
        return None if value is None else int(value)
    if of.cell is Cell.LABELS:
        return labels_line(value, ",")
    if of.cell in {Cell.FILES, Cell.STEPS}:
        return in_json(value)
    return value


def _moments_of(post: Post) -> dict[str, object]:
    """In the zone in which the post is due, so that people read the times they planned."""
    zone = post.due.zone if post.due else "UTC"
    return {
        "due": local(post.due.at, zone).isoformat(timespec="minutes") if post.due else None,
        "due_zone": post.due.zone if post.due else None,
        "published_at": local(post.published_at, zone).isoformat() if post.published_at else None,
    }


def in_json(values: Sequence[Attachment] | Sequence[Step]) -> str:
    """A list in one cell, without what is empty; nothing for an empty one."""
    kept = [{name: plain(value) for name, value in asdict(each).items() if value} for each in values]
    return json.dumps(kept, ensure_ascii=False) if kept else ""


def plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
