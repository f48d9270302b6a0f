"""A pause of the calendar: begun, and gone through at its end, post by post: as planned, moved by days, dropped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import count

from bot.domain.errors import UserError
from bot.domain.limits import REASON_LIMIT
from bot.domain.members import Member
from bot.domain.plan_parts import Pause, PlanChange
from bot.domain.posts import Post, PostState, is_paused
from bot.domain.reminders.reminder import TOGETHER
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_may import Action, refuse_unless
from bot.services.plan.changes import change_plan, with_history
from bot.services.plan.deeds import plan_part
from bot.services.plan.held_back import Held, hold_back
from bot.services.plan.pauses import LONGEST, PausedPosts, pause_of, paused_posts
from bot.services.post.adding import moved
from bot.services.post.batches import shifted
from bot.services.post.records import keep_part
from bot.services.reminders.changes import tell_of_pause
from bot.services.reminders.owing import mark_changed
from bot.services.undo.deeds import Deed, DeedPart, remember

PAUSE_OVER = "over"
"""Begins the revision of the line that tells its end."""
WENT_ON = "went-on"
"""What the deed is called that ends a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """What becomes of a held post: 0 *days* is as planned."""

    days: int = 0
    is_dropped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Onwards:
    """What becomes of all that came due meanwhile, of all that lies ahead, and of single posts instead."""

    passed: Onward = field(default_factory=Onward)
    ahead: Onward = field(default_factory=Onward)
    own: Mapping[str, Onward] = field(default_factory=dict)

    def of(self, post: Post, held: PausedPosts) -> Onward:
        return self.own.get(post.id) or (self.passed if post in held.passed else self.ahead)


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOn:
    """*held_back*: posts that a rule or a limit of the plan kept where they were. *token* takes all of it back."""

    strategy: Strategy
    kept: tuple[Post, ...]
    moved: tuple[Post, ...]
    dropped: tuple[Post, ...]
    held_back: tuple[Post, ...]
    token: str


def begin_pause(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, until: datetime | None, reason: str = ""
) -> Strategy:
    """From now on; one that is on gets another end or reason. What an earlier one left held stays held.

    Raises `UserError`: "rights-change_plan", "pause-past" for an end that is over, "pause-far".
    """
    if until is not None and until <= now:
        raise UserError("pause-past")
    if until is not None and until > now + LONGEST:
        raise UserError("pause-far")

    reason = reason[:REASON_LIMIT]

    def change(tx: Transaction, was: Strategy) -> Strategy:
        known = pause_of(tx, was, now=now)
        pause = Pause(began_at=known.began_at if known else now, by=by.id, until=until, reason=reason)
        mark_posts(tx, was, pause, now=now)
        _tell(tx, was, pause, now=now)
        return replace(was, plan=replace(was.plan, pause=pause))

    return change_plan(store, strategy=strategy, by=by, now=now, what="paused", note=reason, change=change)


def _tell(tx: Transaction, strategy: Strategy, pause: Pause, *, now: datetime) -> None:
    """In their morning: whose posts are held, and the manager; at its end the manager, of what came due meanwhile."""
    held = paused_posts(tx, strategy, pause, now=now).posts
    named = [each for post in held for each in (post.owner_id, post.backup_id) if each]
    others = [each for each in (strategy.manager_id, *named) if each != pause.by]
    tell_of_pause(tx, strategy, others, f"paused-{int(now.timestamp())}", at=now + TOGETHER)
    if pause.until is not None:
        over = f"{PAUSE_OVER}-{int(pause.until.timestamp())}"
        tell_of_pause(tx, strategy, [strategy.manager_id], over, at=pause.until)


def posts_to_go_through(store: Store, *, strategy: Strategy, now: datetime) -> PausedPosts:
    """Raises `UserError("pause-none")` where there is nothing to go on with."""
    with store.transaction() as tx:
        return _held(tx, tx.strategies.get(strategy.id), now=now)


def _held(tx: Transaction, strategy: Strategy, *, now: datetime) -> PausedPosts:
    pause = pause_of(tx, strategy, now=now)
    if pause is None:
        raise UserError("pause-none")
    return paused_posts(tx, strategy, pause, now=now)


