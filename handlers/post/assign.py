"""`/post assign`: a post is handed over; typed, pressed and submitted."""

from collections.abc import Sequence

from bot.domain.errors import UserError
from bot.domain.posts import Post
from bot.language.requests import ME, AssignPost
from bot.services.post.changes import assign_post
from bot.services.post.records import Outdated
from handlers.cards import card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.one_transaction import together
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import faster, field_error
from handlers.post.understood import with_missed
from handlers.turns import at_post, meta_for, open_post_of
from handlers.views.kit import Json, mention
from handlers.views.post.forms import assigning_form
from handlers.who_is_meant import look_up_insider, member_named


def register(on: Listeners) -> None:
    on.press("post.assign", on_assign)
    on.submit("post.assign", on_assign_submitted)


def on_assign_typed(turn: Turn, request: AssignPost) -> Reply:
    named = member_named(turn, request.owner_name) if request.owner_name else request.owner_id
    owner_id = turn.member.id if named == ME else named
    if owner_id is None or request.not_understood:
        form = assigning(turn, open_post_of(turn, request.post_id), chosen=owner_id)
        return Reply(modal=with_missed(turn, form, request, "" if owner_id else request.owner_name))
    if request.post_id is not None:
        look_up_insider(turn, owner_id)
    with together(turn) as one:
        return _assign(one, open_post_of(one, request.post_id), owner_id)


def _assign(turn: Turn, post: Post, owner_id: str) -> Reply:
    kept = assign_post(**turn.act, post_id=post.id, owner_id=owner_id)
    return card_message(turn, kept.id, notice=said_assigned(turn, kept))


def on_assign(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        return Reply(modal=assigning(turn, open_post_of(turn, press.value), press=press), in_place=True)


def on_assign_submitted(turn: Turn, form: Form) -> Reply:
    try:
        owner_id = look_up_insider(turn, form.text("owner"))
    except UserError as error:
        return field_error(turn, form, error)
    with together(turn) as one:
        return _assigned_by_form(one, form, owner_id)


def _assigned_by_form(turn: Turn, form: Form, owner_id: str) -> Reply:
    post_id, seen = str(form.meta["post"]), int(form.meta["seen"])
    try:
        post = assign_post(**turn.act, post_id=post_id, owner_id=owner_id, seen=seen)
    except Outdated as late:
        return Reply(modal=assigning(turn, late.post, chosen=owner_id, intro=faster(turn, late)))
    except UserError as error:
        return field_error(turn, form, error)
    return card_in_modal(turn, post.id, notice=said_assigned(turn, post))


def assigning(
    turn: Turn, post: Post, *, chosen: str | None = None, intro: Sequence[Json] = (), press: Press | None = None
) -> Json:
    meta = meta_for(turn, post, press=press)
    return assigning_form(turn.t, post, chosen=chosen or post.owner_id, meta=meta, intro=intro)


def said_assigned(turn: Turn, post: Post) -> str:
    return turn.t("post-said-assigned", post=post.id, member=mention(post.owner_id or ""))
