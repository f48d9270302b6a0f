"""How the plan goes back to what it was before a deed."""

from dataclasses import replace

from bot.domain.plan_parts import PlanChange
from bot.domain.strategy import Strategy
from bot.services.plan.changes import with_history
from bot.services.plan.deeds import is_as_left, with_values
from bot.services.plan.names import rename_on_posts
from bot.services.post.pauses import mark_posts
from bot.services.post.records import with_fields
from bot.services.undo.stack import LaterChange, Move, Way
from bot.services.ways_back.posts import put


def changed_since(move: Move) -> LaterChange | None:
    strategy = move.tx.strategies.get(move.part.key)
    return None if is_as_left(strategy, move.part) else last_line(strategy)


def last_line(strategy: Strategy) -> LaterChange:
    """The last that was done to the plan or an objective."""
    last = strategy.plan.changes[-1] if strategy.plan.changes else None
    return (
        LaterChange(key=strategy.id, who=last.by, at=last.at, what=last.what) if last else LaterChange(key=strategy.id)
    )


def put_back(move: Move) -> Strategy:
    """Posts that took a name over since follow it back; those that had it all along keep it."""
    tx, was = move.tx, move.tx.strategies.get(move.part.key)
    before = with_values(was, move.part.before or {})
    line = PlanChange(at=move.now, by=move.by.id, what="undone", note=move.part.what)
    kept_so = move.part.also.split()
    pause = before["plan"].pause or was.plan.pause
    if pause is not None and before["plan"].pause != was.plan.pause:
        mark_posts(tx, was, pause, now=move.now)
    rename_on_posts(tx, was.id, was.plan, before["plan"], by=move.by.id, at=move.now, but=kept_so)
    return tx.strategies.put(with_history(replace(was, **before), line))


def put_names_back(move: Move) -> None:
    """As they were to the letter, where nothing was done to the post since; else the names alone follow the plan."""
    post = move.tx.posts.find(move.part.key)
    if post is not None and post.rev == move.part.rev:
        put(move, post, with_fields(post, move.part.before or {}), what=move.part.what)


PLAN = Way(changed=changed_since, put_back=put_back)
NAMES = Way(changed=lambda move: None, put_back=put_names_back)
