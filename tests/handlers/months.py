"""Months to look at: a full one, an empty one, and one with forty posts on a day."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import cycle

from bot.domain.moments import Due
from bot.domain.plan_parts import Plan, SpecialDay, Theme
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform, Strategy
from bot.services.plan.month import Month, month_with
from tests import builders

NOW = datetime(2026, 11, 18, 15, tzinfo=UTC)
FIRST = date(2026, 11, 1)
ZONE = "America/Toronto"
TITLES = (
    "Concours d’automne : gagnez un panier",
    "Behind the scenes",
    "Recette de la tarte à l’érable",
    "We are hiring a baker 🎉",
    "Œuvres d’ici : l’artiste du mois",
    "Black Friday",
)
PLAN = Plan(
    themes=(
        Theme(id="T1", name="Semaine du goût", first=date(2026, 11, 5), last=date(2026, 11, 18), colour="#7a3e9d"),
        Theme(id="T2", name="Monday tips", first=date(2026, 1, 5), rrule="FREQ=WEEKLY;BYDAY=MO", colour="#f2c14e"),
    ),
    days=(
        SpecialDay(name="Journée mondiale de la gentillesse", day=date(2026, 11, 13)),
        SpecialDay(name="Inventaire", day=date(2026, 11, 27), is_free=True),
    ),
)
LUNE = Strategy(
    id="S1", name="Maison Lune", channel_id="CSOCIAL", zone=ZONE, manager_id="UAMY", country="FR", plan=PLAN
)


def a_post(number: int, day: int, *, hour: int = 10, state: PostState | None = None, **more: object) -> Post:
    """States by what has gone by, platforms and titles in turn."""
    due = Due.local(date(2026, 11, day), time(hour, number % 60), ZONE)
    usual = PostState.PUBLISHED if due.at < NOW - timedelta(days=1) else list(PostState)[number % 4]
    values = {
        "title": TITLES[number % len(TITLES)],
        "platform": list(Platform)[number % 12],
        "state": state or usual,
        "due": due,
        "owner_id": None if number % 9 == 0 else "UAMY",
        **more,
    }
    return builders.a_post(number, **values)


def full(locale: str = "en-CA") -> Month:
    """Posts on most days, an overdue one, themes, a holiday, an awareness day and a company day."""
    days = [day for day in range(1, 31) if day not in (8, 22, 24, 26, 29)]
    posts = [a_post(number, day) for number, day in zip(range(1, 60), cycle(days), strict=False)]
    late = a_post(90, 17, state=PostState.APPROVED)
    return month_with([*posts, late], LUNE, FIRST, NOW, locale=locale)


def empty(locale: str = "en-CA") -> Month:
    return month_with([], replace(LUNE, plan=Plan()), FIRST, NOW, locale=locale)


def crowded(locale: str = "en-CA") -> Month:
    """Forty posts on the 19th."""
    return month_with([a_post(number, 19) for number in range(1, 41)], LUNE, FIRST, NOW, locale=locale)
