"""Review: asked for, given, or answered with a wish for a change; and what a change makes of an approval."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.errors import UserError
from bot.domain.limits import COMMENT_LIMIT
from bot.domain.members import Member
from bot.domain.posts import Post, PostState
from bot.domain.reminders.reviews import asked_of, reads_differently, reviewer_of
from bot.domain.reminders.routing import Roster, is_there
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.sight import insiders
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.plan.held_back import hold_back
from bot.services.plan.holidays import is_holiday
from bot.services.post.records import keep, post_in, post_to_change, unchanged_since

APART = timedelta(seconds=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedReviewer:
    """*to* is asked for it; *until* is the last day that *reviewer* is away, where they are. None: nobody is there."""

    reviewer: Member | None
    until: date | None
    to: Member | None


def ask_review(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    reviewer_id: str = "",
    note: str = "",
    seen: int | None = None,
) -> Post:
    """Into review, by *reviewer_id* or whoever the plan names.

    Asking the same person twice changes nothing, unless there is something new to look at: then they are asked again.

    Raises `UserError`: "post-state", "review-own", "review-nobody", "stranger", "not-reachable", "outsider",
    "rights-…";
    `Outdated` when somebody was faster.
    """
    with store.transaction() as tx:
        was = post_to_change(tx, strategy, post_id, by)
        reviewer = _reviewer(tx, was, strategy, reviewer_id, by)
        if was.state is PostState.IN_REVIEW and reviewer_of(was, strategy) == reviewer.id and not _is_new(was, note):
            return was
        unchanged_since(was, seen)
        return keep(
            tx, was, asked(was, by=by, now=now, reviewer_id=reviewer.id), what="in_review", by=by, now=now, note=note
        )


def approve_post(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    seen: int | None = None,
    override: str = "",
) -> Post:
    """*override*: why it is approved although it breaks a policy that is an error.

    Raises `Held`; `UserError`: "rights-approve", "post-state"; `Outdated` when it changed after *by* had read it.
    """
    with store.transaction() as tx:
        was = post_in(tx, strategy, post_id)
        refuse_unless(by, Action.APPROVE, strategy, was)
        if was.state is PostState.APPROVED:
            return was
        unchanged_since(was, seen)
        post = replace(was.into(PostState.APPROVED), approved_at=now, approved_by=by.id)
        post = hold_back(tx, strategy, post, by=by, now=now, was=was, override=override)
        return keep(tx, was, post, what="approved", by=by, now=now)


def ask_changes(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    comment: str,
    seen: int | None = None,
) -> Post:
    """Back to its owner as a draft, with what to change.

    Raises `UserError`: "rights-approve", "review-comment-missing", "post-state"; `Outdated`.
    """
    if not comment.strip():
        raise UserError("review-comment-missing")
    with store.transaction() as tx:
        was = post_in(tx, strategy, post_id)
        refuse_unless(by, Action.APPROVE, strategy, was)
        unchanged_since(was, seen)
        if was.state not in (PostState.IN_REVIEW, PostState.APPROVED):
            raise UserError("review-not-asked", post=was.id)
        post = replace(was.into(PostState.DRAFT), approved_at=None, approved_by=None)
        return keep(tx, was, post, what="changes-asked", by=by, now=now, note=comment.strip()[:COMMENT_LIMIT])


def who_is_asked(tx: Transaction, post: Post, strategy: Strategy, *, at: datetime) -> AskedReviewer:
    """Of a post in review, as it stands at *at*."""
    people = insiders(tx, tx.members.all(), strategy)
    to = asked_of(post, strategy, Roster(people=people, is_holiday=is_holiday), at=at)
    reviewer = tx.members.find(reviewer_of(post, strategy) or "")
    until = reviewer.away_until(at) if reviewer else None
    return AskedReviewer(reviewer=reviewer, until=until, to=to if is_there(to, at=at) else None)


def _is_new(post: Post, note: str) -> bool:
    """Whether *note* says what the question did not say; sent twice, a form asks once."""
    last = next((each.note for each in reversed(post.history) if each.what == "in_review"), "")
    return bool(note.strip()) and note.strip() != last.strip()


def asked(post: Post, *, by: Member, now: datetime, reviewer_id: str) -> Post:
    """*post* in review since *now*; a former approval is over.

    Two questions are never of one second: by that the messages about them are told apart.
    """
    state = post if post.state is PostState.IN_REVIEW else post.into(PostState.IN_REVIEW)
    unread = replace(state, approved_at=None, approved_by=None)
    return replace(unread, reviewer_id=reviewer_id, review_asked_at=_apart(post, now=now), review_asked_by=by.id)


def _apart(post: Post, *, now: datetime) -> datetime:
    before = post.review_asked_at
    return before + APART if before and -APART < before - now < timedelta(minutes=1) else now


def after_change(was: Post, post: Post, strategy: Strategy, *, by: Member, now: datetime) -> Post:
    """*post* as a change leaves it: what was approved has to be read again, where the plan says so.

    Whoever would read it has read what they changed themselves: the approval is theirs then. Without anybody to read
    it, it becomes a draft. What cannot be read is never taken for approved.
    """
    if post.state is not PostState.APPROVED or not reads_differently(was, post):
        return post
    if not strategy.plan.review_again_after_change:
        return post
    reviewer = reviewer_of(post, strategy)
    if reviewer is None:
        return replace(post.into(PostState.DRAFT), approved_at=None, approved_by=None)
    if reviewer == by.id and may(by, Action.APPROVE, strategy, post):
        return replace(post, approved_at=now, approved_by=by.id)
    return asked(post, by=by, now=now, reviewer_id=reviewer)


def _reviewer(tx: Transaction, post: Post, strategy: Strategy, wanted: str, by: Member) -> Member:
    """Nobody names themselves who may not approve it anyway: that would be a way round the review."""
    if wanted and wanted == post.owner_id:
        raise UserError("review-own", post=post.id)
    if wanted == by.id:
        refuse_unless(by, Action.APPROVE, strategy, post)
    reviewer = wanted or reviewer_of(post, strategy)
    if not reviewer:
        raise UserError("review-nobody", post=post.id)
    return reachable(tx, strategy, reviewer)
