"""The parts of a post in a typed line: each token run is a title, a platform, a person, a moment … or just words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bot.language.line import Piece, TypedLine
from bot.language.moment.moments import when_at
from bot.language.moment.relative import AHEAD
from bot.language.moment.repeats import UNTIL, repeat_at, times_at
from bot.language.post.words import KINDS
from bot.language.requests import ME
from bot.language.tokens import Token
from bot.language.vocabulary import Vocabulary
from bot.language.words import MYSELF, NOT_DAYS, PLATFORMS, SHORT_PLATFORMS

KEYS = Vocabulary(
    {
        "title": "title, titre",
        "text": "text, texte",
        "theme": "theme, campaign, campagne",
        "label": "label, labels, tag, tags, etiquette, etiquettes",
        "notes": "notes, note",
        "kind": "kind, genre, type",
        "due": "due, due on, due at, due by, echeance, due le, prevu le, prevue le, prevu pour, prevue pour, "
        "scheduled for, scheduled on",
        "on": "on, sur, in, dans, via",
        "platform": "platform, plateforme, reseau",
        "by": "by, par, for, pour, to, a, owner, responsable, assigned to, assign to, assigne a, assignee a, confie a, "
        "confiee a, au, au plus tard",
        "le": "le, at, vers, du, from, de",
    }
)

FREE = frozenset({"title", "text", "theme", "label", "notes"})
"""Keys before words that anybody may choose."""

OWNERS = frozenset({"by", "par", "owner", "responsable", "assigned to", "assign to", "assigne a", "assignee a"})
OWNERS |= {"confie a", "confiee a"}
ARTICLES = frozenset({"the", "le", "la", "notre", "our", "my", "mon"})
DASHED = re.compile(r"(\d\d?)-(\d\d?)")
OF = frozenset({"du", "de", "des", "of", "every", "each", "chaque", "les"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A word that announces a piece, at [at, after). *is_marked*: with a colon.

    *is_clear*: it can't be a word of a title. *in_edit*: of a post that exists. *said*: the slots before it.
    """

    at: int
    after: int
    is_marked: bool
    is_clear: bool
    in_edit: bool
    said: frozenset[str] = frozenset()


def pieces(line: TypedLine, *, in_edit: bool = False) -> list[Piece]:
    """*line*, all of it, as pieces in order; a word without meaning is a piece of the slot "word"."""
    return list(_pieces(line, in_edit))


def has_title(line: TypedLine) -> bool:
    """In quotes, or announced."""
    return any(token.kind == "quoted" or token.raw.lower() in {"title:", "titre:"} for token in line.tokens)


def _pieces(line: TypedLine, in_edit: bool) -> Iterator[Piece]:
    at, is_clear, said = 0, in_edit or has_title(line), frozenset[str]()
    while at < len(line.tokens):
        key = _key(line, at, is_clear=is_clear, in_edit=in_edit, said=said)
        found = _repeat(line, at) or (ANNOUNCED[key[0]](line, key[1]) if key else None) or _bare(line, at)
        found = found or line.piece("word", None, at, at + 1, firm=False)
        yield found
        at, is_clear, said = found.end, is_clear or found.firm, said | {found.slot}


def _repeat(line: TypedLine, at: int) -> Piece | None:
    """ "every tuesday", "8 times", "until 31/1"."""
    if found := repeat_at(line.words, at):
        return line.piece("repeat", found[0], at, found[1])
    if times := times_at(line.words, at):
        return line.piece("times", times[0], at, times[1])
    if line.words[at] in UNTIL:
        end = when_at(line.words, at + 1, line.here)
        return line.piece("until", end.checked().day, at, end.end) if end and end.day and not end.doubts else None
    return None


def _key(line: TypedLine, at: int, *, is_clear: bool, in_edit: bool, said: frozenset[str]) -> tuple[str, Key] | None:
    found = KEYS.at(line.words, at)
    if found is None:
        return None
    name, after = found
    is_marked = line.tokens[after - 1].raw.endswith(":")
    if after < len(line.tokens) and line.tokens[after].raw == ":":
        after, is_marked = after + 1, True
    return name, Key(at=at, after=after, is_marked=is_marked, is_clear=is_clear, in_edit=in_edit, said=said)


