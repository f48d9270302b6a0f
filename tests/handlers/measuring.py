"""Posts that went live, and their numbers, on a local Slack."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.engage.check_ins import CheckIn
from bot.domain.kpi.rates import Counts, Measurement
from bot.domain.moments import Due
from bot.domain.posts import Post, PostKind, PostState
from bot.domain.strategy import Platform

ZONE = "America/Montreal"
NINE = datetime(2026, 11, 23, 14, tzinfo=UTC)
"""Monday nine o'clock in Montréal, when the digest of week 47 is owed."""


def keep(stage, post: Post, **counts) -> Post:
    with stage.bot.house.store.transaction() as tx:
        while tx.next_number("post") < post.number:
            pass
        kept = tx.posts.put(post)
        if counts:
            at = (post.published_at or NINE) + timedelta(hours=1)
            measurement = Measurement(id=f"{post.id}:{at.isoformat()}", post_id=post.id, at=at, counts=Counts(**counts))
            tx.measurements.put(measurement)
    return kept


def live(stage, number=1, *, day=17, owner="UBOB", title="Spring contest", counts=None, **more) -> Post:
    """A post that went live at seven (Montréal) on a day of November 2026."""
    at = datetime(2026, 11, day, 12, tzinfo=UTC)
    given = {
        "strategy_id": stage.strategy.id,
        "title": title,
        "platform": Platform.INSTAGRAM,
        "kind": PostKind.NEWS,
        "state": PostState.PUBLISHED,
        "owner_id": owner,
        "due": Due.of(at, ZONE),
        "published_at": at,
        **more,
    }
    return keep(stage, Post(id=f"P{number}", **given), **(counts or {}))


def planned(stage, number, *, day=26, owner=None, **more) -> Post:
    return live(stage, number, day=day, owner=owner, title="Planned", state=PostState.DRAFT, published_at=None, **more)


def a_round(stage, *, day: int = 16, member_id: str = "UBOB", **numbers) -> None:
    """Of a day of November 2026."""
    given = {
        "strategy_id": stage.strategy.id,
        "member_id": member_id,
        "day": date(2026, 11, day),
        "submitted_at": NINE,
        **numbers,
    }
    with stage.bot.house.store.transaction() as tx:
        tx.check_ins.put(CheckIn(**given))


def a_week(stage) -> None:
    """Six posts last week, one of them outstanding, a round, and one post planned for the week that begins."""
    for number in range(1, 7):
        live(stage, number, counts={"reach": 1000, "reactions": 20 + number})
    live(stage, 7, title="The winner", counts={"reach": 1000, "reactions": 90})
    planned(stage, 8, owner="UBOB", text="Come and see")
    a_round(stage)


def begun_at(stage, moment: datetime) -> None:
    with stage.bot.house.store.transaction() as tx:
        tx.strategies.put(replace(tx.strategies.get(stage.strategy.id), created_at=moment))


def counts_of(stage, post_id="P1") -> Counts | None:
    with stage.bot.house.store.transaction() as tx:
        found = tx.measurements.latest_of([post_id]).get(post_id)
    return found.counts if found else None


def deliveries(stage, kind):
    with stage.bot.house.store.transaction() as tx:
        return [each for each in tx.deliveries.all() if each.kind is kind]
