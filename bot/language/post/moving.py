"""What is typed to move a post to a moment, to move it further, or to move a whole day."""

from datetime import date

from bot.language.doubts import Doubt
from bot.language.line import TypedLine
from bot.language.moment.moments import when_at
from bot.language.moment.shifts import ShiftRead, find_shift
from bot.language.parts import cut_moment, cut_number
from bot.language.post.filters import FILLERS
from bot.language.requests import MoveDay, MovePost
from bot.language.vocabulary import folded_word

POSTS = frozenset({"posts", "publications"})
EVERYTHING = POSTS | frozenset(
    {"all", "everything", "day", "the", "of", "from", "every", "whole", "entire"}
    | {"tout", "tous", "toute", "toutes", "le", "la", "les", "jour", "journee", "de", "du"}
)
TOWARDS = frozenset({"to", "au", "a", "vers", "->", "→", "on", "le", "for"})
FROM = frozenset({"from", "de", "du"})
LATER = frozenset({"push", "put", "postpone", "delay", "reschedule"})
LONGEST_VERB = 2
"""Words: "push P12 back two days" is later, whatever "move P12 back two days" is."""
BACK = frozenset({"back"})
"""Says no more than the day that follows."""


def move_asked(line: TypedLine) -> MovePost | MoveDay:
    return _asked(line, way=1)


def earlier_asked(line: TypedLine) -> MovePost | MoveDay:
    """Where the verb alone says which way: "avancer P12 de 2 jours"."""
    return _asked(line, way=-1)


def _asked(line: TypedLine, *, way: int) -> MovePost | MoveDay:
    if whole := _whole_day(line):
        return whole
    post_id, rest = cut_number(line)
    found = None if _is_from_to(rest) else find_shift(rest.words, way=way)
    if found and found.shift:
        return _further(post_id, rest, found)
    origin, there = _origin(rest)
    is_weekly = _are_weekdays(rest)
    moment, rest = cut_moment(_without_from(rest), fillers=FILLERS | BACK | EVERYTHING)
    return MovePost(
        post_id=post_id,
        **moment,
        away_from=there,
        origin=origin,
        is_weekly=is_weekly,
        not_understood=rest.leftover(fillers=FILLERS | BACK),
    )


def _further(post_id: str | None, line: TypedLine, found: ShiftRead) -> MovePost:
    """Days may come with another time of day, hours with another day: "by 2 days to 10:00", "tomorrow, 1 h later"."""
    if found.is_either_way and not LATER & {*map(folded_word, line.text.split()[:LONGEST_VERB])}:
        return MovePost(post_id=post_id, doubts=(Doubt(key="back", what=line.typed(found.start, found.end)),))
    rest, clock = line.without(found.start, found.end), None
    moment, left = cut_moment(rest)
    day = None
    if not found.shift.minutes:
        clock, rest = (moment["clock"], left) if moment and moment["day"] is None else (None, rest)
    elif found.start and moment and moment["day"] and moment["clock"] is None:
        day, rest = (moment["day"], left) if _is_before(line, moment["day"], found.start) else (None, rest)
    doubts = (Doubt(key="hour-or-length", what=line.typed(found.start, found.end)),) if found.is_clock else ()
    left_over = rest.leftover(fillers=FILLERS | TOWARDS)
    is_apart = line.after(found.start).stands_apart(0, found.end - found.start, fillers=FILLERS | TOWARDS)
    if left_over and not (day or clock or is_apart):
        return MovePost(post_id=post_id, not_understood=line.leftover())
    return MovePost(post_id=post_id, by=found.shift, day=day, clock=clock, doubts=doubts, not_understood=left_over)


def _is_before(line: TypedLine, day: date, end: int) -> bool:
    """ "friday, 2 h later" counts from that day; in "2 h later on friday" nobody can tell."""
    moment, _ = cut_moment(TypedLine.of(line.text, line.tokens[:end], line.here))
    return bool(moment) and moment["day"] == day


def _are_weekdays(line: TypedLine) -> bool:
    """ "from wednesday to friday": which weeks they are of depends on where the post stands."""
    rest = _without_from(line)
    if rest is line:
        return False
    first, second = line.here.day_at(line.words, 1), line.here.day_at(rest.words, 0)
    return bool(first and first.weekly and second and second.weekly)


def _is_from_to(line: TypedLine) -> bool:
    return _without_from(line) is not line


def _origin(line: TypedLine) -> tuple[str, date | None]:
    """Where the post is said to be now: the words of the day, and the day."""
    rest = _without_from(line)
    first = when_at(line.words, 1, line.here) if rest is not line else None
    return (line.typed(0, len(line.tokens) - len(rest.tokens) - 1), first.day) if first and first.day else ("", None)


def _without_from(line: TypedLine) -> TypedLine:
    """ "from 10:00 to 14:00": where it is now is known already."""
    if not line.words or line.words[0] not in FROM:
        return line
    first = when_at(line.words, 1, line.here)
    is_next = first is not None and first.end < len(line.words) and line.words[first.end] in TOWARDS
    second = when_at(line.words, first.end + 1, line.here) if first and is_next else None
    return line.after(first.end + 1) if first and second else line


def _whole_day(line: TypedLine) -> MoveDay | None:
    """ "2026-12-01 to 2026-12-02", "all posts from friday to monday": two days and nothing else.

    A time of day for all of them is told not to be taken.
    """
    words = [*line.words]
    while words and words[0] in EVERYTHING:
        words.pop(0)
    first = when_at([words[0].removeprefix("d'").removesuffix("'s"), *words[1:]], 0, line.here) if words else None
    rest = words[first.end :] if first else []
    while rest and rest[0] in POSTS:
        rest.pop(0)
    rest = rest[1:] if rest and rest[0] in TOWARDS else rest
    second = when_at(rest, 0, line.here) if rest else None
    if first is None or second is None or second.end != len(rest) or first.clock:
        return None
    if second.clock and line.words[0] not in EVERYTHING:
        return None
    day, to = first.checked().day, second.checked().day
    doubts = (Doubt(key="times-stay", what=line.typed()),) if second.clock else ()
    return MoveDay(day=day, to=to, doubts=doubts) if day and to else None
