"""What is said and asked of a recurring series as a whole."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from slackblocks import Button

from bot.domain.limits import SERIES_LABELS_LIMIT, THEME_LIMIT
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from bot.services.post.batches import Batch
from bot.services.post.series_changes import SeriesWish
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    field,
    member_menu,
    mention,
    modal,
    safe,
    section,
    text_field,
    time_picker,
)
from handlers.views.lengths import PHRASE, SENTENCE
from handlers.views.post.batches import batch_rows
from handlers.views.post.in_words import post_title
from handlers.views.post.lists import MayChange

REMOVE = "-"


def series_form(
    t: Translator, post: Post, ahead: Batch, *, wish: SeriesWish, labels: str = "", meta: Mapping[str, Any]
) -> Json:
    """Empty fields leave each post as it is."""
    clock = f"{wish.clock:%H:%M}" if wish.clock else None
    hint = t("series-hint")
    blocks = [
        section(post_title(post)),
        context(_how_many(t, ahead)),
        text_field("theme", t("detail-ask-theme"), value=wish.theme or "", limit=THEME_LIMIT, hint=hint),
        text_field(
            "labels", t("detail-ask-labels"), value=labels, limit=SERIES_LABELS_LIMIT, hint=t("series-labels-hint")
        ),
        field("owner", t("post-ask-owner"), member_menu("owner", chosen=wish.owner_id)),
        field("clock", t("series-ask-clock", place=t.place(t.zone)), time_picker("clock", clock=clock)),
        actions(button(t("series-end-ask"), "post.series-end", post.id)),
    ]
    title = t("series-form", post=post.id)
    return modal("post.series", title, blocks, submit=t("series-see"), close=t("button-close"), meta=meta)


def change_question(
    t: Translator,
    post: Post,
    ahead: Batch,
    wish: SeriesWish,
    *,
    value: str,
    now: datetime,
    strategy: Strategy,
    may_change: MayChange,
) -> tuple[str, list[Json]]:
    """What would change, and of how many, before it does. *value* is what the button carries."""
    count = len(ahead.posts)
    text = t("series-question", count=count, what=t.listing(in_words(t, wish)))
    yes = button(t("series-change", count=count), "post.series-change", value, style="primary")
    rows = batch_rows(t, ahead, now=now, zone=strategy.zone, may_change=may_change, is_ahead=True)
    return text, [section(f"*{text}*"), *rows, actions(yes, _no(t, post))]


def end_question(
    t: Translator, post: Post, ahead: Batch, *, now: datetime, strategy: Strategy, may_change: MayChange
) -> tuple[str, list[Json]]:
    count = len(ahead.posts)
    text = t("series-end-question", count=count, post=ahead.posts[0].id)
    yes = button(t("series-end", count=count), "post.series-ended", post.id, style="danger")
    rows = batch_rows(t, ahead, now=now, zone=strategy.zone, may_change=may_change, is_ahead=True)
    return text, [section(f"*{text}*"), *rows, actions(yes, _no(t, post))]


def in_words(t: Translator, wish: SeriesWish) -> list[str]:
    said = []
    if wish.theme is not None:
        said.append(t("series-to-theme", theme=safe(wish.theme, PHRASE)) if wish.theme else t("series-no-theme"))
    if wish.labels is not None:
        labels = safe(clip(", ".join(wish.labels), PHRASE), SENTENCE)
        said.append(t("series-to-labels", labels=labels) if wish.labels else t("series-no-labels"))
    if wish.owner_id:
        said.append(t("series-to-owner", owner=mention(wish.owner_id)))
    if wish.clock is not None:
        said.append(t("series-to-clock", clock=t.wall(wish.clock)))
    return said


def _how_many(t: Translator, ahead: Batch) -> str:
    last = ahead.posts[-1].due
    return t("series-ahead", count=len(ahead.posts), last=t.day(last.day) if last else "–")


def _no(t: Translator, post: Post) -> Button:
    return button(t("series-no"), "post.keep", post.id)
