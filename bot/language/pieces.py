"""The parts of a post in a typed line: each token run is a title, a platform, a person, a moment … or just words."""

from collections.abc import Callable, Iterator

from bot.language.line import Line, Piece
from bot.language.moments import when_at
from bot.language.relative import AHEAD
from bot.language.repeats import UNTIL, repeat_at, times_at
from bot.language.requests import ME
from bot.language.words import KINDS, NOT_DAYS, PLATFORMS, SHORT_PLATFORMS, Vocabulary

KEYS = Vocabulary(
    {
        "title": "title, titre",
        "text": "text, texte",
        "theme": "theme, campaign, campagne",
        "label": "label, labels, tag, tags, etiquette, etiquettes",
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

ARTICLES = frozenset({"the", "le", "la", "notre", "our", "my", "mon"})
MYSELF = frozenset({"me", "moi", "myself", "moi-meme"})
OF = frozenset({"du", "de", "des", "of", "every", "each", "chaque", "les"})


def pieces(line: Line) -> list[Piece]:
    """*line*, all of it, as pieces in order; a word without meaning is a piece of the slot "word"."""
    return list(_pieces(line))


def _pieces(line: Line) -> Iterator[Piece]:
    at = 0
    while at < len(line.tokens):
        found = (
            _repeat(line, at) or _keyed(line, at) or _bare(line, at) or line.piece("word", None, at, at + 1, firm=False)
        )
        yield found
        at = found.end


def _repeat(line: Line, at: int) -> Piece | None:
    """ "every tuesday", "8 times", "until 31/1"."""
    if found := repeat_at(line.words, at):
        return line.piece("repeat", found[0], at, found[1])
    if times := times_at(line.words, at):
        return line.piece("times", times[0], at, times[1])
    if line.words[at] in UNTIL:
        end = when_at(line.words, at + 1, line.here)
        return line.piece("until", end.checked().day, at, end.end) if end and end.day else None
    return None


def _keyed(line: Line, at: int) -> Piece | None:
    """A piece that a word announces: "on instagram", "due tue 10", "text: …"."""
    found = KEYS.at(line.words, at)
    if found is None:
        return None
    key, after = found
    is_marked = line.tokens[after - 1].raw.endswith(":")
    if after < len(line.tokens) and line.tokens[after].raw == ":":
        after, is_marked = after + 1, True
    return ANNOUNCED[key](line, at, after, is_marked)


def _free(slot: str, *, to_the_end: bool) -> Callable[[Line, int, int, bool], Piece | None]:
    """Readers of free text: what stands in quotes, or after a colon a word or all the rest."""

    def read(line: Line, at: int, after: int, is_marked: bool) -> Piece | None:
        if after >= len(line.tokens):
            return None
        if line.tokens[after].kind == "quoted":
            return line.piece(slot, line.tokens[after].text, at, after + 1)
        if not is_marked:
            return None
        end = len(line.tokens) if to_the_end else after + 1
        return line.piece(slot, line.typed(after, end), at, end)

    return read


def _kind(line: Line, at: int, after: int, is_marked: bool) -> Piece | None:
    found = KINDS.at(line.words, after)
    return line.piece("kind", found[0], at, found[1]) if found else None


def _due(line: Line, at: int, after: int, is_marked: bool) -> Piece | None:
    """What follows "due" is a moment, or it is not understood: it is never a title."""
    while after < len(line.words) and line.words[after] in ("on", "le", "at", "by", "pour", "for"):
        after += 1
    return _moment(line, at, after) or line.piece("unread", None, at, after)


def _after_on(line: Line, at: int, after: int, is_marked: bool) -> Piece | None:
    """After "in" stands how long, or no moment at all: "in 14h" is not at two."""
    if platform := _platform(line, at, after):
        return platform
    return _moment(line, at, at if line.words[at] in AHEAD else after)


def _after_by(line: Line, at: int, after: int, is_marked: bool) -> Piece | None:
    return _owner(line, at, after) or _moment(line, at, after) or _platform(line, at, after, firm=False)


def _after_le(line: Line, at: int, after: int, is_marked: bool) -> Piece | None:
    found = _moment(line, at, at) or _moment(line, at, after)
    return None if found and line.words[at] in OF and not found.value.is_whole else found


ANNOUNCED: dict[str, Callable[[Line, int, int, bool], Piece | None]] = {
    "title": _free("title", to_the_end=False),
    "text": _free("text", to_the_end=True),
    "theme": _free("theme", to_the_end=False),
    "label": _free("label", to_the_end=False),
    "kind": _kind,
    "due": _due,
    "on": _after_on,
    "platform": _after_on,
    "by": _after_by,
    "le": _after_le,
}


def _platform(line: Line, at: int, after: int, *, firm: bool = True) -> Piece | None:
    if after < len(line.words) and line.words[after] in ARTICLES:
        after += 1
    found = PLATFORMS.at(line.words, after)
    return line.piece("platform", found[0], at, found[1], firm=firm) if found else None


def _moment(line: Line, at: int, after: int) -> Piece | None:
    found = when_at(line.words, after, line.here)
    return line.piece("when", found, at, found.end) if found else None


def _owner(line: Line, at: int, after: int) -> Piece | None:
    if after >= len(line.tokens):
        return None
    token = line.tokens[after]
    if token.kind == "member":
        return line.piece("owner", token.text, at, after + 1)
    if token.folded in MYSELF:
        return line.piece("owner", ME, at, after + 1)
    name = token.text.lstrip("@").rstrip(",;:.!")
    is_name = token.kind == "word" and token.text.startswith("@") and name
    return line.piece("owner_name", name, at, after + 1) if is_name else None


def _bare(line: Line, at: int) -> Piece | None:
    """A piece that nothing announces: a quoted text, a mention, a platform, a kind, a moment."""
    token = line.tokens[at]
    if token.kind == "quoted":
        return line.piece("quoted", token.text, at, at + 1)
    if token.text.startswith("#") and token.kind == "word" and len(token.folded) > 1:
        return line.piece("label", token.text.lstrip("#").rstrip(",;:.!"), at, at + 1)
    if token.kind == "member" or (token.text.startswith("@") and len(token.text) > 1):
        return _owner(line, at, at)
    return _bare_moment(line, at) or _bare_name(line, at)


def _bare_moment(line: Line, at: int) -> Piece | None:
    found = when_at(line.words, at, line.here)
    if found is None or (_is_part_of_a_name(line.words, at) and not found.is_whole):
        return None
    return line.piece("when", found, at, found.end, firm=found.is_whole)


def _is_part_of_a_name(words: list[str], at: int) -> bool:
    """The day in "Black Friday" and in "offre du vendredi" is no moment."""
    return words[at] in OF or (at > 0 and (words[at - 1] in OF or " ".join(words[at - 1 : at + 1]) in NOT_DAYS))


def _bare_name(line: Line, at: int) -> Piece | None:
    platform = PLATFORMS.at(line.words, at)
    if platform and " ".join(line.words[at : platform[1]]) not in SHORT_PLATFORMS:
        return line.piece("platform", platform[0], at, platform[1], firm=False)
    kind = KINDS.at(line.words, at)
    return line.piece("kind", kind[0], at, kind[1], firm=False) if kind else None
