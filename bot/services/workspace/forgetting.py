"""Forgetting a member: what the calendar holds about them goes, what belongs to the team stays without them."""

import base64
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import Field, dataclass, field, fields, is_dataclass, replace
from enum import Enum
from functools import partial
from typing import Any

from bot.domain.engage.check_ins import CheckIn
from bot.domain.engage.questions import Question
from bot.domain.engage.share_kits import Shared, ShareKit
from bot.domain.members import Member
from bot.domain.reminders.deliveries import Delivery
from bot.domain.reminders.routing import next_lead
from bot.domain.strategy import Strategy
from bot.ports import Note, Store, Transaction
from bot.services.people.sight import SORT, insiders
from bot.services.reminders.facts import RHYTHM

SOMEBODY = "…"
"""Stands in texts where the member was mentioned."""
OF_THE_BOT = frozenset({"members", "measurements", "deliveries", "notes"})
"""Kinds in which nobody writes texts that could name somebody."""
NOBODY = "nobody"
"""The beginning of the member id that the numbers of their rounds are kept under."""


@dataclass(slots=True, kw_only=True)
class Changes:
    """What becomes of one table: *written* are the values as they will be, *deleted* the keys."""

    written: list[Any] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgetting:
    """*name* is empty for somebody the bot never met. *named_in*: texts of others that contain the name.

    *followed*: the strategies they looked after that somebody else looks after then, by name, with whom.
    """

    name: str
    changes: dict[str, Changes]
    named_in: tuple[str, ...]
    followed: dict[str, str]

    @property
    def is_empty(self) -> bool:
        return not any(each.written or each.deleted for each in self.changes.values())

    @property
    def unowned(self) -> int:
        """How many open posts have nobody then."""
        return sum(post.is_open and post.owner_id is None for post in self.changes["posts"].written)

    @property
    def unmanaged(self) -> tuple[str, ...]:
        return tuple(each.id for each in self.changes["strategies"].written if not each.manager_id)


class Eraser:
    """Takes one member out of any value: whole fields become empty, mentions in texts `SOMEBODY`."""

    def __init__(self, member_id: str) -> None:
        self.member_id = member_id
        word = re.escape(member_id)
        self._mention = re.compile(rf"<@{word}(?:\|[^<>]*)?>|(?<!\w){word}(?!\w)")

    def names(self, text: str) -> bool:
        return bool(self._mention.search(text))

    def without(self, value: Any) -> Any:
        """*value* itself where the member isn't in it."""
        if isinstance(value, str) and not isinstance(value, Enum):
            return self._mention.sub(SOMEBODY, value)
        if isinstance(value, tuple):
            return tuple(self.without(each) for each in value if each != self.member_id)
        if is_dataclass(value) and not isinstance(value, type):
            changed = {each.name: self._field(value, each) for each in fields(value)}
            changed = {name: new for name, new in changed.items() if new != getattr(value, name)}
            return replace(value, **changed) if changed else value
        return value

    def _field(self, value: Any, each: Field[Any]) -> Any:
        content = getattr(value, each.name)
        if content != self.member_id:
            return self.without(content)
        return None if each.default is None else ""


def plan_forgetting(store: Store, member_id: str) -> Forgetting:
    with store.transaction() as tx:
        return forgetting(tx, member_id)


def forget(store: Store, member_id: str) -> Forgetting:
    """Everything in one transaction. The member's id occurs nowhere afterwards."""
    with store.transaction() as tx:
        plan = forgetting(tx, member_id)
        for table, changes in plan.changes.items():
            rows = tx.of(table)
            for key in changes.deleted:
                rows.delete(key)
            for value in changes.written:
                rows.put(value)
    return plan


