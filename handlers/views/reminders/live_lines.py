"""What a live message says below itself that others did to its post since it was sent."""

from datetime import datetime

from bot.domain.posts import Change, Post
from bot.i18n import Translator
from handlers.views.kit import Json, clip, context, mention
from handlers.views.lengths import EXCERPT
from handlers.views.post.history import fields_in_words

LIVE = frozenset(
    {"edited", "approved", "changes-asked", "cancelled", "published", "moved", "assigned", "reopened"},
)
"""Lines of the history that have a sentence."""


def live_lines(t: Translator, post: Post, *, since: datetime | None, reader_id: str) -> list[Json]:
    """What others did to the post after its message was sent, the last three."""
    if since is None:
        return []
    valid = [post.history[at] for at in post.not_taken_back]
    found = [each for each in valid if each.at > since and each.by != reader_id and each.what in LIVE]
    said = [_live(t, each) for each in found[-3:]]
    return [context(*said)] if said else []


def _live(t: Translator, change: Change) -> str:
    fields = clip(fields_in_words(t, change.note), EXCERPT) if change.what == "edited" else ""
    known = {"by": mention(change.by), "clock": t.clock(change.at)}
    return t(f"live-{change.what}", **known, fields=fields or t("change-its-text"))
