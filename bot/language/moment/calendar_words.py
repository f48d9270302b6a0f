"""The names of days, months, units and small numbers, in both languages, folded."""

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
    for number, words in (
        *(
            (1, "a an one un une"),
            (2, "two deux"),
            (3, "three trois"),
            (4, "four quatre"),
            (5, "five cinq"),
            (6, "six"),
        ),
        *((7, "seven sept"), (8, "eight huit"), (9, "nine neuf"), (10, "ten dix"), (11, "eleven onze")),
        *((12, "twelve douze"), (13, "thirteen treize"), (14, "fourteen quatorze"), (15, "fifteen quinze")),
        *((16, "sixteen seize"), (17, "seventeen dix-sept"), (18, "eighteen dix-huit"), (19, "nineteen dix-neuf")),
        *((20, "twenty vingt"), (30, "thirty trente"), (40, "forty quarante"), (45, "forty-five quarante-cinq")),
        *((24, "twenty-four vingt-quatre"), (48, "forty-eight quarante-huit"), (50, "fifty cinquante")),
        *((60, "sixty soixante"), (90, "ninety quatre-vingt-dix")),
    )
    for word in words.split()
}

ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            *("first premier", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
            *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
            *("eighteenth", "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third"),
            *("twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth"),
            *("thirtieth", "thirty-first"),
        ),
        start=1,
    )
    for word in words.split()
}

PART_OF_DAY = r"(?:\ (?P<part>morning|afternoon|evening|night|matin|apres-midi|soir))?"

AMBIGUOUS = "mar"
"""Tuesday in French, March in English."""


def either(words: dict[str, int]) -> str:
    """A regular expression for any of *words*, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True)).replace(" ", r"\ ")
