"""`/post cancel`: a post is not to be any more, or kept after all; typed, pressed and submitted."""

from bot.domain.errors import UserError
from bot.domain.posts import PostState
from bot.language.requests import CancelPost
from bot.services.post.changes import cancel_post, reopen_post
from handlers.cards import after_form, card_after, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.one_transaction import at_once
from handlers.payloads import Form, Press, Reply
from handlers.post.steps import asked_when_cancelled
from handlers.turns import at_post, changeable_post_of, meta_for, open_post_of
from handlers.views.post.card import cancel_question
from handlers.views.post.forms import cancelling_form


def register(on: Listeners) -> None:
    on.press("post.cancel", on_cancel)
    on.press("post.drop", on_cancel_asked)
    on.press("post.keep", on_keep)
    on.submit("post.cancel", at_once(on_cancel_submitted))


def on_cancel_typed(turn: Turn, request: CancelPost) -> Reply:
    """A command is typed quickly: it asks first. Without a number, undo may be meant."""
    if request.post_id is None:
        raise UserError("cancel-number-missing")
    post = changeable_post_of(turn, request.post_id)
    if post.state is not PostState.CANCELLED:
        post.into(PostState.CANCELLED)
        text, blocks = cancel_question(turn.t, post, reason=request.reason)
        return Reply(text=text, blocks=blocks)
    return card_message(turn, post.id)


def on_cancel(turn: Turn, press: Press) -> Reply:
    """The button has asked before."""
    post_id, _, reason = press.value.partition("|")
    with at_post(turn, post_id) as turn:
        strategy, by, now = turn.the_strategy(), turn.member, turn.now
        post = cancel_post(turn.store, strategy=strategy, by=by, now=now, post_id=post_id, reason=reason)
        notice, asks = turn.t("post-said-cancelled", post=post_id), asked_when_cancelled(turn, post)
        return card_after(turn, press, post_id, notice=notice, asks=asks)


def on_keep(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as one:
        return card_after(one, press, press.value, notice=turn.t("post-said-kept", post=press.value))


def on_cancel_asked(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        post = open_post_of(turn, press.value)
        meta = meta_for(turn, post, press=press)
        return Reply(modal=cancelling_form(turn.t, post, meta=meta), in_place="late" in meta)


def on_cancel_submitted(turn: Turn, form: Form) -> Reply:
    """For good, or back to the ideas: then it loses its day, and is nobody's duty any more."""
    post_id, reason = str(form.meta["post"]), str(form.values.get("reason") or "")
    post = cancel_post(**turn.act, post_id=post_id, reason=reason)
    if form.values.get("way") == "idea":
        reopen_post(**turn.act, post_id=post_id, as_idea=True)
        return after_form(turn, form, post_id, notice=turn.t("post-said-idea-again", post=post_id))
    notice = turn.t("post-said-cancelled", post=post_id)
    return after_form(turn, form, post_id, notice=notice, asks=asked_when_cancelled(turn, post))
