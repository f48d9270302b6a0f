"""Texts as different as a year of posts: no two say the same, as the echo check would notice."""

import random

SYLLABLES = "ba co di fu gra le mi no pla que ri so tu vi xe zo ché dré fli ou".split()  # noqa: SIM905 reads better
WORDS = 45


def a_text(number: int) -> str:
    """The text of a post by its number: always the same, about 300 characters."""
    chance = random.Random(number)  # noqa: S311 sample texts, no secret
    words = ("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(WORDS))
    return " ".join(words).capitalize() + "."
