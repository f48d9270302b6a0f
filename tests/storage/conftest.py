"""Every store that there is, for what all of them have to keep."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from tinydb import TinyDB

from bot.ports import Store
from storage import open_store
from storage.plain import PlainStore

STORES: Mapping[str, Callable[[Path], Store]] = {
    "plain TinyDB in memory": lambda folder: open_store("memory:///"),
    "plain TinyDB in a file": lambda folder: PlainStore(TinyDB(folder / "plain.json")),
    "ours": lambda folder: open_store(f"tinydb://{folder}/"),
}


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made = STORES[request.param](tmp_path)
    yield made
    made.close()
