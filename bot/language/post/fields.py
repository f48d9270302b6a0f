"""From pieces to the fields of a post: which words are the title, which piece wins, what stays not understood."""

from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.strategy import Platform
from bot.language.doubts import Doubt
from bot.language.line import FILLERS, Piece, TypedLine
from bot.language.moment.moments import When, at_clock
from bot.language.post.pieces import ARTICLES as KNOWN_ARTICLES
from bot.language.post.pieces import pieces
from bot.language.words import PLATFORMS, SHORT_PLATFORMS

MAX_LABELS = 20
FOR = frozenset({"for", "pour", "to", "a"})
LONGEST_NAME = 6
NAMES_OF_KIND = frozenset({"kind", "kind:", "genre", "type"})
ARTICLES = KNOWN_ARTICLES | {"a", "an", "un", "une", "this", "ce", "new", "nouveau", "nos", "de", "du", "and", "et"}
"""After them a name is a word of the title: "our new blog", "a site"."""


@dataclass(slots=True)
class Filling:
    """The fields so far, by their names in `PostFields`, and the stretches of tokens that found no meaning."""

    line: TypedLine
    fields: dict[str, Any] = field(default_factory=dict)
    when: When | None = None
    leftover: list[tuple[int, int]] = field(default_factory=list)
    unread_words: set[int] = field(default_factory=set)
    moments: list[Piece] = field(default_factory=list)
    doubts: tuple[Doubt, ...] = ()
    is_guessed: bool = False

    def take(self, piece: Piece) -> None:
        if not getattr(self, f"_{piece.slot}", self._field)(piece):
            self.leftover.append((piece.start, piece.end))
            self.unread_words |= {piece.start} if piece.slot == "word" else set()

    def _field(self, piece: Piece) -> bool:
        return self._set("owner_id" if piece.slot == "owner" else piece.slot, piece.value)

    def _set(self, name: str, value: object) -> bool:
        if name in self.fields:
            return False
        self.fields[name] = value
        return True

    def _kind(self, piece: Piece) -> bool:
        """The word that names it outweighs what the title begins with."""
        if self.is_guessed and self.line.words[piece.start] in NAMES_OF_KIND:
            self.is_guessed = False
            self.fields["kind"] = piece.value
            return True
        return self._set("kind", piece.value)

    def _quoted(self, piece: Piece) -> bool:
        """The first quoted text is the title, the second the text."""
        return self._set("title", piece.value) or self._set("text", piece.value)

    def _label(self, piece: Piece) -> bool:
        labels = self.fields.get("labels", ())
        self.fields["labels"] = (*labels, piece.value)
        return len(labels) < MAX_LABELS

    def _when(self, piece: Piece) -> bool:
        """A day and a time of day may stand apart."""
        merged = _merged(self.when, piece.value, self.line)
        self.when = merged or self.when
        self.moments += [piece] if merged else []
        return merged is not None

    def drop_doubtful_moment(self) -> None:
        """Beside words that were not understood, a moment is as likely something else: "black friday 10:00".

        A time of day after an unknown day is what it says.
        """
        for piece in self.moments:
            is_after = piece.value.day is not None and piece.start - 1 in self.unread_words
            if is_after or piece.end in self.unread_words:
                self.leftover += [(each.start, each.end) for each in self.moments]
                self.when = None
                return

    def _unsure_text(self, piece: Piece) -> bool:
        """Filled in, and asked."""
        self._set("text", piece.value)
        return False

    def _dashed(self, piece: Piece) -> bool:
        return False

    def _unread(self, piece: Piece) -> bool:
        return False

    def _word(self, piece: Piece) -> bool:
        return self.line.words[piece.start] in FILLERS and self.line.tokens[piece.start].kind == "word"

    def not_understood(self) -> tuple[str, ...]:
        """The stretches as they were typed; neighbours are one."""
        joined: list[tuple[int, int]] = []
        for start, end in sorted(self.leftover):
            if joined and joined[-1][1] == start:
                joined[-1] = joined[-1][0], end
            else:
                joined.append((start, end))
        return tuple(self.line.typed(start, end) for start, end in joined)


