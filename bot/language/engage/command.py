"""`/checkin …` as a request: a round in one line, days away, the team's week, things noticed."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from bot.domain.errors import UserError
from bot.domain.members import RoundRhythm
from bot.domain.moments import DAY_FIRST, DateOrder
from bot.language.counts import figure_at, labelled
from bot.language.doubts import Doubt
from bot.language.engage.advocates import advocate_asked
from bot.language.engage.corrections import ListCorrections, oops_asked, touch_correction_asked
from bot.language.engage.questions import question_asked, question_deed, questions_listed
from bot.language.engage.voices import forget_asked, list_asked, touch_asked, voice_asked
from bot.language.engage.words import (
    CHECKIN_VERBS,
    ROUND_NUMBERS,
    cut_done,
    cut_hours,
    cut_yesterday,
    in_figures,
    says_nothing,
)
from bot.language.line import TypedLine
from bot.language.moment.date_orders import in_one_order
from bot.language.moment.moments import Here
from bot.language.moment.readings import LineDateOrder
from bot.language.moment.spans import read_apart, read_days, read_week
from bot.language.people import Names
from bot.language.post.undo import undo_asked
from bot.language.requests import (
    Away,
    BackAgain,
    CheckInNumbers,
    CheckInSettings,
    CheckInStatus,
    ChooseRhythm,
    Help,
    OpenForm,
    Request,
)
from bot.language.tokens import tokens, unescaped

NUMBERS = frozenset(ROUND_NUMBERS.values())
PROSE = frozenset({"question", "voice", "voices", "forget", "oops", "advocate"})
"""What is followed by a text of the person's own."""

RATIO = re.compile(
    r"^\s*(?:(?:answered|done|fait|questions|r[ée]pondu(?:\s+[àa])?)\s+)?"
    r"(?P<answered>\d{1,6})\s*(?:questions?\s*)?(?:/|of|out of|sur|on)\s*(?P<received>\d{1,6})(?![\d/.])"
    r"(?:\s*(?:questions?|answered|r[ée]pondu(?:e?s)?))*(?=\W|$)",
    re.IGNORECASE,
)
OLDER = (
    r"(?:(?:of\s)?(?:older|earlier)(?:\s(?:ones|questions?|days))*|from\s(?:before|yesterday|earlier(?:\sdays)?)"
    r"|(?:questions?\s)?(?:plus\s)?anciennes?(?:\squestions?)?|(?:questions?\s)?d['’](?:avant|hier))(?!\w)"
)
AND_OLDER = re.compile(
    r"(?:(?<![\w])(?P<among>dont|including|of\swhich)\s|(?<![\w])(?:and|et|plus)\s|\+\s?)?"
    rf"(?<![\d/.,])(?P<number>\d{{1,6}})\s(?:questions?\s)?{OLDER}(?P<more>\s?:?\s?\d)?",
    re.IGNORECASE,
)
OLDER_FIRST = re.compile(rf"(?<!\w)(?:and\s|et\s)?{OLDER}\s?:?\s?(?P<number>\d{{1,6}})(?![\d/.])", re.IGNORECASE)
OF_TODAY = re.compile(
    r"(?<=\d)\s(?:of\s)?(?:today(?:['’]s)?(?:\sones)?|(?:d['’])?aujourd['’]hui|du\sjour)(?!\w)", re.IGNORECASE
)
BOTH = re.compile(r"(?<=\d)\s(questions?)\s(?=(?:answered|r[ée]pondu(?:e?s)?)\s\d{1,6}\s*(?:$|[,;.]))", re.IGNORECASE)
"""In "5 questions answered 5" each number has its own word."""
GLUED = re.compile(r"(?<=\d)(?=(?:mins?|minutes?|mn|m)\b)", re.IGNORECASE)
REVIEWED = re.compile(
    r"(?:^|(?<=[\s,;]))plan\s+(?:reviewed|checked|ok|revu|relu|v[ée]rifi[ée])(?=$|[\s,;.])", re.IGNORECASE
)
LEARNED = re.compile(
    r"(?:^|[\s,;])(?:learned|learnt|appris|notes?)(?:\s*+:\s++|\s++)(?P<what>\S.*)$", re.IGNORECASE | re.DOTALL
)
PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "tonight"})
PARTS_OF_DAY |= frozenset({"matin", "apres-midi", "soir", "soiree", "matinee"})
"""Absences are of whole days."""

