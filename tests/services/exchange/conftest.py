"""An empty calendar of a team in Paris."""

import pytest

from bot.domain.strategy import Strategy
from bot.services.workspace.strategy import unbound_strategy
from storage.memory import MemoryStore
from tests.services.exchange.bringing import NOW


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def strategy(store: MemoryStore) -> Strategy:
    return unbound_strategy(store, name="Maison Lune", zone="Europe/Paris", locale="fr-FR", now=NOW)
