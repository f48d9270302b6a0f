"""One month of a strategy's calendar as values: its days with posts, themes, holidays and gaps."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot.domain.moments import at_local, days, local_day
from bot.domain.plan_parts import Theme
from bot.domain.posts import Post, PostState, is_paused
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.plan.special_days import NamedDay, days_of

WEEKEND = frozenset({5, 6})
WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_THEME = timedelta(days=366)
"""How far back an occurrence of a recurring theme is looked for."""

ON_DATES = re.compile(r"FREQ=(?:MONTHLY|YEARLY)")
"""What comes back on a date: on another day of the week each time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """A day of the strategy's zone. *posts*: by moment, without the cancelled. *specials*: why it is one to know.

    *is_free*: nobody works. *is_gap*: a working day, today or later, for which nothing is planned; an idea is not
    yet a plan.
    """

    day: date
    posts: tuple[Post, ...] = ()
    themes: tuple[Theme, ...] = ()
    specials: tuple[NamedDay, ...] = ()
    is_free: bool = False
    is_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """*days* are all of the month's, in order; *today* and *now* are those it was read at.

    *names*: what the owners of its posts are called, by id.
    """

    strategy: Strategy
    first: date
    today: date
    now: datetime
    days: tuple[MonthDay, ...]
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def posts(self) -> list[Post]:
        return [post for each in self.days for post in each.posts]

    def is_late(self, post: Post) -> bool:
        return post.is_overdue(self.now) and not self.is_held(post)

    def is_held(self, post: Post) -> bool:
        """By a pause."""
        return is_paused(post, self.strategy.plan.pause, now=self.now)

    @property
    def gaps(self) -> list[date]:
        return [each.day for each in self.days if each.is_gap]

    @property
    def themes(self) -> list[Theme]:
        """Each once, in the order of their first days."""
        return list({theme.id: theme for each in self.days for theme in each.themes}.values())

    @property
    def weeks(self) -> list[tuple[MonthDay | None, ...]]:
        """Seven days each, Monday first; None where the day is another month's."""
        cells: list[MonthDay | None] = [None] * self.first.weekday() + list(self.days)
        cells += [None] * (-len(cells) % 7)
        return [tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)]


def month_of(store: Store, strategy: Strategy, first_day: date, now: datetime, *, locale: str = "en-US") -> Month:
    """The month of *first_day* (any day of it). *locale*: of the names of holidays."""
    first, last = first_day.replace(day=1), shifted(first_day, 1) - timedelta(days=1)
    start, end = at_local(first, time(), strategy.zone), at_local(last + timedelta(days=1), time(), strategy.zone)
    with store.transaction() as tx:
        due = tx.posts.due_between(start, end, strategy_id=strategy.id)
        live = tx.posts.published_between(start, end, strategy_id=strategy.id)
        still_due = [each for each in due if each.published_at is None and each.state is not PostState.CANCELLED]
        names = _names(tx, [*still_due, *live])
    return replace(month_with([*still_due, *live], strategy, first, now, locale=locale), names=names)


def _names(tx: Transaction, posts: Iterable[Post]) -> dict[str, str]:
    owners = (tx.members.find(each) for each in {post.owner_id for post in posts if post.owner_id})
    return {each.id: each.name for each in owners if each}


def month_with(posts: list[Post], strategy: Strategy, first: date, now: datetime, *, locale: str) -> Month:
    """The month that begins on *first*, of *posts* that are due or went out in it."""
    by_day: dict[date, list[Post]] = {}
    for post in sorted(posts, key=lambda each: (_moment(each), each.number)):
        by_day.setdefault(local_day(_moment(post), strategy.zone), []).append(post)
    last, today = shifted(first, 1) - timedelta(days=1), strategy.today(now)
    themed = {theme.id: theme_days(theme, first, last) for theme in strategy.plan.themes}
    special: dict[date, list[NamedDay]] = {}
    for named in days_of(strategy, first, last, locale):
        special.setdefault(named.day, []).append(named)
    return Month(
        strategy=strategy,
        first=first,
        today=today,
        now=now,
        days=tuple(
            _day(
                day,
                tuple(by_day.get(day, ())),
                tuple(special.get(day, ())),
                themes=tuple(theme for theme in strategy.plan.themes if day in themed[theme.id]),
                today=today,
            )
            for day in days(first, last)
        ),
    )


def _day(
    day: date, posts: tuple[Post, ...], specials: tuple[NamedDay, ...], *, themes: tuple[Theme, ...], today: date
) -> MonthDay:
    is_free = day.weekday() in WEEKEND or any(each.is_free for each in specials)
    has_plan = any(post.state is not PostState.IDEA for post in posts)
    is_gap = day >= today and not is_free and not has_plan
    return MonthDay(day=day, posts=posts, themes=themes, specials=specials, is_free=is_free, is_gap=is_gap)


def _moment(post: Post) -> datetime:
    """When it went out, else when it is due: one of the two is known of every post of a month."""
    assert post.stands_at is not None, post.id  # noqa: S101 the indexes of both hold no others
    return post.stands_at


def shifted(day: date, months: int) -> date:
    """The first day of the month that is *months* later (or earlier)."""
    place = day.year * 12 + day.month - 1 + months
    return date(place // 12, place % 12 + 1, 1)


def theme_days(theme: Theme, first: date, last: date) -> set[date]:
    """The days of *theme* within [first, last].

    Without a last day it goes on for ever, or, where it recurs, each occurrence is one day. A recurrence that
    cannot be read counts as none: the theme then stands for itself once.
    """
    return {day for day in _spelt_out(theme, first, last) if not theme.weekdays or day.weekday() in theme.weekdays}


def _spelt_out(theme: Theme, first: date, last: date) -> Iterator[date]:
    length = (theme.last - theme.first) if theme.last else timedelta()
    if not theme.rrule:
        ends = theme.last or last
        yield from days(max(theme.first, first), min(ends, last)) if ends >= first else ()
        return
    for start in occurrences(theme, first - min(length, LONGEST_THEME), last):
        yield from (day for day in days(start, start + length) if first <= day <= last)


def occurrences(theme: Theme, first: date, last: date) -> list[date]:
    """The first days of the theme's occurrences in [first, last]."""
    from dateutil.rrule import rrulestr  # only where a theme recurs

    begin, end = (datetime.combine(each, time()) for each in (first, last))
    try:
        rule = rrulestr(_rule(theme), dtstart=datetime.combine(theme.first, time()))
        return [each.date() for each in rule.between(begin, end, inc=True)]
    except (ValueError, TypeError):
        return [theme.first]


def _rule(theme: Theme) -> str:
    """What comes back every week begins on each of its weekdays, whatever day the first is."""
    rule = theme.rrule.removeprefix("RRULE:")
    is_bare = "FREQ=WEEKLY" in rule and "BYDAY" not in rule
    return (
        f"{rule};BYDAY={','.join(WEEKDAY_CODES[each] for each in sorted(theme.weekdays))}"
        if is_bare and theme.weekdays
        else rule
    )


def is_empty(theme: Theme) -> bool:
    """Its weekdays leave it without a day: of its first year, or of a month or year that it should come back in."""
    if theme.weekdays and ON_DATES.search(theme.rrule) and "BY" not in theme.rrule:
        return (theme.last or theme.first) - theme.first < timedelta(days=6)
    return not theme_days(theme, theme.first, theme.first + LONGEST_THEME)


def is_over(theme: Theme, today: date) -> bool:
    """None of its days is still to come."""
    return theme.first < today and not theme_days(theme, today, today + LONGEST_THEME)
