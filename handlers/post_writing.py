"""Adding and editing posts, by text and by form."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.domain.errors import UserError
from bot.domain.limits import Room, text_limit
from bot.domain.moments import Due
from bot.domain.people import Member
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform
from bot.language.requests import ME, AddPost, EditPost, IdeaPost, PostFields
from bot.services.policies import Held
from bot.services.post_records import Outdated
from bot.services.posts import Wish, add_post, edit_post
from bot.services.text_lengths import length_on, room_of
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply
from handlers.post_cards import acquainted, card_in_modal, card_message, member_named, meta_for, post_of, turn_for
from handlers.views.held import with_reason_asked, with_reason_field
from handlers.views.kit import Json, clip, section
from handlers.views.post_forms import Filled, adding_form, editing_form, somebody_was_faster, what_was_understood
from handlers.views.post_history import changes_in_words
from handlers.views.post_text import part_names, room_hint, with_hint
from handlers.views.posts import what_stands
from handlers.views.replies import refusal

FIELD_OF = {
    "post-title-empty": "title",
    "post-title-long": "title",
    "post-in-the-past": "day",
    "post-published-later": "day",
    "post-link-missing": "link",
    "link-unreadable": "link",
    "post-image-unreadable": "image",
    "stranger": "owner",
    "not-reachable": "owner",
    "moment-day-missing": "day",
    "moment-clock-missing": "clock",
}
"""Which field of a form a refusal belongs to: block ids, as in the views."""


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
    room = Room(used=length_on(platform, text), limit=text_limit(platform, turn.strategy))
    return Reply(modal=with_hint(press.shown, room_hint(turn.t, room)), in_place=True, is_hint=True)


def add_typed(turn: Turn, request: AddPost) -> Reply:
    """Added when all of it was understood; else the form opens with what was, and nothing typed is lost."""
    fields = with_owner(turn, request)
    if not (isinstance(fields, AddPost) and fields.is_complete):
        return _form_instead(turn, fields)
    try:
        return _added(turn, wish_of(fields))
    except UserError as error:
        if not (error.key in FIELD_OF or isinstance(error, Held)):
            raise
        return _form_instead(turn, fields, error=error)


def idea_typed(turn: Turn, request: IdeaPost) -> Reply:
    """A title is enough where the plan names a platform."""
    fields = with_owner(turn, request)
    planned = turn.the_strategy().platforms
    platform = fields.platform or (planned[0].platform if planned else None)
    if platform is None or not fields.title or fields.not_understood or fields.owner_name:
        return _form_instead(turn, fields, idea=True)
    try:
        return _added(turn, replace(wish_of(replace(fields, platform=platform)), is_idea=fields.due is None))
    except UserError as error:
        if not (error.key in FIELD_OF or isinstance(error, Held)):
            raise
        return _form_instead(turn, fields, error=error, idea=True)


def edit_typed(turn: Turn, request: EditPost) -> Reply:
    """Always the form, with what was typed filled in: it is seen before it counts."""
    fields = with_owner(turn, request)
    missing = " ".join((*fields.not_understood, fields.owner_name)).strip()
    intro = what_was_understood(turn.t, missing=missing, typed=f"/post {request.typed}") if missing else []
    post = post_of(turn, request.post_id)
    filled = _over(Filled.of(post, turn.member), fields)
    return Reply(modal=_edit_modal(turn, post, intro=intro, filled=filled, **_besides(fields)))


def on_add_pressed(turn: Turn, press: Press) -> Reply:
    filled = Filled(owner_id=turn.member.id if turn.member.can_be_messaged else None)
    return Reply(modal=_add_modal(turn, filled, press=press))


def on_edit_pressed(turn: Turn, press: Press) -> Reply:
    turn = turn_for(turn, press.value)
    return Reply(modal=_edit_modal(turn, post_of(turn, press.value), press=press), in_place=True)


def on_add_submitted(turn: Turn, form: Form) -> Reply:
    try:
        wish = replace(wished(turn, form), is_idea=bool(form.meta.get("idea")))
        token = str(form.meta.get("token", ""))
        added = add_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, wish=wish, token=token)
    except Held as held:
        kept = {name: form.meta[name] for name in ("theme", "labels", "idea") if name in form.meta}
        return Reply(modal=with_reason_asked(turn.t, _add_modal(turn, _filled_by(form), **kept), held))
    except UserError as error:
        return field_error(turn, form, error)
    return card_in_modal(turn, added.post.id, notice=turn.t("post-said-added", post=added.post.id))


def on_edit_submitted(turn: Turn, form: Form) -> Reply:
    post_id, seen = str(form.meta["post"]), int(form.meta["seen"])
    try:
        wish = wished(turn, form)
        edit_post(
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
        post = post_of(turn, post_id)
        again = _edit_modal(turn, post, filled=_as_typed(form, post, turn.member))
        return Reply(modal=with_reason_asked(turn.t, again, held))
    except UserError as error:
        return field_error(turn, form, error)
    return card_in_modal(turn, post_id, notice=turn.t("post-said-saved", post=post_id))


def field_error(turn: Turn, form: Form, error: UserError) -> Reply:
    """The refusal under the field that it is about, so that the form stays as it is."""
    block_id = FIELD_OF.get(error.key, "")
    if block_id not in form.values:
        raise error
    return Reply(errors={block_id: turn.t.refusal(error)})


def wished(turn: Turn, form: Form) -> Wish:
    """What the form says. Raises `UserError` for half a moment and for people that Slack does not know."""
    owner = form.text("owner")
    return Wish(
        title=form.text("title"),
        platform=Platform(form.text("platform")),
        text=typed_text(form),
        kind=PostKind(form.text("kind") or PostKind.NEWS),
        due=typed_moment(turn, form),
        owner_id=acquainted(turn, owner) if owner else None,
        objective_id=form.text("objective") or None,
        theme=form.meta.get("theme"),
        labels=tuple(form.meta["labels"]) if "labels" in form.meta else None,
        image=form.text("image"),
        image_text=form.text("image_text"),
        notes=form.text("notes"),
        link=form.text("link") if "link" in form.values else None,
        override=form.text("override"),
    )


def typed_text(form: Form) -> str | None:
    """The text of a form with its parts put together; None where the form had no field for it."""
    parts = [str(form.values[name] or "") for name in part_names() if name in form.values]
    return "".join(parts) if parts else None


def typed_moment(turn: Turn, form: Form) -> Due | None:
    """Date and time of the pickers, in the member's zone. Raises `UserError` for one without the other."""
    day, clock = form.text("day"), form.text("clock")
    if day and not clock:
        raise UserError("moment-clock-missing")
    if clock and not day:
        raise UserError("moment-day-missing")
    return Due.local(date.fromisoformat(day), time.fromisoformat(clock), turn.member.zone) if day else None


