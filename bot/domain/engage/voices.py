"""Voices: people who move others, what is kept of each, and where their names stand. Knows no clock and no text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.domain.engage.questions import Question
from bot.domain.platforms import Platform
from bot.domain.posts import Post


class VoiceKind(StrEnum):
    INFLUENCER = "influencer"
    PARTNER = "partner"
    PRESS = "press"
    CUSTOMER = "customer"
    ADVOCATE = "advocate"  # an employee who agreed to share; only they themselves say so


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where somebody is met: a link or a name, as it was typed. *platform* None: elsewhere (an e-mail, a telephone)."""

    platform: Platform | None = None
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceLine:
    """One dated line of what happened. *what* is in words, or one of `MARKS` with *words* beside it."""

    on: date
    by: str
    what: str
    words: str = ""


MARKS = frozenset({"kept", "changed", "done", "moved", "given", "happened"})
"""What a line of the history can tell; its words are in the catalogues."""

MOST_LINES = 60
"""Lines of a history that are kept: what is older than that helps nobody with the next step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """*step* is what comes next, on *step_day* (its owner's calendar). *member_id*: of an advocate, who it is.

    No score, no rank and no number of followers: there is no field for them.
    """

    id: str  # "V3", unique in the workspace
    strategy_id: str
    name: str
    kind: VoiceKind = VoiceKind.CUSTOMER
    addresses: tuple[Address, ...] = ()
    language: str = ""
    cares_for: str = ""
    notes: str = ""
    owner_id: str = ""
    created_by: str = ""
    created_at: datetime | None = None
    step: str = ""
    step_day: date | None = None
    history: tuple[VoiceLine, ...] = ()
    member_id: str = ""
    kits_a_week: int = 2  # of an advocate
    rev: int = 0

    @property
    def number(self) -> int:
        return int(self.id[1:]) if self.id[1:].isdecimal() else 0

    @property
    def platforms(self) -> tuple[Platform, ...]:
        return tuple(dict.fromkeys(each.platform for each in self.addresses if each.platform))

    @property
    def last_on(self) -> date | None:
        """When something happened last."""
        return max((each.on for each in self.history), default=None)

    def is_due(self, today: date) -> bool:
        return bool(self.step) and self.step_day is not None and self.step_day <= today

    def noted(self, what: str, *, by: str, on: date, words: str = "") -> "Voice":
        line = VoiceLine(on=on, by=by, what=what, words=words)
        return replace(self, history=(*self.history, line)[-MOST_LINES:])


def waits_since(voice: Voice) -> tuple[date, int]:
    """Who waits longest comes first in a list: by the next step's day, else by what happened last."""
    return (voice.step_day if voice.step and voice.step_day else voice.last_on or date.max, voice.number)


def names_of(voice: Voice) -> tuple[str, ...]:
    """What a text calls them: the name, and the handles of their addresses.

    A colleague's name in a text is about the colleague, whether they agreed to share or not.
    """
    names = ("" if voice.member_id else voice.name, *map(_handle, voice.addresses))
    return tuple(dict.fromkeys(each for each in names if len(each) > 1))


def _handle(address: Address) -> str:
    found = re.search(r"@([\w.-]{2,})", address.where) or re.search(r"//[^/]+/@?([\w.-]{2,})/?$", address.where)
    return "@" + found[1].rstrip(".") if found else ""


def texts_naming(post: Post) -> tuple[str, ...]:
    """Where a post can name somebody."""
    return (post.title, post.text, post.notes, *post.labels)


def texts_asking(question: Question) -> tuple[str, ...]:
    """Where a question can name somebody."""
    return (question.text, question.asked_by)


def is_named_in(voice: Voice, texts: Iterable[str]) -> bool:
    """Whether one of *texts* (a label, a title, a question) has the whole name or a handle, however it is spelled."""
    names, said = names_of(voice), list(texts)
    bare = _bare("\n".join(said))
    if not any(_bare(each) in bare for each in names):
        return False  # an expression for each of thousands of voices would take a hundred times as long
    words = "|".join(re.escape(each) for each in names)
    found = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return any(found.search(each) for each in said)


def _bare(text: str) -> str:
    """So that whatever `re.IGNORECASE` takes for the same is the same; all forms of the i are one for it."""
    return text.casefold().replace("\N{COMBINING DOT ABOVE}", "").replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")
