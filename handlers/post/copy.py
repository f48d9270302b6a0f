"""`/post copy`: a post for other platforms; typed, pressed and submitted."""

from bot.domain.errors import UserError
from bot.domain.strategy import Platform
from bot.language.requests import CopyPost
from bot.services.post.batches import Batch, copy_post
from handlers.cards import batch_blocks, batch_in_modal, card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.understood import with_missed
from handlers.turns import at_its_post, meta_for, post_of
from handlers.views.post.batches import copying_form


def register(on: Listeners) -> None:
    on.press("post.copy-to", at_its_post(on_copy))
    on.submit("post.copy-to", on_copy_submitted)


def on_copy_typed(turn: Turn, request: CopyPost) -> Reply:
    post = post_of(turn, request.post_id)
    if not request.platforms or request.not_understood:
        form = copying_form(turn.t, post, turn.the_strategy(), meta=meta_for(turn, post))
        return Reply(modal=with_missed(turn, form, request))
    batch = _copy(turn, post.id, list(request.platforms))
    if len(batch.posts) == 1:
        return card_message(turn, batch.posts[0].id, notice=_copy_said(turn, batch, post.id))
    text, blocks = batch_blocks(turn, batch, _copy_said(turn, batch, post.id))
    return Reply(text=text, blocks=blocks)


def on_copy(turn: Turn, press: Press) -> Reply:
    post = post_of(turn, press.value)
    meta = meta_for(turn, post, press=press)
    return Reply(modal=copying_form(turn.t, post, turn.the_strategy(), meta=meta), in_place=True)


def on_copy_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    batch = _copy(turn, post_id, [Platform(each) for each in form.values.get("platforms") or ()])
    if len(batch.posts) == 1:
        return card_in_modal(turn, batch.posts[0].id, notice=_copy_said(turn, batch, post_id))
    return batch_in_modal(turn, batch, _copy_said(turn, batch, post_id))


def _copy(turn: Turn, post_id: str, platforms: list[Platform]) -> Batch:
    batch = copy_post(**turn.act, post_id=post_id, platforms=platforms)
    if not batch.posts:
        raise UserError("copy-held")
    return batch


def _copy_said(turn: Turn, batch: Batch, post_id: str) -> str:
    return turn.t("copy-said", posts=turn.t.listing(each.id for each in batch.posts), post=post_id)