FROM = re.compile(r"^(?:from|since|on|le|les|away|absente?)\s+(?=\S)", re.IGNORECASE)


def parse_checkin(
    text: str,
    *,
    now: datetime,
    zone: str,
    french: bool = False,
    dates: DateOrder = DAY_FIRST,
    people: Iterable[str] = (),
) -> Request:
    """What `/checkin` *text* asks for; days are of *zone*. *people*: the names of who can be meant.

    Raises `UserError` with "days-backwards", "days-past", "moment-past" or "moment-weekday".
    """
    here = Here(now=now, zone=zone, french=french, order=LineDateOrder(dates=dates), people=Names.of(people))
    pieces = tokens(text)
    request = in_one_order(pieces, here, lambda here: _read(TypedLine.of(text, pieces, here)))
    return replace(request, typed=unescaped(text))


def _read(line: TypedLine) -> Request:
    if not line.tokens:
        return OpenForm()
    if (done := question_deed(line)) is not None:
        return done
    if touched := touch_asked(line) or touch_correction_asked(line):
        return touched
    verb = CHECKIN_VERBS.at(line.words, 0)
    if verb is not None and verb[0] in PROSE and figure_at(line, verb[1]) is None:
        return READERS[verb[0]](line.after(verb[1]))  # numbers in it are of the text
    if verb is not None and verb[0] == "questions" and (listed := questions_listed(line.after(verb[1]))) is not None:
        return listed
    numbers = _numbers(line)
    if numbers is not None and (verb is None or _has_number(numbers)):
        return numbers
    if verb is None and not cut_done(line.typed()).strip():
        return OpenForm()  # "done" alone: the form asks how many
    if verb is None:
        return _nothing(line) or Help(not_understood=(line.typed(),))
    return READERS[verb[0]](line.after(verb[1]))


def _has_number(numbers: CheckInNumbers) -> bool:
    return any(getattr(numbers, name) is not None for name in NUMBERS)


def _nothing(line: TypedLine) -> CheckInNumbers | None:
    """ "nothing today": as no question came, none was answered."""
    rest, is_yesterday = cut_yesterday(line.typed())
    if not says_nothing(TypedLine.of(rest, tokens(rest), line.here)):
        return None
    doubts = (Doubt(key="round-of-nothing", what=line.typed()),)
    return CheckInNumbers(received=0, answered=0, is_of_yesterday=is_yesterday, doubts=doubts)


def _numbers(line: TypedLine) -> CheckInNumbers | None:
    """A round, as far as it was understood, where there is a number or something learned at all."""
    rest, fields = _learned(line.typed())
    rest, reviewed = REVIEWED.subn("", GLUED.sub(" ", in_figures(cut_done(rest))))
    rest, is_yesterday = cut_yesterday(rest)
    rest, older = _older(re.sub(r"\s+", " ", rest))
    rest, ratio = _ratio(OF_TODAY.sub("", BOTH.sub(r" \1, ", rest)))
    rest, minutes = cut_hours(rest, line)
    values, leftover = labelled(
        TypedLine.of(rest, tokens(rest), line.here), ROUND_NUMBERS, whole=frozenset(ROUND_NUMBERS.values())
    )
    lasted = {} if minutes is None else {"minutes": minutes}
    fields |= _apart({name: figure.whole for name, figure in values.items()} | ratio | lasted, older)
    fields |= {"plan_reviewed": True} if reviewed else {}
    if not fields and not any(piece.isdigit() for piece in leftover):
        return None
    return CheckInNumbers(**fields, is_of_yesterday=is_yesterday, not_understood=leftover)


