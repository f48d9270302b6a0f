"""`/post reopen`: what was cancelled or is live stands in the calendar again; typed and pressed."""

from collections.abc import Callable

from bot.domain.posts import Post
from bot.language.requests import ReopenPost
from bot.services.plan.held_back import Held
from bot.services.post.changes import reopen_post
from handlers.cards import card_after, card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.post.override import HeldAction, held_back
from handlers.post.steps import with_steps_said
from handlers.post.understood import left_aside
from handlers.turns import at_post, post_of


def register(on: Listeners) -> None:
    on.press("post.reopen", on_reopen)
    on.press("post.reopen-idea", on_reopen_as_idea)


def on_reopen_typed(turn: Turn, request: ReopenPost) -> Reply:
    """With words that are not understood the card asks: it has the button."""
    post = post_of(turn, request.post_id)
    if request.not_understood:
        return card_message(turn, post.id, notice=left_aside(turn, request))
    try:
        post = reopen_post(**turn.act, post_id=post.id)
    except Held as held:
        return held_back(turn, held, post.id, HeldAction.REOPEN)
    return card_message(turn, post.id, notice=said_reopened(turn, post))


def on_reopen(turn: Turn, press: Press) -> Reply:
    return _reopen(turn, press, card_after)


def on_reopen_in_modal(turn: Turn, press: Press) -> Reply:
    """From a list, which stays."""
    return _reopen(turn, press, lambda turn, press, post_id, *, notice: card_in_modal(turn, post_id, notice=notice))


def _reopen(turn: Turn, press: Press, shown: Callable[..., Reply]) -> Reply:
    with at_post(turn, press.value) as turn:
        try:
            post = reopen_post(**turn.act, post_id=press.value)
        except Held as held:
            return held_back(turn, held, press.value, HeldAction.REOPEN, press=press)
        return shown(turn, press, press.value, notice=said_reopened(turn, post))


def on_reopen_as_idea(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        reopen_post(**turn.act, post_id=press.value, as_idea=True)
        return card_in_modal(turn, press.value, notice=turn.t("post-said-reopened", post=press.value))


def said_reopened(turn: Turn, post: Post) -> str:
    return with_steps_said(turn, turn.t("post-said-reopened", post=post.id), post)
