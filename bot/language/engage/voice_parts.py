"""`/checkin voice …`: somebody new as a request, with the parts of a voice in any order."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.domain.engage.voices import Address, VoiceKind
from bot.domain.errors import UserError
from bot.domain.platforms import Platform
from bot.language.doubts import Doubt
from bot.language.engage.voice_words import (
    IN_LANGUAGE,
    KEYS,
    LANGUAGES,
    ON,
    VOICE_KINDS,
    platform_of_link,
)
from bot.language.line import TypedLine
from bot.language.links import address_in
from bot.language.moment.moments import when_at
from bot.language.parts import TO
from bot.language.requests import ME, Request
from bot.language.vocabulary import folded
from bot.language.words import MYSELF, PLATFORMS, SHORT_PLATFORMS


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepVoice(Request):
    """Somebody new, as far as it was understood; an empty *name* is asked for. *owner_id* may be `ME`."""

    name: str = ""
    kind: VoiceKind | None = None
    addresses: tuple[Address, ...] = ()
    language: str = ""
    cares_for: str = ""
    notes: str = ""
    owner_id: str | None = None
    owner_name: str = ""
    step: str = ""
    step_day: date | None = None


PAST_BEFORE = frozenset({"last", "past"})
PAST_AFTER = frozenset({"dernier", "derniere", "passe", "passee"})

Found = tuple[str, Any, int]
"""A field, what it is, and where its words end."""


@dataclass(slots=True, kw_only=True)
class Heard:
    """What was found so far; *loose*: stretches of words that nothing announced."""

    fields: dict[str, Any] = field(default_factory=dict)
    addresses: list[Address] = field(default_factory=list)
    doubts: tuple[Doubt, ...] = ()
    loose: list[tuple[int, int]] = field(default_factory=list)


def keep_asked(line: TypedLine) -> KeepVoice:
    heard, at = Heard(), 0
    while at < len(line.tokens):
        end = _hear(line, at, heard)
        if end is None:
            _leave(heard, at)
            end = at + 1
        at = end
    name, left = _name(line, heard)
    return KeepVoice(
        name=name, addresses=tuple(heard.addresses), doubts=heard.doubts, not_understood=left, **heard.fields
    )


def _leave(heard: Heard, at: int) -> None:
    if heard.loose and heard.loose[-1][1] == at:
        heard.loose[-1] = (heard.loose[-1][0], at + 1)
    else:
        heard.loose.append((at, at + 1))


def _name(line: TypedLine, heard: Heard) -> tuple[str, tuple[str, ...]]:
    """What is in quotes, else the first words that nothing announced; and what is left then."""
    quoted = next((n for start, end in heard.loose for n in range(start, end) if line.tokens[n].kind == "quoted"), None)
    stretches = [(start, end) for start, end in heard.loose if line.after(start).leftover()]
    if quoted is not None:
        name, gone = line.tokens[quoted].text, (quoted, quoted + 1)
    elif stretches:
        name, gone = line.typed(*stretches[0]).strip(" ,;:"), stretches[0]
    else:
        return "", ()
    kept = [n for start, end in heard.loose for n in range(start, end) if not gone[0] <= n < gone[1]]
    rest = replace(line, tokens=[line.tokens[n] for n in kept], words=[line.words[n] for n in kept])
    return name, rest.leftover()


def _hear(line: TypedLine, at: int, heard: Heard) -> int | None:
    """Where the part ends that begins at *at*; None where none does."""
    for read in READERS:
        found = read(line, at)
        if found is None or (found[0] != "address" and found[0] in heard.fields):
            continue
        name, value, end = found
        if name == "address":
            heard.addresses.append(value)
        elif name == "step":
            _hear_step(heard, *value)
        elif name == "owner":
            heard.fields |= {"owner_id": value[0], "owner_name": value[1]}
        else:
            heard.fields[name] = value
        return end
    return None


def _hear_step(heard: Heard, words: str, day: date | None, doubts: tuple[Doubt, ...]) -> None:
    heard.fields |= {name: value for name, value in (("step", words), ("step_day", day)) if value}
    heard.doubts += doubts


def _keyed(line: TypedLine, at: int) -> Found | None:
    """What a word announces: in quotes, or up to the next part."""
    key = KEYS.at(line.words, at)
    if key is None:
        return None
    name, after = key
    if after < len(line.tokens) and line.tokens[after].raw == ":":
        after += 1
    if name == "owner":
        return _owner(line, after)
    if name == "notes":
        return ("notes", line.typed(after).strip('"«» '), len(line.tokens)) if after < len(line.tokens) else None
    end = _end_of_words(line, after, is_step=name == "step")
    if end == after:
        return None
    words = line.tokens[after].text if line.tokens[after].kind == "quoted" else line.typed(after, end).strip(" ,;")
    return _with_day(line, words, end) if name == "step" else (name, words, end)


def _with_day(line: TypedLine, words: str, end: int) -> Found:
    day, doubts, after = _day_at(line, end)
    return "step", (words, day, doubts), after


def _day_at(line: TypedLine, at: int) -> tuple[date | None, tuple[Doubt, ...], int]:
    start = at + 1 if at < len(line.words) and line.words[at] in TO else at
    found = when_at(line.words, start, line.here) if start < len(line.words) else None
    if found is None or found.day is None:
        return None, (), at
    refuse_past(line, start, found.end)
    return found.checked().day, found.doubts, found.end


def refuse_past(line: TypedLine, start: int, end: int) -> None:
    """Raises `UserError("moment-past")` for "last friday" and « vendredi dernier »: a step is never the next one's."""
    before, after = line.words[max(start - 1, 0) : start], line.words[end : end + 1]
    if PAST_BEFORE.issuperset(before) and before and after != ["of"]:
        raise UserError("moment-past", what=line.typed(start - 1, end))
    if PAST_AFTER.issuperset(after) and after:
        raise UserError("moment-past", what=line.typed(start, end + 1))


