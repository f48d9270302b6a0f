"""A series as a whole, typed, pressed and filled in: shown first, then changed or ended, and taken back."""

import re
from datetime import time
from typing import Any

import orjson

from bot.domain.errors import UserError
from bot.domain.limits import SERIES_LABELS_LIMIT, THEME_LIMIT
from bot.domain.posts import Post
from bot.language.post.series import ChangeSeries, EndSeries
from bot.language.requests import ME
from bot.services.post.batches import Batch
from bot.services.post.series_changes import SeriesWish, change_series, end_series, series_ahead
from handlers.cards import batch_after, question_after
from handlers.context import Turn
from handlers.listening import Listeners
from handlers.payloads import Form, Press, Reply, person_field
from handlers.post.understood import in_own_zone, with_missed
from handlers.turns import at_its_post, at_post, may_change, meta_for, post_of, turn_for
from handlers.views.kit import Json
from handlers.views.post.series import REMOVE, change_question, end_question, series_form
from handlers.who_is_meant import look_up_choosable, look_up_insider, member_named


def register(on: Listeners) -> None:
    on.press("post.series", at_its_post(on_series))
    on.press("post.series-end", at_its_post(on_end_asked))
    on.press("post.series-change", on_change)
    on.press("post.series-ended", at_its_post(on_end))
    on.submit("post.series", on_submitted)


def on_series_typed(turn: Turn, request: ChangeSeries) -> Reply:
    """Shown before it is done; where not all of it is clear, the form has what was."""
    post = post_of(turn, request.post_id)
    wish = _typed_wish(turn, post, request)
    unknown = () if wish.owner_id else (request.owner_name,)
    missing = request.not_understood or request.doubts or any(unknown) or request.asks_for_more
    if missing or wish.is_empty or _too_long(wish):
        return Reply(modal=with_missed(turn, _form(turn, post.id, wish), request, *unknown))
    text, blocks = _question(turn, post.id, wish)
    return Reply(text=text, blocks=blocks)


def on_end_typed(turn: Turn, request: EndSeries) -> Reply:
    text, blocks = _end_question(turn, post_of(turn, request.post_id).id)
    return Reply(text=text, blocks=blocks)


def on_series(turn: Turn, press: Press) -> Reply:
    return Reply(modal=_form(turn, press.value, SeriesWish(), press=press), in_place=True)


def on_submitted(turn: Turn, form: Form) -> Reply:
    wish = _wish_of(form)
    if wish.is_empty:
        return Reply(errors={"theme": turn.t("refusal-series-nothing")})
    try:
        if wish.owner_id:
            look_up_choosable(turn, wish.owner_id)
    except UserError as error:
        return Reply(errors={person_field(form, error): turn.t.refusal(error)})
    post_id = str(form.meta["post"])
    return question_after(turn, _question(turn_for(turn, post_id), post_id, wish))


def on_end_asked(turn: Turn, press: Press) -> Reply:
    return question_after(turn, _end_question(turn, press.value))


def on_change(turn: Turn, press: Press) -> Reply:
    post_id, wish = _decoded(press.value)
    if wish.owner_id:
        look_up_insider(turn_for(turn, post_id), wish.owner_id)
    with at_post(turn, post_id) as one:
        batch = change_series(**one.act, post_id=post_id, wish=wish)
        return batch_after(one, press, batch, one.t("series-changed", count=len(batch.posts)))


def on_end(turn: Turn, press: Press) -> Reply:
    batch = end_series(**turn.act, post_id=press.value)
    return batch_after(turn, press, batch, turn.t("series-ended", count=len(batch.posts)))


def _form(turn: Turn, post_id: str, wish: SeriesWish, *, press: Press | None = None) -> Json:
    post, ahead = post_of(turn, post_id), _ahead(turn, post_id)
    labels = ", ".join(wish.labels or ())[:SERIES_LABELS_LIMIT]
    meta = meta_for(turn, post, press=press)
    return series_form(turn.t, post, ahead, wish=wish, labels=labels, meta=meta)


def _question(turn: Turn, post_id: str, wish: SeriesWish) -> tuple[str, list[Json]]:
    post, ahead = post_of(turn, post_id), _ahead(turn, post_id)
    value = _encoded(post_id, wish)
    return change_question(
        turn.t,
        post,
        ahead,
        wish,
        value=value,
        now=turn.now,
        strategy=turn.the_strategy(),
        may_change=may_change(turn),
    )


def _end_question(turn: Turn, post_id: str) -> tuple[str, list[Json]]:
    ahead = _ahead(turn, post_id, from_here=True)
    post, strategy = post_of(turn, post_id), turn.the_strategy()
    return end_question(turn.t, post, ahead, now=turn.now, strategy=strategy, may_change=may_change(turn))


def _ahead(turn: Turn, post_id: str, *, from_here: bool = False) -> Batch:
    return series_ahead(**turn.act, post_id=post_id, from_here=from_here)


def _typed_wish(turn: Turn, post: Post, request: ChangeSeries) -> SeriesWish:
    named = member_named(turn, request.owner_name) if request.owner_name else request.owner_id
    return SeriesWish(
        theme=_unless_removed(request.theme) if request.theme else None,
        labels=request.labels or None,
        owner_id=turn.member.id if named == ME else named,
        clock=in_own_zone(turn, request, post).clock,
    )


def _too_long(wish: SeriesWish) -> bool:
    return len(wish.theme or "") > THEME_LIMIT or len(", ".join(wish.labels or ())) > SERIES_LABELS_LIMIT


def _wish_of(form: Form) -> SeriesWish:
    theme, labels, clock = form.text("theme"), form.text("labels"), form.text("clock")
    named = tuple(each.strip(" #") for each in re.split("[,;\n]", _unless_removed(labels)) if each.strip(" #"))
    return SeriesWish(
        theme=_unless_removed(theme) if theme else None,
        labels=named if labels else None,
        owner_id=form.text("owner") or None,
        clock=time.fromisoformat(clock) if clock else None,
    )


def _unless_removed(typed: str) -> str:
    return "" if typed in (REMOVE, "–", "—") else typed


def _encoded(post_id: str, wish: SeriesWish) -> str:
    """A wish as the value of a button, which takes 2000 characters."""
    clock = wish.clock.isoformat("minutes") if wish.clock else None
    return orjson.dumps([post_id, wish.theme, wish.labels, wish.owner_id, clock]).decode()


def _decoded(value: str) -> tuple[str, SeriesWish]:
    """Raises `UserError("series-none")` for what `_encoded` did not write."""
    try:
        post_id, theme, labels, owner_id, clock = orjson.loads(value)
    except ValueError as error:
        raise UserError("series-none", post="–") from error
    given: dict[str, Any] = {"theme": theme, "owner_id": owner_id}
    return str(post_id), SeriesWish(
        **given,
        labels=None if labels is None else tuple(labels),
        clock=time.fromisoformat(clock) if clock else None,
    )
