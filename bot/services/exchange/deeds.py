"""What an import leaves to be taken back, slice by slice; what was changed since stays as it is then."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from bot.domain.members import Member
from bot.domain.posts import Post, PostState
from bot.ports import Transaction
from bot.services.people.who_may import Action
from bot.services.post.records import differing_fields
from bot.services.undo.deeds import Deed, DeedPart, PartKind, remember

IMPORTED = "imported"
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
    tx: Transaction, written: Written, counted: Mapping[str, str], *, by: Member, now: datetime, token: str
) -> bool:
    """Whether anything was *written* that *token* now undoes; *counted*: the measurement of a post.

    Each slice of a file has a note of its own under the same token.
    """
    parts = [_part(tx, was, post.id, counted.get(post.id, "")) for was, post in written]
    if not parts:
        return False
    strategy_id = tx.posts.get(parts[0].key).strategy_id
    deed = Deed(by=by.id, strategy_id=strategy_id, what=IMPORTED, parts=tuple(parts), right=Action.IMPORT, token=token)
    remember(tx, deed, now=now)
    return True


def is_taken_back(post: Post) -> bool:
    """Whether a file added it and that was undone: the same file may bring it in again."""
    last = post.history[-1] if post.history else None
    return post.state is PostState.CANCELLED and last is not None and (last.what, last.note) == ("undone", IMPORTED)


def _part(tx: Transaction, was: Post | None, post_id: str, counted: str) -> DeedPart:
    post = tx.posts.get(post_id)
    return DeedPart(
        kind=PartKind.POST,
        key=post_id,
        what=IMPORTED,
        was_rev=was.rev if was else 0,
        rev=post.rev,
        lines=len(post.history),
        before=_before(was, post),
        also=counted,
    )


def _before(was: Post | None, post: Post) -> dict[str, Any]:
    return NEVER_THERE if was is None else differing_fields(was, post)
