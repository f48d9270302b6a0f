"""The words of the code: one word, one meaning; `docs/words.md` says which."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT


def modules() -> Iterator[tuple[Path, ast.Module]]:
    """All of what is run; the local Slack speaks Slack's own language."""
    for top in ("bot", "handlers", "storage"):
        for path in sorted((ROOT / top).rglob("*.py")):
            if ROOT / "bot/sandbox" not in path.parents:
                yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def test_no_two_public_classes_share_a_name():
    homes = defaultdict(list)
    for path, module in modules():
        for each in module.body:
            if isinstance(each, ast.ClassDef) and not each.name.startswith("_"):
                homes[each.name].append(str(path))

    assert {name: paths for name, paths in homes.items() if len(paths) > 1} == {}