def _merged(known: When | None, found: When, line: TypedLine) -> When | None:
    if known is None:
        return found
    for day, clock in ((known, found), (found, known)):
        if day.day and clock.clock and not (day.clock or clock.day):
            whole = at_clock(day.day, clock.clock, line.here, zone=clock.zone)
            return replace(whole, doubts=(*day.doubts, *clock.doubts), fault=day.fault or whole.fault)
    return None


def post_fields(
    line: TypedLine, *, free_title: bool = True, doubting: bool = False, repeating: bool = False
) -> dict[str, Any]:
    """The arguments of a `PostFields` for *line*; where it is *repeating*, also those of a series.

    *free_title*: without quotes, the first words are the title. *doubting*: unless nothing but a kind is sure.

    Raises `UserError`: "moment-past", "moment-weekday", "moment-leap-day".
    """
    every = pieces(line, in_edit=not free_title)
    every = with_planned_platform(line, every) if free_title else every
    every, unsure = with_unplanned_platform(line, every) if free_title else (every, ())
    is_titled = any(piece.slot in {"quoted", "title"} for piece in every)
    if free_title and not is_titled:
        every = with_rhythm_in_title(every)
    run = 0 if is_titled or not free_title else _title_length(every)
    filling = Filling(line=line)
    if not run:
        every = with_short_platform(line, every)
    if run:
        _take_title(filling, every[:run])
        filling.doubts = _owner_at_the_end(line, every[:run])
    last = len(every) if run or is_titled or not free_title else _title_at_the_end(every)
    for piece in every[run:last]:
        filling.take(piece)
    if every[last:]:
        _take_title(filling, every[last:])
    filling.doubts = (*filling.doubts, *unsure)
    filling.drop_doubtful_moment()
    _repeat_or_not(filling, every, repeating)
    if doubting:
        _doubt_lone_kind(filling, every[:run])
    return {**filling.fields, **_moment(filling), "not_understood": filling.not_understood()}


def with_planned_platform(line: TypedLine, every: list[Piece]) -> list[Piece]:
    """ "We are hiring x tomorrow 9am": where no platform is said, the short name of one of the plan is one.

    It stands at either end, or beside a moment, as "linkedin" may; not after an article.
    """
    if any(piece.slot == "platform" for piece in every):
        return every
    for n, piece in enumerate(every):
        named = _short_name(line, piece)
        if named in line.here.platforms and _is_at_an_edge(line, every, n):
            return [*every[:n], replace(piece, slot="platform", value=named, firm=False), *every[n + 1 :]]
    return every


def with_unplanned_platform(line: TypedLine, every: list[Piece]) -> tuple[list[Piece], tuple[Doubt, ...]]:
    """ "New range threads tomorrow 9am" where the plan has no Threads: likely the platform, and asked."""
    if any(piece.slot == "platform" for piece in every):
        return every, ()
    for n, piece in enumerate(every[:-1]):
        is_after_title = n > 0 and every[n + 1].slot == "when" and line.words[piece.start - 1] not in ARTICLES
        if is_after_title and (named := _short_name(line, piece)):
            doubt = Doubt(key="platform-or-title", what=line.typed(piece.start, piece.end))
            return [*every[:n], replace(piece, slot="platform", value=named, firm=False), *every[n + 1 :]], (doubt,)
    return every, ()


def _short_name(line: TypedLine, piece: Piece) -> Platform | None:
    named = PLATFORMS.at(line.words, piece.start) if piece.slot in {"word", "kind"} else None
    is_short = named and named[1] == piece.end and " ".join(line.words[piece.start : piece.end]) in SHORT_PLATFORMS
    return named[0] if named and is_short else None


def _is_at_an_edge(line: TypedLine, every: list[Piece], n: int) -> bool:
    if n and line.words[every[n].start - 1] in ARTICLES:
        return False
    return any(each is None or each.firm or each.slot == "when" for each in (_at(every, n - 1), _at(every, n + 1)))


def _at(every: list[Piece], n: int) -> Piece | None:
    return every[n] if 0 <= n < len(every) else None


