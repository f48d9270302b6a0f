"""How every change of a post is kept: with a line of history, an undo for ten minutes and its reminders refreshed."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from bot.domain.errors import NotFound, UserError
from bot.domain.members import Member
from bot.domain.posts import Change, Post
from bot.domain.strategy import Strategy
from bot.ports import Note, Transaction
from bot.services.people.sight import unless_shut_out
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.reminders.changes import tell_of_change
from bot.services.reminders.owing import mark_changed
from bot.services.undo.deeds import Deed, DeedPart, PartKind, bring_together, deeds_of, remember
from bot.services.undo.values import converter

NEVER_UNDONE = frozenset({"id", "strategy_id", "history", "rev", "moves", "snoozes", "created_at", "created_by"})
"""Counters only grow: they make the reminders of a new moment new ones, also when the moment is the old one again."""

HARMLESS = frozenset({"snoozed"})
"""Changes that nobody who edits the post has to know of."""


ANSWERS = frozenset({"approved", "changes-asked"})
"""What a reviewer does, who need not have the post in hand."""


class Outdated(UserError):
    """Somebody was faster: *post* is what stands now, *since* what was done to it after it was opened."""

    def __init__(self, post: Post, since: tuple[Change, ...]) -> None:
        super().__init__("post-changed", post=post.id)
        self.post = post
        self.since = since


def post_in(tx: Transaction, strategy: Strategy, post_id: str) -> Post:
    """Raises `NotFound` also for a post of another strategy: nobody learns that it exists."""
    post = tx.posts.find(post_id)
    if post is None or post.strategy_id != strategy.id:
        raise NotFound("post", post_id)
    return post


def post_to_change(tx: Transaction, strategy: Strategy, post_id: str, by: Member) -> Post:
    """As `post_in`; raises `UserError("rights-change_post")` where it is in other hands."""
    post = post_in(tx, strategy, post_id)
    refuse_unless(by, Action.CHANGE_POST, strategy, post)
    return post


def to_insiders(tx: Transaction, strategy: Strategy, was: Post, post: Post) -> Post:
    """*post*, which takes the place of *was*: nobody gets back what they do not see any more."""
    owner_id, backup_id, reviewer_id = (
        new if new == old else unless_shut_out(tx, new, strategy)
        for new, old in (
            (post.owner_id, was.owner_id),
            (post.backup_id, was.backup_id),
            (post.reviewer_id, was.reviewer_id),
        )
    )
    return replace(post, owner_id=owner_id, backup_id=backup_id, reviewer_id=reviewer_id)


def unchanged_since(post: Post, seen: int | None) -> Post:
    """*post*, if nothing was done to it since it had *seen* lines of history. Raises `Outdated`."""
    since = () if seen is None else tuple(each for each in post.history[seen:] if each.what not in HARMLESS)
    if since:
        raise Outdated(post, since)
    return post


def keep(tx: Transaction, was: Post, post: Post, *, what: str, by: Member, now: datetime, note: str = "") -> Post:
    """Write *post*, which was *was* before: a deed of its own."""
    kept, part = keep_part(tx, was, post, what=what, by=by, now=now, note=note)
    remember(tx, Deed(by=by.id, strategy_id=kept.strategy_id, what=what, parts=(part,)), now=now)
    return kept


def keep_part(
    tx: Transaction, was: Post, post: Post, *, what: str, by: Member, now: datetime, note: str = ""
) -> tuple[Post, DeedPart]:
    """As `keep`, of a deed that writes several things; who does it remembers the parts."""
    kept = tx.posts.put(post.noted(what, by=by.id, at=now, note=note))
    tell_of_change(tx, was, kept, what=what, by=by.id, now=now)
    mark_changed(tx, kept.strategy_id, kept.id)
    return kept, as_part(was, kept, what=what)


def as_part(was: Post, post: Post, *, what: str) -> DeedPart:
    """*post*, which was *was* before, as a part of what is done; see `undo.deeds`."""
    return DeedPart(
        kind=PartKind.POST,
        key=post.id,
        what=what,
        was_rev=was.rev,
        rev=post.rev,
        lines=len(post.history),
        before=differing_fields(was, post),
    )


def right_to(what: str) -> Action:
    """Who may do *what* to a post, may take it back."""
    return Action.APPROVE if what in ANSWERS else Action.CHANGE_POST


def may_take_back(part: DeedPart, post: Post, *, by: Member, strategy: Strategy) -> bool:
    """Whoever may do it to the post as it is, or as it was: what one has just handed over is still taken back."""
    was = with_fields(post, part.before or {})
    return any(may(by, right_to(part.what), strategy, each) for each in (was, post))


def last_part(tx: Transaction, post: Post, *, by: Member, now: datetime) -> DeedPart | None:
    """What *by* did to *post*, if that was the last that was done to it and can be taken back."""
    deeds = (each for each in deeds_of(tx, by, now=now) if not each.stays)
    part = next((part for each in deeds if (part := each.part_of(post.id))), None)
    return part if part and part.rev == post.rev and not part.is_back else None


def remember_together(
    tx: Transaction, posts: Sequence[Post], *, by: Member, now: datetime, token: str = "", is_whole: bool = False
) -> str:
    """One undo for *posts* as they are now, which *by* has just written; its token. *is_whole*: all or none of them."""
    written = [(each.id, each.rev, len(each.history)) for each in posts]
    return bring_together(tx, written, by=by, now=now, token=token, is_whole=is_whole)


def write_note(tx: Transaction, note_id: str, body: dict[str, Any], *, expires_at: datetime, now: datetime) -> None:
    """Those of its sort (what stands before the colon) that are over are forgotten with that."""
    for each in tx.notes.starting(note_id.partition(":")[0] + ":"):
        if each.id != note_id and each.expires_at and each.expires_at <= now:
            tx.notes.delete(each.id)
    known = tx.notes.find(note_id) or Note(id=note_id)
    tx.notes.put(replace(known, body=body, expires_at=expires_at))


def live_note(tx: Transaction, note_id: str, *, now: datetime) -> Note | None:
    note = tx.notes.find(note_id)
    return note if note and (note.expires_at is None or now < note.expires_at) else None


def as_document(post: Post) -> dict[str, Any]:
    """Its fields as JSON values, as a part of a deed keeps those that were others before."""
    found: dict[str, Any] = converter().unstructure(post)
    return found


def with_fields(post: Post, before: dict[str, Any]) -> Post:
    """*post* with the JSON values of *before* in their fields."""
    found: Post = converter().structure({**as_document(post), **before}, Post)
    return found


def differing_fields(was: Post, post: Post) -> dict[str, Any]:
    """The fields of *was* that are another now, as JSON values."""
    names = [each.name for each in fields(Post) if each.name not in NEVER_UNDONE]
    changed = [name for name in names if getattr(was, name) != getattr(post, name)]
    document = as_document(was)
    return {name: document[name] for name in changed}
