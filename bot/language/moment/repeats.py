"""What comes back, in words ("every tuesday", "tous les deux lundis", "chaque mois"), as rules of RFC 5545."""

import re

from bot.language.moment.calendar_words import AMOUNTS, WEEKDAYS, either

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NAMES = either(WEEKDAYS)
EVERY = r"(?:every|each|chaque|tous les|toutes les)"
SECOND = r"(?:other|second|2nd|deux|two|2)"
NUMBER = r"(?P<number>\d\d?|" + either(AMOUNTS) + r")"
WORKING = r"(?:weekdays?|working days?|workdays?|jours? ouvres?|jours? ouvrables?|jours? de semaine)"

RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"{EVERY} (?:{SECOND} )?{WORKING}(?= |$)"), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
    (re.compile(rf"(?:{EVERY} (?:days?|jours?)|daily|quotidien|quotidienne)(?= |$)"), "FREQ=DAILY"),
    (re.compile(r"(?:weekly|hebdomadaire|hebdo)(?= |$)"), "FREQ=WEEKLY"),
    (re.compile(rf"{EVERY} (?:weeks?|semaines?)(?= |$)"), "FREQ=WEEKLY"),
    (re.compile(rf"(?:{EVERY} (?:months?|mois)|monthly|mensuel|mensuelle)(?= |$)"), "FREQ=MONTHLY"),
)
UNIT = re.compile(
    rf"{EVERY} (?:{SECOND}|{NUMBER}) "
    r"(?:(?P<day>days?|jours?)|(?P<week>weeks?|semaines?)|(?P<month>months?|mois))(?= |$)"
)
NAMED = re.compile(rf"{EVERY} (?P<second>{SECOND} )?(?P<days>(?:{NAMES})s?(?:(?: and| et| &)? (?:{NAMES})s?)*)(?= |$)")
ONE_IN = re.compile(
    rf"(?:1|une?|one) (?:(?P<weekday>{NAMES})|(?P<day>jour|day)|(?P<week>semaine|week)|(?P<month>mois|month))"
    rf" (?:sur|in|out of) {NUMBER}(?= |$)"
)
"""« 1 lundi sur 2 », "one week in three"."""
TIMES = re.compile(r"(?:for )?(?:x ?)?(?P<times>\d\d?) (?:times|fois)(?= |$)")
UNTIL = frozenset({"until", "till", "til", "jusqu'au", "jusqu'a", "jusque"})


def repeat_at(words: list[str], start: int) -> tuple[str, int] | None:
    """The rule that begins at *start* of folded *words*, and where it ends."""
    text = " ".join(words[start : start + 12])
    for read in (_unit, _one_in, _named, _simple):
        if found := read(text):
            rule, length = found
            return rule, start + text[:length].count(" ") + 1
    return None


def times_at(words: list[str], start: int) -> tuple[int, int] | None:
    found = TIMES.match(" ".join(words[start : start + 4]))
    return (int(found["times"]), start + found[0].count(" ") + 1) if found else None


def _simple(text: str) -> tuple[str, int] | None:
    for pattern, rule in RULES:
        if found := pattern.match(text):
            return rule, found.end()
    return None


def _unit(text: str) -> tuple[str, int] | None:
    found = UNIT.match(text)
    if found is None:
        return None
    typed = found["number"]
    every = (int(typed) if typed.isdigit() else AMOUNTS[typed]) if typed else 2
    unit = "DAILY" if found["day"] else "WEEKLY" if found["week"] else "MONTHLY"
    return (f"FREQ={unit};INTERVAL={every}" if every > 1 else f"FREQ={unit}"), found.end()


def _one_in(text: str) -> tuple[str, int] | None:
    found = ONE_IN.match(text)
    if found is None:
        return None
    every = int(found["number"]) if found["number"].isdigit() else AMOUNTS[found["number"]]
    if every < 2:
        return None
    unit = "DAILY" if found["day"] else "MONTHLY" if found["month"] else "WEEKLY"
    days = f";BYDAY={CODES[WEEKDAYS[found['weekday']]]}" if found["weekday"] else ""
    return f"FREQ={unit};INTERVAL={every}{days}", found.end()


def _named(text: str) -> tuple[str, int] | None:
    found = NAMED.match(text)
    if found is None:
        return None
    typed = [each for each in re.split(r" and | et | & | ", found["days"]) if each]
    numbers = sorted({WEEKDAYS[each] if each in WEEKDAYS else WEEKDAYS[each.removesuffix("s")] for each in typed})
    interval = ";INTERVAL=2" if found["second"] else ""
    return f"FREQ=WEEKLY{interval};BYDAY={','.join(CODES[each] for each in numbers)}", found.end()
