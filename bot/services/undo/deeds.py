"""The one form in which a deed is kept so that it can be taken back: a note, by its member, for ten minutes.

A note is written in the transaction of its deed. Its id is `deed:<member>:<number>`; the numbers only grow.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.members import Member
from bot.ports import Note, Transaction
from bot.services.people.who_may import Action

UNDO_FOR = timedelta(minutes=10)
DEEDS = "deed:"
"""How the ids of these notes begin. Those of the version before (`undo…:`) are left to expire."""


class PartKind(StrEnum):
    """What a deed can have written; `ways_back.table.WAYS` says of each how it is taken back."""

    POST = "post"
    NAMES = "names"  # of a theme or a campaign, on a post
    PLAN = "plan"
    OBJECTIVE = "objective"
    NUMBERS = "numbers"
    KEPT = "kept"  # one row of a table of its own: a voice, a correction
    ANSWER = "answer"  # one member's own part of a share kit


@dataclass(frozen=True, slots=True, kw_only=True)
class DeedPart:
    """One thing that a deed wrote. *key*: a post's number, the id of a strategy, an objective, a measurement or
    a row of `also`.

    *was_rev* and *rev* are revisions before (0: it was not there) and since (0 of a kept row: it is gone), *lines*
    how many lines of history a post has since. *before* and *after* are JSON values. *also*: a measurement that came
    with a post, the post of a measurement, the table of a kept row. *is_back*: it was taken back.
    """

    kind: PartKind
    key: str
    what: str = ""
    was_rev: int = 0
    rev: int = 0
    lines: int = 0
    before: Any = None
    after: Any = None
    also: str = ""
    is_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What *by* did in one go. *token* names it on buttons; *notes* are its ids, the latest first: a large file has
    one for each slice.

    *right* is asked for again before it is taken back. *is_whole*: all of its parts go back, or none. *stays*: it
    made an objective wider, which nothing takes back.
    """

    by: str
    strategy_id: str
    what: str
    parts: tuple[DeedPart, ...]
    right: Action = Action.CHANGE_POST
    token: str = ""
    is_whole: bool = False
    stays: bool = False
    notes: tuple[str, ...] = ()

    @property
    def post_ids(self) -> tuple[str, ...]:
        """The posts that it wrote, once each."""
        posts = (each.key for each in self.parts if each.kind in (PartKind.POST, PartKind.NAMES))
        return tuple(dict.fromkeys(posts))

    @property
    def is_over(self) -> bool:
        """Whether all of it was taken back."""
        return all(each.is_back for each in self.parts)

    def part_of(self, post_id: str) -> DeedPart | None:
        return next((each for each in self.parts if each.kind is PartKind.POST and each.key == post_id), None)

    def has(self, kind: PartKind, key: str = "") -> bool:
        return any(each.kind is kind and key in ("", each.key) for each in self.parts)


NAMED = tuple(each.name for each in fields(Deed) if each.name not in ("parts", "notes"))


def remember(tx: Transaction, deed: Deed, *, now: datetime) -> str:
    """Its token. What anybody did more than ten minutes ago is forgotten with that."""
    for each in tx.notes.starting(DEEDS):
        if not _is_live(each, now):
            tx.notes.delete(each.id)
    kept = replace(deed, token=deed.token or secrets.token_hex(8))
    number = tx.next_number("note")
    tx.notes.put(Note(id=f"{_beginning(deed.by)}{number}", body=_written(kept), expires_at=now + UNDO_FOR))
    return kept.token


def deeds_of(tx: Transaction, by: Member | str, *, now: datetime) -> list[Deed]:
    """What a member can still take back, the latest first, over all strategies."""
    member_id = by if isinstance(by, str) else by.id
    return [each for each in _deeds_under(tx, _beginning(member_id), now=now) if not each.is_over]


def deed_ever_called(tx: Transaction, token: str, *, now: datetime) -> Deed | None:
    """Of the last ten minutes, whoever did it; also one that was taken back."""
    return next((each for each in _deeds_under(tx, DEEDS, now=now) if each.token == token), None)


def _deeds_under(tx: Transaction, beginning: str, *, now: datetime) -> list[Deed]:
    live = [each for each in tx.notes.starting(beginning) if _is_live(each, now)]
    found: dict[str, Deed] = {}
    for note in sorted(live, key=_number, reverse=True):
        deed = read(note)
        latest = found.get(deed.token)
        found[deed.token] = _joined(latest, deed) if latest else deed
    return list(found.values())


