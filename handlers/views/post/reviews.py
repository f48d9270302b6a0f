"""Review, as it is asked for, given and answered: the message to the reviewer, its rows in the agenda, its forms."""

from collections.abc import Mapping, Sequence
from typing import Any

from slackblocks import Button

from bot.domain.limits import COMMENT_LIMIT, REVIEW_NOTE_LIMIT
from bot.domain.members import Member
from bot.domain.posts import Post, PostState
from bot.domain.strategy import Strategy
from bot.i18n import Translator
from handlers.views.kit import (
    Json,
    actions,
    button,
    clip,
    context,
    copyable,
    escape,
    field,
    member_menu,
    mention,
    modal,
    section,
    text_field,
)
from handlers.views.lengths import NAME, REVIEWED, WITHIN_BUTTON
from handlers.views.post.in_words import post_title
from handlers.views.post.text_to_copy import text_blocks

ROWS = 3
"""Posts to read in one agenda; each takes two blocks."""


def review_buttons(t: Translator, post: Post) -> list[Button]:
    """Their value carries how much of the history was there to be read."""
    seen = f"{post.id}|{len(post.history)}"
    approve = t("review-approve-label", post=post.id)
    change = t("review-change-label", post=post.id)
    return [
        button(t("button-approve"), "post.approve", seen, style="primary", label=approve),
        button(t("review-change"), "post.ask-change", seen, label=change),
    ]


def approval_question(t: Translator, post: Post, *, typed: str) -> tuple[str, list[Json]]:
    """Instead of an approval that came with words of its own; a change is asked for of what was sent to be read."""
    text = t("review-words", post=post.id, title=escape(post.title))
    approve, change = review_buttons(t, post)
    wanted = [approve] if post.state is PostState.DRAFT else [approve, change]
    return text, [section(text), copyable(typed), actions(*wanted, _open_button(t, post))]


def _open_button(t: Translator, post: Post) -> Button:
    return button(t("button-open"), "post.show", post.id, label=t("due-open-label", post=post.id))


def review_rows(t: Translator, posts: Sequence[Post], strategies: Mapping[str, Strategy]) -> list[Json]:
    """Of an agenda: what waits for its reader's eyes."""
    rows = [part for post in posts[:ROWS] for part in _row(t, post, strategies[post.strategy_id])]
    more = [context(t("agenda-more", n=len(posts) - ROWS))] if len(posts) > ROWS else []
    return [*rows, *more]


def _row(t: Translator, post: Post, strategy: Strategy) -> list[Json]:
    when = t.moment(post.due.at, zone=strategy.zone) if post.due else t("post-undated")
    title = t("review-row", post=post.id, title=escape(clip(post.title, NAME)))
    owner = [mention(post.owner_id)] if post.owner_id else []
    said = " · ".join([f"*{title}*", t.platform(post.platform), when, *owner])
    return [section(said), actions(*review_buttons(t, post), _open_button(t, post))]


def asking_form(t: Translator, post: Post, *, reviewer_id: str | None, note: str = "", meta: Mapping[str, Any]) -> Json:
    blocks = [
        section(post_title(post)),
        field("reviewer", t("review-ask-who"), member_menu("reviewer", chosen=reviewer_id), optional=False),
        text_field("note", t("review-ask-note"), value=note, limit=REVIEW_NOTE_LIMIT, multiline=True),
        context(t("review-ask-hint")),
    ]
    title = t("review-form", post=post.id)
    return modal("post.review", title, blocks, submit=t("review-submit"), close=t("button-close"), meta=meta)


def changing_form(
    t: Translator, post: Post, *, meta: Mapping[str, Any], comment: str = "", intro: Sequence[Json] = ()
) -> Json:
    ask = text_field(
        "comment", t("review-ask-comment"), value=comment, limit=COMMENT_LIMIT, multiline=True, optional=False
    )
    blocks = [*intro, section(post_title(post)), *text_blocks(t, post, room=REVIEWED), ask]
    title = t("review-form-change", post=post.id)
    return modal("post.ask-change", title, blocks, submit=t("button-send"), close=t("button-close"), meta=meta)


def changed_since(t: Translator, post: Post, lines: Sequence[str], *, meta: Mapping[str, Any]) -> Json:
    """Instead of an approval of what nobody had read: what changed, what stands, and the question again."""
    blocks = [
        section(t("review-changed-since")),
        context("\n".join(lines) or " "),
        section(post_title(post)),
        *text_blocks(t, post, room=REVIEWED),
        actions(*review_buttons(t, post)),
    ]
    return modal("post.card", post.id, blocks, close=t("button-close"), meta=meta)


def own_refusal(t: Translator, said: str, post: Post, people: Sequence[Member]) -> list[Json]:
    """Who may not approve, and a button for each of those who can."""
    asks = [
        button(
            t("review-ask-name", name=clip(each.name, WITHIN_BUTTON)), f"post.ask-reviewer.{n}", f"{post.id}|{each.id}"
        )
        for n, each in enumerate(people[:3])
    ]
    return [section(said), *([actions(*asks)] if asks else [])]
