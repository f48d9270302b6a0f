"""The forms that move a post, hand it over, say that it is live or cancel it: how they open, what sending them does."""

from bot.services.post.changes import cancel_post
from handlers.cards import card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Reply
from handlers.post.steps import asked_when_cancelled


def register(on: Listeners) -> None:
    on.submit("post.cancel", on_cancel_submitted)


def on_cancel_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    post = cancel_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id)
    notice = turn.t("post-said-cancelled", post=post_id)
    return card_in_modal(turn, post_id, notice=notice, asks=asked_when_cancelled(turn, post))
