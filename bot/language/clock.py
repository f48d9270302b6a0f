"""Times of day in words: "10:00", "10 h 30", "9am", "midi"; knows no day."""

import re
from datetime import time

MATCHED = re.Match[str]

WHOLE = re.compile(
    r"""(?:(?P<at>at|a|@|vers|around|about|pour|des)\ )?
    (?:
      (?P<noon>noon|midday|midi)(?:\ (?:et\ (?P<noon_half>demie?)|(?P<noon_minute>\d\d)))?
    | (?P<half>half\ past)\ (?P<past_hour>\d\d?)
    | (?P<hour>\d\d?)
      (?:
        (?::|\ ?h\ ?|\ ?hrs?\ ?|\ heures?\ )(?P<minute>\d\d)(?::\d\d)?
      | \ ?(?:h|hrs?|heures?|o'clock)(?:\ et\ (?P<part>demie?|quart))?
      | [.](?P<dotted>\d\d)(?=\ ?[ap][.]?m)
      )?
      (?:\ ?(?P<half_day>[ap])[.]?m[.]?)?
    )
    (?:\ (?P<part_of_day>du\ matin|du\ soir|de\ l'apres-midi|in\ the\ (?:morning|afternoon|evening)))?
    (?=\ |$)""",
    re.VERBOSE,
)

DURATION = re.compile(r"\d\d? ?(?:h|hrs?|heures?)(?: ?\d\d)?(?: et (?:demie?|quart))?")
LASTING = frozenset({"pendant", "durant", "during", "for", "in", "dans", "within", "sous", "every"})
COUNTED = ("later", "earlier", "sooner", "ago", "from", "before", "after", "plus tard", "plus tot", "avant", "apres")
"""Words before and after hours that are counted, and no time of day."""

LATER_HALF = ("soir", "afternoon", "apres-midi", "evening", "tonight")
LONGEST = 7
"""Words of the longest time of day: "at 10 h 30 in the morning"."""


def clock_at(words: list[str], start: int, *, bare: bool, later_half: bool = False) -> tuple[time, int] | None:
    """The time of day that begins at *start*, and where it ends.

    *bare*: a lone number is an hour, too. *later_half*: what was read before says that it is the afternoon.
    """
    found = WHOLE.match(" ".join(words[start : start + LONGEST]))
    if found is None or not (bare or found["at"] in {"at", "a", "@"} or _is_marked(found)):
        return None
    if _is_counted(words, start, found[0]):
        return None
    clock = _clock(found, later_half=later_half)
    return None if clock is None else (clock, start + found[0].count(" ") + 1)


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
    """More than a number stands there."""
    typed = found[0].removeprefix(f"{found['at']} ")
    return not typed.isdigit()


def _clock(found: MATCHED, *, later_half: bool) -> time | None:
    if found["noon"]:
        return time(12, 30 if found["noon_half"] else int(found["noon_minute"] or 0))
    hour = _hour(found, int(found["hour"] or found["past_hour"]), later_half=later_half)
    minute = _minute(found)
    return time(hour, minute) if hour is not None and hour < 24 and minute < 60 else None


def _hour(found: MATCHED, hour: int, *, later_half: bool) -> int | None:
    if found["half_day"]:
        return hour % 12 + (12 if found["half_day"] == "p" else 0) if 1 <= hour <= 12 else None
    part = found["part_of_day"] or ""
    is_later = later_half or part.endswith(LATER_HALF)
    return hour + 12 if is_later and 1 <= hour < 12 else hour


def _minute(found: MATCHED) -> int:
    if found["half"]:
        return 30
    if found["part"]:
        return 15 if found["part"] == "quart" else 30
    return int(found["minute"] or found["dotted"] or 0)