def _text(line: TypedLine, key: Key) -> Piece | None:
    """The text of a post is all that follows, to the letter.

    Without a colon, what a new post still lacks may be meant for the post.
    """
    if quoted := _in_quotes("text", line, key):
        return quoted
    if key.after >= len(line.tokens) or not (key.is_marked or key.is_clear):
        return None
    end = len(line.tokens)
    is_sure = key.is_marked or key.in_edit or _is_prose(list(_pieces(line.after(key.after), True)), key.said)
    return line.piece("text" if is_sure else "unsure_text", line.typed(key.after, end), key.at, end)


IN_PROSE = frozenset({"word", "kind", "label", "quoted", "dashed"})
"""What any text may hold: only an announced kind is more than one of its words."""


def _is_prose(every: list[Piece], said: frozenset[str]) -> bool:
    """Whether nothing of it can be meant for the post: there are words, and what is more than one is *said* already."""
    loose = [each for each in every if each.slot in IN_PROSE and not (each.slot == "kind" and each.firm)]
    owners = frozenset({"owner", "owner_name"})
    known = said | owners if said & owners else said
    return bool(loose) and all(each in loose or each.slot in known for each in every)


def _name(slot: str) -> Callable[[TypedLine, Key], Piece | None]:
    """Readers of a title or theme: in quotes, a word after a colon; in an edit all up to the next key with one."""

    def read(line: TypedLine, key: Key) -> Piece | None:
        if quoted := _in_quotes(slot, line, key):
            return quoted
        if key.after >= len(line.tokens) or not (key.is_marked or key.in_edit):
            return None
        end = _next_key(line, key.after + 1) if key.in_edit else key.after + 1
        return line.piece(slot, line.typed(key.after, end), key.at, end)

    return read


def _notes(line: TypedLine, key: Key) -> Piece | None:
    """Of a post that exists: in a new one "notes" is as likely a word of the title."""
    return _name("notes")(line, key) if key.in_edit else None


def _label(line: TypedLine, key: Key) -> Piece | None:
    if quoted := _in_quotes("label", line, key):
        return quoted
    if key.after >= len(line.tokens) or not (key.is_marked or key.is_clear):
        return None
    return line.piece("label", line.tokens[key.after].text.strip("#,;:.!"), key.at, key.after + 1)


def _in_quotes(slot: str, line: TypedLine, key: Key) -> Piece | None:
    token = line.tokens[key.after] if key.after < len(line.tokens) else None
    return line.piece(slot, token.text, key.at, key.after + 1) if token and token.kind == "quoted" else None


def _next_key(line: TypedLine, start: int) -> int:
    """Where the next one with a colon begins, or with quotes after it; else the end."""
    for at in range(start, len(line.tokens)):
        found = KEYS.at(line.words, at)
        after = line.tokens[found[1] : found[1] + 1] if found else []
        if found and (line.tokens[found[1] - 1].raw.endswith(":") or _opens_value(found[0], after)):
            return at
    return len(line.tokens)


def _opens_value(name: str, after: list[Token]) -> bool:
    return name in FREE and bool(after) and (after[0].kind == "quoted" or after[0].raw == ":")


def _kind(line: TypedLine, key: Key) -> Piece | None:
    found = KINDS.at(line.words, key.after)
    return line.piece("kind", found[0], key.at, found[1]) if found else None


def _due(line: TypedLine, key: Key) -> Piece | None:
    """What follows "due" is a moment, or it is not understood: it is never a title."""
    at, after = key.at, key.after
    while after < len(line.words) and line.words[after] in ("on", "le", "at", "by", "pour", "for"):
        after += 1
    return _moment(line, at, after) or line.piece("unread", None, at, after)


def _after_on(line: TypedLine, key: Key) -> Piece | None:
    """After "in" stands how long, or no moment at all: "in 14h" is not at two."""
    at, after = key.at, key.after
    if platform := _platform(line, at, after):
        return platform
    return _moment(line, at, at if line.words[at] in AHEAD else after)


def _after_by(line: TypedLine, key: Key) -> Piece | None:
    at, after = key.at, key.after
    return (
        _owner(line, at, after)
        or _known(line, key)
        or _moment(line, at, after)
        or _platform(line, at, after, firm=False)
    )


