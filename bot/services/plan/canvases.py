"""Which months are followed in a canvas, and what was written there last. Knows no Slack, and no Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.strategy import Strategy
from bot.ports import Note, Store, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A canvas that follows the months of *strategy*; *content* stands for what was written there at that moment."""

    strategy: Strategy
    canvas_id: str
    content: str
    written_at: datetime


def followed_in(store: Store) -> Sequence[Followed]:
    """Those of all strategies that live."""
    with store.transaction() as tx:
        found = [_followed(tx, each) for each in tx.strategies.all() if not each.is_archived]
    return [each for each in found if each is not None]


def is_followed(store: Store, strategy: Strategy) -> bool:
    with store.transaction() as tx:
        return _followed(tx, strategy) is not None


def follow(store: Store, strategy: Strategy, *, canvas_id: str, content: str, now: datetime) -> None:
    body = {"canvas": canvas_id, "content": content, "at": now.isoformat()}
    with store.transaction() as tx:
        known = tx.notes.find(_note_id(strategy)) or Note(id=_note_id(strategy))
        tx.notes.put(replace(known, body=body))


def keep_written(store: Store, strategy: Strategy, *, content: str, now: datetime) -> None:
    """Nothing where somebody stopped it meanwhile."""
    with store.transaction() as tx:
        known = tx.notes.find(_note_id(strategy))
        if known is not None:
            tx.notes.put(replace(known, body={**known.body, "content": content, "at": now.isoformat()}))


def stop_following(store: Store, strategy: Strategy) -> None:
    with store.transaction() as tx:
        tx.notes.delete(_note_id(strategy))


def _followed(tx: Transaction, strategy: Strategy) -> Followed | None:
    note = tx.notes.find(_note_id(strategy))
    if note is None:
        return None
    at = datetime.fromisoformat(note.body["at"])
    return Followed(strategy=strategy, canvas_id=note.body["canvas"], content=note.body["content"], written_at=at)


def _note_id(strategy: Strategy) -> str:
    return f"canvas:{strategy.id}"
