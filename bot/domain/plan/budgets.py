"""How full the plan's limits are: posts a day, money a month and a campaign. Counts, thresholds, nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.moments import local_day
from bot.domain.plan_parts import Limits
from bot.domain.posts import Post, PostState

WARN_AT = 0.8
UNCOUNTED = frozenset({PostState.IDEA, PostState.CANCELLED})


class Level(StrEnum):
    """`NEAR` from 80 % on, the limit itself included; `OVER` is what passes it, and is refused."""

    FINE = "fine"
    NEAR = "near"
    OVER = "over"


class Limited(StrEnum):
    DAY = "day"
    MONTH = "month"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """*used* of *limit*. *day* is the day, or the first of the month; *name* is the campaign's.

    *unknown*: how many paid posts have no spend yet.
    """

    of: Limited
    used: float
    limit: float
    day: date | None = None
    name: str = ""
    unknown: int = 0

    @property
    def share(self) -> float:
        """Used of the limit; a limit of nothing is full as soon as anything is used."""
        if self.limit:
            return self.used / self.limit
        return 2.0 if self.used else 0.0

    @property
    def level(self) -> Level:
        return level_of(self.used, self.limit)

    @property
    def left(self) -> float:
        return round(self.limit - self.used, 2)


def level_of(used: float, limit: float) -> Level:
    """Rounded to cents first: a sum of cents is not exact."""
    used, limit = round(used, 2), round(limit, 2)
    if used > limit:
        return Level.OVER
    return Level.NEAR if used and used >= round(WARN_AT * limit, 4) else Level.FINE


def day_of(post: Post, zone: str) -> date | None:
    """The day a post counts for: when it went out, else when it is due."""
    return local_day(post.stands_at, zone) if post.stands_at else None


def counts(post: Post) -> bool:
    return post.state not in UNCOUNTED


def is_of_campaign(post: Post, name: str) -> bool:
    wanted = name.casefold()
    return wanted in (post.campaign.casefold(), *(each.casefold() for each in post.labels))


def lacks_amount(post: Post) -> bool:
    return bool(post.is_paid) and post.spend is None


def day_usage(posts: Iterable[Post], limits: Limits, zone: str, day: date) -> Usage | None:
    if limits.posts_a_day is None:
        return None
    used = sum(counts(each) and day_of(each, zone) == day for each in posts)
    return Usage(of=Limited.DAY, used=used, limit=limits.posts_a_day, day=day)


def month_usage(posts: Iterable[Post], limits: Limits, zone: str, month: date) -> Usage | None:
    """*month* is any day of it."""
    if limits.spend_a_month is None:
        return None
    ours = [each for each in posts if counts(each) and _is_in_month(each, zone, month)]
    return _money(Limited.MONTH, ours, limits.spend_a_month, day=month.replace(day=1))


def campaign_usages(posts: Iterable[Post], limits: Limits) -> list[Usage]:
    every = [each for each in posts if counts(each)]
    found = []
    for campaign in limits.campaigns:
        ours = [each for each in every if is_of_campaign(each, campaign.name)]
        found.append(_money(Limited.CAMPAIGN, ours, campaign.amount, name=campaign.name))
    return found


def _money(of: Limited, posts: list[Post], limit: float, *, day: date | None = None, name: str = "") -> Usage:
    used = round(sum(each.spend for each in posts if each.spend is not None), 2)
    unknown = sum(map(lacks_amount, posts))
    return Usage(of=of, used=used, limit=limit, day=day, name=name, unknown=unknown)


def _is_in_month(post: Post, zone: str, month: date) -> bool:
    day = day_of(post, zone)
    return day is not None and (day.year, day.month) == (month.year, month.month)
