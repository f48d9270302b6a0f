"""What is done to a post with one press: moved, handed over, published, cancelled, reopened, snoozed."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.post.checklists import still_to_do
from bot.domain.posts import OPEN_STATES, Post, PostState
from bot.domain.reminders.reviews import is_unapproved
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_can_be_told import reachable
from bot.services.plan.held_back import hold_back
from bot.services.post.adding import checked_link, is_same_moment, moved, not_gone
from bot.services.post.records import keep, post_to_change, unchanged_since
from bot.services.reminders.notices import owe_thread


class Snooze(StrEnum):
    ONE_HOUR = "1h"
    THREE_HOURS = "3h"
    MORNING = "morning"  # tomorrow at nine in the member's zone


def move_post(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    due: Due,
    seen: int | None = None,
    override: str = "",
) -> Post:
    """*override*: why a rule or a limit that holds the move back is passed.

    Raises `Held`; `UserError`: "post-in-the-past", "post-not-open"; `Outdated` when somebody was faster.
    """
    with store.transaction() as tx:
        was = _open_post(tx, strategy, post_id, by)
        if is_same_moment(was.due, due):
            return was
        unchanged_since(was, seen)
        not_gone(due, now=now)
        note = f"{was.due.wall} {was.due.zone}" if was.due else ""
        post = hold_back(
            tx, strategy, moved(was, due, strategy, now=now), by=by, now=now, was=was, override=override, is_move=True
        )
        return keep(tx, was, post, what="moved", by=by, now=now, note=note)


def assign_post(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, owner_id: str, seen: int | None = None
) -> Post:
    """Raises `UserError`: "stranger", "not-reachable", "outsider", "post-not-open"; `Outdated` when somebody was
    faster.
    """
    with store.transaction() as tx:
        was = _open_post(tx, strategy, post_id, by)
        owner = reachable(tx, strategy, owner_id)
        if was.owner_id == owner.id:
            return was
        unchanged_since(was, seen)
        return keep(tx, was, replace(was, owner_id=owner.id), what="assigned", by=by, now=now, note=owner.id)


def publish_post(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    link: str = "",
    reason: str = "",
    published_at: datetime | None = None,
) -> Post:
    """The post is live at *link*, or has none for a *reason*. The same link twice is no fault.

    People publish: one that its platform wants approved, and is not, is recorded as that.

    Raises `UserError`: "link-unreadable", "post-link-missing", "post-published-later", "post-already-published".
    """
    live_at = published_at or now
    if live_at > now:
        raise UserError("post-published-later")
    kept_link = checked_link(link) if link else ""
    if not (kept_link or reason):
        raise UserError("post-link-missing")
    with store.transaction() as tx:
        was = post_to_change(tx, strategy, post_id, by)
        if was.state is PostState.PUBLISHED:
            return _published_before(was, kept_link)
        post = replace(was.into(PostState.PUBLISHED), link=kept_link, published_at=live_at, published_by=by.id)
        what = "published-unapproved" if is_unapproved(was, strategy) else "published"
        return keep(tx, was, replace(post, snoozed_until=None), what=what, by=by, now=now, note=reason)


def cancel_post(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, reason: str = "") -> Post:
    """Cancelling what is cancelled changes nothing. Raises `UserError("post-state")` for a published post."""
    with store.transaction() as tx:
        was = post_to_change(tx, strategy, post_id, by)
        if was.state is PostState.CANCELLED:
            return was
        return keep(tx, was, was.into(PostState.CANCELLED), what="cancelled", by=by, now=now, note=reason)


def reopen_post(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    override: str = "",
    as_idea: bool = False,
) -> Post:
    """A cancelled post lives again: as a draft, or without its date as an idea. Raises `Held`."""
    with store.transaction() as tx:
        was = post_to_change(tx, strategy, post_id, by)
        if was.is_open:
            return was
        if as_idea or was.due is None:
            post = moved(was.into(PostState.IDEA), None, strategy, now=now)
        else:
            draft = still_to_do(was.into(PostState.DRAFT), strategy, today=strategy.today(now))
            post = hold_back(tx, strategy, draft, by=by, now=now, was=was, override=override)
        return keep(tx, was, post, what="reopened", by=by, now=now)


def draft_post(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, override: str = ""
) -> Post:
    """An idea is taken up, with or without a date. Raises `Held`; `UserError("post-state")` where it is no idea."""
    with store.transaction() as tx:
        was = post_to_change(tx, strategy, post_id, by)
        if was.state is PostState.DRAFT:
            return was
        post = hold_back(tx, strategy, was.into(PostState.DRAFT), by=by, now=now, was=was, override=override)
        return keep(tx, was, post, what="drafted", by=by, now=now)


def snooze_post(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str, span: Snooze) -> Post:
    """Remind again later. Raises `UserError`: "post-not-open", "post-undated"."""
    with store.transaction() as tx:
        was = _open_post(tx, strategy, post_id, by)
        if was.due is None:
            raise UserError("post-undated", post=was.id)
        until = snoozed_until(span, by=by, now=now)
        return keep(tx, was, replace(was, snoozed_until=until, snoozes=was.snoozes + 1), what="snoozed", by=by, now=now)


def thread_post(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str) -> Post:
    """Its message in the channel now, where the plan wants one; twice is once."""
    with store.transaction() as tx:
        post = _open_post(tx, strategy, post_id, by)
        owe_thread(tx, post, strategy, now=now)
        return post


def snoozed_until(span: Snooze, *, by: Member, now: datetime) -> datetime:
    if span is Snooze.MORNING:
        return by.at(by.today(now) + timedelta(days=1), time(9))
    return now + timedelta(hours=1 if span is Snooze.ONE_HOUR else 3)


def _open_post(tx: Transaction, strategy: Strategy, post_id: str, by: Member) -> Post:
    post = post_to_change(tx, strategy, post_id, by)
    if post.state not in OPEN_STATES:
        raise UserError("post-not-open", post=post.id, state=post.state.value)
    return post


def _published_before(post: Post, link: str) -> Post:
    """The same press twice is no fault; somebody else's other link is."""
    if not link or post.link == link:
        return post
    raise UserError("post-already-published", post=post.id)
