"""The table of stored kinds: every kind has all its parts, and a new one needs no more than its row."""

from dataclasses import dataclass, fields
from datetime import UTC, datetime

import pytest

from bot.i18n.catalogue import resources
from bot.services.workspace.forgetting import forget
from storage import kinds
from storage.copies.everything import TABLES, dump, load, read_dump, tables_in
from storage.kinds import KINDS, NUMBERS, ORDERS, StoredKind
from storage.memory import MemoryStore

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
def test_every_kind_has_its_parts(kind):
    names = {each.name for each in fields(kind.type)}

    assert "rev" in names
    assert "id" in names or isinstance(kind.type.id, property)
    assert kind.names.keys() <= names
    assert set(kind.names.values()) <= {each.table for each in KINDS}
    assert ORDERS.get(kind.table, {}).keys() == kind.orders.keys()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.table)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_kind_has_its_refusal_in_both_catalogues(kind, language):
    words = {entry.id.name for each in resources(language).values() for entry in each.body if hasattr(entry, "id")}

    assert f"refusal-{kind.word}-not-found" in words


def test_every_kind_is_part_of_everything():
    assert (*(kind.table for kind in KINDS), NUMBERS) == TABLES


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A kind that is not kept yet."""

    id: str
    reader_id: str | None = None
    said: str = ""
    rev: int = 0


READINGS = StoredKind(table="readings", word="reading", type=Reading)


@pytest.fixture
def with_readings(monkeypatch):
    """What a kind costs: its dataclass above, and its row."""
    for module in ("storage.kinds", "storage.copies.check", "storage.references"):
        monkeypatch.setattr(f"{module}.KINDS", (*KINDS, READINGS))
    monkeypatch.setattr("storage.copies.everything.TABLES", (*TABLES, "readings"))


def kept(*readings):
    store = MemoryStore()
    with store.transaction() as tx:
        for each in readings:
            tx.of("readings").put(each)
    return store


def read(store):
    with store.transaction() as tx:
        return [(each.reader_id, each.said) for each in tx.of("readings").all()]


@pytest.mark.usefixtures("with_readings")
def test_a_new_kind_is_kept_and_forgotten_by_its_row_alone():
    store = kept(Reading(id="R1", reader_id="UAMY", said="by <@UAMY>"), Reading(id="R2", reader_id="UBOB"))

    forget(store, "UAMY")

    assert read(store) == [(None, "by …"), ("UBOB", "")]


@pytest.mark.usefixtures("with_readings")
def test_a_new_kind_is_taken_along_with_everything():
    store, other = kept(Reading(id="R1", said="as it was")), MemoryStore()

    load(other, read_dump(dump(tables_in(store), now=NOW), name="everything.json"))

    assert read(other) == read(store)


def test_the_kinds_are_those_of_the_module():
    assert {id(each) for each in vars(kinds).values() if isinstance(each, StoredKind)} == {id(each) for each in KINDS}
