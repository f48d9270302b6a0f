"""Values that many tests begin with: what a test says of them is given, all else is the same everywhere."""

from datetime import date, datetime, time

from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.posts import Post
from bot.domain.reminder_kinds import ReminderKind
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.reminder import key_of
from bot.domain.strategy import Platform, Strategy
from bot.ports import Store
from bot.services.post.adding import add_post, wish_for
from bot.services.workspace.strategy import keep_unbound, unbound
from tests.conftest import Stage

MONTREAL = "America/Montreal"
TENTH = date(2026, 12, 10)


def a_post(number: int = 1, **more: object) -> Post:
    """Without a day and without anybody, unless the test says so."""
    given = {"id": f"P{number}", "strategy_id": "S1", "title": "Tea", "platform": Platform.INSTAGRAM, **more}
    return Post(**given)


def a_strategy(**more: object) -> Strategy:
    """One that Ines manages, in UTC, without platforms, unless the test says so."""
    given = {"id": "S1", "name": "Maison Lune", "channel_id": "CSOCIAL", "zone": "UTC", "manager_id": "UINES", **more}
    return Strategy(**given)


def a_member(member_id: str = "UAMY", **more: object) -> Member:
    """Called as their id says."""
    return Member(**{"id": member_id, "name": member_id[1:].title(), **more})


def a_delivery(kind: ReminderKind, subject: str, *, to: str, day: date, revision: str = "", **more: object) -> Delivery:
    """One of a day of *to*; it may have been sent to somebody else instead, the *recipient_id*."""
    key = key_of(kind, "S1", subject, to, day, revision)
    given = {"key": key, "kind": kind, "strategy_id": "S1", "subject": subject, "recipient_id": to, **more}
    return Delivery(**given)


def add_post_on(stage: Stage, *, owner: str = "UBOB", title: str = "Spring contest", **more: object) -> Post:
    """A post that Bob adds, by all the rules."""
    with stage.bot.house.store.transaction() as tx:
        by = tx.members.get("UBOB")
    wish = wish_for(**{"title": title, "platform": Platform.INSTAGRAM, "owner_id": owner, **more})
    now = stage.slack.clock.now()
    return add_post(stage.bot.house.store, strategy=stage.strategy, by=by, now=now, wish=wish).post


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
