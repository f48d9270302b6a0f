"""What the form of a post says: its moment, its texts, its people, and which field a refusal belongs to."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from bot.domain.errors import UserError
from bot.domain.members import Member
from bot.domain.moments import Due
from bot.domain.post.fields import texts_asked
from bot.domain.posts import Post, PostKind
from bot.domain.strategy import Platform
from bot.services.post.adding import Wish
from bot.services.post.records import Outdated
from handlers.context import Turn
from handlers.payloads import Form, Reply
from handlers.views.kit import Json
from handlers.views.post.card import what_stands
from handlers.views.post.forms import Filled, somebody_was_faster
from handlers.views.post.history import changes_in_words
from handlers.views.post.text_to_copy import part_names
from handlers.who_is_meant import look_up_insider

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


def read_wish(turn: Turn, form: Form) -> Wish:
    """What the form says. Raises `UserError` for half a moment and for people that Slack does not know."""
    owner = form.text("owner")
    return Wish(
        title=form.text("title"),
        platform=Platform(form.text("platform")),
        text=typed_text(form),
        kind=PostKind(form.text("kind") or PostKind.NEWS),
        due=typed_moment(turn, form),
        owner_id=look_up_insider(turn, owner) if owner else None,
        objective_id=form.text("objective") or None,
        theme=form.meta.get("theme"),
        labels=tuple(form.meta["labels"]) if "labels" in form.meta else None,
        more=_texts_of(form),
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


def as_typed(form: Form, post: Post, reader: Member) -> Filled:
    text, known = typed_text(form), Filled.of(post, reader)
    alts = tuple((key, name, form.text(f"alt.{key}")) for key, name, _ in known.alts)
    values, text = _typed_values(form), post.text if text is None else text
    return replace(known, **values, texts={**known.texts, **_texts_of(form)}, alts=alts, text=text)


def filled_by(form: Form) -> Filled:
    """The form of a new post, as it was filled in."""
    return Filled(
        **_typed_values(form),
        texts=_texts_of(form),
        text=typed_text(form) or "",
        objective_id=form.text("objective") or None,
        repeat=form.text("repeat"),
        times=typed_times(form),
        until=typed_until(form),
    )


def _texts_of(form: Form) -> dict[str, str]:
    """The plain texts that *form* asks for; not what is too long for any field, and has none in the form."""
    return {name: form.text(name) for name in texts_asked() if name in form.values}


def _typed_values(form: Form) -> dict[str, Any]:
    return {
        "title": form.text("title"),
        "platform": Platform(form.text("platform")),
        "kind": PostKind(form.text("kind") or PostKind.NEWS),
        "day": date.fromisoformat(form.text("day")) if form.text("day") else None,
        "clock": time.fromisoformat(form.text("clock")) if form.text("clock") else None,
        "owner_id": form.text("owner") or None,
    }


def faster(turn: Turn, late: Outdated) -> list[Json]:
    zone = turn.the_strategy().zone
    lines = changes_in_words(turn.t, late.since, zone=zone)
    return somebody_was_faster(turn.t, lines, now_is=what_stands(turn.t, late.post, now=turn.now, zone=zone))
