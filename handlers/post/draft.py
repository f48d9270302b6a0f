"""An idea is taken up: pressed."""

from bot.services.plan.held_back import Held
from bot.services.post.changes import draft_post
from handlers.cards import card_after
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Press, Reply
from handlers.post.override import HeldAction, held_back
from handlers.turns import at_post


def register(on: Listeners) -> None:
    on.press("post.draft", on_draft)


def on_draft(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        try:
            draft_post(**turn.act, post_id=press.value)
        except Held as held:
            return held_back(turn, held, press.value, HeldAction.DRAFT, press=press)
        return card_after(turn, press, press.value, notice=turn.t("post-said-drafted", post=press.value))