def with_owner(turn: Turn, fields: PostFields) -> PostFields:
    """*fields* with the id of whoever was named; who isn't known stays a name."""
    if fields.owner_id == ME:
        return replace(fields, owner_id=turn.member.id)
    found = member_named(turn, fields.owner_name) if fields.owner_name else None
    return replace(fields, owner_id=found, owner_name="") if found else fields


def wish_of(fields: PostFields) -> Wish:
    assert fields.platform is not None  # noqa: S101 - asked for before
    return Wish(
        title=fields.title,
        platform=fields.platform,
        text=fields.text,
        kind=fields.kind,
        due=fields.due,
        owner_id=fields.owner_id,
        theme=fields.theme,
        labels=fields.labels,
    )


def _added(turn: Turn, wish: Wish) -> Reply:
    if wish.owner_id:
        acquainted(turn, wish.owner_id)
    added = add_post(turn.store, strategy=turn.the_strategy(), by=turn.member, now=turn.now, wish=wish)
    return card_message(turn, added.post.id, notice=turn.t("post-said-added", post=added.post.id))


def _form_instead(turn: Turn, fields: PostFields, *, error: UserError | None = None, idea: bool = False) -> Reply:
    """The form, and a message that still has what was typed when the form is closed."""
    missing = " ".join((*fields.not_understood, fields.owner_name)).strip()
    intro = what_was_understood(turn.t, missing=missing, typed=f"/post {fields.typed}".strip())
    if error is not None:
        intro = [*refusal(turn.t, error)[1], *intro[1:]]
    modal = _add_modal(
        turn, _over(Filled(), fields), intro=intro, **_besides(fields), **({"idea": True} if idea else {})
    )
    if isinstance(error, Held):
        modal = with_reason_field(turn.t, modal, error)
    text = turn.t("post-form-opened")
    return Reply(modal=modal, text=text, blocks=[section(text), *intro])


