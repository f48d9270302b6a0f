"""Times of day in words: "10:00", "10 h 30", "9am", "midi"; knows no day."""

import re
from dataclasses import dataclass
from datetime import time

from bot.language.moment.readings import Half

MATCHED = re.Match[str]

OF_PLACE = r"\ (?:d'|des\ |(?:de\ |du\ )(?!l'apres-midi|matin|soir)|normale|avancee|locale)"
"""After « heure », when it is that of a place."""

WHOLE = re.compile(
    rf"""(?:(?P<at>at|a|@|vers|around|about|pour|des)\ )?
    (?:
      (?P<noon>noon|midday|midi)(?:\ (?:et\ (?P<noon_half>demie?)|(?P<noon_minute>\d\d)))?
    | (?P<half>half\ past)\ (?P<past_hour>\d\d?)
    | (?P<hour>\d\d?)
      (?:
        (?::|\ ?h\ ?|\ ?hrs?\ ?|\ heures?\ )(?P<minute>\d\d)(?::\d\d)?
      | \ ?(?:h|hrs?|heures|heure(?!{OF_PLACE})|(?P<oclock>o'clock))(?:\ et\ (?P<part>demie?|quart))?
        (?:\ moins\ (?P<less>(?:le\ |un\ )?quart|cinq|dix|vingt|vingt-cinq))?
      | [.](?P<dotted>\d\d)(?=\ ?[ap][.]?m)
      )?
      (?:\ ?(?P<half_day>[ap])[.]?m[.]?)?
    )
    (?:\ (?P<part_of_day>du\ matin|du\ soir|de\ l'apres-midi|in\ the\ (?:morning|afternoon|evening)))?
    (?=\ |$)""",
    re.VERBOSE,
)

DURATION = re.compile(r"\d{1,2} ?(?:h|hrs?|heures?)(?: ?\d\d)?(?: et (?:demie?|quart))?")
LASTING = frozenset({"pendant", "durant", "during", "for", "in", "dans", "within", "sous", "every"})
COUNTED = ("later", "earlier", "sooner", "ago", "from", "before", "after", "plus tard", "plus tot", "avant", "apres")
"""Words before and after hours that are counted, and no time of day."""

SHORT_HOUR = re.compile(r"[1-9]:\d\d")
LATER_HALF = ("soir", "afternoon", "apres-midi", "evening", "tonight")
EARLIEST_HOURS = 6
"""Up to here, an hour that does not say which half of the day is more likely after noon."""
HOUR = 60
AT = frozenset({"at", "a", "@"})
LONGEST = 9
"""Words of the longest time of day: « à 9 h moins le quart de l'après-midi »."""
LESS = {"cinq": 5, "dix": 10, "vingt": 20, "vingt-cinq": 25}
"""Minutes before the hour; else a quarter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRead:
    """A time of day, up to *end*. *is_marked*: it is more than a number; *is_half_open*: before noon or after it?"""

    clock: time
    end: int
    is_marked: bool
    is_half_open: bool


def clock_at(words: list[str], start: int, *, half: Half = "", up_to_24: bool = True) -> ClockRead | None:
    """The time of day that begins at *start* of folded *words*; a lone number is an hour, too.

    *half*: of the day, as what was read before says. *up_to_24*: so "2:30" is counted by who typed it, also
    without a nought before it.
    """
    found = WHOLE.match(" ".join(words[start : start + LONGEST]))
    if found is None or _is_counted(words, start, found[0]):
        return None
    half = _half(found) or half
    clock = _clock(found, later_half=half == "later")
    if clock is None:
        return None
    is_half_open = not half and _says_no_half(found, up_to_24=up_to_24) and 1 <= clock.hour <= EARLIEST_HOURS
    return ClockRead(
        clock=clock.replace(hour=clock.hour + 12) if is_half_open else clock,
        end=start + found[0].count(" ") + 1,
        is_marked=_is_marked(found),
        is_half_open=is_half_open,
    )


def _half(found: MATCHED) -> Half:
    part = found["part_of_day"] or ""
    return "later" if part.endswith(LATER_HALF) else "morning" if part else ""


def _says_no_half(found: MATCHED, *, up_to_24: bool) -> bool:
    """ "at 5", "5 o'clock", "half past 5"; "05:00" and "5 h" count up to 24, "5:00" does *up_to_24*."""
    typed = found[0].removeprefix(f"{found['at']} ")
    is_open = not up_to_24 and SHORT_HOUR.fullmatch(typed)
    return typed.isdigit() or bool(found["oclock"] or found["half"] or is_open)


def _is_counted(words: list[str], start: int, typed: str) -> bool:
    """ "2h later", "pendant 2h": how long, not when."""
    if not DURATION.fullmatch(typed):
        return False
    after = start + typed.count(" ") + 1
    rest = " ".join(words[after : after + 2])
    return words[start - 1 : start] in [[each] for each in LASTING] or f"{rest} ".startswith(
        tuple(f"{each} " for each in COUNTED)
    )


def _is_marked(found: MATCHED) -> bool:
    """More than a number stands there, or a word that only times of day follow."""
    return found["at"] in AT or not found[0].removeprefix(f"{found['at']} ").isdigit()


def _clock(found: MATCHED, *, later_half: bool) -> time | None:
    if found["noon"]:
        return time(12, 30 if found["noon_half"] else int(found["noon_minute"] or 0))
    hour = _hour(found, int(found["hour"] or found["past_hour"]), later_half=later_half)
    minute = _minute(found)
    if found["less"] and hour:
        hour, minute = hour - 1, HOUR - LESS.get(found["less"], 15)
    return time(hour, minute) if hour is not None and hour < 24 and minute < 60 else None


def _hour(found: MATCHED, hour: int, *, later_half: bool) -> int | None:
    if found["half_day"]:
        return hour % 12 + (12 if found["half_day"] == "p" else 0) if 1 <= hour <= 12 else None
    return hour + 12 if later_half and 1 <= hour < 12 else hour


def _minute(found: MATCHED) -> int:
    if found["half"]:
        return 30
    if found["part"]:
        return 15 if found["part"] == "quart" else 30
    return int(found["minute"] or found["dotted"] or 0)