def _learned(text: str) -> tuple[str, dict[str, Any]]:
    found = LEARNED.search(text)
    return (text[: found.start()], {"learned": found["what"].strip()}) if found else (text, {})


def _older(text: str) -> tuple[str, re.Match[str] | None]:
    """ "answered 4, 2 older", "4/5 dont 2 plus anciennes", "older 2": what was answered of earlier days."""
    found = AND_OLDER.search(text)
    if found is not None and found["more"] and not text.lstrip()[:1].isdigit():
        found = None  # names come first: the number before is of another name
    found = found or OLDER_FIRST.search(text)
    if found is None:
        return text, None
    return text[: found.start()] + text[found.end() - len(found.groupdict().get("more") or "") :], found


def _apart(fields: dict[str, Any], older: re.Match[str] | None) -> dict[str, Any]:
    """The two counts apart, also where the older ones were said to be among all."""
    if older is None:
        return fields
    number, answered = int(older["number"]), fields.get("answered")
    if older.groupdict().get("among") and answered is not None and answered >= number:
        fields = fields | {"answered": answered - number}
    return fields | {"answered_older": number}


def _ratio(text: str) -> tuple[str, dict[str, Any]]:
    """ "12/14", "12 of 14 answered": answered of received."""
    found = RATIO.match(text)
    if found is None:
        return text, {}
    return text[found.end() :], {"answered": int(found["answered"]), "received": int(found["received"])}


def _status(line: TypedLine) -> CheckInStatus | Help:
    typed = line.typed()
    if not typed:
        return CheckInStatus()
    week = read_week(typed, line.looking("past").here)
    return CheckInStatus(week=week) if week else CheckInStatus(not_understood=line.leftover())


def _away(line: TypedLine) -> Away:
    typed = line.typed()
    if not typed:
        return Away()
    bare = FROM.sub("", typed)
    days = read_days(typed, line.here) or read_days(bare, line.here)
    doubts = (Doubt(key="part-of-absence", what=typed),) if PARTS_OF_DAY & set(line.words) else ()
    if days is None and (apart := read_apart(bare, line.here)):
        days, doubts = (apart[0], apart[0]), (*doubts, Doubt(key="days-apart", what=typed, day=apart[0]))
    if days is None:
        return Away(not_understood=line.leftover())
    if days[1] < line.here.today:
        raise UserError("days-past", what=typed)
    return Away(first=days[0], last=days[1], doubts=doubts)


def _back(line: TypedLine) -> BackAgain:
    return BackAgain(not_understood=line.leftover())


def _rhythm(rhythm: RoundRhythm, line: TypedLine) -> ChooseRhythm:
    return ChooseRhythm(rhythm=rhythm, not_understood=line.leftover())


def _help(line: TypedLine) -> Help:
    about = CHECKIN_VERBS.at(line.words, 0)
    return Help(about=about[0]) if about else Help(not_understood=line.leftover())


READERS: dict[str, Callable[[TypedLine], Request]] = {
    "status": _status,
    "away": _away,
    "back": _back,
    "question": question_asked,
    "questions": lambda line: Help(not_understood=(line.typed(),)),
    "voice": voice_asked,
    "voices": list_asked,
    "forget": forget_asked,
    "oops": oops_asked,
    "advocate": advocate_asked,
    "settings": lambda line: CheckInSettings(not_understood=line.leftover()),
    "corrections": lambda line: ListCorrections(not_understood=line.leftover()),
    "daily": partial(_rhythm, RoundRhythm.DAILY),
    "twice": partial(_rhythm, RoundRhythm.TWICE),
    "no-rounds": partial(_rhythm, RoundRhythm.OFF),
    "undo": undo_asked,
    "help": _help,
}
