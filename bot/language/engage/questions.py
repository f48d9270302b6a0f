"""What is typed about customers' questions: one to keep, a list of them, or what is done with `Q3`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.strategy import Platform
from bot.language.line import FILLERS, TypedLine
from bot.language.links import address_in
from bot.language.moment.moments import When, at_clock, when_at
from bot.language.parts import cut_link, cut_person
from bot.language.requests import ME, Request, WhenAsked
from bot.language.vocabulary import Vocabulary
from bot.language.words import MYSELF, PLATFORMS

NUMBER = re.compile(r"q-?0*(?P<number>[1-9]\d{0,8})")
BEFORE_NUMBER = frozenset({"question", "la", "the", "to", "a"})
"""Words that may stand before a number beside its verb."""

DEEDS = Vocabulary(
    {
        "answer": "answered, answer, done, repondu, repondu a, repondue, repondre, repondre a, "
        "j'ai repondu a, j'ai repondu, traitee, traite, traiter",
        "reopen": "reopen, reopened, re-open, re-opened, re open, rouvrir, rouvre, rouverte, reouvrir",
        "drop": "drop, dropped, discard, ecarter, ecarte, ecartee, abandonner, laisser tomber, laisse tomber",
        "give": "to, give, give to, hand over, assign, confier, confie, confiee, donner, donne, passer, passe, "
        "attribuer, pour, a, for",
        "open": "open, still open, ouverte, encore ouverte, toujours ouverte, reste ouverte",
        "show": "show, see, voir, montrer, afficher",
    }
)
BECAUSE = re.compile(r"^(?:because|since|car|parce qu(?:e\s|['’])|:|-)\s*", re.IGNORECASE)
SCOPES = Vocabulary(
    {
        "mine": "mine, my, miennes, mes, les miennes, a moi, mes questions",
        "all": "all, everybody, team, toutes, tout, equipe, ouvertes, open, the open ones",
    }
)
IN_LIST = FILLERS | {"on", "sur", "the", "les", "questions", "question", "by", "par"}
ON = frozenset({"on", "sur", "via", "in", "dans"})
FROM = frozenset({"from", "de", "by", "par", "client", "cliente", "customer"})
WHEN_ASKED = frozenset({"asked", "posee", "pose", "demandee", "demande", "recue", "received"})
ARTICLES = (["the"], ["our"], ["le"], ["la"], ["notre"])
"""As in "on the blog"."""
EMPTY = " \u00a0\"'“”«»"
"""Quotes with nothing between them ask nothing."""
TO = frozenset({"to", "for", "pour", "a", "au"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteQuestion(WhenAsked):
    """Something a customer asked that waits for an answer; its moment, as far as it was typed, is when they did.

    *asked_by* is the customer. No *text*: the form asks.
    """

    text: str = ""
    platform: Platform | None = None
    link: str = ""
    asked_by: str = ""
    owner_id: str | None = None
    owner_name: str = ""

    @property
    def is_complete(self) -> bool:
        is_whole_moment = self.due is not None or (self.day is None and self.clock is None)
        return bool(self.text) and is_whole_moment and not (self.not_understood or self.doubts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuestions(Request):
    """*scope*: "mine" or "all"; "" says nothing."""

    scope: str = ""
    platform: Platform | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DoWithQuestion(Request):
    """*deed*: answer, reopen, drop, give, open or show."""

    question_id: str
    deed: str = "show"
    link: str = ""
    why: str = ""
    owner_id: str | None = None
    owner_name: str = ""


QuestionRequest = NoteQuestion | ListQuestions | DoWithQuestion


def question_deed(line: TypedLine) -> DoWithQuestion | None:
    """ "answered Q3 LINK", "Q3 to @dan", "drop Q3: spam", "Q3"; None where no number stands beside a verb."""
    line = _with_joined_number(line)
    verb = DEEDS.at(line.words, 0)
    at = verb[1] if verb else 0
    while at < len(line.words) and line.words[at] in BEFORE_NUMBER:
        at += 1
    found = NUMBER.fullmatch(line.words[at]) if at < len(line.words) else None
    if found is None:
        return None
    rest = line.after(at + 1)
    if verb is None and (verb := DEEDS.at(rest.words, 0)) is not None:
        rest = rest.after(verb[1]) if verb[0] != "give" else rest
    name = verb[0] if verb else _deed_of(rest)
    return READERS[name](f"Q{found['number']}", rest)


def _with_joined_number(line: TypedLine) -> TypedLine:
    """ "Q 3", "answered q 3" as "Q3": a space in a number keeps no new question."""
    at = next((at for at, word in enumerate(line.words[:3]) if word == "q"), None)
    if at is None or not NUMBER.fullmatch("".join(line.words[at : at + 2])):
        return line
    is_prose = any(token.raw.endswith("?") for token in line.tokens)
    if is_prose or (at and not DEEDS.at(line.words, 0)):
        return line
    joined = replace(line.tokens[at + 1], text="".join(line.words[at : at + 2]))
    return TypedLine.of(line.text, [*line.tokens[:at], joined, *line.tokens[at + 2 :]], line.here)


def _deed_of(rest: TypedLine) -> str:
    """Without a verb, a person says to whom, an address where it was answered."""
    if cut_link(rest)[0]:
        return "answer"
    person_id, name, _ = cut_person(rest)
    return "give" if person_id or name else "show"


def _answer(question_id: str, rest: TypedLine) -> DoWithQuestion:
    link, rest = cut_link(rest)
    return DoWithQuestion(question_id=question_id, deed="answer", link=link, not_understood=rest.leftover())


def _drop(question_id: str, rest: TypedLine) -> DoWithQuestion:
    return DoWithQuestion(question_id=question_id, deed="drop", why=BECAUSE.sub("", rest.typed()).strip())


def _give(question_id: str, rest: TypedLine) -> DoWithQuestion:
    owner_id, owner_name, rest = cut_person(rest)
    return DoWithQuestion(
        question_id=question_id,
        deed="give",
        owner_id=owner_id,
        owner_name=owner_name,
        not_understood=rest.leftover(fillers=frozenset({"to", "a", "give", "confier"})),
    )


def _plainly(deed: str) -> Callable[[str, TypedLine], DoWithQuestion]:
    return lambda question_id, rest: DoWithQuestion(question_id=question_id, deed=deed, not_understood=rest.leftover())


READERS: dict[str, Callable[[str, TypedLine], DoWithQuestion]] = {
    "answer": _answer,
    "drop": _drop,
    "give": _give,
    "reopen": _plainly("reopen"),
    "open": _plainly("open"),
    "show": _plainly("show"),
}


def questions_listed(line: TypedLine) -> ListQuestions | None:
    """ "mine", "all on facebook", nothing; None where other words stand there."""
    at, scope, platform = 0, "", None
    while at < len(line.words):
        if found := SCOPES.at(line.words, at):
            scope, at = found
        elif named := PLATFORMS.at(line.words, at):
            platform, at = named
        elif line.words[at] in IN_LIST:
            at += 1
        else:
            return None
    return ListQuestions(scope=scope, platform=platform)


@dataclass(slots=True)
class _Filling:
    """The fields so far, and the stretches of tokens that found no meaning."""

    line: TypedLine
    fields: dict[str, Any] = field(default_factory=dict)
    when: When | None = None
    missed: list[str] = field(default_factory=list)

    def put(self, name: str, value: object) -> bool:
        return self.fields.setdefault(name, value) is value


def question_asked(line: TypedLine) -> NoteQuestion:
    """The question in quotes, and what else is said of it in any order; without quotes, what follows its "?".

    Where nothing of what follows is more than words, all of it is the question.
    """
    line = line.looking("past")
    if not line.typed().strip(EMPTY):
        return NoteQuestion()
    quoted = next((at for at, token in enumerate(line.tokens) if token.kind == "quoted" and not _names(line, at)), None)
    if quoted is not None:
        text, rest = line.tokens[quoted].text, line.without(quoted, quoted + 1)
        return NoteQuestion(text=text, **_pieces(rest))
    marks = [at for at, token in enumerate(line.tokens, 1) if token.raw.endswith("?")]
    if not marks or marks[-1] == len(line.tokens):
        return NoteQuestion(text=line.typed())
    found = NoteQuestion(text=line.typed(0, marks[-1]), **_pieces(line.after(marks[-1])))
    return NoteQuestion(text=line.typed()) if found.not_understood else found


def _names(line: TypedLine, at: int) -> bool:
    """Whether a quoted text is the name after "from"."""
    return at > 0 and line.words[at - 1] in FROM


def _pieces(line: TypedLine) -> dict[str, Any]:
    filling, at = _Filling(line), 0
    while at < len(line.tokens):
        end = next((end for read in PIECES if (end := read(filling, at))), None)
        if end is None and line.words[at] not in FILLERS:
            filling.missed.append(line.typed(at, at + 1))
        at = end or at + 1
    return {**filling.fields, **_moment(filling), "not_understood": tuple(filling.missed)}


def _moment(filling: _Filling) -> dict[str, Any]:
    """A time of day alone is today's."""
    when, here = filling.when, filling.line.here
    if when is None:
        return {}
    if when.clock and when.day is None:
        today = at_clock(here.today, when.clock, here, zone=when.zone)
        when = replace(today, doubts=when.doubts)
    return when.asked


