"""What is counted from now or from a day: "in 2 hours", "two weeks from monday", "il y a 3 jours"."""

from dataclasses import dataclass

from bot.domain.moments import Shift
from bot.language.moment.durations import BY_THE_CLOCK, duration_at
from bot.language.vocabulary import Vocabulary

AHEAD = frozenset({"in", "dans", "d'ici", "within", "sous"})
NOW = Vocabulary(
    {1: "from now, from today, hence, a partir de maintenant, a partir d'aujourd'hui, a compter d'aujourd'hui"}
)
FROM = Vocabulary({1: "from, after, a partir de, a partir du, a compter de, a compter du, apres", -1: "before, avant"})
AGO = Vocabulary({1: "ago"})
IL_Y_A = ["il", "y", "a"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """*shift* from now, or from the day whose words begin at *anchor*; *end* is then where those words begin."""

    shift: Shift
    end: int
    anchor: int | None = None


def relative_at(words: list[str], start: int) -> Relative | None:
    """What begins at *start* of folded *words*."""
    return _ahead(words, start) or _past(words, start) or _from(words, start)


def _ahead(words: list[str], start: int) -> Relative | None:
    if start >= len(words) or words[start] not in AHEAD:
        return None
    found = duration_at(words, start + 1)
    if found is None or (words[start] == "d'ici" and BY_THE_CLOCK.fullmatch(" ".join(words[start + 1 : found[1]]))):
        return None  # « d'ici 14 h » is until then, or that long
    return Relative(shift=found[0], end=found[1])


def _past(words: list[str], start: int) -> Relative | None:
    if words[start : start + 3] == IL_Y_A:
        found = duration_at(words, start + 3)
        return Relative(shift=-found[0], end=found[1]) if found else None
    found = duration_at(words, start)
    ago = AGO.at(words, found[1]) if found else None
    return Relative(shift=-found[0], end=ago[1]) if found and ago else None


def _from(words: list[str], start: int) -> Relative | None:
    found = duration_at(words, start)
    if found is None:
        return None
    shift, end = found
    if now := NOW.at(words, end):
        return Relative(shift=shift, end=now[1])
    way = FROM.at(words, end)
    return Relative(shift=shift if way[0] > 0 else -shift, end=way[1], anchor=way[1]) if way else None
