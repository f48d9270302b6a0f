"""The words of `/checkin`, in English and French alike: its verbs, its numbers, and what a round says beside them."""

import re

from bot.language.line import TypedLine
from bot.language.moment.durations import duration_at
from bot.language.tokens import tokens
from bot.language.vocabulary import Vocabulary
from bot.language.words import HELP, UNDO

CHECKIN_VERBS = Vocabulary(
    {
        "status": "status, statut, etat, team, equipe, who, qui, week, semaine",
        "away": "away, absence, absent, absente, vacation, vacations, vacances, "
        "conge, conges, holiday, holidays, off, leave",
        "back": "back, de retour, retour, present, presente, je suis de retour, i am back, i'm back",
        "question": "question, q",
        "questions": "questions, the questions, les questions, my questions, mes questions",
        "voice": "voice, voix",
        "voices": "voices, les voix, liste des voix",
        "forget": "forget, oublier, oublie",
        "advocate": "advocate, ambassadeur, ambassadrice, ambassador",
        "oops": "oops, oups, mistake, erreur, error, correction, faute, bourde, coquille",
        "corrections": "corrections, mistakes, erreurs, errors, fautes, les corrections, les erreurs",
        "settings": "settings, setting, reglages, reglage, parametres",
        "daily": "daily, every day, every working day, each day, once a day, rounds every day, round every day, "
        "ask me every day, tous les jours, chaque jour, chaque jour ouvre, quotidien, quotidienne, "
        "ronde tous les jours, ronde chaque jour, demande-moi tous les jours, demande-moi chaque jour",
        "twice": "twice a week, twice weekly, two times a week, 2 times a week, round twice a week, "
        "rounds twice a week, ask me twice a week, deux fois par semaine, 2 fois par semaine, "
        "ronde deux fois par semaine, ronde 2 fois par semaine, demande-moi deux fois par semaine",
        "no-rounds": "no more rounds, no more round, rounds off, round off, stop the rounds, stop the round, "
        "don't ask me any more, do not ask me any more, plus de ronde, plus de rondes, arreter la ronde, "
        "arreter les rondes, arrete la ronde, ronde arretee, ne me demande plus",
        "undo": UNDO,
        "help": HELP,
    }
)

ROUND_NUMBERS = Vocabulary(
    {
        "received": "received, recieved, got, "
        "recues, recue, recus, recu, questions received, questions recues, questions, "
        "question, asked, posees",
        "answered": "answered, anwsered, awnsered, "
        "repondues, repondue, repondu, answers, answer, questions answered, questions repondues, "
        "reponses, reponse",
        "answered_older": "older, older ones, older questions, anciennes, plus anciennes, anciennes questions",
        "replied": "replied, replies, reply, comments, comment, commentaires, commentaire, comments replied, "
        "comments replied to, replied to, commentaires repondus, repondu aux commentaires",
        "minutes": "minutes, minute, min, mins, mn, m",
    }
)

YESTERDAY = re.compile(
    r"^\s*(?:(?:for|of|pour)\s+)?(?:yesterday(?:['’]s)?|hier)(?=$|[\s,:;.])[,:;.]?"
    r"|\s(?:(?:for|pour)\s)?(?:yesterday|hier)[.!]?\s*$",
    re.IGNORECASE,
)
OF_BEFORE = re.compile(r"(?:from|of|de|older|before)\s+yesterday[.!]?\s*$", re.IGNORECASE)
"""Questions of yesterday that were answered today."""

SPENT = frozenset({"spent", "took", "in", "en", "passe", "temps", "time", "duree", "during", "pendant"})
SAID = (
    ("one", "un", "une"), ("two", "deux"), ("three", "trois"), ("four", "quatre"), ("five", "cinq"), ("six",),
    ("seven", "sept"), ("eight", "huit"), ("nine", "neuf"), ("ten", "dix"), ("eleven", "onze"),
    ("twelve", "douze", "a dozen", "une douzaine de"), ("thirteen", "treize"), ("fourteen", "quatorze"),
    ("fifteen", "quinze"), ("sixteen", "seize"), ("seventeen", "dix-sept"), ("eighteen", "dix-huit"),
    ("nineteen", "dix-neuf"), ("twenty", "vingt"),
)  # fmt: skip
SPELLED = {word: str(number) for number, words in enumerate(SAID, 1) for word in words}
WORDS_OF_NUMBERS = "|".join(sorted(SPELLED, key=len, reverse=True))
COUNTED = (
    r"questions?|answers?|answered|received|comments?|repl(?:y|ies|ied)|mins?|minutes?|mn|older|earlier"
    r"|re[çc]ue?s?|r[ée]pon(?:ses?|due?s?)|trait[ée]e?s?|commentaires?|(?:plus\s)?anciennes?"
)
IN_WORDS = re.compile(
    rf"(?<![\w'’-])(?P<number>{WORDS_OF_NUMBERS})(?=\s+(?:{COUNTED}|of|out\sof|sur)(?!\w))"
    rf"|(?<=\d\s)(?P<among>of|out\sof|sur)\s+(?P<all>{WORDS_OF_NUMBERS})(?![\w-])",
    re.IGNORECASE,
)
"""A number in words is one beside what is counted: "rien de neuf" and "one of them" have none."""