def _platform(filling: _Filling, at: int) -> int | None:
    start = at + 1 if filling.line.words[at] in ON | {"from", "de"} else at
    start += start > at and filling.line.words[start : start + 1] in ARTICLES
    found = PLATFORMS.at(filling.line.words, start)
    return found[1] if found and filling.put("platform", found[0]) else None


def _link(filling: _Filling, at: int) -> int | None:
    token = filling.line.tokens[at]
    found = address_in(token.text) if token.kind == "link" else ""
    return at + 1 if found and filling.put("link", found) else None


def _asker(filling: _Filling, at: int) -> int | None:
    """ "from Marie", "de Marie Roy", « de la part de "Marie" »: a name in quotes, else words with a capital."""
    line = filling.line
    if line.words[at] not in FROM:
        return None
    start = end = at + 1
    if start < len(line.tokens) and line.tokens[start].kind == "quoted":
        return start + 1 if filling.put("asked_by", line.tokens[start].text) else None
    while end < len(line.tokens) and line.tokens[end].kind == "word" and line.tokens[end].raw[:1].isupper():
        end += 1
    name = line.typed(start, end).strip(",;.") if end > start else ""
    return end if name and filling.put("asked_by", name) else None


def _owner(filling: _Filling, at: int) -> int | None:
    line = filling.line
    start = at + 1 if line.words[at] in TO and at + 1 < len(line.tokens) else at
    token = line.tokens[start]
    if token.kind == "member":
        return start + 1 if filling.put("owner_id", token.text) else None
    if token.folded in MYSELF:
        return start + 1 if filling.put("owner_id", ME) else None
    is_marked = token.kind == "word" and len(token.text) > 1 and token.text.startswith("@")
    end = line.here.people.at(line.words, start) if is_marked or start > at else None
    if end is None and not is_marked:
        return None
    end = end or start + 1
    return end if filling.put("owner_name", line.typed(start, end).strip("@,;:.!")) else None


def _when(filling: _Filling, at: int) -> int | None:
    line, start = filling.line, at
    while start < len(line.words) and line.words[start] in WHEN_ASKED | {"le", "on", "at", "a"}:
        start += 1
    found = when_at(line.words, start, line.here) if start < len(line.words) else None
    if found is None:
        return None
    if filling.when is None:
        filling.when = found
        return found.end
    day, clock = sorted((filling.when, found), key=lambda each: each.day is None)
    if day.day and clock.clock and not (day.clock or clock.day):
        filling.when = at_clock(day.day, clock.clock, line.here, zone=clock.zone)
        return found.end
    return None


PIECES = (_link, _platform, _asker, _when, _owner)
"""What is said of a question, the surest first."""
