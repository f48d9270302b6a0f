"""A line about a post: whom it named, what was not understood of it, and the form that opens with the rest."""

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from bot.domain.errors import UserError
from bot.domain.limits import THEME_LIMIT
from bot.domain.moments import Due, local
from bot.domain.posts import Post
from bot.language.doubts import PART_OF_DAY, Doubt
from bot.language.requests import (
    ME,
    AddPost,
    PostFields,
    Request,
)
from bot.services.people.whom_to_ask import MOST_NAMED
from bot.services.plan.held_back import Held
from bot.services.post.adding import Wish
from handlers.answering import refused
from handlers.context import Turn
from handlers.payloads import Reply
from handlers.post.forms import FIELD_OF
from handlers.turns import meta_for
from handlers.views.kit import Json, clip, safe, section
from handlers.views.lengths import COPYABLE, PARAGRAPH, WITHIN_BUTTON
from handlers.views.post.forms import Filled, adding_form
from handlers.views.post.override import held_intro, with_reason_field
from handlers.views.post.understood import what_goes_along, what_was_understood
from handlers.who_is_meant import called, member_named, who_goes_by


def with_owner(turn: Turn, fields: PostFields) -> PostFields:
    """*fields* with the id of whoever was named; who isn't known stays a name."""
    if fields.owner_id == ME:
        return replace(fields, owner_id=turn.member.id)
    found = member_named(turn, fields.owner_name) if fields.owner_name else None
    return replace(fields, owner_id=found, owner_name="") if found else fields


def with_missed(turn: Turn, form: Json, request: Request, *names: str) -> Json:
    """*form*, below what of the line was not understood; *names* are those of people whom nobody knows."""
    asks, typed = (*doubts_of(request), *doubtful(turn, *names)), f"/post {request.typed}"
    missing = what_is_missing(request, names, asks)
    intro = what_was_understood(turn.t, missing=missing, typed=typed, asks=asks) if missing or asks else []
    return {**form, "blocks": [*intro, *form["blocks"]]}


def doubtful(turn: Turn, *names: str) -> tuple[Doubt, ...]:
    """Which of *names* more than one person goes by."""
    found = ((name, who_goes_by(turn, name)) for name in names if name)
    return tuple(
        Doubt(key="person", what=name, people=tuple(map(called, people[:MOST_NAMED])))
        for name, people in found
        if len(people) > 1
    )


def what_is_missing(request: Request, names: Sequence[str], asks: Sequence[Doubt]) -> str:
    """What was not understood, and the names that nobody goes by."""
    asked = {each.what for each in asks}
    return " ".join((*request.not_understood, *(name for name in names if name not in asked))).strip()


def what_is_lacking(fields: PostFields) -> tuple[str, ...]:
    """Fields that a new post can't do without; half a moment lacks its other half."""
    has_half = fields.due is None and (fields.day is None) != (fields.clock is None)
    known = {
        "title": bool(fields.title),
        "platform": fields.platform is not None,
        "day": fields.day is not None or not has_half,
        "clock": fields.clock is not None or not has_half,
    }
    return tuple(name for name, is_known in known.items() if not is_known)


def doubts_of(request: Request) -> tuple[Doubt, ...]:
    return request.doubts


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


def in_own_zone(turn: Turn, fields: PostFields, post: Post | None = None) -> PostFields:
    """*fields* with a time of day of another zone as the member's clocks show it: that day, *post*'s, or today."""
    if fields.due or not (fields.zone and fields.clock):
        return fields
    stands = local(post.due.at, fields.zone).date() if post and post.due else None
    there = Due.local(
        fields.day or stands or turn.member.today(turn.now), fields.clock, turn.member.zone, of=fields.zone
    )
    is_known = fields.day or stands
    return replace(fields, zone="", day=there.day if is_known else None, clock=time.fromisoformat(there.wall[11:]))


