"""Voices: kept, changed, their next step done, moved, handed over; where they are named. Each can be undone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.domain.engage.questions import Question
from bot.domain.engage.voices import Address, Voice, VoiceKind, is_named_in, texts_asking, texts_naming, waits_since
from bot.domain.errors import NotFound, UserError
from bot.domain.limits import NAME_LIMIT, VOICE_ADDRESS_LIMIT, VOICE_ADDRESSES, VOICE_NOTES_LIMIT, VOICE_TEXT_LIMIT
from bot.domain.members import Member
from bot.domain.platforms import Platform
from bot.domain.posts import Post
from bot.domain.strategy import Strategy
from bot.ports import Store, Transaction
from bot.services.people.who_can_be_told import reachable
from bot.services.people.who_may import Action, may, refuse_unless
from bot.services.reminders.owing import mark_mornings
from bot.services.undo.kept import put_kept, undo_token

PAGE = 10
TABLE = "voices"
FARTHEST = timedelta(days=731)


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceWish:
    """What somebody wants a voice to be, not checked yet; None keeps what is there, a form gives all of it."""

    name: str | None = None
    kind: VoiceKind | None = None
    addresses: tuple[Address, ...] | None = None
    language: str | None = None
    cares_for: str | None = None
    notes: str | None = None
    owner_id: str | None = None
    step: str | None = None
    step_day: date | None = None


class Order(StrEnum):
    """What the list is ordered by."""

    WAITING = "waiting"
    NAME = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFilter:
    kind: VoiceKind | None = None
    platform: Platform | None = None
    owner_id: str = ""
    order: Order = Order.WAITING


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicePage:
    """*number* counts from 1; *first* and *last* are the places of what it shows."""

    wanted: VoiceFilter
    voices: tuple[Voice, ...]
    number: int
    total: int

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.voices) - 1

    @property
    def has_more(self) -> bool:
        return self.last < self.total


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceFacts:
    """A voice as its card shows it to one reader: where it is named, what they may do. *undo*: a deed's token."""

    voice: Voice
    posts: tuple[Post, ...]
    questions: tuple[Question, ...]
    can_change: bool
    undo: str = ""


def keepers_of(voice: Voice) -> tuple[str, ...]:
    """Whose it is, the nearest first."""
    return tuple(dict.fromkeys(filter(None, (voice.owner_id, voice.created_by))))


def refuse_unless_voice(by: Member, strategy: Strategy, voice: Voice) -> None:
    """Raises `UserError("rights-change_voice")`; an advocate is changed by nobody but themselves."""
    if voice.member_id and voice.member_id != by.id:
        raise UserError("voice-advocate", what=voice.id)
    refuse_unless(by, Action.CHANGE_VOICE, strategy, own=keepers_of(voice), what=voice.id)


def may_change_voice(by: Member, strategy: Strategy, voice: Voice) -> bool:
    is_own = not voice.member_id or voice.member_id == by.id
    return is_own and may(by, Action.CHANGE_VOICE, strategy, own=keepers_of(voice))


def voice_in(tx: Transaction, strategy: Strategy, voice_id: str) -> Voice:
    """Raises `NotFound` also for one of another strategy: nobody learns that it exists."""
    voice = tx.voices.find(voice_id)
    if voice is None or voice.strategy_id != strategy.id:
        raise NotFound("voice", voice_id)
    return voice


def voices_called(store: Store, strategy: Strategy, name: str) -> list[Voice]:
    """Those with that name, else those whose name begins with it, however it is spelled."""
    wanted = name.strip().casefold()
    with store.transaction() as tx:
        known = tx.voices.of_strategy(strategy.id)
    exact = [each for each in known if each.name.casefold() == wanted]
    return exact or [each for each in known if wanted and each.name.casefold().startswith(wanted)]


def keep_voice(store: Store, *, strategy: Strategy, by: Member, now: datetime, wish: VoiceWish) -> Voice:
    """Raises `UserError`: "rights-keep", "voice-nameless", "voice-known", and for a wish that cannot be met."""
    refuse_unless(by, Action.KEEP, strategy)
    with store.transaction() as tx:
        blank = Voice(id="", strategy_id=strategy.id, name="", owner_id=by.id, created_by=by.id, created_at=now)
        made = _as_wished(tx, strategy, by, blank, wish, now=now)
        _refuse_second(tx, made)
        numbered = replace(made, id=f"V{tx.next_number('voice')}")
        noted = numbered.noted("kept", by=by.id, on=by.today(now))
        return _put(tx, strategy, None, noted, what="voice-kept", by=by, now=now)


