"""Which other questions ask (nearly) the same: pointed out when one is kept, and counted when it becomes an idea."""

from collections.abc import Iterable

from bot.domain.engage.questions import Question
from bot.domain.post.echo import ALIKE, SHORT, words_of


def alike_among(text: str, questions: Iterable[Question]) -> tuple[Question, ...]:
    """Those of *questions* that ask the same as *text*, the most alike first; of short texts only copies count."""
    from rapidfuzz import fuzz, process  # as in the echo check: for whose texts are compared

    ours, others = words_of(text), list(questions)
    theirs = [words_of(each.text) for each in others]
    found = process.extract(ours, theirs, scorer=fuzz.ratio, score_cutoff=ALIKE * 100, limit=None)
    return tuple(others[at] for words, _, at in found if words == ours or min(len(words), len(ours)) >= SHORT)