def written_over(filled: Filled, fields: PostFields) -> Filled:
    """*filled* with what was typed written over it."""
    due = fields.due
    typed = {
        "title": fields.title,
        "platform": fields.platform,
        "kind": fields.kind,
        "text": fields.text,
        "texts": {**filled.texts, "notes": fields.notes} if fields.notes else None,
        "day": due.day if due else fields.day,
        "clock": time.fromisoformat(due.wall[11:]) if due else fields.clock,
        "owner_id": fields.owner_id,
        **(_end_of(fields) if isinstance(fields, AddPost) else {}),
    }
    known: dict[str, Any] = {name: value for name, value in typed.items() if value}
    if any(each.key == PART_OF_DAY for each in fields.doubts):
        known["clock"] = None  # no hour was said: the one that stands would be kept unseen
    return replace(filled, **known)


def _end_of(fields: AddPost) -> dict[str, Any]:
    return {"repeat": fields.repeat, "times": fields.times, "until": fields.until}


def carried(fields: PostFields) -> dict[str, Any]:
    """What was typed and has no field in the form: it travels with it."""
    labels = [clip(each, WITHIN_BUTTON) for each in fields.labels[:10]]
    said = {"theme": clip(fields.theme, THEME_LIMIT), "labels": labels}
    return {name: value for name, value in said.items() if value}


def left_aside(turn: Turn, request: Request) -> str:
    said = safe(" ".join(request.not_understood), PARAGRAPH)
    return turn.t("post-list-missed", what=said) if said else ""


def along(turn: Turn, besides: dict[str, Any]) -> list[Json]:
    return what_goes_along(turn.t, theme=besides.get("theme", ""), labels=besides.get("labels", ()))


def mended_in_form(turn: Turn, fields: PostFields, error: UserError, *, idea: bool = False) -> Reply:
    """The form with what was typed, and *error* above it; raises it where nothing in the form would mend it."""
    if not (error.key in FIELD_OF or isinstance(error, Held)):
        raise error
    return form_instead(turn, fields, error=error, idea=idea)


def form_instead(turn: Turn, fields: PostFields, *, error: UserError | None = None, idea: bool = False) -> Reply:
    """The form, and a message that still has what was typed when the form is closed; a verb alone is no loss."""
    more = {**carried(fields), **({"idea": True} if idea else {})}
    if fields.is_bare:
        return Reply(modal=add_modal(turn, written_over(Filled(), in_own_zone(turn, fields)), **more))
    typed = f"/post {fields.typed}".strip()
    asks = (*doubts_of(fields), *doubtful(turn, fields.owner_name))
    missing = what_is_missing(fields, [fields.owner_name], asks)
    lacking = what_is_lacking(fields)
    intro = what_was_understood(turn.t, missing=missing, typed=typed, asks=asks, lacking=lacking, room=COPYABLE)
    above = what_was_understood(turn.t, missing=missing, typed=typed, asks=asks, lacking=lacking)
    if error is not None:
        intro, above = [*refused(turn, error)[1], *intro[1:]], [*_above_form(turn, error), *above[1:]]
    modal = add_modal(turn, written_over(Filled(), in_own_zone(turn, fields)), intro=above, **more)
    if isinstance(error, Held):
        modal = with_reason_field(turn.t, modal, error)
    text = turn.t("post-form-opened")
    return Reply(modal=modal, text=text, blocks=[section(text), *intro] if error else intro)


def _above_form(turn: Turn, error: UserError) -> list[Json]:
    return held_intro(turn.t, error) if isinstance(error, Held) else refused(turn, error)[1]


def add_modal(turn: Turn, filled: Filled, *, intro: Sequence[Json] = (), **besides: Any) -> Json:
    meta = meta_for(turn, token=secrets.token_hex(8), **besides)
    intro = [*intro, *along(turn, besides)]
    return adding_form(turn.t, filled, strategy=turn.the_strategy(), meta=meta, intro=intro)
