"""What is typed to take something back: `undo`, `undo P12`."""

from dataclasses import dataclass

from bot.language.line import TypedLine
from bot.language.parts import cut_number
from bot.language.post.filters import FILLERS
from bot.language.requests import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoPost(Request):
    """Without a number: whatever the member did last."""

    post_id: str | None = None


def undo_asked(line: TypedLine) -> UndoPost:
    post_id, rest = cut_number(line)
    return UndoPost(post_id=post_id, not_understood=rest.leftover(fillers=FILLERS))
