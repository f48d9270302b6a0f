"""What is typed to take something back, after whichever command: `undo`, `undo P12`."""

from dataclasses import dataclass

from bot.language.line import TypedLine
from bot.language.parts import cut_number
from bot.language.requests import Request

LAST = frozenset(
    {"the", "my", "last", "one", "action", "change", "thing", "that", "it", "this", "what", "i", "did"}
    | {"la", "le", "l'", "ma", "mon", "derniere", "dernier", "modification", "changement", "chose", "ca", "cela"}
)
"""Words that only say that the last is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Request):
    """Without a number: whatever the member did last."""

    post_id: str | None = None


def undo_asked(line: TypedLine) -> Undo:
    post_id, rest = cut_number(line)
    return Undo(post_id=post_id, not_understood=rest.leftover(fillers=LAST))
