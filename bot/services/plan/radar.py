"""The coverage radar of a month: reads what the rules of `bot.domain.plan.radar` look at."""

from datetime import date, datetime, time, timedelta

from bot.domain.engage.wants import Want, wants_among
from bot.domain.moments import Week, at_local, days
from bot.domain.plan.budgets import counts, day_of
from bot.domain.plan.findings import Radar, Scope
from bot.domain.plan.policy_checks import PolicyFinding, findings_of
from bot.domain.plan.radar import radar
from bot.domain.platform_limits import Room, title_room
from bot.domain.posts import Post, is_paused
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.plan.holidays import is_holiday
from bot.services.plan.month import shifted, theme_days
from bot.services.plan.special_days import days_of
from bot.services.plan.text_lengths import room_of

LOOK_BACK = timedelta(days=182)
"""How far back a post may lie that is still to go out, as in the digest."""

WANTED_FOR = timedelta(days=30)
"""How long what customers asked for is worth a post of the month."""
BEYOND = timedelta(days=45)
"""How far after the month a contest's winner post is looked for."""


def coverage_of(store: Store, *, strategy: Strategy, first: date, now: datetime, locale: str) -> Radar:
    """Of the month of *first* (any day of it). *locale*: of the names of holidays. What a pause holds is not late."""
    first = first.replace(day=1)
    with store.transaction() as tx:
        return coverage_between(tx, strategy, first, shifted(first, 1) - timedelta(days=1), now=now, locale=locale)


def coverage_between(
    tx: Transaction, strategy: Strategy, first: date, last: date, *, now: datetime, locale: str
) -> Radar:
    """Of the days from *first* to *last*."""
    posts = _posts(tx, strategy, first, last)
    people = {each.id: each for each in tx.members.all()}
    late = _overdue(tx, strategy, first, last, today=strategy.today(now))
    overdue = [each for each in late if not is_paused(each, strategy.plan.pause, now=now)]
    free = {each.day: each.name for each in days_of(strategy, first, last, locale) if each.is_free}
    themed = {each.id: frozenset(theme_days(each, first, last)) for each in strategy.plan.themes}
    return radar(
        Scope(
            strategy=strategy,
            first=first,
            last=last,
            today=strategy.today(now),
            posts=tuple(posts),
            free=free,
            themed=themed,
            people=people,
            broken=_broken(strategy, posts, first, last, now=now),
            rooms=_too_long(strategy, posts),
            titles=_long_titles(posts),
            wants=_wants(tx, strategy, today=strategy.today(now)),
            overdue=tuple(overdue),
            paused=len(_paused(posts, strategy, first, last, now=now)),
        )
    )


def _wants(tx: Transaction, strategy: Strategy, *, today: date) -> tuple[Want, ...]:
    """Of the last thirty days."""
    since = today - WANTED_FOR
    asked = [each for each in tx.questions.of_strategy(strategy.id) if since <= each.asked_on <= today]
    return wants_among(asked, tx.check_ins.between(strategy.id, since, today))


def _posts(tx: Transaction, strategy: Strategy, first: date, last: date) -> list[Post]:
    """Those of the whole weeks of the month and a while after it; all, where campaigns have a budget."""
    if strategy.plan.limits.campaigns:
        return tx.posts.of_strategy(strategy.id)
    start = at_local(Week.of(first).monday, time(), strategy.zone)
    end = at_local(last + BEYOND, time(), strategy.zone)
    due = tx.posts.due_between(start, end, strategy_id=strategy.id)
    live = tx.posts.published_between(start, end, strategy_id=strategy.id)
    return list({each.id: each for each in (*due, *live)}.values())


def _paused(posts: list[Post], strategy: Strategy, first: date, last: date, *, now: datetime) -> list[Post]:
    """Those of the month that a pause holds."""
    held = [each for each in posts if is_paused(each, strategy.plan.pause, now=now)]
    return [each for each in held if first <= (day_of(each, strategy.zone) or date.max) <= last]


def _overdue(tx: Transaction, strategy: Strategy, first: date, last: date, *, today: date) -> list[Post]:
    """Those of the month that are still to go out; in the present one, whatever earlier months left behind, too."""
    since = first - LOOK_BACK if first <= today <= last else first
    start, end = (at_local(day, time(), strategy.zone) for day in (since, min(today, last + timedelta(days=1))))
    due = tx.posts.open_due_between(start, end, strategy_id=strategy.id) if start < end else []
    return [each for each in due if counts(each)]


def _too_long(strategy: Strategy, posts: list[Post]) -> dict[str, Room]:
    """The rooms of the open posts whose text their platform does not take whole."""
    rooms = {post.id: room_of(post, strategy) for post in posts if post.is_open and post.text}
    return {post_id: room for post_id, room in rooms.items() if room.is_over}


def _long_titles(posts: list[Post]) -> dict[str, Room]:
    rooms = {post.id: title_room(post.platform, post.title) for post in posts if post.is_open}
    return {post_id: room for post_id, room in rooms.items() if room and room.is_over}


def _broken(
    strategy: Strategy, posts: list[Post], first: date, last: date, *, now: datetime
) -> dict[str, tuple[PolicyFinding, ...]]:
    """What the open posts of the month break; each is compared with those of the days around it only."""
    if not strategy.plan.policies:
        return {}
    by_day: dict[date, list[Post]] = {}
    for post in posts:
        if day := day_of(post, strategy.zone):
            by_day.setdefault(day, []).append(post)
    found = {}
    for day in days(first, last):
        around = [
            each for near in days(day - timedelta(days=1), day + timedelta(days=1)) for each in by_day.get(near, ())
        ]
        for post in by_day.get(day, ()):
            if post.is_open:
                found[post.id] = findings_of(post, strategy, around, now=now, is_holiday=is_holiday)
    return found
