"""The two people whom most tests of this folder follow."""

import pytest


@pytest.fixture
def bob(stage):
    """Bob Miller, English, in London, five hours ahead of the strategy's Toronto: no admin."""
    return stage.slack.hand("UBOB")


@pytest.fixture
def amy(stage):
    """Amy Tremblay, French, in Toronto: the manager."""
    return stage.slack.hand("UAMY")
