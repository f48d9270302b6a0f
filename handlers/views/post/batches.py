"""What is said of several posts at once: a series, copies, a day that moves; and the forms and questions before."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from bot.domain.posts import Post
from bot.domain.strategy import Platform, Strategy
from bot.i18n import Translator
from bot.services.post.batches import Batch
from bot.services.post.series import MOST
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    field,
    header,
    menu_of_many,
    modal,
    section,
)
from handlers.views.lengths import PARAGRAPH
from handlers.views.post.in_words import post_title
from handlers.views.post.lists import MayChange, post_row

ROWS = 8


def batch_said(
    t: Translator, batch: Batch, said: str, *, now: datetime, zone: str, may_change: MayChange
) -> tuple[str, list[Json]]:
    """*said* is what happened; below it the posts, what was left, and Undo."""
    undo = [actions(button(t("button-undo"), "post.undo-batch", batch.token))] if batch.token and batch.posts else []
    return said, [section(said), *batch_rows(t, batch, now=now, zone=zone, may_change=may_change), *undo]


def batch_rows(
    t: Translator, batch: Batch, *, now: datetime, zone: str, may_change: MayChange, is_ahead: bool = False
) -> list[Json]:
    """The first posts, and a word about the others. *is_ahead*: before anything is done."""
    rows = [post_row(t, each, now=now, zone=zone, may_change=may_change) for each in batch.posts[:ROWS]]
    return [*rows, *_said(_rest(t, batch, is_ahead=is_ahead))]


def _rest(t: Translator, batch: Batch, *, is_ahead: bool) -> list[str]:
    more, left = len(batch.posts) - ROWS, [each.id for each in batch.left]
    stays = "batch-stays" if is_ahead else "batch-left"
    return [
        *([t("batch-more", count=more)] if more > 0 else []),
        *([t(stays, count=len(left), posts=clip(", ".join(left), PARAGRAPH))] if left else []),
        *([t("batch-missed", count=batch.missed)] if batch.missed else []),
        *([t("series-has-more", most=MOST)] if batch.has_more else []),
    ]


def batch_modal(t: Translator, title: str, blocks: Sequence[Json], *, channel_id: str) -> Json:
    return modal("post.batch", title, blocks, close=t("button-close"), meta={"channel": channel_id})


def day_question(
    t: Translator, found: Batch, *, day: date, to: date, now: datetime, strategy: Strategy, may_change: MayChange
) -> tuple[str, list[Json]]:
    """What would move, before it does."""
    whole = {"day": t.day(day), "to": t.day(to)}
    text = t("day-question", count=len(found.posts), **whole)
    rows = batch_rows(t, found, now=now, zone=strategy.zone, may_change=may_change, is_ahead=True)
    yes = button(t("day-move", count=len(found.posts)), "post.move-day", f"{strategy.id}|{day}|{to}", style="primary")
    no = button(t("day-no"), "post.mine")
    return text, [header(t("day-title", **whole)), section(text), *rows, actions(yes, no)]


def _said(lines: Sequence[str]) -> list[Json]:
    return [context(*lines)] if lines else []


def copying_form(t: Translator, post: Post, strategy: Strategy, *, meta: Mapping[str, Any]) -> Json:
    planned = [each.platform for each in strategy.platforms]
    every = [each for each in dict.fromkeys((*planned, *Platform)) if each is not post.platform]
    choices = [(t.platform(each), each.value) for each in every]
    ask = field("platforms", t("copy-ask"), menu_of_many("platforms", choices), optional=False, hint=t("copy-hint"))
    title = t("copy-form", post=post.id)
    return modal(
        "post.copy-to",
        title,
        [section(post_title(post)), ask],
        submit=t("copy-submit"),
        close=t("button-close"),
        meta=meta,
    )
