"""How words are looked up, and what they mean: accents, case and final points never matter."""

import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

V = TypeVar("V")


def folded(text: str) -> str:
    """*text* as it is looked up: lower case, no accents, plain apostrophes, single spaces, no final point."""
    spelled = text.replace("œ", "oe").replace("Œ", "oe").replace("æ", "ae").replace("’", "'").replace("ʼ", "'")
    bare = "".join(each for each in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(each))
    return re.sub(r"\s+", " ", bare).strip().casefold().rstrip(".,;:!…")


def folded_word(typed: str) -> str:
    """One word as it is looked up; some single characters unfold to several words, which stay one here."""
    return folded(typed).replace(" ", "")


def meanings(table: Mapping[V, str]) -> dict[str, V]:
    """`{value: "word, other words"}` turned round."""
    return {folded(word): value for value, words in table.items() for word in words.split(",")}


class Vocabulary(dict[tuple[str, ...], V]):
    """Phrases of one or more words and what they mean."""

    def __init__(self, table: Mapping[V, str]) -> None:
        super().__init__({tuple(phrase.split()): value for phrase, value in meanings(table).items()})
        self.longest = max(len(phrase) for phrase in self)

    def at(self, words: list[str], start: int, *, until: int | None = None) -> tuple[V, int] | None:
        """The longest phrase that begins at *start* of folded *words*: its meaning and where it ends.

        None ends after *until*.
        """
        for length in range(min(self.longest, (len(words) if until is None else until) - start), 0, -1):
            phrase = tuple(words[start : start + length])
            if phrase in self:
                return self[phrase], start + length
        return None