def forgetting(tx: Transaction, member_id: str) -> Forgetting:
    eraser = Eraser(member_id)
    member = tx.members.find(member_id)
    others = [each for each in tx.members.all() if each.id != member_id]
    strategies = [_looked_after(eraser.without(each), each, tx, others) for each in tx.strategies.all()]
    in_their_own_way: dict[str, Callable[[], Changes]] = {
        "members": lambda: replace(_rewritten(eraser, others), deleted=[member_id] if member else []),
        "strategies": lambda: Changes(written=[each for each in strategies if each != tx.strategies.get(each.id)]),
        "questions": lambda: _questions(eraser, tx, {each.id: each.manager_id for each in strategies}),
        "voices": lambda: _voices(eraser, tx, {each.id: each.manager_id for each in strategies}),
        "corrections": lambda: _corrections(eraser, tx, {each.id: each.manager_id for each in strategies}),
        "share_kits": lambda: _share_kits(eraser, tx.share_kits.all()),
        "check_ins": lambda: _check_ins(eraser, tx.check_ins.all()),
        "deliveries": lambda: _deliveries(eraser, tx.deliveries.all()),
        "notes": lambda: _notes(eraser, tx.notes.all()),
    }
    ways = {table: in_their_own_way.get(table, partial(_in_every_other, eraser, tx, table)) for table in tx.tables}
    texts = [each for table in tx.tables if table not in OF_THE_BOT for each in tx.of(table).all()]
    name = member.name if member else ""
    names = {each.id: each.name for each in others}
    return Forgetting(
        name=name,
        changes={table: change() for table, change in ways.items()},
        named_in=tuple(_naming(name, member_id, texts)),
        followed={each.name: names[each.manager_id] for each in strategies if _is_followed(each, tx, member_id)},
    )


def _in_every_other(eraser: Eraser, tx: Transaction, table: str) -> Changes:
    """What no other way is known for stays without the member."""
    return _rewritten(eraser, tx.of(table).all())


def _looked_after(strategy: Strategy, was: Strategy, tx: Transaction, others: list[Member]) -> Strategy:
    """*strategy* with whoever follows its manager where that is who goes, so that there is somebody to ask."""
    if strategy.manager_id or not was.manager_id:
        return strategy
    posts, there = tx.posts.of_strategy(strategy.id), insiders(tx, others, strategy).values()
    return replace(strategy, manager_id=next_lead(strategy, posts, there) or "")


def _is_followed(strategy: Strategy, tx: Transaction, member_id: str) -> bool:
    return bool(strategy.manager_id) and tx.strategies.get(strategy.id).manager_id == member_id


def _rewritten(eraser: Eraser, values: Iterable[Any]) -> Changes:
    pairs = ((value, eraser.without(value)) for value in values)
    return Changes(written=[new for old, new in pairs if new != old])


def _questions(eraser: Eraser, tx: Transaction, managers: Mapping[str, str]) -> Changes:
    """An open question goes to whoever looks after the strategy, so that it comes back to somebody."""
    changes = _rewritten(eraser, tx.questions.all())
    changes.written = [_handed_over(each, managers.get(each.strategy_id, "")) for each in changes.written]
    return changes


def _handed_over(question: Question, manager_id: str) -> Question:
    return replace(question, owner_id=question.owner_id or manager_id) if question.is_open else question


def _voices(eraser: Eraser, tx: Transaction, managers: Mapping[str, str]) -> Changes:
    """Those that they held go to whoever looks after the strategy; what was kept of themselves as an advocate goes."""
    voices = tx.voices.all()
    own = {each.id for each in voices if each.member_id == eraser.member_id}
    changes = _rewritten(eraser, (each for each in voices if each.id not in own))
    changes.written = [
        replace(each, owner_id=each.owner_id or managers.get(each.strategy_id, "")) for each in changes.written
    ]
    changes.deleted = sorted(own)
    return changes


def _corrections(eraser: Eraser, tx: Transaction, managers: Mapping[str, str]) -> Changes:
    """Open ones go to whoever looks after the strategy."""
    changes = _rewritten(eraser, tx.corrections.all())
    changes.written = [
        replace(each, owner_id=each.owner_id or managers.get(each.strategy_id, "")) if each.is_open else each
        for each in changes.written
    ]
    return changes


