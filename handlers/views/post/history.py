"""What was done to a post, line by line: when, by whom, what."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.moments import Due
from bot.domain.posts import Change, Post, PostState
from bot.i18n import Translator
from handlers.views.kit import mention, safe
from handlers.views.lengths import NOTE

LAST = 3


def history_lines(t: Translator, post: Post, *, zone: str) -> list[str]:
    """The last three changes, newest first, as mrkdwn; where nothing is known of a post that is not live, that."""
    lines = changes_in_words(t, post.history[-LAST:][::-1], zone=zone)
    older = len(post.history) - LAST
    if older > 0:
        return [*lines, t("history-older", count=older)]
    return lines or ([] if post.state is PostState.PUBLISHED else [t("history-none")])


def changes_in_words(t: Translator, changes: Sequence[Change], *, zone: str) -> list[str]:
    return [_line(t, each, zone) for each in changes]


def _line(t: Translator, change: Change, zone: str) -> str:
    when = t.moment(change.at, zone=zone)
    what = _what(t, change, zone)
    return f"{when} · {mention(change.by)} · {what}" if change.by else f"{when} · {what}"


def _what(t: Translator, change: Change, zone: str) -> str:
    """Some notes are words of ours (names of fields, a former moment, a member); all others are the user's own."""
    word = action_in_words(t, change.what)
    if not change.note:
        return word
    if change.what in {"edited", "imported"}:
        return t("history-with", what=word, note=fields_in_words(t, change.note))
    if change.what == "moved":
        return t("history-moved-from", what=word, moment=_former(t, change.note, zone))
    if change.what == "assigned":
        return t("history-assigned-to", what=word, member=mention(change.note))
    if change.what == "step-done" and t.has(f"step-{change.note}"):
        return t("history-with", what=word, note=t(f"step-{change.note}"))
    if change.what == "undone":
        return t("history-with", what=word, note=action_in_words(t, change.note))
    return t("history-with", what=word, note=safe(change.note, NOTE))


def action_in_words(t: Translator, what: str) -> str:
    key = f"history-{what}"
    return t(key) if t.has(key) else t("history-changed")


def fields_in_words(t: Translator, names: str) -> str:
    return t.listing(t(f"field-{name}") for name in names.split(",") if t.has(f"field-{name}"))


def _former(t: Translator, note: str, zone: str) -> str:
    """A former moment, kept as "2026-11-24T10:00 Europe/Paris"."""
    wall, _, its_zone = note.partition(" ")
    try:
        there = datetime.fromisoformat(wall)
        return t.moment(Due.local(there.date(), there.time(), its_zone).at, zone=zone)
    except (ValueError, LookupError, OSError):
        return safe(note, NOTE)
