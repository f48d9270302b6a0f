"""Corrections: taken on, changed, put right; each can be undone, and stands on the card of its post."""

from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any

from bot.domain.engage.corrections import (
    Advice,
    Correction,
    NoticedBy,
    Remedy,
    TimeToCorrect,
    time_to_correct,
)
from bot.domain.errors import NotFound, UserError
from bot.domain.limits import ROUND_TEXT_LIMIT, STATEMENT_LIMIT
from bot.domain.members import Member
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.reminders.owing import mark_changed, mark_mornings
from bot.services.undo.kept import put_kept, undo_token

TABLE = "corrections"
SHOWN = 10
LONGEST = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionWish:
    """What somebody wants a correction to be, not checked yet; None keeps what is there.

    *is_put_right* False opens it again; with a moment in *put_right_at* it is put right then, else now.
    """

    what: str | None = None
    noticed_at: datetime | None = None
    noticed_by: NoticedBy | None = None
    remedies: tuple[Remedy, ...] | None = None
    followed: tuple[Advice, ...] | None = None
    answer: str | None = None
    learned: str | None = None
    owner_id: str | None = None
    put_right_at: datetime | None = None
    is_put_right: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFacts:
    """A correction as its card shows it to one reader. *undo*: the token of a deed of theirs."""

    correction: Correction
    post: Post | None
    can_change: bool
    undo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionsSeen:
    """The open ones, the longest open first, then those put right last; and how long all of them took."""

    open: tuple[Correction, ...]
    closed: tuple[Correction, ...]
    took: TimeToCorrect


def keepers_of(correction: Correction, post: Post | None) -> tuple[str, ...]:
    """Whose it is, the nearest first: who took it on, who kept it, who has the post."""
    own = (correction.owner_id, correction.created_by, post.owner_id if post else None)
    return tuple(dict.fromkeys(each for each in own if each))


def refuse_unless_correction(tx: Transaction, by: Member, strategy: Strategy, correction: Correction) -> None:
    """Raises `UserError("rights-change_correction")`."""
    own = keepers_of(correction, tx.posts.find(correction.post_id))
    refuse_unless(by, Action.CHANGE_CORRECTION, strategy, own=own, what=correction.id)


def correction_in(tx: Transaction, strategy: Strategy, correction_id: str) -> Correction:
    """Raises `NotFound` also for one of another strategy: nobody learns that it exists."""
    found = tx.corrections.find(correction_id)
    if found is None or found.strategy_id != strategy.id:
        raise NotFound("correction", correction_id)
    return found


def take_on_correction(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, wish: CorrectionWish
) -> Correction:
    """Raises `UserError`: "rights-keep", "correction-unpublished", and for a wish that cannot be met."""
    refuse_unless(by, Action.KEEP, strategy)
    with store.transaction() as tx:
        post = tx.posts.find(post_id)
        if post is None or post.strategy_id != strategy.id:
            raise NotFound("post", post_id)
        if post.state is not PostState.PUBLISHED:
            raise UserError("correction-unpublished", post=post_id)
        blank = Correction(
            id="",
            strategy_id=strategy.id,
            post_id=post_id,
            what="",
            noticed_at=now,
            owner_id=by.id,
            created_by=by.id,
            created_at=now,
        )
        made = _as_wished(tx, strategy, blank, wish, now=now)
        numbered = replace(made, id=f"C{tx.next_number('correction')}")
        mark_mornings(tx, strategy, now=now)
        mark_changed(tx, strategy.id, post_id)
        return put_kept(tx, TABLE, None, numbered, what="correction-kept", by=by, now=now)


def change_correction(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    correction_id: str,
    wish: CorrectionWish,
    seen: int = 0,
) -> Correction:
    """*seen*: the revision that was looked at. Raises `UserError`: "correction-changed" where somebody was faster."""
    with store.transaction() as tx:
        was = correction_in(tx, strategy, correction_id)
        refuse_unless_correction(tx, by, strategy, was)
        if seen and was.rev != seen:
            raise UserError("correction-changed", what=was.id)
        made = _as_wished(tx, strategy, was, wish, now=now)
        if made == was:
            return was
        what = "correction-changed" if made.is_open == was.is_open else _turned(made)
        mark_mornings(tx, strategy, now=now, of={was.owner_id, made.owner_id}, since=was.created_at)
        return put_kept(tx, TABLE, was, made, what=what, by=by, now=now)


def _turned(made: Correction) -> str:
    return "correction-opened" if made.is_open else "correction-done"


def facts_of_correction(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, correction_id: str
) -> CorrectionFacts:
    with store.transaction() as tx:
        found = correction_in(tx, strategy, correction_id)
        post = tx.posts.find(found.post_id)
        return CorrectionFacts(
            correction=found,
            post=post,
            can_change=may(by, Action.CHANGE_CORRECTION, strategy, own=keepers_of(found, post)),
            undo=undo_token(tx, found.id, found.rev, by=by, now=now),
        )


def corrections_seen(store: Store, strategy: Strategy) -> CorrectionsSeen:
    with store.transaction() as tx:
        every = tx.corrections.of_strategy(strategy.id)
    return CorrectionsSeen(
        open=tuple(sorted((each for each in every if each.is_open), key=lambda each: each.noticed_at)),
        closed=tuple(sorted((each for each in every if not each.is_open), key=_put_right, reverse=True)[:SHOWN]),
        took=time_to_correct(every),
    )


def _put_right(correction: Correction) -> datetime:
    return correction.put_right_at or correction.noticed_at


def published_lately(store: Store, strategy: Strategy, *, now: datetime, most: int) -> list[Post]:
    """What can have a mistake in it, the latest first."""
    with store.transaction() as tx:
        found = tx.posts.published_between(now - LONGEST, now + timedelta(seconds=1), strategy_id=strategy.id)
    return found[::-1][:most]


def open_corrections(tx: Transaction, strategy: Strategy) -> list[Correction]:
    return tx.corrections.open_of(strategy.id)


def _as_wished(
    tx: Transaction, strategy: Strategy, was: Correction, wish: CorrectionWish, *, now: datetime
) -> Correction:
    given: dict[str, Any] = {each.name: getattr(wish, each.name) for each in fields(wish)}
    is_put_right = given.pop("is_put_right")
    given = {name: value for name, value in given.items() if value is not None}
    for name, limit in LIMITS.items():
        if name in given:
            given[name] = str(given[name]).strip()[:limit]
    made = replace(was, **given)
    if is_put_right is not None and not wish.put_right_at:
        made = replace(made, put_right_at=(was.put_right_at or now) if is_put_right else None)
    if not made.what:
        raise UserError("correction-empty")
    _refuse_moments(made, now)
    if made.owner_id != was.owner_id:
        reachable(tx, strategy, made.owner_id)
    return made


LIMITS = {"what": STATEMENT_LIMIT, "answer": ROUND_TEXT_LIMIT, "learned": STATEMENT_LIMIT}


def _refuse_moments(made: Correction, now: datetime) -> None:
    if not now - LONGEST <= made.noticed_at <= now:
        raise UserError("correction-noticed")
    if made.put_right_at is not None and not made.noticed_at <= made.put_right_at <= now:
        raise UserError("correction-put-right")
