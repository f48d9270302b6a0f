"""Values that many tests begin with: what a test says of them is given, all else is the same everywhere."""

from datetime import date, datetime, time

from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy
from bot.ports import Store
from bot.services.workspace.strategy import keep_unbound, unbound
from tests.conftest import Stage

MONTREAL = "America/Montreal"
TENTH = date(2026, 12, 10)


def a_post(number: int = 1, **more: object) -> Post:
    """Without a day and without anybody, unless the test says so."""
    given = {"strategy_id": "S1", "title": "Tea", "platform": Platform.INSTAGRAM, **more}
    return Post(id=f"P{number}", **given)


def unbound_strategy(store: Store, *, name: str, zone: str, locale: str, now: datetime) -> Strategy:
    """A strategy made without Slack, and kept."""
    return keep_unbound(store, unbound(name=name, zone=zone, locale=locale, now=now))


def put_post(stage: Stage, number: int = 1, *, day: date = TENTH, hour: int = 10, **more: object) -> Post:
    """A post of Bob's in the stage's calendar, whatever the rules say of it."""
    due = Due.local(day, time(hour), MONTREAL)
    post = a_post(number, **{"strategy_id": stage.strategy.id, "owner_id": "UBOB", "due": due, **more})
    with stage.bot.house.store.transaction() as tx:
        while tx.next_number("post") < number:
            pass
        return tx.posts.put(post)
