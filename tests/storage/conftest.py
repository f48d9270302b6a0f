"""Every store that there is, for what all of them have to keep."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ports import Store
from storage import open_store


@pytest.fixture(params=["memory:///", "tinydb://{folder}/"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = open_store(request.param.format(folder=tmp_path))
    yield made
    made.close()
