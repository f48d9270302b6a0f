"""How a post goes back to what it was before a deed."""

from dataclasses import replace
from typing import Any

from bot.domain.posts import Post, PostState
from bot.services.people.who_may import Action, refuse_unless
from bot.services.post.records import HARMLESS, may_take_back, right_to, to_insiders, with_fields
from bot.services.reminders.owing import mark_changed
from bot.services.undo.deeds import follow
from bot.services.undo.stack import LaterChange, Move, Way


def changed_since(move: Move) -> LaterChange | None:
    """The last change that came after, of however little weight; also numbers that would be those of no live post."""
    post = move.tx.posts.find(move.part.key)
    if post is None:
        return LaterChange(key=move.part.key)
    return _counted_since(move, post) if post.rev == move.part.rev else _last_change(post, move.part.lines)


def _counted_since(move: Move, post: Post) -> LaterChange | None:
    latest = move.tx.measurements.latest_of([post.id]).get(post.id)
    if (
        latest is None
        or latest.id == move.part.also
        or with_fields(post, move.part.before or {}).state is PostState.PUBLISHED
    ):
        return None
    is_later = latest.at >= post.history[move.part.lines - 1].at
    return LaterChange(key=post.id, who=latest.by, at=latest.at, what="counts") if is_later else None


def _last_change(post: Post, lines: int) -> LaterChange:
    since = post.history[lines:]
    heavy = [each for each in since if each.what not in HARMLESS] or since
    if not heavy:
        return LaterChange(key=post.id)
    return LaterChange(key=post.id, who=heavy[-1].by or "", at=heavy[-1].at, what=heavy[-1].what)


def refuse(move: Move) -> None:
    """As `may_take_back`. Who brought a file in has been asked for that right."""
    post, strategy = move.tx.posts.get(move.part.key), move.strategy
    if move.deed.right is Action.CHANGE_POST and not may_take_back(move.part, post, by=move.by, strategy=strategy):
        refuse_unless(move.by, right_to(move.part.what), strategy, post)


def put_back(move: Move) -> Post:
    """What was added becomes cancelled, so that it can still be reopened; numbers that came with it go with it."""
    was = move.tx.posts.get(move.part.key)
    if move.part.also and move.tx.measurements.find(move.part.also) is not None:
        move.tx.measurements.delete(move.part.also)
    return put(move, was, before_deed(move, was), what=move.part.what)


def before_deed(move: Move, was: Post) -> Post:
    before: dict[str, Any] = move.part.before or {}
    post = to_insiders(move.tx, move.strategy, was, with_fields(was, before))
    return replace(post, moves=post.moves + 1) if post.due != was.due else post


def put(move: Move, was: Post, post: Post, *, what: str) -> Post:
    """Write *post*, which is as it was before *was*; earlier deeds to it can be taken back then."""
    kept = move.tx.posts.put(post.noted("undone", by=move.by.id, at=move.now, note=what))
    follow(move.tx, kept.id, was_rev=move.part.was_rev, rev=kept.rev)
    mark_changed(move.tx, kept.strategy_id, kept.id)
    return kept


POST = Way(changed=changed_since, put_back=put_back, refuse=refuse)
