"""Why nothing is taken back: it was already, was somebody else's, is too long ago, or its calendar is out of reach."""

from datetime import datetime

from bot.domain.errors import People, UserError
from bot.domain.members import Member
from bot.domain.posts import Post
from bot.ports import Transaction
from bot.services.people.sight import is_shut_out
from bot.services.undo.deeds import deed_ever_called, deeds_of


def why_gone(tx: Transaction, token: str, *, by: Member, now: datetime) -> UserError:
    """Of the deed of a button. What is somebody else's and does not exist for *by* is as what is too long ago."""
    deed = deed_ever_called(tx, token, now=now) if token else None
    if deed is None:
        return UserError("undo-gone")
    strategy = tx.strategies.find(deed.strategy_id)
    is_hidden = strategy is None or is_shut_out(tx, by.id, strategy)
    if deed.by != by.id:
        return UserError("undo-gone") if is_hidden else UserError("undo-gone-others", who=People((deed.by,)))
    if deed.is_over:
        return UserError("undo-gone-already")
    if strategy is not None and strategy.is_archived and not is_hidden:
        return UserError("undo-gone-archived", strategy=strategy.name)
    return UserError("undo-gone-channel")


def why_nothing(tx: Transaction, *, by: Member, now: datetime) -> UserError:
    """Where *by* sees nothing that they could take back: the last thing they did may lie in an archived strategy."""
    reasons = (why_gone(tx, each.token, by=by, now=now) for each in deeds_of(tx, by, now=now))
    return next((each for each in reasons if each.key == "undo-gone-archived"), UserError("undo-nothing"))


def why_post_gone(post: Post, *, by: Member, lines: int | None = None) -> UserError:
    """Of the deed that left the post with so many *lines* of history, else of the last to it."""
    if lines is None:
        return _why_last_gone(post, by)
    place = lines - 1
    if not 0 <= place < len(post.history):
        return UserError("post-undo-gone", post=post.id)
    if place not in post.not_taken_back:
        return UserError("undo-gone-already")
    if post.history[place].by != by.id:
        return UserError("undo-gone-others", who=People((post.history[place].by,)))
    return UserError("undo-gone")


def _why_last_gone(post: Post, by: Member) -> UserError:
    last = post.history[-1] if post.history else None
    if last is not None and last.what == "undone" and last.by == by.id:
        return UserError("post-undo-gone-already", post=post.id)
    stands = post.history[post.lines_not_taken_back - 1] if post.lines_not_taken_back else None
    if stands is not None and stands.by and stands.by != by.id:
        return UserError("post-undo-gone-others", post=post.id, who=People((stands.by,)))
    return UserError("post-undo-gone", post=post.id)


def why_numbers_gone(tx: Transaction, measurement_id: str, *, by: Member) -> UserError:
    """Of numbers that are somebody else's, of an import, or too long ago."""
    known = tx.measurements.find(measurement_id)
    if known is not None and known.by and known.by != by.id:
        return UserError("undo-gone-others", who=People((known.by,)))
    return UserError("kpi-undo-too-late")