def change_voice(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, voice_id: str, wish: VoiceWish, seen: int = 0
) -> Voice:
    """*seen*: the revision that was looked at. Raises `UserError`: "voice-changed" where somebody was faster."""
    with store.transaction() as tx:
        was = _to_change(tx, strategy, by, voice_id)
        if seen and was.rev != seen:
            raise UserError("voice-changed", what=was.id)
        made = _as_wished(tx, strategy, by, was, wish, now=now)
        if made == was:
            return was
        _refuse_second(tx, made)
        given = made.owner_id != was.owner_id
        noted = made.noted("given" if given else "changed", by=by.id, on=by.today(now), words="")
        return _put(tx, strategy, was, noted, what="voice-changed", by=by, now=now)


def finish_voice_step(store: Store, *, strategy: Strategy, by: Member, now: datetime, voice_id: str) -> Voice:
    """What was done goes to the history. Raises `UserError("voice-no-step")`."""
    with store.transaction() as tx:
        return finish_step_in(tx, strategy=strategy, by=by, now=now, voice_id=voice_id)


def finish_step_in(tx: Transaction, *, strategy: Strategy, by: Member, now: datetime, voice_id: str) -> Voice:
    was = _to_change(tx, strategy, by, voice_id)
    if not was.step:
        raise UserError("voice-no-step", what=was.id)
    noted = replace(was, step="", step_day=None).noted("done", by=by.id, on=by.today(now), words=was.step)
    return _put(tx, strategy, was, noted, what="voice-done", by=by, now=now)


def finish_due_steps(
    tx: Transaction, *, strategy: Strategy, by: Member, now: datetime, voice_ids: Iterable[str]
) -> None:
    """What a round ticked; what is not theirs to change, done meanwhile or put off, stays as it is."""
    for voice in filter(None, map(tx.voices.find, voice_ids)):
        is_there = voice.strategy_id == strategy.id and voice.is_due(by.today(now))
        if is_there and may_change_voice(by, strategy, voice):
            finish_step_in(tx, strategy=strategy, by=by, now=now, voice_id=voice.id)


def move_voice_step(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, voice_id: str, day: date, step: str = ""
) -> Voice:
    """To another day; *step*: what it is from now on. Raises `UserError("voice-no-step")`, "voice-step-day"."""
    with store.transaction() as tx:
        was = _to_change(tx, strategy, by, voice_id)
        if not (step or was.step):
            raise UserError("voice-no-step", what=was.id)
        _refuse_day(day, by.today(now))
        moved = replace(was, step=(step or was.step)[:VOICE_TEXT_LIMIT], step_day=day)
        noted = moved.noted("moved", by=by.id, on=by.today(now), words=moved.step)
        return _put(tx, strategy, was, noted, what="voice-moved", by=by, now=now)


def give_voice(store: Store, *, strategy: Strategy, by: Member, now: datetime, voice_id: str, owner_id: str) -> Voice:
    """Raises `UserError`: "not-reachable", "outsider", "stranger"."""
    wish = VoiceWish(owner_id=owner_id)
    return change_voice(store, strategy=strategy, by=by, now=now, voice_id=voice_id, wish=wish)


def note_happening(
    store: Store, *, strategy: Strategy, by: Member, now: datetime, voice_id: str, words: str, on: date
) -> Voice:
    """Raises `UserError`: "voice-happening-empty", "voice-happening-day" for a day to come."""
    if not words.strip():
        raise UserError("voice-happening-empty", what=voice_id)
    if on > by.today(now):
        raise UserError("voice-happening-day")
    with store.transaction() as tx:
        was = _to_change(tx, strategy, by, voice_id)
        noted = was.noted("happened", by=by.id, on=on, words=words.strip()[:VOICE_TEXT_LIMIT])
        return _put(tx, strategy, was, noted, what="voice-happened", by=by, now=now)


def facts_of_voice(store: Store, *, strategy: Strategy, by: Member, now: datetime, voice_id: str) -> VoiceFacts:
    with store.transaction() as tx:
        voice = voice_in(tx, strategy, voice_id)
        named = tuple(naming_posts(tx, voice))
        return VoiceFacts(
            voice=voice,
            posts=tuple(reversed(named)),
            questions=tuple(each for each in tx.questions.all() if _asks_about(each, voice)),
            can_change=may_change_voice(by, strategy, voice),
            undo=undo_token(tx, voice.id, voice.rev, by=by, now=now),
        )


