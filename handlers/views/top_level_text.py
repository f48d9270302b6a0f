"""The top-level text of a message: all that a screen reader and a notification get, so it says what the blocks say.

"Screen readers will default to using the top-level text field of your message, and will not read the content of any
interior blocks" (docs.slack.dev, reference/methods/chat.postMessage). What a view wrote comes first, because a
notification shows the beginning alone; what only its blocks say follows, so that no view can forget it.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from handlers.views.kit import Json, escape, safe
from handlers.views.lengths import TOP_TEXT

MARKS = re.compile("[\\s*_~`\u2060·]+")
"""What looks different in a block and is the same to the ear."""


def _marked(mark: str) -> re.Pattern[str]:
    """What stands between two marks of ours; one of somebody else's within it has a word joiner on either side."""
    return re.compile(
        rf"(?<![\w\u2060{mark}]){mark}(?![\u2060\s{mark}])((?:\u2060{mark}\u2060|[^{mark}\n])+)(?<!\s){mark}(?![\w\u2060{mark}])"
    )


OURS = tuple(map(_marked, ("`", r"\*", "_")))
ASIDE = "\ue000"
"""A private character, in the place of what is left as it is."""

FEWEST = 40
"""Characters of room below which the beginning of a text says nothing."""

SHORT = 20
"""Characters below which a text counts as said only as a line of its own: "3" stands within many a sentence."""


def spoken(text: str, blocks: Sequence[Json]) -> str:
    """*text*, and below it each line of *blocks* that it does not say yet, in their order: at most `ROOM` characters.

    Buttons, menus and charts have no text of their own here: what a chart shows stands in the plain blocks beside it.
    """
    said, room = [text], TOP_TEXT - len(text)
    for piece in (each for block in blocks for each in _said_by(block)):
        rest = piece.without(said)
        if not rest.text:
            continue
        fitting = rest.within(room - 1)
        if not fitting:
            break
        said.append(fitting)
        room -= len(fitting) + 1
    return unmarked("\n".join(said)) if blocks else text


def unmarked(text: str) -> str:
    """*text* without the marks of ours, which nobody renders there; those that somebody typed are theirs, and stay.

    `escape` sets those apart by word joiners. What stands in <angle brackets> is an address or a member.
    """
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return ASIDE

    bare = re.sub(r"<[^<>\n]*>", put_aside, text)
    for pattern in OURS:
        bare = pattern.sub(r"\1", bare)
    return re.sub(ASIDE, lambda found: kept.pop(0), bare)


class _Piece:
    """A text of a block; *is_typed* text is not mrkdwn yet."""

    def __init__(self, text: str, *, is_typed: bool = False) -> None:
        self.text, self._is_typed = text.strip(), is_typed

    def without(self, said: Sequence[str]) -> "_Piece":
        """What of it nobody has heard yet: nothing where all of it stands within what is *said*, else its new lines."""
        heard = _heard("".join(said))
        lines = {_heard(line) for each in said for line in each.split("\n")}
        if len(self.text) >= SHORT and _heard(self.text) in heard:
            return _Piece("")
        if self._is_typed:  # a text to copy stays whole
            return _Piece("" if _heard(self.text) in lines else self.text, is_typed=True)
        return _Piece("\n".join(each for each in self.text.split("\n") if not _is_heard(each, heard, lines)))

    def within(self, room: int) -> str:
        """As mrkdwn in at most *room* characters; of text in mrkdwn whole lines, so that no link is cut in half."""
        whole = escape(self.text) if self._is_typed else self.text
        if len(whole) <= room:
            return whole
        if self._is_typed:
            return safe(self.text, room) if room >= FEWEST else ""
        kept = whole[: max(0, room)].rpartition("\n")[0]
        return f"{kept}…" if kept else ""


def _is_heard(line: str, heard: str, lines: Collection[str]) -> bool:
    return _heard(line) in (heard if len(line) >= SHORT else lines)


def _heard(text: str) -> str:
    return MARKS.sub("", text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")).casefold()


def _said_by(block: Json) -> Iterator[_Piece]:
    kind = block.get("type")
    if kind == "rich_text":
        yield _Piece("".join(_written(block)), is_typed=True)
    elif kind == "table":
        yield from (_Piece(" · ".join(map(_cell, row)), is_typed=True) for row in block["rows"])
    elif kind == "image":
        yield _Piece(block.get("alt_text", ""), is_typed=True)
    elif kind in ("section", "header", "context"):
        objects = [block.get("text"), *block.get("fields", ()), *block.get("elements", ())]
        yield from (_object(each) for each in objects if each)


def _object(shown: dict[str, Any]) -> _Piece:
    """A text object, or the image of a context."""
    return _Piece(shown.get("text", shown.get("alt_text", "")), is_typed=shown.get("type") != "mrkdwn")


def _cell(cell: dict[str, Any]) -> str:
    return str(cell["text"]) if "text" in cell else "".join(_written(cell))


def _written(node: dict[str, Any]) -> Iterator[str]:
    """The characters of rich text, without its styles."""
    if "elements" in node:
        for each in node["elements"]:
            yield from _written(each)
    else:
        yield str(node.get("text") or node.get("url") or node.get("name") or "")
