"""`digest` speaks the terminal's language; where the environment asks for none, the strategy's."""

import pytest

from bot.domain.strategy import Strategy


@pytest.fixture
def told(terminal):
    def of(locale: str, asked_for: str) -> str:
        maison = {"name": "Maison Lune", "channel_id": "C1", "zone": "America/Toronto", "manager_id": "U1"}
        terminal.written(lambda tx: tx.strategies.put(Strategy(id="S1", locale=locale, **maison)))
        return terminal("digest", "--week", "2014-W51", locale=asked_for).out

    return of


@pytest.mark.parametrize(
    ("locale", "asked_for", "said"),
    [
        ("en-CA", "fr_FR.UTF-8", "Semaine 51"),
        ("fr-CA", "en_US.UTF-8", "Week 51"),
        ("fr-CA", "C.UTF-8", "Semaine 51"),
        ("en-CA", "POSIX", "Week 51"),
        ("fr-CA", "fr_CA@euro", "Semaine 51"),
    ],
)
def test_the_digest_is_in_the_language_that_the_environment_asks_for(told, locale, asked_for, said):
    assert told(locale, asked_for).startswith(said)
