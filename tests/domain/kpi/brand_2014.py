"""The real posts of 2014, read as domain values and, apart from them, as plain rows."""

import csv
from datetime import date, time
from functools import cache

from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.moments import Due
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Kpi, Objective, ObjectiveKind, Platform, Strategy, Target
from tests.needed import BRAND

ZONE = "Europe/Lisbon"
KINDS = {"action": PostKind.PROMOTION, "product": PostKind.NEWS, "inspiration": PostKind.STORY}


@cache
def rows() -> list[dict[str, str]]:
    """The file's rows as they are."""
    with BRAND.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def brand() -> Strategy:
    target = Target(kpi=Kpi.ENGAGEMENT_RATE_BY_REACH, value=0.025)
    objective = Objective(id="O1", kind=ObjectiveKind.ENGAGEMENT, statement="More conversation", targets=(target,))
    return Strategy(
        id="S1", name="Maison Lune", channel_id="C1", zone=ZONE, manager_id="U1", objectives=(objective,), rev=0
    )


def posts() -> list[Post]:
    return [_post(number, row) for number, row in enumerate(rows(), start=1)]


def measurements() -> list[Measurement]:
    return [_measurement(post, row) for post, row in zip(posts(), rows(), strict=True)]


def _post(number: int, row: dict[str, str]) -> Post:
    due = Due.local(date.fromisoformat(row["date"]), time(int(row["hour"])), ZONE)
    return Post(
        id=f"P{number}",
        strategy_id="S1",
        title=row["id"],
        platform=Platform(row["platform"]),
        kind=KINDS[row["category"]],
        state=PostState.PUBLISHED,
        owner_id="U1",
        due=due,
        published_at=due.at,
        platform_post_id=row["id"],
    )


def _measurement(post: Post, row: dict[str, str]) -> Measurement:
    counts = Counts(
        impressions=_count(row["impressions"]),
        reach=_count(row["reach"]),
        engagements=_count(row["total_interactions"]),
        reactions=_count(row["likes"]),
        comments=_count(row["comments"]),
        shares=_count(row["shares"]),
        clicks=_count(row["consumptions"]),
    )
    assert post.published_at is not None
    return Measurement(id=f"{post.id}:1", post_id=post.id, at=post.published_at, counts=counts, source="import")


def _count(cell: str) -> int | None:
    return int(cell) if cell else None
