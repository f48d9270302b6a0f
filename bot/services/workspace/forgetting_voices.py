"""Forgetting a voice: all that is kept of them goes, from every copy too; texts that name them stay as they are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.domain.engage.voices import Voice, is_named_in, texts_naming
from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.ports import Note, Store, Transaction
from bot.services.engage.voices import refuse_unless_voice, voice_in
from bot.services.reminders.owing import mark_changed, mark_forgotten, mark_mornings
from bot.services.undo.deeds import DEEDS, PartKind, read, rewrite


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneVoice:
    """*named_in*: the ids of posts, questions and rounds whose texts still name them; *forget* does it to a copy."""

    voice_id: str
    name: str
    named_in: tuple[str, ...]

    @property
    def forget(self) -> Callable[[Store], object]:
        return partial(erase_voice, voice_id=self.voice_id)


def forget_voice(store: Store, *, strategy: Strategy, by: Member, now: datetime, voice_id: str) -> GoneVoice:
    """Nothing of them is in the store afterwards; there is no undo. Raises `UserError("rights-change_voice")`."""
    with store.transaction() as tx:
        voice = voice_in(tx, strategy, voice_id)
        refuse_unless_voice(by, strategy, voice)
        named_in = tuple(_naming(tx, voice))
        _erase(tx, voice_id)
        readers = [each.id for each in tx.members.all()]
        mark_mornings(tx, strategy, now=now, of=readers)  # a message that names them is a trace, too
        for each in named_in:
            mark_changed(tx, strategy.id, each)
        _mark_told(tx, strategy, voice, now=now)
    return GoneVoice(voice_id=voice_id, name=voice.name, named_in=named_in)


def _mark_told(tx: Transaction, strategy: Strategy, voice: Voice, *, now: datetime) -> None:
    """The mornings that may have told of a step, since they are kept, of whoever had to do with them."""
    people = {voice.owner_id, voice.created_by, *(each.by for each in voice.history)} - {""}
    since = voice.created_at or now
    mark_forgotten(tx, strategy, voice.id, of=people, since=since, until=now)


def erase_voice(store: Store, *, voice_id: str) -> None:
    with store.transaction() as tx:
        _erase(tx, voice_id)


def _erase(tx: Transaction, voice_id: str) -> None:
    tx.voices.delete(voice_id)
    for note in tx.notes.starting(DEEDS):
        _forget_deed(tx, note, voice_id)


def _forget_deed(tx: Transaction, note: Note, voice_id: str) -> None:
    """What could bring them back goes with them."""
    deed = read(note)
    kept = [each for each in deed.parts if not (each.kind is PartKind.KEPT and each.key == voice_id)]
    if not kept:
        tx.notes.delete(note.id)
    else:
        rewrite(tx, note, deed, kept)


def _naming(tx: Transaction, voice: Voice) -> list[str]:
    posts = tx.posts.calendar_of(voice.strategy_id).posts
    found = [each.id for each in posts if is_named_in(voice, texts_naming(each))]
    found += [each.id for each in tx.questions.all() if _is_in(voice, each.strategy_id, each.text, each.asked_by)]
    rounds = [each for each in tx.check_ins.all() if _is_in(voice, each.strategy_id, each.voices, each.learned)]
    return [*found, *dict.fromkeys(each.day.isoformat() for each in rounds)]


def _is_in(voice: Voice, strategy_id: str, *texts: str) -> bool:
    return strategy_id == voice.strategy_id and is_named_in(voice, texts)
