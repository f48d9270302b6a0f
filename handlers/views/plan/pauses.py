"""The forms and answers of a pause: begun, and gone through at its end. They own their block ids."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.domain.limits import REASON_LIMIT
from bot.domain.plan_parts import Pause
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.services.plan.card import PlanFacts
from bot.services.plan.pauses import PausedPosts
from bot.services.post.pauses import Onward, WentOn, days_to_catch_up
from handlers.views.kit import (
    Choice,
    Json,
    actions,
    button,
    clip,
    context,
    date_picker,
    divider,
    mention,
    menu,
    modal,
    safe,
    section,
    text_field,
)
from handlers.views.kit import field as input_field
from handlers.views.lengths import GLIMPSE, NAME
from handlers.views.post.in_words import held_words

PAGE = 15
"""Posts of a page of the form: each is a menu, and a phone shows four."""
DAYS = (1, 2, 3, 4, 7, 14, 28)
KEEP, DROP, LIKE_OTHERS = "keep", "drop", "others"
ROW = "post-"
"""Begins the block id of a post's own menu."""
NAMED = 10
"""Posts named one by one in an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What was chosen so far; a form carries it from page to page."""

    passed: str = ""
    ahead: str = KEEP
    own: Mapping[str, str] = field(default_factory=dict)
    page: int = 1


def onward_of(value: str) -> Onward:
    """Raises `ValueError` for what no menu offers."""
    if value == DROP:
        return Onward(is_dropped=True)
    return Onward(days=0 if value == KEEP else int(value))


def pause_form(
    t: Translator, *, until: date | None, reason: str, is_on: bool, meta: Mapping[str, Any], intro: Sequence[Json] = ()
) -> Json:
    day = until.isoformat() if until else None
    blocks = [
        *intro,
        section(t("pause-form-intro")),
        input_field("until", t("pause-ask-until"), date_picker("until", day=day), hint=t("pause-ask-until-hint")),
        text_field("reason", t("pause-ask-reason"), value=reason, limit=REASON_LIMIT, hint=t("pause-ask-reason-hint")),
    ]
    submit = t("pause-form-change" if is_on else "pause-form-submit")
    return modal("plan.pause", t("pause-form"), blocks, submit=submit, close=t("button-close"), meta=meta)


