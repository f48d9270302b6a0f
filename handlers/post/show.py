"""`/post` and a number: the card of a post, its text to copy, its thread in the channel; typed and pressed."""

from bot.language.requests import ShowPost
from bot.services.post.adding import facts_of
from bot.services.post.changes import thread_post
from handlers.cards import card_after, card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.post.understood import left_aside
from handlers.turns import at_post, post_of
from handlers.views.post.card import text_modal


def register(on: Listeners) -> None:
    on.press("post.show", on_show)
    on.press("post.copy", on_text)
    on.press("post.thread", on_thread)


def on_show_typed(turn: Turn, request: ShowPost) -> Reply:
    return card_message(turn, post_of(turn, request.post_id).id, notice=left_aside(turn, request))


def on_show(turn: Turn, press: Press) -> Reply:
    """In a modal, so that the list it stands in stays where it is."""
    with at_post(turn, press.value) as one:
        return card_in_modal(one, press.value)


def on_text(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        facts = facts_of(**turn.act, post_id=press.value)
        return Reply(modal=text_modal(turn.t, facts))


def on_thread(turn: Turn, press: Press) -> Reply:
    """In the channel within moments; the card says so meanwhile."""
    with at_post(turn, press.value) as turn:
        strategy = turn.the_strategy()
        thread_post(turn.store, strategy=strategy, by=turn.member, now=turn.now, post_id=press.value)
        notice = turn.t("thread-said", post=press.value, channel=f"<#{strategy.channel_id}>")
        return card_after(turn, press, press.value, notice=notice)