def _known(line: TypedLine, key: Key) -> Piece | None:
    """A name without "@", where nothing but an owner can be meant."""
    announces = " ".join(line.words[key.at : key.after]) in OWNERS or key.is_clear
    end = line.here.people.at(line.words, key.after) if announces else None
    return line.piece("owner_name", line.typed(key.after, end).strip(",;:.!"), key.at, end) if end else None


def _after_le(line: TypedLine, key: Key) -> Piece | None:
    at, after = key.at, key.after
    found = _moment(line, at, at) or _moment(line, at, after)
    return None if found and line.words[at] in OF and not found.value.is_whole else found


ANNOUNCED: dict[str, Callable[[TypedLine, Key], Piece | None]] = {
    "title": _name("title"),
    "text": _text,
    "theme": _name("theme"),
    "label": _label,
    "notes": _notes,
    "kind": _kind,
    "due": _due,
    "on": _after_on,
    "platform": _after_on,
    "by": _after_by,
    "le": _after_le,
}


def _platform(line: TypedLine, at: int, after: int, *, firm: bool = True) -> Piece | None:
    if after < len(line.words) and line.words[after] in ARTICLES:
        after += 1
    found = PLATFORMS.at(line.words, after)
    return line.piece("platform", found[0], at, found[1], firm=firm) if found else None


def _moment(line: TypedLine, at: int, after: int) -> Piece | None:
    found = when_at(line.words, after, line.here)
    return line.piece("when", found, at, found.end) if found else None


def _owner(line: TypedLine, at: int, after: int) -> Piece | None:
    if after >= len(line.tokens):
        return None
    token = line.tokens[after]
    if token.kind == "member":
        return line.piece("owner", token.text, at, after + 1)
    if token.folded in MYSELF:
        return line.piece("owner", ME, at, after + 1)
    if token.kind != "word" or not token.text.startswith("@"):
        return None
    end = line.here.people.at(line.words, after) or after + 1
    name = line.typed(after, end).strip("@,;:.!")
    return line.piece("owner_name", name, at, end) if name else None


def _bare(line: TypedLine, at: int) -> Piece | None:
    """A piece that nothing announces: a quoted text, a mention, a platform, a kind, a moment."""
    token = line.tokens[at]
    if token.kind == "quoted":
        return line.piece("quoted", token.text, at, at + 1)
    if token.text.startswith("#") and token.kind == "word" and len(token.folded) > 1:
        return line.piece("label", token.text.lstrip("#").rstrip(",;:.!"), at, at + 1)
    if token.kind == "member" or (token.text.startswith("@") and len(token.text) > 1):
        return _owner(line, at, at)
    return _bare_moment(line, at) or _bare_name(line, at) or _bare_dashed(line, at)


def _bare_dashed(line: TypedLine, at: int) -> Piece | None:
    """ "03-12": a day, a range or a result; nobody can tell."""
    found = DASHED.fullmatch(line.words[at])
    figures = sorted(map(int, found.groups())) if found else []
    is_like_day = bool(figures) and 1 <= figures[0] <= 12 and figures[1] <= 31
    return line.piece("dashed", None, at, at + 1, firm=False) if is_like_day else None


def _bare_moment(line: TypedLine, at: int) -> Piece | None:
    found = when_at(line.words, at, line.here)
    if found is None or (_is_part_of_a_name(line.words, at) and not found.is_whole):
        return None
    return line.piece("when", found, at, found.end, firm=found.is_whole)


def _is_part_of_a_name(words: list[str], at: int) -> bool:
    """The day in "Black Friday" and in "offre du vendredi" is no moment."""
    return words[at] in OF or (at > 0 and (words[at - 1] in OF or " ".join(words[at - 1 : at + 1]) in NOT_DAYS))


def _bare_name(line: TypedLine, at: int) -> Piece | None:
    platform = PLATFORMS.at(line.words, at)
    if platform and " ".join(line.words[at : platform[1]]) not in SHORT_PLATFORMS:
        return line.piece("platform", platform[0], at, platform[1], firm=False)
    kind = KINDS.at(line.words, at)
    return line.piece("kind", kind[0], at, kind[1], firm=False) if kind else None