def deed_called(tx: Transaction, token: str, *, by: Member, now: datetime) -> Deed | None:
    return next((each for each in deeds_of(tx, by, now=now) if each.token == token), None)


def bring_together(
    tx: Transaction,
    posts: Sequence[tuple[str, int, int]],
    *,
    by: Member,
    now: datetime,
    token: str = "",
    is_whole: bool = False,
) -> str:
    """Make one deed of what *by* did last to each of *posts* (number, revision, lines of history); its token.

    What was done to others in the same go stays a deed of its own.
    """
    ids, mine = {post_id for post_id, _, _ in posts}, deeds_of(tx, by, now=now)
    parts: list[DeedPart] = []
    taken: dict[str, Deed] = {}
    for post_id, rev, lines in posts:
        deed = next((each for each in mine if each.part_of(post_id)), None)
        part = deed.part_of(post_id) if deed else None
        if deed and part and set(deed.post_ids) <= ids:
            parts.append(replace(part, rev=rev, lines=lines))
            taken[deed.token] = deed
    for note_id in (note_id for each in taken.values() for note_id in each.notes):
        tx.notes.delete(note_id)
    if not parts:
        return ""
    last = next(iter(taken.values()))
    made = replace(last, parts=tuple(parts), what=parts[-1].what, token=token, is_whole=is_whole, notes=())
    return remember(tx, made, now=now)


def follow(tx: Transaction, post_id: str, *, was_rev: int, rev: int) -> None:
    """A post that is at *rev* as it was at *was_rev*, because what came between was taken back: earlier deeds, also
    of others, can be taken back from there.
    """
    if was_rev == 0:
        return
    for note in tx.notes.starting(DEEDS):
        if all(each["key"] != post_id for each in note.body["parts"]):
            continue
        deed = read(note)
        parts = [_moved_on(each, post_id, was_rev, rev) for each in deed.parts]
        rewrite(tx, note, deed, parts)


def mark_back(tx: Transaction, deed: Deed, keys: Iterable[str]) -> None:
    """These of its parts are taken back; that a deed is over is known until it expires."""
    gone = set(keys)
    for note_id in deed.notes:
        note = tx.notes.get(note_id)
        kept = read(note)
        parts = [_taken_back(each) if each.key in gone else each for each in kept.parts]
        rewrite(tx, note, kept, parts)


def _taken_back(part: DeedPart) -> DeedPart:
    return replace(part, is_back=True, before=None, after=None)


def rewrite(tx: Transaction, note: Note, deed: Deed, parts: Sequence[DeedPart]) -> None:
    if tuple(parts) != deed.parts:
        tx.notes.put(replace(note, body=_written(replace(deed, parts=tuple(parts)))))


def read(note: Note) -> Deed:
    named: dict[str, Any] = {name: note.body[name] for name in NAMED if name in note.body}
    named["right"] = Action(note.body.get("right", Action.CHANGE_POST))
    parts = (DeedPart(**{**each, "kind": PartKind(each["kind"])}) for each in note.body["parts"])
    return Deed(**named, parts=tuple(parts), notes=(note.id,))


def _moved_on(part: DeedPart, post_id: str, was_rev: int, rev: int) -> DeedPart:
    is_it = part.key == post_id and part.rev == was_rev and part.kind in (PartKind.POST, PartKind.NAMES, PartKind.KEPT)
    return replace(part, rev=rev) if is_it else part


def _joined(later: Deed, earlier: Deed) -> Deed:
    """Two slices of one file."""
    return replace(later, parts=(*earlier.parts, *later.parts), notes=(*later.notes, *earlier.notes))


def _written(deed: Deed) -> dict[str, Any]:
    """What is as by default is left out."""
    body = _unusual(deed, NAMED)
    return {**body, "parts": [_unusual(each, PART) for each in deed.parts]}


PART = tuple(each.name for each in fields(DeedPart))


def _unusual(value: Deed | DeedPart, names: Iterable[str]) -> dict[str, Any]:
    defaults: Mapping[str, Any] = {each.name: each.default for each in fields(value)}
    found = {name: getattr(value, name) for name in names if getattr(value, name) != defaults[name]}
    return {name: str(each) if isinstance(each, StrEnum) else each for name, each in found.items()}


def _beginning(member_id: str) -> str:
    return f"{DEEDS}{member_id}:"


def _number(note: Note) -> int:
    return int(note.id.rpartition(":")[2])


def _is_live(note: Note, now: datetime) -> bool:
    return note.expires_at is None or now < note.expires_at
