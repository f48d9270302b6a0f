"""A pytest plugin: only the tests that $PARUTION_SELECTED lists, one a line, in that order."""

import os
from pathlib import Path

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    listed = Path(os.environ["PARUTION_SELECTED"]).read_text(encoding="utf-8").split("\n")
    rank = {nodeid: at for at, nodeid in enumerate(listed)}
    config.hook.pytest_deselected(items=[each for each in items if each.nodeid not in rank])
    items[:] = sorted((each for each in items if each.nodeid in rank), key=lambda each: rank[each.nodeid])
