"""An import taken back: for ten minutes, by whoever brought the file in. What was changed since stays as it is."""

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
from bot.services.post_records import (
    UNDO_FOR,
    differing_fields,
    is_live,
    live_note,
    post_in,
    to_insiders,
    with_fields,
    write_note,
)
from bot.services.reminders.owing import mark_changed
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


def remember_import(
    tx: Transaction,
    written: Written,
    counted: Mapping[str, str],
    *,
    by: Member,
    now: datetime,
    token: str,
    place: int = 0,
) -> bool:
    """Whether anything was *written* that *token* now undoes; *counted*: the measurement of a post.

    *place*: the slice of the file. One that is carried out again after it was cut off adds to what it has.
    """
    posts = [
        [post.id, tx.posts.get(post.id).rev, _before(was, post), counted.get(post.id, "")] for was, post in written
    ]
    if not posts:
        return False
    before = tx.notes.find(note_id(token, place))
    kept = before.body["posts"] if before else []
    body = {"by": by.id, "at": now.isoformat(), "posts": [*kept, *posts]}
    write_note(tx, note_id(token, place), body, expires_at=now + UNDO_FOR)
    return True


def note_id(token: str, place: int) -> str:
    """The first slice's is that of a whole file."""
    return f"undo-import:{token}" if place == 0 else f"undo-import:{token}.{place}"


def undo_import(store: Store, *, strategy: Strategy, by: Member, now: datetime, token: str) -> Batch:
    """Posts and their numbers as they were, slice by slice.

    Raises `UserError`: "rights-import", and "import-undo-gone" ten minutes later and for others.
    """
    refuse_unless(by, Action.IMPORT, strategy)
    with store.transaction() as tx:
        noted = notes_of(tx, token, by=by, now=now)
    if not noted:
        raise UserError("import-undo-gone")
    undone: dict[str, Post] = {}
    left: dict[str, Post] = {}
    for each in noted:  # the last slice first: what it pointed elsewhere is noted there as it is now
        with store.transaction() as tx:
            note = live_note(tx, each, now=now)
            if note is None:
                continue
            for post_id, rev, before, *measured in note.body["posts"]:
                was = post_in(tx, strategy, post_id)
                if post_id in undone:
                    continue
                if was.rev != rev:
                    left[post_id] = was
                    continue
                counted = measured[0] if measured else f"{post_id}:{note.body['at']}"  # a note of the version before
                back = to_insiders(tx, strategy, was, with_fields(was, before))
                undone[post_id] = _taken_back(tx, was, back, counted, by=by, now=now)
            tx.notes.delete(note.id)
    still = [post for post_id, post in left.items() if post_id not in undone]
    return Batch(posts=tuple(sorted(undone.values(), key=lambda post: post.number)), left=tuple(still))


def notes_of(tx: Transaction, token: str, *, by: Member, now: datetime) -> list[str]:
    """The notes of every slice of an import of *by*, the last slice first."""
    whole = note_id(token, 0)
    found = [note for note in tx.notes.all() if note.id == whole or note.id.startswith(f"{whole}.")]
    mine = [note.id for note in found if is_live(note, now) and note.body["by"] == by.id]
    return sorted(mine, key=lambda each: int(each.rpartition(".")[2]) if "." in each else 0, reverse=True)


def is_taken_back(post: Post) -> bool:
    """Whether a file added it and that was undone: the same file may bring it in again."""
    last = post.history[-1] if post.history else None
    return post.state is PostState.CANCELLED and last is not None and (last.what, last.note) == ("undone", "imported")


def _before(was: Post | None, post: Post) -> dict[str, Any]:
    return NEVER_THERE if was is None else differing_fields(was, post)


def _taken_back(tx: Transaction, was: Post, back: Post, counted: str, *, by: Member, now: datetime) -> Post:
    if tx.measurements.find(counted) is not None:
        tx.measurements.delete(counted)
    post = replace(back, moves=back.moves + (back.due != was.due))
    kept = tx.posts.put(post.noted("undone", by=by.id, at=now, note="imported"))
    mark_changed(tx, kept.strategy_id, kept.id)
    return kept