def _end_of_words(line: TypedLine, at: int, *, is_step: bool) -> int:
    """A quoted text alone, else the words up to what begins another part."""
    if at < len(line.tokens) and line.tokens[at].kind == "quoted":
        return at + 1
    end = at
    while end < len(line.tokens) and not (end > at and _begins_part(line, end, is_step=is_step)):
        end += 1
    return end


def _begins_part(line: TypedLine, at: int, *, is_step: bool) -> bool:
    token = line.tokens[at]
    if token.kind in ("quoted", "member", "link") or KEYS.at(line.words, at) or _on_platform(line, at):
        return True
    return _day_at(line, at)[0] is not None if is_step else False


def _owner(line: TypedLine, at: int) -> Found | None:
    if at >= len(line.tokens):
        return None
    token = line.tokens[at]
    if token.kind == "member":
        return "owner", (token.text, ""), at + 1
    if token.folded in MYSELF:
        return "owner", (ME, ""), at + 1
    end = line.here.people.at(line.words, at)
    return ("owner", (None, line.typed(at, end).strip("@,;:.!")), end) if end else None


def _bare_owner(line: TypedLine, at: int) -> Found | None:
    token = line.tokens[at]
    is_marked = token.kind == "member" or (token.kind == "word" and len(token.text) > 1 and token.text[0] == "@")
    return _owner(line, at) if is_marked else None


def _on_platform(line: TypedLine, at: int) -> Found | None:
    """ "on instagram @marie", "instagram https://…": where somebody is met."""
    is_said = line.words[at] in ON
    start = at + 1 if is_said else at
    found = PLATFORMS.at(line.words, start) if start < len(line.words) else None
    if found is None:
        return None
    platform, after = found
    if not is_said and " ".join(line.words[start:after]) in SHORT_PLATFORMS:
        return None
    if after < len(line.tokens) and line.tokens[after].raw == ":":
        after += 1
    where, end = _handle(line, after, platform)
    return "address", Address(platform=platform, where=where), end


def _handle(line: TypedLine, at: int, platform: Platform) -> tuple[str, int]:
    if at >= len(line.tokens) or line.tokens[at].kind == "member":
        return "", at
    text = line.tokens[at].text.rstrip(",;")
    if link := address_in(text):
        is_its_own = platform_of_link(link) in (None, platform)
        return (link, at + 1) if is_its_own else ("", at)
    is_known = line.here.people.at(line.words, at) is not None
    return (text, at + 1) if text.startswith("@") and len(text) > 1 and not is_known else ("", at)


def _link(line: TypedLine, at: int) -> Found | None:
    text = line.tokens[at].text.strip("<>,;")
    if line.tokens[at].kind != "quoted" and (link := address_in(text)):
        return "address", Address(platform=platform_of_link(link), where=link), at + 1
    is_mail = line.tokens[at].kind == "word" and "@" in text[1:] and "." in text.partition("@")[2]
    return ("address", Address(where=text.removeprefix("mailto:")), at + 1) if is_mail else None


def _kind(line: TypedLine, at: int) -> Found | None:
    found = VOICE_KINDS.at(line.words, at)
    return ("kind", *found) if found else None


def _language(line: TypedLine, at: int) -> Found | None:
    """ "in french", « en anglais », "french"."""
    start = at + 1 if line.words[at] in IN_LANGUAGE else at
    if start < len(line.words) and line.words[start] in LANGUAGES:
        return "language", line.typed(start, start + 1).strip(" ,;."), start + 1
    return None


READERS: tuple[Callable[[TypedLine, int], Found | None], ...] = (
    _keyed,
    _on_platform,
    _link,
    _bare_owner,
    _kind,
    _language,
)


def addresses_in(text: str) -> tuple[Address, ...]:
    """The lines of a form: "Instagram @marie", a link, an e-mail address; what no line explains is kept as typed."""
    return tuple(_address_of(line.strip()) for line in text.splitlines() if line.strip())


def _address_of(text: str) -> Address:
    words = folded(text).split()
    found = PLATFORMS.at(words, 0) if words else None
    if found is not None:
        platform, end = found
        return Address(platform=platform, where=" ".join(text.split()[end:]).lstrip(": "))
    link = address_in(text)
    return Address(platform=platform_of_link(link) if link else None, where=link or text)
