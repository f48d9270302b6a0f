"""The house itself: small rooms of the same name on every floor, and what one step may use of another."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ROOT

MOST_FILES = 24
"""Files side by side that somebody can still know."""
ROOMS = {
    "objective",
    "plan",
    "post",
    "engage",
    "kpi",
    "reminders",
    "people",
    "exchange",
    "undo",
    "workspace",
}
SHARED = {
    "bot/domain": set[str](),
    "bot/services": {"ways_back"},
    "bot/language": {"moment"},
    "handlers": {"slack", "views"},
    "handlers/views": {"month"},
}
"""What stands on a floor beside the rooms of the steps."""
SERVICES = ROOT / "bot/services"


def folders() -> Iterator[Path]:
    for top in ("bot", "handlers", "storage", "tests", "decisions", "docs"):
        yield from (
            each for each in (ROOT / top, *(ROOT / top).rglob("*")) if each.is_dir() and each.name != "__pycache__"
        )


def test_no_folder_holds_more_files_than_somebody_can_know():
    counts = {each.relative_to(ROOT): sum(file.is_file() for file in each.iterdir()) for each in folders()}

    assert {str(name): count for name, count in counts.items() if count > MOST_FILES and "kept" not in name.parts} == {}


@pytest.mark.parametrize("floor", SHARED)
def test_every_floor_has_the_same_rooms(floor):
    found = {each.parent.name for each in (ROOT / floor).glob("*/__init__.py")}

    assert found - ROOMS - SHARED[floor] == set()


def used_by_others() -> dict[str, dict[str, set[str]]]:
    """By room and file: the names that other rooms of the services import."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for path in SERVICES.glob("*/**/*.py"):
        room = path.relative_to(SERVICES).parts[0]
        for each in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(each, ast.ImportFrom) and (each.module or "").startswith("bot.services."):
                other, _, file = str(each.module).removeprefix("bot.services.").partition(".")
                if other != room:
                    found[other][file] |= {name.name for name in each.names}
    return found


@pytest.mark.parametrize("room", sorted(each.parent.name for each in SERVICES.glob("*/__init__.py")))
def test_a_step_uses_of_another_what_that_one_offers(room):
    offers = {file: set(names) for file, names in import_module(f"bot.services.{room}").OFFERS.items()}

    assert used_by_others()[room] == offers