def _share_kits(eraser: Eraser, kits: list[ShareKit]) -> Changes:
    """What they shared stays counted, under nobody's name and without where and how."""
    bare = [
        (each, replace(each, shares=tuple(_nobodys_share(one, eraser.member_id) for one in each.shares)))
        for each in kits
    ]
    pairs = ((was, eraser.without(now)) for was, now in bare)
    return Changes(written=[now for was, now in pairs if now != was])


def _nobodys_share(shared: Shared, member_id: str) -> Shared:
    return replace(shared, member_id="", link="", words="") if shared.member_id == member_id else shared


def _check_ins(eraser: Eraser, check_ins: list[CheckIn]) -> Changes:
    """The numbers stay in the team's sums, under nobody's name; the words go."""
    taken = {each.id for each in check_ins}
    changes = _rewritten(eraser, (each for each in check_ins if each.member_id != eraser.member_id))
    for each in check_ins:
        if each.member_id == eraser.member_id:
            changes.deleted.append(each.id)
            changes.written.append(_nobodys(each, taken))
            taken.add(changes.written[-1].id)
    return changes


def _nobodys(check_in: CheckIn, taken: set[str]) -> CheckIn:
    blank = replace(check_in, unanswered="", voices="", learned="", rev=0)
    numbered = (replace(blank, member_id=f"{NOBODY}-{n}") for n in range(1, len(taken) + 2))
    return next(each for each in numbered if each.id not in taken)


def _deliveries(eraser: Eraser, deliveries: list[Delivery]) -> Changes:
    gone = [each for each in deliveries if eraser.names(f"{each.key}\n{each.recipient_id}\n{each.subject}")]
    keys = {each.key for each in gone}
    kept = (each for each in deliveries if each.key not in keys)
    changes = Changes(deleted=[each.key for each in gone])
    for each in kept:
        told = eraser.without(replace(each, parts=tuple(part for part in each.parts if not eraser.names(part))))
        alone = replace(told, merged_into="") if told.merged_into in keys or SOMEBODY in told.merged_into else told
        if alone != each:
            changes.written.append(alone)
    return changes


def _notes(eraser: Eraser, notes: list[Note]) -> Changes:
    """What waits for them or can be undone by them goes; the rhythm of the reminders, and who is in which channel,
    stay without them.
    """
    named = [each for each in notes if eraser.names(_said(each))]
    kept = {each.id: without for each in named if (without := _without(eraser, each))}
    return Changes(written=list(kept.values()), deleted=[each.id for each in named if each.id not in kept])


def _without(eraser: Eraser, note: Note) -> Note | None:
    """What stays of a note that names them; None where that is nothing."""
    if note.id == RHYTHM:
        return _without_decisions(eraser, note)
    return _without_place(eraser, note) if note.id.startswith(SORT) else None


def _without_place(eraser: Eraser, note: Note) -> Note:
    """The others who are in a channel go on seeing its strategy."""
    people = {name: each for name, each in note.body.items() if isinstance(each, list)}
    others = {name: [one for one in each if not eraser.names(one)] for name, each in people.items()}
    return replace(note, body={**note.body, **others})


def _said(note: Note) -> str:
    """All of it, with the file that waits in it, if there is one."""
    waiting = base64.b64decode(str(note.body.get("content", "")))
    return f"{note.id} {note.body} {waiting.decode(errors='replace')}"


def _without_decisions(eraser: Eraser, rhythm: Note) -> Note:
    decided = {name: day for name, day in rhythm.body["decided"].items() if not eraser.names(name)}
    return replace(rhythm, body={**rhythm.body, "decided": decided})


def _naming(name: str, member_id: str, values: Iterable[Any]) -> Iterator[str]:
    """The ids of what contains the name, or its first word, in a text."""
    words = {re.escape(word) for word in (name, *name.split()[:1]) if len(word) > 1}
    if not words:
        return
    found = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words))})(?!\w)", re.IGNORECASE)
    for each in values:
        if getattr(each, "member_id", "") != member_id and any(map(found.search, _texts(each))):
            yield each.id


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))
