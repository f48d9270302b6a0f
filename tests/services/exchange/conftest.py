"""An empty calendar of a team in Paris."""

import pytest

from bot.domain.strategy import Strategy
from storage.memory import MemoryStore
from tests.builders import unbound_strategy
from tests.services.exchange.bringing import NOW


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def strategy(store: MemoryStore) -> Strategy:
    return unbound_strategy(store, name="Maison Lune", zone="Europe/Paris", locale="fr-FR", now=NOW)
