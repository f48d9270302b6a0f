"""A pause in words: "until monday "flood in town"", "jusqu'à lundi, inondation", "for 3 days", "this week"."""

from datetime import date, timedelta

from bot.domain.moments import Shift
from bot.language.line import TypedLine
from bot.language.moment.calendar_words import WEEKDAYS
from bot.language.moment.durations import duration_at
from bot.language.moment.spans import read_days
from bot.language.plan.requests import PausePlan
from bot.language.plan.words import WITHOUT_END

UNTIL = frozenset({"until", "till", "til", "to", "jusqu'au", "jusqu'a", "jusque", "au"})
LASTING = frozenset({"for", "pendant", "pour", "durant"})
BECAUSE = frozenset(
    {"because", "of", "for", "car", "pour", "a", "cause", "de", "-", "–", "—", ":", "as", "due", "to"}
    | {"en", "raison", "du", "des", "d'un", "d'une"}
)
"""What may stand between the end and the reason."""
LONGEST_WHEN = 12
"""Words of the longest end of a pause."""


def pause_in(line: TypedLine) -> PausePlan:
    """Its end first; what stands in quotes, or follows the end, is the reason."""
    reason, rest = _quoted(line)
    if not rest.tokens:
        return PausePlan(reason=reason)
    for end in range(min(len(rest.tokens), LONGEST_WHEN), 0, -1):
        when = _end_of(rest, end)
        if when is not None:
            until, is_open = when
            more = _reason(rest.after(end))
            missed = (more,) if more and reason else ()
            return PausePlan(until=until, is_open=is_open, reason=reason or more, not_understood=missed)
    return PausePlan(reason=reason or rest.typed(), not_understood=(rest.typed(),))


def _quoted(line: TypedLine) -> tuple[str, TypedLine]:
    for at, token in enumerate(line.tokens):
        if token.kind == "quoted":
            return token.text.strip(), line.without(at, at + 1)
    return "", line


def _reason(line: TypedLine) -> str:
    start = 0
    while start < len(line.words) and line.words[start] in BECAUSE:
        start += 1
    return line.typed(start).strip(" ,;:")


def _end_of(line: TypedLine, end: int) -> tuple[date | None, bool] | None:
    """The first day after the pause that tokens [0, *end*) name, and whether it has none; None: they are no time."""
    words = line.words[:end]
    without = WITHOUT_END.at(words, 0)
    if without and without[1] == end:
        return None, True
    if words[0] in UNTIL:
        until = _first_of(line, end) if end > 1 else None
        return (until, False) if until else None
    lasting = _lasting(words, today=line.here.today)
    if lasting is not None:
        return lasting, False
    found = read_days(line.typed(0, end), line.here)
    is_now = found is not None and found[0] <= line.here.today
    return (found[1] + timedelta(days=1), False) if found and is_now else None


def _first_of(line: TypedLine, end: int) -> date | None:
    """The first day that tokens [1, *end*) name; today's own weekday is that of next week."""
    found = read_days(line.typed(1, end), line.here)
    if found is None:
        return None
    is_weekday = found[0] == line.here.today and any(each in WEEKDAYS for each in line.words[1:end])
    return found[0] + timedelta(weeks=1) if is_weekday else found[0]


def _lasting(words: list[str], *, today: date) -> date | None:
    """ "for 3 days", "two weeks": today is the first of them."""
    length = duration_at(words, 1 if words[0] in LASTING else 0)
    if length is None or length[1] < len(words) or length[0].minutes:
        return None
    try:
        last: date = Shift.of_day(length[0], today)
    except OverflowError:
        return None
    return last if last > today else None
