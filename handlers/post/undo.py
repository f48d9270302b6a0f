"""`/post undo`: what the member did last, or the last thing they did to one post."""

from contextlib import suppress

from bot.domain.errors import NotFound, UserError
from bot.language.undo import UndoPost
from bot.services.exchange.undo import undo_import
from bot.services.post_batches import undo_batch
from bot.services.post_changes import Undone, undo_last
from bot.services.undo import Deed, LastDeed, last_deeds
from handlers.context import Turn
from handlers.payloads import Reply
from handlers.post.cards import card_message, may_change, post_of, turn_for
from handlers.views.post.batches import batch_said
from handlers.views.post.history import action_in_words


def undo_typed(turn: Turn, request: UndoPost) -> Reply:
    if request.post_id or request.not_understood:
        return one_undone(turn, post_of(turn, request.post_id).id)
    there, last = last_seen(turn)
    return one_undone(there, last.key) if last.deed is Deed.POST else many_undone(there, last)


def last_seen(turn: Turn) -> tuple[Turn, LastDeed]:
    """What the member did last, of what exists for them, and the turn on its strategy."""
    for each in last_deeds(turn.store, by=turn.member, now=turn.now):
        with suppress(NotFound):
            return turn_for(turn, each.post_id), each
    raise UserError("undo-nothing")


def one_undone(turn: Turn, post_id: str) -> Reply:
    undone = undo_last(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id)
    return card_message(turn, post_id, notice=said_undone(turn, undone))


def said_undone(turn: Turn, undone: Undone) -> str:
    """What was taken back, and on which posts."""
    written = sorted([undone.post, *undone.along], key=lambda each: each.number)
    what = action_in_words(turn.t, undone.what)
    return turn.t("post-said-undone", post=turn.t.listing([each.id for each in written]), what=what)


def many_undone(turn: Turn, last: LastDeed) -> Reply:
    strategy, is_import = turn.the_strategy(), last.deed is Deed.IMPORT
    take_back = undo_import if is_import else undo_batch
    batch = take_back(turn.store, strategy=strategy, by=turn.member, now=turn.now, token=last.key)
    said = turn.t("import-undone" if is_import else "batch-undone", count=len(batch.posts))
    text, blocks = batch_said(turn.t, batch, said, now=turn.now, zone=strategy.zone, may_change=may_change(turn))
    return Reply(text=text, blocks=blocks)
