"""The text of a post: blocks that are copied whole, and the fields of a form that take it in."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.platform_limits import Room
from bot.domain.posts import Post
from bot.i18n import Translator
from handlers.views.kit import Json, context, copyable, text_field
from handlers.views.lengths import INPUT, MESSAGE, SECTION

LEAST = 500
PARTS = 6
"""Fields of one text: a view holds 250 KB of JSON, in which a character takes twelve bytes at most."""


def text_blocks(t: Translator, post: Post, *, room: int) -> list[Json]:
    """The text in blocks that are copied whole, and a line about what did not fit."""
    if not post.text:
        return [context(t("post-no-text"))]
    shown, rest = post.text[:room], len(post.text) - room
    blocks = [copyable(piece) for piece in pieces(shown)]
    return [*blocks, context(t("post-text-cut", rest=rest))] if rest > 0 else blocks


def length_of_blocks(blocks: Sequence[Json]) -> int:
    """About what Slack counts: every text that stands in them."""
    return sum(_texts_in(each) for each in blocks)


def _texts_in(node: Any) -> int:
    if isinstance(node, dict):
        own = len(node["text"]) if isinstance(node.get("text"), str) else 0
        return own + sum(_texts_in(each) for each in node.values() if not isinstance(each, str))
    return sum(_texts_in(each) for each in node) if isinstance(node, list | tuple) else 0


def text_beside(t: Translator, post: Post, others: Sequence[Json], *, room: int = MESSAGE) -> list[Json]:
    """The text in what *others* leave of the *room*."""
    return text_blocks(t, post, room=max(room - length_of_blocks(others), LEAST))


def pieces(text: str, size: int = SECTION) -> list[str]:
    """*text* in parts of at most *size* characters, cut after a line or a word where there is one."""
    found = []
    while len(text) > size:
        at = max(text.rfind("\n", 1, size), 0) or max(text.rfind(" ", 1, size), 0)
        cut = at + 1 if at else size
        found.append(text[:cut])
        text = text[cut:]
    return [*found, text]


def text_parts(t: Translator, text: str, *, room: Room | None = None, title: Room | None = None) -> list[Json]:
    """A field, or as many as a long text needs; one that is too long for any form is left as it is, with a word.

    *title*: how full the title beside it is, where the platform has one of its own.
    """
    parts = pieces(text, INPUT)
    if len(parts) > PARTS:
        return [context(t("post-form-long", length=len(text), limit=INPUT * PARTS))]
    hint = room_hint(t, room, title=title) if room and room.left is not None else t("post-ask-text-hint")
    labels = (
        [t("post-ask-text")]
        if len(parts) == 1
        else [t("post-ask-text-part", part=n, parts=len(parts)) for n in range(1, len(parts) + 1)]
    )
    names = part_names(len(parts))
    return [
        text_field(name, label, value=part, multiline=True, hint=hint, heard_as=f"post.typing.{name}")
        for name, label, part in zip(names, labels, parts, strict=True)
    ]


def kept_field(
    t: Translator, block_id: str, label: str, *, value: str, limit: int = INPUT, multiline: bool = False, hint: str = ""
) -> Json:
    """A field that takes the whole value in, also beyond its *limit*.

    A value longer than any field holds has none, which leaves it as it is, with a word.
    """
    if len(value) > INPUT:
        return context(t("post-form-field-long", field=label, length=len(value), limit=INPUT))
    return text_field(block_id, label, value=value, limit=max(limit, len(value)), multiline=multiline, hint=hint)


def room_hint(t: Translator, room: Room, *, title: Room | None = None) -> str:
    """What is left of the platform's limit, or how much is too many; of the title too, where that has one."""
    said = [_room_left(t, room), t("post-length-title", said=_room_left(t, title)) if title else ""]
    return " ".join(filter(None, said))


def _room_left(t: Translator, room: Room) -> str:
    if room.left is None:
        return t("post-length-free", used=room.used)
    if room.is_over:
        return t("post-ask-text-over", over=-room.left, unit=room.unit)
    return t("post-ask-text-left", left=room.left)


def with_hint(view: Mapping[str, Any], hint: str) -> Json:
    """*view* with another hint under its text; all that is typed in it stays."""
    blocks = [_hinted(each, hint) if each.get("block_id") in part_names() else each for each in view["blocks"]]
    return {**view, "blocks": blocks}


def _hinted(block: Mapping[str, Any], hint: str) -> Json:
    return {**block, "hint": {"type": "plain_text", "text": hint}}


def part_names(count: int = PARTS) -> list[str]:
    """The block ids of a text's fields, in their order."""
    return ["text", *(f"text.{n}" for n in range(2, count + 1))]