DONE = re.compile(
    r"^\s*(?:(?:i\s)?(?:did|have\sdone)\s(?:my|the)\sround|(?:my\s|the\s)?round(?:\sis)?\s(?:done|made)|done"
    r"|(?:ma\s|la\s)?ronde(?:\sest)?\s(?:faite|finie|termin[ée]e)|j['’]ai\sfait\s(?:ma|la)\sronde"
    r"|c['’]est\sfait|fait)(?:\stoday|\saujourd['’]hui)?(?:\s*[,;:.!]+|\s+(?=\d)|\s*$)",
    re.IGNORECASE,
)

HOUR = re.compile(r"\d{1,3}(?:h|hrs?|hours?|heures?)(?:\d\d)?")
HOURS = frozenset({"h", "hr", "hrs", "hour", "hours", "heure", "heures", "demi-heure", "d'heure"})

NONE = frozenset({"nothing", "none", "no", "zero", "rien", "aucun", "aucune", "pas", "neant", "nil"})
OF_NONE = NONE | frozenset(
    {"question", "questions", "new", "nouvelle", "nouvelles", "today", "aujourd'hui", "to", "a", "de", "d'", "answer"}
    | {"report", "received", "recue", "recues", "recu", "came", "in", "signaler", "repondre", "for", "pour"}
    | {"nouveau", "neuf", "du", "tout", "at", "all", "there", "were", "was", "il", "n'y", "y", "eu"}
)
SHORT = 8
"""Words of a line that says there was nothing."""


def cut_yesterday(text: str) -> tuple[str, bool]:
    """ "yesterday 5 questions answered 5": *text* without the day, and whether it was said."""
    if OF_BEFORE.search(text):
        return text, False
    rest, count = YESTERDAY.subn(" ", text, count=1)
    return rest, bool(count)


def in_figures(text: str) -> str:
    """ "five questions", "four of five": *text* with its counts in figures."""
    return IN_WORDS.sub(_of_number, IN_WORDS.sub(_of_number, text))  # "of five" is one once "four" is a figure


def _of_number(found: re.Match[str]) -> str:
    if found["number"]:
        return SPELLED[found["number"].lower()]
    return f"{found['among']} {SPELLED[found['all'].lower()]}"


def cut_done(text: str) -> str:
    """ "round done, 5 questions", « ronde faite : 5 questions »: *text* without what every line means."""
    return DONE.sub("", text, count=1)


def says_nothing(line: TypedLine) -> bool:
    """ "nothing today", "no questions", « rien aujourd'hui »."""
    words = [word for word in line.words if word]
    return 0 < len(words) <= SHORT and words[0] in NONE and OF_NONE.issuperset(words)


def cut_hours(text: str, like: TypedLine) -> tuple[str, int | None]:
    """ "spent 1h30", "in an hour and a half", "in 20 minutes": *text* without it, and its minutes.

    Minutes alone need a word before them that says so: in "answered 12 minutes 15" they are 15.
    """
    line = TypedLine.of(text, tokens(text), like.here)
    for at in range(len(line.words)):
        found = duration_at(line.words, at)
        if found is None or not found[0].minutes or found[0].days or found[0].months:
            continue
        start = at
        while start and line.words[start - 1] in SPENT:
            start -= 1
        if start < at or _is_in_hours(line.words[at : found[1]]):
            return f"{line.typed(0, start)} {line.typed(found[1])}", found[0].minutes
    return text, None


def _is_in_hours(words: list[str]) -> bool:
    return any(word in HOURS or HOUR.fullmatch(word) for word in words)
