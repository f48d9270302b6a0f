"""How much further something is moved: "2 hours later", "+2h", "by a week", "d'une heure et demie plus tôt"."""

from dataclasses import dataclass

from bot.domain.moments import Shift
from bot.language.moment.durations import BY_THE_CLOCK, duration_at
from bot.language.moment.relative import relative_at
from bot.language.vocabulary import Vocabulary

WAYS = Vocabulary(
    {
        1: "later, plus tard",
        -1: "earlier, sooner, plus tot, up, avance, avancer, avancee",
    }
)
"""Which way, before or after how much. "Forward" says either."""
BACK = "back"
"""Of a date, later to some and earlier to others."""

BY = frozenset({"by", "de", "d'"})
SIGNS = {"plus": 1, "minus": -1, "moins": -1, "+": 1, "-": -1, "−": -1, "–": -1}
EARLIEST = 7
"""Hours before it are too early for a time of day that nothing announces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftRead:
    """*shift*, as words [start, end) say it. *is_clock*: "2h" alone, which may be a time of day as well.

    *is_either_way*: later, or as far earlier.
    """

    shift: Shift
    start: int
    end: int
    is_clock: bool = False
    is_either_way: bool = False


def find_shift(words: list[str], *, way: int) -> ShiftRead | None:
    """The first shift in folded *words*; *way* (1 or -1) is that of the verb, where nothing beside it says another.

    How much without a word that says so is one only at the start: "in 2 days" is a day.
    """
    return next((found for at in range(len(words)) if (found := _shift_at(words, at, way))), None)


def _shift_at(words: list[str], start: int, way: int) -> ShiftRead | None:
    if relative_at(words, start):
        return None  # "two weeks from today"
    return _said(words, start, way) or (_alone(words, way) if start == 0 else None)


def _said(words: list[str], start: int, way: int) -> ShiftRead | None:
    """With "later", "by", "+" or the like."""
    is_back = start < len(words) and words[start] == BACK
    before = (1, start + 1) if is_back else WAYS.at(words, start)
    by, at, words = _by(words, before[1] if before else start)
    sign, at, words = _sign(words, at)
    amount = duration_at(words, at)
    if amount is None:
        return None
    after = None if before else WAYS.at(words, amount[1])
    is_said = before or after or by or sign or words[amount[1] : amount[1] + 1] == [BACK]
    if not is_said:
        return None
    toward = (before or after or (sign or way,))[0]
    end = after[1] if after else amount[1]
    is_after = words[end : end + 1] == [BACK]
    return ShiftRead(
        shift=_toward(amount[0], toward),
        start=start,
        end=end + is_after,
        is_either_way=is_back or (is_after and not (after or sign)),
    )


def _alone(words: list[str], way: int) -> ShiftRead | None:
    """ "10h" is a time of day, "2 hours" is none, and of "2h" nobody can tell."""
    amount = duration_at(words, 0)
    if amount is None:
        return None
    clock = BY_THE_CLOCK.fullmatch(" ".join(words[: amount[1]]))
    if clock and int(clock[1]) >= EARLIEST:
        return None
    return ShiftRead(shift=_toward(amount[0], way), start=0, end=amount[1], is_clock=clock is not None)


def _toward(shift: Shift, way: int) -> Shift:
    return shift if way > 0 else -shift


def _by(words: list[str], at: int) -> tuple[bool, int, list[str]]:
    """ "by" alone, or grown together as in « d'une »."""
    if at < len(words) and words[at] in BY:
        return True, at + 1, words
    if at < len(words) and words[at].startswith("d'") and len(words[at]) > 2:
        return True, at, [*words[:at], words[at][2:], *words[at + 1 :]]
    return False, at, words


def _sign(words: list[str], at: int) -> tuple[int, int, list[str]]:
    word = words[at] if at < len(words) else ""
    if word in SIGNS:
        return SIGNS[word], at + 1, words
    if word[:1] in SIGNS:
        return SIGNS[word[0]], at, [*words[:at], word[1:], *words[at + 1 :]]
    return 0, at, words
