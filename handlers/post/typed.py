"""`/post` with a verb and a number: what is typed about a post that exists."""

from bot.language.requests import (
    ReopenPost,
    Request,
    ShowPost,
)
from bot.services.plan.policies import Held
from bot.services.post.changes import reopen_post
from handlers.cards import card_message
from handlers.context import Turn
from handlers.payloads import Reply
from handlers.post.held import Step, held_back
from handlers.post.made import said_reopened
from handlers.turns import post_of
from handlers.views.kit import safe


def show_typed(turn: Turn, request: ShowPost) -> Reply:
    return card_message(turn, post_of(turn, request.post_id).id, notice=_left_aside(turn, request))


def reopen_typed(turn: Turn, request: ReopenPost) -> Reply:
    """With words that are not understood the card asks: it has the button."""
    post = post_of(turn, request.post_id)
    if request.not_understood:
        return card_message(turn, post.id, notice=_left_aside(turn, request))
    try:
        post = reopen_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post.id)
    except Held as held:
        return held_back(turn, held, post.id, Step.REOPEN)
    return card_message(turn, post.id, notice=said_reopened(turn, post))


def _left_aside(turn: Turn, request: Request) -> str:
    said = safe(" ".join(request.not_understood), 500)
    return turn.t("post-list-missed", what=said) if said else ""
