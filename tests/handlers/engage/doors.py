"""A store without Slack in which each role tries the doors of the engage step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.domain.errors import UserError
from bot.domain.strategy import Strategy
from bot.services.undo.deeds import deeds_of
from bot.services.undo.kept import put_kept
from bot.services.ways_back.table import undo_deed
from storage.memory import MemoryStore
from tests.services.people.test_who_may import EVERYBODY

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
PLAN = Strategy(id="S1", name="Lune", channel_id="C1", zone="UTC", manager_id="UMANAGER")
OTHER = replace(PLAN, id="S2", channel_id="C2")
FULL = set(EVERYBODY) - {"guest", "gone"}

Door = Callable[..., Any]


def store_with(**rows: Any) -> MemoryStore:
    """The strategy, everybody, and *rows*: one of each kind, by the name of its table."""
    store = MemoryStore()
    with store.transaction() as tx:
        for each in (PLAN, *EVERYBODY.values()):
            tx.of("strategies" if each is PLAN else "members").put(each)
        for table, row in rows.items():
            tx.of(table).put(row)
            tx.next_number(table.removesuffix("s"))
    return store


def taking_back(table: str, row_id: str, **new: str) -> Door:
    """Whoever comes has just changed it, and takes that back."""

    def door(store: MemoryStore, *, strategy: Strategy, by: Any, now: datetime) -> None:
        with store.transaction() as tx:
            was = tx.of(table).get(row_id)
            what = f"{table.removesuffix('s')}-changed"
            put_kept(tx, table, was, replace(was, **new), what=what, by=by, now=now)
            token = deeds_of(tx, by, now=now)[0].token
        undo_deed(store, by=by, now=now, token=token)

    return door


def gets_through(door: Door, store: MemoryStore, role: str) -> bool:
    """Whether *role* does it; who may not is refused by a right, and by nothing else."""
    try:
        door(store, strategy=PLAN, by=EVERYBODY[role], now=NOW)
    except UserError as refused:
        if not refused.key.startswith("rights-"):
            raise
        return False
    return True
