"""A picture that was dropped without the number of its post."""

from collections.abc import Sequence

from bot.domain.posts import Attachment, Post
from bot.i18n import Translator
from handlers.views.kit import Json, actions, clip, context, menu, safe, section
from handlers.views.lengths import CELL, NAME, SENTENCE

MOST = 25


def which_post(
    t: Translator, files: Sequence[Attachment], posts: Sequence[Post], *, token: str
) -> tuple[str, list[Json]]:
    """The posts that it may belong to as a menu, the nearest first."""
    text = t("file-which-post", count=len(files), what=safe(clip(files[0].name, NAME), SENTENCE))
    choices = [(_named(t, each), f"{token}|{each.id}") for each in posts[:MOST]]
    chosen = menu("files.attach", choices, placeholder=t("file-choose-post"))
    hint = t("file-which-hint", post=posts[0].id)
    return text, [section(text), actions(chosen), context(hint)]


def _named(t: Translator, post: Post) -> str:
    when = t.moment(post.due.at) if post.due else t("post-undated")
    return f"{post.id} · {clip(post.title, CELL)} · {when}"
