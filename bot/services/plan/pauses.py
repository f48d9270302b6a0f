"""What a pause of the calendar holds: while it is on, and after its end until somebody has gone through it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.plan_parts import Pause
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Transaction

LONGEST = timedelta(days=366)
"""How far ahead a pause may reach, and posts are gone through."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PausedPosts:
    """What a pause holds at *now*, by moment: *passed* came due since it began, *ahead* is still to come.

    After its end *ahead* is held no more; it is gone through all the same, for what came due moves it too.
    """

    pause: Pause
    now: datetime
    zone: str
    passed: tuple[Post, ...] = ()
    ahead: tuple[Post, ...] = ()

    @property
    def posts(self) -> tuple[Post, ...]:
        return (*self.passed, *self.ahead)

    @property
    def held(self) -> tuple[Post, ...]:
        return self.posts if self.pause.is_on(self.now) else self.passed


def pause_of(tx: Transaction, strategy: Strategy, *, now: datetime) -> Pause | None:
    """The pause that is on, or whose posts have not been gone through."""
    pause = strategy.plan.pause
    if pause is None or pause.is_on(now):
        return pause
    return pause if paused_posts(tx, strategy, pause, now=now).passed else None


def paused_posts(tx: Transaction, strategy: Strategy, pause: Pause, *, now: datetime) -> PausedPosts:
    found = tx.posts.open_due_between(pause.began_at, now + LONGEST, strategy_id=strategy.id)
    until = min(now, pause.until or now)
    return PausedPosts(
        pause=pause,
        now=now,
        zone=strategy.zone,
        passed=tuple(each for each in found if each.due and each.due.at < until),
        ahead=tuple(each for each in found if each.due and each.due.at >= now),
    )