def pages_of(held: PausedPosts) -> int:
    return max(1, -(-len(held.posts) // PAGE))


def going_on_form(
    t: Translator, held: PausedPosts, chosen: Chosen, *, strategy: Strategy, meta: Mapping[str, Any]
) -> Json:
    """One page of all that is held; the first decides for all that no menu of its own decides."""
    last = pages_of(held)
    page = min(chosen.page, last)
    rows = [_row(t, post, held, chosen, zone=strategy.zone) for post in _on_page(held, page)]
    turning = [context(t("pause-page", page=page, pages=last))] if last > 1 else []
    blocks = [*(_for_all(t, held, chosen) if page == 1 else []), *turning, *rows]
    carried = {"passed": chosen.passed, "ahead": chosen.ahead, "own": dict(chosen.own), "page": page}
    submit = t("pause-go-on-submit" if page == last else "button-next")
    title, close = t("pause-go-on-form"), t("button-close")
    return modal("plan.go-on", title, blocks, submit=submit, close=close, meta={**meta, **carried})


def _on_page(held: PausedPosts, page: int) -> Sequence[Post]:
    return held.posts[(page - 1) * PAGE : page * PAGE]


def _for_all(t: Translator, held: PausedPosts, chosen: Chosen) -> list[Json]:
    asked = []
    if held.passed:
        least = days_to_catch_up(held.passed, now=held.now)
        choices = [*_moves(t, least), (t("pause-keep-late"), KEEP), (t("pause-drop"), DROP)]
        label = t("pause-ask-passed", count=len(held.passed))
        which = menu("passed", choices, chosen=chosen.passed or str(least))
        asked.append(input_field("passed", label, which, optional=False))
    if held.ahead:
        choices = [(t("pause-keep"), KEEP), *_moves(t, 1), (t("pause-drop"), DROP)]
        label = t("pause-ask-ahead", count=len(held.ahead))
        asked.append(input_field("ahead", label, menu("ahead", choices, chosen=chosen.ahead), optional=False))
    intro = t("pause-go-on-intro" if held.posts else "pause-go-on-nothing", held=_held_words(t, held))
    return [section(intro), *asked, *([divider()] if asked else [])]


def _row(t: Translator, post: Post, held: PausedPosts, chosen: Chosen, *, zone: str) -> Json:
    is_past = post in held.passed
    least = days_to_catch_up([post], now=held.now)
    kept = t("pause-keep-late" if is_past else "pause-keep")
    choices = [(t("pause-like-others"), LIKE_OTHERS), (kept, KEEP), *_moves(t, least), (t("pause-drop"), DROP)]
    when = t.moment(post.due.at, zone=zone) if post.due else ""
    label = t("pause-row", post=post.id, title=clip(post.title, GLIMPSE), when=when)
    own = chosen.own.get(post.id, LIKE_OTHERS)
    return input_field(f"{ROW}{post.id}", label, menu("fate", choices, chosen=own), optional=False)


def _moves(t: Translator, least: int) -> list[Choice]:
    days = sorted({least, *(each for each in DAYS if each >= least)})
    return [(t("pause-move", days=each), str(each)) for each in days]


def went_on_said(t: Translator, done: WentOn) -> tuple[str, list[Json]]:
    """What became of all that was held, and the way back."""
    said = [t("pause-said-over")]
    for name in ("moved", "dropped", "kept"):
        if posts := getattr(done, name):
            said.append(t(f"pause-said-{name}", count=len(posts), posts=_named(t, posts)))
    lines = [" ".join(said)]
    if done.held_back:
        lines.append(t("pause-said-held-back", count=len(done.held_back), posts=_named(t, done.held_back)))
    undo = actions(button(t("button-undo"), "post.undo-batch", done.token), button(t("plan-button-show"), "plan.show"))
    return lines[0], [*(section(each) for each in lines), undo]


def _named(t: Translator, posts: Sequence[Post]) -> str:
    named = [each.id for each in posts[:NAMED]]
    return t.listing([*named, t("pause-and-more", count=len(posts) - NAMED)] if len(posts) > NAMED else named)


def went_on_modal(t: Translator, done: WentOn, *, meta: Mapping[str, Any]) -> Json:
    _, blocks = went_on_said(t, done)
    return modal("plan.went-on", t("pause-go-on-form"), blocks, close=t("button-close"), meta=meta)


def begun_said(t: Translator, held: PausedPosts) -> str:
    """What has just begun, and what it holds."""
    return _with_reason(t, held.pause, t("pause-said-on", count=len(held.posts), held=_held_words(t, held)))


def _with_reason(t: Translator, pause: Pause, said: str) -> str:
    return t("pause-said-why", said=said, why=safe(pause.reason, NAME)) if pause.reason else said


def _held_words(t: Translator, held: PausedPosts) -> str:
    return held_words(t, held.pause, now=held.now, zone=held.zone)


def pause_part(t: Translator, facts: PlanFacts) -> list[Json]:
    """On the card of the plan: what is held, until when, why, by whom, and the buttons to change or end it."""
    held = facts.paused
    if held is None:
        return []
    key = "pause-part" if held.pause.is_on(held.now) else "pause-part-over"
    said = t(key, count=len(held.held), held=_held_words(t, held), who=mention(held.pause.by))
    said = _with_reason(t, held.pause, said)
    change = button(t("button-change"), "plan.pause", facts.strategy.id, label=t("pause-change-label"))
    go_on = button(t("pause-button-go-on"), "plan.go-on", facts.strategy.id, style="primary")
    return [section(said), *([actions(go_on, change)] if facts.may_change else [])]
