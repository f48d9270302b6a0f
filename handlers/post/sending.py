"""The forms that move a post, hand it over, say that it is live or cancel it: how they open, what sending them does."""

from collections.abc import Sequence

from bot.domain.errors import UserError
from bot.domain.posts import Post
from bot.services.post.changes import assign_post, cancel_post
from bot.services.post.records import Outdated
from handlers.cards import card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import faster, field_error
from handlers.post.steps import asked_when_cancelled
from handlers.team import acquainted
from handlers.turns import meta_for
from handlers.views.kit import Json, mention
from handlers.views.post.forms import assigning_form


def register(on: Listeners) -> None:
    on.submit("post.assign", on_assign_submitted)
    on.submit("post.cancel", on_cancel_submitted)


def on_assign_submitted(turn: Turn, form: Form) -> Reply:
    post_id, seen = str(form.meta["post"]), int(form.meta["seen"])
    try:
        owner_id = acquainted(turn, form.text("owner"))
        post = assign_post(
            turn.store,
            strategy=turn.the_strategy(),
            by=turn.member,
            now=turn.now,
            post_id=post_id,
            owner_id=owner_id,
            seen=seen,
        )
    except Outdated as late:
        return Reply(modal=assigning(turn, late.post, chosen=owner_id, intro=faster(turn, late)))
    except UserError as error:
        return field_error(turn, form, error)
    return card_in_modal(turn, post.id, notice=said_assigned(turn, post))


def on_cancel_submitted(turn: Turn, form: Form) -> Reply:
    post_id = str(form.meta["post"])
    post = cancel_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, post_id=post_id)
    notice = turn.t("post-said-cancelled", post=post_id)
    return card_in_modal(turn, post_id, notice=notice, asks=asked_when_cancelled(turn, post))


def assigning(
    turn: Turn, post: Post, *, chosen: str | None = None, intro: Sequence[Json] = (), press: Press | None = None
) -> Json:
    meta = meta_for(turn, post, press=press)
    return assigning_form(turn.t, post, chosen=chosen or post.owner_id, meta=meta, intro=intro)


def said_assigned(turn: Turn, post: Post) -> str:
    return turn.t("post-said-assigned", post=post.id, member=mention(post.owner_id or ""))
