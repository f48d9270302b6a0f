"""The names of days, months, units and small numbers, in both languages, folded."""

from datetime import timedelta

WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday mon lundi lun",
            "tuesday tue tues mardi mar",
            "wednesday wed weds mercredi mer",
            "thursday thu thur thurs jeudi jeu",
            "friday fri vendredi ven vendr",
            "saturday sat samedi sam",
            "sunday sun dimanche dim",
        )
    )
    for word in words.split()
}

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan janvier janv",
            "february feb fevrier fev fevr",
            "march mar mars",
            "april apr avril avr",
            "may mai",
            "june jun juin",
            "july jul juillet juil juill",
            "august aug aout aou",
            "september sep sept septembre",
            "october oct octobre",
            "november nov novembre",
            "december dec decembre",
        ),
        start=1,
    )
    for word in words.split()
}

AMOUNTS = {
    word: number
    for number, words in enumerate(
        (
            *("a an one un une", "two deux", "three trois", "four quatre", "five cinq", "six", "seven sept"),
            *("eight huit", "nine neuf", "ten dix", "eleven onze", "twelve douze", "thirteen treize"),
            *("fourteen quatorze", "fifteen quinze"),
        ),
        start=1,
    )
    for word in words.split()
}

CLOCK_UNITS = {
    **dict.fromkeys(("minute", "minutes", "min", "mins", "mn"), timedelta(minutes=1)),
    **dict.fromkeys(("hour", "hours", "h", "hr", "hrs", "heure", "heures"), timedelta(hours=1)),
}

DAY_UNITS = {
    **dict.fromkeys(("day", "days", "jour", "jours", "d", "j"), 1),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines", "huitaine", "huitaine de jours", "w"), 7),
    **dict.fromkeys(("fortnight", "quinzaine", "quinzaine de jours"), 14),
}

IDIOMS = {("huit", "jours"): 7, ("quinze", "jours"): 14}
"""French counts today in: "dans huit jours" is this weekday in a week, "dans quinze jours" in two."""

AMBIGUOUS = "mar"
"""Tuesday in French, March in English."""


def either(words: dict[str, int]) -> str:
    """A regular expression for any of *words*, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\ ")


def days_in(amount: str, unit: str) -> int:
    """Of "two weeks", "3 j": *amount* is one of `AMOUNTS` or digits, *unit* one of `DAY_UNITS`."""
    return IDIOMS.get((amount, unit)) or (AMOUNTS.get(amount) or int(amount)) * DAY_UNITS[unit]
