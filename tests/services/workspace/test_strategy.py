"""A strategy that is set up: whose commands go to it from then on."""

from datetime import UTC, datetime

from bot.domain.members import Member
from bot.domain.strategy import Strategy
from bot.services.workspace.strategy import create_strategy
from storage.memory import MemoryStore

NOW = datetime(2026, 11, 24, 15, tzinfo=UTC)
PEOPLE = ("UAMY", "UBOB", "UCHLOE", "UDAN")


def test_it_becomes_the_default_of_its_manager_round_and_founder_where_they_have_none() -> None:
    store = MemoryStore()
    with store.transaction() as tx:
        for each in PEOPLE:
            tx.members.put(Member(id=each, name=each))
        tx.members.put(Member(id="UINES", name="Inès", strategy_id="S7"))
        founder = tx.members.get("UCHLOE")
    wish = Strategy(
        id="", name="Feux", channel_id="C1", zone="Europe/Paris", manager_id="UAMY", round_ids=("UBOB", "UINES")
    )

    kept = create_strategy(store, wish, by=founder, now=NOW)

    with store.transaction() as tx:
        defaults = {each.id: each.strategy_id for each in tx.members.all()}
    assert defaults == {"UAMY": kept.id, "UBOB": kept.id, "UCHLOE": kept.id, "UDAN": None, "UINES": "S7"}
