"""What is typed to move a post, to shift it by days, or to move a whole day."""

import re

from bot.language.calendar_words import AMOUNTS, DAY_UNITS, days_in, either
from bot.language.filters import FILLERS
from bot.language.line import Line
from bot.language.moments import when_at
from bot.language.parts import cut_moment, cut_number
from bot.language.requests import MoveDay, MovePost

SHIFT = re.compile(
    rf"""(?:^|\ )(?P<shift>(?P<by>by\ |de\ |d')?(?P<sign>[-+−–])?
    (?P<amount>\d{{1,3}}|{either(AMOUNTS)})\ ?(?P<unit>{either(DAY_UNITS)})
    (?:\ (?:(?P<earlier>earlier|sooner|plus\ tot)|(?P<later>later|plus\ tard)))?)$""",
    re.VERBOSE,
)
POSTS = frozenset({"posts", "publications"})
EVERYTHING = POSTS | frozenset(
    {"all", "everything", "day", "the", "of", "from", "every", "whole", "entire"}
    | {"tout", "tous", "toute", "toutes", "le", "la", "les", "jour", "journee", "de", "du"}
)
TOWARDS = frozenset({"to", "au", "a", "vers", "->", "→", "on", "le", "for"})


def move_asked(line: Line) -> MovePost | MoveDay:
    return _asked(line, sign=1)


def earlier_asked(line: Line) -> MovePost | MoveDay:
    """Where the verb alone says which way: "avancer P12 de 2 jours"."""
    return _asked(line, sign=-1)


def _asked(line: Line, *, sign: int) -> MovePost | MoveDay:
    if whole := _whole_day(line):
        return whole
    post_id, rest = cut_number(line)
    found = SHIFT.search(" ".join(rest.words))
    if found and _is_shift(found):
        kept = rest.without(len(rest.words) - found["shift"].count(" ") - 1, len(rest.words))
        return MovePost(post_id=post_id, by_days=_days(found, sign), not_understood=kept.leftover())
    moment, rest = cut_moment(rest)
    return MovePost(post_id=post_id, **moment, not_understood=rest.leftover(fillers=FILLERS))


def _is_shift(found: re.Match[str]) -> bool:
    """Alone, or with a word that says so; "in 2 days" is a day."""
    said = (found["by"], found["sign"], found["earlier"], found["later"])
    return any(said) or found.start() == 0


def _days(found: re.Match[str], sign: int) -> int:
    """What is written beside the number outweighs the *sign* of the verb."""
    if found["earlier"] or found["later"]:
        sign = -1 if found["earlier"] else 1
    elif found["sign"] not in (None, "+"):
        sign = -1
    return sign * days_in(found["amount"], found["unit"])


def _whole_day(line: Line) -> MoveDay | None:
    """ "2026-12-01 to 2026-12-02", "all posts from friday to monday": two days and nothing else."""
    words = [*line.words]
    while words and words[0] in EVERYTHING:
        words.pop(0)
    first = when_at([words[0].removeprefix("d'").removesuffix("'s"), *words[1:]], 0, line.here) if words else None
    rest = words[first.end :] if first else []
    while rest and rest[0] in POSTS:
        rest.pop(0)
    rest = rest[1:] if rest and rest[0] in TOWARDS else rest
    second = when_at(rest, 0, line.here) if rest else None
    if first is None or second is None or second.end != len(rest) or first.clock or second.clock:
        return None
    day, to = first.checked().day, second.checked().day
    return MoveDay(day=day, to=to) if day and to else None
