"""The posts that the steps of a post became: when it moves or is cancelled they stay as they are, or go along."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.post.batches import Batch, move_by, remember_batch, shifted
from bot.services.post.records import keep, last_part, post_in


def posts_made_by_steps(store: Store, post: Post) -> list[Post]:
    """Those that are still open, in the order of its steps."""
    with store.transaction() as tx:
        return _made(tx, post)


def move_made(
    store: Store,
    *,
    strategy: Strategy,
    by: Member,
    now: datetime,
    post_id: str,
    days: int,
    moves: Mapping[str, int],
) -> Batch:
    """*days* further go those of *moves*: how often each had moved when it was asked, so that two presses are one.

    The post itself comes first where its own move is taken back with theirs.

    Raises `UserError`: "made-gone", "rights-change_post" where none of them is *by*'s to change.
    """
    with store.transaction() as tx:
        post = post_in(tx, strategy, post_id)
        asked = [each for each in _made(tx, post) if each.due and moves.get(each.id) == each.moves]
        ahead = [each for each in _ours(asked, strategy, by, post) if shifted(each, days).at >= now]
        moved, _ = move_by(tx, strategy, ahead, days, by=by, now=now)
        return _remember_with_post(tx, post, "due", asked, moved, by=by, now=now)


def cancel_made(store: Store, *, strategy: Strategy, by: Member, now: datetime, post_id: str) -> Batch:
    """As `move_made`."""
    with store.transaction() as tx:
        post = post_in(tx, strategy, post_id)
        asked = _made(tx, post)
        ours = _ours(asked, strategy, by, post)
        gone = [keep(tx, was, was.into(PostState.CANCELLED), what="cancelled", by=by, now=now) for was in ours]
        return _remember_with_post(tx, post, "state", asked, gone, by=by, now=now)


def _made(tx: Transaction, post: Post) -> list[Post]:
    found = [tx.posts.find(each.post_id) for each in post.checklist if each.post_id]
    return [each for each in found if each and each.is_open and each.strategy_id == post.strategy_id]


def _ours(asked: list[Post], strategy: Strategy, by: Member, post: Post) -> list[Post]:
    if not asked:
        raise UserError("made-gone", post=post.id)
    ours = [each for each in asked if may(by, Action.CHANGE_POST, strategy, each)]
    if not ours:
        refuse_unless(by, Action.CHANGE_POST, strategy, asked[0])
    return ours


def _remember_with_post(
    tx: Transaction, post: Post, field: str, asked: list[Post], done: list[Post], *, by: Member, now: datetime
) -> Batch:
    """*done* of what was *asked*, with *post* where *by* has just changed its *field*."""
    part = last_part(tx, post, by=by, now=now)
    is_last = part is not None and field in part.before
    batch = remember_batch(tx, [*([post] if is_last and done else []), *done], by=by, now=now)
    ids = {each.id for each in done}
    return replace(batch, left=tuple(each for each in asked if each.id not in ids))
