"""`/post edit`: the form of a post that exists, and what is left while a text is typed."""

from collections.abc import Sequence
from typing import Any

from bot.domain.errors import UserError
from bot.domain.platform_limits import title_room
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.language.requests import EditPost
from bot.services.plan.held_back import Held
from bot.services.plan.text_lengths import room_on
from bot.services.post.adding import Wish, edit_post
from bot.services.post.records import Outdated
from handlers.cards import card_in_modal
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.one_transaction import together
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import as_typed, field_error, read_wish, typed_text
from handlers.post.steps import asked_when_moved, with_steps_said
from handlers.post.understood import (
    along,
    carried,
    in_own_zone,
    with_missed,
    with_owner,
    written_over,
)
from handlers.turns import at_post, changeable_post_of, meta_for, post_of
from handlers.views.kit import Json
from handlers.views.post.card import what_stands
from handlers.views.post.forms import Filled, editing_form, somebody_was_faster
from handlers.views.post.history import changes_in_words
from handlers.views.post.override import with_reason_asked
from handlers.views.post.text_to_copy import room_hint, with_hint


def register(on: Listeners) -> None:
    on.press("post.edit", on_edit)
    on.press("post.typing.", on_typing)
    on.submit("post.edit", on_edit_submitted)


def on_edit_typed(turn: Turn, request: EditPost) -> Reply:
    """Always the form, with what was typed filled in: it is seen before it counts."""
    fields = with_owner(turn, request)
    post = _post_to_edit(turn, request.post_id)
    form = _edit_modal(
        turn,
        post,
        filled=written_over(Filled.of(post, turn.member), in_own_zone(turn, fields, post)),
        **carried(fields),
    )
    return Reply(modal=with_missed(turn, form, request, fields.owner_name))


def _post_to_edit(turn: Turn, post_id: str | None) -> Post:
    """Raises also `UserError("post-cancelled")`: it is reopened first, and nothing is typed for nothing."""
    post = changeable_post_of(turn, post_id)
    if post.state is PostState.CANCELLED:
        raise UserError("post-cancelled", post=post.id)
    return post


def on_edit(turn: Turn, press: Press) -> Reply:
    with at_post(turn, press.value) as turn:
        return Reply(modal=_edit_modal(turn, _post_to_edit(turn, press.value), press=press), in_place=True)


def on_typing(turn: Turn, press: Press) -> Reply:
    """What is left, while the text is typed; the last one who types is right, so a late hint is dropped."""
    form = Form(callback_id="", values=press.values, meta=press.meta)
    typed, platform = form.text("platform"), None
    if "post" in press.meta:
        platform = post_of(turn, str(press.meta["post"])).platform
    platform = Platform(typed) if typed else platform
    if platform is None or not press.shown:
        return Reply()
    text = typed_text(form) or ""
    room = room_on(platform, text, turn.strategy)
    title = title_room(platform, form.text("title")) if "title" in form.values else None
    hint = room_hint(turn.t, room, title=title)
    return Reply(modal=with_hint(press.shown, hint), in_place=True, is_hint=True)


def on_edit_submitted(turn: Turn, form: Form) -> Reply:
    try:
        wish = read_wish(turn, form)
    except UserError as error:
        return field_error(turn, form, error)
    with together(turn) as one:
        return _edit(one, form, wish)


def _edit(turn: Turn, form: Form, wish: Wish) -> Reply:
    post_id, seen = str(form.meta["post"]), int(form.meta["seen"])
    was = post_of(turn, post_id)
    try:
        post = edit_post(**turn.act, post_id=post_id, wish=wish, seen=seen)
    except Outdated as late:
        return _both(turn, late, form)
    except Held as held:
        again = _edit_modal(turn, was, filled=as_typed(form, was, turn.member))
        return Reply(modal=with_reason_asked(turn.t, again, held))
    except UserError as error:
        return field_error(turn, form, error)
    notice = with_steps_said(turn, turn.t("post-said-saved", post=post_id), post, was=was)
    return card_in_modal(turn, post_id, notice=notice, asks=asked_when_moved(turn, was, post))


def _edit_modal(
    turn: Turn, post: Post, *, filled: Filled | None = None, intro: Sequence[Json] = (), **besides: Any
) -> Json:
    """What is left is counted of the text and for the platform that the form begins with."""
    strategy, filled = turn.the_strategy(), filled or Filled.of(post, turn.member)
    return editing_form(
        turn.t,
        filled,
        post=post,
        strategy=strategy,
        meta=meta_for(turn, post, **besides),
        room=room_on(filled.platform or post.platform, filled.text, strategy),
        intro=[*intro, *along(turn, besides)],
    )


def _both(turn: Turn, late: Outdated, form: Form) -> Reply:
    """Who was faster and what stands now, above the form as it was filled in; sending it again is meant."""
    lines = changes_in_words(turn.t, late.since, zone=turn.the_strategy().zone)
    stands = what_stands(turn.t, late.post, now=turn.now, zone=turn.the_strategy().zone)
    intro = somebody_was_faster(turn.t, lines, now_is=stands)
    return Reply(modal=_edit_modal(turn, late.post, filled=as_typed(form, late.post, turn.member), intro=intro))
