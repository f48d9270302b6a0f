"""A recurring series as a whole: what of it is still to come gets another theme, owner, time or labels, or ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import partial

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import Due, local
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, may
from bot.services.plan.held_back import hold_back
from bot.services.post.adding import changed_fields, moved
from bot.services.post.batches import Batch, remember_batch, unless_held
from bot.services.post.records import keep, post_in
from bot.services.post.reviews import after_change

FAR = timedelta(days=3 * 366)
"""Later than the last of a series: 26 months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesWish:
    """What the posts of a series should be; None: each as it is. *clock* is in the zone of whoever asks."""

    theme: str | None = None
    labels: tuple[str, ...] | None = None
    owner_id: str | None = None
    clock: time | None = None

    @property
    def is_empty(self) -> bool:
        return all(each is None for each in (self.theme, self.labels, self.owner_id, self.clock))


def series_ahead(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, from_here: bool = False
) -> Batch:
    """The open posts of the series of *post_id* that are still to come, or those due from that post on.

    Raises `UserError`: "series-none" where it is in none, "series-over" where *by* may change nothing of it.
    """
    with store.transaction() as tx:
        return _ahead(tx, strategy, by, post_id, now=now, from_here=from_here)


def change_series(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, wish: SeriesWish
) -> Batch:
    """Texts and titles stay each one's own; a post whose new time of day has gone keeps its moment.

    Whoever gets them is told once, of the first and how many they are. Raises what `series_ahead` raises, and
    `UserError`: "series-same", "stranger", "not-reachable", "outsider".
    """
    with store.transaction() as tx:
        found = _ahead(tx, strategy, by, post_id, now=now)
        if wish.owner_id:
            reachable(tx, strategy, wish.owner_id)
        posts, left, same = [], list(found.left), 0
        for was in found.posts:
            post = _wished(was, wish, strategy, zone=by.zone, now=now)
            if post == was:
                same += 1
                continue
            kept = unless_held(partial(_keep, tx, strategy, was, post, by=by, now=now))
            posts += kept
            left += [] if kept else [was]
        if same == len(found.posts):
            raise UserError("series-same")
        return replace(remember_batch(tx, posts, by=by, now=now), left=tuple(left))


def end_series(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str) -> Batch:
    """Cancels what is open from *post_id* on. Raises what `series_ahead` raises."""
    with store.transaction() as tx:
        found = _ahead(tx, strategy, by, post_id, now=now, from_here=True)
        posts = [keep(tx, was, was.into(PostState.CANCELLED), what="cancelled", by=by, now=now) for was in found.posts]
        return replace(remember_batch(tx, posts, by=by, now=now), left=found.left)


def _ahead(
    tx: Transaction, strategy: Strategy, by: Member, post_id: str, *, now: datetime, from_here: bool = False
) -> Batch:
    post = post_in(tx, strategy, post_id)
    if not post.series_id:
        raise UserError("series-none", post=post.id)
    start = post.due.at if from_here and post.due else now
    coming = tx.posts.open_due_between(start, now + FAR, strategy_id=strategy.id)
    ours = [each for each in coming if each.series_id == post.series_id]
    mine = [each for each in ours if may(by, Action.CHANGE_POST, strategy, each)]
    if not mine:
        raise UserError("series-over", post=post.id)
    return Batch(posts=tuple(mine), left=tuple(each for each in ours if each not in mine))


def _wished(was: Post, wish: SeriesWish, strategy: Strategy, *, zone: str, now: datetime) -> Post:
    post = replace(
        was,
        theme=was.theme if wish.theme is None else wish.theme,
        labels=was.labels if wish.labels is None else wish.labels,
        owner_id=wish.owner_id or was.owner_id,
    )
    if wish.clock is None or was.due is None:
        return post
    due = Due.local(local(was.due.at, zone).date(), wish.clock, zone)
    return moved(post, due, strategy, now=now) if due.at != was.due.at and due.at >= now else post


def _keep(tx: Transaction, strategy: Strategy, was: Post, post: Post, *, by: Member, now: datetime) -> Post:
    post = after_change(was, post, strategy, by=by, now=now)
    post = hold_back(tx, strategy, post, by=by, now=now, was=was, is_move=post.due != was.due)
    *before, (what, note) = _lines(was, post)
    for each, said in before:
        post = post.noted(each, by=by.id, at=now, note=said)
    return keep(tx, was, post, what=what, by=by, now=now, note=note)


def _lines(was: Post, post: Post) -> Iterator[tuple[str, str]]:
    """Of the history: as a hand-over, a move and an edit would have written them one by one."""
    if post.owner_id and post.owner_id != was.owner_id:
        yield "assigned", post.owner_id
    if was.due and post.due != was.due:
        yield "moved", f"{was.due.wall} {was.due.zone}"
    edited = [each for each in changed_fields(was, post) if each in ("theme", "labels")]
    if edited:
        yield "edited", ",".join(edited)
