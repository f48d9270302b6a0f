"""An import taken back: for ten minutes, by whoever brought the file in. What was changed since stays as it is."""

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.domain.errors import UserError
from bot.domain.people import Member
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.post_batches import Batch
from bot.services.post_records import UNDO_FOR, differing_fields, live_note, post_in, with_fields, write_note
from bot.services.reminders import mark_changed
from bot.services.rights import Action, refuse_unless

NEVER_THERE = {
    "state": PostState.CANCELLED.value,
    "link": "",
    "published_at": None,
    "published_by": None,
    "platform_post_id": "",
    "source_uid": "",
}
"""What a post that a file added is without it: cancelled, so that it can still be reopened, and in nobody's way."""


Written = Iterable[tuple[Post | None, Post]]
"""Posts of an import, each as it was (None: a new one) and as it is."""


def remember_import(tx: Transaction, written: Written, counted: Mapping[str, str], *, by: Member, now: datetime) -> str:
    """The token that takes back what was *written*, if anything; *counted*: the measurement of a post."""
    posts = [
        [post.id, tx.posts.get(post.id).rev, _before(was, post), counted.get(post.id, "")] for was, post in written
    ]
    if not posts:
        return ""
    token = secrets.token_hex(8)
    body = {"by": by.id, "at": now.isoformat(), "posts": posts}
    write_note(tx, f"undo-import:{token}", body, expires_at=now + UNDO_FOR)
    return token


def undo_import(store: Store, *, strategy: Strategy, by: Member, now: datetime, token: str) -> Batch:
    """Posts and their numbers as they were.

    Raises `UserError`: "rights-import", and "import-undo-gone" ten minutes later and for others.
    """
    refuse_unless(by, Action.IMPORT, strategy)
    with store.transaction() as tx:
        note = live_note(tx, f"undo-import:{token}", now=now)
        if note is None or note.body["by"] != by.id:
            raise UserError("import-undo-gone")
        posts: list[Post] = []
        left: list[Post] = []
        for post_id, rev, before, *measured in note.body["posts"]:
            was = post_in(tx, strategy, post_id)
            is_untouched = was.rev == rev
            counted = measured[0] if measured else f"{post_id}:{note.body['at']}"  # a note of the version before
            posts += [_taken_back(tx, was, before, counted, by=by, now=now)] if is_untouched else []
            left += [] if is_untouched else [was]
        tx.notes.delete(note.id)
        return Batch(posts=tuple(posts), left=tuple(left))


def is_taken_back(post: Post) -> bool:
    """Whether a file added it and that was undone: the same file may bring it in again."""
    last = post.history[-1] if post.history else None
    return post.state is PostState.CANCELLED and last is not None and (last.what, last.note) == ("undone", "imported")


def _before(was: Post | None, post: Post) -> dict[str, Any]:
    return NEVER_THERE if was is None else differing_fields(was, post)


def _taken_back(tx: Transaction, was: Post, before: dict[str, Any], counted: str, *, by: Member, now: datetime) -> Post:
    if tx.measurements.find(counted) is not None:
        tx.measurements.delete(counted)
    post = with_fields(was, before)
    post = replace(post, moves=post.moves + (post.due != was.due))
    kept = tx.posts.put(post.noted("undone", by=by.id, at=now, note="imported"))
    mark_changed(tx, kept.strategy_id, kept.id)
    return kept
