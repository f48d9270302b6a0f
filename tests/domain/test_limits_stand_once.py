"""What people write has its limits in one place: whoever checks one and whoever draws its field read the same."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EVERY = [path for room in ("bot", "handlers") for path in (ROOT / room).rglob("*.py")]
MODULES = sorted(path for path in EVERY if "sandbox" not in path.parts and path.name != "limits.py")


def constants(path: Path) -> list[str]:
    assigned = (each for each in ast.parse(path.read_text()).body if isinstance(each, ast.Assign))
    return [target.id for each in assigned for target in each.targets if isinstance(target, ast.Name)]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_limit_stands_elsewhere(path):
    assert [name for name in constants(path) if name.endswith("LIMIT")] == []
