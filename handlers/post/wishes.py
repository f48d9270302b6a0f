"""From what was typed or filled in to what is wished of a post, and back into its form."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import Due, local
from bot.domain.post.fields import texts_asked
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform
from bot.language.doubts import Doubt
from bot.language.requests import ME, AddPost, PostFields, Request
from bot.services.people.asking import MOST_NAMED
from bot.services.post.adding import Wish
from handlers.context import Turn
from handlers.payloads import Form, Reply
from handlers.team import acquainted, called, member_named, who_goes_by
from handlers.views.kit import Json, clip
from handlers.views.post.forms import Filled
from handlers.views.post.text import part_names
from handlers.views.post.understood import what_was_understood

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
    "outsider": "owner",
    "moment-day-missing": "day",
    "moment-clock-missing": "clock",
    "series-empty": "until",
}
"""Which field of a form a refusal belongs to: block ids, as in the views."""


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
        **_texts_of(form),
        alts=tuple((name.removeprefix("alt."), form.text(name)) for name in form.values if name.startswith("alt.")),
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


def typed_times(form: Form) -> int | None:
    typed = form.text("times")
    return int(typed) if typed.isdecimal() and int(typed) else None


def typed_until(form: Form) -> date | None:
    return date.fromisoformat(form.text("until")) if form.text("until") else None


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
        "notes": fields.notes,
        "day": due.day if due else fields.day,
        "clock": time.fromisoformat(due.wall[11:]) if due else fields.clock,
        "owner_id": fields.owner_id,
        **(_end_of(fields) if isinstance(fields, AddPost) else {}),
    }
    return replace(filled, **{name: value for name, value in typed.items() if value})


def _end_of(fields: AddPost) -> dict[str, Any]:
    return {"repeat": fields.repeat, "times": fields.times, "until": fields.until}


def carried(fields: PostFields) -> dict[str, Any]:
    """What was typed and has no field in the form: it travels with it."""
    labels = [clip(each, 50) for each in fields.labels[:10]]
    said = {"theme": clip(fields.theme, 100), "labels": labels}
    return {name: value for name, value in said.items() if value}


def as_typed(form: Form, post: Post, reader: Member) -> Filled:
    text, known = typed_text(form), Filled.of(post, reader)
    alts = tuple((key, name, form.text(f"alt.{key}")) for key, name, _ in known.alts)
    return replace(known, **_typed_values(form), alts=alts, text=post.text if text is None else text)


def filled_by(form: Form) -> Filled:
    """The form of a new post, as it was filled in."""
    return Filled(
        **_typed_values(form),
        text=typed_text(form) or "",
        objective_id=form.text("objective") or None,
        repeat=form.text("repeat"),
        times=typed_times(form),
        until=typed_until(form),
    )


def _texts_of(form: Form) -> dict[str, Any]:
    """The plain texts that *form* asks for; not what is too long for any field, and has none in the form."""
    return {name: form.text(name) for name in texts_asked() if name in form.values}


def _typed_values(form: Form) -> dict[str, Any]:
    return _texts_of(form) | {
        "title": form.text("title"),
        "platform": Platform(form.text("platform")),
        "kind": PostKind(form.text("kind") or PostKind.NEWS),
        "day": date.fromisoformat(form.text("day")) if form.text("day") else None,
        "clock": time.fromisoformat(form.text("clock")) if form.text("clock") else None,
        "owner_id": form.text("owner") or None,
    }