def naming_posts(tx: Transaction, voice: Voice) -> Iterator[Post]:
    for post in tx.posts.calendar_of(voice.strategy_id).posts:
        if is_named_in(voice, texts_naming(post)):
            yield post


def _asks_about(question: Question, voice: Voice) -> bool:
    return question.strategy_id == voice.strategy_id and is_named_in(voice, texts_asking(question))


def list_voices(store: Store, *, strategy: Strategy, wanted: VoiceFilter, number: int = 1) -> VoicePage:
    """Who waits longest comes first, unless they are wanted by name."""
    with store.transaction() as tx:
        found = [each for each in tx.voices.of_strategy(strategy.id) if _is_wanted(each, wanted)]
    by_name = wanted.order is Order.NAME
    ordered = sorted(found, key=lambda each: (each.name.casefold(), each.number) if by_name else waits_since(each))
    last = max(1, -(-len(ordered) // PAGE))
    number = min(max(number, 1), last)
    shown = ordered[(number - 1) * PAGE : number * PAGE]
    return VoicePage(wanted=wanted, voices=tuple(shown), number=number, total=len(ordered))


def _is_wanted(voice: Voice, wanted: VoiceFilter) -> bool:
    return (
        wanted.kind in (None, voice.kind)
        and (wanted.platform is None or wanted.platform in voice.platforms)
        and wanted.owner_id in ("", voice.owner_id)
    )


def due_voices(tx: Transaction, strategy: Strategy, member: Member, today: date) -> tuple[Voice, ...]:
    """Those of theirs whose next step is for *today* or waits since before, the longest waiting first."""
    found = tx.voices.with_step_until(strategy.id, today)
    return tuple(each for each in found if each.owner_id == member.id)


def _put(
    tx: Transaction, strategy: Strategy, was: Voice | None, voice: Voice, *, what: str, by: Member, now: datetime
) -> Voice:
    """With its undo; the mornings that list it say what is so."""
    kept = put_kept(tx, TABLE, was, voice, what=what, by=by, now=now)
    mark_mornings(tx, strategy, now=now, of={each.owner_id for each in (was, kept) if each})
    return kept


def _to_change(tx: Transaction, strategy: Strategy, by: Member, voice_id: str) -> Voice:
    voice = voice_in(tx, strategy, voice_id)
    refuse_unless_voice(by, strategy, voice)
    return voice


def _as_wished(
    tx: Transaction, strategy: Strategy, by: Member, voice: Voice, wish: VoiceWish, *, now: datetime
) -> Voice:
    given: dict[str, Any] = {each.name: getattr(wish, each.name) for each in fields(wish)}
    given = {name: value for name, value in given.items() if value is not None}
    if wish.step == "" or (wish.step and wish.step_day is None):
        given["step_day"] = None if not wish.step else _step_day(voice, by, now)
    for name, limit in LIMITS.items():
        if name in given:
            given[name] = str(given[name]).strip()[:limit]
    made = replace(voice, **given)
    if not made.name:
        raise UserError("voice-nameless")
    if made.kind is VoiceKind.ADVOCATE and not made.member_id:
        raise UserError("voice-advocate-self")
    if made.step_day is not None and made.step_day != voice.step_day:
        _refuse_day(made.step_day, by.today(now))
    if made.owner_id != voice.owner_id:
        reachable(tx, strategy, made.owner_id)
    return replace(made, addresses=_addresses(made.addresses))


def _addresses(given: tuple[Address, ...]) -> tuple[Address, ...]:
    """Each once; one that is cut would lead nowhere."""
    whole = (each for each in given if len(each.where) <= VOICE_ADDRESS_LIMIT)
    return tuple(dict.fromkeys(whole))[:VOICE_ADDRESSES]


LIMITS = {
    "name": NAME_LIMIT,
    "language": VOICE_TEXT_LIMIT,
    "cares_for": VOICE_TEXT_LIMIT,
    "notes": VOICE_NOTES_LIMIT,
    "step": VOICE_TEXT_LIMIT,
}


def _step_day(voice: Voice, by: Member, now: datetime) -> date:
    """A step without a day is for the day it had, else for today."""
    return voice.step_day or by.today(now)


def _refuse_day(day: date, today: date) -> None:
    if not today <= day <= today + FARTHEST:
        raise UserError("voice-step-day")


def _refuse_second(tx: Transaction, voice: Voice) -> None:
    """One person has one card, where the name is the same and nothing tells them apart."""
    name = voice.name.casefold()
    for each in tx.voices.of_strategy(voice.strategy_id):
        if each.id != voice.id and each.name.casefold() == name:
            raise UserError("voice-known", what=each.id, name=each.name)
