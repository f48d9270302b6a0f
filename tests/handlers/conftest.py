"""The two people whom most tests of this folder follow, and whoever reads its views."""

import pytest

from bot.i18n import Translator
from tests.handlers.longest import AMPERSANDS, EVIL


@pytest.fixture
def bob(stage):
    """Bob Miller, English, in London, five hours ahead of the strategy's Toronto: no admin."""
    return stage.slack.hand("UBOB")


@pytest.fixture
def amy(stage):
    """Amy Tremblay, French, in Toronto: the manager."""
    return stage.slack.hand("UAMY")


@pytest.fixture(params=["en-US", "fr-CA"])
def t(request: pytest.FixtureRequest) -> Translator:
    """In the zone with the longest name."""
    return Translator(request.param, "America/Argentina/ComodRivadavia")


@pytest.fixture(params=[EVIL, AMPERSANDS, "é😀"], ids=["markup", "ampersands", "emoji"])
def texts(request: pytest.FixtureRequest) -> str:
    return str(request.param)
