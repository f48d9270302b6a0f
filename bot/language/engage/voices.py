"""`/checkin voice …`, `/checkin voices …`, `/checkin V3 …` as requests: what is asked of voices that are there."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.domain.engage.voices import VoiceKind
from bot.domain.platforms import Platform
from bot.language.doubts import Doubt
from bot.language.engage.voice_parts import Found, KeepVoice, keep_asked, refuse_past
from bot.language.engage.voice_words import (
    BY_NAME,
    ON,
    SEVERAL,
    VOICE_DEEDS,
    VOICE_KINDS,
    WAITING,
    voice_number,
)
from bot.language.line import TypedLine
from bot.language.moment.moments import when_at
from bot.language.parts import TO, cut_person
from bot.language.post.words import SCOPES
from bot.language.requests import Request
from bot.language.words import PLATFORMS


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchVoice(Request):
    """*deed* ("done", "move", "give", "note", "next", "forget", "edit", "export", "show") to a voice.

    It is called by its number, or by the beginning of its *name*.
    """

    voice_id: str = ""
    name: str = ""
    deed: str = "show"
    words: str = ""
    day: date | None = None
    owner_id: str | None = None
    owner_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListVoices(Request):
    kind: VoiceKind | None = None
    platform: Platform | None = None
    is_mine: bool = False
    by_name: bool = False


def voice_asked(line: TypedLine) -> Request:
    """After the word "voice": a number and what to do with it, or somebody new."""
    if not line.tokens:
        return KeepVoice()
    return touch_asked(line) or keep_asked(line)


def touch_asked(line: TypedLine) -> TouchVoice | None:
    """ "V3 done", "done V3", "V3 next "thank her" thu": what is asked of a voice that has a number."""
    at = next((n for n, word in enumerate(line.words[:3]) if voice_number(word)), None)
    if at is None or (at and not VOICE_DEEDS.at(line.words, 0)):
        return None
    return _touched(line.without(at, at + 1), TouchVoice(voice_id=voice_number(line.words[at])))


def forget_asked(line: TypedLine) -> TouchVoice:
    """ "V3" or a name."""
    found = next((voice_number(word) for word in line.words if voice_number(word)), "")
    quoted = next((each.text for each in line.tokens if each.kind == "quoted"), "")
    name = "" if found else quoted or line.typed()
    return TouchVoice(voice_id=found, name=name, deed="forget")


def _touched(line: TypedLine, called: TouchVoice) -> TouchVoice:
    verb = VOICE_DEEDS.at(line.words, 0)
    deed, rest = (verb[0], line.after(verb[1])) if verb else ("", line)
    if deed == "note":
        return replace(called, deed="note", words=rest.typed().lstrip(": "))
    if deed == "give" or (not deed and _is_person(rest)):
        owner_id, owner_name, rest = cut_person(rest)
        return replace(called, deed="give", owner_id=owner_id, owner_name=owner_name, not_understood=rest.leftover())
    day, doubts, rest = cut_day(rest)
    if deed == "next":
        quoted = next((each.text for each in rest.tokens if each.kind == "quoted"), "")
        words = quoted or rest.typed().strip(" :,")
        return replace(called, deed="next", words=words, day=day, doubts=doubts)
    deed = deed or ("move" if day else "show")
    return replace(called, deed=deed, day=day, doubts=doubts, not_understood=rest.leftover())


def _is_person(line: TypedLine) -> bool:
    owner_id, owner_name, rest = cut_person(line)
    return bool(owner_id or owner_name) and not rest.leftover()


def cut_day(line: TypedLine) -> tuple[date | None, tuple[Doubt, ...], TypedLine]:
    """The first day that is named, and the line without it and its preposition. Raises the moment's fault."""
    for at in range(len(line.words)):
        found = when_at(line.words, at, line.here)
        if found is not None and found.day is not None:
            start = at - 1 if at and line.words[at - 1] in TO else at
            refuse_past(line, at, found.end)
            found.checked()
            return found.day, found.doubts, line.without(start, found.end)
    return None, (), line


def list_asked(line: TypedLine) -> ListVoices:
    """ "influencers on instagram", "mine", "by name"."""
    fields: dict[str, Any] = {}
    rest, at = line, 0
    while at < len(rest.words):
        found = _narrowed(rest, at)
        if found is None:
            at += 1
            continue
        fields |= {found[0]: found[1]} if found[0] else {}
        rest = rest.without(at, found[2])
    return ListVoices(**fields, not_understood=rest.leftover(fillers=frozenset({"by", "par", "les", "qui", "who"})))


def _narrowed(line: TypedLine, at: int) -> Found | None:
    if found := VOICE_KINDS.at(line.words, at) or SEVERAL.at(line.words, at):
        return "kind", *found
    if (scope := SCOPES.at(line.words, at)) and scope[0] in ("mine", "all"):
        return ("is_mine", True, scope[1]) if scope[0] == "mine" else ("", None, scope[1])
    start = at + 1 if line.words[at] in ON else at
    if platform := PLATFORMS.at(line.words, start):
        return "platform", *platform
    if line.words[at] in WAITING:
        return "", None, at + 1
    return ("by_name", True, at + 1) if line.words[at] in BY_NAME else None
