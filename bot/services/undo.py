"""What a member did last to posts, as long as it can be taken back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.people import Member
from bot.ports import Note, Store
from bot.services.post_records import is_live


class Deed(StrEnum):
    """What there is to undo, by the beginning of its note's id."""

    POST = "undo"
    BATCH = "undo-batch"
    IMPORT = "undo-import"


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDeed:
    """*key* is a post's number or a batch's token; *post_id* one of its posts, which tells the strategy."""

    deed: Deed
    key: str
    post_id: str


def last_deeds(store: Store, *, by: Member, now: datetime) -> list[LastDeed]:
    """Those of *by*, over all strategies, the latest first."""
    with store.transaction() as tx:
        mine = [each for each in tx.notes.all() if _deed_of(each) and each.body["by"] == by.id and is_live(each, now)]
    return [_described(each) for each in sorted(mine, key=_moment, reverse=True)]


def _deed_of(note: Note) -> Deed | None:
    start = note.id.partition(":")[0]
    return Deed(start) if start in set(Deed) else None


def _moment(note: Note) -> tuple[float, int]:
    """A batch is written after the posts it holds: of one moment, the last is the whole."""
    return (note.expires_at.timestamp() if note.expires_at else 0.0, note.body.get("nth", 0))


def _described(note: Note) -> LastDeed:
    start, _, key = note.id.partition(":")
    deed = Deed(start)
    key = key.partition(".")[0] if deed is Deed.IMPORT else key  # of a large file each slice has its own
    return LastDeed(deed=deed, key=key, post_id=key if deed is Deed.POST else note.body["posts"][0][0])
