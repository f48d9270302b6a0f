"""A typed line cut into tokens, what is cut out of it, and what is left over in the end."""

from dataclasses import dataclass, replace
from typing import Any

from bot.language.moment.moments import Here
from bot.language.moment.readings import Toward
from bot.language.tokens import Token, as_typed, words

FILLERS = frozenset({"and", "et", "with", "avec", "please", "svp", "stp", "-", "·", "–", "—", "+", "&", ""})
FILLERS |= frozenset("\"“”«»‹›„‘’'()[]<>`*")
"""Words that only join others, and signs without their partner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Tokens [start, end) and what they say. *firm*: it can't be part of a title that has no quotes around it."""

    slot: str
    value: Any
    start: int
    end: int
    firm: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLine:
    """A typed line, cut into tokens; *here* is where and when it was typed."""

    text: str
    tokens: list[Token]
    words: list[str]
    here: Here

    @classmethod
    def of(cls, text: str, tokens: list[Token], here: Here) -> "TypedLine":
        return cls(text=text, tokens=tokens, words=words(tokens), here=here)

    def typed(self, start: int = 0, end: int | None = None) -> str:
        return as_typed(self.text, self.tokens[start:end])

    def after(self, start: int) -> "TypedLine":
        return TypedLine.of(self.text, self.tokens[start:], self.here)

    def without(self, start: int, end: int) -> "TypedLine":
        return TypedLine.of(self.text, self.tokens[:start] + self.tokens[end:], self.here)

    def looking(self, toward: Toward) -> "TypedLine":
        return replace(self, here=replace(self.here, toward=toward))

    def leftover(self, *, fillers: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """What is left, as typed; neighbours are one piece, words that only join others are none."""
        stretches: list[list[Token]] = []
        for token in self.tokens:
            if token.kind == "word" and token.folded in FILLERS | fillers:
                continue
            if stretches and not self.text[stretches[-1][-1].end : token.start].strip():
                stretches[-1].append(token)
            else:
                stretches.append([token])
        return tuple(as_typed(self.text, each) for each in stretches)

    def piece(self, slot: str, value: object, start: int, end: int, *, firm: bool = True) -> Piece:
        return Piece(slot=slot, value=value, start=start, end=end, firm=firm)
