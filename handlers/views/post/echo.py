"""What is said where two posts read the same, and the two ways out of it: another text, or a reason."""

from collections.abc import Mapping, Sequence
from typing import Any

from slackblocks import Button

from bot.domain.limits import REASON_LIMIT
from bot.domain.platform_limits import Room
from bot.domain.post.echo import Echo
from bot.domain.posts import Post
from bot.i18n import Translator
from bot.services.post.echo import SHOWN
from handlers.views.kit import Json, actions, button, context, copyable, modal, safe, section, text_field
from handlers.views.lengths import INPUT, SENTENCE
from handlers.views.post.in_words import post_title
from handlers.views.post.text_to_copy import text_parts


def echo_blocks(t: Translator, post: Post, echoes: Sequence[Echo], *, can_change: bool = True) -> list[Json]:
    """Asked of who can answer until there is another text or a reason; a reason is shown instead of the question."""
    if not echoes:
        return []
    if post.echo_reason:
        kept = t(
            "echo-kept",
            posts=t.listing([each.post.id for each in echoes[:SHOWN]]),
            why=safe(post.echo_reason, SENTENCE),
        )
        return [context(kept)]
    answers = [actions(*echo_buttons(t, post))] if can_change else []
    return [section("\n".join(echo_lines(t, echoes))), *answers]


def echo_lines(t: Translator, echoes: Sequence[Echo]) -> list[str]:
    lines = [echo_line(t, each) for each in echoes[:SHOWN]]
    rest = len(echoes) - SHOWN
    return [*lines, t("echo-more", count=rest)] if rest > 0 else lines


def echo_line(t: Translator, echo: Echo) -> str:
    other = {"post": echo.post.id, "platform": t.platform(echo.post.platform)}
    return t("echo-same", **other) if echo.is_exact else t("echo-near", **other, alike=alike(t, echo.likeness))


def alike(t: Translator, likeness: float) -> str:
    """Rounded down: only the same words are 100 %."""
    return t.percent(int(likeness * 100) / 100, digits=0)


def echo_buttons(t: Translator, post: Post) -> list[Button]:
    rewrite = button(t("echo-rewrite"), "post.rewrite", post.id, label=t("echo-rewrite-label", post=post.id))
    return [rewrite, button(t("echo-keep"), "post.keep-echo", post.id, label=t("echo-keep-label", post=post.id))]


def rewriting_form(
    t: Translator,
    post: Post,
    echoes: Sequence[Echo],
    *,
    room: Room,
    meta: Mapping[str, Any],
    text: str | None = None,
    intro: Sequence[Json] = (),
) -> Json:
    """The other post's text above, so that one sees what to leave behind; *text* is what was typed before."""
    theirs = [part for each in echoes[:1] for part in (context(echo_line(t, each)), copyable(each.post.text[:INPUT]))]
    fields = text_parts(t, post.text if text is None else text, room=room)
    blocks = [*intro, section(post_title(post)), *theirs, *fields]
    return modal(
        "post.rewrite",
        t("echo-form", post=post.id),
        blocks,
        submit=t("button-save"),
        close=t("button-close"),
        meta=meta,
    )


def keeping_form(t: Translator, post: Post, echoes: Sequence[Echo], *, meta: Mapping[str, Any]) -> Json:
    said = [section("\n".join(echo_lines(t, echoes)))] if echoes else []
    ask = text_field("why", t("echo-ask-why"), limit=REASON_LIMIT, hint=t("echo-ask-why-hint"), optional=False)
    blocks = [section(post_title(post)), *said, ask]
    return modal(
        "post.keep-echo", t("echo-form-keep"), blocks, submit=t("button-save"), close=t("button-close"), meta=meta
    )
