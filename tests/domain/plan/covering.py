"""A month of a team's posts, and what the radar finds there."""

from datetime import date, time

from bot.domain.members import Member
from bot.domain.moments import Due, days
from bot.domain.plan.findings import Gap, Scope
from bot.domain.plan.radar import radar
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from tests import builders

ZONE = "America/Montreal"
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)
BEFORE = date(2026, 11, 25)
BASE = Strategy(id="S1", name="Lune", channel_id="C1", zone=ZONE, manager_id="UAMY")
PEOPLE = {each: Member(id=each, name=each) for each in ("UAMY", "UBOB", "UDAN")}


def a_post(number: int = 1, *, day: date = date(2026, 12, 10), hour: int = 10, **more: object) -> Post:
    return builders.a_post(number, **{"owner_id": "UBOB", "due": Due.local(day, time(hour), ZONE), **more})


def found(gap: Gap, *posts: Post, today: date = BEFORE, strategy: Strategy = BASE, **more: object):
    scope = Scope(strategy=strategy, first=FIRST, last=LAST, today=today, posts=posts, **{"people": PEOPLE, **more})
    return radar(scope).of(gap)


def every_working_day(**more: object) -> list[Post]:
    return [a_post(n, day=day, **more) for n, day in enumerate(days(FIRST, LAST), start=1) if day.weekday() < 5]