def go_on(store: Store, *, strategy: Strategy, by: Member, now: datetime, wish: Onwards) -> WentOn:
    """The pause is over, and each post goes where *wish* says; one undo takes all of it back.

    Raises `UserError`: "rights-change_plan", "pause-none", "pause-still-past" with the posts that would still lie
    behind.
    """
    with store.transaction() as tx:
        was = tx.strategies.get(strategy.id)
        refuse_unless(by, Action.CHANGE_PLAN, was)
        held = _held(tx, was, now=now)
        _refuse_past(held, wish, now=now)
        mark_posts(tx, was, held.pause, now=now)
        made = replace(was, plan=replace(was.plan, pause=None))
        line = PlanChange(at=now, by=by.id, what=WENT_ON)
        kept = tx.strategies.put(with_history(made, line))
        done = _Going(tx=tx, strategy=kept, by=by, now=now, reason=held.pause.reason)
        for post in held.posts:
            done.go(post, wish.of(post, held))
        parts = (plan_part(was, made, WENT_ON, ()), *done.parts)
        deed = Deed(by=by.id, strategy_id=was.id, what=WENT_ON, parts=parts, right=Action.CHANGE_PLAN)
        return done.result(remember(tx, deed, now=now))


def _refuse_past(held: PausedPosts, wish: Onwards, *, now: datetime) -> None:
    moves = [(post, wish.of(post, held)) for post in held.posts]
    behind = [post for post, onward in moves if onward.days and shifted(post, onward.days).at < now]
    if behind:
        raise UserError("pause-still-past", post=behind[0].id, days=days_to_catch_up(behind, now=now))


def days_to_catch_up(posts: Iterable[Post], *, now: datetime) -> int:
    """By how many days, one at least, all of *posts* have to go further to lie ahead."""
    return max((next(days for days in count(1) if shifted(each, days).at >= now) for each in posts), default=1)


@dataclass(slots=True, kw_only=True)
class _Going:
    tx: Transaction
    strategy: Strategy
    by: Member
    now: datetime
    reason: str
    parts: list[DeedPart] = field(default_factory=list)
    kept: list[Post] = field(default_factory=list)
    moved: list[Post] = field(default_factory=list)
    dropped: list[Post] = field(default_factory=list)
    held_back: list[Post] = field(default_factory=list)

    def go(self, was: Post, onward: Onward) -> None:
        if onward.is_dropped:
            self.dropped.append(self._keep(was, was.into(PostState.CANCELLED), "cancelled", self.reason))
        elif onward.days:
            self._move(was, onward.days)
        else:
            self.kept.append(was)

    def _move(self, was: Post, days: int) -> None:
        wanted = moved(was, shifted(was, days), self.strategy, now=self.now)
        try:
            post = hold_back(self.tx, self.strategy, wanted, by=self.by, now=self.now, was=was, is_move=True)
        except Held:
            self.held_back.append(was)
            return
        note = f"{was.due.wall} {was.due.zone}" if was.due else ""
        self.moved.append(self._keep(was, post, "moved", note))

    def _keep(self, was: Post, post: Post, what: str, note: str) -> Post:
        kept, part = keep_part(self.tx, was, post, what=what, by=self.by, now=self.now, note=note)
        self.parts.append(part)
        return kept

    def result(self, token: str) -> WentOn:
        return WentOn(
            strategy=self.strategy,
            kept=tuple(self.kept),
            moved=tuple(self.moved),
            dropped=tuple(self.dropped),
            held_back=tuple(self.held_back),
            token=token,
        )


def mark_posts(tx: Transaction, strategy: Strategy, pause: Pause, *, now: datetime) -> None:
    """What was sent about posts that *pause* holds, or held, reads differently now."""
    for post in reminded_about(tx, strategy, now=now):
        if is_paused(post, pause, now=now) or pause.is_on(now):
            mark_changed(tx, strategy.id, post.id)


def reminded_about(tx: Transaction, strategy: Strategy, *, now: datetime) -> Sequence[Post]:
    """Open posts about which a message may stand somewhere that is still kept up to date."""
    return tx.posts.open_due_between(now - timedelta(days=31), now + timedelta(days=8), strategy_id=strategy.id)