def with_short_platform(line: TypedLine, every: list[Piece]) -> list[Piece]:
    """ "x", "blog": where no platform is said and the title is, the first such name is one."""
    if any(piece.slot == "platform" for piece in every):
        return every
    for n, piece in enumerate(every):
        if named := _short_name(line, piece):
            return [*every[:n], replace(piece, slot="platform", value=named), *every[n + 1 :]]
    return every


def with_rhythm_in_title(every: list[Piece]) -> list[Piece]:
    """ "Quagga weekly … every tuesday": a lone "weekly" before what says the days is a word of the title."""
    rhythms = [n for n, piece in enumerate(every) if piece.slot == "repeat"]
    if len(rhythms) < 2 or every[rhythms[0]].end - every[rhythms[0]].start > 1:
        return every
    first = every[rhythms[0]]
    return [replace(each, slot="word", value=None, firm=False) if each is first else each for each in every]


def _repeat_or_not(filling: Filling, every: list[Piece], repeating: bool) -> None:
    """An end belongs to something that comes back: alone it means nothing."""
    if repeating and "repeat" in filling.fields:
        return
    for name in ("repeat", "times", "until"):
        if filling.fields.pop(name, None) is not None:
            filling.leftover += [(each.start, each.end) for each in every if each.slot == name]


def _moment(filling: Filling) -> dict[str, Any]:
    asked = filling.when.asked if filling.when else {}
    doubts = (*filling.doubts, *asked.get("doubts", ()))
    return {**asked, "doubts": doubts} if doubts else asked


def _owner_at_the_end(line: TypedLine, run: list[Piece]) -> tuple[Doubt, ...]:
    """ "Gift guide for dan on blog": the title, or whose post it is?"""
    start = max(0, len(run) - LONGEST_NAME)
    for piece in run[start + 1 :]:
        is_after = line.words[piece.start - 1] in FOR and run[0].start < piece.start - 1
        if is_after and line.here.people.at(line.words, piece.start) == run[-1].end:
            return (Doubt(key="owner-or-title", what=line.typed(piece.start - 1, run[-1].end)),)
    return ()


def _title_length(every: list[Piece]) -> int:
    """How many pieces at the start are words of a title: up to a firm one, or to loose ones that nothing else says."""
    end = next((n for n, piece in enumerate(every) if piece.firm), len(every))
    said = {piece.slot for piece in every[end:]}
    while end and every[end - 1].slot in {"platform", "when", "dashed"} - said:
        end -= 1
    return end


def _title_at_the_end(every: list[Piece]) -> int:
    """ "x tomorrow 9am We are hiring": where its words begin, after a platform and a whole moment."""
    at = len(every)
    while at and every[at - 1].slot in {"word", "kind", "dashed"}:
        at -= 1
    before = every[:at]
    is_clear = any(each.slot == "platform" for each in before) and any(
        each.slot == "when" and each.value.is_whole for each in before
    )
    return at if is_clear and len(every) - at > 1 else len(every)


def _take_title(filling: Filling, run: list[Piece]) -> None:
    """A kind as the first word says the kind, too."""
    if run[0].slot == "kind":
        filling.fields["kind"], filling.is_guessed = run[0].value, True
    filling.fields["title"] = filling.line.typed(run[0].start, run[-1].end)


def _doubt_lone_kind(filling: Filling, run: list[Piece]) -> None:
    """ "contest tuesdayish": when only the kind was recognised, the other words are as likely a slip as a title."""
    if len(run) > 1 and run[0].slot == "kind" and filling.when is None and set(filling.fields) == {"kind", "title"}:
        filling.leftover += [(piece.start, piece.end) for piece in run[1:] if piece.slot == "word"]


def on_today(fields: dict[str, Any], line: TypedLine) -> dict[str, Any]:
    """A time of day without a day is today's, unless the day may be among what was not understood.

    Raises `UserError("moment-past")`.
    """
    clock = fields.get("clock")
    if clock is None or fields.get("day") is not None or fields.get("not_understood"):
        return fields
    zone = fields.get("zone", "")
    when = at_clock(line.here.today, clock, line.here, zone=zone, typed=clock.isoformat("minutes")).checked()
    return {**fields, "due": when.due, "day": when.day}