def _over(filled: Filled, fields: PostFields) -> Filled:
    """*filled* with what was typed written over it."""
    due = fields.due
    typed = {
        "title": fields.title,
        "platform": fields.platform,
        "kind": fields.kind,
        "text": fields.text,
        "day": due.day if due else fields.day,
        "clock": time.fromisoformat(due.wall[11:]) if due else fields.clock,
        "owner_id": fields.owner_id,
        "repeat": fields.repeat if isinstance(fields, AddPost) else "",
        "times": fields.times if isinstance(fields, AddPost) else None,
    }
    return replace(filled, **{name: value for name, value in typed.items() if value})  # type: ignore[arg-type]


def _besides(fields: PostFields) -> dict[str, Any]:
    """What was typed and has no field in the form: it travels with it."""
    labels = [clip(each, 50) for each in fields.labels[:10]]
    said = {"theme": clip(fields.theme, 100), "labels": labels}
    return {name: value for name, value in said.items() if value}


def _add_modal(turn: Turn, filled: Filled, *, intro: Sequence[Json] = (), **besides: Any) -> Json:
    meta = meta_for(turn, token=secrets.token_hex(8), **besides)
    return adding_form(turn.t, filled, strategy=turn.the_strategy(), meta=meta, intro=intro)


def _edit_modal(
    turn: Turn, post: Post, *, filled: Filled | None = None, intro: Sequence[Json] = (), **besides: Any
) -> Json:
    strategy = turn.the_strategy()
    return editing_form(
        turn.t,
        filled or Filled.of(post, turn.member),
        post=post,
        strategy=strategy,
        meta=meta_for(turn, post, **besides),
        room=room_of(post, strategy),
        intro=intro,
    )


def _both(turn: Turn, late: Outdated, form: Form) -> Reply:
    """Who was faster and what stands now, above the form as it was filled in; sending it again is meant."""
    lines = changes_in_words(turn.t, late.since, zone=turn.the_strategy().zone)
    stands = what_stands(turn.t, late.post, now=turn.now, zone=turn.the_strategy().zone)
    intro = somebody_was_faster(turn.t, lines, now_is=stands)
    return Reply(modal=_edit_modal(turn, late.post, filled=_as_typed(form, late.post, turn.member), intro=intro))


def _as_typed(form: Form, post: Post, reader: Member) -> Filled:
    text = typed_text(form)
    return replace(Filled.of(post, reader), **_typed_values(form), text=post.text if text is None else text)


def _filled_by(form: Form) -> Filled:
    """The form of a new post, as it was filled in."""
    return Filled(**_typed_values(form), text=typed_text(form) or "", objective_id=form.text("objective") or None)


def _typed_values(form: Form) -> dict[str, Any]:
    return {
        "title": form.text("title"),
        "platform": Platform(form.text("platform")),
        "kind": PostKind(form.text("kind") or PostKind.NEWS),
        "day": date.fromisoformat(form.text("day")) if form.text("day") else None,
        "clock": time.fromisoformat(form.text("clock")) if form.text("clock") else None,
        "owner_id": form.text("owner") or None,
        "image": form.text("image"),
        "image_text": form.text("image_text"),
        "notes": form.text("notes"),
        "link": form.text("link"),
    }
