"""A typed line cut into tokens, what is cut out of it, and what is left over in the end."""

from dataclasses import dataclass, replace
from typing import Any

from bot.language.moment.moments import Here
from bot.language.moment.readings import Toward
from bot.language.tokens import Token, as_typed, words

FILLERS = frozenset({"and", "et", "with", "avec", "please", "svp", "stp", "-", "·", "–", "—", "+", "&", ""})
FILLERS |= frozenset("\"“”«»‹›„‘’'()[]<>`*")
"""Words that only join others, and signs without their partner."""

REASONS = frozenset({"because", "since", "as", "so", "car", "parce", "comme", "puisque", "sorry", "desole", "desolee"})
"""What follows them says why, not when."""
SIGNS = (",", ";", ":", ".", "!")
BEGINNINGS = frozenset({"from", "until", "till", "depuis"})
"""Words before a day that change what it means."""


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
        """What is left, as typed; neighbours are one piece, words that only join others are none.

        Between two words that were not understood they stay, and so does "from" before one: it is quoted as typed.
        """
        joints = FILLERS | fillers
        stretches: list[list[Token]] = []
        for token in self.tokens:
            if stretches and not self.text[stretches[-1][-1].end : token.start].strip():
                stretches[-1].append(token)
            else:
                stretches.append([token])
        trimmed = (_without_joints(each, joints) for each in stretches)
        return tuple(as_typed(self.text, each) for each in trimmed if each)

    def stands_apart(self, start: int, end: int, *, fillers: frozenset[str] = frozenset()) -> bool:
        """Whether no other word belongs to tokens [start, end): next to them are *fillers*, a reason, or nothing."""
        joints, first, last = FILLERS | fillers, start, end
        while first and self._is_beside(first - 1) and self.words[first - 1] in joints:
            first -= 1
        while last < len(self.tokens) and self._is_beside(last - 1) and self.words[last] in joints:
            last += 1
        is_followed = last < len(self.tokens) and self._is_beside(last - 1) and self.words[last] not in REASONS
        return not (first and self._is_beside(first - 1)) and not (is_followed and self.tokens[last].kind == "word")

    def _is_beside(self, at: int) -> bool:
        """Whether the token at *at* is a word, and the next one follows it without a sign or a gap."""
        if at + 1 >= len(self.tokens):
            return False
        this, following = self.tokens[at], self.tokens[at + 1]
        is_near = not self.text[this.end : following.start].strip()
        return is_near and this.kind == "word" and not this.raw.endswith(SIGNS)

    def piece(self, slot: str, value: object, start: int, end: int, *, firm: bool = True) -> Piece:
        return Piece(slot=slot, value=value, start=start, end=end, firm=firm)


def _without_joints(stretch: list[Token], joints: frozenset[str]) -> list[Token]:
    told = [n for n, token in enumerate(stretch) if token.kind != "word" or token.folded not in joints]
    if not told:
        return []
    first = told[0]
    while first and stretch[first - 1].folded in BEGINNINGS:
        first -= 1
    return stretch[first : told[-1] + 1]
