"""`/post` with a verb and a number: what is typed about a post that exists."""

from bot.domain.errors import UserError
from bot.domain.posts import Post, PostState
from bot.language.requests import (
    ME,
    AssignPost,
    CancelPost,
    ReopenPost,
    Request,
    ShowPost,
)
from bot.services.plan.policies import Held
from bot.services.post.changes import assign_post, reopen_post
from handlers.cards import card_message
from handlers.context import Turn
from handlers.payloads import Reply
from handlers.post.held import Step, held_back
from handlers.post.made import said_reopened
from handlers.post.sending import assigning, said_assigned
from handlers.post.understood import with_missed
from handlers.team import acquainted, member_named
from handlers.turns import changeable_post_of, open_post_of, post_of
from handlers.views.kit import safe
from handlers.views.post.card import cancel_question


def show_typed(turn: Turn, request: ShowPost) -> Reply:
    return card_message(turn, post_of(turn, request.post_id).id, notice=_left_aside(turn, request))


def assign_typed(turn: Turn, request: AssignPost) -> Reply:
    post = open_post_of(turn, request.post_id)
    named = member_named(turn, request.owner_name) if request.owner_name else request.owner_id
    owner_id = turn.member.id if named == ME else named
    if owner_id is None or request.not_understood:
        form = assigning(turn, post, chosen=owner_id)
        return Reply(modal=with_missed(turn, form, request, "" if owner_id else request.owner_name))
    return _assigned(turn, post, owner_id)


def cancel_typed(turn: Turn, request: CancelPost) -> Reply:
    """A command is typed quickly: it asks first. Without a number, undo may be meant."""
    if request.post_id is None:
        raise UserError("cancel-number-missing")
    post = changeable_post_of(turn, request.post_id)
    if post.state is not PostState.CANCELLED:
        post.into(PostState.CANCELLED)
        text, blocks = cancel_question(turn.t, post, reason=request.reason)
        return Reply(text=text, blocks=blocks)
    return card_message(turn, post.id)


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


def _assigned(turn: Turn, post: Post, owner_id: str) -> Reply:
    kept = assign_post(
        turn.store,
        strategy=turn.the_strategy(),
        by=turn.member,
        now=turn.now,
        post_id=post.id,
        owner_id=acquainted(turn, owner_id),
    )
    return card_message(turn, kept.id, notice=said_assigned(turn, kept))
