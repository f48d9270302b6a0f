"""Adding and editing posts, by text and by form."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.domain.errors import UserError
from bot.domain.limits import title_room
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Platform
from bot.language.requests import AddPost, EditPost, IdeaPost, PostFields
from bot.services.people.rights import Action, refuse_unless
from bot.services.plan.policies import Held
from bot.services.plan.text_lengths import room_on
from bot.services.post.adding import Wish, add_post, edit_post
from bot.services.post.checklists import make_step_post
from bot.services.post.records import Outdated
from handlers.answering import refused
from handlers.cards import card_in_modal, card_message
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post.forms import FIELD_OF, as_typed, field_error, filled_by, typed_text, wished
from handlers.post.steps import asked_when_moved, with_steps_said
from handlers.post.understood import (
    carried,
    doubtful,
    doubts_of,
    in_own_zone,
    what_is_missing,
    wish_of,
    with_missed,
    with_owner,
    written_over,
)
from handlers.team import acquainted
from handlers.turns import changeable_post_of, meta_for, post_of, turn_for
from handlers.views.kit import COPYABLE, Json, section
from handlers.views.post.card import what_stands
from handlers.views.post.forms import Filled, adding_form, editing_form, somebody_was_faster
from handlers.views.post.held import held_intro, with_reason_asked, with_reason_field
from handlers.views.post.history import changes_in_words
from handlers.views.post.text import room_hint, with_hint
from handlers.views.post.understood import what_goes_along, what_was_understood


def register(on: Listeners) -> None:
    on.press("post.add", on_add_pressed)
    on.press("post.edit", on_edit_pressed)
    on.submit("post.edit", on_edit_submitted)
    on.press("post.typing.", on_typing)


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


def add_typed(turn: Turn, request: AddPost) -> Reply:
    """Added when all of it was understood; else the form opens with what was, and nothing typed is lost."""
    refuse_unless(turn.member, Action.ADD_POST, turn.the_strategy())
    fields = with_owner(turn, request)
    if not (isinstance(fields, AddPost) and fields.is_complete):
        return _form_instead(turn, fields)
    try:
        return _added(turn, wish_of(fields))
    except UserError as error:
        return mended_in_form(turn, fields, error)


def idea_typed(turn: Turn, request: IdeaPost) -> Reply:
    """A title is enough where the plan names a platform; half a moment is asked for the other half, in the form."""
    fields = with_owner(turn, request)
    if fields.doubts or (fields.due is None and (fields.day or fields.clock)):
        return _form_instead(turn, fields)
    planned = turn.the_strategy().platforms
    platform = fields.platform or (planned[0].platform if planned else None)
    if platform is None or not fields.title or fields.not_understood or fields.owner_name:
        return _form_instead(turn, fields, idea=True)
    try:
        said = "" if fields.platform else turn.t("post-said-first-platform", platform=turn.t.platform(platform))
        return _added(turn, replace(wish_of(replace(fields, platform=platform)), is_idea=fields.due is None), said=said)
    except UserError as error:
        return mended_in_form(turn, fields, error, idea=True)


def mended_in_form(turn: Turn, fields: PostFields, error: UserError, *, idea: bool = False) -> Reply:
    """The form with what was typed, and *error* above it; raises it where nothing in the form would mend it."""
    if not (error.key in FIELD_OF or isinstance(error, Held)):
        raise error
    return _form_instead(turn, fields, error=error, idea=idea)


def edit_typed(turn: Turn, request: EditPost) -> Reply:
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


def on_add_pressed(turn: Turn, press: Press) -> Reply:
    refuse_unless(turn.member, Action.ADD_POST, turn.the_strategy())
    filled = Filled(owner_id=turn.member.id if turn.member.can_be_messaged else None)
    return Reply(modal=_add_modal(turn, filled, press=press))


def on_edit_pressed(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    return Reply(modal=_edit_modal(turn, _post_to_edit(turn, press.value), press=press), in_place=True)


def _post_to_edit(turn: Turn, post_id: str | None) -> Post:
    """Raises also `UserError("post-cancelled")`: it is reopened first, and nothing is typed for nothing."""
    post = changeable_post_of(turn, post_id)
    if post.state is PostState.CANCELLED:
        raise UserError("post-cancelled", post=post.id)
    return post


def on_add_submitted(turn: Turn, form: Form) -> Reply:
    try:
        wish = replace(wished(turn, form), is_idea=bool(form.meta.get("idea")))
        post = _written(turn, form, wish)
    except Held as held:
        return held_again(turn, form, held)
    except UserError as error:
        return field_error(turn, form, error)
    return card_in_modal(turn, post.id, notice=_said_added(turn, post))


def held_again(turn: Turn, form: Form, held: Held) -> Reply:
    """The form of a new post as it was filled in, with what holds it back."""
    kept = {name: form.meta[name] for name in ("theme", "labels", "idea", "step") if name in form.meta}
    return Reply(modal=with_reason_asked(turn.t, _add_modal(turn, filled_by(form), **kept), held))


def _written(turn: Turn, form: Form, wish: Wish) -> Post:
    """A new post; that of a step, where the form is its."""
    store, strategy, by, now = turn.store, turn.the_strategy(), turn.member, turn.now
    parent_id, _, place = str(form.meta.get("step", "")).partition("|")
    if parent_id:
        return make_step_post(store, strategy=strategy, by=by, now=now, post_id=parent_id, place=int(place), wish=wish)
    token = str(form.meta.get("token", ""))
    return add_post(store, strategy=strategy, by=by, now=now, wish=wish, token=token).post


def on_edit_submitted(turn: Turn, form: Form) -> Reply:
    post_id, seen = str(form.meta["post"]), int(form.meta["seen"])
    was = post_of(turn, post_id)
    try:
        wish = wished(turn, form)
        post = edit_post(
            turn.store,
            strategy=turn.the_strategy(),
            by=turn.member,
            now=turn.now,
            post_id=post_id,
            wish=wish,
            seen=seen,
        )
    except Outdated as late:
        return _both(turn, late, form)
    except Held as held:
        again = _edit_modal(turn, was, filled=as_typed(form, was, turn.member))
        return Reply(modal=with_reason_asked(turn.t, again, held))
    except UserError as error:
        return field_error(turn, form, error)
    notice = with_steps_said(turn, turn.t("post-said-saved", post=post_id), post, was=was)
    return card_in_modal(turn, post_id, notice=notice, asks=asked_when_moved(turn, was, post))


def _added(turn: Turn, wish: Wish, *, said: str = "") -> Reply:
    if wish.owner_id:
        acquainted(turn, wish.owner_id)
    added = add_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, wish=wish)
    notice = "\n".join(filter(None, [_said_added(turn, added.post), said]))
    return card_message(turn, added.post.id, notice=notice)


def _said_added(turn: Turn, post: Post) -> str:
    return with_steps_said(turn, turn.t("post-said-added", post=post.id), post)


def _form_instead(turn: Turn, fields: PostFields, *, error: UserError | None = None, idea: bool = False) -> Reply:
    """The form, and a message that still has what was typed when the form is closed; a verb alone is no loss."""
    more = {**carried(fields), **({"idea": True} if idea else {})}
    if fields.is_bare:
        return Reply(modal=_add_modal(turn, written_over(Filled(), in_own_zone(turn, fields)), **more))
    typed = f"/post {fields.typed}".strip()
    asks = (*doubts_of(fields), *doubtful(turn, fields.owner_name))
    missing = what_is_missing(fields, [fields.owner_name], asks)
    intro = what_was_understood(turn.t, missing=missing, typed=typed, asks=asks, room=COPYABLE)
    above = what_was_understood(turn.t, missing=missing, typed=typed, asks=asks)
    if error is not None:
        intro, above = [*refused(turn, error)[1], *intro[1:]], [*_above_form(turn, error), *above[1:]]
    modal = _add_modal(turn, written_over(Filled(), in_own_zone(turn, fields)), intro=above, **more)
    if isinstance(error, Held):
        modal = with_reason_field(turn.t, modal, error)
    text = turn.t("post-form-opened")
    return Reply(modal=modal, text=text, blocks=[section(text), *intro] if error else intro)


def _above_form(turn: Turn, error: UserError) -> list[Json]:
    return held_intro(turn.t, error) if isinstance(error, Held) else refused(turn, error)[1]


def _add_modal(turn: Turn, filled: Filled, *, intro: Sequence[Json] = (), **besides: Any) -> Json:
    meta = meta_for(turn, token=secrets.token_hex(8), **besides)
    intro = [*intro, *_along(turn, besides)]
    return adding_form(turn.t, filled, strategy=turn.the_strategy(), meta=meta, intro=intro)


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
        intro=[*intro, *_along(turn, besides)],
    )


def _along(turn: Turn, besides: dict[str, Any]) -> list[Json]:
    return what_goes_along(turn.t, theme=besides.get("theme", ""), labels=besides.get("labels", ()))


def _both(turn: Turn, late: Outdated, form: Form) -> Reply:
    """Who was faster and what stands now, above the form as it was filled in; sending it again is meant."""
    lines = changes_in_words(turn.t, late.since, zone=turn.the_strategy().zone)
    stands = what_stands(turn.t, late.post, now=turn.now, zone=turn.the_strategy().zone)
    intro = somebody_was_faster(turn.t, lines, now_is=stands)
    return Reply(modal=_edit_modal(turn, late.post, filled=as_typed(form, late.post, turn.member), intro=intro))
