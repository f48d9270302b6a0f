"""The text of a post: blocks that are copied whole, and the fields of a form that take it in."""

from bot.domain.limits import Room
from bot.domain.posts import Post
from bot.i18n import Translator
from handlers.views.kit import INPUT, SECTION, Json, context, copyable, text_field

PARTS = 6
"""Fields of one text: a view holds 250 KB of JSON, in which a character takes twelve bytes at most."""


def text_blocks(t: Translator, post: Post, *, room: int) -> list[Json]:
    """The text in blocks that are copied whole, and a line about what did not fit."""
    if not post.text:
        return [context(t("post-no-text"))]
    shown, rest = post.text[:room], len(post.text) - room
    blocks = [copyable(piece) for piece in pieces(shown)]
    return [*blocks, context(t("post-text-cut", rest=rest))] if rest > 0 else blocks


def pieces(text: str, size: int = SECTION) -> list[str]:
    """*text* in parts of at most *size* characters, cut after a line or a word where there is one."""
    found = []
    while len(text) > size:
        at = max(text.rfind("\n", 1, size), 0) or max(text.rfind(" ", 1, size), 0)
        cut = at + 1 if at else size
        found.append(text[:cut])
        text = text[cut:]
    return [*found, text]


def text_parts(t: Translator, text: str, *, room: Room | None = None) -> list[Json]:
    """A field, or as many as a long text needs; one that is too long for any form is left as it is, with a word."""
    parts = pieces(text, INPUT)
    if len(parts) > PARTS:
        return [context(t("post-form-long", length=len(text), limit=INPUT * PARTS))]
    hint = t("post-ask-text-left", left=room.left) if room and room.left is not None else t("post-ask-text-hint")
    labels = (
        [t("post-ask-text")]
        if len(parts) == 1
        else [t("post-ask-text-part", part=n, parts=len(parts)) for n in range(1, len(parts) + 1)]
    )
    names = part_names(len(parts))
    return [
        text_field(name, label, value=part, multiline=True, hint=hint)
        for name, label, part in zip(names, labels, parts, strict=True)
    ]


def part_names(count: int = PARTS) -> list[str]:
    """The block ids of a text's fields, in their order."""
    return ["text", *(f"text.{n}" for n in range(2, count + 1))]
